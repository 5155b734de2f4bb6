"""What the scorers read of a record (`docs/output.md`): the one place that knows its fields' names.

Mentions and participants begin with the start and end of their span, so that they are spans
themselves. Codes are upper case and "" where there is none. Nothing is checked: the tests of the
project validate records against their schema.
"""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Code points of the document's text, half open."""

    start: int
    end: int


class Place(NamedTuple):
    geonameid: str
    lat: float | None
    lon: float | None


class Time(NamedTuple):
    """A TIMEX3 type and value, with the first and last day of the stretch that it denotes."""

    type: str
    value: str | None
    start: str
    end: str


class Mention(NamedTuple):
    start: int
    end: int
    kind: str
    place: Place | None
    time: Time | None


class Statement(NamedTuple):
    """Who said what: three lists of spans, the speaker's code, and a stance in upper case."""

    id: str
    source: tuple
    cue: tuple
    content: tuple
    speaker: str
    stance: str
    voice: bool  # tells in whose voice something stands, and is no attribution


class Participant(NamedTuple):
    start: int
    end: int
    code: str


class Event(NamedTuple):
    id: str
    type: str
    quad: str
    actors: tuple
    recipients: tuple
    trigger: Span
    according_to: tuple
    polarity: str
    modality: str


class Record(NamedTuple):
    id: str
    text: str
    mentions: list
    statements: list
    events: list


def read(data):
    """The record in a line of JSON that has been parsed."""
    return Record(
        data["doc"]["id"],
        data["doc"]["text"],
        [mention(m) for m in data.get("mentions") or []],
        [statement(s) for s in data.get("statements") or []],
        [event(e) for e in data.get("events") or []],
    )


def mentions(records, document):
    """The mentions of a document's record; none where it has no record."""
    return records[document].mentions if document in records else []


def mention(m):
    place, time = m.get("place"), m.get("time")
    return Mention(
        m["start"],
        m["end"],
        m["kind"],
        Place(str(place.get("geonameid")), place.get("lat"), place.get("lon")) if place else None,
        Time(time.get("type") or "", time.get("value"), time.get("start") or "", time.get("end") or "")
        if time
        else None,
    )


def statement(s):
    speaker = s.get("speaker") or {}
    return Statement(
        s.get("id") or "",
        spans(s.get("source")),
        spans(s.get("cue")),
        spans(s.get("content")),
        (speaker.get("code") or "").upper(),
        (s.get("stance") or "").upper(),
        bool(s.get("voice")),
    )


def event(e):
    trigger = spans(e.get("trigger"))
    return Event(
        e.get("id") or "",
        e["type"].upper(),
        str(e.get("quad")),
        participants(e.get("actors")),
        participants(e.get("recipients")),
        trigger[0] if trigger else Span(0, 0),
        tuple(e.get("according_to") or ()),
        e.get("polarity") or "+",
        e.get("modality") or "actual",
    )


def spans(pieces):
    """A list of spans, or one span that stands alone."""
    pieces = [pieces] if isinstance(pieces, dict) else pieces or []
    return tuple(Span(p["start"], p["end"]) for p in pieces)


def participants(parties):
    return tuple(Participant(p["start"], p["end"], (p.get("code") or "").upper()) for p in parties or [])
