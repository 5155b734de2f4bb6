"""Measures families of hostile texts or pages at two sizes; writes a table and says what is beyond the limits.

    cargo build --release && python3 bench/growth texts            # 250 kB and 1 MB
    python3 bench/growth pages --sizes 1000000 7900000
"""

import argparse
import math
import sys
from pathlib import Path

from growth.families import families
from growth.run import coded

PROGRAM = Path(__file__).parents[2] / "target" / "release" / "verbale"
SIZES = {"texts": (250_000, 1_000_000), "pages": (1_000_000, 7_900_000)}
# What a document may cost: exponent of growth (texts), seconds and megabytes at the larger size.
LIMITS = {"texts": (1.2, 40.0, 500.0), "pages": (math.inf, 3.0, 400.0)}
# Below this, in seconds, growth is lost in the noise of a start.
FLOOR = 0.25


def exponent(small, large, sizes):
    """The power of the size that the time grows with."""
    small, large = max(small, FLOOR), max(large, FLOOR)
    return math.log(large / small) / math.log(sizes[1] / sizes[0])


def beyond(kind, power, costs):
    """Whether a family costs more than it may."""
    most_power, most_seconds, most_megabytes = LIMITS[kind]
    return (
        power > most_power
        or any(c.seconds > most_seconds or c.megabytes > most_megabytes for c in costs)
        or any(c.code not in (0, 1) for c in costs)
    )


def table(program, kind, sizes, out):
    """Writes a line a family; returns the names of those beyond the limits."""
    start = coded(program, kind, b"").seconds
    out.write(f"| family | {sizes[0]:,} bytes | {sizes[1]:,} bytes | exponent | outcome |\n|---|---|---|---|---|\n")
    bad = []
    for family in families(kind):
        costs = [coded(program, kind, family.text(size)) for size in sizes]
        power = exponent(costs[0].seconds - start, costs[1].seconds - start, sizes)
        cells = [f"{c.seconds:.2f} s, {c.megabytes:.0f} MB" for c in costs]
        said = costs[1].said.strip().splitlines()[:1]
        outcome = said[0].rsplit(": ", 1)[-1] if said else f"exit code {costs[1].code}"
        mark = " **beyond**" if beyond(kind, power, costs) else ""
        out.write(f"| {family.name} | {cells[0]} | {cells[1]} | {power:.2f} | {outcome}{mark} |\n")
        out.flush()
        if mark:
            bad.append(family.name)
    return bad


def main():
    """Exit code 1 if a family costs more than it may."""
    parser = argparse.ArgumentParser(
        prog="growth", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=SIZES)
    parser.add_argument("--program", type=Path, default=PROGRAM)
    parser.add_argument("--sizes", type=int, nargs=2, metavar=("SMALL", "LARGE"))
    options = parser.parse_args()
    sizes = options.sizes or SIZES[options.kind]
    bad = table(options.program, options.kind, sizes, sys.stdout)
    if bad:
        print("beyond the limits: " + ", ".join(bad), file=sys.stderr)
    return 1 if bad else 0
