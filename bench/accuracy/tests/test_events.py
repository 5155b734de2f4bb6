"""PLV's form and the scores of pairs."""

from ..corpora import plover
from ..tasks import events
from . import made

HEADER = "sentence_id\tmarked_sentence\tgold_penta\tgold_root\n"
MARKED = "<s>Norland</s> scolded <t>Southmark</t> over eels, and Eastia paid Westia."
TEXT = "Norland scolded Southmark over eels, and Eastia paid Westia."
SCOLDED = made.done(TEXT, ("Norland", None), "ACCUSE", ("Southmark", None), "scolded")
PAID = made.done(TEXT, ("Eastia", None), "AID", ("Westia", None), "paid", quad=2)
BACKWARDS = made.done(TEXT, ("Southmark", None), "ACCUSE", ("Norland", None), "scolded")


class Events(made.Files):
    def sentences(self, *rows):
        path = self.write("plover/pairs.tsv", HEADER + "".join("\t".join(row) + "\n" for row in rows))
        return plover.read(path)

    def tally(self, *predicted):
        sentences = self.sentences(("1", MARKED, "3.0", "Disapprove"))
        return events.scored(sentences, {TEXT: made.made(TEXT, events=predicted)})

    def test_marks_become_spans_and_old_types_their_new_names(self):
        ((text, (pair,)),) = self.sentences(("1", MARKED, "3.0", "Disapprove")).items()
        self.assertEqual(text, TEXT)
        self.assertEqual(
            (pair.source, pair.target), (made.pair(TEXT, "Norland"), made.pair(TEXT, "Southmark"))
        )
        self.assertEqual((pair.root, pair.quad), ("ACCUSE", "3"))

    def test_a_sentence_without_marks_does_not_count(self):
        sentences = self.sentences(("1", MARKED, "3", "ACCUSE"), ("2", "Nobody did a thing.", "1", "AGREE"))
        self.assertEqual(events.scored(sentences, {}).count["sentences"], 1)

    def test_the_right_pair_has_every_point_and_a_further_one_is_extra(self):
        tally = self.tally(SCOLDED, PAID)
        self.assertEqual((tally.score("root").precision, tally.score("root").recall), (100, 100))
        self.assertEqual(tally.count["extra"], 1)

    def test_the_wrong_root_of_the_right_class(self):
        tally = self.tally({**SCOLDED, "type": "REJECT"})
        self.assertEqual((tally.score("root").precision, tally.score("root").recall), (0, 0))
        self.assertEqual(tally.score("quad").f1, 100)
        self.assertEqual(tally.confusion, {("ACCUSE", "REJECT"): 1})

    def test_direction_counts(self):
        tally = self.tally(BACKWARDS)
        self.assertEqual((tally.count["met"], tally.count["extra"]), (0, 1))

    def test_parties_of_talks_are_pairs_in_both_orders(self):
        talks = made.made(TEXT, events=[{**SCOLDED, "type": "CONSULT", "recipients": []}])
        self.assertEqual(events.pairs(talks.events), [])
        both = SCOLDED["actors"] + SCOLDED["recipients"]
        talks = made.made(TEXT, events=[{**SCOLDED, "type": "CONSULT", "actors": both, "recipients": []}])
        self.assertEqual(len(events.pairs(talks.events)), 2)
        accused = made.made(TEXT, events=[{**SCOLDED, "actors": both, "recipients": []}])
        self.assertEqual(events.pairs(accused.events), [])
