"""Records as dictionaries in which nothing stands twice, and records of such dictionaries.

In a record every participant repeats what its mention says, and every part the words at its span, so that
it can be read alone. Where somebody edits annotations in another tool, one of the two would be left behind:
what leaves for an exchange format is *lean*, and what comes back is filled in again. What differs from its
mention stays. Nothing of a record is lost on the way.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from verbale._record import Record

Value: TypeAlias = dict[str, Any]
"""A part of a record as JSON has it."""

Spans: TypeAlias = list[tuple[int, int]]
"""Stretches of the text in code points, half open."""

SCHEMA = 2
"""The contract of records that are made here."""

_MENTION = {"kind": "group", "form": "name", "confidence": 1.0}
_STATEMENT = {"kind": "indirect", "stance": "assert", "negated": False, "act": "speech", "confidence": 1.0}
_EVENT = {
    "type": "",
    "quad": 0,
    "intensity": 0.0,
    "cameo": "",
    "polarity": "+",
    "modality": "actual",
    "confidence": 1.0,
}


def lean(record: Record) -> Value:
    """Give a record without what its mentions and its text say already.

    A field of a mention that a participant does not have is ``None`` there.
    """
    value = record.dict()
    text, mentions = value["doc"]["text"], _by_id(value)
    for part in _worded(value):
        if part["text"] == text[part["start"] : part["end"]]:
            del part["text"]
    for role, part in _references(value):
        said = _said(role, mentions.get(part.get("mention") or ""), text)
        for key, words in said.items():
            if part.get(key) == words:
                part.pop(key, None)
            elif key not in part:
                part[key] = None
        if role == "participant" and ("start" in part) != ("end" in part):
            mention = mentions[part["mention"]]
            part["start"], part["end"] = part.get("start", mention["start"]), part.get("end", mention["end"])
    return value


def full(value: Value, by: str) -> Record:
    """Make a record of a lean one.

    Parameters
    ----------
    value
        What :func:`lean` gives, of which all but the text may be missing; it is filled in.
    by
        Who made the parts that do not say it: the name of the format.

    Raises
    ------
    InputError
        What is no record: offsets outside the text, ids of no statement.
    """
    doc = value.setdefault("doc", {})
    text = doc["text"]
    doc.setdefault("id", "")
    doc.setdefault("sha256", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    _complete(value.setdefault("mentions", []), "m", _MENTION | {"by": by})
    _complete(value.setdefault("statements", []), "s", _STATEMENT | {"by": by})
    _complete(value.setdefault("events", []), "e", _EVENT | {"by": by})
    for part in value["statements"] + value["events"]:
        part.setdefault("sentence", _line(text, part))
    mentions = _by_id(value)
    for role, part in _references(value):
        for key, words in _said(role, mentions.get(part.get("mention") or ""), text).items():
            part.setdefault(key, words)
    for part in _worded(value):
        part.setdefault("text", text[part["start"] : part["end"]])
    version = value.setdefault("version", by)
    return Record(
        json.dumps(_without_none(value | {"schema": value.get("schema", SCHEMA), "version": version}))
    )


def rest_of(part: Value, shown: Value) -> Value:
    """Give the fields of a part that differ from those that a tool shows; what it has not is ``None``."""
    keys = [*part, *(key for key in shown if key not in part)]
    return {key: part.get(key) for key in keys if _told(part.get(key)) != _told(shown.get(key))}


def _told(value: Any) -> Any:
    """Give a value; what a record may as well leave out is none."""
    return None if value is False or value == [] else value


def joined_with(shown: Value, rest: Value) -> Value:
    """Add to what a tool shows what it does not, but nothing of somebody whom it no longer shows."""
    part = shown.copy()
    for key, value in rest.items():
        mention = (shown.get(key) or {}).get("mention") if isinstance(value, dict) else None
        if mention in (None, value.get("mention") if isinstance(value, dict) else None):
            part[key] = value
    return part


def distinct(parts: Iterable[Value]) -> None:
    """Give parts whose id an earlier one has another, made of the same letter and the next number."""
    taken: set[str] = set()
    for part in parts:
        prefix, n = part["id"][:1], 1
        while part["id"] in taken:
            n += 1
            part["id"] = f"{prefix}{n}"
        taken.add(part["id"])


def spans_of(value: Iterable[Value]) -> Spans:
    """Give spans of JSON as pairs."""
    return [(span["start"], span["end"]) for span in value]


def as_json(spans: Iterable[tuple[int, int]]) -> list[Value]:
    """Give pairs as spans of JSON."""
    return [{"start": start, "end": end} for start, end in spans]


def _by_id(value: Value) -> dict[str, Value]:
    return {mention["id"]: mention for mention in value["mentions"]}


def _worded(value: Value) -> Iterator[Value]:
    """Give every part that has a span and its words."""
    yield from value["mentions"]
    yield from (size for event in value["events"] for size in event.get("size", []))
    yield from (part for role, part in _references(value) if role == "participant")


def _references(value: Value) -> Iterator[tuple[str, Value]]:
    """Give every part that repeats what a mention says, with what sort of part it is."""
    lists = {
        "addressee": "participant",
        "actors": "participant",
        "recipients": "participant",
        "via": "speaker",
    }
    single = {"speaker": "speaker", "date": "when", "place": "site"}
    for part in value["statements"] + value["events"]:
        for key, role in lists.items():
            yield from ((role, one) for one in part.get(key) or [])
        for key, role in single.items():
            if part.get(key):
                yield role, part[key]


def _said(role: str, mention: Value | None, text: str) -> Value:
    """Give what a part that repeats a mention would say."""
    if mention is None:
        return {}
    words = mention.get("text", text[mention["start"] : mention["end"]])
    who = {key: mention.get(key) for key in ("entity", "code", "name")}
    if role == "participant":
        return {"start": mention["start"], "end": mention["end"]} | who
    if role == "speaker":
        return who | {"name": mention.get("name") or words}
    if role == "when":
        time = mention.get("time") or {}
        return {key: time.get(key) for key in ("value", "start", "end")}
    place = mention.get("place") or {}
    point = {key: place.get(key) for key in ("geonameid", "lat", "lon", "country")}
    return point | {"text": words, "name": mention.get("name") or words}


def _complete(parts: list[Value], prefix: str, defaults: Value) -> None:
    """Fill in what parts that were made by hand do not say; ids that come twice or not at all are new."""
    taken = {part["id"] for part in parts if part.get("id")}
    free = (f"{prefix}{n}" for n in range(1, 2 * len(parts) + 2) if f"{prefix}{n}" not in taken)
    for part in parts:
        part["id"] = part.get("id") or next(free)
        for key, value in defaults.items():
            part.setdefault(key, value)


def _line(text: str, part: Value) -> Value:
    """Give the line of the text that a part without a sentence begins in."""
    spans = spans_of(part.get("cue") or part.get("trigger") or part.get("content") or [])
    start = spans[0][0] if spans else 0
    end = text.find("\n", start)
    return {"start": text.rfind("\n", 0, start) + 1, "end": len(text) if end < 0 else end}


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(part) for key, part in value.items() if part is not None}
    return [_without_none(part) for part in value] if isinstance(value, list) else value
