"""Whole stories of world news, with every statement and event that a careful reader would record.

Our own annotation of 84 texts of the Worldwide set (not handed out: the texts are their papers').
A folder has pairs ID.txt and ID.json: `{id, url, published_at, political, statements, events}`.
A statement names its `source`, `cue` and `content` (one string or several), an event its `quote` and
the `trigger` in it, all by their words, which are looked for in the text (`nth`: the nth occurrence),
or by offsets (`at`). Codes and types may have alternatives (`PSE|PSE.REB`). `optional` records are
neither demanded nor counted against; mentions of one act share an `event` id.
"""

from __future__ import annotations

import glob
import json
import os
import re
from typing import NamedTuple

from ..task import Failure, some


class Said(NamedTuple):
    """A statement: `source` is a span or None; `speaker` and `stance` are alternatives."""

    content: tuple
    source: tuple | None
    speaker: list
    stance: list
    optional: bool
    words: str  # for people to read


class Told(NamedTuple):
    """A mention of an event; `actors`, `recipients` and `by` are lists of alternatives."""

    act: object  # what mentions of one and the same act share
    quote: tuple
    trigger: tuple
    type: list
    actors: list
    recipients: list
    by: list
    polarity: str
    modality: list
    optional: bool
    words: str


class Story(NamedTuple):
    id: str
    url: str | None
    text: str
    published_at: str | None
    statements: list
    events: list
    political: bool = True

    def document(self):
        return {"id": self.id, "url": self.url, "text": self.text, "published_at": self.published_at}


def read(folder):
    """All stories of a folder, by name."""
    paths = sorted(glob.glob(os.path.join(glob.escape(folder), "*.json")))
    return some([story(path) for path in paths], folder, "ID.json with ID.txt")


def story(path):
    with open(path, encoding="utf8") as file:
        data = json.load(file)
    with open(path[: -len("json")] + "txt", encoding="utf8") as file:
        text = file.read()
    try:
        statements = [said(text, s) for s in data["statements"]]
        events = [told(text, e, number) for number, e in enumerate(data["events"])]
    except Failure as failure:
        raise Failure(f"{path}: {failure}") from failure
    return Story(data["id"], data.get("url"), text, data.get("published_at"), statements, events, bool(data["political"]))


def alternatives(joined):
    """`PSE|PSE.REB` as a list in upper case; of nothing, the list of one empty string."""
    return [part.strip().upper() for part in (joined or "").split("|")]


def said(text, s):
    content, source = placed(text, s)
    return Said(
        content,
        source,
        alternatives(s["speaker"]),
        alternatives(s["stance"]),
        bool(s.get("optional")),
        f"{s.get('source')} / {s.get('cue')} / {' '.join(text[a:b] for a, b in content)[:70]!r}",
    )


def placed(text, s):
    """The spans of a statement's content, and the span of its source."""
    if "at" in s:
        source = s["at"]["source"]
        return tuple(tuple(span) for span in s["at"]["content"]), tuple(source) if source else None
    parts = s["content"] if isinstance(s["content"], list) else [s["content"]]
    occurrences = [s.get("nth", 1)] + [1] * (len(parts) - 1)
    content = tuple(sorted(nth(text, part, n) for part, n in zip(parts, occurrences)))
    cue = nearest(text, s.get("cue"), content)
    return content, nearest(text, s.get("source"), content, cue)


def told(text, e, number):
    if "at" in e:
        quote, trigger = tuple(e["at"]["quote"]), tuple(e["at"]["trigger"])
    else:
        quote = nth(text, e["quote"], e.get("nth", 1))
        trigger = nth(text, e["trigger"], 1, *quote)
    return Told(
        e.get("event") or number,
        quote,
        trigger,
        alternatives(e["type"]),
        [alternatives(code) for code in e["actors"]],
        [alternatives(code) for code in e["recipients"]],
        [alternatives(code) for code in e["by"]],
        e.get("polarity", "+"),
        alternatives(e["modality"]),
        bool(e.get("optional")),
        f"{e['actors']} {e['type']} {e['recipients']} {text[slice(*quote)][:90]}",
    )


def nth(text, words, n, start=0, end=None):
    """The nth occurrence of words between two offsets."""
    at = start - 1
    for _ in range(n):
        at = text.find(words, at + 1, len(text) if end is None else end)
        if at < 0:
            raise Failure(f"not in the text: {words[:80]!r}")
    return at, at + len(words)


def nearest(text, words, content, to=None):
    """The occurrence of words nearest to a span, else to the content; one inside the content comes last."""
    if not words:
        return None
    start, end = to or (content[0][0], content[-1][1])
    found = whole(text, words) or [m.span() for m in re.finditer(re.escape(words), text)]
    if not found:
        raise Failure(f"not in the text: {words[:80]!r}")
    outside = [span for span in found if not any(a <= span[0] and span[1] <= b for a, b in content)]
    return min(outside or found, key=lambda span: max(0, span[0] - end, start - span[1]))


def whole(text, words):
    """Occurrences that do not begin or end within a word."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [m.span() for m in re.finditer(before + re.escape(words) + after, text)]
