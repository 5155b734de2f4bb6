"""Counts to percentages: precision, recall and F1, and what it means that two spans overlap."""

from typing import NamedTuple


def overlap(a, b):
    """Whether two spans (or what begins with a start and an end) share a character."""
    return a[0] < b[1] and b[0] < a[1]


def percent(part, whole):
    return 100 * part / whole if whole else 0.0


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Score(NamedTuple):
    """Precision is `right` of `predicted`; recall is `met` of `gold`: a prediction may meet several."""

    right: int
    predicted: int
    met: int
    gold: int

    @property
    def precision(self):
        return percent(self.right, self.predicted)

    @property
    def recall(self):
        return percent(self.met, self.gold)

    @property
    def f1(self):
        return f1(self.precision, self.recall)

    def line(self, name, width=24):
        return f"{name:{width}} P {self.precision:5.1f}  R {self.recall:5.1f}  F1 {self.f1:5.1f}"


def score(hits, predicted, gold):
    """The score where a prediction meets one thing of the reference at the most."""
    return Score(hits, predicted, hits, gold)


def of_sets(predicted, gold):
    return score(len(predicted & gold), len(predicted), len(gold))


def total(scores):
    """The score over several documents (micro-average)."""
    columns = zip(*scores)
    return Score(*(sum(column) for column in columns)) if scores else Score(0, 0, 0, 0)
