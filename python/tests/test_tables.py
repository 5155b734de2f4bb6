"""Tables are those that the command writes as Parquet."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import verbale
from conftest import EXAMPLES, STORIES

NAMES = ["documents", "mentions", "statements", "events", "participants", "voices", "entities"]


@pytest.fixture
def folder(run: Callable[..., Any], tmp_path: Path) -> Path:
    """The examples as Parquet and as JSON Lines, made by the command."""
    run("code", "--quiet", "--format", "parquet", "-o", tmp_path, EXAMPLES)
    run("code", "--quiet", "-o", tmp_path / "records.jsonl", EXAMPLES)
    return tmp_path


def test_the_tables_of_the_command(folder: Path) -> None:
    tables = verbale.tables(verbale.read_records(folder / "records.jsonl"))
    assert list(tables) == NAMES
    for name, table in tables.pyarrow().items():
        written = pq.read_table(folder / f"{name}.parquet")
        assert table.num_rows > 0
        assert table.equals(written), name
        assert table.schema.equals(written.schema.remove_metadata(), check_metadata=False)
        for ours, theirs in zip(table.schema, written.schema, strict=True):
            assert ours.metadata[b"definition"] == theirs.metadata[b"definition"]
        meta = {key: value for key, value in written.schema.metadata.items() if key != b"verbale.version"}
        assert table.schema.metadata == meta
    assert getattr(tables, "events") is tables["events"]  # noqa: B009
    assert [table.name for table in tables.values()] == NAMES


def test_pandas_and_polars_see_the_same(folder: Path) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    tables = verbale.tables(verbale.read_records(folder / "records.jsonl"))
    for name, table in tables.items():
        written = pq.read_table(folder / f"{name}.parquet")
        frame = table.polars()
        assert frame.columns == table.columns
        assert frame.to_arrow().to_pylist() == written.to_pylist()
        pandas.testing.assert_frame_equal(table.pandas(), written.to_pandas())
        assert polars.DataFrame(table).equals(frame)
    assert set(tables.pandas()) == set(tables.polars()) == set(NAMES)


def test_texts_are_coded_on_the_way() -> None:
    records = verbale.code(STORIES)
    mixed = [records[0], *STORIES[1:3], records[3], *STORIES[4:]]
    for name, table in verbale.tables(mixed).pyarrow().items():
        assert table.equals(verbale.tables(records)[name].pyarrow())
    assert len(verbale.tables(STORIES[0]).documents) == len(verbale.tables(records[0]).documents) == 1
    assert len(verbale.tables("Chile thanked Peru.").events) == 1


def test_no_record_is_a_table_without_rows() -> None:
    for table in verbale.tables([]).values():
        assert len(table) == 0
        assert table.pyarrow().column_names == table.columns
    assert repr(verbale.tables([]).events).startswith("<Table 'events': 0 rows")


def test_batches_are_handed_over_without_a_copy() -> None:
    table = verbale.tables("Chile thanked Peru.").events

    def first() -> int:
        address: int = table.pyarrow().column("type").chunk(0).buffers()[2].address
        return address

    assert first() == first(), "the memory is the table's own"
    assert pa.schema(table) == table.pyarrow().schema


def test_large_tables_have_batches() -> None:
    records = verbale.code(["Chile thanked Peru. Peru thanked Chile."]) * 9000
    table = verbale.tables(records).events.pyarrow()
    assert (table.num_rows, table.column(0).num_chunks) == (18_000, 2)


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    script = (
        "import sys, verbale; verbale.tables('Chile thanked Peru.'); "
        "print(sys.modules.keys() & {'pandas', 'polars', 'pyarrow', 'numpy'})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
