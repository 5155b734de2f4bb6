"""Spans as selectors of the Web Annotation Data Model (W3C 2017, sections 4.2.4 and 4.2.5), and back.

A position counts code points from 0, as the recommendation wants it and as records do. The quote beside it
finds the words again where a text has changed.
"""

from __future__ import annotations

from typing import Any

from verbale.exchange._lean import Value

CONTEXT = 32
"""How many code points stand before and after a quote."""


def selected(text: str, source: str, start: int, end: int) -> Value:
    """Give a specific resource: a span of a text."""
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "source": source, "selector": [position, quote]}


def located(text: str, resource: Value) -> tuple[int, int]:
    """Find the span of a specific resource: at its position, else where its quote stands.

    Raises
    ------
    ValueError
        A position outside the text, a quote that is not there or comes more than once.
    """
    selectors = several(resource.get("selector"))
    kinds = {selector["type"]: selector for selector in selectors}
    position, quote = kinds.get("TextPositionSelector"), kinds.get("TextQuoteSelector")
    if position is not None:
        start, end = position["start"], position["end"]
        if 0 <= start <= end <= len(text) and (quote is None or text[start:end] == quote["exact"]):
            return start, end
    if quote is None:
        raise ValueError(f"no selector that fits the text: {selectors!r}")
    around = quote.get("prefix", ""), quote["exact"], quote.get("suffix", "")
    for before, after in (around[::2], ("", "")):
        wanted = before + quote["exact"] + after
        at = text.find(wanted)
        if at >= 0 and text.find(wanted, at + 1) < 0:
            return at + len(before), at + len(before) + len(quote["exact"])
    raise ValueError(f"the words {quote['exact'][:60]!r} do not stand in the text once")


def several(value: Any) -> list[Any]:
    """Give what JSON-LD has as one or as several as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
