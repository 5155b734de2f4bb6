"""Runs every query of `docs/queries.md` and `docs/panel.md` on the tables of `examples/` and compares the answers."""

import argparse
import os
import subprocess
import sys
import tempfile

from queries import page, run

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAGES = [os.path.join(ROOT, "docs", name) for name in ("queries.md", "panel.md")]


def main():
    """0: every answer is that of the page; 1: one is not, or could not be had."""
    parser = argparse.ArgumentParser(prog="python3 bench/queries", description=__doc__)
    parser.add_argument("--binary", default=os.path.join(ROOT, "target", "release", "verbale"),
                        help="the program [default: target/release/verbale]")
    parser.add_argument("--update", action="store_true", help="write the answers into the page")
    parser.add_argument("--only", choices=["sql", "python", "r"], help="one language")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        code(args.binary, folder)
        wrong = sum(compare(path, args, folder) for path in PAGES)
    return 1 if wrong else 0


def compare(path, args, folder):
    """Runs the queries of a page; how many answers are not those of the page, or could not be had."""
    with open(path, encoding="utf8") as file:
        head, questions = page.split(file.read())
    wrong, sections = 0, []
    for question in questions:
        answers = answer(question, args.only, folder)
        got = [a for _, a in answers if a is not None]
        wanted = got[0] if args.update and got else question.answer
        for language, found in answers:
            fine = found == wanted
            wrong += not fine
            if found is not None:
                print(f"{'same' if fine else 'DIFFERS'}  {language:6}  {question.title}")
                if not fine:
                    print(f"{found}\nis not\n{wanted}")
        sections.append(question.answered(wanted))
    if args.update:
        with open(path, "w", encoding="utf8") as file:
            file.write(page.joined(head, sections))
    return wrong


def code(binary, folder):
    """Writes the tables of the examples into `records/` of the folder, in both forms, and a store of them."""
    if not os.path.exists(binary):
        sys.exit(f"{binary}: not there; cargo build --release makes it, --binary names another")
    runs = [["code", "--format", form, "-o", os.path.join(folder, "records")] for form in ("parquet", "csv")]
    for words in runs + [["add", os.path.join(folder, "store")]]:
        words += ["--quiet", "examples/"]
        ran = subprocess.run([binary] + words, cwd=ROOT, capture_output=True, encoding="utf8")
        if ran.returncode:
            sys.exit(ran.stderr)


def answer(question, only, folder):
    """The answers to a question, each with its language; None for one that could not be had."""
    answers = []
    for language, query in question.queries:
        if only and language != only:
            continue
        try:
            answers.append((language, page.table(run.rows(language, query, folder))))
        except run.Unavailable as why:
            print(f"not run  {language:6}  {question.title}: {why}", file=sys.stderr)
            answers.append((language, None))
        except run.Failed as why:
            print(f"FAILED  {language:6}  {question.title}\n{why}", file=sys.stderr)
            answers.append((language, None))
    return answers
