"""INCEpTION: UIMA CAS as XMI or JSON, with the types of its layers.

Follows the CAS of Apache UIMA 3 by ``dkpro-cassis`` (the extra ``verbale[exchange]``) and the layers of DKPro
Core that INCEpTION has built in (Klie et al. 2018, "The INCEpTION Platform", COLING). Statements and events
are span layers with links to what has a role in them; what a layer has no feature for stands in its feature
``record`` as JSON, and is not said twice. A CAS counts UTF-16 code units; dkpro-cassis converts them. XML
cannot hold control characters: in XMI they are replaced by U+FFFD, in JSON they stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Literal

from verbale._record import Record
from verbale._verbale import InputError
from verbale.exchange import _cas_types as types
from verbale.exchange import _files, _iris
from verbale.exchange._cas_parts import LINKS, PEOPLE, Reading
from verbale.exchange._lean import Spans, Value, full, lean, rest_of, spans_of

__all__ = ["dump", "load", "read", "write"]

_VALUES = {"person": "PER", "organisation": "ORG", "country": "LOC", "place": "LOC", "group": "OTH"}
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def dump(record: Record) -> Any:
    """Make the CAS of a record, a ``cassis.Cas``.

    Raises
    ------
    ImportError
        Where ``dkpro-cassis`` is not installed.
    """
    return _Making(lean(record)).cas


def load(cas: Any, name: str = "CAS") -> Record:
    """Make a record of a CAS: of the layers of records, and of named entities that were added.

    Parameters
    ----------
    cas
        A ``cassis.Cas`` with our types.
    name
        What messages call it.

    Raises
    ------
    InputError
        A CAS without text, or whose parts are no record.
    """
    if cas.sofa_string is None:
        raise InputError(f"{name}: no text in this CAS")
    reading = Reading(cas)
    try:
        value = reading.document(name)
        value["mentions"] = list(reading.mentions().values())
        value["statements"] = list(reading.statements().values())
        value["events"] = list(reading.events().values())
        return full(value, "inception")
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise InputError(f"{name}: {error}") from None


def write(
    records: Iterable[Record],
    folder: _files.Folder,
    *,
    form: Literal["xmi", "json"] = "xmi",
    overwrite: bool = False,
) -> int:
    """Write records to a folder: a CAS each, named after its label, and ``TypeSystem.xml``.

    Parameters
    ----------
    records
        Records.
    folder
        A folder that is not there or empty.
    form
        XMI ("UIMA CAS XMI" in INCEpTION) or JSON ("UIMA CAS JSON").
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
    ImportError
        Where ``dkpro-cassis`` is not installed.
    """
    system = types.typesystem().to_xml()
    path, n = _files.emptied(folder, overwrite), 0
    for name, record in _files.named(records):
        value = lean(record)
        if form == "xmi":
            value["doc"]["text"] = _UNWRITABLE.sub("\ufffd", value["doc"]["text"])
        cas = _Making(value).cas
        _files.put(path / f"{name}.{form}", cas.to_xmi() if form == "xmi" else cas.to_json())
        n += 1
    _files.put(path / "TypeSystem.xml", system)
    return n


def read(folder: _files.Folder) -> Iterator[Record]:
    """Read the records of a folder, by name: ``.xmi`` with the types of ``TypeSystem.xml``, or ``.json``.

    Raises
    ------
    InputError
        A folder without such files, or one that is no CAS; names the file.
    """
    cassis = types.cassis()
    for path in _files.listed(folder, (".xmi", ".json")):
        words = _files.get(path)
        try:
            if path.suffix == ".xmi":
                system = path.with_name("TypeSystem.xml")
                known = cassis.load_typesystem(_files.get(system)) if system.exists() else types.typesystem()
                cas = cassis.load_cas_from_xmi(words, typesystem=known)
            else:
                cas = cassis.load_cas_from_json(words)
        except InputError:
            raise
        except Exception as error:
            raise InputError(f"{path}: no CAS: {error}") from None
        yield load(cas, str(path))


class _Making:
    """The CAS of a lean record; what of a part is not read back from its features goes into ``record``."""

    def __init__(self, value: Value) -> None:
        self._types = types.typesystem()
        self.cas = types.cassis().Cas(typesystem=self._types)
        self.cas.sofa_string = value["doc"]["text"]
        self.cas.sofa_mime = "text/plain"
        self._value = value
        self._parts: dict[int, tuple[Any, Value]] = {}
        self._found: dict[str, Any] = {}
        self._sentences()
        for mention in value["mentions"]:
            self._mention(mention)
        made = [self._at(types.STATEMENT, part, "cue") for part in value["statements"]]
        done = [self._at(types.EVENT, part, "trigger") for part in value["events"]]
        for fs, part in zip(made, value["statements"], strict=True):
            self._statement(fs, part)
        for fs, part in zip(done, value["events"], strict=True):
            self._event(fs, part)
        document = self._document()
        reading = Reading(self.cas)
        for stage in (reading.mentions, reading.spans, reading.statements, reading.events):
            shown = stage()
            for fs, part in self._parts.values():
                if fs.xmiID in shown and (rest := rest_of(part, shown[fs.xmiID])):
                    fs.record = json.dumps(rest)
        about = {key: part for key, part in value.items() if key not in ("mentions", "statements", "events")}
        document.record = json.dumps(_differing(about, reading.document("")))

    def _add(self, type: str, start: int, end: int, **features: Any) -> Any:
        fs = self._types.get_type(type)(begin=start, end=end, **features)
        self.cas.add(fs)
        return fs

    def _document(self) -> Any:
        doc = self._value["doc"]
        end, language = len(doc["text"]), doc.get("language") or "x-unspecified"
        about = {"documentId": doc["id"], "documentTitle": doc.get("title"), "language": language}
        self._add(types.METADATA, 0, end, **about)
        told = {"key": doc.get("key"), "url": doc.get("url"), "published": doc.get("published_at")}
        fs = self._types.get_type(types.DOCUMENT)(**told)
        self.cas.add(fs)
        return fs

    def _sentences(self) -> None:
        """Mark the sentences that records stand in, and what lies between them line by line.

        INCEpTION shows no text outside sentences.
        """
        text = self._value["doc"]["text"]
        told = {span for part in self._parts_of_text() for span in spans_of([part["sentence"]])}
        kept: Spans = [(0, 0)]
        for start, end in sorted(told):
            if start < end and start >= kept[-1][1]:
                kept.append((start, end))
        kept.append((len(text), len(text)))
        for (_, after), (start, end) in pairwise(kept):
            for line in re.finditer(r"\S(?:[^\n]*\S)?", text[after:start]):
                self._add(types.SENTENCE, after + line.start(), after + line.end())
            if start < end:
                self._add(types.SENTENCE, start, end)

    def _parts_of_text(self) -> list[Value]:
        parts: list[Value] = self._value["statements"] + self._value["events"]
        return parts

    def _mention(self, part: Value) -> None:
        names = ("id", "kind", "form", "code", "name", "chain", "by", "confidence")
        told = {name: part.get(name) for name in names}
        fs = self._add(types.MENTION, part["start"], part["end"], **told)
        self._found[part["id"]] = fs
        self._parts[fs.xmiID] = (fs, part)
        entity = part.get("entity")
        iri = entity and _iris.of_entity(entity)
        if part["form"] in ("name", "demonym", "metonym") and part["kind"] in _VALUES:
            value = _VALUES[part["kind"]]
            self._add(types.NAMED_ENTITY, part["start"], part["end"], value=value, identifier=iri)
        else:
            fs.identifier = iri

    def _at(self, type: str, part: Value, own: str) -> Any:
        """Make a statement or an event where its own words are, else its content or sentence."""
        spans = spans_of(part.get(own) or part.get("content") or part.get("source") or [part["sentence"]])
        start, end = min(start for start, _ in spans), max(end for _, end in spans)
        fs = self._add(type, start, end, id=part["id"], by=part["by"], confidence=part["confidence"])
        if spans_of(part.get(own, [])) != [(start, end)]:
            self._link(fs, own, [self._add(types.SPAN, *span) for span in spans_of(part.get(own, []))])
        if type == types.STATEMENT:
            self._found[part["id"]] = fs
        self._parts[fs.xmiID] = (fs, part)
        return fs

    def _link(self, fs: Any, feature: str, targets: Iterable[Any]) -> None:
        made = self._types.get_type(types.LINK)
        links = [made(role=feature, target=target) for target in targets if target is not None]
        if links:
            fs[feature] = self._types.get_type("uima.cas.FSArray")(elements=links)

    def _party(self, part: Value) -> Any:
        """Give the mention that says everything of somebody, else words of their own that denote it."""
        mention = self._found.get(part.get("mention") or "")
        if mention is not None and len(part) == 1:
            return mention
        at = self._found[part["mention"]] if "start" not in part else None
        start, end = (at.begin, at.end) if at is not None else (part["start"], part["end"])
        fs = self._add(types.SPAN, start, end, code=part.get("code"))
        self._link(fs, "denotes", [mention])
        self._parts[fs.xmiID] = (fs, part)
        return fs

    def _linked(self, fs: Any, part: Value) -> None:
        for feature, key in LINKS.items():
            value = part.get(key)
            if value is None or not hasattr(fs, feature):
                continue
            if key in PEOPLE:
                self._link(fs, feature, [self._party(one) for one in value])
            elif isinstance(value, list) and key not in ("via", "according_to"):
                self._link(fs, feature, [self._span(span) for span in value])
            else:
                several = value if isinstance(value, list) else [value]
                ids = [one if isinstance(one, str) else one.get("mention") or "" for one in several]
                self._link(fs, feature, [self._found.get(id) for id in ids])

    def _span(self, part: Value) -> Any:
        fs = self._add(types.SPAN, part["start"], part["end"])
        self._parts[fs.xmiID] = (fs, part)
        return fs

    def _statement(self, fs: Any, part: Value) -> None:
        for name in ("kind", "stance", "act", "negated"):
            fs[name] = part[name]
        fs.voice, fs.uncued = part.get("voice", False), not part.get("cue")
        self._linked(fs, part)

    def _event(self, fs: Any, part: Value) -> None:
        fs.eventType = part["type"]
        for name in ("mode", "polarity", "modality", "quad", "intensity", "cameo"):
            fs[name] = part.get(name)
        self._linked(fs, part)


def _differing(about: Value, shown: Value) -> Value:
    """Give what of a document and its record is not shown."""
    doc = rest_of(about["doc"], shown["doc"])
    return {key: part for key, part in about.items() if key != "doc"} | {"doc": doc}
