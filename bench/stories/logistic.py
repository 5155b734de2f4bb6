"""Logistic regression with a ridge penalty (le Cessie and van Houwelingen 1992) on numbers, by Newton's
method; standard library only. Examples carry weights, so that a corpus counts by what it is and not by its size.
The constant, which comes first, is not penalised. Nothing is random.
"""

import math

STEPS = 30
NEAR = 1e-6
FREE = 1e-9


def fit(rows, penalty):
    """Weights of triples (features, whether right, weight of the example); the constant first."""
    n = 1 + len(rows[0][0])
    rows = [([1.0, *features], right, weight) for features, right, weight in rows]
    weights = [0.0] * n
    for _ in range(STEPS):
        step = solve(*derivatives(rows, weights, penalty))
        weights = [w - s for w, s in zip(weights, step)]
        if max(map(abs, step)) < NEAR:
            break
    return weights


def derivatives(rows, weights, penalty):
    """The Hessian and the gradient of the penalised loss."""
    n = len(weights)
    gradient = [penalty * w for w in weights]
    hessian = [[penalty * (i == j) for j in range(n)] for i in range(n)]
    gradient[0], hessian[0][0] = 0.0, FREE
    for row, right, weight in rows:
        z = sum(map(float.__mul__, weights, row))
        p = 1 / (1 + math.exp(-z)) if z > -700 else 0.0
        slope, curve = weight * (p - right), weight * p * (1 - p)
        for i, x in enumerate(row):
            if x:
                gradient[i] += slope * x
                steep, line = curve * x, hessian[i]
                for j in range(i + 1):
                    line[j] += steep * row[j]
    for i in range(n):
        for j in range(i):
            hessian[j][i] = hessian[i][j]
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
