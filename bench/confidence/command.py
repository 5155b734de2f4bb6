"""The command line: codes the stories, fits the weights, writes the table and prints how reliable it is."""

import argparse
import os
import sys

from accuracy.corpora import stories
from accuracy.program import BINARY, ROOT, Program
from accuracy.task import Failure

from . import cut, folds, labels, logistic, page, table

TABLE = os.path.join(ROOT, "lexicons", "en", "confidence.tsv")
PAGE = os.path.join(ROOT, "docs", "confidence.md")
PENALTIES = (2, 4, 8, 16)
LAYERS = {"statements": labels.statements, "events": labels.events}
EXAMPLES = """examples:
  cargo build --release
  python3 bench/confidence ~/corpora/news                    fits, writes the table, prints the curve
  python3 bench/confidence dev/ --test held/                 and says what the weights do on other stories
  python3 bench/confidence dev/ --test held/ --dry           writes nothing

Build again afterwards: the table is part of the program. docs/confidence.md says what the figures mean.
"""


def arguments(given):
    ap = argparse.ArgumentParser(
        prog="python3 bench/confidence",
        description="Fits the weights of lexicons/en/confidence.tsv to stories read by hand.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ap.add_argument("stories", metavar="STORIES", help="a folder of pairs ID.txt and ID.json")
    ap.add_argument("--test", metavar="DIR", help="a folder of other stories, which nothing is fitted to")
    ap.add_argument(
        "--binary", metavar="PATH", default=BINARY, help="the program (default: target/release/verbale)"
    )
    ap.add_argument("--dry", action="store_true", help="write nothing")
    return ap.parse_args(given)


class Coded:
    """Stories with their records and the features of these."""

    def __init__(self, program, folder):
        self.stories = stories.read(folder)
        documents = [story.document() for story in self.stories]
        self.records, self.features = program.code(documents), program.features(documents)

    def examples(self, judge):
        coded = [story for story in self.stories if story.id in self.records]
        return [e for s in coded for e in judge(s, self.records[s.id], self.features[s.id])]


def main(given=None):
    chosen = arguments(given)
    try:
        program = Program(chosen.binary)
        dev = Coded(program, chosen.stories)
        test = Coded(program, chosen.test) if chosen.test else None
        weights, report = fitted(dev, test)
        print(*report, sep="\n")
        if not chosen.dry:
            table.write(TABLE, weights, len(dev.stories))
            page.write(PAGE, report)
            print("\nlexicons/en/confidence.tsv and docs/confidence.md are written: build again")
    except (Failure, OSError) as failure:
        print(failure, file=sys.stderr)
        return 2
    return 0


def fitted(dev, test):
    """Weights by layer, and lines on what they are worth."""
    weights, confidence, report = {}, {}, []
    for layer, judge in LAYERS.items():
        examples = dev.examples(judge)
        penalty, held_out = folds.best_penalty(examples, PENALTIES)
        weights[layer] = logistic.fit(folds.pairs(examples), penalty)
        confidence.update(((layer, e.story, e.record), c) for e, c in zip(examples, held_out))
        title = f"{layer.capitalize()} of {len(dev.stories)} stories, held-out folds (penalty {penalty})"
        report += told(title, folds.told(examples, held_out))
        if test:
            others = test.examples(judge)
            predicted = [logistic.predict(weights[layer], e.features) for e in others]
            report += told(f"{layer.capitalize()} of {len(test.stories)} other stories", folds.told(others, predicted))
    title = "F1 of what is kept at a least confidence, held-out folds"
    return weights, report + told(title, cut.lines(dev, confidence))


def told(title, lines):
    return ["", f"**{title}**", "", *lines]
