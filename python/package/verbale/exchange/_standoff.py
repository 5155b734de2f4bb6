"""The lines of brat's standoff format (https://brat.nlplab.org/standoff.html), written and read.

Knows nothing of records. Reading is strict: a line that the grammar does not have, an id that comes twice
or names nothing, and words that the text does not have at that place are refused with the number of the line.
Offsets are code points, as brat's are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from verbale._verbale import InputError
from verbale.exchange._lean import Spans

BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line for brat: no annotation holds one, those that cross one have two fragments."""

_GRAMMAR = {
    "T": re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.DOTALL),
    "E": re.compile(r"(E\d+)\t([^\s:]+):(T\d+)((?: [^\s:]+:[TE]\d+)*) *"),
    "R": re.compile(r"(R\d+)\t(\S+) ([^\s:]+):([TE]\d+) ([^\s:]+):([TE]\d+)\s*"),
    "A": re.compile(r"([AM]\d+)\t(\S+) ([TER]\d+)(?: (\S+))?\s*"),
    "N": re.compile(r"(N\d+)\t(\S+) ([TE]\d+) ([^\s:]+):(\S+)\t(.*)", re.DOTALL),
    "#": re.compile(r"(#\d+)\t(\S+) ([TERAN]\d+)\t(.*)", re.DOTALL),
    "*": re.compile(r"(\*)\t(\S+)((?: [TE]\d+)+)\s*"),
}


class TextBound(NamedTuple):
    """A line ``T``: a type and the fragments that have it."""

    type: str
    fragments: Spans


class EventLine(NamedTuple):
    """A line ``E``: a type, its trigger, and roles with what stands in them, numbers of roles left out."""

    type: str
    trigger: str
    args: list[tuple[str, str]]


class Link(NamedTuple):
    """A line ``R``: a type, from whom, to whom."""

    type: str
    first: str
    second: str


@dataclass
class Standoff:
    """The annotations of one text. What adds a line gives its id."""

    text: str
    bounds: dict[str, TextBound] = field(default_factory=dict)
    events: dict[str, EventLine] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    attributes: dict[str, dict[str, str | bool]] = field(default_factory=dict)
    references: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """By what is normalised: database, id there, words."""
    notes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    equivalents: list[list[str]] = field(default_factory=list)

    def bound(self, type: str, fragments: Spans) -> str:
        """Add a line ``T``."""
        self.bounds[f"T{len(self.bounds) + 1}"] = TextBound(type, fragments)
        return f"T{len(self.bounds)}"

    def event(self, type: str, trigger: str, args: Iterable[tuple[str, str]] = ()) -> str:
        """Add a line ``E``."""
        self.events[f"E{len(self.events) + 1}"] = EventLine(type, trigger, list(args))
        return f"E{len(self.events)}"

    def attribute(self, target: str, name: str, value: str | bool) -> None:
        """Add a line ``A``; one whose value is ``False`` is none."""
        if value:
            self.attributes.setdefault(target, {})[name] = value

    def words(self, bound: TextBound) -> str:
        """Give the words of fragments as brat does, a blank between them."""
        return " ".join(self.text[start:end] for start, end in bound.fragments)

    def __str__(self) -> str:
        """Write the lines of a file ``.ann``."""
        lines = []
        for id, bound in self.bounds.items():
            offsets = ";".join(f"{start} {end}" for start, end in bound.fragments)
            lines.append(f"{id}\t{bound.type} {offsets}\t{self.words(bound)}")
        for id, (type, trigger, args) in self.events.items():
            lines.append(" ".join([f"{id}\t{type}:{trigger}", *_numbered(args)]))
        for n, (type, first, second) in enumerate(self.links, start=1):
            lines.append(f"R{n}\t{type} Arg1:{first} Arg2:{second}")
        lines += [f"*\tEquiv {' '.join(ids)}" for ids in self.equivalents]
        all_values = (
            (target, *pair) for target, values in self.attributes.items() for pair in values.items()
        )
        for n, (target, name, value) in enumerate(all_values, start=1):
            lines.append(f"A{n}\t{name} {target}" + (f" {value}" if isinstance(value, str) else ""))
        for n, (target, (base, id, name)) in enumerate(self.references.items(), start=1):
            lines.append(f"N{n}\tReference {target} {base}:{id}\t{name}")
        all_notes = ((target, *note) for target, notes in self.notes.items() for note in notes)
        lines += [
            f"#{n}\t{type} {target}\t{words}" for n, (target, type, words) in enumerate(all_notes, start=1)
        ]
        return "".join(line + "\n" for line in lines)


