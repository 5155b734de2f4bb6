"""Arithmetic of TIMEX values: the day on which one begins, and how long a duration is."""

import datetime
import re

SECONDS = (365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60, 1)
DURATION = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
    r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)


def day(text):
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def first_day(value):
    """The day on which a date, week, quarter, half or decade begins."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", value)
    if found:
        return datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    found = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if found:
        return datetime.date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
    found = re.fullmatch(r"(\d{4})-([QH])(\d)", value)
    if found:
        months = 3 if found[2] == "Q" else 6
        return datetime.date(int(found[1]), (int(found[3]) - 1) * months + 1, 1)
    return datetime.date(int(value) * 10, 1, 1) if re.fullmatch(r"\d{3}", value) else None


def seconds(value):
    """The length of a duration, a month being 30 days and a year 365; None of anything else."""
    found = DURATION.fullmatch(value)
    return found and sum(float(n or 0) * of for n, of in zip(found.groups(), SECONDS))


def as_long(a, b):
    return seconds(a) is not None and seconds(a) == seconds(b)
