"""Records to a file."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from verbale._record import Record
from verbale._shape import Speaker
from verbale._verbale import OutputError
from verbale.dna import _schema
from verbale.dna._positions import Position, named, positions
from verbale.dna._text import Units, short

_CODER = 2
_PERSON, _ORGANIZATION, _CONCEPT, _AGREEMENT = 1, 2, 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What :func:`export` did."""

    path: Path
    """The file that was written."""
    documents: int
    """Documents in it."""
    statements: int
    """Statements in it."""
    undated: list[str]
    """Labels of documents that are not in it: a document there has a date, and these tell none."""


def export(
    records: Iterable[Record],
    path: str | os.PathLike[str],
    *,
    concepts: Callable[[Record], Iterable[Position]] = positions,
    join: bool = False,
    coder: str = "Verbale",
    password: str = "verbale",
    overwrite: bool = False,
) -> Exported:
    """Write the positions that records state into a file of Discourse Network Analyzer 3.

    Documents have their text, title, outlet, authors and date; ``Notes`` has the key and address. A
    statement stands at what is said. ``person`` is the speaker who is a person, ``organization`` what the
    person speaks for by actor code, or the body or state that speaks. Attributes have the actor code or
    the kind of concept (``Type``) and the entity (``Notes``). The same records give the same file.

    Parameters
    ----------
    records
        Records, each a document.
    path
        The file, ``.dna``.
    concepts
        Gives the positions of a record; :func:`positions` by itself.
    join
        Takes people and bodies of the same name for one also where only their documents know them; else
        each of them has its id behind its name.
    coder
        The coder whose statements they are, beside ``Admin``.
    password
        Opens the file in the program, for both.
    overwrite
        Replaces a file that is there; it stays until the new one is whole.

    Raises
    ------
    OutputError
        A file that is there.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> import verbale, verbale.dna
    >>> text = "Kenya said that Uganda had attacked Togo. Uganda denied that it had attacked Togo."
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "claims.dna"
    >>> verbale.dna.export([verbale.code(text, published="2031-03-05")], path).statements
    2
    >>> [(row.organization, row.concept, row.agreement) for row in verbale.dna.read(path)]
    [('Kenya', 'Uganda ASSAULT Togo', True), ('Uganda', 'Uganda ASSAULT Togo', False)]
    """
    target = Path(path)
    if target.exists() and not overwrite:
        raise OutputError(f"{target}: it exists; overwrite=True replaces it")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".verbale-unfinished-", dir=target.parent) as folder:
        beside = Path(folder) / "file"
        file = sqlite3.connect(beside)
        try:
            file.execute("PRAGMA foreign_keys = ON")
            _schema.make(file, coder, password)
            writing = _Writing(file, join)
            for record in records:
                writing.document(record, list(concepts(record)))
            file.commit()
        finally:
            file.close()
        beside.replace(target)
    return Exported(
        path=target, documents=writing.documents, statements=writing.statements, undated=writing.undated
    )


class _Writing:
    """A file that is being written."""

    def __init__(self, file: sqlite3.Connection, join: bool) -> None:
        self._file = file
        self._join = join
        self._entities: dict[tuple[int, str], int] = {}
        self._ids: dict[tuple[int, str], str] = {}
        self.documents = 0
        self.statements = 0
        self.undated: list[str] = []
        for variable in (_PERSON, _ORGANIZATION, _CONCEPT):
            self._entity(variable, "", "", "")

    def document(self, record: Record, found: list[Position]) -> None:
        """Write a document and its statements."""
        doc = record.doc
        seconds = _seconds(doc.published_at)
        if seconds is None:
            self.undated.append(doc.id)
            return
        self.documents += 1
        title, author = short(doc.title or doc.id), short(doc.byline or "")
        source = short(doc.outlet.name if doc.outlet else "")
        notes = "\n".join(line for line in (doc.key, doc.canonical_url or doc.url) if line)
        row = (self.documents, title, doc.text, _CODER, author, source, notes, seconds)
        columns = "ID, Title, Text, Coder, Author, Source, Notes, Date"
        self._file.execute(f"INSERT INTO DOCUMENTS ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        units = Units(doc.text)
        for position in found:
            self._statement(record, position, units)

    def _statement(self, record: Record, position: Position, units: Units) -> None:
        spans = position.statement.content or [position.statement.sentence]
        start, stop = min(span.start for span in spans), max(span.end for span in spans)
        self.statements += 1
        row = (self.statements, 1, self.documents, units.of(start), units.of(stop), _CODER)
        self._file.execute("INSERT INTO STATEMENTS VALUES (?, ?, ?, ?, ?, ?)", row)
        person, organization = self._speaker(record, position.statement.speaker)
        concept = self._entity(_CONCEPT, position.concept, position.kind, "")
        data = "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)"
        for variable, entity in ((_PERSON, person), (_ORGANIZATION, organization), (_CONCEPT, concept)):
            self._file.execute(data, (self.statements, variable, entity))
        agreement = "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)"
        self._file.execute(agreement, (self.statements, _AGREEMENT, int(position.agreement)))

    def _speaker(self, record: Record, speaker: Speaker | None) -> tuple[int, int]:
        """Give the person who speaks and whom they speak for; who is not known is the empty name."""
        if speaker is None or not named(speaker):
            return self._entity(_PERSON, "", "", ""), self._entity(_ORGANIZATION, "", "", "")
        mentions = [m for m in record.mentions if m.entity is not None and m.entity == speaker.entity]
        own = record.mention(speaker.mention) if speaker.mention else None
        kinds = {m.kind for m in [*mentions, *([own] if own else [])]}
        name, code, entity = speaker.name or "", speaker.code or "", speaker.entity or ""
        if "person" not in kinds:
            return self._entity(_PERSON, "", "", ""), self._entity(_ORGANIZATION, name, code, entity)
        return self._entity(_PERSON, name, code, entity), self._entity(_ORGANIZATION, code, code, "")

    def _entity(self, variable: int, name: str, kind: str, entity: str) -> int:
        """Give the id of an entity; one that is new is written with its attributes."""
        name = self._told_apart(variable, short(name), entity)
        found = self._entities.get((variable, name))
        if found is not None:
            return found
        id = self._entities[variable, name] = len(self._entities) + 1
        insert = "INSERT INTO ENTITIES (ID, VariableId, Value, Red, Green, Blue) VALUES (?, ?, ?, 0, 0, 0)"
        self._file.execute(insert, (id, variable, name))
        value = "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) VALUES (?, ?, ?)"
        for n, text in enumerate((kind, "", entity)):
            self._file.execute(value, (id, n * 3 + variable, short(text)))
        return id

    def _told_apart(self, variable: int, name: str, entity: str) -> str:
        """Give a name that no other entity has: a second one of the same name has its id behind it."""
        if self._join and entity.startswith("x:"):
            entity = "x:"
        owner = self._ids.setdefault((variable, name), entity)
        return name if owner == entity or not entity else short(f"{name} ({entity})")


def _seconds(moment: str | None) -> int | None:
    """Give the seconds from 1970 on of a day or moment; none where there is none."""
    if moment is None:
        return None
    try:
        told = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    except ValueError:
        return None
    return int((told if told.tzinfo else told.replace(tzinfo=timezone.utc)).timestamp())
