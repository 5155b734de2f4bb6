"""The form of whole stories, and the scores of their statements and events."""

import json

from ..corpora import stories
from ..task import Failure
from ..tasks import news
from . import made

TEXT = (
    "Tarn accused Brill of draining the marsh. “The marsh was ours,” Tarn’s minister Ada Moss said. "
    "“We want it wet.” Brill’s envoy denied any theft. The two held talks at the mill."
)
STATEMENTS = [
    {
        "source": "Ada Moss",
        "cue": "said",
        "content": "“The marsh was ours,”",
        "speaker": "TRN.GOV",
        "stance": "assert",
    },
    {"source": "", "cue": "", "content": "“We want it wet.”", "speaker": "TRN.GOV", "stance": "assert|ask"},
    {
        "source": "Brill’s envoy",
        "cue": "denied",
        "content": "any theft",
        "speaker": "BRL.GOV|BRL",
        "stance": "deny",
    },
]
EVENTS = [
    {
        "event": "e1",
        "quote": "Tarn accused Brill",
        "trigger": "accused",
        "type": "ACCUSE",
        "actors": ["TRN"],
        "recipients": ["BRL"],
        "polarity": "+",
        "modality": "actual",
        "by": [],
    },
    {
        "event": "e2",
        "quote": "draining the marsh",
        "trigger": "draining",
        "type": "COERCE|ASSAULT",
        "actors": ["BRL.GOV|BRL"],
        "recipients": ["TRN"],
        "polarity": "+",
        "modality": "historical|actual",
        "by": ["TRN"],
        "optional": True,
    },
    {
        "event": "e3",
        "quote": "The two held talks",
        "trigger": "talks",
        "type": "CONSULT",
        "actors": ["TRN", "BRL"],
        "recipients": [],
        "polarity": "+",
        "modality": "actual",
        "by": [],
    },
]
MOSS = made.said(TEXT, "Ada Moss", "said", "“The marsh was ours,”", "TRN.GOV.MFA")
ENVOY = made.said(TEXT, "Brill’s envoy", "denied", "any theft.", "BRL", "deny", name="s2")
ACCUSED = made.done(TEXT, ("Tarn", "TRN"), "ACCUSE", ("Brill", "BRL"), "accused")
DRAINED = made.done(TEXT, ("Brill", "BRL"), "COERCE", None, "draining", according_to=["s1"])
TALKS = made.done(TEXT, ("Tarn", "BRL.GOV"), "CONSULT", ("Brill", "TRN"), "talks")


class News(made.Files):
    def setUp(self):
        super().setUp()
        self.story = self.read(STATEMENTS, EVENTS)

    def read(self, statements, events):
        data = {"id": "marsh", "published_at": "2020-01-01", "political": True}
        self.write("news/marsh.txt", TEXT)
        self.write("news/marsh.json", json.dumps({**data, "statements": statements, "events": events}))
        return stories.read(f"{self.folder}/news")[0]

    def scored(self, statements=(), events=(), story=None):
        record = made.made(TEXT, statements=statements, events=events, name="marsh")
        said, done, self.lines = news.scored([story or self.story], {"marsh": record})
        self.said, self.done = said, done
        return {
            name: (round(s.precision), round(s.recall))
            for name, s in {**said.scores(), **done.scores()}.items()
        }


