"""The program that is measured: a binary of Verbale, its records and the tables of its `evaluate`."""

import json
import os
import re
import subprocess
import sys

from . import record
from .task import Failure

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BINARY = os.path.join(ROOT, "target", "release", "verbale")


class Program:
    def __init__(self, binary):
        self.binary = binary

    def run(self, *arguments, text=None, may=(0,)):
        """What the program prints. `may` are the exit codes that are no failure."""
        command = [self.binary, *arguments]
        try:
            done = subprocess.run(command, check=False, input=text and text.encode(), capture_output=True)
        except OSError as error:
            remedy = "build it (cargo build --release) or name one with --binary"
            raise Failure(f"{self.binary}: {error.strerror}: {remedy}") from error
        said = done.stderr.decode(errors="replace").strip()
        if done.returncode not in may:
            raise Failure(f"{' '.join(command)}: exit code {done.returncode}: {said}")
        if said:
            print(said, file=sys.stderr)
        return done.stdout.decode()

    def version(self):
        return self.run("--version").strip()

    def code(self, documents):
        """The records of documents (`id`, `text`, `published_at`, ...) by their id.

        A document may be skipped (exit code 1); the scorers count it as one without any record.
        """
        records = map(record.read, self.lines(documents, "code", "--format", "jsonl"))
        return {r.id: r for r in records}

    def features(self, documents):
        """What the confidence of each record rests on: layer to id to features, by document."""
        return {told["id"]: told for told in self.lines(documents, "evaluate", "confidence")}

    def lines(self, documents, *command):
        """What a command says of documents, a line of JSON each."""
        given = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
        out = self.run(*command, "-q", "--input", "jsonl", "-", text=given, may=(0, 1))
        return [json.loads(line) for line in out.split("\n") if line]

    def evaluate(self, *arguments):
        """The rows of the table that `verbale evaluate` prints: name to numbers."""
        return table(self.run("evaluate", *arguments))


def table(printed):
    """Rows `name  number  number ...` between the header and the first empty line."""
    rows = {}
    for line in printed.split("\n")[1:]:
        found = re.fullmatch(r"\s*(\S.*?)((?:\s+[\d.]+)+)", line)
        if not found:
            break
        rows[found[1]] = [float(number) for number in found[2].split()]
    return rows
