"""Tests of the fitting of confidence, on invented examples: python3 -m unittest discover bench"""
