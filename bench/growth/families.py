"""Texts and pages of any size that repeat one thing, from the tables that the project's own tests read."""

import re
from dataclasses import dataclass
from pathlib import Path

TABLES = Path(__file__).parents[2] / "tests" / "cases" / "hostile"
STORY = (
    "<h1>Kenya signs treaty</h1><p>Kenya signed a treaty with Uganda on Monday, the foreign ministry said in a "
    "statement in Nairobi.</p><p>The ministers met for two hours.</p>"
)
HEAD = "<html><head><title>Kenya signs treaty</title></head><body>"


@dataclass
class Family:
    """One thing to repeat, and what stands around it."""

    name: str
    unit: str
    before: str = ""
    after: str = ""

    def text(self, size):
        """About `size` bytes of it, in UTF-8."""
        if "{n}" in self.unit:
            parts, length, number = [], 0, 0
            while length < size:
                parts.append(self.unit.replace("{n}", word(number)).encode())
                length, number = length + len(parts[-1]), number + 1
            body = b"".join(parts)
        else:
            unit = self.unit.encode()
            body = unit * -(-size // len(unit))
        return self.before.encode() + body + self.after.encode()


def word(number):
    """The word of a number: a, b, ... z, ba, bb ..."""
    letters = ""
    while True:
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
        if number == 0:
            return letters


def spelled_out(cell):
    """A cell with its escapes, its parts and its repetitions written out."""
    cell = cell.replace("\\s", " ").replace("\\n", "\n").replace("\\t", "\t")
    cell = cell.replace("[body]", HEAD + "[story]").replace("[story]", STORY)
    cell = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), cell)
    return re.sub(r"\{(\d+)\*([^}]*)\}", lambda m: m[2] * int(m[1]), cell)


def families(table):
    """The families of a table, `texts` or `pages`."""
    lines = (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [Family(*map(spelled_out, row)) for row in rows]
