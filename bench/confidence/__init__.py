"""Fits the table of confidence (`lexicons/en/confidence.tsv`) to stories read by hand (`docs/confidence.md`)."""
