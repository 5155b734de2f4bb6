"""The language models side by side: one table for every model and for spaCy's small pipeline.

Usage:  pip install -r bench/requirements.txt
        cargo build --release
        python3 bench/language.py DATA --texts TEXTS [--model NAME=FILE ...] [--program NAME=BINARY ...] --out DIR

DATA has `ud/` (EWT and GUM as CoNLL-U) and `worldwide/` (articles with BIO labels). The built-in
model is `default`; `--model` adds model files, `--program` other builds of Verbale. Scores are
computed by `verbale evaluate` for all of them, spaCy's included, whose analysis is written to files
first (its trees follow another scheme, so that UAS and LAS say nothing of them). Names are those of
every fifth article, which no model has seen. Speed: one pinned thread over TEXTS (a folder of .txt),
median of RUNS runs in turn, without loading, which is a run over one short line. Every run must give
the same bytes. Writes language.csv to DIR and prints it.
"""
import argparse
import csv
import glob
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from accuracy.corpora.worldwide import copy_set_aside
from accuracy.program import table
from peers import Spacy, Treebank

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PEER = "spaCy sm"


class Program:
    """A build of Verbale with a model."""

    def __init__(self, binary, model=None):
        self.binary, self.flags = binary, ["--model", model] if model else []

    def parse(self, path):
        return [self.binary, "parse", "-q", "-j", "1", *self.flags, path]

    def evaluate(self, *what):
        """F1 by row of the table that `verbale evaluate` prints."""
        parts = [self.binary, "evaluate", *self.flags, *what]
        done = subprocess.run([str(p) for p in parts], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(map(str, parts))}: {done.stderr}")
        return {name: f1 for name, (_, _, f1, _) in table(done.stdout).items()}


def measure(parts):
    """Wall seconds, peak MB and a hash of the output of a command on one pinned thread."""
    begin = time.perf_counter()
    with tempfile.NamedTemporaryFile() as out:
        process = subprocess.Popen(["taskset", "-c", "0", *map(str, parts)], stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
        _, status, usage = os.wait4(process.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 0, f"{parts} failed"
        data = open(out.name, "rb").read()
    return time.perf_counter() - begin, usage.ru_maxrss / 1024, data


def speeds(programs, texts, folder, runs):
    """Words per second without loading, seconds of loading, peak MB, by program."""
    line, jsonl = (os.path.join(folder, name) for name in ("line.txt", "whole.jsonl"))
    open(line, "w").write("The talks ended, an official said.\n")
    files = [open(f, encoding="utf8").read() for f in sorted(glob.glob(texts + "/*.txt"))]
    words = sum(len(text.split()) for text in files)
    split = os.path.join(folder, "texts")
    os.mkdir(split)
    for i, text in enumerate(files):
        open(os.path.join(split, f"{i}.txt"), "w", encoding="utf8").write(text)
    with open(jsonl, "w", encoding="utf8") as out:
        out.writelines(json.dumps({"text": text}) + "\n" for text in files)
    rows = {name: [] for name in [*programs, PEER]}
    for _ in range(runs):
        for name, program in programs.items():
            load, _, _ = measure(program.parse(line))
            seconds, memory, data = measure(program.parse(split))
            assert data.count(b"\n") > words, f"{name}: fewer lines than words"
            rows[name].append((words / (seconds - load), load, memory, hashlib.sha256(data).hexdigest()))
        whole, memory, data = measure([sys.executable, os.path.join(ROOT, "bench", "spacy_peer.py"), jsonl])
        seconds = json.loads(data)["seconds"]
        rows[PEER].append((words / seconds, whole - seconds, memory, ""))
    for name, runs_of in rows.items():
        assert len({r[3] for r in runs_of}) == 1, f"{name}: two runs differ"
    return {name: [statistics.median(r[i] for r in of) for i in range(3)] for name, of in rows.items()}


def trees(programs, peer, banks, rows):
    """Adds the scores of tags, lemmas and trees, from gold tokens and from raw text."""
    ours = next(iter(programs.values()))
    for bank in banks:
        for start, flags, analyse in [("gold", [], peer.gold), ("raw", ["--raw"], peer.raw)]:
            tables = {n: p.evaluate("trees", *flags, bank.path) for n, p in programs.items()}
            tables[PEER] = ours.evaluate("trees", bank.path, "--against", analyse(bank))
            for name, scores in tables.items():
                rows[name] |= {f"{bank.name}, {start}: {k}": v for k, v in scores.items()}


def names(programs, peer, folder, rows):
    """Adds the scores of names."""
    ours = next(iter(programs.values()))
    tables = {n: p.evaluate("names", folder) for n, p in programs.items()}
    tables[PEER] = ours.evaluate("names", folder, "--against", peer.names(folder))
    for name, scores in tables.items():
        rows[name] |= {f"names: {k}": v for k, v in scores.items()}


def unseen(data, folder):
    """Every fifth article with names, in a folder of its own."""
    os.mkdir(folder)
    copy_set_aside(data + "/worldwide", folder)
    return folder


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data")
    ap.add_argument("--texts", required=True)
    ap.add_argument("--model", action="append", default=[], metavar="NAME=FILE")
    ap.add_argument("--program", action="append", default=[], metavar="NAME=BINARY")
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    binary = os.path.join(ROOT, "target", "release", "verbale")
    programs = {"default": Program(binary)}
    programs |= {name: Program(binary, file) for name, file in (m.split("=", 1) for m in a.model)}
    programs |= {name: Program(file) for name, file in (p.split("=", 1) for p in a.program)}
    rows = {name: {} for name in [*programs, PEER]}
    with tempfile.TemporaryDirectory() as tmp:
        parts = [("en_ewt-test", "", "EWT test"), ("en_gum-test", "", "GUM test"), ("en_gum-test", "_news_", "GUM news")]
        banks = [Treebank(f"{a.data}/ud/{file}.conllu", part, tmp, name) for file, part, name in parts]
        # Before spaCy is loaded: the peak of a child counts from the memory of its parent.
        timed = speeds(programs, a.texts, tmp, a.runs)
        peer = Spacy(tmp)
        trees(programs, peer, banks, rows)
        names(programs, peer, unseen(a.data, os.path.join(tmp, "names")), rows)
        for name, (rate, load, memory) in timed.items():
            rows[name] |= {"words/s": round(rate), "load s": round(load, 3), "peak MB": round(memory)}
    os.makedirs(a.out, exist_ok=True)
    path = os.path.join(a.out, "language.csv")
    with open(path, "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["measure", *rows])
        for measure_name in rows["default"]:
            writer.writerow([measure_name, *(rows[name].get(measure_name, "") for name in rows)])
    print(open(path).read())


main()
