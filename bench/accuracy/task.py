"""A task: a corpus that is read, coded and scored, and what is reported of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Failure(Exception):
    """What stops a run: the program, or a corpus that contradicts itself."""


class Absent(Failure):
    """A corpus of which nothing is there. The other tasks go on."""


def some(found, path, form):
    """What was read at a path, which must not be nothing."""
    if not found:
        raise Absent(f"{path}: no {form} in it")
    return found


class Report(NamedTuple):
    """`rows` are rows of the README, `details` further figures, `shown` what is only for `--show`."""

    rows: list
    details: list
    shown: tuple | list = ()


class Task(NamedTuple):
    name: str  # by which the task is asked for; several may share it
    corpus: str  # name, authors, year; terms
    needs: tuple  # files and folders below DATA
    tuned: str  # which data a rule or model was fitted to
    run: Callable  # a Program and the paths of what is needed; gives a Report


def row(what, data, *figures):
    """A row of the table in the README."""
    return f"| {what} | {data} | {'; '.join(figures)} |"


def figure(*numbers):
    return ", ".join(f"{n:.1f}" for n in numbers)


def lost(documents, records):
    """A line on documents of which there is no record; none where all have one."""
    missing = sum(d["id"] not in records for d in documents)
    return [f"documents without a record: {missing} of {len(documents)}"] if missing else []
