"""PolNeAR's form and the scores of statements."""

from ..corpora import polnear
from ..tasks import statements
from . import made

TEXT = "The harbour master said the cranes, he thought, would rust. Divers warned of mud."
ANN = """T1\tSource 0 18
T2\tCue 19 23
T3\tContent 24 34;47 58
T4\tSource 60 66
T5\tCue 67 73
T6\tContent 74 80
T7\tCue 39 46
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
E2\tAttribution:T5 Source:T4 Cue:T5 Content2:T6
E3\tAttribution:T7 Cue:T7
"""
MASTER = ("The harbour master", "said", "the cranes, he thought, would rust")


class Statements(made.Files):
    def setUp(self):
        super().setUp()
        self.write("dev/port.txt", TEXT)
        self.write("dev/port.ann", ANN)
        (self.article,) = polnear.read(f"{self.folder}/dev")

    def scores(self, *predicted):
        record = made.made(TEXT, statements=predicted, name="port")
        return statements.scored([self.article], {"port": record})[0]

    def perfect(self):
        return [{role: spans_of(one[role]) for role in polnear.ROLES} for one in self.article.attributions]

    def test_a_cue_without_content_is_no_attribution(self):
        first, second = self.article.attributions
        self.assertEqual(first["content"], [(24, 34), (47, 58)])
        self.assertEqual([TEXT[a:b] for a, b in second["content"]], ["of mud"])

    def test_the_reference_itself_has_every_point(self):
        for name, score in self.scores(*self.perfect()).items():
            self.assertEqual((score.precision, score.recall), (100, 100), name)

    def test_one_of_two_missed_halves_recall(self):
        scores = self.scores(self.perfect()[1])
        self.assertEqual((scores["soft relation"].precision, scores["soft relation"].recall), (100, 50))
        self.assertAlmostEqual(scores["strict relation"].f1, 200 / 3)

    def test_other_edges_are_found_but_not_exact(self):
        scores = self.scores(made.said(TEXT, *MASTER))
        self.assertEqual((scores["soft relation"].met, scores["strict relation"].met), (1, 0))
        self.assertEqual(scores["exact source"].precision, 100)
        # Of eight tokens four stand in the reference, which has two more elsewhere.
        content = scores["token content"]
        self.assertEqual((content.right, content.predicted, content.gold), (4, 8, 6))

    def test_a_source_must_overlap_where_there_is_one(self):
        wrong = made.said(TEXT, "Divers", *MASTER[1:])
        none = made.said(TEXT, "", *MASTER[1:])
        self.assertEqual(self.scores(wrong)["soft relation"].met, 0)
        self.assertEqual(self.scores(none)["soft relation"].met, 0)

    def test_each_attribution_is_met_once(self):
        twice = self.scores(made.said(TEXT, *MASTER), made.said(TEXT, *MASTER))["soft relation"]
        self.assertEqual((twice.met, twice.predicted), (1, 2))

    def test_space_at_edges_is_no_difference(self):
        loose = self.perfect()
        loose[1]["content"][0]["start"] -= 1
        self.assertEqual(self.scores(*loose)["strict relation"].met, 2)

    def test_a_text_without_a_record_is_missed(self):
        scores, _ = statements.scored([self.article], {})
        self.assertEqual((scores["soft relation"].recall, scores["soft relation"].gold), (0, 2))


def spans_of(pieces):
    return [{"start": start, "end": end} for start, end in pieces]
