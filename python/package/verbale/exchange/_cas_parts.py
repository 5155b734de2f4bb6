"""What stands in a CAS, as the parts of a lean record."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from verbale.exchange import _cas_types as types
from verbale.exchange import _iris
from verbale.exchange._lean import Value, distinct, joined_with

LINKS: Mapping[str, str] = {
    "source": "source",
    "content": "content",
    "verbatim": "verbatim",
    "speaker": "speaker",
    "via": "via",
    "addressee": "addressee",
    "parent": "parent",
    "date": "date",
    "place": "place",
    "actors": "actors",
    "recipients": "recipients",
    "size": "size",
    "statement": "statement",
    "voices": "according_to",
}
"""Link features, and the fields of a record that they hold; cue and trigger apart."""

PEOPLE = ("addressee", "actors", "recipients")
"""Fields that hold participants."""

_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


class Reading:
    """Reads parts by the ids of their feature structures."""

    def __init__(self, cas: Any) -> None:
        self._cas = cas

    def document(self, name: str) -> Value:
        """Give what is known of the document."""
        value: Value = {"doc": {}}
        for fs in self._all(types.DOCUMENT):
            told = {"key": fs.key, "url": fs.url, "published_at": fs.published}
            value = _rest(fs) | {"doc": told | _rest(fs).get("doc", {})}
        metadata = self._all(types.METADATA)
        if metadata:
            about, value["doc"] = metadata[0], value["doc"].copy()
            language = about.language if about.language != "x-unspecified" else None
            told = {"id": about.documentId, "title": about.documentTitle, "language": language}
            value["doc"] = told | value["doc"]
        shown = {key: part for key, part in value["doc"].items() if part is not None}
        return value | {"doc": {"id": name} | shown | {"text": self._cas.sofa_string}}

    def mentions(self) -> dict[int, Value]:
        """Give the mentions: ours, and named entities that stand where none is."""
        entities: dict[tuple[int, int], Any] = {}
        for fs in self._all(types.NAMED_ENTITY):
            entities.setdefault((fs.begin, fs.end), fs)
        made: dict[int, Value] = {}
        for fs in self._all(types.MENTION):
            names = ("id", "kind", "form", "code", "name", "chain", "by", "confidence")
            shown = {name: fs[name] for name in names} | {"start": fs.begin, "end": fs.end}
            entity = entities.get((fs.begin, fs.end), fs)
            made[fs.xmiID] = joined_with(shown | {"entity": _iris.entity(entity.identifier)}, _rest(fs))
        taken = {(part["start"], part["end"]) for part in made.values()}
        for fs in (fs for at, fs in entities.items() if at not in taken):
            told = {"id": None, "kind": _KINDS.get(fs.value, "group"), "entity": _iris.entity(fs.identifier)}
            made[fs.xmiID] = told | {"start": fs.begin, "end": fs.end}
        return _in_order(made, "m")

    def spans(self) -> dict[int, Value]:
        """Give words that have a role: somebody's, numbers of people."""
        mentions, made = self.mentions(), {}
        for fs in self._all(types.SPAN):
            shown: Value = {"start": fs.begin, "end": fs.end, "code": fs.code}
            denoted = next(
                (mentions[of.xmiID] for of in _targets(fs, "denotes") if of.xmiID in mentions), None
            )
            if denoted:
                shown["mention"] = denoted["id"]
                if (fs.begin, fs.end) == (denoted["start"], denoted["end"]):
                    del shown["start"], shown["end"]
            shown = {key: part for key, part in shown.items() if part is not None}
            made[fs.xmiID] = joined_with(shown, _rest(fs))
        return made

    def statements(self) -> dict[int, Value]:
        """Give the statements."""
        lines, mentions, spans = self._all(types.STATEMENT), self.mentions(), self.spans()
        ids = _in_order({fs.xmiID: {"id": fs.id, "start": fs.begin} for fs in lines}, "s")
        made = {}
        for fs in lines:
            shown = {
                name: fs[name]
                for name in ("kind", "stance", "act", "by", "confidence")
                if fs[name] is not None
            }
            shown |= {"id": ids[fs.xmiID]["id"], "negated": bool(fs.negated), "voice": bool(fs.voice)}
            cue = [] if fs.uncued else [{"start": fs.begin, "end": fs.end}]
            shown |= {"cue": _words(fs, "cue") or cue} | _linked(fs, mentions, spans, ids)
            made[fs.xmiID] = joined_with(shown | self._sentence(fs), _rest(fs))
        return {id: made[id] for id in ids}

    def events(self) -> dict[int, Value]:
        """Give the events."""
        lines, mentions, spans = self._all(types.EVENT), self.mentions(), self.spans()
        statements = self.statements()
        ids = _in_order({fs.xmiID: {"id": fs.id, "start": fs.begin} for fs in lines}, "e")
        made = {}
        for fs in lines:
            names = ("mode", "polarity", "modality", "quad", "intensity", "cameo", "by", "confidence")
            shown = {name: fs[name] for name in names if fs[name] is not None}
            shown |= {"id": ids[fs.xmiID]["id"], "type": fs.eventType or ""}
            shown["trigger"] = _words(fs, "trigger") or [{"start": fs.begin, "end": fs.end}]
            made[fs.xmiID] = joined_with(
                shown | _linked(fs, mentions, spans, statements) | self._sentence(fs), _rest(fs)
            )
        return {id: made[id] for id in ids}

    def _sentence(self, fs: Any) -> Value:
        """Give the first sentence that holds where a part stands."""
        found = self._cas.select_covering(types.SENTENCE, fs)
        return {"sentence": {"start": found[0].begin, "end": found[0].end}} if found else {}

    def _all(self, type: str) -> list[Any]:
        found: list[Any] = self._cas.select(type) if self._cas.typesystem.contains_type(type) else []
        return found


