"""The document's own fields."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Outlet:
    """A publisher."""

    name: str
    """Name."""
    domain: str | None = None
    """Web domain."""
    country: str | None = None
    """ISO 3166 alpha-3."""
    entity: str | None = None
    """Wikidata id, else an own id of the name."""


@dataclass(frozen=True, kw_only=True)
class Agency:
    """A wire service credited."""

    text: str
    """As written."""
    name: str
    """Preferred name."""
    entity: str | None = None
    """Wikidata id, else an own id of the name."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the text."""

    kind: str
    """title, dateline, lede, body, caption, related, credit or boilerplate."""
    start: int
    """Its first code point."""
    end: int
    """One past its last."""


@dataclass(frozen=True, kw_only=True)
class Related:
    """A link to another story."""

    title: str
    """Its headline."""
    url: str | None = None
    """Its address."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something to know of how the document was read."""

    kind: str
    """A stable word: ``no-date``, ``truncated``, ``rejected``, ..."""
    message: str
    """A sentence."""


@dataclass(frozen=True, kw_only=True)
class Layer:
    """Who made a layer of findings."""

    layer: str
    """``tokens``, ``names``, ``mentions``, ..."""
    producer: str
    """Rule set or model."""
    version: str
    """Its version."""
    hash: str = ""
    """Hash of its model or tables."""


@dataclass(frozen=True, kw_only=True)
class Doc:
    """The document: source, text, sections."""

    id: str
    """Its label; may come twice."""
    text: str
    """The article's text, into which all offsets point."""
    key: str = ""
    """Its key in every collection."""
    path: str | None = None
    """The file it was read from."""
    url: str | None = None
    """Where it was read from."""
    canonical_url: str | None = None
    """The address that the page names as its own."""
    outlet: Outlet | None = None
    """Who publishes it."""
    agencies: list[Agency] = field(default_factory=list)
    """Wire services credited, in order."""
    byline: str | None = None
    """Authors."""
    credits: list[str] = field(default_factory=list)
    """Photo and other credits."""
    title: str | None = None
    """Headline."""
    language: str | None = None
    """ISO 639-1."""
    published_at: str | None = None
    """RFC 3339 or a plain date."""
    modified_at: str | None = None
    """Last change."""
    retrieved_at: str | None = None
    """When it was fetched."""
    sha256: str = ""
    """SHA-256 of the text, hex."""
    sections: list[Section] = field(default_factory=list)
    """Its parts."""
    related: list[Related] = field(default_factory=list)
    """Links to other stories."""
