"""What the tests share: the command to compare with, the examples, texts that were invented for them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"

STORIES: list[dict[str, Any]] = [
    {
        "id": "wells",
        "published_at": "2031-03-05",
        "outlet": "Meridian Wire",
        "title": "Chad Lends Niger Two Drills",
        "text": "Chad Lends Niger Two Drills\n\nNDJAMENA, March 5 — Chad agreed on Wednesday to lend Niger two "
        "drills, Chadian Foreign Minister Moussa Adoum said. “The wells will not wait,” he told reporters. "
        "Niger denied that it had asked for them.",
    },
    {
        "id": "ferry",
        "url": "https://news.example/2031/04/02/ferry",
        "text": "Greece accused Albania of stopping a ferry near Corfu. Albania's prime minister rejected the "
        "accusation and called for talks, the Meridian Wire reported, citing his office.",
    },
    {
        "id": "signs",
        "published_at": "2031-04-03",
        "text": "\U0001f6a2 Iṡlas de Café\u0301 — \U0001f469\u200d\U0001f680 “We never crossed \U0001f30a the border,” "
        "Peru\u2019s foreign minister said in Lima. S\u0327i Ecuador accused Peru of lying. \U0001f1f5\U0001f1ea",
    },
    {"id": "bare", "text": "Rebels in Mali shelled an army camp on Monday, killing four soldiers."},
    {
        "id": "page",
        "html": "<html><body><article><h1>Fiji hosts talks</h1><p>Fiji hosted talks with Tonga on Tuesday. "
        "The talks will go on, Fiji's prime minister said on Wednesday in the capital, and ended without a paper "
        "that both sides could have signed before their ministers went home.</p></article></body></html>",
    },
    {"id": "none", "text": " "},
    {
        "id": "german",
        "text": "Der Minister sagte am Montag, dass die Gespräche mit den Nachbarn weitergehen werden. "
        "Die Regierung habe noch keine Entscheidung getroffen, und niemand wolle den Streit über die Fähre "
        "fortsetzen. Am Abend kamen die Vertreter beider Seiten zusammen, ohne dass ein Ergebnis bekannt wurde.",
    },
]

RETOLD: list[dict[str, Any]] = [
    {
        "id": "a",
        "url": "https://shore.example/bell",
        "published_at": "2031-03-06",
        "text": "Divers found a bronze bell under the lighthouse of Skerra that had been lost for a century, the "
        "harbour office said. The bell will be hung in the chapel on Sunday, and schools will be closed. It weighs "
        "as much as two oxen, and four men could not lift it from the boat.",
    },
    {
        "id": "b",
        "url": "https://wire.example/bell",
        "published_at": "2031-03-05",
        "text": "Divers found a bronze bell under the lighthouse of Skerra that had been lost for a century, the "
        "harbour office said. The bell will be hung in the chapel on Sunday, and schools will be closed. It weighs "
        "as much as two oxen, and four men could not lift it from the boat that brought it home.",
    },
    {
        "id": "c",
        "url": "https://shore.example/wheat",
        "published_at": "2031-03-06",
        "text": "Wheat prices fell in Odesa after ships had come back to the port, traders said.",
    },
    {
        "id": "d",
        "url": "https://lake.example/busia",
        "text": "Kenya thanked Uganda for opening the bridge at Busia, its transport minister said.",
    },
]
"""Two reports of one thing of which one has its text from the other, and two of other things."""


@pytest.fixture(scope="session")
def command() -> Path:
    """The command of the same source; `./check` builds it."""
    folder = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    path = Path(os.environ.get("VERBALE", folder / "release" / "verbale"))
    assert path.is_file(), f"{path}: build the command first: cargo build --release --locked -p verbale-cli"
    return path


Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(command: Path) -> Run:
    """Runs the command in the folder of the source and gives what it wrote."""

    def ran(*words: object, stdin: bytes = b"", fails: bool = False) -> subprocess.CompletedProcess[bytes]:
        line = [str(command), *map(str, words)]
        done = subprocess.run(line, input=stdin, capture_output=True, cwd=ROOT, check=False)
        assert fails or done.returncode == 0, done.stderr.decode()
        return done

    return ran


@pytest.fixture
def lines(run: Run) -> Callable[..., list[str]]:
    """The lines that the command writes of stories on its standard input."""

    def made(stories: Iterable[dict[str, Any]], *words: object) -> list[str]:
        stdin = "".join(json.dumps(story, ensure_ascii=False) + "\n" for story in stories).encode()
        done = run("code", "--quiet", "--input", "jsonl", *words, "-", stdin=stdin, fails=True)
        return done.stdout.decode().splitlines()

    return made


@pytest.fixture(autouse=True)
def _in_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