def parse(text: str, lines: str, name: str) -> Standoff:
    """Read the lines of a file ``.ann``.

    Parameters
    ----------
    text
        The text that it annotates.
    lines
        What the file holds.
    name
        The file, for messages.

    Raises
    ------
    InputError
        A line that is none of the format, or does not fit the text; names file and line.
    """
    made, seen = Standoff(text), set[str]()
    for at, line in enumerate(lines.split("\n"), start=1):
        line = line.removesuffix("\r")
        if not line.strip():
            continue
        grammar = _GRAMMAR.get("A" if line[0] == "M" else line[0])
        match = grammar and grammar.fullmatch(line)
        if not match:
            raise InputError(f"{name}:{at}: no line of brat's standoff format: {line[:60]!r}")
        id = match[1]
        if id in seen:
            raise InputError(f"{name}:{at}: {id} comes twice")
        why = _take(made, match)
        if why:
            raise InputError(f"{name}:{at}: {why}")
        if id != "*":
            seen.add(id)
    _check(made, seen, name)
    return made


def _take(made: Standoff, match: re.Match[str]) -> str | None:
    """Take a line up; give why it cannot be."""
    id, *parts = match.groups()
    if id[0] == "T":
        offsets = [tuple(map(int, pair.split(" "))) for pair in parts[1].split(";")]
        bound = TextBound(parts[0], [(start, end) for start, end in offsets])
        if any(start > end or end > len(made.text) for start, end in bound.fragments):
            return f"{id} points outside the text"
        if made.words(bound) != parts[2]:
            return f"{id} has the words {parts[2]!r}, the text {made.words(bound)!r}"
        made.bounds[id] = bound
    elif id[0] == "E":
        args = [(role.rstrip("0123456789"), of) for role, of in (arg.split(":") for arg in parts[2].split())]
        made.events[id] = EventLine(parts[0], parts[1], args)
    elif id[0] == "R":
        made.links.append(Link(parts[0], parts[2], parts[4]))
    elif id[0] in "AM":
        made.attributes.setdefault(parts[1], {})[parts[0]] = parts[2] or True
    elif id[0] == "N":
        made.references[parts[1]] = (
            parts[2],
            parts[3],
            parts[4].lstrip("\t"),
        )  # brat adds one where it saves.
    elif id[0] == "#":
        made.notes.setdefault(parts[1], []).append((parts[0], parts[2]))
    else:
        made.equivalents.append(parts[1].split())
    return None


def _check(made: Standoff, seen: set[str], name: str) -> None:
    """Refuse lines that speak of what is not there; lines may come in any order."""
    named = [of for event in made.events.values() for of in (event.trigger, *(of for _, of in event.args))]
    named += [of for link in made.links for of in (link.first, link.second)]
    named += [
        *made.attributes,
        *made.references,
        *made.notes,
        *(of for ids in made.equivalents for of in ids),
    ]
    for of in named:
        if of not in seen:
            raise InputError(f"{name}: a line names {of}, which is not there")


def _numbered(args: Iterable[tuple[str, str]]) -> list[str]:
    """Write roles; from the second on, those that come again have a number."""
    counts: dict[str, int] = {}
    written = []
    for role, of in args:
        n = counts[role] = counts.get(role, 0) + 1
        written.append(f"{role}{n if n > 1 else ''}:{of}")
    return written


def cut(text: str, spans: Spans) -> Spans:
    """Give the fragments of spans: pieces without line ends; an empty one for what is nothing else."""
    pieces: Spans = []
    for start, end in spans:
        within = [match.span() for match in re.finditer(f"[^{BREAKS}]+", text[start:end])]
        pieces += [(start + first, start + last) for first, last in within] or [(start, start)]
    return pieces


def ordered(text: str, spans: Spans) -> Spans:
    """Give the fragments of spans in the order of the text, without those that overlap an earlier one."""
    fragments: Spans = []
    for start, end in sorted(cut(text, spans)):
        if not fragments or start >= fragments[-1][1]:
            fragments.append((start, end))
    return fragments


def joined(text: str, fragments: Spans) -> Spans:
    """Give the spans of fragments: those with nothing but line ends between them are one."""
    spans: Spans = []
    for start, end in fragments:
        gap = text[spans[-1][1] : start] if spans else ""
        if gap and not gap.strip(BREAKS):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans
