"""Statements of whole stories: every one that a careful reader would record, and none beside.

- found: the contents share half of the shorter one's words, and the sources overlap (any source will do
  where the reference has none). Each statement of the reference is met once, in the order of the
  predictions, by the content with the best F1 of words. A quotation that goes on without a new source
  may be told as one statement or as several.
- spans right: F1 of the content's words is .8 or more.
- right in all: spans, the speaker's whole code (or one with more detail) and the stance.

Optional statements of the reference count neither way. Cues and intermediaries are not scored.
"""

import collections
import re

from ..measures import overlap, percent, score
from .codes import same_head

WORD = re.compile(r"\w+")
SHARED = 0.5
ALIKE = 0.8
INSIDE = 0.8


def words(text, spans):
    """The spans of the words in spans."""
    return {m.span() for start, end in spans for m in WORD.finditer(text, start, end)}


def likeness(mine, theirs):
    """The F1 of words."""
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))


class Tally:
    """Counts over stories, and lines on what is wrong."""

    def __init__(self):
        self.count = collections.Counter()

    def add(self, story, statements):
        """Counts a story; returns the lines to show."""
        reference = [(said, words(story.text, said.content)) for said in story.statements]
        free, lines = dict(enumerate(reference)), []
        for statement in statements:
            if not statement.voice:
                lines += self.judge(story, statement, free)
        for number, (said, _) in enumerate(reference):
            if not said.optional:
                self.count["gold"] += 1
                if number in free:
                    lines.append(f"  S missed {said.words}")
        return lines

    def judge(self, story, statement, free):
        """Meets a prediction with the free statements of the reference and takes away what it meets."""
        mine = words(story.text, statement.content)
        number = best(mine, statement.source, free)
        shown = described(story.text, statement)
        if number is None:
            self.count["spurious"] += 1
            self.count["predicted"] += 1
            return [f"  S spurious {shown}"]
        said, theirs = free.pop(number)
        whole = theirs | self.going_on(mine, free)
        if said.optional:
            return []
        return self.compare(said, statement, max(likeness(mine, theirs), likeness(mine, whole)), shown)

    def going_on(self, mine, free):
        """Takes the words of sourceless statements that lie inside a prediction: a quotation that goes on."""
        more = set()
        for number, (said, theirs) in list(free.items()):
            if not said.source and theirs and len(theirs & mine) >= INSIDE * len(theirs):
                del free[number]
                more |= theirs
                self.count["gone on"] += not said.optional
        return more

    def compare(self, said, statement, alike, shown):
        code = statement.speaker
        spans = alike >= ALIKE
        speaker = any(code == want or want and code.startswith(want + ".") for want in said.speaker)
        stance = statement.stance in said.stance
        right = spans and speaker and stance
        self.count["predicted"] += 1
        self.count["found"] += 1
        self.count["spans"] += spans
        self.count["state"] += any(same_head(code, want) for want in said.speaker)
        self.count["right"] += right
        faults = [
            "" if spans else "span",
            "" if speaker else f"speaker (want {'|'.join(said.speaker)})",
            "" if stance else f"stance (want {'|'.join(said.stance)})",
        ]
        return [] if right else [f"  S {' '.join(filter(None, faults))} {shown}"]

    def gold(self):
        """How many statements the reference demands, where one told as a whole with another is none of its own."""
        return self.count["gold"] - self.count["gone on"]

    def scores(self):
        rows = (
            ("statements found", "found"),
            ("statements, spans right", "spans"),
            ("statements, right in all", "right"),
        )
        return {name: score(self.count[key], self.count["predicted"], self.gold()) for name, key in rows}

    def counts(self):
        n = self.count
        return f"statements: gold {self.gold()} predicted {n['predicted']} spurious {n['spurious']}"

    def speakers(self):
        return percent(self.count["state"], self.count["found"])


def best(mine, source, free):
    """The number of the free statement of the reference that a prediction finds, or None."""
    found = {}
    for number, (said, theirs) in free.items():
        if not mine or not theirs or len(mine & theirs) < SHARED * min(len(mine), len(theirs)):
            continue
        if not said.source or any(overlap(said.source, span) for span in source):
            found[number] = likeness(mine, theirs)
    return max(found, key=found.get) if found else None


def described(text, statement):
    """A prediction for people to read."""
    source, cue = (text[slice(*spans[0])] if spans else "-" for spans in (statement.source, statement.cue))
    content = " ".join(text[start:end] for start, end in statement.content)[:70]
    return f"{source} / {cue} / {content!r} [{statement.speaker}] {statement.stance.lower()}"
