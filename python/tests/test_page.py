"""Pages are those of the command; nothing that a text says becomes a part of them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import verbale
from conftest import EXAMPLES, STORIES

HOSTILE = (
    'Chile thanked Peru, "</iframe><script>alert(1)</script>" said the minister. <img src=x onerror=alert(2)> '
    'It\'s &quot;&gt;<b>done</b>" srcdoc="<p>".'
)


def test_the_page_of_the_command(run: Callable[..., Any], tmp_path: Path) -> None:
    want = run("code", "--quiet", "--format", "html", EXAMPLES / "wires.jsonl").stdout
    verbale.code_files(EXAMPLES / "wires.jsonl", tmp_path / "records.jsonl")
    records = list(verbale.read_records(tmp_path / "records.jsonl"))
    page = verbale.render(records, path=tmp_path / "page.html")
    assert page.encode() == want
    assert (tmp_path / "page.html").read_bytes() == want
    assert verbale.render(records[0]) != page


class Tags(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_notebook_shows_one_frame_whatever_the_text_says() -> None:
    record = verbale.code(
        {"id": '"><script>alert(3)</script>', "text": HOSTILE, "title": "<script>alert(4)</script>"}
    )
    assert HOSTILE in record.doc.text
    shown = record._repr_html_()
    ((tag, attributes),) = Tags(shown).tags
    assert (tag, attributes["sandbox"]) == ("iframe", "allow-scripts")
    page = attributes["srcdoc"] or ""
    assert page == verbale.render(record)
    inner = Tags(page).tags
    harmless = Tags(verbale.render(verbale.code("Chile thanked Peru, a minister said.", title="Thanks"))).tags
    assert {tag for tag, _ in inner} <= {tag for tag, _ in harmless}
    assert sum(tag == "script" for tag, _ in inner) == 1
    assert not any(name.startswith("on") for _, attrs in inner for name in attrs)
    assert any(attrs.get("http-equiv", "").lower() == "content-security-policy" for _, attrs in inner)  # type: ignore[union-attr]
    assert "alert(1)" in re.sub(r"<[^>]*>", "", html.unescape(page)), "the words of the text are shown"


def test_all_stories_have_a_page() -> None:
    page = verbale.render(verbale.code(STORIES))
    assert page.count("<article") == len(STORIES)
