"""Tests of what counts as whole: python3 -m unittest discover bench"""
