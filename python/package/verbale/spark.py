"""Coding on a Spark cluster, or on what speaks its protocol (Sail): frames of texts to frames of records.

Workers need this package as well; each of their processes loads the engine once. Nothing here starts or
configures Spark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from verbale import _verbale
from verbale._coding import HOW
from verbale._inputs import least, line
from verbale._record import Record
from verbale._stories import WINDOW

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["code", "stories", "table"]

_OURS = ("doc_key", "doc_id", "record", "rejected")

_STEP = 16
"""Rows whose records a worker holds at once; Spark hands it thousands."""


def code(
    df: DataFrame,
    *,
    text: str | None = "text",
    html: str | None = None,
    published: str | None = None,
    url: str | None = None,
    id: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    min_confidence: float = 0,
    keep: Sequence[str] = (),
) -> DataFrame:
    """Code the texts of a frame, a row each.

    Parameters
    ----------
    df
        A frame of texts.
    text, html, published, url, id, outlet, title
        The names of the columns that hold them; none is a column that is not there. Dates may be dates,
        moments or text.
    min_confidence
        Leaves out statements and events less likely to be right, from 0 to 1.
    keep
        Columns that the rows keep.

    Returns
    -------
    DataFrame
        A row a row, in no order: the columns to keep, ``doc_key``, ``doc_id``, ``record`` (the line of
        JSON that ``verbale code`` writes) and ``rejected`` (why a text has no findings; its record says
        so in a note).

    Raises
    ------
    ValueError
        A column that is not there, or one to keep that is called as one of ours.

    Examples
    --------
    ::

        stories = spark.read.json("day.jsonl.gz")
        records = verbale.spark.code(stories, text="text", published="date", id="url")
        verbale.spark.table(records, "events").write.parquet("events/")
    """
    from pyspark.sql.types import StringType, StructField, StructType

    columns = {
        "text": text,
        "html": html,
        "published_at": published,
        "url": url,
        "id": id,
        "outlet": outlet,
        "title": title,
    }
    named = {key: column for key, column in columns.items() if column is not None}
    missing = [column for column in (*named.values(), *keep) if column not in df.columns]
    if missing:
        raise ValueError(f"no column {missing[0]!r} in this frame; it has {', '.join(df.columns)}")
    if set(keep) & set(_OURS):
        raise ValueError(f"a column to keep is called as one of {', '.join(_OURS)}; rename it")
    fields = [df.schema[column] for column in keep]
    schema = StructType(fields + [StructField(name, StringType(), name == "rejected") for name in _OURS])
    chosen = df.select(*dict.fromkeys((*named.values(), *keep)))
    return chosen.mapInArrow(partial(_records, named, tuple(keep), least(min_confidence)), schema)


def table(records: DataFrame, name: str, *, record: str = "record") -> DataFrame:
    """Make one of the tables of ``docs/columns.md`` of a frame of records.

    Parameters
    ----------
    records
        A frame with a column of lines of JSON, such as :func:`code` makes.
    name
        ``documents``, ``mentions``, ``statements``, ``events``, ``participants``, ``voices`` or
        ``entities``.
    record
        The name of the column.

    Raises
    ------
    ValueError
        A table that there is not.
    """
    import pyarrow
    from pyspark.sql.pandas.types import from_arrow_schema

    empty = {one.name: one for one in _verbale.tables([])}
    if name not in empty:
        raise ValueError(f"no table {name!r}; there are {', '.join(empty)}")
    schema = from_arrow_schema(pyarrow.schema(empty[name]))
    return records.select(record).mapInArrow(partial(_rows, name, record), schema)


def stories(records: DataFrame, *, record: str = "record", window: int = WINDOW) -> DataFrame:
    """Tell which documents of a frame of records tell one story, and which have their text from which.

    What grouping needs of a record is made where the record is; then one process lays it aside on its disk
    and places the days in their order, so that ids are those of ``verbale stories`` on one machine.

    Parameters
    ----------
    records
        A frame with a column of lines of JSON, such as :func:`code` makes. Texts that could not be coded
        are left out.
    record
        The name of the column.
    window
        Documents more days apart are not compared.

    Returns
    -------
    DataFrame
        The table ``stories`` of ``docs/columns.md``; join it by ``doc_key``.
    """
    import pyarrow
    from pyspark.sql.pandas.types import from_arrow_schema

    schema = from_arrow_schema(pyarrow.schema(_verbale.Stories(window).finish()))
    reports = records.select(record).mapInArrow(partial(_reports, record), "day string, report string")
    return reports.repartition(1).mapInArrow(partial(_placed, window), schema)


def _reports(record: str, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """Make what grouping needs of batches of records; runs in the processes of the workers."""
    import pyarrow

    for batch in _steps(batches):
        lines = batch.column(batch.schema.get_field_index(record)).to_pylist()
        made = _verbale.reports([line for line in lines if Record._of(line).rejected is None])
        arrays = [_strings([day for day, _ in made]), _strings([report for _, report in made])]
        yield pyarrow.RecordBatch.from_arrays(arrays, names=["day", "report"])


def _placed(window: int, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """Lay reports aside on the disk, place them day by day, and tell all at the end; runs in one process."""
    import pyarrow

    whole, days = _verbale.Stories(window), dict[tuple[bool, str], list[int]]()
    with TemporaryFile() as file:
        for batch in batches:
            for day, report in zip(*map(pyarrow.Array.to_pylist, batch.columns), strict=True):
                days.setdefault((day is None, day or ""), []).append(file.tell())
                file.write(report.encode() + b"\n")
        for key in sorted(days):
            whole.day([_line(file, place) for place in days[key]])
    yield from pyarrow.table(whole.finish()).to_batches()


def _steps(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """Cut batches into small ones, which share their memory."""
    for batch in batches:
        for start in range(0, batch.num_rows, _STEP):
            yield batch.slice(start, _STEP)


def _strings(values: Iterable[str | None]) -> pyarrow.Array:
    """Make an array of text. ``pyarrow.array`` would load pandas, 45 MB in each worker."""
    from pyarrow.lib import StringBuilder

    builder = StringBuilder()
    for value in values:
        builder.append(value)
    return builder.finish()


def _line(file: IO[bytes], place: int) -> str:
    """Read a line from where it begins."""
    file.seek(place)
    return file.readline().decode()


def _records(
    columns: Mapping[str, str], keep: tuple[str, ...], least: float, batches: Iterator[pyarrow.RecordBatch]
) -> Iterator[pyarrow.RecordBatch]:
    """Code batches of rows; runs in the processes of the workers."""
    import pyarrow

    for batch in _steps(batches):
        stories = [{key: row[column] for key, column in columns.items()} for row in batch.to_pylist()]
        items = [line(story, f"texts[{at}]") for at, story in enumerate(stories)]
        ours: list[list[Any]] = [[] for _ in _OURS]
        for made, (key, label), why, _ in _verbale.code(items, HOW.given, HOW.threads, least, None):
            rejected = None if why is None else Record._of(made).rejected
            for column, value in zip(ours, (key, label, made, rejected), strict=True):
                column.append(value)
        arrays = [batch.column(batch.schema.get_field_index(column)) for column in keep]
        arrays += map(_strings, ours)
        yield pyarrow.RecordBatch.from_arrays(arrays, names=[*keep, *_OURS])


def _rows(name: str, record: str, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """Make the rows of batches of records; runs in the processes of the workers."""
    import pyarrow

    for batch in _steps(batches):
        lines = batch.column(batch.schema.get_field_index(record)).to_pylist()
        (made,) = (one for one in _verbale.tables(lines) if one.name == name)
        yield from pyarrow.table(made).to_batches()
