"""Recognizers-Text: sentences with the times that they have, and what these mean.

Microsoft (MIT), the specifications of DateTimeModel and DatePeriodParser in English. Cases are
numbered as they stand in the files: A0, A1, ... of the first, B0, B1, ... of the second. What news
cannot contain, or what the date of a document (a day, no clock) cannot decide, is left out, by case
and with the reason, in `recognizers_left_out.tsv`.
"""

from __future__ import annotations

import json
import os
import re
from typing import NamedTuple

FILES = {"A": "DateTimeModel", "B": "DatePeriodParser"}
LEFT_OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "recognizers_left_out.tsv")
ORDERS = "orders to an assistant (book, schedule, remind, Cortana)"
ORDER = re.compile(
    r"\b(cortana|ooo|out of office|remind me|create appointment|add meeting|meeting room"
    r"|set up a (?:15|skype)|help me book|book (?:a|me|my|this|something|meeting)|schedule (?:a|me|something|the)"
    r"|please (?:book|schedule|find|set)|find us a time|for 7 hours|take medicines|meet me|schedule me"
    r"|can i do a booking|please excuse)\b",
    re.IGNORECASE,
)


class Expression(NamedTuple):
    """A time that a case expects: its last character is at `end` - 1; `readings` are dictionaries
    with `timex`, `value`, `start`, `end` and `Mod`, any of which may be right."""

    start: int
    end: int
    text: str
    type: str
    readings: list


class Case(NamedTuple):
    """`left_out` is the reason why the case does not count, or None."""

    id: str
    text: str
    date: str
    expressions: list
    left_out: str | None

    @property
    def file(self):
        return self.id[0]

    def document(self):
        return {"id": self.id, "text": self.text, "published_at": self.date}


def names():
    return [f"RecognizersText_en_{name}.json" for name in FILES.values()]


def read(*paths):
    """The cases of both files, in their order."""
    reasons, found = left_out(), []
    for letter, path, expected in zip(FILES, paths, (of_model, of_parser)):
        with open(path, encoding="utf-8-sig") as file:
            for number, data in enumerate(json.load(file)):
                found.append(case(f"{letter}{number}", data, expected, reasons))
    return found


def case(name, data, expected, reasons):
    text = data["Input"]
    reference = (data.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07T00:00:00"
    why = reasons.get(name) or (ORDERS if ORDER.search(text) else None)
    return Case(name, text, reference[:10], [expected(result) for result in data["Results"]], why)


def of_model(result):
    """A result of DateTimeModel; ends are inclusive there."""
    kind = (result.get("TypeName") or result.get("ParentText") or "").split(".")[-1] or "?"
    readings = (result.get("Resolution") or {}).get("values", [])
    return Expression(result.get("Start"), result.get("End") + 1, result["Text"], kind, readings)


def of_parser(result):
    """A result of DatePeriodParser: the same stretch, if the day is ahead and if it is past."""
    value = result.get("Value") or {}
    start, readings = result["Start"], []
    for key in ("FutureResolution", "PastResolution"):
        dates = value.get(key) or {}
        reading = {"start": dates.get("startDate"), "end": dates.get("endDate")}
        readings.append({"timex": value.get("Timex"), "Mod": value.get("Mod"), **reading})
    return Expression(start, start + result["Length"], result["Text"], "daterange", readings)


def left_out():
    """Case to reason, from the table."""
    reasons = {}
    with open(LEFT_OUT, encoding="utf8") as file:
        for line in file:
            if not line.startswith("#"):
                reason, cases = line.rstrip("\n").split("\t")
                reasons.update((name, reason) for name in cases.split())
    return reasons
