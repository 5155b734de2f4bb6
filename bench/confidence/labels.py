"""Which records are right in all, as `bench/accuracy` judges whole stories.

A record that meets an optional one of the reference counts neither way and gets no label.
"""

from __future__ import annotations

from typing import NamedTuple

from accuracy.tasks import news_events, news_statements


class Example(NamedTuple):
    """A record with a label."""

    story: str
    record: str  # its id in the document
    features: tuple
    right: bool


def statements(story, record, features):
    """The examples that the statements of a story give; `features` by id."""
    reference = [(said, news_statements.words(story.text, said.content)) for said in story.statements]
    free, tally = dict(enumerate(reference)), news_statements.Tally()
    attributions = [s for s in record.statements if not s.voice]
    return judged(story, tally, attributions, features["statements"], free)


def events(story, record, features):
    """The examples that the events of a story give; `features` by id."""
    speakers = {s.id: s.speaker for s in record.statements}
    met = {told.act: [False] * len(news_events.ASPECTS) for told in story.events if not told.optional}
    return judged(story, news_events.Tally(), record.events, features["events"], speakers, met, set())


def judged(story, tally, records, features, *state):
    """An example for each record that the tally counts."""
    examples = []
    for record in records:
        counted, right = tally.count["predicted"], tally.count["right"]
        tally.judge(story, record, *state)
        if tally.count["predicted"] > counted:
            is_right = tally.count["right"] > right
            examples.append(Example(story.id, record.id, tuple(features[record.id]), is_right))
    return examples
