"""Rounds of the command and of a cluster in turns: so many workers of one core against so many threads."""

import statistics
from pathlib import Path

from . import cluster, ways

PARTS = 4  # a worker, so that no worker waits long for the last one


def compared(binary: Path, source: Path, workers: int, rounds: int, folder: Path) -> str:
    """A row of a table. A start is no part of either: the command's is that of a run on one text, and the
    cluster stands and has coded one text on each worker before."""
    one, made, out = folder / "one.jsonl", folder / "records.jsonl", folder / "records"
    with source.open(encoding="utf-8") as texts, one.open("w", encoding="utf-8") as first:
        first.writelines([next(texts)] * workers)
    ours, theirs = [], []
    with cluster.spark(workers) as session:
        ways.write(session, one, workers, out)
        for _ in range(rounds):
            start = ways.command(binary, one, made, workers)
            theirs.append(ways.command(binary, source, made, workers) - start)
            ours.append(ways.write(session, source, PARTS * workers, out))
            assert ways.lines(out) == ways.lines(made), "the records differ"
        memory = cluster.memory()
    return row(workers, theirs, ours, memory)


def row(workers: int, command: list[float], spark: list[float], memory: list[tuple[float, float]]) -> str:
    """A row: medians, the median of the rounds' ratios of speed with its range, and of each worker the peak of
    its memory with its share of it."""
    ratios = sorted(a / b for a, b in zip(command, spark, strict=True))
    peaks = ", ".join(f"{peak:.0f} ({share:.0f})" for peak, share in memory)
    return (f"| {workers} | {statistics.median(command):.1f} | {statistics.median(spark):.1f} | "
            f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}) | {peaks} |")
