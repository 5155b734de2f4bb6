"""Pairs of mentions as `verbale evaluate events` gives them, with whether people say that they are one event."""

import collections
import json
import re

from stories import scores

Pair = collections.namedtuple("Pair", "a b relation features one")


class Story:
    """A story's mentions with their chains, and its pairs."""

    def __init__(self, told, chains):
        self.id = told["story"]
        # How probable the pairs of a group must be on average.
        self.least = told["least"]
        place = [(m["doc"], m["start"], m["end"]) for m in told["mentions"]]
        self.chains = [chains[p] for p in place]
        self.events = [m["event"] for m in told["mentions"]]
        same = lambda a, b: self.chains[a] == self.chains[b]
        self.pairs = [Pair(a, b, relation, x, same(a, b)) for a, b, relation, x in told["pairs"]]

    @property
    def topic(self):
        """Stories of one number are of one topic ("7" and "7+"): they are never parted between folds."""
        return re.match(r"\d*", self.id)[0] or self.id


def read(lines, gold):
    """Stories of the program's lines; `gold` are lines {"doc", "start", "end", "chain"}."""
    chains = {(m["doc"], m["start"], m["end"]): m["chain"] for m in map(json.loads, gold)}
    return [Story(json.loads(line), chains) for line in lines if line.strip()]


def links(predicted, gold):
    """Precision, recall and F1 of pairs of mentions in one group."""
    return with_f1(*scores.pairs_parts(gold, predicted))


def b_cubed(predicted, gold):
    """Precision, recall and F1 after Bagga and Baldwin (1998)."""
    return with_f1(*scores.b_cubed_parts(gold, predicted))


def with_f1(precision, recall):
    return precision, recall, scores.harmonic(precision, recall) / 100
