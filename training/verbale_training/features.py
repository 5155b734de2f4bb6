"""What the small network sees of a word: rows of tables, as `network/features.rs` computes them.

Hashes are 32-bit FNV-1a over the numbers of characters.
"""
import unicodedata

import numpy as np

TABLES = {"norm": (16384, 32), "prefix": (4096, 24), "suffix2": (2048, 16), "suffix3": (4096, 24), "suffix4": (8192, 24), "shape": (1024, 24)}
"""Rows and width of the hashed tables."""


def fnv(text):
    h = 0x811C9DC5
    for c in text:
        h = ((h ^ ord(c)) * 0x01000193) & 0xFFFFFFFF
    return h


def normal(c):
    if c in "’‘`":
        return "'"
    if c == "–":
        return "-"
    return "0" if unicodedata.category(c)[0] == "N" else c


def norm(word):
    """The normal form: lower case, digits as 0."""
    return "".join(normal(c).lower()[0] for c in word)


def kind(c):
    if c == "0":
        return "0"
    if c.isupper():
        return "X"
    return "x" if c.isalpha() else c


def shape(characters):
    """Kinds of characters; of a run of one kind the first two."""
    out = ""
    for c in map(kind, characters):
        if out[-2:] != c + c:
            out += c
    return out


class Features:
    """Rows of words; `vocabulary` maps normal forms to rows from 1, 0 is any other word."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.cache = {}

    def word(self, word):
        """Row in the vocabulary, then one row for each of TABLES."""
        if word not in self.cache:
            form = norm(word)
            hashed = (form, form[:3], form[-2:], form[-3:], form[-4:], shape(map(normal, word)))
            rows = [fnv(x) % n for x, (n, _) in zip(hashed, TABLES.values())]
            self.cache[word] = np.array([self.vocabulary.get(form, 0)] + rows)
        return self.cache[word]
