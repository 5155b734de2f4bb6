"""The page is taken apart and put together again without a loss."""

import os
import unittest

from .. import page

HERE = os.path.dirname(os.path.abspath(__file__))
DOCS = os.path.join(HERE, "..", "..", "..", "docs", "queries.md")
TEXT = "# Queries\n\nHead.\n\n## One\n\nWhy.\n\n```sql\nSELECT 1\n```\n\n```r\nx | y\n```\n\n| a |\n| --- |\n| 1 |\n"


class PageTest(unittest.TestCase):
    def test_parts(self):
        head, [one] = page.split(TEXT)
        self.assertEqual(head, "# Queries\n\nHead.\n\n")
        self.assertEqual((one.title, one.answer), ("One", "| a |\n| --- |\n| 1 |"))
        self.assertEqual(one.queries, [("sql", "SELECT 1\n"), ("r", "x | y\n")])

    def test_answers_are_replaced(self):
        head, [one] = page.split(TEXT)
        other = one.answered(page.table([["b"], ["x | y"]]))
        self.assertEqual(page.joined(head, [other]), TEXT[: TEXT.index("| a |")] + "| b |\n| --- |\n| x \\| y |\n")

    def test_the_documentation_is_whole(self):
        with open(DOCS, encoding="utf8") as file:
            text = file.read()
        head, questions = page.split(text)
        self.assertEqual(page.joined(head, [q.answered(q.answer) for q in questions]), text)
        self.assertGreaterEqual(len(questions), 3)
        for question in questions:
            self.assertEqual([language for language, _ in question.queries], ["sql", "python", "r"], question.title)
            self.assertGreater(len(question.answer.splitlines()), 2, f"{question.title} has no answer")
