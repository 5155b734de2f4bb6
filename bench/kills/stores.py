"""Runs of `add` that are killed or meet a full disk, and the stores that they leave."""

import subprocess
import time


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


def finished(program, store, source, whole):
    """What is wrong after the same command has run to its end: lost, twice, or not sound."""
    code, said, _ = run(program, "add", "--quiet", store, source)
    wrong = [f"add: exit code {code}: {said}"] if code else []
    if run(program, "export", store)[2] != whole:
        wrong.append("the records are not those of a run that nothing stops")
    return wrong + sound(program, store)


def repeatedly_killed(program, store, source, dice, lasts, whole):
    """Kills up to three runs after another, then lets one end; exit codes, and what is wrong."""
    codes, wrong = [], []
    for _ in range(dice.randint(1, 3)):
        codes.append(killed(program, store, source, dice.uniform(0, lasts)))
        wrong += sound(program, store)
    return codes, wrong + finished(program, store, source, whole)
