"""Brat standoff: a text ``.txt``, its annotations ``.ann``, and the configuration that brat shows them by.

Follows the format of brat 1.3 (Stenetorp et al. 2012, "brat: a Web-based Tool for NLP-Assisted Text
Annotation", EACL; https://brat.nlplab.org/standoff.html). Mentions are text-bound, with their code as an
attribute and their entity as a normalisation; statements and events are events, with the cue or trigger
as the trigger. What brat cannot show of a part stands in a note of the type ``Record`` at it, as JSON, and
what it cannot show of a document in ``NAME.json`` beside it, which brat passes over. What is drawn and what
a note says never say the same thing, so that an edit in brat is not undone by a note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from verbale._record import Record
from verbale._verbale import InputError
from verbale.exchange import _files
from verbale.exchange._brat_conf import Seen, annotation_conf, visual_conf
from verbale.exchange._brat_parts import NOTE, Reading, type_of_event, type_of_mention
from verbale.exchange._lean import Value, full, lean, rest_of, spans_of
from verbale.exchange._standoff import Link, Standoff, cut, joined, ordered, parse

__all__ = ["dump", "load", "read", "write"]


def dump(record: Record) -> str:
    r"""Give the annotations of a record, as a file ``.ann`` has them.

    Examples
    --------
    >>> import verbale
    >>> from verbale.exchange import brat
    >>> record = verbale.code("Ghana thanked Togo.", published="2031-03-05")
    >>> brat.dump(record).splitlines()[3]
    'E1\tSUPPORT:T3 Actor:T1 Recipient:T2'
    """
    return str(_Drawing(lean(record)).standoff)


def load(text: str, annotations: str, about: str | None = None, name: str = "annotations") -> Record:
    """Make a record of annotations.

    Parameters
    ----------
    text
        The text.
    annotations
        What its file ``.ann`` holds.
    about
        What its ``NAME.json`` holds; without it, nothing is known of the document but its name.
    name
        What messages call it.

    Raises
    ------
    InputError
        What is not in the format.
    """
    reading = Reading(parse(text, annotations, name))
    try:
        value: Value = json.loads(about) if about else {}
        value["doc"] = value.get("doc", {"id": name}) | {"text": text}
        value["mentions"] = list(reading.mentions().values())
        value["statements"] = list(reading.statements().values())
        value["events"] = list(reading.events().values())
        return full(value, "brat")
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise InputError(f"{name}: {error}") from None


def write(records: Iterable[Record], folder: _files.Folder, *, overwrite: bool = False) -> int:
    """Write records to a folder that brat can serve as a collection.

    Parameters
    ----------
    records
        Records; each has a file ``.txt``, ``.ann`` and ``.json``, named after its label.
    folder
        A folder that is not there or empty.
    overwrite
        Writes over files of the same name, and leaves others there.

    Returns
    -------
    int
        How many documents were written.

    Raises
    ------
    OutputError
        A folder that has files, or that cannot be written to.
    """
    path, seen, n = _files.emptied(folder, overwrite), Seen(), 0
    for name, record in _files.named(records):
        value = lean(record)
        about = {key: part for key, part in value.items() if key not in ("mentions", "statements", "events")}
        standoff = _Drawing(value).standoff
        text = about["doc"].pop("text")
        _files.put(path / f"{name}.txt", text)
        _files.put(path / f"{name}.json", json.dumps(about, ensure_ascii=False, indent=1) + "\n")
        _files.put(path / f"{name}.ann", str(standoff))
        seen.add(standoff)
        n += 1
    _files.put(path / "annotation.conf", annotation_conf(seen))
    _files.put(path / "visual.conf", visual_conf())
    return n


def read(folder: _files.Folder) -> Iterator[Record]:
    """Read the records of a folder, by name.

    Raises
    ------
    InputError
        A folder without annotations, or what is not in the format; names file and line.
    """
    for path in _files.listed(folder, (".ann",)):
        about = path.with_suffix(".json")
        text, lines = _files.get(path.with_suffix(".txt")), _files.get(path)
        record = load(text, lines, _files.get(about) if about.exists() else None, str(path))
        yield record if about.exists() else _called(record, path.stem)


def _called(record: Record, id: str) -> Record:
    """Give the record of a document of which no more is known than the name of its file."""
    value = record.dict()
    value["doc"]["id"] = id
    return Record(json.dumps(value))


class _Drawing:
    """The annotations of a lean record.

    What is drawn is read back; what of a part does not come back so is noted at it. Each sort of part is
    noted before those that speak of it.
    """

    def __init__(self, value: Value) -> None:
        self.standoff = Standoff(value["doc"]["text"])
        self._value = value
        self._bounds: dict[str, str] = {}
        self._triggers: dict[tuple[object, ...], str] = {}
        self._statements: dict[str, str] = {}
        self._parties: dict[str, Value] = {}
        self._sizes: dict[str, Value] = {}
        drawn = {self._mention(part): part for part in value["mentions"]}
        said = {self._trigger("Statement", part, part.get("cue", [])): part for part in value["statements"]}
        self._statements = {part["id"]: id for id, part in said.items()}
        done = {
            self._trigger(type_of_event(part["type"]), part, part.get("trigger", [])): part
            for part in value["events"]
        }
        for id, part in said.items():
            self._statement(id, part)
        for id, part in done.items():
            self._event(id, part)
        reading = Reading(self.standoff)
        self._note(reading.mentions(), drawn)
        self._note(reading.sizes(), self._sizes)
        self._note(reading.parties(), self._parties)
        self._note(reading.statements(), said)
        self._note(reading.events(), done)

    def _note(self, drawn: dict[str, Value], parts: dict[str, Value]) -> None:
        """Note what of parts is not drawn."""
        for id, part in parts.items():
            rest = rest_of(part, drawn[id])
            if rest:
                self.standoff.notes[id] = [(NOTE, json.dumps(rest, ensure_ascii=True))]

    def _mention(self, part: Value) -> str:
        span = (part["start"], part["end"])
        id = self.standoff.bound(type_of_mention(part["kind"]), cut(self.standoff.text, [span]))
        self._bounds[part["id"]] = id
        self._attribute(id, "Form", part["form"])
        self._identity(id, part)
        return id

    def _attribute(self, id: str, name: str, value: str | None) -> None:
        """Draw a value, where brat can hold it."""
        if value is not None and _token(value):
            self.standoff.attribute(id, name, value)

    def _identity(self, id: str, part: Value) -> None:
        """Draw a code and an entity, where brat can hold them."""
        self._attribute(id, "Code", part.get("code"))
        entity = part.get("entity")
        if entity and _token(entity):
            base = "Wikidata" if entity[0] == "Q" and entity[1:].isdecimal() else "Verbale"
            name = part.get("name") or entity
            self.standoff.references[id] = (base, entity, name if len(name.splitlines()) == 1 else entity)

    def _trigger(self, type: str, part: Value, spans: list[Value]) -> str:
        """Draw the trigger of a part: its own words, else those that it is about."""
        own = spans_of(spans)
        about = own or spans_of(part.get("content") or part.get("source") or [part["sentence"]])
        fragments = ordered(self.standoff.text, about)
        place = (type, *fragments)
        if place not in self._triggers:
            self._triggers[place] = self.standoff.bound(type, fragments)
        id = self.standoff.event(type, self._triggers[place])
        self.standoff.attribute(id, "Uncued", not own)
        return id

    def _spans(self, id: str, role: str, spans: list[Value]) -> None:
        """Draw spans: one annotation where their order lets them be its fragments, else one each."""
        pairs, text = spans_of(spans), self.standoff.text
        together = cut(text, pairs)
        orderly = all(one[1] <= other[0] for one, other in pairwise(together))
        for group in [pairs] if orderly and joined(text, together) == pairs else [[pair] for pair in pairs]:
            if group:
                self._role(id, role, self.standoff.bound(role, cut(text, group)))

    def _role(self, id: str, role: str, of: str | None) -> None:
        if of is not None:
            self.standoff.events[id].args.append((role, of))

    def _party(self, id: str, role: str, part: Value) -> None:
        """Draw somebody: the mention where it says everything, else words of their own that denote it."""
        of = self._bounds.get(part.get("mention") or "")
        if of is None or len(part) > 1:
            mention, own = of, self._party_words(part)
            of = self.standoff.bound("Party", cut(self.standoff.text, [own]))
            if mention:
                self.standoff.links.append(Link("Denotes", of, mention))
            self._identity(of, part)
            self._parties[of] = part
        self._role(id, role, of)

    def _party_words(self, part: Value) -> tuple[int, int]:
        if "start" in part:
            return part["start"], part["end"]
        mention = next(one for one in self._value["mentions"] if one["id"] == part["mention"])
        return mention["start"], mention["end"]

    def _mentioned(self, id: str, role: str, part: Value | None) -> None:
        if part:
            self._role(id, role, self._bounds.get(part.get("mention") or ""))

    def _statement(self, id: str, part: Value) -> None:
        for role in ("source", "content", "verbatim"):
            self._spans(id, role.capitalize(), part.get(role, []))
        self._mentioned(id, "Speaker", part.get("speaker"))
        for via in part.get("via", []):
            self._mentioned(id, "Via", via)
        for party in part.get("addressee", []):
            self._party(id, "Addressee", party)
        self._role(id, "Parent", self._statements.get(part.get("parent") or ""))
        for name in ("kind", "stance", "act"):
            self._attribute(id, name.capitalize(), part[name])
        self.standoff.attribute(id, "Negated", part["negated"])
        self.standoff.attribute(id, "Voice", part.get("voice", False))
        self._where_and_when(id, part)

    def _event(self, id: str, part: Value) -> None:
        for role, key in (("Actor", "actors"), ("Recipient", "recipients")):
            for party in part.get(key, []):
                self._party(id, role, party)
        for size in part.get("size", []):
            of = self.standoff.bound("Size", cut(self.standoff.text, [(size["start"], size["end"])]))
            self._sizes[of] = size
            self._role(id, "Size", of)
        self._role(id, "Makes", self._statements.get(part.get("statement") or ""))
        for voice in part.get("according_to", []):
            self._role(id, "Voice", self._statements.get(voice))
        self.standoff.attribute(id, "Negated", part["polarity"] == "-")
        self._attribute(id, "Modality", part["modality"])
        self._attribute(id, "Mode", part.get("mode"))
        self._where_and_when(id, part)

    def _where_and_when(self, id: str, part: Value) -> None:
        self._mentioned(id, "Date", part.get("date"))
        self._mentioned(id, "Place", part.get("place"))


def _token(words: str) -> bool:
    """Whether brat can hold words as a value: without blanks and the signs that part values."""
    return re.fullmatch(r"[^\s|,]+", words) is not None
