import tempfile
import unittest
from pathlib import Path

from .. import whole


class Whole(unittest.TestCase):
    def test_half_files_are_told_from_whole_ones(self):
        footer = (3).to_bytes(4, "little") + b"PAR1"
        cases = {
            "jsonl": (b'{"a":1}\n{"b":2}\n', b'{"a":1}\n{"b"'),
            "html": (b"<html></html>\n", b"<html><p>"),
            "csv": (b'a,b\n1,"x, y"\n', b"a,b\n1\n"),
            "parquet": (b"PAR1xyz" + b"abc" + footer, b"PAR1xyz"),
            "polecat": (b"a\tb\n1\t2\n", b"a\tb\n1"),
            "gdelt": (b"1\t2\n", b"1\t2"),
        }
        for form, (good, half) in cases.items():
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "out"
                self.assertEqual(whole.faults(file, form), [])
                file.write_bytes(good)
                self.assertEqual(whole.faults(file, form), [])
                file.write_bytes(half)
                self.assertEqual(len(whole.faults(file, form)), 1, form)

    def test_what_describes_the_tables_is_no_table(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "datapackage.json"
            file.write_bytes(b'{"a": [1, 2]}\n')
            self.assertEqual(whole.faults(folder, "csv"), [])
            file.write_bytes(b'{"a": [1')
            self.assertEqual(len(whole.faults(folder, "csv")), 1)

    def test_files_with_a_dot_do_not_count(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / ".events.csv.part").write_bytes(b"a,b\n1")
            self.assertEqual(whole.faults(folder, "csv"), [])


if __name__ == "__main__":
    unittest.main()
