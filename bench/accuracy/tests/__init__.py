"""Tests of the readers and scorers, on stories written for them: python3 -m unittest discover bench"""
