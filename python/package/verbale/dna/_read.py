"""A file to rows."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from verbale._verbale import InputError
from verbale.dna._text import Units


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement of a file."""

    document: str
    """The title of its document."""
    document_id: int
    """The number of that in the file."""
    date: str
    """The document's day, ``YYYY-MM-DD`` in UTC."""
    start: int
    """First code point of its words in the document's text."""
    end: int
    """One past the last."""
    words: str
    """These words."""
    person: str
    """Who says it; empty where that was not coded."""
    organization: str
    """For whom; empty where that was not coded."""
    concept: str
    """Towards what; empty where that was not coded."""
    agreement: bool | None
    """Whether they agree with it; none where that was not coded."""
    coder: str
    """Who coded it."""


_QUERY = """
SELECT s.ID, d.ID, d.Title, d.Text, d.Date, s.Start, s.Stop, coalesce(c.Name, '')
FROM STATEMENTS s JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId JOIN DOCUMENTS d ON d.ID = s.DocumentId
LEFT JOIN CODERS c ON c.ID = s.Coder WHERE t.Label = ? ORDER BY d.ID, s.Start, s.ID
"""

_SHORT = """
SELECT x.StatementId, v.Variable, e.Value FROM DATASHORTTEXT x
JOIN VARIABLES v ON v.ID = x.VariableId JOIN ENTITIES e ON e.ID = x.Entity
"""

_BOOLEAN = """
SELECT x.StatementId, v.Variable, x.Value FROM DATABOOLEAN x JOIN VARIABLES v ON v.ID = x.VariableId
"""


def read(path: str | os.PathLike[str], *, type: str = "DNA Statement") -> list[Row]:
    """Read the statements of a file of Discourse Network Analyzer 3, in the order of documents and words.

    Parameters
    ----------
    path
        The file; it is only read.
    type
        The statement type to read. Variables that it does not have are empty.

    Raises
    ------
    InputError
        A file that is none of these.
    """
    source = Path(path)
    if not source.is_file():
        raise InputError(f"{source}: no such file")
    file = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    try:
        texts = {(id, name): value for id, name, value in file.execute(_SHORT)}
        truths = {(id, name): bool(value) for id, name, value in file.execute(_BOOLEAN)}
        rows = file.execute(_QUERY, (type,)).fetchall()
    except sqlite3.DatabaseError as error:
        raise InputError(f"{source}: no file of Discourse Network Analyzer 3 ({error})") from None
    finally:
        file.close()
    units: dict[int, Units] = {}
    found = []
    for id, document, title, text, date, first, last, coder in rows:
        points = units.setdefault(document, Units(text))
        start, end = points.point(first), points.point(last)
        row = Row(
            document=title,
            document_id=document,
            date=datetime.fromtimestamp(date, timezone.utc).date().isoformat(),
            start=start,
            end=end,
            words=text[start:end],
            person=texts.get((id, "person"), ""),
            organization=texts.get((id, "organization"), ""),
            concept=texts.get((id, "concept"), ""),
            agreement=truths.get((id, "agreement")),
            coder=coder,
        )
        found.append(row)
    return found
