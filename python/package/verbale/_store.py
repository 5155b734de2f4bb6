"""Stores: many records in one folder, asked at any time (``docs/store.md``)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, overload

from verbale import _verbale
from verbale._files import Paths, reading_of, several
from verbale._inputs import Day, Story, warn
from verbale._progress import bar
from verbale._record import Record
from verbale._shape import Event
from verbale._tables import Table, record_lines

_CHUNK = 256
"""Records that are read together."""


class Added(NamedTuple):
    """What came of adding to a store."""

    added: int
    """Documents that are new in it."""
    known: int
    """Documents that were there; nothing was changed."""
    skipped: list[str]
    """Inputs that could not be coded, each with its name and why."""
    notes: list[str]
    """What else the command says: files of other kinds, what of an input was not read."""


class Report(NamedTuple):
    """A document, or an event as one document reports it."""

    record: Record
    """The record of the document."""
    event: Event | None
    """The event that was asked for; none where a document was."""


class Store:
    """A store of records in a folder; made when something is first added.

    The folder is opened for each call and closed after it, so that a store can be used on both sides of
    a fork. One program writes at a time.

    Parameters
    ----------
    path
        The folder.

    Examples
    --------
    >>> import tempfile
    >>> import verbale
    >>> store = verbale.Store(tempfile.mkdtemp())
    >>> store.add([{"id": "a", "text": "Kenya thanked Uganda.", "published_at": "2031-03-05"}])
    Added(added=1, known=0, skipped=[], notes=[])
    >>> store.query(who="KEN")
    <Table 'events': 1 rows, 36 columns>
    >>> store.sql("SELECT type, count(*) AS n FROM events GROUP BY type")
    [{'type': 'SUPPORT', 'n': 1}]
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"Store({os.fspath(self.path)!r})"

    def add(self, records: Record | Story | Iterable[Record | Story]) -> Added:
        """Add records, and texts, which are coded first; each document once.

        Stories, copies and merged events follow, as after :meth:`add_files`.

        Records are kept as they are. The store notes that it does not know with which tables they were
        made: ``verbale recode`` codes their texts again, those of texts that were added here only after
        an update.

        Raises
        ------
        StoreError
            A folder with other things in it, a store that another program writes to, a full disk.
        """
        single = isinstance(records, Record | str | Mapping)
        all_of: list[Record | Story] = [cast("Any", records)] if single else list(cast("Any", records))
        added, known, skipped = 0, 0, []
        for ours, some in _runs(all_of):
            lines = record_lines(some)
            if ours:
                made = [Record._of(line) for line in lines]
                skipped += [f"{r.doc.id}: {r.rejected}" for r in made if r.rejected is not None]
                lines = [r.json() for r in made if r.rejected is None]
            new, old = _verbale.store_add(self.path, lines, ours)
            added, known = added + new, known + old
        if added + known > 0:
            _verbale.store_follow(self.path, None)
        return Added(added, known, skipped, [])

    def add_files(
        self,
        paths: Paths,
        *,
        input: Literal["auto", "html", "text", "jsonl", "warc"] = "auto",
        published: Day = None,
        outlet: str | None = None,
        url: str | None = None,
        window: int | None = None,
        threads: int = 0,
        progress: bool = False,
    ) -> Added:
        """Code files and folders and add them, as ``verbale add`` does; what is there is not coded again.

        What documents say together follows: stories, copies, events that several reports tell. Parameters
        are those of :func:`code_files`; ``window`` is the number of days in which documents are compared (30,
        or as before). What was committed stays when the call is interrupted, and the next one goes on.
        """
        reading = reading_of(paths, input=input, published=published, outlet=outlet, url=url, threads=threads)
        with bar(None, progress) as tick:
            added = Added(*_verbale.store_add_files(self.path, several(paths), reading, window, tick))
        _verbale.store_follow(self.path, window)
        return added

    @overload
    def query(
        self,
        *,
        who: str | None = ...,
        whom: str | None = ...,
        type: str | Iterable[str] = ...,
        since: Day = ...,
        until: Day = ...,
        place: str | None = ...,
        voice: str | None = ...,
        text: str | None = ...,
        limit: int | None = ...,
        merged: bool = ...,
        count: None = ...,
    ) -> Table: ...

    @overload
    def query(
        self,
        *,
        who: str | None = ...,
        whom: str | None = ...,
        type: str | Iterable[str] = ...,
        since: Day = ...,
        until: Day = ...,
        place: str | None = ...,
        voice: str | None = ...,
        text: str | None = ...,
        limit: int | None = ...,
        count: Literal["month", "type", "who", "whom"],
    ) -> list[dict[str, Any]]: ...

    def query(
        self,
        *,
        who: str | None = None,
        whom: str | None = None,
        type: str | Iterable[str] = (),
        since: Day = None,
        until: Day = None,
        place: str | None = None,
        voice: str | None = None,
        text: str | None = None,
        limit: int | None = None,
        merged: bool = False,
        count: Literal["month", "type", "who", "whom"] | None = None,
    ) -> Table | list[dict[str, Any]]:
        """Ask for events, as ``verbale query`` does.

        Parameters
        ----------
        who, whom
            Who acts, and who is acted upon: an actor code with all below it (``KEN``, ``KEN.GOV``), an
            entity (``Q114``) or a preferred name.
        type
            PLOVER types, any of them.
        since, until
            From a day or month on, up to one.
        place
            A name, or a state as three capitals.
        voice
            According to whom; ``outlet`` is the outlet's own voice.
        text
            Words that the story has, all of them; those between quotation marks together.
        limit
            At most so many events.
        merged
            Gives an event once, however many report it, with its independent sources (columns of the table
            ``merged``).
        count
            Counts the events of each month, type, actor or recipient instead.

        Returns
        -------
        Table or list of dict
            Events, in the order of days, with the columns of the table ``events``; or counts.

        Raises
        ------
        StoreError
            No store in the folder, or a question that cannot be asked; says how to ask.
        """
        asked = {
            "who": who,
            "whom": whom,
            "kinds": [type] if isinstance(type, str) else list(type),
            "since": None if since is None else str(since),
            "until": None if until is None else str(until),
            "place": place,
            "voice": voice,
            "text": text,
            "limit": limit,
        }
        if count is not None:
            columns, rows = _verbale.store_count(self.path, asked, count)
            return [dict(zip([count, *columns], json.loads(row), strict=True)) for row in rows]
        table, damaged = _verbale.store_query(self.path, asked, merged)
        warn(damaged)
        return Table(table)

    def together(self, table: Literal["stories", "reports", "merged"]) -> Table:
        """Give what documents say together, a table with the columns of ``docs/columns.md``.

        ``stories`` has the story, thread and original of each document, ``merged`` an event once with its
        independent sources, ``reports`` which event of which document reports it.
        """
        return Table(_verbale.store_together(self.path, table))

    def show(self, name: str) -> list[Report]:
        """Find a document by key, label or address, an event (``KEY#e1`` or the id of a merged one), a story.

        Returns
        -------
        list of Report
            The documents with that label; the reports of the event, the one that was asked for first; or the
            documents of the story or thread, in the order of days.

        Raises
        ------
        StoreError
            A name that nothing in the store has.
        """
        reports = _verbale.store_show(self.path, name)
        made = [(Record._of(line), event) for line, event in reports]
        return [Report(record, record.event(event) if event is not None else None) for record, event in made]

    def records(self) -> Iterator[Record]:
        """Give the records of all documents that are there now, in the order in which they were added."""
        keys = _verbale.store_keys(self.path)
        for at in range(0, len(keys), _CHUNK):
            yield from map(Record._of, _verbale.store_records(self.path, keys[at : at + _CHUNK]))

    def sql(self, text: str, *, limit: int | None = None) -> list[dict[str, Any]]:
        """Ask the ledger one statement of SQL, reading only; ``docs/store.md`` lists its tables.

        Raises
        ------
        StoreError
            What is no statement, or one that would change something.
        """
        columns, rows = _verbale.store_sql(self.path, text, limit)
        return [dict(zip(columns, json.loads(row), strict=True)) for row in rows]

    def __len__(self) -> int:
        """Count the documents."""
        return len(_verbale.store_keys(self.path))


def _runs(all_of: list[Record | Story]) -> Iterator[tuple[bool, list[Record | Story]]]:
    """Cut into runs of records and runs of texts, in their order, so that documents keep it."""
    begin = 0
    for at in range(1, len(all_of) + 1):
        if at == len(all_of) or isinstance(all_of[at], Record) != isinstance(all_of[begin], Record):
            yield not isinstance(all_of[begin], Record), all_of[begin:at]
            begin = at
