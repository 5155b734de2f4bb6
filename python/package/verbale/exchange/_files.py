"""Folders that a format is written to and read from: a file or more a document, named after its label.

What is written stands under its name only when it is whole; what is there is replaced only when asked.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from verbale._record import Record
from verbale._verbale import InputError, OutputError

Folder: TypeAlias = "str | os.PathLike[str]"

_LONGEST = 80


def emptied(folder: Folder, overwrite: bool) -> Path:
    """Make a folder to write to.

    Raises
    ------
    OutputError
        One that has files, unless they may be replaced; what is no folder.
    """
    path = Path(folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not overwrite and any(path.iterdir()):
            raise OutputError(
                f"{path} is not empty; overwrite=True (--overwrite) writes over files of the same name"
            )
    except OSError as error:
        raise error if isinstance(error, OutputError) else OutputError(f"{path}: {error.strerror}") from None
    return path


def put(path: Path, words: str) -> None:
    """Write a file as UTF-8 with its line ends as they are.

    Raises
    ------
    OutputError
        What cannot be written; names the file.
    """
    put_all(path, [words])


def put_all(path: Path, parts: Iterable[str]) -> int:
    """Write a file as UTF-8, part by part; give how many there were.

    Raises
    ------
    OutputError
        What cannot be written; names the file.
    """
    unfinished, n = path.with_name(f".verbale-unfinished-{path.name}"), 0
    try:
        with unfinished.open("wb") as file:
            for part in parts:
                file.write(part.encode("utf-8"))
                n += 1
        unfinished.replace(path)
    except OSError as error:
        raise error if isinstance(error, OutputError) else OutputError(f"{path}: {error.strerror}") from None
    finally:
        unfinished.unlink(missing_ok=True)
    return n


def get(path: Path) -> str:
    """Read a file of UTF-8 with its line ends as they are.

    Raises
    ------
    InputError
        What cannot be read; names the file.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not in UTF-8") from None


def put_json(path: Path, value: dict[str, Any]) -> None:
    """Write a file of JSON.

    Raises
    ------
    OutputError
        What cannot be written; names the file.
    """
    put(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def read_as(name: str, what: str = "") -> Iterator[None]:
    """Name what is read in what goes wrong with it, and say what it was to be.

    Raises
    ------
    InputError
        A part that is missing, or is not what it should be.
    """
    try:
        yield
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    except KeyError as error:
        raise InputError(f"{name}: no {error} where one is wanted") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{name}: {what}{error}") from None


def put_graphs(
    records: Iterable[Record], folder: Folder, overwrite: bool, dump: Callable[[Record], dict[str, Any]]
) -> int:
    """Write a file ``.jsonld`` a record, as ``dump`` makes it; give how many there were.

    Raises
    ------
    OutputError
        A folder that has files, or that cannot be written to.
    """
    path, n = emptied(folder, overwrite), 0
    for name, record in named(records):
        put_json(path / f"{name}.jsonld", dump(record))
        n += 1
    return n


def get_json(path: Path) -> dict[str, Any]:
    """Read a file that holds an object of JSON.

    Raises
    ------
    InputError
        What is none; names the file.
    """
    try:
        value = json.loads(get(path))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}: no JSON: {error}") from None
    if not isinstance(value, dict):
        raise InputError(f"{path}: no object of JSON")
    return value


def named(records: Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """Give records with names of files, each once on every system: letters, digits, ``-``, ``_``, ``.``."""
    taken: set[str] = set()
    for record in records:
        name = re.sub(r"[^\w.-]+", "-", record.doc.id, flags=re.ASCII).strip(".-")[:_LONGEST] or "doc"
        unique, n = name, 1
        while unique.lower() in taken:
            n += 1
            unique = f"{name}-{n}"
        taken.add(unique.lower())
        yield unique, record


def listed(folder: Folder, suffixes: tuple[str, ...]) -> list[Path]:
    """List the files of a folder that end so, by name.

    Raises
    ------
    InputError
        What is no folder, or has no such file.
    """
    path = Path(folder)
    if not path.is_dir():
        raise InputError(f"{path}: no such folder")
    files = (file for file in path.iterdir() if file.suffix in suffixes and not file.name.startswith("."))
    found = sorted(files)
    if not found:
        raise InputError(f"{path}: no file {' or '.join(suffixes)} in this folder")
    return found
