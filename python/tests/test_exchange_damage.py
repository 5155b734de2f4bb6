"""Damaged files of every format: a record or an error that names the file, never anything else."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

import verbale
from exchange_cases import hard
from verbale.exchange import brat, schemaorg, webannotation

HARD = hard()
NAMES = ["astral", "line ends", "overlap", "right to left"]
INSTEAD: list[Any] = [None, "", "x", 0, -1, 2**40, 0.5, [], [1], {}, {"a": 1}, True]


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a value of JSON."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in items:
        yield (*path, key)
        yield from paths(part, (*path, key))


def damaged(value: Any) -> Iterator[Any]:
    """A value of JSON with one place taken away, or with something else there."""
    for n, path in enumerate(paths(value)):
        for instead in (INSTEAD[n % len(INSTEAD)], INSTEAD[(n // 7) % len(INSTEAD)], ...):
            made = copy.deepcopy(value)
            within = made
            for key in path[:-1]:
                within = within[key]
            if instead is ...:
                del within[path[-1]]
            else:
                within[path[-1]] = instead
            yield made


def refused(load: Any) -> bool:
    """Whether what is loaded is refused by name; else it is a record."""
    said = "damaged:"
    try:
        assert isinstance(load(), verbale.Record)
        return False
    except verbale.InputError as error:
        said = str(error)
    assert said.startswith("damaged:"), said
    return True


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("module", [webannotation, schemaorg], ids=["webannotation", "schemaorg"])
def test_json(module: Any, name: str) -> None:
    told = [
        refused(lambda made=made: module.load(made, "damaged")) for made in damaged(module.dump(HARD[name]))
    ]
    assert any(told)
    assert not all(told)


@pytest.mark.parametrize("name", NAMES)
def test_standoff(name: str) -> None:
    of = HARD[name]
    lines = brat.dump(of).split("\n")[:-1]
    told = []
    for at, line in enumerate(lines):
        half, digit = line[: len(line) // 2], line.replace("1", "9")
        for instead in ([], [line, line], [half], [digit], [line + " x"], [line.replace("\t", " ")]):
            made = "\n".join(lines[:at] + instead + lines[at + 1 :])
            told.append(refused(lambda made=made: brat.load(of.doc.text, made, None, "damaged")))
    assert any(told)
    assert not all(told)


@pytest.mark.parametrize("name", NAMES)
def test_notes_of_standoff(name: str) -> None:
    of = HARD[name]
    lines = brat.dump(of).split("\n")[:-1]
    told = []
    for at, line in enumerate(lines):
        head, note, words = line.partition("\t{")
        if note and line.startswith("#"):
            for value in damaged(json.loads("{" + words)):
                made = "\n".join([*lines[:at], f"{head}\t{json.dumps(value)}", *lines[at + 1 :]])
                told.append(refused(lambda made=made: brat.load(of.doc.text, made, None, "damaged")))
    assert any(told)
    assert not all(told)


@pytest.mark.parametrize("name", NAMES)
def test_features_of_a_cas(name: str) -> None:
    pytest.importorskip("cassis")
    from verbale.exchange import inception

    cas, told = inception.dump(HARD[name]), []
    for fs in [fs for fs in cas.select_all_annotations() if fs.type.name.startswith("verbale.")]:
        for feature in fs.type.all_features:
            before = fs[feature.name]
            for instead in (None, "x", 0, "{}", "[", '{"id": 7, "sentence": {}, "actors": [{}]}'):
                fs[feature.name] = instead
                told.append(refused(lambda: inception.load(cas, "damaged")))
            fs[feature.name] = before
    assert any(told)
    assert not all(told)
