"""Logistic regression with a ridge penalty on numbers (le Cessie and van Houwelingen 1992), by Newton's method.

Nothing is random. Examples may carry weights, so that a corpus counts by what it is and not by its size.
"""

import math

from confidence.logistic import NEAR, STEPS, sigmoid, solve


def fit(rows, right, penalty, worth=None, scaled=True):
    """The weights of `rows` (lists of numbers, of one length) and the constant, which stands first. `worth` are
    weights of the examples, 1 unless given. Unless told otherwise features are scaled to a standard deviation of 1
    before the penalty, and back afterwards.
    """
    scales = [deviation([row[i] for row in rows]) if scaled else 1.0 for i in range(len(rows[0]))]
    sparse = [
        [(0, 1.0), *((i + 1, x / s) for i, (x, s) in enumerate(zip(row, scales)) if x)] for row in rows
    ]
    examples = list(zip(sparse, right, worth or [1.0] * len(rows)))
    constant, *weights = newton(examples, len(scales) + 1, penalty)
    return [constant, *(w / s for w, s in zip(weights, scales))]


def newton(examples, n, penalty):
    """The `n` weights, the constant first, of examples: pairs (number of a feature, value), 0 that of the
    constant, whether right, and the weight of the example.
    """
    weights = [0.0] * n
    for _ in range(STEPS):
        step = solve(*derivatives(examples, weights, penalty))
        weights = [w - s for w, s in zip(weights, step)]
        if max(map(abs, step)) < NEAR:
            break
    return weights


def predict(weights, row):
    """The probability of a row."""
    return sigmoid(weights[0] + sum(w * x for w, x in zip(weights[1:], row) if x))


def deviation(column):
    """The standard deviation of a feature; 1 where it is always the same."""
    mean = sum(column) / len(column)
    return math.sqrt(sum((x - mean) ** 2 for x in column) / len(column)) or 1.0


def derivatives(examples, weights, penalty):
    """The Hessian and the gradient of the penalised loss; the constant is not penalised."""
    n = len(weights)
    gradient = [penalty * w for w in weights]
    hessian = [[penalty * (i == j) for j in range(n)] for i in range(n)]
    gradient[0], hessian[0][0] = 0.0, NEAR
    for row, is_right, worth in examples:
        p = sigmoid(sum(weights[i] * x for i, x in row))
        spread = worth * p * (1 - p)
        for at, (i, x) in enumerate(row):
            gradient[i] += worth * (p - is_right) * x
            part = spread * x
            for j, y in row[at:]:
                hessian[i][j] += part * y
    for i in range(n):
        for j in range(i):
            hessian[i][j] = hessian[j][i]
    return hessian, gradient
