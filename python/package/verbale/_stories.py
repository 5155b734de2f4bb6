"""Stories and copies of records that are in no store (``docs/stories.md``)."""

from __future__ import annotations

from collections.abc import Iterable

from verbale import _verbale
from verbale._record import Record
from verbale._tables import Table

WINDOW = 30
"""Days in which documents are compared, where nobody says otherwise."""


def stories(records: Iterable[Record], *, window: int = WINDOW) -> Table:
    """Tell which documents tell one story, and which have their text from which.

    Parameters
    ----------
    records
        Records, in any order; those of texts that could not be coded are left out.
    window
        Documents more days apart are not compared.

    Returns
    -------
    Table
        The table ``stories`` of ``docs/columns.md``, in the order of days: the story and thread of each
        document, and whom it copies. Ids are those of ``verbale stories`` and of a store with the same
        documents.

    Examples
    --------
    >>> import verbale
    >>> text = "Divers found a bronze bell under the lighthouse of Skerra that had been lost for a century."
    >>> first = {"id": "a", "published_at": "2031-03-05", "text": text}
    >>> records = verbale.code([first, {"id": "b", "published_at": "2031-03-06", "text": text}])
    >>> rows = verbale.stories(records).pyarrow().to_pylist()
    >>> [row["doc_id"] for row in rows], len({row["story"] for row in rows})
    (['a', 'b'], 1)
    """
    days: dict[tuple[bool, str], list[str]] = {}
    lines = [record.json() for record in records if record.rejected is None]
    for day, report in _verbale.reports(lines):
        days.setdefault((day is None, day or ""), []).append(report)
    whole = _verbale.Stories(window)
    for key in sorted(days):
        whole.day(days[key])
    return Table(whole.finish())
