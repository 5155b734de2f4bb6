"""Tests of how the package and the command are compared: python3 -m unittest discover bench"""
