"""Worldwide: world news with hand-made names, as tokens with BIO labels beside the texts.

Shan, Bauer, Carlson and Manning 2023 (Do "English" Named Entity Recognizers Work Well on Global
Englishes?, Findings of EMNLP); a public research set without a stated licence. A folder has pairs
NAME.txt and NAME.tsv; tokens are looked for in the text one behind the other, and a name ends before
a token that is not found. Persons, organisations, peoples (NORP), and locations with facilities (LOC)
are read, the other classes are not.
"""

import glob
import os
import shutil
from typing import NamedTuple

from ..task import some

CLASSES = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC", "NORP": "NORP"}
# How far behind the token before it a token is looked for, in characters.
REACH = 400
# Every fifth article, of the sorted list, is set aside from all training (models/README.md).
FIFTH = slice(4, None, 5)


class Article(NamedTuple):
    """`names` are (start, end, class); `lost` counts tokens that the text does not have."""

    id: str
    text: str
    names: list
    lost: int

    def document(self):
        """The set has no dates."""
        return {"id": self.id, "text": self.text, "published_at": "2021-01-15"}


def paths(folder):
    found = sorted(glob.glob(os.path.join(glob.escape(folder), "*.tsv")))
    return some(found, folder, "NAME.tsv with NAME.txt")


def read(folder):
    """All articles of a folder, by name."""
    return [article(path) for path in paths(folder)]


def set_aside(articles):
    """Those that no model was trained on, of a list by name."""
    return articles[FIFTH]


def copy_set_aside(folder, into):
    """Copies them with their labels into a folder, for programs that read one."""
    for path in set_aside(paths(folder)):
        shutil.copyfile(path, os.path.join(into, os.path.basename(path)))
        text = path[: -len("tsv")] + "txt"
        shutil.copyfile(text, os.path.join(into, os.path.basename(text)))


def article(path):
    stem = path[: -len(".tsv")]
    with open(stem + ".txt", encoding="utf8") as file:
        text = file.read()
    with open(path, encoding="utf8") as file:
        names, lost = labelled(text, file)
    start = behind_address(text)
    names = [(s - start, e - start, CLASSES[c]) for s, e, c in names if c in CLASSES and s >= start]
    return Article(os.path.basename(stem), text[start:], names, lost)


def labelled(text, lines):
    """The names of BIO lines as [start, end, label], and how many tokens were not found."""
    at, names, open_name, lost = 0, [], None, 0
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        start = text.find(cells[0], at, at + REACH) if len(cells) == 2 else -1
        if start < 0:
            lost += len(cells) == 2
            open_name = None
            continue
        token, label = cells
        at = start + len(token)
        if label[0] == "B":
            open_name = [start, at, label[2:]]
            names.append(open_name)
        elif label[0] == "I" and open_name:
            open_name[1] = at
        else:
            open_name = None
    return names, lost


def behind_address(text):
    """Where the article begins: some files open with a line with its address."""
    if not text.startswith("http"):
        return 0
    line = text.find("\n") + 1
    return line + len(text[line:]) - len(text[line:].lstrip("\n"))
