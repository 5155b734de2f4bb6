"""Records as tables, in Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from verbale import _verbale
from verbale._coding import HOW, coded
from verbale._inputs import Story
from verbale._record import Record

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Table:
    """One table, with the columns of ``docs/columns.md``.

    Whatever takes Arrow by the PyCapsule interface takes it as it is (``polars.DataFrame(table)``,
    ``pyarrow.table(table)``, DuckDB); nothing is copied. The methods import what they name when they are
    called.
    """

    __slots__ = ("_native",)

    def __init__(self, native: _verbale.Table) -> None:
        self._native = native

    @property
    def name(self) -> str:
        """Its name."""
        return self._native.name

    @property
    def columns(self) -> list[str]:
        """The names of its columns."""
        return self._native.columns

    def __len__(self) -> int:
        return len(self._native)

    def __repr__(self) -> str:
        return f"<Table {self.name!r}: {len(self)} rows, {len(self.columns)} columns>"

    def __arrow_c_schema__(self) -> object:
        """Give the schema as a capsule of Arrow's C data interface."""
        return self._native.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give the rows as a capsule of Arrow's C stream interface."""
        return self._native.__arrow_c_stream__(requested_schema)

    def pyarrow(self) -> pyarrow.Table:
        """Give it as a table of pyarrow, sharing memory."""
        import pyarrow

        return cast("pyarrow.Table", pyarrow.table(self._native))

    def polars(self) -> polars.DataFrame:
        """Give it as a frame of polars."""
        import polars

        return polars.DataFrame(self._native)

    def pandas(self) -> pandas.DataFrame:
        """Give it as a frame of pandas (needs pyarrow as well)."""
        return cast("pandas.DataFrame", self.pyarrow().to_pandas())


class Tables(Mapping[str, Table]):
    """The tables of some records, by name and as attributes.

    ``documents``, ``mentions``, ``statements``, ``events``, ``participants``, ``voices``, ``entities``.
    """

    def __init__(self, tables: Iterable[Table]) -> None:
        self._tables = {table.name: table for table in tables}

    def __getitem__(self, name: str) -> Table:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __repr__(self) -> str:
        return f"<Tables: {', '.join(f'{name} ({len(table)})' for name, table in self.items())}>"

    @property
    def documents(self) -> Table:
        """A row is a document."""
        return self["documents"]

    @property
    def mentions(self) -> Table:
        """A row is a mention of an actor, place or time."""
        return self["mentions"]

    @property
    def statements(self) -> Table:
        """A row is a statement: who said what, through whom."""
        return self["statements"]

    @property
    def events(self) -> Table:
        """A row is an event: who did what to whom, according to whom."""
        return self["events"]

    @property
    def participants(self) -> Table:
        """A row is somebody's part in an event."""
        return self["participants"]

    @property
    def voices(self) -> Table:
        """A row is a statement that asserts an event."""
        return self["voices"]

    @property
    def entities(self) -> Table:
        """A row is a person, body, state or place in a document."""
        return self["entities"]

    def pandas(self) -> dict[str, pandas.DataFrame]:
        """Give all as frames of pandas, by name."""
        return {name: table.pandas() for name, table in self.items()}

    def polars(self) -> dict[str, polars.DataFrame]:
        """Give all as frames of polars, by name."""
        return {name: table.polars() for name, table in self.items()}

    def pyarrow(self) -> dict[str, pyarrow.Table]:
        """Give all as tables of pyarrow, by name."""
        return {name: table.pyarrow() for name, table in self.items()}


def tables(records: Record | Story | Iterable[Record | Story]) -> Tables:
    """Make the tables of records; texts among them are coded first, as :func:`code` does.

    Parameters
    ----------
    records
        Records, texts, dictionaries, or an iterable of such. A text that cannot be coded has a row in
        ``documents`` and none elsewhere.

    Returns
    -------
    Tables
        The seven tables of ``docs/columns.md``.

    Examples
    --------
    >>> import verbale
    >>> tables = verbale.tables(verbale.code("Ecuador accused Peru of crossing the border."))
    >>> {name: len(table) for name, table in tables.items() if len(table) == 2}
    {'mentions': 2, 'participants': 2, 'entities': 2}
    >>> tables.events.columns[:3]
    ['doc_key', 'doc_id', 'event_id']
    """
    several: Iterable[Any] = [records] if isinstance(records, Record | str | Mapping) else records
    return Tables(Table(table) for table in _verbale.tables(record_lines(several)))


def record_lines(several: Iterable[Record | Story]) -> list[str]:
    """Give the lines of records, and of texts that are coded here, in their order."""
    mixed = list(several)
    texts: list[Story] = [one for one in mixed if not isinstance(one, Record)]
    made = coded(texts, HOW, "note", progress=False)
    return [one.json() if isinstance(one, Record) else next(made).json() for one in mixed]
