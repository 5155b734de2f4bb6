"""`bench/spark`: the speed of a cluster of Spark against the command's with as many threads, and the memory of its
processes; then the records of the command, the package, the cluster and Sail, compared line by line.

Run it with a Python that has the package, PySpark and Sail (`python/check --spark` makes one).
"""

import argparse
import os
import platform
import tempfile
from pathlib import Path

from . import cluster, speed, ways

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))


def arguments(given=None) -> argparse.Namespace:
    """The words of the command line."""
    parser = argparse.ArgumentParser(prog="python/target/venvs/spark/bin/python bench/spark", description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+", help="lines of JSON, as `verbale code --input jsonl` takes them")
    parser.add_argument("--command", type=Path, default=TARGET / "release/verbale")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2], help="sizes of the cluster to be timed")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args(given)


def main(given=None) -> int:
    """Compares, measures and prints tables. 0: the records are the same; 1: they are not."""
    args = arguments(given)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "texts.jsonl"
        source.write_bytes(b"".join(path.read_bytes() for path in args.texts))
        print(f"{platform.platform()}, {os.cpu_count()} cores; {source.stat().st_size / 1e6:.1f} MB of texts\n")
        if args.workers:
            print("| workers, threads | command, s | Spark, s | speed against the command (range) | peak (share) of each worker, MB |")
            print("|---|---|---|---|---|")
        for workers in args.workers:
            print(speed.compared(args.command, source, workers, args.rounds, folder), flush=True)
        print()
        differ = False
        for way, lines, same in alike(args.command, source, folder):
            differ |= not same
            print(f"{way}: {lines} records, {'those of the command' if same else 'NOT those of the command'}")
    return 1 if differ else 0


def alike(binary: Path, source: Path, folder: Path):
    """Each way with the number of its records, and whether they are those of the command, byte for byte. Sail comes
    last: beside a session of its kind no other one can begin in this process."""
    made, out = folder / "records.jsonl", folder / "records"
    ways.command(binary, source, made, 2)
    want = ways.lines(made)
    yield "command", len(want), True
    found = ways.package(source)
    yield "package", len(found), found == want
    with cluster.spark(2) as session:
        ways.write(session, source, 2 * speed.PARTS, out)
    found = ways.lines(out)
    yield "Spark, two workers", len(found), found == want
    with cluster.sail() as session:
        found = sorted(row.record for row in ways.frame(session, source, 2).collect())
    yield "Sail", len(found), found == want
