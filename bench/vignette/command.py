"""Runs every block of `docs/r.md` and compares what it prints with the page."""

import argparse
import os
import sys
import tempfile

from vignette import page, run

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOCS = os.path.join(ROOT, "docs", "r.md")
BINARY = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release", "verbale")


def main():
    """0: every block prints what the page says; 1: one does not, or could not be run."""
    parser = argparse.ArgumentParser(prog="python3 bench/vignette", description=__doc__)
    parser.add_argument("--binary", default=BINARY, help="the program [default: target/release/verbale]")
    parser.add_argument("--update", action="store_true", help="write the answers into the page")
    parser.add_argument("--figure", metavar="FILE", help="keep the figure")
    parser.add_argument("--where-possible", action="store_true", help="end well where R or a package is missing")
    args = parser.parse_args()
    missing = run.missing(args.binary)
    if missing and args.where_possible:
        print(f"bench/vignette: docs/r.md is not run: there is no {missing}")
        return 0
    if missing:
        sys.exit(f"not run: there is no {missing}")
    with open(DOCS, encoding="utf8") as file:
        text = file.read()
    blocks = page.blocks(text)
    with tempfile.TemporaryDirectory() as folder:
        printed = run.outputs([block for block, _ in blocks], args.binary, folder)
        if args.figure:
            os.replace(os.path.join(folder, "panel.png"), args.figure)
    if args.update:
        with open(DOCS, "w", encoding="utf8") as file:
            file.write(page.answered(text, printed))
        return 0
    wrong = 0
    for n, ((_, wanted), found) in enumerate(zip(blocks, printed), start=1):
        wrong += found != wanted
        print(f"{'same' if found == wanted else 'DIFFERS'}  block {n}")
        if found != wanted:
            print(f"{found}is not\n{wanted}")
    return 1 if wrong else 0
