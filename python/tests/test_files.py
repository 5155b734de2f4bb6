"""Files to files: the same bytes as the command."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

import verbale
from conftest import EXAMPLES

Run = Callable[..., Any]


def contents(path: Path) -> dict[str, bytes]:
    """The files that an output consists of, by name."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet", "html", "polecat", "gdelt"])
def test_the_bytes_of_the_command(
    run: Run, tmp_path: Path, format: Literal["jsonl", "csv", "parquet", "html", "polecat", "gdelt"]
) -> None:
    for folder in ("theirs", "ours"):
        (tmp_path / folder).mkdir()
    words = ["--published", "2031-03-05", "--outlet", "Meridian Wire", "--min-confidence", "0.5"]
    run("code", "--quiet", "--format", format, *words, "-o", tmp_path / "theirs/out", EXAMPLES)
    written = verbale.code_files(
        EXAMPLES,
        tmp_path / "ours/out",
        format=format,
        published="2031-03-05",
        outlet="Meridian Wire",
        min_confidence=0.5,
    )
    assert contents(tmp_path / "ours/out") == contents(tmp_path / "theirs/out")
    assert written.documents == len(list(verbale.read_records(jsonl(tmp_path))))
    assert written.path == tmp_path / "ours/out"
    assert written.skipped == []
    first, *more = [note.split(": ")[1] for note in written.notes]
    assert first == "1 file is of another kind and not read (1 .md)"
    assert len(more) == (format in ("polecat", "gdelt")), "what is not in the table"


def jsonl(folder: Path) -> Path:
    """The records of the examples, as lines."""
    return verbale.code_files(EXAMPLES, folder / "records.jsonl", threads=1).path


def test_bytes_do_not_depend_on_threads(tmp_path: Path) -> None:
    made = [
        verbale.code_files(EXAMPLES, tmp_path / f"{n}.jsonl", threads=n).path.read_bytes() for n in (1, 2, 7)
    ]
    assert made[0] == made[1] == made[2] != b""


def test_csv_for_excel(run: Run, tmp_path: Path) -> None:
    run("code", "--quiet", "--format", "csv", "--bom", "-o", tmp_path / "a", EXAMPLES / "wires.jsonl")
    verbale.code_files(EXAMPLES / "wires.jsonl", tmp_path / "b", format="csv", bom=True)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert (tmp_path / "b/events.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with pytest.raises(ValueError, match="bom"):
        verbale.code_files(EXAMPLES, tmp_path / "c.jsonl", bom=True)


def test_an_output_stays_unless_it_is_to_go(tmp_path: Path) -> None:
    story, output = tmp_path / "story.txt", tmp_path / "records.jsonl"
    story.write_text("Chile thanked Peru.", encoding="utf-8")
    verbale.code_files(story, output)
    before = output.read_bytes()
    with pytest.raises(verbale.OutputError, match=r"records\.jsonl exists; overwrite=True replaces it"):
        verbale.code_files(story, output)
    story.write_text("Peru thanked Chile.", encoding="utf-8")
    verbale.code_files(str(story), str(output), overwrite=True)
    assert output.read_bytes() != before
    story.write_text(" ", encoding="utf-8")
    before = output.read_bytes()
    with pytest.raises(verbale.InputError, match=r"story\.txt: empty file"):
        verbale.code_files(story, output, overwrite=True)
    assert output.read_bytes() == before
    with pytest.raises(verbale.OutputError, match="the output is also an input"):
        verbale.code_files([tmp_path], output, overwrite=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["records.jsonl", "story.txt"]


def test_what_is_skipped_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile thanked Peru.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("\n", encoding="utf-8")
    paths = [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"]
    written = verbale.code_files(paths, tmp_path / "out.jsonl")
    assert written.documents == 1
    assert [why.split(": ")[0] for why in written.skipped] == [str(path) for path in paths[1:]]
    with pytest.raises(ValueError, match="one story"):
        verbale.code_files(paths, tmp_path / "other.jsonl", url="https://news.example/a")
    with pytest.raises(ValueError, match="xml: known formats are"):
        verbale.code_files(paths, tmp_path / "other.jsonl", format="xml")  # type: ignore[arg-type]


def test_records_are_read_again(tmp_path: Path) -> None:
    path = jsonl(tmp_path)
    records = list(verbale.read_records(path))
    assert "".join(record.json() + "\n" for record in records) == path.read_text(encoding="utf-8")
    packed = tmp_path / "records.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert list(verbale.read_records(packed)) == records
    path.write_text(records[0].json() + "\n\n{}\n", encoding="utf-8")
    with pytest.raises(verbale.InputError, match=r"records\.jsonl:3: not a record"):
        list(verbale.read_records(path))
