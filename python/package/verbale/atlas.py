"""Who is who at a date."""

from __future__ import annotations

import json
from dataclasses import dataclass

from verbale import _verbale
from verbale._inputs import Day, day

__all__ = ["Candidate", "lookup"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something of a name."""

    id: str
    """Wikidata id, else an own id."""
    name: str
    """Preferred name."""
    kind: str
    """person, organisation, country, place or group."""
    code: str | None
    """Actor code at the date."""
    country: str | None
    """ISO 3166 alpha-3."""
    members: list[str]
    """Codes of its members at the date."""
    offices: list[str]
    """Offices held, a line each."""


def lookup(name: str, date: Day = None) -> list[Candidate]:
    """Look a name up, as ``verbale atlas lookup`` does.

    Parameters
    ----------
    name
        A name, as news stories write it.
    date
        The day at which it is asked: codes, members and offices are those of that day.

    Returns
    -------
    list of Candidate
        The most likely first; empty where the atlas knows nobody and nothing of the name.

    Raises
    ------
    ValueError
        What is no day.

    Examples
    --------
    >>> from verbale import atlas
    >>> best = atlas.lookup("NATO", "2024-06-21")[0]
    >>> best.id, best.code, len(best.members)
    ('Q7184', 'IGO.NATO', 32)
    """
    return [Candidate(**json.loads(line)) for line in _verbale.lookup(name, day(date))]
