"""The command line: runs the tasks that are asked for and prints their rows of the README and of docs/limits.md."""

import argparse
import os
import sys

from .program import BINARY, ROOT, Program
from .task import Absent, Failure
from .tasks import TASKS

PAGES = ("README.md", "docs/limits.md")
NAMES = sorted({task.name for task in TASKS})
EXAMPLES = f"""names: {", ".join(NAMES)} (all, where none is given)

examples:
  cargo build --release
  python3 bench/accuracy ~/corpora                          every figure
  python3 bench/accuracy ~/corpora statements places        two tasks
  python3 bench/accuracy ~/corpora news --show | less       and each record that is wrong, spurious or missed
  python3 bench/accuracy ~/corpora --binary /tmp/verbale    another build

exit codes: 0 everything was scored, 1 a corpus is missing (named on standard error), 2 wrong
arguments or a program that fails. docs/evaluate.md says which files DATA has, and what each figure means.
"""


def arguments(given):
    ap = argparse.ArgumentParser(
        prog="python3 bench/accuracy",
        description="Scores Verbale on annotated corpora and prints the figures of README.md and docs/limits.md.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ap.add_argument("data", metavar="DATA", help="the folder with the corpora")
    ap.add_argument("names", metavar="NAME", nargs="*", help="tasks to run")
    ap.add_argument(
        "--binary", metavar="PATH", default=BINARY, help="the program (default: target/release/verbale)"
    )
    ap.add_argument(
        "--show",
        action="store_true",
        help="print what is wrong, with words of the corpus (not of names, trees and chains)",
    )
    chosen = ap.parse_args(given)
    unknown = sorted(set(chosen.names) - set(NAMES))
    if unknown:
        ap.error(f"no task {', '.join(unknown)}; there are {', '.join(NAMES)}")
    return chosen


def pages():
    """What the rows stand in."""
    text = []
    for page in PAGES:
        with open(os.path.join(ROOT, page), encoding="utf8") as file:
            text.append(file.read())
    return "\n".join(text)


def tell(task, report, page, show):
    """Prints a report; a row that the pages do not have as it stands is marked."""
    print(f"\n== {task.name}: {task.corpus}\n   fitted to: {task.tuned}")
    for line in report.rows:
        print(line if line in page else f"{line}   <- {' or '.join(PAGES)} differs")
    for line in report.details:
        print(f"   {line}")
    if show:
        print(*report.shown, sep="\n")
    sys.stdout.flush()


def run(tasks, program, data, show):
    """Runs tasks in turn; returns how many could not be run for want of a corpus."""
    page, missing = pages(), 0
    for task in tasks:
        paths = [os.path.join(data, *need.split("/")) for need in task.needs]
        try:
            there(paths)
            tell(task, task.run(program, *paths), page, show)
        except Absent as absent:
            missing += 1
            corpus = task.corpus.split(" (")[0]
            print(f"MISSING {absent}: {task.name} NOT SCORED on {corpus}", file=sys.stderr, flush=True)
    return missing


def there(paths):
    lacking = [path for path in paths if not os.path.exists(path)]
    if lacking:
        raise Absent(", ".join(lacking))


def main(given=None):
    chosen = arguments(given)
    tasks = [task for task in TASKS if not chosen.names or task.name in chosen.names]
    program = Program(chosen.binary)
    try:
        print(program.version(), flush=True)
        missing = run(tasks, program, chosen.data, chosen.show)
    except (Failure, OSError) as failure:
        print(failure, file=sys.stderr)
        return 2
    if missing:
        print(f"{missing} of {len(tasks)} scores are missing (docs/evaluate.md: where from)", file=sys.stderr)
    return 1 if missing else 0
