"""Files to records: into other files, or read again."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from verbale import _verbale
from verbale._inputs import Day, beside, least, workers
from verbale._progress import bar
from verbale._record import Record
from verbale._verbale import InputError, OutputError

Paths: TypeAlias = "str | os.PathLike[str] | Iterable[str | os.PathLike[str]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What :func:`code_files` did."""

    path: Path
    """The file or folder that was written."""
    documents: int
    """Documents that are in it."""
    skipped: list[str]
    """Inputs that are not, each with its name and why."""
    notes: list[str]
    """What else the command says: files of other kinds, what of an input was not read."""


def code_files(
    paths: Paths,
    output: str | os.PathLike[str],
    *,
    format: Literal["jsonl", "csv", "parquet", "html", "polecat", "gdelt"] = "jsonl",
    input: Literal["auto", "html", "text", "jsonl", "warc"] = "auto",
    published: Day = None,
    outlet: str | None = None,
    url: str | None = None,
    threads: int = 0,
    min_confidence: float = 0,
    overwrite: bool = False,
    bom: bool = False,
    claims: bool = False,
    progress: bool = False,
) -> Written:
    """Code files and folders into one output, as ``verbale code PATH... -o OUTPUT`` does: the same bytes.

    Parameters
    ----------
    paths
        Files and folders (read recursively): plain text, web pages, JSON Lines, web archives, each also
        gzipped.
    output
        A folder (``csv``, ``parquet``) or a file (the others).
    format
        How the records are written. ``polecat`` and ``gdelt`` have only what is told as having happened
        (``docs/peers.md``); how much that leaves out is the last of the notes.
    input
        What the files hold; ``auto`` tells by extension and content.
    published, outlet, url
        What is said of stories that do not say it themselves; ``url`` of one story only.
    threads
        Worker threads; 0 is one a core.
    min_confidence
        Leaves out statements and events less likely to be right, from 0 to 1.
    overwrite
        Replaces an output that is there; it stays until the new one is whole.
    bom
        Begins CSV files with a byte order mark, by which Excel knows that they are UTF-8.
    claims
        Takes somebody's word into ``polecat`` as well, ``claim`` in the column ``Version`` of such rows.
    progress
        Counts the documents, where ``tqdm`` is installed.

    Returns
    -------
    Written
        How many documents are in the output, and which inputs are not.

    Raises
    ------
    InputError
        Where nothing could be read; an older output stays then.
    OutputError
        An output that is there, that is also an input, or that cannot be written.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> import verbale
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "story.txt").write_text("Chile thanked Peru.")
    >>> verbale.code_files(folder / "story.txt", folder / "records.jsonl").documents
    1
    """
    if bom and format != "csv":
        raise ValueError("bom is for CSV files")
    if claims and format != "polecat":
        raise ValueError("claims is for polecat: gdelt has no column for them, others always have them")
    reading = reading_of(paths, input=input, published=published, outlet=outlet, url=url, threads=threads)
    making = {
        "format": format,
        "overwrite": overwrite,
        "bom": bom,
        "claims": claims,
        "min_confidence": least(min_confidence),
    }
    inputs, target = several(paths), Path(output)
    _refuse_overlap(inputs, target)
    with bar(None, progress) as tick:
        documents, skipped, notes = _verbale.code_files(inputs, target, reading, making, tick)
    return Written(path=target, documents=documents, skipped=skipped, notes=notes)


def several(paths: Paths) -> list[Path]:
    """Give one path or several as a list."""
    return [Path(paths)] if isinstance(paths, str | os.PathLike) else [Path(path) for path in paths]


def reading_of(
    paths: Paths, *, input: str, published: Day, outlet: str | None, url: str | None, threads: int
) -> dict[str, Any]:
    """Give how inputs are read.

    Raises
    ------
    ValueError
        The address of one story for several.
    """
    if url is not None and (len(several(paths)) > 1 or any(path.is_dir() for path in several(paths))):
        raise ValueError("url is the address of one story; name one input with it")
    return {"input": input, "given": beside(published, url, outlet), "threads": workers(threads)}


def _refuse_overlap(inputs: list[Path], output: Path) -> None:
    """Refuse an output that is an input, or that stands in a folder of inputs and would be read there."""
    if not output.is_file():
        return
    for path in inputs:
        inside = path.is_dir() and path.resolve() in output.resolve().parents
        if inside or (path.exists() and path.samefile(output)):
            raise OutputError(f"{output}: the output is also an input ({path}); write it elsewhere")


def read_records(path: str | os.PathLike[str]) -> Iterator[Record]:
    """Read the records of a file of JSON Lines, also gzipped, one after the other.

    Parameters
    ----------
    path
        What ``verbale code``, ``verbale export`` or :func:`code_files` has written, in this version or an
        older one.

    Raises
    ------
    InputError
        A line that is no record; names file and line.
    """
    opened = gzip.open if os.fspath(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for at, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield Record(line)
                except InputError as error:
                    raise InputError(f"{os.fspath(path)}:{at}: {error}") from None
