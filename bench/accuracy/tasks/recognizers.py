"""Times against the cases of Recognizers-Text: sentences whose times are all given with what they mean.

A case is right when every expression that it expects is right and nothing else was found. An
expression is right when a mention overlaps it whose value says the same (`time_values.py`) as any
reading offered, past or future. A further mention counts as an error unless its value is a reference
such as PRESENT_REF; where only stretches of dates are expected (DatePeriodParser), times of day and
durations are no surplus. Cases that are left out are counted beside it, by reason.
"""

import collections

from ..corpora import recognizers
from ..measures import overlap, percent
from ..record import mentions
from ..task import Report, Task, lost, row
from .time_values import same

CORPUS = "Recognizers-Text, English DateTimeModel and DatePeriodParser (Microsoft; MIT)"
TUNED = "these very cases: the rules for times were written on them"
STRETCHES = "B"


class Verdict:
    """A case and what is wrong with it: the expressions that are missed, and what is too much."""

    def __init__(self, case, times):
        used = set()
        self.case, self.right, self.lines = case, [], []
        for expression in case.expressions:
            there = [m for m in times if overlap(m, (expression.start, expression.end))]
            used.update(map(id, there))
            right = any(says(expression, m) for m in there)
            self.right.append(right)
            if not right:
                found = [m.time.value for m in there]
                self.lines.append(f"  missed {expression.text}: {expression.readings[:2]}, found {found}")
        for m in times:
            if id(m) not in used and surplus(case, m.time):
                self.lines.append(f"  extra {case.text[m.start : m.end]}: {m.time.value}")

    def holds(self):
        return not self.lines


def says(expression, mention):
    return any(
        same(expression.type, expression.text, reading, mention.time) for reading in expression.readings
    )


def surplus(case, time):
    return not time.value.endswith("_REF") and (case.file != STRETCHES or time.type == "DATE")


def verdicts(cases, records):
    return [Verdict(case, [m for m in mentions(records, case.id) if m.time]) for case in cases]


def share(those):
    return sum(v.holds() for v in those), len(those)


def counted(those):
    return [v for v in those if not v.case.left_out]


def of_file(those, letter):
    """Lines on one file, by type of expression."""
    mine = [v for v in those if v.case.file == letter]
    right, n = share(counted(mine))
    all_right, all_n = share(mine)
    silent, without = share([v for v in mine if not v.case.expressions])
    counts = f"counted {right}/{n} = {percent(right, n):.1f} %; expects none {silent}/{without}"
    lines = [f"{recognizers.FILES[letter]}: all cases {all_right}/{all_n}; {counts}"]
    types = collections.defaultdict(lambda: [0, 0, 0, 0])
    for verdict in mine:
        counts = not verdict.case.left_out
        for expression, right in zip(verdict.case.expressions, verdict.right):
            new = (right and counts, counts, right, True)
            types[expression.type] = [a + b for a, b in zip(types[expression.type], new)]
    for name, (right, n, all_right, all_n) in sorted(types.items()):
        lines.append(f"   {name:14} counted {right:4}/{n:<4}   all {all_right:4}/{all_n:<4}")
    return lines


def left_out(those):
    """Lines on the cases that are left out, by reason."""
    reasons = collections.defaultdict(list)
    for verdict in those:
        if verdict.case.left_out:
            reasons[verdict.case.left_out].append(verdict)
    lines = [f"left out: {sum(map(len, reasons.values()))}"]
    for why in sorted(reasons):
        right, n = share(reasons[why])
        lines.append(f"   {n:4} ({right} of them right) {why}")
    return lines


def run(program, *paths):
    cases = recognizers.read(*paths)
    documents = [case.document() for case in cases]
    records = program.code(documents)
    those = verdicts(cases, records)
    figures = []
    for letter in recognizers.FILES:
        right, n = share([v for v in counted(those) if v.case.file == letter])
        figures.append(f"{percent(right, n):.1f} % of {n}")
    what = "times: cases that news can contain (`bench/accuracy` lists the others)"
    data = "Recognizers-Text, on which the rules were written: all kinds; stretches of dates"
    details = [line for letter in recognizers.FILES for line in of_file(those, letter)]
    wrong = [v for v in counted(those) if not v.holds()]
    shown = [line for v in wrong for line in (f"{v.case.id} {v.case.date} {v.case.text[:110]!r}", *v.lines)]
    return Report([row(what, data, *figures)], details + left_out(those) + lost(documents, records), shown)


NEEDS = tuple(f"time/{name}" for name in recognizers.names())
TASKS = [Task("times", CORPUS, NEEDS, TUNED, run)]
