"""Times against TIMEX3 annotations: found, and the same value.

After TempEval-3 (UzZaman et al. 2013): a mention finds an annotated time if they overlap; each mention
finds one at the most, that of the same value first. F1 is over all times of the annotated part of each
story. Stories are coded three ways: whole, with the times behind the annotated part not counted (the
figure of the README); cut after the annotated part; and whole with every time behind it counted as an
error, which says what the corpus says if nobody looks. Types, ranges and the document's own date are
not scored.
"""

from ..corpora import meantime
from ..measures import overlap, percent, score, total
from ..record import mentions
from ..task import Report, Task, figure, lost, row

CORPUS = "MEANTIME, English (Minard et al. 2016; CC BY 4.0)"
TUNED = "the rules for times were written on Recognizers-Text; this corpus was scored while they grew"


def compare(story, said, behind=False):
    """Scores of detection and of values; lines on what was missed or differs."""
    free = [m for m in said if m.kind == "time" and (behind or m.start < story.annotated)]
    n_predicted, found, right, lines = len(free), 0, 0, []
    for start, end, value in story.times:
        there = [m for m in free if overlap(m, (start, end))]
        words = story.text[start:end]
        if not there:
            lines.append(f"  missed {words} {value}")
            continue
        best = next((m for m in there if valued(m) == value), there[0])
        free.remove(best)
        found += 1
        right += valued(best) == value
        if valued(best) != value:
            lines.append(f"  value {words} {value} {valued(best)}")
    n_gold = len(story.times)
    return score(found, n_predicted, n_gold), score(right, n_predicted, n_gold), lines


def valued(mention):
    return mention.time and mention.time.value


def scored(stories, records, behind=False):
    results = [compare(story, mentions(records, story.id), behind) for story in stories]
    found, right, lines = zip(*results)
    return total(found), total(right), [line for part in lines for line in part]


def line(name, found, right):
    accuracy = percent(right.right, found.right)
    counts = f"gold {found.gold}  predicted {found.predicted}"
    f1s = f"found F1 {found.f1:.1f}  value F1 {right.f1:.1f}"
    return f"{name}: {counts}  {f1s}  value right, of the found {accuracy:.1f}"


def run(program, folder):
    stories = meantime.read(folder)
    documents = [story.document() for story in stories]
    records = program.code(documents)
    found, right, shown = scored(stories, records)
    cut = [story.cut() for story in stories]
    cut_records = program.code([story.document() for story in cut])
    what = "times: value right (F1), in the sentences that are annotated; of those found"
    rows = [row(what, "MEANTIME", figure(right.f1), figure(percent(right.right, found.right)))]
    details = [
        line("whole, times behind the annotated part left out", found, right),
        line("cut after the annotated part", *scored(cut, cut_records)[:2]),
        line("whole, times behind it as errors", *scored(stories, records, behind=True)[:2]),
    ]
    return Report(rows, details + lost(documents, records), shown)


TASKS = [Task("times", CORPUS, ("time/meantime",), TUNED, run)]
