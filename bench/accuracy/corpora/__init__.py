"""Readers: a corpus a file, in the form in which its authors hand it out."""
