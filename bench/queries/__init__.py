"""Queries of the documentation (`docs/queries.md`), run on the tables of the examples."""
