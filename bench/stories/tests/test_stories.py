import io
import json
import unittest

from .. import grammar, scores


def lines(n, records):
    out = io.StringIO()
    grammar.write(n, out, records)
    return [json.loads(line) for line in out.getvalue().splitlines()]


class Grammar(unittest.TestCase):
    def test_the_same_number_gives_the_same_reports(self):
        self.assertEqual(lines(300, True), lines(300, True))
        self.assertEqual(lines(600, False)[:300], lines(300, False))

    def test_days_rise_and_stories_have_several_reports(self):
        news = lines(2000, False)
        days = [line["published_at"] for line in news]
        self.assertEqual(days, sorted(days))
        n = len({line["story"] for line in news})
        self.assertTrue(2000 / 5 < n < 2000 / 1.3, n)

    def test_mentions_stand_where_they_say(self):
        for record in lines(200, True):
            text = record["doc"]["text"]
            self.assertTrue(record["mentions"])
            for m in record["mentions"]:
                self.assertEqual(text[m["start"] : m["end"]], m["text"])


class Scores(unittest.TestCase):
    def test_perfect_and_split(self):
        self.assertAlmostEqual(scores.pairs("aabb", "xxyy"), 100.0)
        self.assertAlmostEqual(scores.b_cubed("aabb", "xxyy"), 100.0)
        self.assertAlmostEqual(scores.pairs("aaaa", "xxyy"), 50.0)
        self.assertAlmostEqual(scores.b_cubed("aaaa", "xxyy"), 100 * 2 / 3)
