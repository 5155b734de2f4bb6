"""Whether a TIMEX3 value says the same as a reading of Recognizers-Text, which writes times otherwise.

Theirs are TIMEX with ends that are exclusive, stretches as `(start,end,length)`, and instants; ours
are TIMEX3 with the first and last day of what they denote. They say the same if

- our value equals the value or the TIMEX, where X matches anything;
- or our first and last day are theirs;
- before, after, since, early and the like (`Mod`) are no part of a TIMEX3 value and may be missing;
- months and years ago are months and years in TIMEX3, and days there: theirs must lie in ours;
- "several" is PX in TIMEX3, and 3 there.
"""

import datetime
import re

from .timex import as_long, day, first_day, seconds

DAY = datetime.timedelta(days=1)
VAGUE = re.compile(r"\b(few|some|several)\b")
PARTS = ("start", "mid", "end")


class Reading:
    """What they offer: TIMEX, value, first day, the day behind the last, and a modifier."""

    def __init__(self, offered):
        self.timex = offered.get("timex") or ""
        self.value = offered.get("value") or ""
        self.start = offered.get("start") or ""
        self.end = offered.get("end") or ""
        self.mod = offered.get("Mod") or ""
        self.first, self.behind = day(self.start), day(self.end)

    def bounded(self):
        return bool(self.start and self.end)

    def parts(self):
        """Start, end and length of a stretch `(start,end,length)`."""
        return self.timex[1:-1].split(",")

    def matches(self, value):
        """Whether the TIMEX, with X for anything, is a value."""
        pattern = re.escape(self.timex).replace("X", ".")
        return re.fullmatch(pattern + r"(?::00)*Z?", value) is not None


class Ours:
    """A value of ours with its first and last day."""

    def __init__(self, time):
        self.value = time.value or ""
        self.first, self.last = day(time.start), day(time.end)

    def stretch_is(self, reading):
        return bool(
            self.first
            and self.last
            and reading.bounded()
            and self.first == reading.first
            and self.last + DAY == reading.behind
        )


def same(kind, text, offered, time):
    """Whether a reading and a time of ours say the same of an expression of a kind with this text."""
    judge = JUDGES.get(kind, same_stretch)
    return judge(text, Reading(offered), Ours(time))


def same_set(_, theirs, ours):
    value, timex = ours.value, theirs.timex
    if value == timex or as_long(value, timex):
        return True
    if timex == "P1WE" and "WE" in value or (timex, value) == ("P0.5Y", "P6M"):
        return True
    return value.replace("XXXX-XX-XXT", "T").replace(":00", "") == timex.replace(":00", "")


def same_duration(text, theirs, ours):
    if ours.value == theirs.timex or as_long(ours.value, theirs.timex):
        return True
    return bool(VAGUE.search(text)) and ours.value == theirs.timex.replace("3", "X")


def same_clock(_, theirs, ours):
    """Times of day, on no day or on the one that the sentence or the document gives."""
    if "/" in ours.value:
        value = "/".join(part.split("T", 1)[-1] for part in ours.value.split("/"))
    else:
        value = ours.value.split("T", 1)[-1]
    if theirs.timex.startswith("("):
        return [minutes(part) for part in value.split("/")] == [
            minutes(part[1:]) for part in theirs.parts()[:2]
        ]
    return minutes(value) == minutes(theirs.timex[1:])


def minutes(clock):
    """A time of day without zeros behind."""
    return re.sub(r"(:00)+$", "", clock.strip("Z"))


def same_moment(text, theirs, ours):
    if "T23:59:59" in theirs.timex and "end of" in text and ours.value == theirs.value[:10]:
        return True
    instant = ours.value.rstrip("Z").replace("T", " ")
    return ours.value == theirs.timex or bool(theirs.value) and instant in (theirs.value, theirs.value[:16])


def same_hours(_, theirs, ours):
    """A stretch of hours on a day."""
    if theirs.timex.startswith("("):
        start, slash, end = ours.value.partition("/")
        start, end = start.replace("T", " "), end.replace("T", " ")
        return bool(
            slash and theirs.bounded() and theirs.start.startswith(start) and theirs.end.startswith(end)
        )
    if ours.value == theirs.timex and (theirs.mod in PARTS or "T" not in theirs.timex):
        return True
    if "T" not in theirs.timex:
        return False
    on = (theirs.start or theirs.end)[:10]
    return ours.value.replace(":00", "") == (on + "T" + theirs.timex.split("T", 1)[1]).replace(":00", "")


def same_day(text, theirs, ours):
    value = ours.value
    if value in (theirs.timex, theirs.value) or value.startswith(theirs.value + "T"):
        return True
    coarse = re.fullmatch(r"\d{4}(-\d\d)?", value) and re.search("month|year", text)
    return bool(coarse) and theirs.value.startswith(value)


def same_stretch(text, theirs, ours):
    """A stretch of days."""
    length = theirs.parts()[-1]
    if "decades" in text and ours.value == length:
        return True
    if "rest" in text and (ours.first, ours.last) == (theirs.first, theirs.behind):
        return True
    if VAGUE.search(text) and ours.value == length.replace("3", "X"):
        return True
    if re.fullmatch("SU|WI|SP|FA", theirs.timex) and ours.value == "XXXX-" + theirs.timex:
        return True
    if theirs.mod:
        return ours.value == theirs.timex or theirs.matches(ours.value) and same_edge(theirs, ours)
    if theirs.timex.startswith("("):
        return ours.stretch_is(theirs) or same_range(theirs, ours)
    return ours.value == theirs.timex or ours.stretch_is(theirs) or lies_within(theirs, ours)


def same_edge(theirs, ours):
    """Before, after, early: one edge is the same, give or take a day, or there is none."""
    if not (theirs.start or theirs.end) or theirs.mod.split("-")[-1] in PARTS:
        return True
    edges = [edge for edge, given in ((theirs.first, theirs.start), (theirs.behind, theirs.end)) if given]
    return any(abs(mine - edge) <= DAY for edge in edges for mine in (ours.first, ours.last) if mine)


def same_range(theirs, ours):
    """`(start,end,length)` against an interval, or against its length with one edge the same."""
    if "/" in ours.value and theirs.bounded():
        start, end = map(first_day, ours.value.split("/"))
        ends = end == theirs.behind or ours.last and ours.last + DAY == theirs.behind
        if start == theirs.first and ends:
            return True
    length = theirs.parts()[2]
    if ours.value == length or seconds(ours.value) and as_long(ours.value, length):
        known = ours.first and ours.last
        return bool(known) and (
            ours.first in (theirs.first, theirs.first and theirs.first + DAY) or ours.last == theirs.behind
        )
    return False


def lies_within(theirs, ours):
    if not theirs.timex or not theirs.matches(ours.value):
        return False
    if not theirs.start:
        return True
    days = theirs.end and ours.first and ours.last
    return bool(days) and theirs.first <= ours.first and ours.last < theirs.behind


JUDGES = {
    "set": same_set,
    "duration": same_duration,
    "time": same_clock,
    "timerange": same_clock,
    "datetime": same_moment,
    "datetimerange": same_hours,
    "date": same_day,
}
