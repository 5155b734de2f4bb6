"""Fits crates/story/tables/weights.tsv to corpora of stories and says what the weights do on a corpus that they
were not fitted to.

A corpus is a file of records (`verbale code --format jsonl`) and a file with a line a document, `id` and `story`.
Each corpus counts alike, and the pairs of different stories four times those of one: most reports are strangers.
Thresholds are found by trying, one after the other.
"""

import datetime
import json
import os
import subprocess
import tempfile

from events import regression
from stories import scores

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAMS = os.path.join(ROOT, "target", "release", "examples")
TABLE = os.path.join(ROOT, "crates", "story", "tables", "weights.tsv")
PENALTY = 3.0
SAME, OTHER = 1000.0, 4000.0  # what the pairs of one corpus weigh
STORIES = (0.0, 0.25, 0.5, 0.75)
FOLLOWERS = (-0.5, 0.0, 0.5)
FIXED = {"threads above": -1.5, "followers ahead by": 0.5}


class Corpus:
    """Records, their stories, and the pairs that the grouper compares."""

    def __init__(self, name, records, gold):
        self.name, self.records = name, records
        with open(gold, encoding="utf8") as lines:
            docs = [json.loads(line) for line in lines if line.strip()]
        self.story = {str(doc["id"]): doc["story"] for doc in docs}
        head, *rows = [line.split("\t") for line in self.run("pairs").splitlines()]
        self.features = head[3:]
        self.pairs = [([float(x) for x in r[3:]], self.story[r[0]] == self.story[r[1]]) for r in rows]

    def run(self, example, *words):
        """What an example of the crate says of the records; the window is its own."""
        program = os.path.join(PROGRAMS, example)
        with open(self.records, "rb") as records:
            return subprocess.run([program, *words], stdin=records, capture_output=True, check=True).stdout.decode()

    def examples(self):
        same = sum(right for _, right in self.pairs)
        weight = {True: SAME / max(1, same), False: OTHER / max(1, len(self.pairs) - same)}
        return [(features, right, weight[right]) for features, right in self.pairs]

    def score(self, table):
        """B-cubed and pair F1 of the stories made with a table of weights."""
        with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
            file.write(written(table))
            file.flush()
            found = map(json.loads, self.run("groups", "", file.name).splitlines())
        found = {line["doc"]: line["story"] for line in found}
        gold, found = list(self.story.values()), [found[doc] for doc in self.story]
        return scores.b_cubed(gold, found), scores.pairs(gold, found)


def fitted(corpora):
    """A table of weights for these corpora."""
    names = corpora[0].features
    rows, right, worth = zip(*(e for corpus in corpora for e in corpus.examples()))
    weights = regression.fit(rows, right, PENALTY, worth, scaled=False)
    table = {"always": weights[0], **dict(zip(names, weights[1:])), **FIXED}
    table = {name: round(weight, 2) for name, weight in table.items()}
    table |= {"stories above": 0.25, "followers above": 0.0}
    for name, values in (("stories above", STORIES), ("followers above", FOLLOWERS)):
        tried = [(sum(sum(c.score(table | {name: v})) for c in corpora), -v) for v in values]
        table[name] = -max(tried)[1]
    return table


def written(table):
    return "".join(f"{name}\t{weight}\n" for name, weight in table.items())


def main(corpora, out):
    """Fits, tells, writes."""
    figures = {}
    for left in corpora:
        rest = [c for c in corpora if c is not left]
        if rest:
            figures[left.name] = left.score(fitted(rest))
            print("{}: {:.1f} / {:.1f} by the weights of the others".format(left.name, *figures[left.name]), flush=True)
    table = fitted(corpora)
    for corpus in corpora:
        print("{}: {:.1f} / {:.1f} by the weights of all".format(corpus.name, *corpus.score(table)))
    head = (
        "# What two reports agree in, and what that is worth: added up, the logarithm of the odds that they tell one\n"
        "# story. Written by `python3 bench/stories fit`; do not edit by hand, fit again.\n"
        f"# source: logistic regression with a ridge penalty on pairs of reports of {len(corpora)} corpora of stories\n"
        "# licence: CC0-1.0\n"
        f"# date: {datetime.date.today()}\n"
        "feature\tweight\n"
    )
    with open(out or TABLE, "w", encoding="utf8") as file:
        file.write(head + written(table))
