"""How well a grouping fits another: B-cubed (Bagga and Baldwin 1998) and pairs, as F1 from 0 to 100."""

from collections import Counter


def b_cubed(gold, found):
    """The mean over items of how pure and how whole their groups are."""
    return harmonic(*b_cubed_parts(gold, found))


def b_cubed_parts(gold, found):
    """Precision and recall of the same, from 0 to 1."""
    both, g, f, n = Counter(zip(gold, found)), Counter(gold), Counter(found), len(gold)
    precision = sum(m * m / f[b] for (_, b), m in both.items()) / n
    recall = sum(m * m / g[a] for (a, _), m in both.items()) / n
    return precision, recall


def pairs(gold, found):
    """Pairs of items that are together in both."""
    return harmonic(*pairs_parts(gold, found))


def pairs_parts(gold, found):
    """Precision and recall of the same, from 0 to 1."""
    both = joined(zip(gold, found))
    return both / max(1, joined(found)), both / max(1, joined(gold))


def joined(groups):
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


def harmonic(precision, recall):
    return 100 * 2 * precision * recall / max(1e-12, precision + recall)
