"""The vignette runs as it is printed, and prints what it says."""

import os
import tempfile
import unittest

from .. import command, page, run

TEXT = "# R\n\n```sh\nls\n```\n\n```r\n1 + 1\n```\n\n```text\n[1] 2\n```\n\nMore.\n\n```r\nx <- 1\n```\n\nEnd.\n"


class PageTest(unittest.TestCase):
    def test_blocks_and_what_they_print(self):
        self.assertEqual(page.blocks(TEXT), [("1 + 1\n", "[1] 2\n"), ("x <- 1\n", "")])

    def test_answers_are_replaced(self):
        self.assertEqual(page.answered(TEXT, ["[1] 2\n", ""]), TEXT)
        other = page.answered(TEXT, ["", "[1] 1\n"])
        self.assertNotIn("[1] 2", other)
        self.assertIn("```r\nx <- 1\n```\n\n```text\n[1] 1\n```\n\nEnd.", other)

    def test_the_page_prints_what_it_says(self):
        missing = run.missing(command.BINARY)
        if missing:
            self.skipTest(f"docs/r.md is not run: there is no {missing}")
        with open(command.DOCS, encoding="utf8") as file:
            text = file.read()
        blocks = page.blocks(text)
        self.assertGreater(len(blocks), 6)
        with tempfile.TemporaryDirectory() as folder:
            printed = run.outputs([block for block, _ in blocks], command.BINARY, folder)
            self.assertGreater(os.path.getsize(os.path.join(folder, "panel.png")), 5000)
        self.assertEqual(page.answered(text, printed), text)
        self.assertGreater(sum(said != "" for said in printed), 5)
