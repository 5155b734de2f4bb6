"""Addresses of documents, of their parts and of entities, for formats that name things so.

Wikidata's entities have their own. Nothing else of a record has an address on the web, so the rest are names
(``urn:verbale:``) that hold wherever the record is.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

WIKIDATA = "http://www.wikidata.org/entity/"
TERMS = "urn:verbale:term:"
"""What the terms of our own begin with."""

_OWN = "urn:verbale:entity:"
_DOCUMENT = "urn:verbale:document:"


def of_document(key: str, sha256: str, id: str) -> str:
    """Give the name of a document: by its key, else the hash of its text, else its label."""
    return f"{_DOCUMENT}{quote(key or sha256 or id or 'text', safe='')}"


def of_part(document: str, id: str) -> str:
    """Give the name of a mention, a statement or an event."""
    return f"{document}#{quote(id, safe='')}"


def part(iri: str) -> str:
    """Give the id of a part by its name."""
    return unquote(iri.rpartition("#")[2])


def of_entity(id: str) -> str:
    """Give the address of an entity."""
    return (WIKIDATA if re.fullmatch(r"Q\d+", id) else _OWN) + quote(id, safe=":")


def entity(iri: str | None) -> str | None:
    """Give the id of an entity by its address; an address of neither sort stays."""
    for known in (WIKIDATA, _OWN):
        if iri and iri.startswith(known):
            return unquote(iri.removeprefix(known))
    return iri
