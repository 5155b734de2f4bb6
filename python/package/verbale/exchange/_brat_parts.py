"""What is drawn in brat, as the parts of a lean record.

A part takes its id and what is not drawn from the note at it; what was added by hand has no note, and ids by
the number of its line. What a note says of somebody else than who is drawn no longer holds.
"""

from __future__ import annotations

import json
import re
from typing import Any

from verbale.exchange._lean import Value, as_json, distinct, joined_with, spans_of
from verbale.exchange._standoff import Standoff, joined, ordered

NOTE = "Record"
"""The type of notes that hold what brat cannot show."""

_KINDS = ("person", "organisation", "country", "place", "group", "time")
MENTIONS = {kind.capitalize(): kind for kind in _KINDS}
"""Types of annotations that are mentions."""


def type_of_mention(kind: str) -> str:
    """Give the type of a mention in brat."""
    return kind.capitalize() if kind in _KINDS else "Group"


def type_of_event(type: str) -> str:
    """Give the type of an event in brat, which has letters, digits, ``-`` and ``_``."""
    token = re.sub(r"[^A-Za-z0-9_-]", "_", type) or "_"
    return token if token != "Statement" else "Statement_"


class Reading:
    """Reads parts by the ids of their lines."""

    def __init__(self, standoff: Standoff) -> None:
        self._standoff = standoff
        self._denoted = {link.first: link.second for link in standoff.links if link.type == "Denotes"}

    def mentions(self) -> dict[str, Value]:
        """Give the mentions, in the order of their lines."""
        made = {}
        for id, bound in self._standoff.bounds.items():
            if bound.type in MENTIONS:
                drawn = {
                    "id": f"m{id[1:]}",
                    "kind": MENTIONS[bound.type],
                    **self._span(id),
                    **self._identity(id),
                }
                form = self._attributes(id).get("Form")
                made[id] = self._noted(id, drawn | ({"form": form} if form else {}))
        distinct(made.values())
        return made

    def parties(self) -> dict[str, Value]:
        """Give those who have words of their own."""
        mentions, made = self.mentions(), {}
        for id, bound in self._standoff.bounds.items():
            if bound.type == "Party":
                drawn = self._span(id) | self._identity(id)
                mention = mentions.get(self._denoted.get(id, ""))
                if mention:
                    if (drawn["start"], drawn["end"]) == (mention["start"], mention["end"]):
                        del drawn["start"], drawn["end"]
                    drawn["mention"] = mention["id"]
                made[id] = self._noted(id, drawn)
        return made

    def sizes(self) -> dict[str, Value]:
        """Give the numbers of people."""
        bounds = self._standoff.bounds.items()
        return {id: self._noted(id, self._span(id)) for id, bound in bounds if bound.type == "Size"}

    def statements(self) -> dict[str, Value]:
        """Give the statements."""
        lines = {id: event for id, event in self._standoff.events.items() if event.type == "Statement"}
        ids = self._ids("s", list(lines))
        mentions, parties = self.mentions(), self.parties()
        made = {}
        for id, event in lines.items():
            roles = self._roles(id)
            drawn = self._attributed(id, ("Kind", "Stance", "Act"), ("Negated", "Voice")) | {"id": ids[id]}
            drawn["cue"] = self._trigger(id, event.trigger)
            for role in ("source", "content", "verbatim"):
                drawn[role] = [span for of in roles.get(role.capitalize(), []) for span in self._spans(of)]
            speakers = [_speaker(mentions[of]) for of in roles.get("Speaker", []) if of in mentions]
            drawn["speaker"] = speakers[0] if speakers else None
            drawn["via"] = [_speaker(mentions[of]) for of in roles.get("Via", []) if of in mentions]
            drawn["addressee"] = _people(roles.get("Addressee", []), mentions, parties)
            drawn["parent"] = next((ids[of] for of in roles.get("Parent", []) if of in ids), None)
            made[id] = self._noted(id, drawn | _where_and_when(roles, mentions))
        return made

    def events(self) -> dict[str, Value]:
        """Give the events."""
        lines = {id: event for id, event in self._standoff.events.items() if event.type != "Statement"}
        mentions, parties, sizes = self.mentions(), self.parties(), self.sizes()
        statements = {id: part["id"] for id, part in self.statements().items()}
        ids, made = self._ids("e", list(lines)), {}
        for id, event in lines.items():
            roles, drawn = self._roles(id), self._attributed(id, ("Modality", "Mode"), ())
            drawn |= {"id": ids[id], "type": event.type, "trigger": self._trigger(id, event.trigger)}
            drawn["polarity"] = "-" if self._attributes(id).get("Negated") else "+"
            drawn["actors"] = _people(roles.get("Actor", []), mentions, parties)
            drawn["recipients"] = _people(roles.get("Recipient", []), mentions, parties)
            drawn["size"] = [sizes[of] for of in roles.get("Size", []) if "value" in sizes.get(of, {})]
            drawn["statement"] = next(
                (statements[of] for of in roles.get("Makes", []) if of in statements), None
            )
            drawn["according_to"] = [statements[of] for of in roles.get("Voice", []) if of in statements]
            made[id] = self._noted(id, drawn | _where_and_when(roles, mentions))
        return made

    def _noted(self, id: str, drawn: Value) -> Value:
        """Add what the note at a part says, where what is drawn is still what it was written beside."""
        note = self._note(id)
        return joined_with(drawn, {key: part for key, part in note.items() if self._holds(id, key, part)})

    def _holds(self, id: str, key: str, noted: Any) -> bool:
        """Whether a note may speak of a trigger: where it still is."""
        if key not in ("cue", "trigger"):
            return True
        at = self._standoff.bounds[self._standoff.events[id].trigger].fragments
        return ordered(self._standoff.text, spans_of(noted)) == at

    def _note(self, id: str) -> dict[str, Any]:
        for type, words in self._standoff.notes.get(id, []):
            if type == NOTE:
                value = json.loads(words)
                if not isinstance(value, dict):
                    raise ValueError(f"the note {NOTE} at {id} is no object of JSON")
                return value
        return {}

    def _ids(self, prefix: str, lines: list[str]) -> dict[str, str]:
        """Give each line the id that its note has, else one by its number."""
        parts = {id: {"id": self._note(id).get("id", f"{prefix}{id[1:]}")} for id in lines}
        distinct(parts.values())
        return {id: part["id"] for id, part in parts.items()}

    def _span(self, id: str) -> Value:
        fragments = self._standoff.bounds[id].fragments
        return {"start": fragments[0][0], "end": fragments[-1][1]}

    def _spans(self, id: str) -> list[Value]:
        return as_json(joined(self._standoff.text, self._standoff.bounds[id].fragments))

    def _trigger(self, id: str, trigger: str) -> list[Value]:
        return [] if self._attributes(id).get("Uncued") else self._spans(trigger)

    def _attributes(self, id: str) -> dict[str, str | bool]:
        return self._standoff.attributes.get(id, {})

    def _attributed(self, id: str, values: tuple[str, ...], flags: tuple[str, ...]) -> Value:
        has = self._attributes(id)
        told = {name.lower(): has[name] for name in values if name in has}
        return told | {name.lower(): name in has for name in flags}

    def _identity(self, id: str) -> Value:
        made = {"code": self._attributes(id).get("Code")}
        if id in self._standoff.references:
            _, made["entity"], name = self._standoff.references[id]
            made["name"] = name if name != made["entity"] else None
        return {key: value for key, value in made.items() if value is not None}

    def _roles(self, id: str) -> dict[str, list[str]]:
        roles: dict[str, list[str]] = {}
        for role, of in self._standoff.events[id].args:
            roles.setdefault(role, []).append(of)
        return roles


def _speaker(mention: Value) -> Value:
    return {"mention": mention["id"], "named": mention.get("form") == "name"}


def _people(ids: list[str], mentions: dict[str, Value], parties: dict[str, Value]) -> list[Value]:
    """Give those who take part: a mention alone, or words of their own."""
    return [
        {"mention": mentions[of]["id"]} if of in mentions else parties[of]
        for of in ids
        if of in mentions or of in parties
    ]


def _where_and_when(roles: dict[str, list[str]], mentions: dict[str, Value]) -> Value:
    made = {}
    for key in ("date", "place"):
        found = [mentions[of]["id"] for of in roles.get(key.capitalize(), []) if of in mentions]
        if found:
            made[key] = {"mention": found[0]}
    return made
