"""Tests of the families and of what counts as too much: python3 -m unittest discover bench"""
