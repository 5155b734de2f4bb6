"""What callers hand in: texts and dictionaries become lines of JSON Lines, each with a name.

Nothing is judged here: what is wrong with an input the engine says, in the words of the command.
"""

from __future__ import annotations

import datetime
import json
import math
import os
import warnings
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from verbale import _verbale

Story: TypeAlias = "str | Mapping[str, Any]"
"""A text, or a dictionary with the keys of a line of JSON Lines (``text``, ``published_at``, ...)."""

Day: TypeAlias = "str | datetime.date | None"
"""A day as it is written, or a date or moment of Python."""

MOST_THREADS = 256


class InputWarning(UserWarning):
    """Something of an input was not read; the message names the input."""


def line(story: Story, name: str) -> tuple[str, bytes]:
    """Make the line of a text or dictionary, with the name that messages call it by.

    Raises
    ------
    TypeError
        What is neither, or has values that JSON does not know; names it.
    """
    if isinstance(story, str):
        value: dict[str, Any] = {"text": story}
    elif isinstance(story, Mapping):
        value = {str(key): _plain(part) for key, part in story.items()}
    else:
        what = f"{name} is of type {type(story).__name__}; a text, or a dictionary with a text, is wanted"
        raise TypeError(what)
    label = value.get("id") or value.get("url")
    if label:
        name = f"{name} ({label})"
    try:
        written = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError) as error:
        raise TypeError(f"{name}: {error}") from None
    # A half of a pair of UTF-16 stays as it is: the engine names the text that has it.
    return name, written.encode("utf-8", "surrogatepass")


def _plain(value: Any) -> Any:
    """Give a value as JSON has it: days as they are written, what is missing in a table as none."""
    if isinstance(value, datetime.date):  # A moment, and one of pandas, is a date too.
        return None if type(value).__name__ == "NaTType" else value.isoformat()
    item = getattr(value, "item", None)  # A number of numpy.
    value = item() if callable(item) else value
    missing = type(value).__name__ == "NAType" or (isinstance(value, float) and not math.isfinite(value))
    return None if missing else value


def day(published: Day) -> str | None:
    """Give the day as it is written."""
    return published.isoformat() if isinstance(published, datetime.date) else published


def beside(published: Day, url: str | None, outlet: str | None) -> dict[str, str | None]:
    """Give what is said of stories that do not say it themselves.

    Raises
    ------
    ValueError
        A date that is none, an address that is none.
    """
    when = day(published)
    if when is not None and not _verbale.is_date(when):
        raise ValueError(f"published={when!r}: a full date is wanted, such as 2024-06-21")
    if url is not None and not (url.startswith(("https://", "http://")) and len(url.split()) == 1):
        raise ValueError(f"url={url!r}: an address is wanted, with https://")
    return {"published": when, "url": url, "outlet": outlet}


def workers(threads: int) -> int:
    """Check the number of threads; 0 is one a core.

    Raises
    ------
    ValueError
        A number that is no number of threads.
    """
    if not 0 <= threads <= MOST_THREADS:
        raise ValueError(f"threads={threads}: from 1 to {MOST_THREADS} are wanted, or 0 for one a core")
    return threads or os.cpu_count() or 1


def least(min_confidence: float) -> float:
    """Check a probability.

    Raises
    ------
    ValueError
        What lies outside 0 to 1.
    """
    if not 0 <= min_confidence <= 1:
        raise ValueError(f"min_confidence={min_confidence}: a number from 0 to 1 is wanted")
    return float(min_confidence)


def warn(remarks: Iterable[str]) -> None:
    """Say what of the inputs was not read, to whoever called the package."""
    for remark in remarks:
        warnings.warn(remark, InputWarning, stacklevel=3)
