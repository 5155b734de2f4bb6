"""The command: missing corpora, rows that the README lacks, and tables of `verbale evaluate`."""

import contextlib
import io
import os
import unittest

from .. import command, program
from ..measures import Score, f1, overlap, total
from ..task import Report, Task, figure, row
from ..tasks import TASKS, chains, trees
from . import made

TABLE = """            precision  recall      F1 reference
sentences           50.00   40.00   44.44        10
UPOS                97.00   97.00   97.00       100
LAS                 87.25   87.25   87.25       100

by genre
letters      1.0 (1/1)
"""


def run(*arguments):
    """The exit code of the command and what it writes to standard output and error."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = command.main(list(arguments))
        except SystemExit as stopped:
            code = stopped.code
    return code, out.getvalue(), err.getvalue()


class Command(made.Files):
    def setUp(self):
        super().setUp()
        self.binary = self.write("verbale", "#!/bin/sh\necho verbale 0\n")
        os.chmod(self.binary, 0o755)

    def test_each_missing_corpus_is_named_and_the_exit_code_is_1(self):
        code, out, err = run(self.folder, "--binary", self.binary)
        self.assertEqual((code, out), (1, "verbale 0\n"))
        self.assertEqual(err.count("MISSING"), len(TASKS))
        self.assertIn(os.path.join(self.folder, "polnear", "dev"), err)

    def test_only_what_is_asked_for(self):
        _, _, err = run(self.folder, "places", "--binary", self.binary)
        self.assertEqual(err.count("NOT SCORED"), 2)

    def test_a_folder_with_nothing_in_it_is_missing(self):
        os.makedirs(f"{self.folder}/polnear/dev")
        code, _, err = run(self.folder, "statements", "--binary", self.binary)
        self.assertEqual(code, 1)
        self.assertIn("dev: no NAME.txt with NAME.ann in it: statements NOT SCORED on PolNeAR", err)

    def test_an_unknown_task_is_a_wrong_argument(self):
        code, _, err = run(self.folder, "birds")
        self.assertEqual(code, 2)
        self.assertIn("no task birds; there are chains, events", err)

    def test_a_program_that_is_not_there(self):
        code, _, err = run(self.folder, "--binary", f"{self.folder}/none")
        self.assertEqual(code, 2)
        self.assertIn("cargo build --release", err)

    def test_a_program_that_fails(self):
        self.write("polnear/dev/a.txt", "")
        self.write("verbale", "#!/bin/sh\nif [ $1 = code ]; then echo no model >&2; exit 3; fi\n")
        self.write("polnear/dev/a.ann", "")
        code, _, err = run(self.folder, "statements", "--binary", self.binary)
        self.assertEqual(code, 2)
        self.assertIn("exit code 3: no model", err)

    def test_rows_that_the_readme_lacks_are_marked(self):
        task = Task("a", "b", (), "c", None)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            command.tell(task, Report(["| kept |", "| new |"], ["more"], ["words"]), "| kept |\n", show=False)
        self.assertIn("| kept |\n| new |   <- README.md or docs/limits.md differs\n   more\n", out.getvalue())
        self.assertNotIn("words", out.getvalue())


class Tables(unittest.TestCase):
    def test_rows_end_at_an_empty_line(self):
        table = program.table(TABLE)
        self.assertEqual(list(table), ["sentences", "UPOS", "LAS"])
        self.assertEqual(table["sentences"], [50, 40, 44.44, 10])

    def test_rows_of_trees(self):
        table = program.table(TABLE)
        report = trees.ewt(made.Prepared(tables={"trees": table}), "test.conllu")
        what = "universal tags; labelled attachment, gold tokens"
        self.assertEqual(report.rows, [f"| {what} | UD English EWT 2.16, test | 97.0; 87.2 |"])

    def test_rows_of_chains(self):
        whole = {
            chains.PRONOUNS: [70, 30, 42, 9],
            "names to names": [97, 5, 9, 9],
            "CoNLL (no singletons)": [25],
        }
        near = {
            chains.PRONOUNS: [80, 60, 69, 9],
            "names to names": [96, 5, 9, 9],
            "CoNLL (no singletons)": [35],
        }
        tables = {"chains": whole, f"chains --genres {chains.GENRES}": near}
        figures = [r.split(" | ")[2] for r in chains.run(made.Prepared(tables=tables), "test.conllu").rows]
        self.assertEqual(figures, ["70.0, 30.0 (80.0, 60.0) |", "97.0 (96.0) |", "25.0 (35.0) |"])


class Measures(unittest.TestCase):
    def test_precision_and_recall(self):
        score = total([Score(1, 2, 1, 1), Score(1, 2, 2, 3)])
        self.assertEqual((score.precision, score.recall), (50, 75))
        self.assertAlmostEqual(score.f1, 60)

    def test_spans_that_touch_share_nothing(self):
        self.assertEqual(
            [overlap((0, 4), (4, 8)), overlap((0, 5), (4, 8)), overlap((5, 8), (0, 6))], [False, True, True]
        )

    def test_nothing_is_nought(self):
        self.assertEqual((Score(0, 0, 0, 0).f1, f1(0, 0)), (0, 0))

    def test_rows(self):
        self.assertEqual(row("a", "b", figure(1, 2.25), figure(3)), "| a | b | 1.0, 2.2; 3.0 |")
