"""LGL and GeoWebNews: news whose toponyms have GeoNames ids, in XML.

LGL, the Local-Global Lexicon: Lieberman, Samet and Sankaranarayanan 2010 (ICDE), articles of small
local papers. GeoWebNews: Gritta, Pilehvar and Collier 2020 (A pragmatic guide to geoparsing
evaluation, LREV). Both from a repository under GPL-3; the texts are the newspapers'. A toponym of LGL
has its place in `gaztag`, one of GeoWebNews in `geonamesID`; those without an id count only as
annotated. What GeoWebNews marks as non-locational ("the Paris Agreement") and has no id is left out.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import NamedTuple


class Toponym(NamedTuple):
    start: int
    end: int
    geonameid: str
    lat: float | None
    lon: float | None


class Article(NamedTuple):
    """`annotated` has the spans of all toponyms, `toponyms` those with an id."""

    id: str
    text: str
    published_at: str
    toponyms: list
    annotated: list

    def document(self):
        return {"id": self.id, "text": self.text, "published_at": self.published_at}


def read(path):
    """The articles of a file. One without a date gets the year in which GeoWebNews was gathered."""
    return [article(number, node) for number, node in enumerate(ET.parse(path).getroot().iter("article"))]


def article(number, node):
    found, annotated = [], []
    for tag in node.iter("toponym"):
        span = int(tag.findtext("start")), int(tag.findtext("end"))
        annotated.append(span)
        place = located(tag)
        if place:
            found.append(Toponym(*span, *place))
    date = (node.findtext("dltime") or "2018-01-01")[:10]
    return Article(f"a{number}", node.findtext("text") or "", date, found, annotated)


def located(tag):
    """Id, latitude and longitude of a toponym; None where it has no id."""
    entry = tag.find("gaztag")
    if entry is not None and entry.get("geonameid"):
        return entry.get("geonameid"), number_in(entry, "lat"), number_in(entry, "lon")
    geonameid = (tag.findtext("geonamesID") or "").strip()
    if entry is None and geonameid.isdigit():
        return geonameid, number_in(tag, "latitude"), number_in(tag, "longitude")
    return None


def number_in(node, name):
    try:
        return float(node.findtext(name) or "")
    except ValueError:
        return None
