"""Logistic regression with a ridge penalty (le Cessie and van Houwelingen 1992) on features that hold or do not.

Fitted by Newton's method, standard library only: there are some dozens of features and some hundreds of
records. The constant `ALWAYS` is not penalised, so that the mean of what is predicted is the share that
is right. Nothing is random: the same examples give the same weights.
"""

import collections
import math

ALWAYS = "always"
LEAST = 5  # examples that must have a feature before anything is learnt of it
STEPS = 30
NEAR = 1e-9


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def predict(weights, features):
    """The probability of features under weights; a feature without a weight counts nothing."""
    return sigmoid(weights[ALWAYS] + sum(weights.get(name, 0.0) for name in features))


def fit(examples, penalty):
    """Weights by name. `examples` are pairs of features and whether the record is right."""
    count = collections.Counter(name for features, _ in examples for name in features)
    names = [ALWAYS, *sorted(name for name, n in count.items() if n >= LEAST)]
    number = {name: i for i, name in enumerate(names)}
    rows = [([0, *(number[f] for f in features if f in number)], right) for features, right in examples]
    weights = [0.0] * len(names)
    for _ in range(STEPS):
        step = solve(*derivatives(rows, weights, penalty))
        weights = [w - s for w, s in zip(weights, step)]
        if max(map(abs, step)) < NEAR:
            break
    return dict(zip(names, weights))


def derivatives(rows, weights, penalty):
    """The Hessian and the gradient of the penalised loss."""
    n = len(weights)
    gradient = [penalty * w for w in weights]
    hessian = [[penalty * (i == j) for j in range(n)] for i in range(n)]
    gradient[0], hessian[0][0] = 0.0, NEAR
    for row, right in rows:
        p = sigmoid(sum(weights[i] for i in row))
        for i in row:
            gradient[i] += p - right
            for j in row:
                hessian[i][j] += p * (1 - p)
    return hessian, gradient


def solve(matrix, vector):
    """Gaussian elimination; a ridge is positive definite, so that no row need be exchanged."""
    rows = [[*row, value] for row, value in zip(matrix, vector)]
    for i, row in enumerate(rows):
        rows[i] = row = [value / row[i] for value in row]
        for k, other in enumerate(rows):
            if k != i and other[i]:
                factor = other[i]
                rows[k] = [a - factor * b for a, b in zip(other, row)]
    return [row[-1] for row in rows]


def loss(pairs):
    """The mean negative logarithm of the likelihood of pairs (probability, whether right)."""
    likelihood = [math.log(p if right else 1 - p) for p, right in pairs]
    return -sum(likelihood) / max(1, len(likelihood))
