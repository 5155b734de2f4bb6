"""What is compared, and how processes are counted."""

import json
import sys
import unittest

from ..command import texts
from ..paired import pathless, user_time


class Paired(unittest.TestCase):
    """The parts of a comparison."""

    def test_a_record_is_compared_without_its_file(self):
        doc = {"id": "a", "key": "k1", "path": "a.txt", "text": "Rain fell."}
        mention = {"id": "m1", "entity": "x:k1:77"}
        record = json.dumps({"doc": doc, "mentions": [mention]})
        other = json.dumps({"doc": {**doc, "key": "k2", "path": "b.txt"}, "mentions": [{**mention, "entity": "x:k2:77"}]})
        self.assertEqual(pathless(record), pathless(other))
        self.assertNotEqual(pathless(record), pathless(record.replace("m1", "m2")))

    def test_every_text_is_another(self):
        made = [story["text"] for story in texts(30)]
        self.assertEqual((len(made), len(set(made))), (30, 30))

    def test_a_process_is_counted_and_its_failure_told(self):
        self.assertGreater(user_time([sys.executable, "-c", "sum(range(10 ** 6))"]), 0)
        with self.assertRaises(AssertionError):
            user_time([sys.executable, "-c", "raise SystemExit(3)"])
