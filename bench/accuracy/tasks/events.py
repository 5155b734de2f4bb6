"""Events against annotated pairs: who did what to whom.

Types are those of PLOVER (Halterman et al. 2023). An event has a pair for each actor and recipient;
CONSULT, AGREE and COOPERATE without recipients have one for each two of their actors, in both orders.
A predicted pair meets an annotated one if the actor overlaps the source and the recipient the target.
Recall: annotated pairs that are met by one of the right root (quad class). Precision: of the predicted
pairs that meet any, those of the right root (quad class). Predicted pairs that meet none are counted
beside it and not as errors, for not all pairs of a sentence are annotated. Codes, voice, polarity and
modality are not scored here (`news` does).
"""

import collections

from ..corpora import plover
from ..measures import Score, overlap, percent
from ..task import Report, Task, figure, lost, row

CORPUS = "PLV, training part (Hu et al. 2024; no licence stated)"
TUNED = "these very sentences: the lexicon of events and the rules for events were tuned on them"
RECIPROCAL = {"CONSULT", "AGREE", "COOPERATE"}


def pairs(events):
    """The predicted pairs of a sentence."""
    found = []
    for event in events:
        both = [(a, r) for a in event.actors for r in event.recipients]
        if event.type in RECIPROCAL and not event.recipients:
            both = [(a, b) for a in event.actors for b in event.actors if a is not b]
        root = plover.root(event.type)
        found += [plover.Pair(source, target, root, event.quad) for source, target in both]
    return found


def meets(predicted, gold):
    return overlap(predicted.source, gold.source) and overlap(predicted.target, gold.target)


class Tally:
    """Counts over sentences."""

    def __init__(self):
        self.count = collections.Counter()
        self.by_root = collections.defaultdict(lambda: [0, 0])
        self.confusion = collections.Counter()

    def add(self, gold, predicted):
        self.count["sentences"] += 1
        for pair in gold:
            self.meet(pair, [p for p in predicted if meets(p, pair)])
        for pair in predicted:
            self.judge(pair, [g for g in gold if meets(pair, g)])

    def meet(self, pair, candidates):
        """An annotated pair and the predicted ones that meet it."""
        right = any(p.root == pair.root for p in candidates)
        self.count["gold"] += 1
        self.count["met"] += bool(candidates)
        self.count["root met"] += right
        self.count["quad met"] += any(p.quad == pair.quad for p in candidates)
        self.by_root[pair.root][0] += right
        self.by_root[pair.root][1] += 1
        self.confusion[pair.root, candidates[0].root if candidates else "-"] += 1

    def judge(self, pair, met):
        """A predicted pair and the annotated ones that it meets."""
        if not met:
            self.count["extra"] += 1
            return
        self.count["predicted"] += 1
        self.count["root right"] += any(g.root == pair.root for g in met)
        self.count["quad right"] += any(g.quad == pair.quad for g in met)

    def score(self, what):
        n = self.count
        return Score(n[f"{what} right"], n["predicted"], n[f"{what} met"], n["gold"])

    def details(self):
        n = self.count
        extra = n["extra"] / max(1, n["sentences"])
        by_root = "  ".join(f"{root} {right}/{of}" for root, (right, of) in sorted(self.by_root.items()))
        return [
            f"gold pairs {n['gold']}  sentences {n['sentences']}  pair recall {percent(n['met'], n['gold']):.1f}",
            self.score("root").line("root", 5),
            self.score("quad").line("quad", 5),
            f"extra {extra:.2f} pairs per sentence",
            f"recall by root: {by_root}",
        ]


def scored(sentences, records):
    """A tally over sentences with annotated pairs. `records` are by the text of the sentence."""
    tally = Tally()
    for text, gold in sentences.items():
        if gold:
            tally.add(gold, pairs(records[text].events if text in records else []))
    return tally


def run(program, path):
    sentences = plover.read(path)
    documents = [plover.document(number, text) for number, text in enumerate(sentences, 1)]
    records = program.code(documents)
    tally = scored(sentences, {r.text: r for r in records.values()})
    root = tally.score("root")
    rows = [
        row(
            "events: root codes of state pairs (F1; precision, recall)",
            "PLV training part, on which the rules were tuned",
            figure(root.f1),
            figure(root.precision, root.recall),
        )
    ]
    shown = [f"  {gold:10} -> {mine:10} {n}" for (gold, mine), n in tally.confusion.most_common(25)]
    return Report(rows, tally.details() + lost(documents, records), shown)


TASKS = [Task("events", CORPUS, ("plover/PLV_train.tsv",), TUNED, run)]
