"""On Spark and on Sail, with two processes of workers: the records of the command, after sorting."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import verbale
from conftest import RETOLD, STORIES

pytest.importorskip("pyspark")

from pyspark.sql import SparkSession

from verbale import spark as verbale_spark

TEXTS = [story for story in STORIES if "text" in story]
COLUMNS = "id string, text string, date date, url string, outlet string, title string, part int"


@pytest.fixture(scope="module", params=["spark", "sail"])
def session(request: pytest.FixtureRequest) -> Iterator[SparkSession]:
    """A session with two processes that work."""
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    if request.param == "spark":
        if shutil.which("java") is None:
            pytest.skip("no Java is here")
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        made = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
        yield made
        made.stop()
    else:
        server = pytest.importorskip("pysail.spark").SparkConnectServer()
        server.start(background=True)
        _, port = server.listening_address
        made = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
        yield made
        made.stop()
        server.stop()


def frame(session: SparkSession) -> Any:
    """The texts in two partitions."""
    rows = [
        (
            story["id"],
            story["text"],
            datetime.date.fromisoformat(story["published_at"]) if "published_at" in story else None,
            story.get("url"),
            story.get("outlet"),
            story.get("title"),
            at,
        )
        for at, story in enumerate(TEXTS)
    ]
    return session.createDataFrame(rows, COLUMNS).repartition(2)


def test_the_records_of_the_command(session: SparkSession, lines: Callable[..., list[str]]) -> None:
    names = {"published": "date", "url": "url", "id": "id", "outlet": "outlet", "title": "title"}
    made = verbale_spark.code(frame(session), **names, keep=["part"])  # type: ignore[arg-type]
    assert made.columns == ["part", "doc_key", "doc_id", "record", "rejected"]
    rows = made.collect()
    assert sorted(row.part for row in rows) == list(range(len(TEXTS)))
    assert sorted(row.record for row in rows if row.rejected is None) == sorted(lines(TEXTS))
    assert sorted(row.doc_id for row in rows if row.rejected is not None) == ["german", "none"]
    for row in rows:
        assert json.loads(row.record)["doc"]["key"] == row.doc_key
        assert TEXTS[row.part]["id"] == row.doc_id


def test_the_tables_of_records(session: SparkSession) -> None:
    names = {"published": "date", "url": "url", "id": "id", "outlet": "outlet", "title": "title"}
    made = verbale_spark.code(frame(session), **names)  # type: ignore[arg-type]
    events = verbale_spark.table(made, "events")
    want = verbale.tables(verbale.code(TEXTS)).events.pyarrow().to_pylist()

    def key(row: dict[str, Any]) -> tuple[str, str]:
        return row["doc_key"], row["event_id"]

    assert sorted((row.asDict() for row in events.collect()), key=key) == sorted(want, key=key)


def test_the_stories_of_one_machine(session: SparkSession) -> None:
    rows = [
        (s["id"], s["text"], s.get("published_at"), s.get("url"), at)
        for at, s in enumerate([*RETOLD, *TEXTS])
    ]
    texts = session.createDataFrame(rows, "id string, text string, date string, url string, part int")
    made = verbale_spark.code(texts.repartition(2), published="date", url="url", id="id")
    stories = verbale_spark.stories(made).collect()

    names = ("id", "text", "published_at", "url")
    records = verbale.code(
        [{k: v for k, v in zip(names, row, strict=False) if v is not None} for row in rows]
    )
    want = verbale.stories(records).pyarrow().to_pylist()
    assert [row.asDict() for row in stories] == want
    assert len({row["story"] for row in want}) < len(want)


def test_what_is_not_there_is_named(session: SparkSession) -> None:
    texts = frame(session)
    with pytest.raises(ValueError, match="no column 'body' in this frame; it has id, text"):
        verbale_spark.code(texts, text="body")
    with pytest.raises(ValueError, match="no table 'event'"):
        verbale_spark.table(texts, "event")
    with pytest.raises(ValueError, match="rename it"):
        verbale_spark.code(texts.withColumnRenamed("part", "record"), keep=["record"])
