"""MEANTIME's form and the scores of times."""

from ..corpora import meantime
from ..tasks import times
from . import made

WORDS = [
    [(1, "Mill"), (2, "opens")],
    [(3, "It"), (4, "opened"), (5, "on"), (6, "Monday"), (7, "("), (8, "late"), (9, ")"), (10, ".")],
    [(11, "It"), (12, "shut"), (13, "in"), (14, "June"), (15, ".")],
    [(16, "Rain"), (17, "fell"), (18, "yesterday"), (19, ".")],
]
TEXT = "Mill opens\n\nIt opened on Monday (late). It shut in June. Rain fell yesterday."
MARKS = """<Markables>
<TIMEX3 value="2012-05-09T00:00" functionInDocument="CREATION_TIME"/>
<TIMEX3 value="2012-05-07"><token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 value="2012-06"><token_anchor t_id="14"/></TIMEX3>
<TIMEX3 value=""><token_anchor t_id="8"/></TIMEX3>
</Markables>"""


def document():
    token = '<token t_id="{}" sentence="{}">{}</token>'
    tokens = "".join(token.format(key, n, word) for n, words in enumerate(WORDS) for key, word in words)
    return f"<Document>{tokens}{MARKS}</Document>"


def time(words, value):
    return {**made.at(TEXT, words), "kind": "time", "time": {"type": "DATE", "value": value}}


MONDAY, JUNE = time("Monday", "2012-05-07"), time("June", "2012-06")
BEHIND = time("yesterday", "2012-05-08")


class Times(made.Files):
    def setUp(self):
        super().setUp()
        self.write("meantime/mill.xml", document())
        (self.story,) = meantime.read(f"{self.folder}/meantime")

    def scores(self, *mentions, **how):
        records = {"mill": made.made(TEXT, mentions, name="mill")}
        found, right, _ = times.scored([self.story], records, **how)
        return round(found.f1, 1), round(right.f1, 1)

    def test_the_text_is_built_from_its_tokens(self):
        self.assertEqual(self.story.text, TEXT)
        self.assertEqual(self.story.published_at, "2012-05-09")
        self.assertEqual(self.story.cut().text, TEXT[: TEXT.index(" Rain")])
        spans = [(*made.pair(TEXT, "on Monday"), "2012-05-07"), (*made.pair(TEXT, "June"), "2012-06")]
        self.assertEqual(self.story.times, spans)

    def test_what_is_behind_the_annotated_part_does_not_count(self):
        self.assertEqual(self.scores(MONDAY, JUNE, BEHIND), (100, 100))

    def test_unless_asked_for(self):
        self.assertEqual(self.scores(MONDAY, JUNE, BEHIND, behind=True), (80, 80))

    def test_a_wrong_value_is_found_alone(self):
        self.assertEqual(self.scores(MONDAY, time("June", "2011-06")), (100, 50))

    def test_a_missed_one_and_one_too_many(self):
        # One of two found by one of two: precision and recall are a half.
        self.assertEqual(self.scores(MONDAY, time("opens", "2012-01-01")), (50, 50))

    def test_a_mention_finds_one_time(self):
        self.assertEqual(self.scores(time("Monday (late). It shut in June", "2012-06")), (66.7, 0))

    def test_of_two_mentions_the_one_of_the_same_value_counts(self):
        self.assertEqual(self.scores(time("on Monday", "2012-05-14"), MONDAY, JUNE)[1], 80)
