"""Sentences as they might have been: other names of the same class, other capitals.

Replacing names by others of their class (mention replacement; Dai & Adel 2020) teaches a network to
trust the words around a name as much as the name, which it may never have met. Words keep their
number, so that all other layers of a sentence still hold.
"""
import dataclasses
import re
from pathlib import Path

from .corpora import NAMES

PERSON, LOCATION = NAMES.index("person"), NAMES.index("location")
REPLACED = ("person", "organisation", "location", "facility")
"""Classes whose names replace one another; nationalities and times are too closely tied to their sentence."""


class Names:
    """Names by class and number of words: those of `sentences`, and as many of the atlas."""

    def __init__(self, sentences, atlas):
        self.known, self.others = {}, {}
        for sentence in sentences:
            for words, c in mentions(sentence):
                self.known.setdefault((c, len(words)), []).append(sentence.words[words.start : words.stop])
        for c, name in from_atlas(Path(atlas)):
            words = name.split(" ")
            self.others.setdefault((c, len(words)), []).append(words)
            if c == PERSON and len(words) > 1:
                self.others.setdefault((c, 1), []).append(words[-1:])

    def replaced(self, sentence, rng, share=0.3):
        """The sentence with about `share` of its names replaced; itself if none is.

        Few places have an article, so those that do stay."""
        words = list(sentence.words)
        for at, c in mentions(sentence):
            article = c == LOCATION and at.start > 0 and words[at.start - 1].lower() == "the"
            if NAMES[c] in REPLACED and not article and rng.random() < share:
                pools = [pool for pool in (self.known, self.others) if (c, len(at)) in pool]
                if pools:
                    name = rng.choice(rng.choice(pools)[c, len(at)])
                    shouted = all(w.isupper() for w in words[at.start : at.stop]) and c == PERSON
                    words[at.start : at.stop] = [w.upper() if shouted else w for w in name]
        return dataclasses.replace(sentence, words=words) if words != sentence.words else sentence


def mentions(sentence):
    """Words and class of each name of a sentence."""
    start = None
    labels = (sentence.names or []) + [0]
    for i, label in enumerate(labels):
        goes_on = start is not None and label == labels[start] + 1
        if start is not None and not goes_on:
            yield range(start, i), (labels[start] - 1) // 2
            start = None
        if start is None and label % 2 == 1:
            start = i


def from_atlas(folder):
    """Class and name of the office holders and the larger towns of the atlas."""
    for table, c, wanted in [("persons", PERSON, lambda row: True), ("places", LOCATION, lambda row: int(row["population"] or 0) > 30_000)]:
        lines = [line.rstrip("\n").split("\t") for line in open(folder / f"{table}.tsv", encoding="utf8") if not line.startswith("#")]
        rows = [dict(zip(lines[0], line)) for line in lines[1:]]
        for name in sorted({row["name"] for row in rows if wanted(row)}):
            if re.fullmatch(r"[^\W\d_]{2,}( [^\W\d_]{2,})*", name):
                yield c, name


def recased(sentence, rng):
    """The sentence as a headline writes it, or shouted, or whispered."""
    how = rng.random()
    if how < 0.5:
        words = [w[:1].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(sentence.words)]
    elif how < 0.85:
        words = [w.upper() for w in sentence.words]
    else:
        words = [w.lower() for w in sentence.words]
    return dataclasses.replace(sentence, words=words)


class Augment:
    """Changes some of the sentences of a batch: names in all, capitals in a `share`."""

    def __init__(self, sentences, atlas, share=0.06):
        self.names, self.share = Names(sentences, atlas), share

    def __call__(self, sentences, rng):
        sentences = [self.names.replaced(s, rng) for s in sentences]
        return [recased(s, rng) if rng.random() < self.share else s for s in sentences]
