"""Speed and memory of `verbale add` over reports of the grammar, coding, stories and merged events included."""

import os
import shutil
import subprocess
import tempfile
import time

from stories import grammar
from stories.fit import ROOT

PROGRAM = os.path.join(ROOT, "target", "release", "verbale")


def written(n, path):
    """Writes n reports; the number of their words."""
    words = 0
    with open(path, "w", encoding="utf8") as out:
        grammar.write(n, out, records=False)
    with open(path, encoding="utf8") as lines:
        words = sum(line.count(" ") for line in lines)
    return words


def measured(n, window, program, folder):
    """Words of n reports, seconds of processors and of the clock, megabytes of memory and on the disk."""
    path, store = os.path.join(folder, "reports.jsonl"), os.path.join(folder, "store")
    shutil.rmtree(store, ignore_errors=True)
    words, begin = written(n, path), time.monotonic()
    line = [program, "add", "--quiet", "--window", str(window), store, path]
    process = subprocess.Popen(line, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    if status:
        raise SystemExit(f"verbale ended with status {status}")
    files = (os.path.join(at, name) for at, _, names in os.walk(store) for name in names)
    size = sum(map(os.path.getsize, files))
    return words, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, size / 2**20


def main(sizes, window, program, folder):
    print("documents  words  processor s  clock s  words/s of a core  MB of memory  MB of store")
    with tempfile.TemporaryDirectory(dir=folder) as own:
        for n in sizes:
            words, seconds, wall, memory, size = measured(n, window, program, own)
            each = words / seconds
            print(f"{n:9} {words:9} {seconds:8.1f} {wall:8.1f} {each:8.0f} {memory:6.0f} {size:8.0f}", flush=True)
