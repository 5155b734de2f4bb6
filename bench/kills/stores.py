"""Runs of `add` that are killed or meet a full disk, and the stores that they leave.

The input comes in two files, as a day's news does: the second goes on with stories of the first. Whatever happens on
the way, the store must in the end have every record once, and the same stories and merged events as one that
nothing has disturbed.
"""

import json
import subprocess
import tempfile
import time
from pathlib import Path

from stories import grammar

TABLES = ["stories", "reports", "merged"]


def write_news(folder, n, daily=25, sentences=4):
    """Invented reports, `daily` a day, in two files, of which the second begins in the middle of a day."""
    lines = []
    for number, host, _, report in grammar.reports(n):
        cut = {**report, "body": report["body"][:sentences]}
        lines.append(json.dumps(grammar.document(number, host, (number - 1) // daily, cut)) + "\n")
    middle = n // 2 // daily * daily + daily // 2
    files = [Path(folder) / "first.jsonl", Path(folder) / "second.jsonl"]
    for file, part in zip(files, [lines[:middle], lines[middle:]]):
        file.write_text("".join(part), encoding="utf-8")
    return files


def run(program, *words):
    """Exit code and standard error of a run, its standard output."""
    ran = subprocess.run([str(program), *map(str, words)], capture_output=True, text=True, check=False)
    return ran.returncode, ran.stderr.strip(), ran.stdout


def killed(program, store, source, delay):
    """Starts `add` and kills it after `delay` seconds; its exit code."""
    line = [str(program), "add", "--quiet", str(store), str(source)]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as adding:
        time.sleep(delay)
        adding.kill()
        return adding.wait(timeout=120)


def sound(program, store):
    """What is wrong with a store as it is, if there is one yet."""
    if not (store / "ledger.sqlite").exists():
        return []
    code, said, _ = run(program, "verify", "--quiet", store)
    # A ledger without its tables is one that was never committed.
    return [] if code == 0 or "no store is here" in said else [f"verify: exit code {code}: {said}"]


def told(program, store):
    """All records, and what they say together."""
    tables = [run(program, "export", "--table", table, store)[2] for table in TABLES]
    return [run(program, "export", store)[2], *tables]


def finished(program, store, source):
    """Runs the same command to its end; what is wrong with that."""
    code, said, _ = run(program, "add", "--quiet", store, source)
    return [f"add: exit code {code}: {said}"] if code else []


def compared(program, store, whole):
    """What is wrong in the end: lost, twice, placed or joined otherwise, or not sound."""
    names = ["records", *TABLES]
    other = [name for name, one, two in zip(names, told(program, store), whole) if one != two]
    return [f"other {name} than those of a run that nothing stops" for name in other] + sound(program, store)


class Whole:
    """A store that nothing disturbs: how long each file takes, its size, and what it tells."""

    def __init__(self, program, sources):
        with tempfile.TemporaryDirectory() as folder:
            store, self.lasts = Path(folder) / "store", []
            for source in sources:
                start = time.monotonic()
                run(program, "add", "--quiet", store, source)
                self.lasts.append(time.monotonic() - start)
            self.size = sum(f.stat().st_size for f in store.rglob("*") if f.is_file())
            self.told = told(program, store)


def repeatedly_killed(program, store, sources, dice, whole, most):
    """Adds file after file, each killed several times before it may end, up to `most` kills; exit codes, and
    what is wrong."""
    codes, wrong = [], []
    for source, lasts in zip(sources, whole.lasts):
        for _ in range(dice.randint(2, 8)):
            if codes.count(-9) < most:
                codes.append(killed(program, store, source, dice.uniform(0, lasts)))
                wrong += sound(program, store)
        wrong += finished(program, store, source)
    return codes, wrong + compared(program, store, whole.told)


def filled(program, store, sources, whole, grow):
    """Adds file after file to a disk that is too small, until one does not fit; then it grows, and the rest
    follows. Exit codes, and what is wrong."""
    codes, wrong, full = [], [], False
    for source in sources:
        code, said, _ = run(program, "add", "--quiet", store, source)
        codes.append(code)
        if code and not full:
            full = True
            wrong += [] if code == 1 and "free some" in said else [f"exit code {code}: {said}"]
            grow()
            wrong += sound(program, store) + finished(program, store, source)
    return codes, wrong + compared(program, store, whole.told)

