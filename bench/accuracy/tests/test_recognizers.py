"""The form of Recognizers-Text, the scores of its cases, and when two values say the same."""

import json
import unittest

from ..corpora import recognizers
from ..record import Time
from ..tasks import recognizers as task
from ..tasks.time_values import same
from . import made

MODEL = [
    {
        "Input": "The kiln was lit on May 2, 2019",
        "Context": {"ReferenceDateTime": "2019-06-01T00:00:00"},
        "Results": [
            {
                "Text": "may 2, 2019",
                "Start": 20,
                "End": 30,
                "TypeName": "datetimeV2.date",
                "Resolution": {"values": [{"timex": "2019-05-02", "type": "date", "value": "2019-05-02"}]},
            }
        ],
    },
    {"Input": "Nobody lit the kiln", "Results": []},
    {"Input": "Cortana, light the kiln", "Results": []},
]
PARSER = [
    {
        "Input": "Rain in May 2019",
        "Results": [
            {
                "Text": "may 2019",
                "Start": 8,
                "Length": 8,
                "Value": {
                    "Timex": "2019-05",
                    "FutureResolution": {"startDate": "2019-05-01", "endDate": "2019-06-01"},
                    "PastResolution": {"startDate": "2019-05-01", "endDate": "2019-06-01"},
                },
            }
        ],
    }
]


def time(text, words, value, kind="DATE", **days):
    return {**made.at(text, words), "kind": "time", "time": {"type": kind, "value": value, **days}}


class Cases(made.Files):
    def setUp(self):
        super().setUp()
        files = (("model", MODEL), ("parser", PARSER))
        paths = [self.write(f"{name}.json", "\ufeff" + json.dumps(data)) for name, data in files]
        self.cases = recognizers.read(*paths)

    def verdicts(self, **times):
        texts = {case.id: case.text for case in self.cases}
        records = {name: made.made(texts[name], found, name=name) for name, found in times.items()}
        return [v.holds() for v in task.verdicts(self.cases, records)]

    def test_form(self):
        names = [(case.id, case.date, bool(case.left_out)) for case in self.cases]
        none = "2016-11-07"
        expected = [("A0", "2019-06-01", False), ("A1", none, False), ("A2", none, True), ("B0", none, False)]
        self.assertEqual(names, expected)
        spans = [case.text[e.start : e.end] for case in self.cases for e in case.expressions]
        self.assertEqual(spans, ["May 2, 2019", "May 2019"])

    def test_right_cases(self):
        lit = time(MODEL[0]["Input"], "May 2, 2019", "2019-05-02")
        rain = time(PARSER[0]["Input"], "May 2019", "2019-05", start="2019-05-01", end="2019-05-31")
        self.assertEqual(self.verdicts(A0=[lit], B0=[rain]), [True] * 4)

    def test_what_is_missed_and_what_is_too_much(self):
        kiln = time(MODEL[1]["Input"], "Nobody", "2019")
        self.assertEqual(self.verdicts(A1=[kiln]), [False, False, True, False])

    def test_references_and_lengths_are_no_surplus(self):
        now = time(MODEL[1]["Input"], "Nobody", "PRESENT_REF")
        rain = time(PARSER[0]["Input"], "May 2019", "2019-05")
        long = time(PARSER[0]["Input"], "Rain", "P2D", kind="DURATION")
        self.assertEqual(self.verdicts(A1=[now], B0=[rain, long])[1:], [True] * 3)

    def test_reasons_have_cases_of_both_files(self):
        reasons = recognizers.left_out()
        self.assertEqual({name[0] for name in reasons}, set(recognizers.FILES))
        self.assertTrue(all(name[1:].isdigit() for name in reasons))


class Values(unittest.TestCase):
    def check(self, says, kind, reading, value, text="", days=("", "")):
        """`reading` is a TIMEX, which is the value too, or a dictionary."""
        reading = {"timex": reading, "value": reading} if isinstance(reading, str) else reading
        self.assertIs(bool(same(kind, text, reading, Time("DATE", value, *days))), says)

    def test_days(self):
        self.check(True, "date", "2019-05-02", "2019-05-02")
        self.check(True, "date", {"timex": "XXXX-05-02", "value": "2019-05-02"}, "2019-05-02T10:00")
        self.check(False, "date", "2019-05-02", "2019-05-03")

    def test_a_month_ago_is_a_month(self):
        self.check(True, "date", "2019-04-07", "2019-04", text="a month ago")
        self.check(False, "date", "2019-04-07", "2019-04", text="this time")

    def test_stretches_have_ends_that_are_exclusive_there(self):
        reading = {"timex": "(2019-05-01,2019-05-03,P2D)", "start": "2019-05-01", "end": "2019-05-03"}
        value = "2019-05-01/2019-05-02"
        self.check(True, "daterange", reading, value, days=("2019-05-01", "2019-05-02"))
        self.check(False, "daterange", reading, value, days=("2019-05-01", "2019-05-03"))
        self.check(True, "daterange", reading, "P2D", days=("2019-05-01", "2019-05-02"))

    def test_x_is_anything(self):
        week = {"timex": "XXXX-WXX-1"}
        self.check(True, "daterange", week, "2019-W20-1")
        self.check(False, "daterange", week, "2019-W20-2")

    def test_early_may_be_missing(self):
        reading = {"timex": "2019-05", "Mod": "start"}
        self.check(True, "daterange", reading, "2019-05")
        self.check(False, "daterange", reading, "2019-06")

    def test_since_has_one_edge_in_common(self):
        reading = {"timex": "2019-XX", "Mod": "since", "start": "2019-05-01"}
        self.check(True, "daterange", reading, "2019-05", days=("2019-05-01", "2019-05-31"))
        self.check(False, "daterange", reading, "2019-07", days=("2019-07-01", "2019-07-31"))

    def test_durations_of_the_same_length(self):
        self.check(True, "duration", "P2W", "P14D")
        self.check(True, "duration", "P3D", "PXD", text="several days")
        self.check(False, "duration", "P3D", "PXD", text="three days")

    def test_sets(self):
        self.check(True, "set", "P1WE", "XXXX-WXX-WE")
        self.check(False, "set", "P1W", "P2W")

    def test_times_of_day_on_any_day(self):
        self.check(True, "time", "T08", "2019-05-01T08:00")
        self.check(True, "timerange", "(T08,T10:30,PT2H30M)", "T08:00/T10:30")
        self.check(False, "time", "T08", "T08:15")

    def test_moments_are_on_their_day(self):
        reading = {"timex": "2019-05-01T08", "value": "2019-05-01 08:00:00"}
        self.check(True, "datetime", reading, "2019-05-01T08:00")
        self.check(False, "datetime", reading, "2019-05-02T08:00")

    def test_hours_on_a_day(self):
        reading = {"timex": "2019-05-01TMO", "start": "2019-05-01 08:00:00", "end": "2019-05-01 12:00:00"}
        self.check(True, "datetimerange", reading, "2019-05-01TMO")
        self.check(False, "datetimerange", reading, "2019-05-01TAF")
        reading["timex"] = "(2019-05-01T08,2019-05-01T12,PT4H)"
        self.check(True, "datetimerange", reading, "2019-05-01T08:00/2019-05-01T12:00")
