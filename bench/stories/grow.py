"""Time of the processor and memory of `verbale stories` over reports of the grammar, at several sizes."""

import json
import os
import subprocess
import tempfile
from collections import namedtuple

from stories import grammar, scores
from stories.fit import ROOT

PROGRAM = os.path.join(ROOT, "target", "release", "verbale")
Cost = namedtuple("Cost", "n seconds megabytes b_cubed pairs")


def measured(n, window):
    """What n reports cost, already coded, and how well they were grouped."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "records.jsonl")
        with open(path, "w", encoding="utf8") as out:
            grammar.write(n, out, records=True)
        words = [PROGRAM, "stories", "--quiet", "--input", "records", "--window", str(window), path]
        with open(os.path.join(folder, "out"), "w+b") as out:
            process = subprocess.Popen(words, stdout=out)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = usage.ru_utime + usage.ru_stime
            if status:
                raise SystemExit(f"verbale ended with status {status}")
            out.seek(0)
            found = [json.loads(line)["story"] for line in out]
    gold = [str(report["story"].seed) for *_, report in grammar.reports(n)]
    return Cost(n, seconds, usage.ru_maxrss / 1024, scores.b_cubed(gold, found), scores.pairs(gold, found))


def main(sizes, window):
    print("documents  seconds  ms each  MB  B-cubed  pairs")
    for n in sizes:
        cost = measured(n, window)
        each = 1000 * cost.seconds / n
        print(f"{n:9}  {cost.seconds:7.1f}  {each:7.2f}  {cost.megabytes:.0f}  {cost.b_cubed:.1f}  {cost.pairs:.1f}", flush=True)
