"""Stories of records are those of the command, and of a store."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import verbale
from conftest import EXAMPLES, RETOLD, STORIES
from verbale import Store

Run = Callable[..., Any]


def test_stories_are_those_of_the_command(run: Run, tmp_path: Path) -> None:
    told = tmp_path / "in.jsonl"
    told.write_text("".join(f"{json.dumps(story)}\n" for story in RETOLD), encoding="utf-8")
    want = [json.loads(line) for line in run("stories", "--quiet", told).stdout.decode().splitlines()]
    rows = verbale.stories(verbale.code(RETOLD)).pyarrow().to_pylist()
    labels = {row["doc_key"]: row["doc_id"] for row in rows}
    made = {
        row["doc_id"]: {
            "doc": row["doc_id"],
            "story": row["story"],
            "thread": row["thread"],
            "copy_of": labels.get(row["copy_of"]),
            "copy_kind": row["copy_kind"],
        }
        for row in rows
    }
    assert [made[line["doc"]] for line in want] == want
    assert [line["copy_of"] for line in want] == ["b", None, None, None]
    assert want[0]["story"] == want[1]["story"] != want[2]["story"]


def test_stories_are_those_of_a_store(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    store.add_files(EXAMPLES)
    want = sorted(store.together("stories").pyarrow().to_pylist(), key=lambda row: row["doc_key"])
    made = verbale.stories(store.records()).pyarrow().to_pylist()
    assert sorted(made, key=lambda row: row["doc_key"]) == want


def test_what_cannot_be_coded_is_left_out() -> None:
    records = verbale.code(STORIES)
    assert len(verbale.stories(records)) == len([r for r in records if r.rejected is None]) < len(records)
    assert len(verbale.stories([])) == 0