class Form(News):
    def test_words_become_spans(self):
        first, second, third = self.story.statements
        self.assertEqual(TEXT[slice(*first.source)], "Ada Moss")
        self.assertEqual(second.source, None)
        self.assertEqual(third.speaker, ["BRL.GOV", "BRL"])
        self.assertEqual(TEXT[slice(*self.story.events[0].trigger)], "accused")

    def test_the_source_is_the_one_nearest_to_the_cue(self):
        near = {**STATEMENTS[0], "source": "Tarn", "cue": "accused", "content": "draining the marsh"}
        self.assertEqual(self.read([near], []).statements[0].source, made.pair(TEXT, "Tarn"))

    def test_a_source_is_a_whole_word_outside_the_content(self):
        inside = {
            **STATEMENTS[0],
            "source": "Tarn",
            "cue": "",
            "content": "“The marsh was ours,” Tarn’s minister",
        }
        self.assertEqual(self.read([inside], []).statements[0].source, made.pair(TEXT, "Tarn"))
        whole = {**STATEMENTS[2], "source": "the", "cue": "", "content": "denied"}
        start, _ = self.read([whole], []).statements[0].source
        self.assertEqual(start, TEXT.index("the mill"))

    def test_the_second_occurrence(self):
        second = {**STATEMENTS[0], "content": "The marsh", "nth": 1}
        self.assertEqual(self.read([second], []).statements[0].content, (made.pair(TEXT, "The marsh"),))
        marsh = {**STATEMENTS[0], "content": "marsh", "nth": 2}
        ((start, _),) = self.read([marsh], []).statements[0].content
        self.assertEqual(start, TEXT.index("marsh was"))

    def test_offsets_in_place_of_words(self):
        placed = {**STATEMENTS[0], "at": {"content": [[0, 4], [5, 12]], "source": None}}
        self.assertEqual(self.read([placed], []).statements[0][:2], (((0, 4), (5, 12)), None))

    def test_words_that_the_text_does_not_have(self):
        with self.assertRaisesRegex(Failure, "marsh.json: not in the text: 'heron'"):
            self.read([{**STATEMENTS[0], "content": "heron"}], [])


class Statements(News):
    def test_all_of_them(self):
        going_on = made.said(TEXT, "", "", "“We want it wet.”", "TRN.GOV", "ask", name="s3")
        scores = self.scored([MOSS, ENVOY, going_on])
        self.assertEqual(scores["statements found"], (100, 100))
        self.assertEqual(scores["statements, right in all"], (100, 100))
        self.assertEqual(self.said.speakers(), 100)

    def test_a_quotation_that_goes_on_may_be_one_statement(self):
        whole = {**MOSS, "content": [*MOSS["content"], made.at(TEXT, "“We want it wet.”")]}
        self.assertEqual(self.scored([whole, ENVOY])["statements, right in all"], (100, 100))
        self.assertEqual(self.said.gold(), 2)

    def test_one_missed_one_spurious(self):
        wrong = made.said(TEXT, "Brill", "draining", "the marsh", "BRL")
        scores = self.scored([MOSS, wrong])
        self.assertEqual(scores["statements found"], (50, 33))
        self.assertEqual(sum("S spurious" in line for line in self.lines), 1)
        self.assertEqual(sum("S missed" in line for line in self.lines), 2)

    def test_another_body_of_the_state_is_its_speaker_in_part(self):
        scores = self.scored([{**MOSS, "speaker": {"code": "TRN.MIL"}}])
        self.assertEqual(
            (scores["statements, spans right"][0], scores["statements, right in all"][0]), (100, 0)
        )
        self.assertEqual(self.said.speakers(), 100)
        self.scored([{**MOSS, "speaker": None}])
        self.assertEqual(self.said.speakers(), 0)

    def test_a_short_content_is_found_but_its_spans_are_wrong(self):
        scores = self.scored([made.said(TEXT, "Ada Moss", "said", "The marsh", "TRN.GOV")])
        self.assertEqual((scores["statements found"], scores["statements, spans right"]), ((100, 33), (0, 0)))

    def test_half_of_the_shorter_content_has_to_be_shared(self):
        self.assertEqual(
            self.scored([{**MOSS, "content": [made.at(TEXT, "marsh. “The")]}])["statements found"], (100, 33)
        )
        none = made.said(TEXT, "Ada Moss", "said", "ours,” Tarn’s minister", "TRN.GOV")
        self.assertEqual(self.scored([none])["statements found"], (0, 0))

    def test_the_stance_counts(self):
        self.assertEqual(self.scored([{**MOSS, "stance": "deny"}])["statements, right in all"], (0, 0))

    def test_optional_ones_count_neither_way(self):
        story = self.read([{**STATEMENTS[0], "optional": True}, STATEMENTS[2]], [])
        self.assertEqual(self.scored([MOSS, ENVOY], story=story)["statements found"], (100, 100))
        self.assertEqual(self.scored([ENVOY], story=story)["statements found"], (100, 100))


