"""Stops runs by KILL, TERM, HUP and INT at random moments, and runs others into full disks.

    cargo build --release && python3 bench/kills              # 200 kills, 50 full disks (as root: they are mounted)
    python3 bench/kills --kills 20 --disks 0
    python3 bench/kills --kills 0 --disks 0 --store-kills 1000 --full-stores 200   # `add`, killed and on full disks

Nothing may stand under the output's name that is not whole, and exit codes must be right. A store
must be sound after every kill, and after the same commands have run to their end hold every record once, in the same
stories and merged events as without kills.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kills import stores
from kills.whole import FORMS, faults

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "target" / "release" / "verbale"
STORIES = sorted((ROOT / "examples").glob("*.txt"))
COPIES = 4
INPUT = Path(tempfile.gettempdir()) / "verbale-kills.jsonl"
SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


def write_input(path):
    """The example stories, several times each under ids of their own."""
    with open(path, "w", encoding="utf-8") as out:
        for copy in range(COPIES):
            for story in STORIES:
                text = story.read_text(encoding="utf-8")
                out.write(json.dumps({"id": f"{story.stem}-{copy}", "text": text}) + "\n")


def command(program, form, out):
    """A run over all of the input."""
    return [str(program), "code", "--quiet", "--overwrite", "--format", form, "-o", str(out), str(INPUT)]


def stopped(line, number, delay):
    """Starts a run, sends the signal after `delay` seconds; exit code and standard error."""
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:
        time.sleep(delay)
        run.send_signal(number)
        _, said = run.communicate(timeout=120)
        return run.returncode, said


def kill(program, form, dice, lasts):
    """One run stopped; what is wrong afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        number = dice.choice(SIGNALS)
        code, said = stopped(command(program, form, out), number, dice.uniform(0, lasts))
        # Done before, ended by itself, or ended by the signal, which a shell shows as the same code.
        wrong = [] if code in (0, 128 + number, -number) else [f"exit code {code}: {said.strip()}"]
        return signal.Signals(number).name, code, wrong + faults(out, form)


def fill(program, form, dice, size):
    """One run onto a disk that is smaller than its output; what is wrong afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        room = 4096 * dice.randint(1, max(1, size // 8192))
        mounted(folder, room)
        try:
            out = Path(folder) / "out"
            run = subprocess.run(command(program, form, out), capture_output=True, text=True, check=False)
            told = run.returncode == 1 and "no space is left on the device" in run.stderr
            wrong = [] if told else [f"exit code {run.returncode}: {run.stderr.strip()}"]
            return "full disk", run.returncode, wrong + faults(out, form)
        finally:
            subprocess.run(["umount", folder], check=True)


def mounted(folder, room):
    """Puts a disk of `room` bytes under a folder."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(folder)], check=True)


def fill_store(program, sources, dice, whole):
    """`add` onto a disk that is too small, which then grows; exit codes, and what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        mounted(folder, 4096 * dice.randint(16, whole.size // 4096))
        grow = ["mount", "-o", f"remount,size={whole.size * 8}", folder]
        try:
            store = Path(folder) / "store"
            return stores.filled(program, store, sources, whole, lambda: subprocess.run(grow, check=True))
        finally:
            subprocess.run(["umount", folder], check=True)


def try_stores(program, dice, options):
    """Kills and fills stores; the number of runs with a fault."""
    with tempfile.TemporaryDirectory() as folder:
        sources = stores.write_news(folder, options.reports)
        whole, start = stores.Whole(program, sources), time.monotonic()
        bad, seen, made, killed = 0, {}, 0, 0
        while killed < options.store_kills or made < options.full_stores:
            if killed < options.store_kills:
                with tempfile.TemporaryDirectory() as own:
                    store, most = Path(own) / "store", options.store_kills - killed
                    codes, wrong = stores.repeatedly_killed(program, store, sources, dice, whole, most)
                what, killed = "store, KILL", killed + codes.count(-signal.SIGKILL)
            else:
                codes, wrong = fill_store(program, sources, dice, whole)
                what, made = "store, full disk", made + 1
            for code in codes:
                seen[what, code] = seen.get((what, code), 0) + 1
            bad += bool(wrong)
            for fault in wrong:
                print(f"{what}: {fault}", flush=True)
    for (what, code), count in sorted(seen.items()):
        print(f"{what}: exit code {code}, {count} runs")
    print(f"{killed} kills of `add`, {made} stores on full disks, {time.monotonic() - start:.0f} s: {bad} with a fault")
    return bad


def sizes_and_times(program):
    """Bytes written and seconds taken by a run that nothing stops, for every form."""
    found = {}
    for form in FORMS:
        with tempfile.TemporaryDirectory() as folder:
            out, start = Path(folder) / "out", time.monotonic()
            subprocess.run(command(program, form, out), check=True)
            files = list(out.iterdir()) if out.is_dir() else [out]
            found[form] = sum(f.stat().st_size for f in files), time.monotonic() - start
    return found


def main():
    """Exit code 1 if a run left half a file or a wrong exit code."""
    parser = argparse.ArgumentParser(
        prog="kills", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", type=Path, default=PROGRAM)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--disks", type=int, default=50)
    parser.add_argument("--store-kills", type=int, default=0, help="kills of `add`")
    parser.add_argument("--full-stores", type=int, default=0)
    parser.add_argument("--reports", type=int, default=120, help="invented reports that a store is made of")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_input(INPUT)
    dice, bad, seen = random.Random(options.seed), 0, {}
    known = sizes_and_times(options.program) if options.kills + options.disks else {}
    forms = list(FORMS)
    for index in range(options.kills + options.disks):
        form = forms[index % len(forms)]
        size, lasts = known[form]
        is_kill = index < options.kills
        what, code, wrong = kill(options.program, form, dice, lasts) if is_kill else fill(
            options.program, form, dice, size
        )
        seen[what, code] = seen.get((what, code), 0) + 1
        bad += bool(wrong)
        for fault in wrong:
            print(f"{what}, {form}: {fault}", flush=True)
    for (what, code), count in sorted(seen.items()):
        print(f"{what}: exit code {code}, {count} runs")
    print(f"{options.kills} kills, {options.disks} full disks: {bad} runs with a fault")
    if options.store_kills + options.full_stores:
        bad += try_stores(options.program, dice, options)
    return 1 if bad else 0
