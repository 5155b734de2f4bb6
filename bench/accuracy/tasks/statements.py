"""Statements against attributions: who said what.

After Newell et al. 2018. A relation is found (soft) if its source, cue and content each share a token
with those of one attribution that no prediction before it has met; where the reference has no source,
the prediction must have none. It is exact (strict) if all spans are the same, white space at their
edges aside. By role, over all statements of a text: spans that are the same, and tokens that both
cover. Speakers, stances and the nesting of statements are not scored here (`news` does).
"""

import re

from ..corpora import polnear
from ..corpora.polnear import ROLES
from ..measures import of_sets, score, total
from ..task import Failure, Report, Task, figure, lost, row

TOKEN = re.compile(r"\w+|[^\w\s]")
CORPUS = "PolNeAR, development part (Newell, Margolin and Ruths 2018; no licence stated)"
TUNED = (
    "the rules for statements were written after the scheme of PolNeAR and checked against this part as they"
    " grew, no weight was fitted to it; the language model has read the texts of the training part"
)


class Relation:
    """Spans without white space at their edges, and the numbers of the tokens that they touch, by role."""

    def __init__(self, text, tokens, pieces):
        self.spans = {role: trimmed(text, pieces[role]) for role in ROLES}
        self.tokens = {role: touched(tokens, self.spans[role]) for role in ROLES}

    def found(self, gold):
        """Whether this prediction finds an attribution."""
        shared = {role: self.tokens[role] & gold.tokens[role] for role in ROLES}
        sourceless = not (self.spans["source"] or gold.spans["source"])
        return bool(shared["cue"] and shared["content"] and (shared["source"] or sourceless))

    def same(self, gold):
        return self.spans == gold.spans

    def told(self, text):
        """The words, for people to read."""
        parts = (" … ".join(text[start:end] for start, end in self.spans[role])[:70] for role in ROLES)
        return " / ".join(part or "-" for part in parts)


def trimmed(text, spans):
    found = []
    for start, end in spans:
        part = text[start:end]
        start += len(part) - len(part.lstrip())
        end -= len(part) - len(part.rstrip())
        if end > start:
            found.append((start, end))
    return tuple(sorted(found))


def touched(tokens, spans):
    return {i for start, end in spans for i, (a, b) in enumerate(tokens) if a < end and start < b}


def matched(predicted, gold, fits):
    """Pairs each prediction in turn with the free attribution that fits and shares most of its content."""
    free, pairs = list(gold), []
    for one in predicted:
        fitting = [other for other in free if fits(one, other)]
        if fitting:
            best = max(fitting, key=lambda other: len(one.tokens["content"] & other.tokens["content"]))
            free.remove(best)
            pairs.append((one, best))
    return pairs


def compare(article, record):
    """The scores of one article by their names, and what was missed or is spurious."""
    tokens = [m.span() for m in TOKEN.finditer(article.text)]
    said = [{role: getattr(s, role) for role in ROLES} for s in record.statements] if record else []
    mine, gold = (
        [Relation(article.text, tokens, one) for one in side] for side in (said, article.attributions)
    )
    scores = {}
    for role in ROLES:
        spans = [{span for one in side for span in one.spans[role]} for side in (mine, gold)]
        scores[f"exact {role}"] = of_sets(*spans)
    for role in ROLES:
        words = [{token for one in side for token in one.tokens[role]} for side in (mine, gold)]
        scores[f"token {role}"] = of_sets(*words)
    soft = matched(mine, gold, Relation.found)
    strict = matched(mine, gold, Relation.same)
    scores["soft relation"] = score(len(soft), len(mine), len(gold))
    scores["strict relation"] = score(len(strict), len(mine), len(gold))
    return scores, shown(article, soft, mine, gold)


def shown(article, pairs, mine, gold):
    """Lines on what is in no pair."""
    ours, theirs = ({id(pair[side]) for pair in pairs} for side in (0, 1))
    spurious = [f"  spurious {one.told(article.text)}" for one in mine if id(one) not in ours]
    missed = [f"  missed {one.told(article.text)}" for one in gold if id(one) not in theirs]
    return [f"=== {article.id}", *spurious, *missed]


def scored(articles, records):
    """Total scores by name, and lines to show. The texts of the records must be those of the articles."""
    all_scores, lines = [], []
    for article in articles:
        record = records.get(article.id)
        if record and record.text != article.text:
            raise Failure(f"{article.id}: the record has another text")
        scores, told = compare(article, record)
        all_scores.append(scores)
        lines += told
    return {name: total([s[name] for s in all_scores]) for name in all_scores[0]}, lines


def run(program, folder):
    articles = polnear.read(folder)
    documents = [article.document() for article in articles]
    records = program.code(documents)
    scores, lines = scored(articles, records)
    soft, strict = scores["soft relation"], scores["strict relation"]
    what = "statements: source, cue and content found (soft F1; all three exact)"
    rows = [row(what, "PolNeAR, development part", figure(soft.f1), figure(strict.f1))]
    details = [
        f"texts {len(articles)}  gold {soft.gold}  predicted {soft.predicted}",
        *lost(documents, records),
    ]
    return Report(rows, details + [one.line(name) for name, one in scores.items()], lines)


TASKS = [Task("statements", CORPUS, ("polnear/dev",), TUNED, run)]
