"""Runs the vignette for R and holds what it prints against the page."""
