"""A record: everything that is said of one document."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from typing import Any

from verbale import _shape, _verbale
from verbale._shape import Doc, Entity, Event, Layer, Mention, Note, Span, Statement

_FRAME = (
    '<iframe sandbox="allow-scripts" style="width:100%;height:36em;border:1px solid #ccc" '
    'srcdoc="{page}"></iframe>'
)


class Record:
    """Everything said of one document, as one line of JSON that ``verbale code`` writes.

    The line is kept as it is (:meth:`json`); its parts are made of it when they are first asked for, and
    nothing can be changed in it. Records are equal where their lines are, and can be pickled.

    Parameters
    ----------
    line
        A line of ``--format jsonl``, of this version or an older one.

    Raises
    ------
    InputError
        A line that is no record, or whose offsets or ids point nowhere.

    Examples
    --------
    >>> import verbale
    >>> record = verbale.code("Kenya thanked Uganda for the grain, a minister said.", published="2031-03-05")
    >>> [(event.type, event.claim) for event in record.events]
    [('SUPPORT', True)]
    >>> record.voices(record.events[0])[0].id
    's1'
    >>> record == Record(record.json())
    True
    """

    __slots__ = ("__weakref__", "_line", "_parts")

    _line: str
    _parts: dict[str, Any]

    def __init__(self, line: str) -> None:
        self._line = _verbale.parse(line)
        self._parts = {}

    @classmethod
    def _of(cls, line: str) -> Record:
        """Make a record of a line that the engine has just written."""
        record = cls.__new__(cls)
        record._line = line
        record._parts = {}
        return record

    def _value(self) -> dict[str, Any]:
        """Give the line as values, read once."""
        if "value" not in self._parts:
            self._parts["value"] = json.loads(self._line)
        value: dict[str, Any] = self._parts["value"]
        return value

    def _list(self, name: str, kind: type[Any]) -> list[Any]:
        if name not in self._parts:
            self._parts[name] = [_shape.build(kind, part) for part in self._value().get(name, [])]
        parts: list[Any] = self._parts[name]
        return parts

    @property
    def schema(self) -> int:
        """Number of the contract."""
        return int(self._value()["schema"])

    @property
    def version(self) -> str:
        """Version of the program that made the record."""
        return str(self._value()["version"])

    @property
    def doc(self) -> Doc:
        """The document: source, dates, text, sections."""
        if "doc" not in self._parts:
            self._parts["doc"] = _shape.build(Doc, self._value()["doc"])
        doc: Doc = self._parts["doc"]
        return doc

    @property
    def mentions(self) -> list[Mention]:
        """Who, where, when."""
        return self._list("mentions", Mention)

    @property
    def statements(self) -> list[Statement]:
        """Who said what, through whom."""
        return self._list("statements", Statement)

    @property
    def events(self) -> list[Event]:
        """Who did what to whom, according to whom."""
        return self._list("events", Event)

    @property
    def layers(self) -> list[Layer]:
        """Who made each layer."""
        return self._list("layers", Layer)

    @property
    def notes(self) -> list[Note]:
        """What a user should know of how the document was read."""
        return self._list("notes", Note)

    @property
    def entities(self) -> list[Entity]:
        """Persons, bodies, states and places, in the order in which the text names them."""
        gathered: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.entity is not None:
                gathered.setdefault(mention.entity, []).append(mention)
        return [
            Entity(
                id=id,
                kind=mentions[0].kind,
                name=mentions[0].name,
                codes=list(dict.fromkeys(m.code for m in mentions if m.code is not None)),
                mentions=mentions,
            )
            for id, mentions in gathered.items()
        ]

    @property
    def rejected(self) -> str | None:
        """Why the text was not coded; none where it was."""
        return next((note.message for note in self.notes if note.kind == "rejected"), None)

    def json(self) -> str:
        """Give the record as the line of JSON that ``verbale code`` writes, without its end."""
        return self._line

    def dict(self) -> dict[str, Any]:
        """Give the record as plain dictionaries and lists, fresh each time."""
        value: dict[str, Any] = json.loads(self._line)
        return value

    def words(self, span: Span | tuple[int, int] | Mention | Any) -> str:
        """Give the words at a span.

        Parameters
        ----------
        span
            A :class:`Span`, a pair of offsets, or a part of a record that has ``start`` and ``end``.

        Examples
        --------
        >>> import verbale
        >>> record = verbale.code("Peru thanked Chile.")
        >>> record.words(record.events[0].actors[0]), record.words((5, 12))
        ('Peru', 'thanked')
        """
        start, end = span if isinstance(span, tuple) else (span.start, span.end)
        return self.doc.text[start:end]

    def quote(self, spans: Iterable[Span]) -> str:
        """Give the words of several spans, an ellipsis between them."""
        return " … ".join(self.words(span) for span in spans)

    def mention(self, id: str) -> Mention | None:
        """Find the mention called ``id``."""
        return next((m for m in self.mentions if m.id == id), None)

    def statement(self, id: str | None) -> Statement | None:
        """Find the statement called ``id``."""
        return next((s for s in self.statements if s.id == id), None)

    def event(self, id: str) -> Event | None:
        """Find the event called ``id``."""
        return next((e for e in self.events if e.id == id), None)

    def voices(self, event: Event) -> list[Statement]:
        """Give the statements that assert an event, outermost first; empty is the outlet itself."""
        found = (self.statement(id) for id in event.according_to)
        return [statement for statement in found if statement is not None]

    def statement_of(self, event: Event) -> Statement | None:
        """Give the statement that an event is the making of: the accusation behind an ACCUSE."""
        return self.statement(event.statement)

    def global_id(self, id: str) -> str:
        """Give the id of a mention, statement or event that holds in every collection."""
        return f"{self.doc.key}#{id}"

    def __str__(self) -> str:
        """Tell every statement and event in a line."""
        return _verbale.tell(self._line)

    def __repr__(self) -> str:
        return f"<Record {self.doc.id!r}: {len(self.statements)} statements, {len(self.events)} events>"

    def _repr_html_(self) -> str:
        """Show the story with its records, in a notebook: a frame that can reach nothing outside it."""
        return _FRAME.format(page=html.escape(_verbale.html([self._line])))

    def __eq__(self, other: object) -> bool:
        return self._line == other._line if isinstance(other, Record) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._line)

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return Record._of, (self._line,)
