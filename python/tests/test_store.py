"""Stores answer as the command does, and each sees what the other has added."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import verbale
from conftest import EXAMPLES, STORIES
from verbale import Store, StoreError

Run = Callable[..., Any]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store of the examples."""
    store = Store(tmp_path / "store")
    added = store.add_files(EXAMPLES)
    assert added.skipped == []
    assert added.added == len(store) > 10
    assert [note.split(": ")[1] for note in added.notes] == ["1 file is of another kind and not read (1 .md)"]
    return store


def test_what_was_added_is_there_for_the_command(run: Run, store: Store) -> None:
    added = run("add", store.path, EXAMPLES).stderr.decode()
    assert f"0 documents added to {store.path}, {len(store)} were there" in added
    assert "coded again" not in run("recode", "--quiet", store.path).stderr.decode()
    made = {
        row["made_by"]
        for row in store.sql(
            "SELECT DISTINCT made_by FROM documents JOIN producers ON producers.id = producer"
        )
    }
    other = Store(store.path.with_name("other"))
    run("add", "--quiet", other.path, EXAMPLES)
    assert made == {
        row["made_by"]
        for row in other.sql(
            "SELECT DISTINCT made_by FROM documents JOIN producers ON producers.id = producer"
        )
    }
    assert store.add_files(EXAMPLES)[:3] == (0, len(store), [])
    exported = run("export", "--quiet", store.path).stdout.decode().splitlines()
    assert [record.json() for record in store.records()] == exported
    assert [record.json() for record in other.records()] == exported


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"who": "ECU"},
        {"whom": "Peru", "since": "2000-01"},
        {"type": ["accuse", "CONSULT"]},
        {"voice": "outlet", "limit": 3},
        {"text": '"the border"', "until": "2099-12-31"},
        {"place": "Lima"},
    ],
)
def test_questions_are_answered_as_the_command_does(run: Run, store: Store, asked: dict[str, Any]) -> None:
    words = []
    for key, value in asked.items():
        for one in value if isinstance(value, list) else [value]:
            words += [f"--{key}", one]
    told = run("query", store.path, "--format", "json", *words).stdout.decode().splitlines()
    table = store.query(**asked).pyarrow()
    rows = table.to_pylist()
    assert [plain(row) for row in rows] == [json.loads(line) for line in told]
    assert rows or asked == {"place": "Lima"}
    assert table.schema == verbale.tables([]).events.pyarrow().schema


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row with days as JSON has them."""
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}


@pytest.mark.parametrize("by", ["month", "type", "who", "whom"])
def test_counts_are_those_of_the_command(run: Run, store: Store, by: Any) -> None:
    told = run("query", store.path, "--format", "csv", "--count", by).stdout.decode()
    rows = list(csv.DictReader(io.StringIO(told)))
    counts = store.query(count=by)
    assert counts
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in counts] == [
        {k: str(float(v)) if k == "intensity" else v for k, v in row.items()} for row in rows
    ]


@pytest.mark.parametrize("asked", [{}, {"who": "ECU"}, {"type": "ACCUSE", "limit": 2}])
def test_merged_events_are_those_of_the_command(run: Run, store: Store, asked: dict[str, Any]) -> None:
    words = [word for key, value in asked.items() for word in (f"--{key}", str(value))]
    told = run("query", store.path, "--merged", "--format", "json", *words).stdout.decode().splitlines()
    rows = store.query(merged=True, **asked).pyarrow().to_pylist()
    assert [plain(row) for row in rows] == [json.loads(line) for line in told]
    assert rows


@pytest.mark.parametrize("table", ["stories", "reports", "merged"])
def test_what_documents_say_together_is_that_of_the_command(run: Run, store: Store, table: Any) -> None:
    other = Store(store.path.with_name("other"))
    run("add", "--quiet", other.path, EXAMPLES)
    told = run("export", other.path, "--table", table, "--format", "csv").stdout.decode()
    assert len(store.together(table)) == len(list(csv.reader(io.StringIO(told)))) - 1 > 0
    assert store.together(table).pyarrow() == other.together(table).pyarrow()


def test_the_window_of_a_store_stays(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    store.add_files(EXAMPLES, window=3)
    store.add(STORIES[0])
    assert store.sql("SELECT window FROM grouping") == [{"window": 3}]


def test_sql(run: Run, store: Store) -> None:
    sql = "SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY n DESC, type"
    told = run("query", store.path, "--format", "json", "--sql", sql).stdout.decode().splitlines()
    assert store.sql(sql) == [json.loads(line) for line in told]
    assert list(store.sql(sql)[0]) == ["type", "n"]
    assert store.sql(sql, limit=2) == store.sql(sql)[:2]
    with pytest.raises(StoreError, match="reads only"):
        store.sql("DELETE FROM events")


def test_documents_and_events_are_shown(store: Store) -> None:
    (report,) = store.show("andes-border")
    assert report.event is None
    assert report.record.doc.id == "andes-border"
    event = report.record.events[0]
    (shown,) = store.show(report.record.global_id(event.id))
    assert shown.event == event
    assert shown.record == report.record
    with pytest.raises(StoreError, match="no document has this key"):
        store.show("nothing")


def test_a_story_shows_its_documents(store: Store) -> None:
    (first, *_) = store.sql("SELECT story, doc_key FROM stories JOIN documents ON id = document ORDER BY id")
    shown = store.show(first["story"])
    assert first["doc_key"] in [report.record.doc.key for report in shown]
    assert all(report.event is None for report in shown)


def test_texts_and_records_are_added_once(tmp_path: Path) -> None:
    store, records = Store(tmp_path / "s"), verbale.code(STORIES[:3])
    assert store.add(records[0]) == (1, 0, [], [])
    added = store.add([*STORIES[:2], *records[1:3], *STORIES[3:]])
    assert (added.added, added.known) == (4, 2)
    assert [why.split(":")[0] for why in added.skipped] == ["none", "german"]
    assert [record.doc.id for record in store.records()] == ["wells", "ferry", "signs", "bare", "page"]
    made = [
        json.loads(row["made_by"])["model"]
        for row in store.sql(
            "SELECT made_by FROM documents JOIN producers ON producers.id = producer ORDER BY documents.id"
        )
    ]
    assert made == ["?", "built-in", "?", "built-in", "built-in"]


def test_what_is_no_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store is here"):
        Store(tmp_path).query()
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(StoreError, match="other things in it"):
        Store(tmp_path).add(STORIES[0])
    store = Store(tmp_path / "s")
    store.add(STORIES[0])
    with pytest.raises(StoreError, match="no day or month"):
        store.query(since="yesterday")
    with pytest.raises(ValueError, match="one of month, type"):
        store.query(count="year")  # type: ignore[call-overload]
    assert repr(store) == f"Store({str(tmp_path / 's')!r})"
