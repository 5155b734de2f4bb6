"""Records for the tests of exchange formats: all committed examples and cases, and hard ones invented."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import verbale
from conftest import EXAMPLES, ROOT, STORIES
from verbale import Record

Value = dict[str, Any]


@cache
def coded() -> tuple[Record, ...]:
    """The records of the examples and of the story cases, and those that the tests of the package share."""
    paths = sorted(EXAMPLES.glob("*.txt")) + sorted((ROOT / "tests/cases/story").glob("*.txt"))
    texts = [(path.stem, path.read_text(encoding="utf-8").split("\n=====")[0]) for path in paths]
    lines = (EXAMPLES / "wires.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [
        {"id": page.stem, "html": page.read_text(encoding="latin-1")}
        for page in sorted(EXAMPLES.glob("*.html"))
    ]
    stories: list[Value] = [{"id": id, "text": text} for id, text in texts]
    made = verbale.code(stories + pages + [json.loads(line) for line in lines] + STORIES, threads=2)
    assert len(made) > 100
    return tuple(made)


def hard() -> dict[str, Record]:
    """Records that no text would have, but that are records: by what is hard in them."""
    return {name: Record(json.dumps(value)) for name, value in _VALUES.items()}


def record(text: str, **parts: Any) -> Value:
    """A record of a text."""
    return {"schema": 2, "version": "0.1.0", "doc": {"id": "hard", "text": text, "sha256": "0"}, **parts}


def span(start: int, end: int) -> Value:
    return {"start": start, "end": end}


def mention(id: str, text: str, start: int, end: int, **fields: Any) -> Value:
    made = {
        "id": id,
        "kind": "group",
        "form": "nominal",
        "by": "test",
        "confidence": 0.25,
        **span(start, end),
    }
    return made | {"text": text[start:end]} | fields


def statement(id: str, sentence: Value, **fields: Any) -> Value:
    made = {"id": id, "kind": "indirect", "stance": "assert", "negated": False, "act": "speech"}
    return made | {"sentence": sentence, "by": "test", "confidence": 0.125} | fields


def event(id: str, sentence: Value, **fields: Any) -> Value:
    made = {"id": id, "type": "AID", "quad": 2, "intensity": 1.5, "cameo": "070", "sentence": sentence}
    return made | {"polarity": "+", "modality": "actual", "by": "test", "confidence": 0.5} | fields


ASTRAL = "\U0001f6a2\U0001f1e8\U0001f1f1 Chile “helps \U0001f30a”, said \U00010400\U00010401 of Peru\u0301."
LINES = "First line.\r\nShe said:\r\n“One.\r\n\r\nTwo.”\u2028Done\tso.\x85End"
MARKS = "\u200f\u05e9\u05dc\u05d5\u05dd\u200e said \u202etfel ot thgir\u202c, \u2067x\u2069 denied."
ALL = span(0, 10)

_VALUES: dict[str, Value] = {
    "empty": record(""),
    "empty text, empty spans": record(
        "",
        mentions=[mention("m1", "", 0, 0)],
        statements=[statement("s1", span(0, 0))],
        events=[event("e1", span(0, 0))],
    ),
    "no records": record("Rain fell."),
    "astral": record(
        ASTRAL,
        mentions=[
            mention("m1", ASTRAL, 4, 9, kind="country", form="name", entity="Q298", code="CHL", name="Chile"),
            mention(
                "m2",
                ASTRAL,
                26,
                28,
                name="\U00010400 | \t two\nlines",
                entity="x:a:b c",
                code="a b",
                chain="c1",
            ),
            mention("m7", ASTRAL, 32, 37, name="x:1", entity="x:1", chain="c1", members=["PER", "ECU"]),
        ],
        statements=[
            statement(
                "s1",
                span(0, 38),
                cue=[span(21, 25)],
                source=[span(26, 28)],
                content=[span(10, 15), span(16, 17)],
                verbatim=[span(11, 18)],
                speaker={"mention": "m2", "named": True, "name": "other", "code": "a b"},
                via=[{"named": False, "name": "somebody"}, {"mention": "m7", "named": True}],
            )
        ],
        events=[
            event(
                "e1",
                span(0, 38),
                trigger=[span(11, 16)],
                actors=[{"start": 4, "end": 9, "text": "Chile", "mention": "m1", "entity": "Q298"}],
                recipients=[
                    {"start": 29, "end": 37, "text": "of Peru\u0301", "mention": "m7", "name": "x:1"}
                ],
                according_to=["s1"],
                statement="s1",
                size=[{"kind": "killed", "value": 2**40, "start": 0, "end": 1, "text": "\U0001f6a2"}],
            )
        ],
    ),
    "line ends": record(
        LINES,
        mentions=[
            mention("m1", LINES, 13, 16, form="pronoun"),
            mention("m2", LINES, 10, 13),
            mention("m3", LINES, 11, 13),
        ],
        statements=[
            statement("s1", span(13, 39), content=[span(24, 36)], verbatim=[span(25, 29), span(33, 37)]),
            statement(
                "s2", span(0, 11), content=[span(23, 37)], cue=[span(17, 23), span(24, 30)], parent="s1"
            ),
        ],
        events=[
            event(
                "e1", span(30, 45), trigger=[span(37, 47)], polarity="-", mode="a,b |c", contexts=["x", "y z"]
            )
        ],
    ),
    "overlap": record(
        "0123456789",
        mentions=[
            mention("m2", "0123456789", 0, 5),
            mention("m1", "0123456789", 3, 8),
            mention("m1x", "0123456789", 0, 5),
        ],
        statements=[
            statement(
                "q",
                ALL,
                content=[span(4, 8), span(0, 5), span(4, 8)],
                cue=[span(5, 6), span(1, 2)],
                parent="q",
            ),
            statement("s1", ALL, content=[span(0, 2), span(2, 4)], voice=True, negated=True),
            statement("s9", ALL, source=[span(0, 1)], addressee=[{**span(1, 2), "text": "other words"}]),
        ],
        events=[
            event("e3", ALL, trigger=[span(0, 3), span(2, 5)], statement="q", according_to=["s9", "s9", "q"]),
            event("e3b", ALL, type="Statement", actors=[{**span(0, 5), "text": "01234", "mention": "m1x"}]),
            event("e4", ALL, type="own type", actors=[{**span(3, 4), "text": "3", "mention": "lost"}]),
        ],
    ),
    "nothing and nought": record(
        "0123456789",
        mentions=[
            mention(
                "m1", "0123456789", 0, 2, confidence=0.0, kind="", form="a b", code="", name="", entity=""
            ),
            mention(
                "m2", "0123456789", 2, 4, kind="place", place={"name": "", "lat": 0.0, "lon": 0.0, "kind": ""}
            ),
        ],
        statements=[statement("s1", ALL, confidence=0.0, kind="", stance="a,b", act="c|d", by="")],
        events=[
            event(
                *("e1", ALL),
                type="",
                quad=0,
                intensity=0.0,
                cameo="",
                modality="",
                polarity="?",
                confidence=0,
                trigger=[span(0, 1)],
                size=[{"kind": "", "value": 0, **span(0, 1), "text": "0"}],
                place={"mention": "m2", "text": "23", "name": "23", "lat": 0.0, "lon": 0.0, "geonameid": 0},
            )
        ],
    ),
    "right to left": record(
        MARKS,
        mentions=[
            mention("m1", MARKS, 0, 6, kind="place"),
            mention("m2", MARKS, 12, 26, kind="time", time={"type": "SET", "value": "P1D"}),
        ],
        statements=[
            statement(
                "s1",
                span(0, len(MARKS)),
                cue=[span(7, 11)],
                content=[span(12, 27)],
                date={"value": "P1D", "mention": "m2"},
                place={"mention": "m1", "text": "somewhere", "lat": -0.5, "lon": 1e-7},
            ),
            statement(
                "s2", span(0, len(MARKS)), date={"value": "2031", "start": "2031-01-01", "mention": "m2"}
            ),
        ],
    ),
}
