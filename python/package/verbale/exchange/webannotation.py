"""Web Annotation: an annotation collection in JSON-LD a document.

Follows the Web Annotation Data Model and Vocabulary (W3C Recommendations, 23 February 2017). A mention is
identified, a statement or event classified; what has a role in them is a body that is linked. What the
vocabulary has no term for has the prefix ``verbale``, and what is no scalar stands in ``verbale:record`` as a
JSON literal. The context of the recommendation is named by its address and never fetched. Annotations are
of the text that records point into, not of the page it was taken from, whose offsets are others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from verbale._record import Record
from verbale.exchange import _files, _iris
from verbale.exchange._lean import Value, full, lean, rest_of, spans_of
from verbale.exchange._selectors import selected, several
from verbale.exchange._wa_parts import CLASS, PEOPLE, ROLES, SAID, SCALARS, TARGET, WORDS, Reading, literal

__all__ = ["dump", "load", "read", "write"]

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"verbale": _iris.TERMS}]
"""The context of every file: that of the recommendation, by its address, and the prefix of our terms."""


def dump(record: Record) -> dict[str, Any]:
    """Make the annotation collection of a record.

    Examples
    --------
    >>> import verbale
    >>> from verbale.exchange import webannotation
    >>> made = webannotation.dump(verbale.code("Ghana thanked Togo.", published="2031-03-05"))
    >>> [one["motivation"] for one in made["first"]["items"]]
    ['identifying', 'identifying', 'classifying']
    >>> made["first"]["items"][0]["body"][1]["source"]
    'http://www.wikidata.org/entity/Q117'
    """
    return _Making(lean(record)).collection()


def load(collection: Value, name: str = "collection") -> Record:
    """Make a record of an annotation collection that :func:`dump` has made, also after edits.

    Parameters
    ----------
    collection
        The collection, with its page.
    name
        What messages call it.

    Raises
    ------
    InputError
        What is no such collection, or whose words are not in the text.
    """
    with _files.read_as(name):
        about = collection["verbale:document"]
        value = literal(collection)
        told = {"id": collection.get("label"), "language": about.get("language"), "url": about.get("via")}
        doc = {key: part for key, part in told.items() if part is not None} | value.get("doc", {})
        reading = Reading(about["verbale:text"], about["id"])
        parts = [reading.part(one) for one in collection["first"]["items"]]
        value["doc"] = doc | {"text": about["verbale:text"]}
        for layer in CLASS:
            value[f"{layer}s"] = [part for of, part in parts if of == layer]
        return full(value, "webannotation")


def write(records: Iterable[Record], folder: _files.Folder, *, overwrite: bool = False) -> int:
    """Write records to a folder: a file ``.jsonld`` each, named after its label.

    Parameters
    ----------
    records
        Records.
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
    return _files.put_graphs(records, folder, overwrite, dump)


def read(folder: _files.Folder) -> Iterator[Record]:
    """Read the records of a folder, by name.

    Raises
    ------
    InputError
        A folder without files ``.jsonld``, or one that is no collection; names the file.
    """
    for path in _files.listed(folder, (".jsonld",)):
        yield load(_files.get_json(path), str(path))


class _Making:
    """The annotations of a lean record; what of a part terms do not show goes into its literal."""

    def __init__(self, value: Value) -> None:
        self._value, self._text = value, value["doc"]["text"]
        doc = value["doc"]
        self._source = _iris.of_document(doc.get("key") or "", doc["sha256"], doc["id"])
        self._reading = Reading(self._text, self._source)
        self._known = {part["id"] for part in value["mentions"]}

    def collection(self) -> dict[str, Any]:
        """Give the collection."""
        items = [self._annotation(layer, part) for layer in CLASS for part in self._value[f"{layer}s"]]
        doc = self._value["doc"].copy()
        text, label = doc.pop("text"), doc.pop("id")
        about = {"id": self._source, "type": "Text", "format": "text/plain", "verbale:text": text}
        for term, key in (("language", "language"), ("via", "url")):
            about |= {term: doc.pop(key)} if doc.get(key) else {}
        kept = ("schema", "version", "layers", "notes")
        rest: Value = {key: self._value[key] for key in kept if key in self._value} | {"doc": doc}
        page = {"id": f"{self._source}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
        return {
            "@context": CONTEXT,
            "id": f"{self._source}#annotations",
            "type": "AnnotationCollection",
            "label": label,
            "total": len(items),
            "verbale:document": about,
            **_rest(rest),
            "first": page,
        }

    def _annotation(self, layer: str, part: Value) -> Value:
        """Make an annotation; each is made after those that it speaks of."""
        bodies: list[Value] = []
        if part.get(CLASS[layer]):
            bodies.append(_textual("classifying", part[CLASS[layer]]))
        if layer == "mention":
            bodies += self._identity(part)
        targets = self._targets(layer, part)
        for role in ROLES:
            bodies += [body for one in several(part.get(role)) for body in self._body(role, one)]
        made = {
            "id": self._iri(part["id"]),
            "type": "Annotation",
            "motivation": "identifying" if layer == "mention" else "classifying",
            "verbale:layer": layer,
            **{f"verbale:{key}": part[key] for key in SCALARS[layer] if part.get(key) is not None},
            "body": bodies,
            "target": targets[0] if len(targets) == 1 else targets,
        }
        made |= _rest(rest_of(part, self._reading.shown(made, layer)))
        self._reading.part(made)
        return made

    def _identity(self, part: Value) -> Iterator[Value]:
        if part.get("entity"):
            source = _iris.of_entity(part["entity"])
            yield {"type": "SpecificResource", "purpose": "identifying", "source": source}
        if part.get("code"):
            yield _textual("tagging", part["code"])

    def _targets(self, layer: str, part: Value) -> list[Value]:
        """Give the words that are annotated: those that a part is about, else its own or its sentence."""
        own = [part] if layer == "mention" else part.get(TARGET[layer])
        spans = spans_of(own or part.get("cue") or part.get("source") or [part["sentence"]])
        return [selected(self._text, self._source, *span) for span in spans]

    def _body(self, role: str, part: Any) -> Iterator[Value]:
        """Make the body of what has a role; who is nobody of the text has none."""
        linked = {"purpose": "linking", "verbale:role": role}
        if role in SAID:
            yield {"type": "SpecificResource", **linked, "source": self._iri(part)}
            return
        mention = part.get("mention")
        if role in WORDS or (role in PEOPLE and (len(part) > 1 or not mention)):
            at = part if "start" in part else self._reading.mention(part["mention"])
            body = selected(self._text, self._source, at["start"], at["end"]) | linked
            body |= {"verbale:denotes": {"id": self._iri(mention)}} if mention else {}
        elif mention in self._known:
            body = {"type": "SpecificResource", **linked, "source": self._iri(mention)}
        else:
            return
        yield body | _rest(rest_of(part, self._reading.role(role, body)))

    def _iri(self, id: str) -> str:
        return _iris.of_part(self._source, id)


def _textual(purpose: str, value: str) -> Value:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _rest(rest: Value) -> Value:
    return {"verbale:record": {"@type": "@json", "@value": rest}} if rest else {}
