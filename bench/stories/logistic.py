"""Logistic regression on numbers as they are (`events/regression.py`). Examples carry weights, so that a corpus
counts by what it is and not by its size.
"""

from events import regression


def fit(rows, penalty):
    """Weights of triples (features, whether right, weight of the example); the constant first."""
    n = 1 + len(rows[0][0])
    examples = [
        ([(0, 1.0), *((i, x) for i, x in enumerate(features, 1) if x)], right, weight)
        for features, right, weight in rows
    ]
    return regression.newton(examples, n, penalty)
