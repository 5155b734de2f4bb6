"""Pages run as they are printed, and print what they say; so do the examples of the docstrings."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

DOCS = {"python": 9, "exchange": 4}  # Pages, and how many examples they have at least.
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", DOCS)
def test_a_page_prints_what_it_says(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("matplotlib").use("Agg")
    path = ROOT / f"docs/{page}.md"
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    n_run, said = 0, ""

    def ran(block: re.Match[str]) -> str:
        """Runs an example; what it printed stands in the block behind it."""
        nonlocal n_run, said
        kind, words = block.groups()
        if kind == "python":
            assert said == "", f"what example {n_run} prints is not shown"
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(words, f"docs/{page}.md, example {n_run + 1}", "exec"), names)
            said, n_run = out.getvalue(), n_run + 1
        elif kind == "text":
            words, said = said, ""
        return f"```{kind}\n{words}```"

    words = path.read_text(encoding="utf-8")
    made = BLOCK.sub(ran, words)
    if os.environ.get("UPDATE"):
        path.write_text(made, encoding="utf-8")
    assert made == words
    assert n_run >= DOCS[page]
    assert page != "python" or (tmp_path / "figure.png").stat().st_size > 5000


def test_examples_of_docstrings() -> None:
    package = Path(__import__("verbale").__file__).parent
    line = [
        sys.executable,
        "-m",
        "pytest",
        "--doctest-modules",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        os.devnull,
    ]
    done = subprocess.run([*line, str(package)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"\b1?\d passed", done.stdout), done.stdout
