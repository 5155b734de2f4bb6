"""Mentions: who, where, when."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale._shape.span import Span


@dataclass(frozen=True, kw_only=True)
class Place:
    """A point on the map."""

    name: str
    """GeoNames name."""
    lat: float
    """Degrees north."""
    lon: float
    """Degrees east."""
    kind: str
    """city, capital, region, country, sea or facility."""
    geonameid: int | None = None
    """GeoNames id."""
    country: str | None = None
    """ISO 3166 alpha-3."""
    admin1: str | None = None
    """First-order division."""


@dataclass(frozen=True, kw_only=True)
class Time:
    """A normalised time, as TIMEX3."""

    type: str
    """DATE, TIME, DURATION or SET."""
    value: str
    """``2024-06-21``, ``P3D``, ``PAST_REF``."""
    start: str | None = None
    """First day."""
    end: str | None = None
    """Last day."""


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """A reading that was not chosen."""

    entity: str
    """Entity id."""
    name: str
    """Preferred name."""
    confidence: float
    """0..1."""


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A stretch of text that denotes an actor, a place or a time."""

    id: str
    """``m1``, ``m2``, ... in the order of the text."""
    kind: str
    """person, organisation, country, place, group or time."""
    form: str
    """name, demonym, metonym, nominal or pronoun."""
    start: int
    """Its first code point."""
    end: int
    """One past its last."""
    text: str
    """Its words."""
    by: str
    """Rule or model."""
    confidence: float
    """0..1."""
    title: Span | None = None
    """The title beside a person's name."""
    entity: str | None = None
    """Wikidata id, else an own id."""
    code: str | None = None
    """Actor code at the document's date."""
    name: str | None = None
    """Preferred name."""
    chain: str | None = None
    """Coreference chain."""
    members: list[str] = field(default_factory=list)
    """Codes of a group's members."""
    place: Place | None = None
    """The point on the map."""
    time: Time | None = None
    """The normalised time."""
    alternatives: list[Alternative] = field(default_factory=list)
    """Other readings."""


@dataclass(frozen=True, kw_only=True)
class Entity:
    """A person, body, state or place that the document has mentions of."""

    id: str
    """Wikidata id, else an own id."""
    kind: str
    """What its first mention is."""
    name: str | None
    """Preferred name."""
    codes: list[str]
    """Actor codes of its mentions, each once, in the order of the text."""
    mentions: list[Mention]
    """Its mentions, in the order of the text."""
