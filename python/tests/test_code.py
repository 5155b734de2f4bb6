"""Records are those of the command, byte for byte; what cannot be coded is named."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

import verbale
from conftest import EXAMPLES, STORIES

Lines = Callable[..., list[str]]

GOOD = [story for story in STORIES if story["id"] not in ("none", "german")]


def examples() -> list[dict[str, Any]]:
    """The texts of the examples, as stories."""
    files = [path for path in sorted(EXAMPLES.iterdir()) if path.suffix in (".txt", ".html")]
    keys = {".txt": "text", ".html": "html"}
    stories = [
        {"id": path.stem, keys[path.suffix]: path.read_bytes().decode("utf-8", "replace")} for path in files
    ]
    return stories + [json.loads(line) for line in (EXAMPLES / "wires.jsonl").open(encoding="utf-8")]


@pytest.mark.parametrize("stories", [GOOD, examples()], ids=["invented", "examples"])
@pytest.mark.parametrize("threads", [1, 2, 5])
def test_the_same_lines_as_the_command(lines: Lines, stories: list[dict[str, Any]], threads: int) -> None:
    records = verbale.code(stories, threads=threads)
    assert [record.json() for record in records] == lines(stories)
    assert any(record.statements for record in records)
    assert any(record.events for record in records)


def test_one_by_one_is_the_same_as_together() -> None:
    assert [verbale.code(story) for story in GOOD] == verbale.code(iter(GOOD))


def test_what_is_said_beside_a_text(lines: Lines) -> None:
    text = "Ghana's president accused Togo on Monday of closing the border."
    beside = {"published": "2024-06-21", "outlet": "Reuters", "url": "https://news.example/border"}
    words = [word for key, value in beside.items() for word in (f"--{key}", value)]
    story = {"id": "b", "title": "Ghana Accuses Togo", "text": text}
    want = lines([story], *words)
    got = verbale.code(text, id="b", title="Ghana Accuses Togo", **beside)  # type: ignore[call-overload]
    assert [got.json()] == want
    assert got.doc.outlet.name == "Reuters"
    day = datetime.date(2024, 6, 21)
    assert verbale.code(text, published=day).json() == verbale.code(text, published="2024-06-21").json()
    own = verbale.code({"text": text, "published_at": day}, published="1999-01-01")
    assert own.doc.published_at == "2024-06-21"


def test_only_what_is_likely_right(lines: Lines) -> None:
    records = verbale.code(GOOD, min_confidence=0.7)
    assert [record.json() for record in records] == lines(GOOD, "--min-confidence", "0.7")
    assert [record.json() for record in records] != lines(GOOD)


def test_many_texts_have_a_record_each(lines: Lines) -> None:
    records = verbale.code(STORIES)
    assert [record.doc.id for record in records] == [story["id"] for story in STORIES]
    assert [r.doc.id for r in records if r.rejected is not None] == ["none", "german"]
    german = records[-1]
    assert german.rejected is not None
    assert german.rejected.startswith("language: ")
    assert german.doc.text == STORIES[-1]["text"]
    assert not german.mentions
    assert verbale.Record(german.json()) == german
    skipped = verbale.code(STORIES, errors="skip")
    assert [record.json() for record in skipped] == lines(STORIES)


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (" ", "text: neither `text` nor `html` in this object"),
        ({"id": "a-7", "body": "b"}, "text (a-7): neither `text` nor `html` in this object; it has `body`"),
        ([STORIES[0], STORIES[-1]], r"texts[1] (german): language: "),
        ({"text": "Chile thanked Peru.\ud83d"}, "text: not UTF-8, as JSON must be"),
    ],
)
def test_an_error_names_the_text(texts: Any, message: str) -> None:
    with pytest.raises(verbale.InputError) as error:
        verbale.code(texts, errors="raise")
    assert str(error.value).startswith(message)
    assert isinstance(error.value, ValueError)


def test_what_is_no_text_is_named() -> None:
    with pytest.raises(TypeError, match=r"texts\[1\] is of type int"):
        verbale.code(["Chile thanked Peru.", 7])  # type: ignore[call-overload]
    with pytest.raises(TypeError, match=r"texts\[0\] \(a\): Object of type bytes"):
        verbale.code([{"id": "a", "text": b"Chile thanked Peru."}])
    with pytest.raises(TypeError, match="those of one text"):
        verbale.code(["Chile thanked Peru."], url="https://news.example/a")  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("published", "yesterday"),
        ("url", "news.example"),
        ("threads", -1),
        ("min_confidence", 1.5),
        ("min_confidence", float("nan")),
        ("errors", "ignore"),
    ],
)
def test_what_cannot_be_meant_is_named(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=name):
        verbale.code(["Chile thanked Peru."] if name != "url" else "Chile thanked Peru.", **{name: value})


def test_what_is_not_read_is_told() -> None:
    story = {"id": "a", "text": "Chile thanked Peru.", "publishd_at": "2031-03-05"}
    with pytest.warns(verbale.InputWarning, match=r"text \(a\): `publishd_at` is no key that is read"):
        verbale.code(story)


def test_what_tables_miss_is_left_out() -> None:
    pandas = pytest.importorskip("pandas")
    rows = [{"text": "Chile thanked Peru.", "url": "https://news.example/a", "published_at": "2031-03-05"},
            {"text": "Peru thanked Chile."}]  # fmt: skip
    frame = pandas.DataFrame(rows).assign(published_at=lambda f: pandas.to_datetime(f.published_at))
    records = verbale.code(frame.to_dict("records"))
    assert [record.doc.url for record in records] == ["https://news.example/a", None]
    assert [(record.doc.published_at or "")[:10] for record in records] == ["2031-03-05", ""]


def test_an_iterable_is_taken_as_it_comes() -> None:
    assert verbale.code([]) == []
    assert len(verbale.code({"text": f"Chile thanked Peru {n} times."} for n in range(1030))) == 1030


def test_progress_needs_no_tqdm() -> None:
    script = (
        "import sys; sys.modules['tqdm'] = None; import verbale; "
        "print(len(verbale.code(['Chile thanked Peru.'], progress=True)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_progress_counts_every_text(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    verbale.code(["Chile thanked Peru."] * 12, progress=True)
    assert "12/12" in capsys.readouterr().err
