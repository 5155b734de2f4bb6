"""Tests of how a cluster is compared with the command: python3 -m unittest discover bench"""
