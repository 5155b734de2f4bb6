"""Records as a page to read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from verbale import _verbale
from verbale._record import Record


def render(records: Record | Iterable[Record], *, path: str | os.PathLike[str] | None = None) -> str:
    """Make the page that ``verbale code --format html`` writes: stories beside their records.

    In a notebook a record shows itself; this is for a page of its own. It needs no network and runs
    nothing but its own script.

    Parameters
    ----------
    records
        One record, or several on one page.
    path
        A file to write it to as well; one that is there is replaced.

    Returns
    -------
    str
        The page.

    Examples
    --------
    >>> import verbale
    >>> page = verbale.render(verbale.code("Chile thanked Peru."))
    >>> page.startswith("<!doctype html>")
    True
    """
    several = [records] if isinstance(records, Record) else records
    page = _verbale.html([record.json() for record in several])
    if path is not None:
        Path(path).write_text(page, encoding="utf-8", newline="")
    return page
