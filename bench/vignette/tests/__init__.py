"""Tests of the vignette: blocks of a page and their answers."""
