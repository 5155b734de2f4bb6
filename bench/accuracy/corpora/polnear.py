"""PolNeAR: political news with attributions, as brat standoff files beside the texts.

Newell, Margolin and Ruths 2018 (An Attribution Relations Corpus for Political News, LREC); no
licence is stated. A folder has pairs NAME.txt and NAME.ann; lines T are spans of text (`Cue 3 7;9 12`
has two pieces), lines E attributions (`E1<tab>Attribution:T2 Source:T1 Cue:T2 Content:T3`). Nested
sources, entities and other lines are not read.
"""

import glob
import os
import re
from typing import NamedTuple

from ..task import some

ROLES = ("source", "cue", "content")
SPAN = re.compile(r"T\d+\t")
ATTRIBUTION = re.compile(r"E\d+\t")


class Article(NamedTuple):
    """`attributions` map each role to pieces (start, end); cue and content are never empty."""

    id: str
    text: str
    attributions: list

    def document(self):
        return {"id": self.id, "text": self.text}


def read(folder):
    """All articles of a folder, by name."""
    paths = sorted(glob.glob(os.path.join(glob.escape(folder), "*.txt")))
    return some([article(path) for path in paths], folder, "NAME.txt with NAME.ann")


def article(path):
    stem = path[: -len(".txt")]
    with open(path, encoding="utf8", newline="") as file:
        text = file.read()
    with open(stem + ".ann", encoding="utf8") as file:
        return Article(os.path.basename(stem), text, attributions(file))


def attributions(lines):
    """The attributions with a cue and a content. A span stands before what refers to it."""
    spans, found = {}, []
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if SPAN.match(line):
            spans[cells[0]] = pieces(cells[1])
        elif ATTRIBUTION.match(line):
            one = {role: [] for role in ROLES}
            for part in cells[1].split()[1:]:
                role, key = part.split(":")
                one[role.rstrip("0123456789").lower()] += spans.get(key, [])
            if one["cue"] and one["content"]:
                found.append(one)
    return found


def pieces(cell):
    """`Cue 3 7;9 12` as pairs."""
    _, offsets = cell.split(" ", 1)
    return [tuple(map(int, pair.split())) for pair in offsets.split(";")]
