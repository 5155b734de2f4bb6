"""Web annotations as the parts of a lean record, and the names of what they hold.

An annotation of others, without our term for its layer, is a mention where it identifies and an event
otherwise.
"""

from __future__ import annotations

import copy
from typing import Any

from verbale.exchange import _iris
from verbale.exchange._lean import Value, joined_with
from verbale.exchange._selectors import located, several

CLASS = {"mention": "kind", "statement": "stance", "event": "type"}
"""Layers, and the field that classifies a part of each."""
TARGET = {"statement": "content", "event": "trigger"}
"""The field whose words are annotated; of a mention, it is the mention."""
SCALARS = {
    "mention": ("form", "name", "chain", "by", "confidence"),
    "statement": ("kind", "act", "negated", "voice", "by", "confidence"),
    "event": ("mode", "polarity", "modality", "quad", "intensity", "cameo", "by", "confidence"),
}
"""Fields that are terms of an annotation."""
WORDS = ("cue", "source", "verbatim", "sentence", "size")
PEOPLE = ("addressee", "actors", "recipients")
SAID = ("parent", "statement", "according_to")
ROLES = (*WORDS, *PEOPLE, "speaker", "via", "date", "place", *SAID)
"""Fields that are bodies with a role: words, participants, statements, and mentions."""

_SINGLE = ("sentence", "speaker", "date", "place", "parent", "statement")
_PURPOSES = {"tagging": "code"}


class Reading:
    """Reads annotations of a text that is called ``source``."""

    def __init__(self, text: str, source: str) -> None:
        self._text, self._source = text, source
        self._mentions: dict[str, Value] = {}

    def part(self, one: Value) -> tuple[str, Value]:
        """Give the part that an annotation is, and its layer; mentions come before what speaks of them."""
        layer = one.get("verbale:layer") or ("mention" if one["motivation"] == "identifying" else "event")
        part = joined_with(self.shown(one, layer), literal(one))
        if layer == "mention":
            self._mentions[part["id"]] = part
        return layer, part

    def mention(self, id: str) -> Value:
        """Give a mention that was read before."""
        return self._mentions[id]

    def shown(self, one: Value, layer: str) -> Value:
        """Give what of a part is shown by terms."""
        bodies = several(one.get("body"))
        part: Value = {"id": _iris.part(one["id"])}
        for body in (body for body in bodies if "value" in body):
            key = {"classifying": CLASS[layer], **_PURPOSES}.get(body.get("purpose"))
            part |= {key: body["value"]} if key else {}
        part |= {key: one[f"verbale:{key}"] for key in SCALARS[layer] if f"verbale:{key}" in one}
        spans = [self._span(target) for target in several(one["target"])]
        if not spans:
            raise ValueError(f"{one['id']!r} has no target")
        if layer == "mention":
            entities = [
                _iris.entity(body["source"]) for body in bodies if body.get("purpose") == "identifying"
            ]
            part |= spans[0] | {"entity": next(iter(entities), None)}
        else:
            part[TARGET[layer]] = spans
        for role in ROLES:
            made = [self.role(role, body) for body in bodies if body.get("verbale:role") == role]
            if made:
                part[role] = made[0] if role in _SINGLE else made
        return part

    def role(self, role: str, body: Value) -> Any:
        """Give what has a role: words, somebody, a statement."""
        if role in SAID:
            return _iris.part(body["source"])
        if role in WORDS:
            return joined_with(self._span(body), literal(body))
        own = body["source"] == self._source
        denoted = body.get("verbale:denotes", {}).get("id") if own else body["source"]
        shown: Value = {"mention": _iris.part(denoted)} if denoted else {}
        mention = self._mentions.get(shown.get("mention", ""), {})
        if role in ("speaker", "via"):
            shown["named"] = mention.get("form") == "name"
        elif own:
            span = self._span(body)
            same = mention and (mention["start"], mention["end"]) == (span["start"], span["end"])
            shown |= {} if same else span
        return joined_with(shown, literal(body))

    def _span(self, resource: Value) -> Value:
        start, end = located(self._text, resource)
        return {"start": start, "end": end}


def literal(of: Value) -> Value:
    """Give what stands in the literal of a part."""
    value: Value = of.get("verbale:record", {}).get("@value", {})
    return copy.deepcopy(value)
