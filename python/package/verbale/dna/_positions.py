"""Positions: which statements take one, towards what."""

from __future__ import annotations

from dataclasses import dataclass

from verbale._record import Record
from verbale._shape import Event, Participant, Speaker, Statement

_STANCES = ("assert", "accuse", "deny")


@dataclass(frozen=True, slots=True)
class Position:
    """That a statement agrees or disagrees with a concept."""

    statement: Statement
    """Whose speaker takes it."""
    concept: str
    """Towards what."""
    agreement: bool
    """Whether the speaker says so, or says that it is not so."""
    kind: str = ""
    """What sort of concept it is: its attribute ``Type``."""


def positions(record: Record) -> list[Position]:
    """Give the positions that a record states, in the order of its events.

    A position is an event that one statement tells, whose speaker is named: the speaker agrees where it is
    told as having happened, and disagrees where it is told as not having happened. None is taken by

    - the outlet, in its own voice: it reports;
    - a statement whose stance is ``ask``, ``promise`` or ``believe``, or that was not made (``negated``);
    - a statement in a statement: that A says so of B's word is not B's word;
    - an event that is planned, possible or wished;
    - an event of whose parties one is known by no name and no code, for it could be any other.

    Parameters
    ----------
    record
        A record.
    """
    found = []
    for event in record.events:
        if len(event.according_to) != 1 or event.modality not in ("actual", "historical"):
            continue
        statement = record.statement(event.according_to[0])
        concept = _concept(event)
        if statement is not None and concept and _states(statement):
            found.append(Position(statement, concept, event.polarity == "+", _kind(event)))
    return found


def _states(statement: Statement) -> bool:
    """Whether a named speaker puts forward what the statement holds, or denies it."""
    said = statement.stance in _STANCES and not statement.negated and not statement.voice
    return said and statement.parent is None and named(statement.speaker)


def named(speaker: Speaker | None) -> bool:
    """Whether it is known who speaks."""
    return speaker is not None and speaker.named and bool(speaker.name)


def _kind(event: Event) -> str:
    return event.type if event.mode is None else f"{event.type}:{event.mode}"


def _concept(event: Event) -> str | None:
    """Name the proposition, the same for all who speak of it; none where a party is not known."""
    actors, recipients = _parties(event.actors), _parties(event.recipients)
    if actors is None or recipients is None:
        return None
    return " ".join(part for part in (actors, _kind(event), recipients) if part)


def _parties(all: list[Participant]) -> str | None:
    names = [party.name or party.code for party in all]
    if None in names:
        return None
    return " and ".join(sorted({name for name in names if name}))