class Events(News):
    def test_all_of_them_and_an_optional_one(self):
        scores = self.scored([MOSS], [ACCUSED, TALKS, DRAINED])
        self.assertEqual(scores["events found"], (100, 100))
        self.assertEqual(scores["events, right in all"], (100, 100))
        self.assertEqual((self.done.dyads(), self.done.claims()), ("2 of 2", 0))

    def test_the_wrong_way_round(self):
        scores = self.scored([], [made.done(TEXT, ("Brill", "BRL"), "ACCUSE", ("Tarn", "TRN"), "accused")])
        self.assertEqual((scores["events found"], scores["events, who to whom"]), ((100, 50), (0, 0)))
        self.assertEqual(self.done.dyads(), "0 of 1")

    def test_a_party_that_is_left_out_is_wrong(self):
        self.assertEqual(self.scored([], [{**ACCUSED, "actors": []}])["events, who to whom"], (0, 0))

    def test_a_further_party_is_wrong(self):
        more = {
            **ACCUSED,
            "recipients": [*ACCUSED["recipients"], {**made.at(TEXT, "Ada Moss"), "code": "WST"}],
        }
        self.assertEqual(self.scored([], [more])["events, who to whom"], (0, 0))

    def test_detail_that_contradicts_is_wrong_in_all_alone(self):
        courts = self.read([], [{**EVENTS[0], "actors": ["TRN.JUD"]}])
        army = made.done(TEXT, ("Tarn", "TRN.MIL"), "ACCUSE", ("Brill", "BRL"), "accused")
        scores = self.scored([], [army], story=courts)
        self.assertEqual(
            (scores["events, who to whom"], scores["events, right in all"]), ((100, 100), (0, 0))
        )

    def test_spurious_types_and_places(self):
        elsewhere = made.done(TEXT, ("Tarn", "TRN"), "ACCUSE", ("Brill", "BRL"), "minister")
        scores = self.scored([], [elsewhere, {**ACCUSED, "type": "AID"}])
        self.assertEqual(scores["events found"], (0, 0))
        self.assertEqual((self.done.count["spurious"], self.done.dyads()), (2, "0 of 2"))

    def test_a_claim_told_as_a_fact(self):
        claimed = self.read([], [{**EVENTS[0], "by": ["BRL"]}])
        scores = self.scored([MOSS], [ACCUSED], story=claimed)
        self.assertEqual(
            (scores["events, who to whom"], scores["events, right in all"]), ((100, 100), (0, 0))
        )
        self.assertEqual(self.done.claims(), 100)
        right = {**ACCUSED, "according_to": ["s2"]}
        self.assertEqual(self.scored([ENVOY], [right], story=claimed)["events, right in all"], (100, 100))
        wrong = {**ACCUSED, "according_to": ["s1"]}
        self.assertEqual(self.scored([MOSS], [wrong], story=claimed)["events, right in all"], (0, 0))

    def test_polarity_and_modality_count(self):
        for aspect in ({"polarity": "-"}, {"modality": "future"}):
            self.assertEqual(self.scored([], [{**ACCUSED, **aspect}])["events, right in all"], (0, 0))

    def test_rows_by_kinds_of_stories(self):
        story = self.read([], EVENTS)
        record = made.made(TEXT, events=[ACCUSED], name=story.id)
        rows = news.limits([story], {story.id: record})
        self.assertEqual(rows[0].split(" | ")[:2], ["| about politics", "1"])
        self.assertEqual(rows[0].split(" | ")[-1], "1.0 |")
        self.assertEqual(rows[1], "| about other things | 0 | 0.0, 0.0, 0.0 | 0.0, 0.0, 0.0 | - |")
        self.assertEqual(rows[2].split(" | ")[1], "0")
        self.assertEqual(rows[3].split(" | ")[1:], rows[0].split(" | ")[1:])

    def test_an_event_told_twice_is_met_once(self):
        again = {**EVENTS[0], "quote": "The two held talks", "trigger": "held"}
        story = self.read([], [EVENTS[0], again])
        self.assertEqual(self.scored([], [ACCUSED], story=story)["events found"], (100, 100))
