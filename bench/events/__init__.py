"""Fits the weights by which mentions of events are joined (`lexicons/en/event_pairs.tsv`) to chains that people annotated."""