def _linked(
    fs: Any, mentions: Mapping[int, Value], spans: Mapping[int, Value], statements: Mapping[int, Value]
) -> Value:
    """Give what a statement or an event has links to."""
    made: Value = {}
    for feature, key in LINKS.items():
        if not hasattr(fs, feature):
            continue
        targets = _targets(fs, feature)
        met = [mentions[of.xmiID] for of in targets if of.xmiID in mentions]
        if key in PEOPLE:
            made[key] = [_party(of, mentions, spans) for of in targets]
        elif key in ("speaker", "via"):
            people = [{"mention": one["id"], "named": one.get("form") == "name"} for one in met]
            made[key] = people if key == "via" else next(iter(people), None)
        elif key in ("date", "place"):
            made[key] = {"mention": met[0]["id"]} if met else None
        elif key in ("parent", "statement", "according_to"):
            said = [statements[of.xmiID]["id"] for of in targets if of.xmiID in statements]
            made[key] = said if key == "according_to" else next(iter(said), None)
        elif key == "size":
            made[key] = [spans[of.xmiID] for of in targets if "value" in spans.get(of.xmiID, {})]
        else:
            made[key] = _words(fs, feature)
    return made


def _party(of: Any, mentions: Mapping[int, Value], spans: Mapping[int, Value]) -> Value:
    """Give somebody: a mention, a span that denotes one, or the words of any annotation."""
    if of.xmiID in mentions:
        return {"mention": mentions[of.xmiID]["id"]}
    return spans.get(of.xmiID, {"start": of.begin, "end": of.end})


def _targets(fs: Any, feature: str) -> list[Any]:
    links = fs[feature]
    elements = getattr(links, "elements", links) or []
    return [link.target for link in elements if link is not None and link.target is not None]


def _words(fs: Any, feature: str) -> list[Value]:
    return [{"start": of.begin, "end": of.end} for of in _targets(fs, feature)]


def _rest(fs: Any) -> Value:
    value = json.loads(fs.record) if fs.record else {}
    if not isinstance(value, dict):
        raise ValueError(f"the feature record of a {fs.type.name} is no object of JSON")
    return value


def _in_order(parts: dict[int, Value], prefix: str) -> dict[int, Value]:
    """Give parts by the numbers of their ids, then those without one by where they stand; each has an id."""
    told = {part["id"] for part in parts.values() if part["id"]}

    def place(item: tuple[int, Value]) -> tuple[bool, int, str, int]:
        id = item[1]["id"] or ""
        digits = re.search(r"\d+", id)
        return not id, int(digits[0]) if digits else 0, id, item[1]["start"]

    ordered = dict(sorted(parts.items(), key=place))
    free = (f"{prefix}{n}" for n in range(1, 2 * len(parts) + 2) if f"{prefix}{n}" not in told)
    for part in ordered.values():
        part["id"] = part["id"] or next(free)
    distinct(ordered.values())
    return ordered
