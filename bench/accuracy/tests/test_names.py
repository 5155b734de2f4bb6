"""The form of Worldwide, and the scores of names."""

from ..corpora import worldwide
from ..tasks import names
from . import made

BODY = "The Reed Council met Ada Moss's Tarnish aide in Brill at noon."
LABELS = """The\tB-Organization
Reed\tI-Organization
Council\tI-Organization
met\tO
Ada\tB-Person
Moss\tI-Person
's\tI-Person
Tarnish\tB-NORP
Nowhere\tI-NORP
aide\tO
in\tO

Brill\tB-Facility
noon\tB-Date
"""
NAMES = {"Reed Council": "organisation", "Ada Moss": "person", "Tarnish": "country", "Brill": "place"}


class Names(made.Files):
    def setUp(self):
        super().setUp()
        self.write("worldwide/reed.txt", f"http://reed.example/council\n\n{BODY}")
        self.write("worldwide/reed.tsv", LABELS)
        (self.article,) = worldwide.read(f"{self.folder}/worldwide")

    def scores(self, kinds):
        mentions = [{**made.at(BODY, words), "kind": kind} for words, kind in kinds.items()]
        record = made.made(BODY, mentions, name="reed")
        return names.scored([self.article], {"reed": record})

    def test_form(self):
        self.assertEqual(self.article.text, BODY)
        self.assertEqual(self.article.lost, 1)
        found = [(BODY[start:end], of) for start, end, of in self.article.names]
        expected = [("The Reed Council", "ORG"), ("Ada Moss's", "PER"), ("Tarnish", "NORP"), ("Brill", "LOC")]
        self.assertEqual(found, expected)

    def test_right_names_have_every_point_and_a_country_may_be_a_people(self):
        for name, score in self.scores(NAMES).items():
            self.assertEqual((score.precision, score.recall), (100, 100), name)

    def test_another_class_is_wrong_for_the_class_alone(self):
        scores = self.scores({**NAMES, "Brill": "person"})
        self.assertEqual((scores["LOC"].f1, scores["PER"].precision, scores["any"].f1), (0, 50, 100))

    def test_a_missed_one(self):
        scores = self.scores({"Ada Moss": "person"})
        self.assertEqual((scores["any"].precision, scores["any"].recall), (100, 25))

    def test_times_and_common_nouns_are_no_names(self):
        scores = self.scores({**NAMES, "aide": "person", "Brill at noon": "time"})
        self.assertEqual(scores["any"].predicted, 4)

    def test_every_fifth_is_set_aside(self):
        for n in range(11):
            self.write(f"many/{n:02}.tsv", "")
            self.write(f"many/{n:02}.txt", "")
        kept = worldwide.set_aside(worldwide.read(f"{self.folder}/many"))
        self.assertEqual([article.id for article in kept], ["04", "09"])
