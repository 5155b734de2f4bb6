"""Whole stories: who said what, and who did what to whom according to whom.

Unlike the sets of sentences, these stories have everything that a careful reader would record, so that
each record which a story does not justify counts against precision (`news_statements.py` and
`news_events.py` say when one is right). Times and places of records are not scored.
"""

from ..corpora import stories
from ..task import Report, Task, figure, lost, row
from . import news_events, news_statements

CORPUS = "whole stories of world news (our own annotation of texts of Worldwide; texts and annotation not handed out)"
TUNED = (
    "the first 84 stories are development data, by which rules, lexicons and atlas are mended; four fifths of"
    " the articles of Worldwide are in the training of the language models"
)
EVERYTHING = "{} whole stories of world news, read by hand (development data)"

LONG = 400  # words
KINDS = [
    ("about politics", lambda story: story.political),
    ("about other things", lambda story: not story.political),
    (f"of {LONG} words or more", lambda story: len(story.text.split()) >= LONG),
    ("that are shorter", lambda story: len(story.text.split()) < LONG),
]


def scored(gold, records):
    """Both tallies, and lines on every record that is wrong, spurious or missed."""
    statements, events, lines = news_statements.Tally(), news_events.Tally(), []
    for story in gold:
        record = records.get(story.id)
        said, done = (record.statements, record.events) if record else ([], [])
        lines.append(f"=== {story.id}")
        lines += statements.add(story, said)
        lines += events.add(story, done, said)
    return statements, events, lines


def rows(n, statements, events):
    said, done = ([one.f1 for one in tally.scores().values()] for tally in (statements, events))
    what = "statements of whole stories: found; content right; with speaker and stance right (F1)"
    acts = "events of whole stories: found; who to whom right; voice, polarity and modality as well (F1)"
    return [
        row(what, EVERYTHING.format(n), *map(figure, said)),
        row(acts, "the same", *map(figure, done)),
    ]


def limits(gold, records):
    """Rows of docs/limits.md: the same by kinds of stories."""
    found = []
    for what, is_one in KINDS:
        some = [story for story in gold if is_one(story)]
        said, done, _ = scored(some, records)
        three = [figure(*(one.f1 for one in tally.scores().values())) for tally in (said, done)]
        found.append(f"| {what} | {len(some)} | {' | '.join(three)} | {events_a_story(some, records)} |")
    return found


def events_a_story(stories, records):
    """Events of the records, a story."""
    number = sum(len(records[s.id].events) for s in stories if s.id in records)
    return figure(number / len(stories)) if stories else "-"


def run(program, folder):
    gold = stories.read(folder)
    documents = [story.document() for story in gold]
    records = program.code(documents)
    statements, events, shown = scored(gold, records)
    scores = {**statements.scores(), **events.scores()}
    details = [
        f"stories {len(gold)}  {statements.counts()}  {events.counts()}",
        *(one.line(name) for name, one in scores.items()),
        f"speaker's state or body right, of the found: {statements.speakers():.1f}",
        f"claims told as facts, of the found: {events.claims():.1f}",
        f"coded dyads right: {events.dyads()}",
    ]
    all_rows = rows(len(gold), statements, events) + limits(gold, records)
    return Report(all_rows, details + lost(documents, records), shown)


TASKS = [Task("news", CORPUS, ("news",), TUNED, run)]
