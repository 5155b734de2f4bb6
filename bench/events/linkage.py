"""Average linkage, as `crates/story/src/events/linkage.rs` does it; pairs without a link count as 0."""


def average(n, links, least):
    """The group of each of `n` items: `links` are (a, b, how likely they are one)."""
    sums, size, group = [{} for _ in range(n)], [1] * n, list(range(n))
    for a, b, p in links:
        sums[a][b] = sums[b][a] = p
    while True:
        means = ((s / (size[a] * size[b]), -a, -b) for a in range(n) for b, s in sums[a].items() if a < b)
        best, a, b = max(means, default=(-1, 0, 0))
        if best < least:
            return group
        a, b = -a, -b
        size[a] += size[b]
        group = [a if g == b else g for g in group]
        moved, sums[b] = sums[b], {}
        del sums[a][b]
        for other, s in moved.items():
            if other != a:
                del sums[other][b]
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + s
