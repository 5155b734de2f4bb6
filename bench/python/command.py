"""`python3 bench/python`: the package against the command on the same texts, and a wheel from `pip install`
to the end of the tutorial.

Times of processors, user and system, as the system counts them for each process; start included and told
apart by runs on one text. Package and command take turns, so that what else a machine does meets both.
"""

import argparse
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from .paired import compared
from .tutorial import tutorial

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Measures and prints a table."""
    args = arguments()
    stories = texts(args.texts)
    version = subprocess.run([args.python, "-V"], capture_output=True, text=True, check=True).stdout.strip()
    print(f"{platform.platform()}; {version}; {len(stories)} texts, "
          f"{sum(len(story['text']) for story in stories) / 1e6:.1f} million letters; {args.rounds} rounds\n")
    for row in compared(args.command, args.python, stories, args.rounds):
        print(row)
    if args.wheel:
        size = args.wheel.stat().st_size
        print(f"\nwheel: {size / 1e6:.1f} MB (limit 60)")
        with tempfile.TemporaryDirectory() as folder:
            print(tutorial(args.wheel, args.interpreter, Path(folder)))
    return 0


def arguments() -> argparse.Namespace:
    """The words of the command line."""
    parser = argparse.ArgumentParser(prog="bench/python", description=__doc__)
    parser.add_argument("--command", type=Path, default=ROOT / "target/release/verbale")
    parser.add_argument("--python", type=Path, default=ROOT / "python/target/venvs/newest/bin/python",
                        help="a Python that has the package")
    parser.add_argument("--wheel", type=Path, help="a wheel, installed into a fresh environment")
    parser.add_argument("--interpreter", default=sys.executable, help="the Python of that environment")
    parser.add_argument("--texts", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


def texts(n: int) -> list[dict[str, str]]:
    """So many stories, made of the examples: each different from every other one."""
    examples = sorted((ROOT / "examples").glob("*.txt"))
    bodies = [path.read_text(encoding="utf-8") for path in examples]
    return [
        {"id": f"story-{at}", "text": f"{bodies[at % len(bodies)]}\n\nThis was report {at} of the day.\n"}
        for at in range(n)
    ]
