"""Schema.org: a news article with the claims and quotations that it attributes, in JSON-LD.

Follows https://schema.org (``NewsArticle``, ``Claim`` with ``appearance``, ``Quotation`` with
``spokenByCharacter``) and RFC 5147 for places in a text (``#char=10,40``, in code points). A ``Claim`` is
what somebody holds to be so: statements that assert, accuse or believe. A denial as a ``Claim`` would say its
contrary, and so would one whose attribution is denied; questions and promises are none. Of events nothing is
written: an ``Action`` of schema.org is told as a fact, whoever said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from verbale._record import Record
from verbale._shape import Speaker, Statement
from verbale.exchange import _files, _iris
from verbale.exchange._lean import Spans, Value, as_json, full
from verbale.exchange._selectors import several

__all__ = ["dump", "load", "read", "write"]

CONTEXT = "https://schema.org"
"""The context of every file, by its address."""

STANCES = ("assert", "accuse", "believe")
"""Stances whose content the speaker holds to be so."""

_CODE = f"{_iris.TERMS}code"
_STANCE = f"{_iris.TERMS}stance:"
_DOC = {
    "id": "identifier",
    "title": "headline",
    "url": "url",
    "published_at": "datePublished",
    "modified_at": "dateModified",
    "language": "inLanguage",
}


def claims(record: Record) -> list[Statement]:
    """Give the statements that are claims, and stand in nothing that is none."""
    kept: dict[str, Statement] = {}
    held = (one for one in record.statements if one.stance in STANCES)
    claimed = {one.id: one for one in held if not one.negated and not one.voice}
    for one in claimed.values():
        chain, at = [one.id], one.parent
        while at is not None and at in claimed and at not in chain:
            chain.append(at)
            at = claimed[at].parent
        if at is None and one.content:
            kept[one.id] = one
    return list(kept.values())


def dump(record: Record) -> dict[str, Any]:
    """Make the graph of a record: its article, its claims and its quotations.

    Examples
    --------
    >>> import verbale
    >>> from verbale.exchange import schemaorg
    >>> record = verbale.code("Ghana's president said that Togo had closed the border.")
    >>> claim = schemaorg.dump(record)["@graph"][1]
    >>> claim["@type"], claim["creator"]["name"], claim["text"]
    ('Claim', 'president', 'that Togo had closed the border')
    """
    return _Graph(record).graph()


def load(graph: Value, name: str = "graph") -> Record:
    """Make a record of a graph: its text, and a statement a claim.

    Parameters
    ----------
    graph
        What :func:`dump` makes, also after edits.
    name
        What messages call it.

    Raises
    ------
    InputError
        A graph without one article that has a text, or with places outside it.
    """
    with _files.read_as(name, "no graph of one NewsArticle: "):
        nodes = several(graph.get("@graph", graph))
        (article,) = (node for node in nodes if node.get("@type") == "NewsArticle")
        doc: Value = {key: article[term] for key, term in _DOC.items() if term in article}
        doc["text"] = article["articleBody"]
        if "publisher" in article:
            doc["outlet"] = _outlet(article["publisher"])
        said = [_statement(node) for node in nodes if node.get("@type") == "Claim"]
        quoted = [node for node in nodes if node.get("@type") == "Quotation"]
        for part in said:
            own = [node for node in quoted if _iris.part(node["isPartOf"]["@id"]) == part["id"]]
            part["verbatim"] = [span for node in own for span in _places(node["@id"])]
            whole = part["verbatim"] == part["content"]
            part["kind"] = "direct" if whole else "mixed" if own else "indirect"
        return full({"doc": doc, "statements": said}, "schemaorg")


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
        A folder without files ``.jsonld``, or one that is no such graph; names the file.
    """
    for path in _files.listed(folder, (".jsonld",)):
        yield load(_files.get_json(path), str(path))


