"""The command line of the exchange formats: what it writes, says and returns."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import verbale
from conftest import EXAMPLES
from verbale.exchange.__main__ import _FORMATS, main


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A file of records."""
    return verbale.code_files(EXAMPLES / "wires.jsonl", tmp_path / "records.jsonl").path


@pytest.mark.parametrize("format", _FORMATS)
def test_there_and_back(
    format: str, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, again = tmp_path / "folder", tmp_path / "again.jsonl"
    assert main([format, str(records), str(folder)]) == 0
    assert capsys.readouterr() == ("", f"{folder}: 3 documents\n")
    assert main([format, "--read", str(folder), str(again)]) == 0
    assert (again.read_bytes() == records.read_bytes()) is (format != "schemaorg")
    assert main([format, "--read", str(folder), str(again)]) == 1
    assert main([format, str(records), str(folder)]) == 1
    said = capsys.readouterr().err
    assert "again.jsonl exists; --overwrite replaces it" in said
    assert "folder is not empty" in said
    assert main([format, "--overwrite", "--read", str(folder), str(again)]) == 0
    assert main([format, "--overwrite", str(records), str(folder)]) == 0


@pytest.mark.parametrize("format", _FORMATS)
def test_bytes_do_not_depend_on_hashes(format: str, records: Path, tmp_path: Path) -> None:
    made = []
    for seed in "12":
        line = [sys.executable, "-m", "verbale.exchange", format, records, tmp_path / seed]
        subprocess.run(line, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed})
        made.append({path.name: path.read_bytes() for path in sorted((tmp_path / seed).iterdir())})
    assert made[0] == made[1] != {}


@pytest.mark.parametrize("format", _FORMATS)
def test_what_fails_is_named(format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lost, empty, target = tmp_path / "lost", tmp_path / "empty", tmp_path / "new"
    empty.mkdir()
    (tmp_path / "blank.jsonl").touch()
    (tmp_path / "broken.jsonl").write_text("\n{}\n", encoding="utf-8")
    for words, why in [
        ([str(lost), str(target)], "lost"),
        ([str(tmp_path / "blank.jsonl"), str(target)], "blank.jsonl: no records in this file"),
        ([str(tmp_path / "broken.jsonl"), str(target)], "broken.jsonl:2: not a record"),
        (["--read", str(lost), str(target)], "lost: no such folder"),
        (["--read", str(empty), str(target)], "empty: no file ."),
    ]:
        assert main([format, *words]) == 1
        assert why in capsys.readouterr().err
        assert not target.exists()


def test_a_line_that_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main([]) == main(["tei", "a", "b"]) == main(["brat", "a"]) == main(["brat", "a", "b", "--what"]) == 2
    )
    assert "invalid choice: 'tei'" in capsys.readouterr().err


def test_help() -> None:
    line: list[Any] = [sys.executable, "-m", "verbale.exchange", "--help"]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    assert all(f"  {name} " in done.stdout for name in _FORMATS)
    assert "docs/exchange.md" in done.stdout


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys, verbale; print([name for name in sys.modules if 'exchange' in name or 'cassis' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_package_that_is_missing_is_named(
    records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    assert main(["inception", str(records), str(tmp_path / "folder")]) == 1
    assert "pip install 'verbale[exchange]'" in capsys.readouterr().err
    assert not (tmp_path / "folder").exists()
