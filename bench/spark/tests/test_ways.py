"""What is read back, and how rounds are told; the cluster itself is not asked."""

import tempfile
import unittest
from pathlib import Path

from ..cluster import memory
from ..speed import row
from ..ways import lines


class Ways(unittest.TestCase):
    """The parts of a comparison that need no cluster."""

    def test_the_lines_of_a_file_and_of_parts_are_sorted(self):
        with tempfile.TemporaryDirectory() as name:
            file, folder = Path(name, "records.jsonl"), Path(name, "records")
            file.write_text('{"b": "\u2028"}\n{"a": 1}\n', encoding="utf-8")
            folder.mkdir()
            (folder / "part-1.txt").write_text('{"a": 1}\n', encoding="utf-8")
            (folder / "part-0.txt").write_text('{"b": "\u2028"}\n', encoding="utf-8")
            (folder / "_SUCCESS").write_text("", encoding="utf-8")
            self.assertEqual(lines(file), ['{"a": 1}', '{"b": "\u2028"}'])
            self.assertEqual(lines(folder), lines(file))

    def test_a_row_tells_medians_and_the_ratio_of_each_round(self):
        told = row(2, [9.0, 10.0, 8.0], [10.0, 10.0, 10.0], [(120.4, 90.2), (130.6, 95.0)])
        self.assertEqual(told, "| 2 | 9.0 | 10.0 | 0.90 (0.80 to 1.00) | 120 (90), 131 (95) |")

    def test_where_no_worker_runs_there_is_no_memory(self):
        self.assertEqual(memory(), [])
