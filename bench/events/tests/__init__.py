"""Tests of the fit of pairs of events, on invented mentions: python3 -m unittest discover bench"""
