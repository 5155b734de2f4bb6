"""Tests of the grammar of news, the fit and the scores of stories: python3 -m unittest discover bench"""
