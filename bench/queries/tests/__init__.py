"""Tests of how the page of queries is read: python3 -m unittest discover bench"""
