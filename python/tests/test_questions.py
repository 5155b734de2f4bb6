"""The atlas and explanations answer as the command does."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest

import verbale
from conftest import STORIES
from verbale import atlas

Run = Callable[..., Any]


@pytest.mark.parametrize("name", ["NATO", "Georgia", "the ECB", "Kofi Annan"])
@pytest.mark.parametrize("date", [None, "1999-05-01", "2024-06-21"])
def test_names_are_looked_up_as_the_command_does(run: Run, name: str, date: str | None) -> None:
    words = ["--date", date] if date else []
    told = run("atlas", "lookup", name, *words, "--json", fails=True).stdout.decode().splitlines()
    found = atlas.lookup(name, date)
    assert [dataclasses.asdict(candidate) for candidate in found] == [json.loads(line) for line in told]
    assert found or name == "the ECB"
    if date is not None:
        assert atlas.lookup(name, datetime.date.fromisoformat(date)) == found


def test_members_are_those_of_the_day() -> None:
    before, after = (len(atlas.lookup("NATO", day)[0].members) for day in ("1999-01-01", "2024-06-21"))
    assert before < after
    assert atlas.lookup("nobody of this name") == []
    with pytest.raises(ValueError, match='"1999" is no day'):
        atlas.lookup("NATO", "1999")


@pytest.mark.parametrize("what", [[], ["s1"], ["e1", "s1"], ["denied"], ["--at", "40"]])
def test_records_are_explained_as_the_command_does(run: Run, what: list[str]) -> None:
    story = STORIES[0]
    told = run("explain", "--input", "jsonl", "-", *what, stdin=json.dumps(story).encode()).stdout.decode()
    ours = verbale.explain(story, at=40) if "--at" in what else verbale.explain(story, *what)
    assert ours == told != ""


def test_a_question_about_nothing_is_refused() -> None:
    with pytest.raises(verbale.InputError, match="no record e99 in wells; there are"):
        verbale.explain(STORIES[0], "e99")
    with pytest.raises(verbale.InputError, match="text: neither"):
        verbale.explain(" ")
