"""Events: who did what to whom, according to whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale._shape.span import Span


@dataclass(frozen=True, kw_only=True)
class Participant:
    """An actor, recipient or addressee."""

    start: int
    """Its first code point."""
    end: int
    """One past its last."""
    text: str
    """Its words."""
    mention: str | None = None
    """The mention that says who it is."""
    entity: str | None = None
    """Entity id."""
    code: str | None = None
    """Actor code."""
    name: str | None = None
    """Preferred name."""


@dataclass(frozen=True, kw_only=True)
class When:
    """When something was."""

    value: str
    """TIMEX3 value: ``2024-06-21``, ``2024-06``."""
    start: str | None = None
    """First day of the stretch."""
    end: str | None = None
    """Last day of the stretch."""
    mention: str | None = None
    """The mention it was read from; none where it is the document's date."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where something was."""

    mention: str
    """The mention of the place."""
    text: str = ""
    """Its words."""
    name: str | None = None
    """Its preferred name, else its words."""
    geonameid: int | None = None
    """GeoNames id."""
    lat: float | None = None
    """Degrees north."""
    lon: float | None = None
    """Degrees east."""
    country: str | None = None
    """ISO 3166 alpha-3."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """A number of people."""

    kind: str
    """killed, injured, participants or detained."""
    value: int
    """How many."""
    start: int
    """The first code point of the words."""
    end: int
    """One past their last."""
    text: str
    """The words."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """Who did what to whom, according to whom."""

    id: str
    """``e1``, ``e2``, ... in the order of the text."""
    type: str
    """PLOVER type."""
    quad: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    intensity: float
    """PLOVER base score."""
    cameo: str
    """Nearest CAMEO code."""
    sentence: Span
    """The sentence its words stand in."""
    polarity: str
    """``+``, or ``-`` where the text says that it did not happen."""
    modality: str
    """actual, future, hypothetical or historical."""
    by: str
    """Rule."""
    confidence: float
    """The probability that it is right in all, 0..1."""
    mode: str | None = None
    """PLOVER mode."""
    contexts: list[str] = field(default_factory=list)
    """PLOVER contexts."""
    trigger: list[Span] = field(default_factory=list)
    """The words that name the event."""
    actors: list[Participant] = field(default_factory=list)
    """Who did it."""
    recipients: list[Participant] = field(default_factory=list)
    """To whom."""
    date: When | None = None
    """When."""
    place: Site | None = None
    """Where."""
    statement: str | None = None
    """The statement that the event is the making of (an ACCUSE and its accusation)."""
    according_to: list[str] = field(default_factory=list)
    """Statements that assert it, outermost first; empty: the outlet in its own voice."""
    size: list[Size] = field(default_factory=list)
    """Numbers of people."""

    @property
    def claim(self) -> bool:
        """Whether it is somebody's word, and not told in the outlet's own voice."""
        return bool(self.according_to)
