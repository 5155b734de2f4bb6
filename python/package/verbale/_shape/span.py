"""A stretch of text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of ``record.doc.text`` in code points, half open."""

    start: int
    """First."""
    end: int
    """One past the last."""
