"""One benchmark: `verbale code` against spaCy's small pipeline on the same text, one pinned thread.

Usage:  pip install -r bench/requirements.txt
        cargo build --release
        python3 bench/run.py TEXTS/ [--runs 5] [--out bench/runs/DATE]

TEXTS is a folder of .txt files. The two programs run in turn. Words per second are without the
loading of models and tables for both: spaCy is timed from its first text on, and of Verbale, timed
as a whole process with the writing of JSON Lines, a run over one short line is taken off. The
column `whole` is Verbale with its loading. Memory is the peak of the process. Growth is measured on
the same texts ten times over. Every run must produce the same records, or the benchmark fails.
Writes raw.csv and prints the medians.
"""
import argparse
import csv
import glob
import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.join(ROOT, "target", "release", "verbale")


def corpus(folder, times, path):
    """Writes the texts of `folder`, `times` over, as JSON Lines; returns their number of words."""
    texts = [open(f, encoding="utf8").read() for f in sorted(glob.glob(folder + "/*.txt"))]
    if not texts:
        sys.exit(f"{folder}: no .txt file in it")
    with open(path, "w", encoding="utf8") as out:
        for i in range(times):
            for j, text in enumerate(texts):
                out.write(json.dumps({"id": f"{i}-{j}", "text": text, "published_at": "2021-01-15"}) + "\n")
    return times * sum(len(t.split()) for t in texts)


def pinned(command):
    return ["taskset", "-c", "0", *command]


def run_verbale(path):
    """CPU seconds, peak MB and a hash of the records of one run."""
    with tempfile.NamedTemporaryFile() as out:
        command = pinned([BINARY, "code", "-q", "-j", "1", "--input", "jsonl", path])
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        assert os.waitstatus_to_exitcode(status) in (0, 1), "verbale failed"
        data = open(out.name, "rb").read()
    assert data.count(b"\n") > 0, "verbale wrote no record"
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, hashlib.sha256(data).hexdigest()


def run_spacy(path):
    peer = os.path.join(ROOT, "bench", "spacy_peer.py")
    env = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    out = subprocess.run(pinned([sys.executable, peer, path]), env=env, capture_output=True, text=True, check=True)
    figures = json.loads(out.stdout)
    return figures["seconds"], figures["peak_mb"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("texts")
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--out")
    args = ap.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as tmp:
        one, ten = os.path.join(tmp, "1.jsonl"), os.path.join(tmp, "10.jsonl")
        line = os.path.join(tmp, "line.jsonl")
        with open(line, "w", encoding="utf8") as out:
            out.write(json.dumps({"id": "line", "text": "The talks ended, an official said."}) + "\n")
        words = {"load": 0, "1x": corpus(args.texts, 1, one), "10x": corpus(args.texts, 10, ten)}
        hashes = {"load": set(), "1x": set(), "10x": set()}
        for run in range(args.runs):
            for size, path in (("load", line), ("1x", one), ("10x", ten)):
                cpu, wall, peak, digest = run_verbale(path)
                hashes[size].add(digest)
                rows.append(["verbale", size, run, words[size], round(cpu, 3), round(wall, 3), round(peak, 1)])
            cpu, peak = run_spacy(one)
            rows.append(["spacy", "1x", run, words["1x"], cpu, "", peak])
    assert all(len(h) == 1 for h in hashes.values()), "runs differ in their records"
    report(rows, args.out)


def report(rows, out):
    header = ["program", "size", "run", "words", "cpu_s", "wall_s", "peak_mb"]
    if out:
        os.makedirs(out, exist_ok=True)
        with open(os.path.join(out, "raw.csv"), "w", newline="") as f:
            csv.writer(f).writerows([header, *rows])
    of = lambda program, size: [r for r in rows if r[0] == program and r[1] == size]
    load = statistics.median(r[4] for r in of("verbale", "load"))
    print(f"verbale loads in {load:.2f} s")
    print("program size   words  words/s (median)   whole  peak MB (max)")
    speed = {}
    for program, size, off in (("verbale", "1x", load), ("verbale", "10x", load), ("spacy", "1x", 0)):
        mine = of(program, size)
        speed[program, size] = statistics.median(r[3] / (r[4] - off) for r in mine)
        whole = statistics.median(r[3] / r[4] for r in mine)
        print(f"{program:8}{size:>4}{mine[0][3]:>8}{speed[program, size]:>18.0f}{whole:>8.0f}{max(r[6] for r in mine):>15.1f}")
    for size in ("1x", "10x"):
        print(f"ratio ({size}): {speed['verbale', size] / speed['spacy', '1x']:.1f}")


main()
