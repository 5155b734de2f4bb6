"""Reliability: of the records near a confidence, which share is right (Niculescu-Mizil and Caruana 2005)."""

BINS = 10
SURE = 0.8


def bins(pairs):
    """For each tenth that holds any, (first, mean confidence, share right, count)."""
    for i in range(BINS):
        inside = [pair for pair in pairs if min(int(pair[0] * BINS), BINS - 1) == i]
        if inside:
            yield i / BINS, mean(p for p, _ in inside), mean(right for _, right in inside), len(inside)


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def sure(pairs):
    """Those at or above `SURE`: the share that is right, and how many they are."""
    chosen = [right for p, right in pairs if p >= SURE]
    return mean(chosen), len(chosen)


def area(pairs):
    """The chance that a right record is surer than a wrong one (area under the ROC curve)."""
    right, wrong = ([p for p, is_right in pairs if is_right == wanted] for wanted in (True, False))
    ahead = sum((r > w) + (r == w) / 2 for r in right for w in wrong)
    return ahead / max(1, len(right) * len(wrong))


def lines(pairs):
    """The curve as a table of Markdown, and the figures under it."""
    yield "| confidence | mean | share right | records |"
    yield "|---|---|---|---|"
    for first, confidence, right, count in bins(pairs):
        yield f"| {first:.1f} to {first + 1 / BINS:.1f} | {confidence:.2f} | {right:.2f} | {count} |"
    share, count = sure(pairs)
    brier = mean((p - right) ** 2 for p, right in pairs)
    yield ""
    yield (
        f"{len(pairs)} records, {mean(right for _, right in pairs):.2f} right; at or above {SURE}: {count}"
        f" records, {share:.2f} right; area under the ROC curve {area(pairs):.2f}, Brier score {brier:.3f}"
    )
