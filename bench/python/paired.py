"""Runs of the package and of the command in turns."""

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

# What a user writes to have the lines that the command writes.
SCRIPT = """
import json, sys
import verbale
with open(sys.argv[1], encoding="utf-8") as lines:
    stories = [json.loads(line) for line in lines]
with open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
    for record in verbale.code(stories):
        out.write(record.json() + "\\n")
        {more}
"""


def compared(command: Path, python: Path, stories: list[dict[str, str]], rounds: int) -> Iterator[str]:
    """Rows of a table: medians, and the median of what each round says of the package against the command."""
    with tempfile.TemporaryDirectory() as folder:
        many, one = Path(folder, "many.jsonl"), Path(folder, "one.jsonl")
        for path, some in ((many, stories), (one, stories[:1])):
            path.write_text("".join(json.dumps(story) + "\n" for story in some), encoding="utf-8")
        runs = {
            "command": lambda source, out: [command, "code", "--quiet", "-j", "1", "--overwrite", "-o", out, source],
            "package": script(python, "pass"),
            "package, all parts of each record made": script(python, "record.mentions, record.statements, record.events"),
        }
        took: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
        said = {}
        for _ in range(rounds):
            for name, line in runs.items():
                out = Path(folder, "out.jsonl")
                start = user_time(line(one, out))
                took[name].append((start, user_time(line(many, out))))
                said[name] = [pathless(line) for line in out.read_text(encoding="utf-8").splitlines()]
        assert all(lines == said["command"] for lines in said.values()), "the records differ"
    yield "| | start and one text, s | all texts, s | per text beyond the start, ms | against the command (range) |"
    yield "|---|---|---|---|---|"
    base = [whole - start for start, whole in took["command"]]
    for name, rows in took.items():
        net = [whole - start for start, whole in rows]
        ratios = [ours / theirs - 1 for ours, theirs in zip(net, base, strict=True)]
        starts, wholes = zip(*rows, strict=True)
        each = statistics.median(net) / (len(stories) - 1) * 1000
        yield (f"| {name} | {statistics.median(starts):.2f} | {statistics.median(wholes):.2f} | {each:.2f} "
               f"| {statistics.median(ratios):+.1%} ({min(ratios):+.1%} to {max(ratios):+.1%}) |")


def script(python: Path, more: str):
    """The line that runs the package, which does something more with each record."""
    return lambda source, out: [python, "-c", SCRIPT.format(more=more), source, out]


def pathless(line: str) -> dict:
    """A record without the file that the command read it from, and without the key that is made of it."""
    record = json.loads(line)
    own = record["doc"].pop("key")
    record["doc"].pop("path", None)
    return json.loads(json.dumps(record).replace(own, "KEY"))


def user_time(line: list) -> float:
    """Seconds of processors that a process took, all its threads together."""
    process = subprocess.Popen([str(word) for word in line])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, line
    return usage.ru_utime + usage.ru_stime