class _Graph:
    """The nodes of a record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        doc = record.doc
        self._iri = _iris.of_document(doc.key, doc.sha256, doc.id)
        self._persons = {one.id for one in record.mentions if one.kind == "person"}

    def graph(self) -> dict[str, Any]:
        """Give the graph."""
        kept = claims(self._record)
        quoted = [node for one in kept for node in self._quotations(one)]
        nodes = [self._article(), *map(self._claim, kept), *quoted]
        return {"@context": CONTEXT, "@graph": nodes}

    def _article(self) -> Value:
        doc = self._record.doc
        made: Value = {"@type": "NewsArticle", "@id": self._iri, "articleBody": doc.text}
        made |= {term: value for key, term in _DOC.items() if (value := getattr(doc, key)) is not None}
        if doc.outlet is not None:
            about = {"name": doc.outlet.name, "sameAs": _address(doc.outlet.entity)}
            address = {"url": f"https://{doc.outlet.domain}" if doc.outlet.domain else None}
            made["publisher"] = _told({"@type": "Organization", **about, **address})
        return made

    def _claim(self, one: Statement) -> Value:
        made = {
            "@type": "Claim",
            "@id": _iris.of_part(self._iri, one.id),
            "additionalType": f"{_STANCE}{one.stance}",
            "text": self._record.quote(one.content),
            "creator": self._speaker(one.speaker),
            "appearance": [self._place("CreativeWork", [span]) for span in one.content],
            "isPartOf": {"@id": _iris.of_part(self._iri, one.parent)} if one.parent else None,
        }
        return _told(made)

    def _quotations(self, one: Statement) -> Iterator[Value]:
        for span in one.verbatim:
            made = self._place("Quotation", [span])
            made["isPartOf"] = {"@id": _iris.of_part(self._iri, one.id)}
            yield _told({**made, "spokenByCharacter": self._speaker(one.speaker)})

    def _place(self, type: str, spans: Spans) -> Value:
        """Give words of the article by their place in it."""
        ((start, end),) = spans
        words = self._record.doc.text[start:end]
        place = {"@id": f"{self._iri}#char={start},{end}", "text": words}
        return {"@type": type, **place, "isPartOf": {"@id": self._iri}}

    def _speaker(self, speaker: Speaker | None) -> Value | None:
        if speaker is None or not (speaker.name or speaker.entity):
            return None
        code = {"@type": "PropertyValue", "propertyID": _CODE, "value": speaker.code}
        made = {
            "@type": "Person" if speaker.mention in self._persons else "Organization",
            "name": speaker.name,
            "sameAs": _address(speaker.entity),
            "identifier": code if speaker.code else None,
        }
        return _told(made)


def _statement(node: Value) -> Value:
    """Give the statement that a claim is."""
    stance = node.get("additionalType", "").removeprefix(_STANCE)
    made: Value = {"id": _iris.part(node["@id"]), "stance": stance if stance in STANCES else "assert"}
    made["content"] = [span for one in several(node["appearance"]) for span in _places(one["@id"])]
    if "isPartOf" in node:
        made["parent"] = _iris.part(node["isPartOf"]["@id"])
    if "creator" in node:
        creator = node["creator"]
        code = creator.get("identifier", {})
        who = {"name": creator.get("name"), "entity": _iris.entity(creator.get("sameAs"))}
        made["speaker"] = who | {"named": "sameAs" in creator, "code": code.get("value")}
    return made


def _outlet(node: Value) -> Value:
    domain = node["url"].removeprefix("https://").rstrip("/") if "url" in node else None
    return {"name": node["name"], "domain": domain, "entity": _iris.entity(node.get("sameAs"))}


def _places(iri: str) -> list[Value]:
    """Give the span that an address names."""
    match = re.search(r"#char=(\d+),(\d+)$", iri)
    if not match:
        raise ValueError(f"{iri!r} names no place in the text (#char=0,10)")
    return as_json([(int(match[1]), int(match[2]))])


def _address(entity: str | None) -> str | None:
    return None if entity is None else _iris.of_entity(entity)


def _told(node: Value) -> Value:
    return {key: value for key, value in node.items() if value is not None}
