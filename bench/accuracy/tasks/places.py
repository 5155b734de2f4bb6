"""Places against toponyms with GeoNames ids.

After Gritta et al. 2020 (A pragmatic guide to geoparsing evaluation): a toponym is found if a mention
that bears a place overlaps it, whatever the mention's kind; of several the one that shares most of it
counts. Of those found: the same GeoNames id, and no more than 161 km (100 miles) away on a sphere.
Precision is of mentions with a place that overlap anything annotated as a toponym, with an id or not.
"""

import math

from ..corpora import toponyms
from ..measures import overlap, percent
from ..record import mentions
from ..task import Report, Task, figure, lost, row

NEAR_KM = 161
DIAMETER_KM = 12742
LGL = "LGL (Lieberman, Samet and Sankaranarayanan 2010; repository under GPL-3, newspaper texts)"
GEOWEBNEWS = "GeoWebNews (Gritta, Pilehvar and Collier 2020; repository under GPL-3, newspaper texts)"
TUNED = "this corpus: the weights by which a place is chosen were picked by the scores on LGL and GeoWebNews"


def km(lat, lon, other_lat, other_lon):
    """The great-circle distance (haversine)."""
    rise, turn = math.radians(other_lat - lat), math.radians(other_lon - lon)
    level = math.cos(math.radians(lat)) * math.cos(math.radians(other_lat))
    return DIAMETER_KM * math.asin(
        min(1, math.sqrt(math.sin(rise / 2) ** 2 + level * math.sin(turn / 2) ** 2))
    )


class Tally:
    """Counts over articles."""

    def __init__(self):
        self.gold = self.found = self.same = self.measured = self.near = 0
        self.predicted = self.annotated = 0
        self.shown = []

    def add(self, article, found):
        located = [m for m in found if m.place]
        self.predicted += len(located)
        self.annotated += sum(any(overlap(m, span) for span in article.annotated) for m in located)
        for toponym in article.toponyms:
            self.gold += 1
            there = [m for m in located if overlap(m, toponym)]
            if there:
                self.judge(article, toponym, max(there, key=lambda m: shared(m, toponym)).place)
            else:
                self.shown.append(f"  missed {article.text[toponym.start : toponym.end]} ({article.id})")

    def judge(self, article, toponym, place):
        self.found += 1
        if place.geonameid == toponym.geonameid:
            self.same += 1
        else:
            words = article.text[toponym.start : toponym.end]
            self.shown.append(f"  id {words}: {place.geonameid} for {toponym.geonameid} ({article.id})")
        if toponym.lat is not None and place.lat is not None:
            self.measured += 1
            self.near += km(toponym.lat, toponym.lon, place.lat, place.lon) <= NEAR_KM

    def figures(self):
        """Found; right id and near, of those found."""
        return (
            percent(self.found, self.gold),
            percent(self.same, self.found),
            percent(self.near, self.measured),
        )

    def details(self):
        found, same, near = self.figures()
        of_all = percent(self.same, self.gold), percent(self.near, self.gold)
        precision = percent(self.annotated, self.predicted)
        return [
            f"gold toponyms {self.gold}  found {found:.1f}  precision {precision:.1f}",
            f"of the found: exact id {same:.1f}  within {NEAR_KM} km {near:.1f}",
            f"end to end: exact id {of_all[0]:.1f}  within {NEAR_KM} km {of_all[1]:.1f}",
        ]


def shared(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def scored(articles, records):
    tally = Tally()
    for article in articles:
        tally.add(article, mentions(records, article.id))
    return tally


def runner(what, data):
    """The task on one file, with the first two cells of its row."""

    def run(program, path):
        articles = toponyms.read(path)
        documents = [article.document() for article in articles]
        records = program.code(documents)
        tally = scored(articles, records)
        rows = [row(what, data, *map(figure, tally.figures()))]
        return Report(rows, tally.details() + lost(documents, records), tally.shown)

    return run


WHAT = "places: found; right GeoNames id, of those found; within 161 km"
TASKS = [
    Task("places", LGL, ("geo/lgl.xml",), TUNED, runner(WHAT, "LGL, by which the weights were chosen")),
    Task("places", GEOWEBNEWS, ("geo/GWN.xml",), TUNED, runner("the same", "GeoWebNews, likewise")),
]
