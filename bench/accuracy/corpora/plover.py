"""PLV: sentences of news, each with who did something and to whom, and a type of PLOVER.

The training part (PLV_train.tsv) of the set by Hu, Skorupa Parolin, Khan, Osorio and D'Orazio 2024
(zero-shot classification of political relations, ACL); no licence is stated. A row has one pair:
`marked_sentence` with <s>source</s> and <t>target</t>, the type (`gold_root`) and the quad class
(`gold_penta`, 1 to 4). Only some of the pairs that a sentence tells are annotated.
"""

import csv
import re
from typing import NamedTuple

MARK = re.compile(r"<(/?)([st])>")
# Types of drafts of PLOVER under the name that they bear now.
NOW = {
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}


class Pair(NamedTuple):
    source: tuple
    target: tuple
    root: str
    quad: str


def root(name):
    """The name of a type as it is compared."""
    return NOW.get(name.upper(), name.upper())


def read(path):
    """Sentences to their pairs, in the order of the file; a sentence may have none."""
    csv.field_size_limit(1 << 24)
    sentences = {}
    with open(path, encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text, spans = unmarked(row["marked_sentence"])
            pairs = sentences.setdefault(text, [])
            if "s" in spans and "t" in spans:
                quad = str(int(float(row["gold_penta"])))
                pairs.append(Pair(spans["s"], spans["t"], root(row["gold_root"]), quad))
    return sentences


def unmarked(marked):
    """A sentence without its marks, and where they stood: `s` and `t` to a span."""
    parts, length, at, opened, spans = [], 0, 0, {}, {}
    for mark in MARK.finditer(marked):
        parts.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        closes, letter = mark.groups()
        if closes:
            spans[letter] = (opened[letter], length)
        else:
            opened[letter] = length
    return "".join(parts) + marked[at:], spans


def document(number, text):
    """A sentence for the program; the set has no dates."""
    return {"id": f"s{number}", "text": text, "published_at": "2020-01-15"}
