"""The command line: takes features from the program, fits the weights, writes the table, prints what they are worth."""

import argparse
import datetime
import os
import sys

from accuracy.program import BINARY, ROOT, Program
from accuracy.task import Failure

from . import linkage, regression, stories

TABLE = os.path.join(ROOT, "lexicons", "en", "event_pairs.tsv")
RELATIONS = ("same", "kin")
FOLDS = 6
PENALTY = 10.0
HEADER = """\
# Weights of what two mentions of a story agree and differ in: added up with the constant (bias), under the logistic
# function, they are the probability that the two tell one event. same: their words have one stem; kin: they share a row
# of event_synonyms.tsv. Written by `python3 bench/events`; do not edit by hand, fit again.
# source: logistic regression with a ridge penalty, fitted to {n} pairs of mentions of {stories} stories of ECB+ (Cybulska & Vossen 2014)
# licence: CC0-1.0
# date: {date}
"""
EXAMPLES = """examples:
  cargo build --release
  python3 bench/events docs.jsonl events.jsonl               fits, writes the table, prints figures of held-out folds
  python3 bench/events docs.jsonl events.jsonl --dry         writes nothing

docs.jsonl: a line a document {"id", "text", "story"}. events.jsonl: a line a mention {"doc", "start", "end", "chain"},
in characters. Build again afterwards: the table is part of the program.
"""


def arguments(given):
    ap = argparse.ArgumentParser(
        prog="python3 bench/events",
        description="Fits the weights of lexicons/en/event_pairs.tsv to chains of events that people annotated.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ap.add_argument("docs", metavar="DOCS", help="documents with their stories")
    ap.add_argument("mentions", metavar="MENTIONS", help="mentions with their chains")
    ap.add_argument(
        "--binary", metavar="PATH", default=BINARY, help="the program (default: target/release/verbale)"
    )
    ap.add_argument("--dry", action="store_true", help="write nothing")
    return ap.parse_args(given)


def main(given=None):
    chosen = arguments(given)
    try:
        told = Program(chosen.binary).run(
            "evaluate", "events", "-q", "--input", "jsonl", "--stories", chosen.docs,
            "--mentions", chosen.mentions, chosen.docs, may=(0, 1),
        )  # fmt: skip
        with open(chosen.mentions, encoding="utf8") as gold:
            read = stories.read(told.split("\n"), gold)
        print(*report(read), sep="\n")
        if not chosen.dry:
            write(TABLE, fitted(read), read)
            print("\nlexicons/en/event_pairs.tsv is written: build again")
    except (Failure, OSError) as failure:
        print(failure, file=sys.stderr)
        return 2
    return 0


def fitted(read):
    """Weights by relation, the constant first."""
    return {relation: of_relation(read, relation) for relation in RELATIONS}


def of_relation(read, relation):
    pairs = [p for story in read for p in story.pairs if p.relation == relation]
    return regression.fit([p.features for p in pairs], [p.one for p in pairs], PENALTY)


def grouped(story, weights):
    """The group of each mention of a story under weights."""
    likely = lambda p: regression.predict(weights[p.relation], p.features)
    return linkage.average(len(story.chains), [(p.a, p.b, likely(p)) for p in story.pairs], story.least)


def report(read):
    """Lines on groups of mentions whose topic the weights have not seen, and on those of the built-in weights."""
    topics = sorted({story.topic for story in read})
    held_out, built_in, gold = [], [], []
    for fold in range(FOLDS):
        out = set(topics[fold::FOLDS])
        weights = fitted([s for s in read if s.topic not in out])
        for story in (s for s in read if s.topic in out):
            held_out += [(story.id, group) for group in grouped(story, weights)]
            built_in += story.events
            gold += story.chains
    yield f"{len(gold)} mentions of {len(read)} stories, {len(topics)} topics in {FOLDS} folds"
    for title, groups in (("held-out folds", held_out), ("built-in weights", built_in)):
        for name, score in (("B-cubed", stories.b_cubed), ("pairs", stories.links)):
            p, r, f = score(groups, gold)
            yield f"{title:18}{name:9} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f:5.1f}"


def write(path, weights, read):
    """The table, to two decimals."""
    with open(path, encoding="utf8") as file:
        rows = [line.split("\t")[0] for line in file if not line.startswith("#")]
    names = rows[1:]
    cells = {name: [f"{weights[r][i]:.2f}" for r in RELATIONS] for i, name in enumerate(names)}
    with open(path, "w", encoding="utf8", newline="\n") as file:
        n = sum(len(story.pairs) for story in read)
        file.write(HEADER.format(n=n, stories=len(read), date=datetime.date.today()))
        file.writelines("\t".join(row) + "\n" for row in [["feature", *RELATIONS], *([n, *cells[n]] for n in names)])
