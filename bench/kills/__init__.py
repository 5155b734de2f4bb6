"""Runs that are stopped at a random moment or meet a full disk, and what they leave behind."""
