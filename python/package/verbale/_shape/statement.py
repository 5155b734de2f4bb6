"""Statements: who said what, through whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale._shape.event import Participant, Site, When
from verbale._shape.span import Span


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Who said it."""

    named: bool
    """Whether the text names the speaker."""
    mention: str | None = None
    """The mention, a pronoun if that is what the text has."""
    entity: str | None = None
    """Entity id."""
    code: str | None = None
    """Actor code."""
    name: str | None = None
    """Preferred name, else the words of the text."""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Who said what, through whom."""

    id: str
    """``s1``, ``s2``, ... in the order of the text."""
    kind: str
    """direct, indirect or mixed."""
    stance: str
    """assert, deny, accuse, ask, promise or believe."""
    negated: bool
    """The attribution itself is denied."""
    act: str
    """speech, writing, thought or document."""
    sentence: Span
    """The sentence of its cue."""
    by: str
    """Rule."""
    confidence: float
    """The probability that it is right in all, 0..1."""
    source: list[Span] = field(default_factory=list)
    """Who says it, as written."""
    cue: list[Span] = field(default_factory=list)
    """The words that attribute."""
    content: list[Span] = field(default_factory=list)
    """What is said."""
    verbatim: list[Span] = field(default_factory=list)
    """The only words that may be quoted as the speaker's own."""
    speaker: Speaker | None = None
    """Who says it, after coreference."""
    via: list[Speaker] = field(default_factory=list)
    """Those who only passed it on, outermost first."""
    addressee: list[Participant] = field(default_factory=list)
    """To whom."""
    parent: str | None = None
    """The statement it is nested in."""
    voice: bool = False
    """There only to tell that what it holds is others' word ("allegedly")."""
    date: When | None = None
    """When it was said."""
    place: Site | None = None
    """Where it was said."""
