"""The fit of pairs of events: weights, groups, scores."""

import io
import json
import unittest

from .. import linkage, regression, stories


class Regression(unittest.TestCase):
    def test_without_a_penalty_it_predicts_the_shares(self):
        rows = [[1.0, 0.0]] * 10 + [[0.0, 3.0]] * 10
        right = [True] * 8 + [False] * 2 + [True] * 3 + [False] * 7
        weights = regression.fit(rows, right, 1e-6)
        self.assertAlmostEqual(regression.predict(weights, [1.0, 0.0]), 0.8, 3)
        self.assertAlmostEqual(regression.predict(weights, [0.0, 3.0]), 0.3, 3)

    def test_a_feature_that_never_varies_is_harmless(self):
        weights = regression.fit([[2.0]] * 4, [True, True, True, False], 1.0)
        self.assertAlmostEqual(regression.predict(weights, [2.0]), 0.75, 2)


    def test_an_example_counts_as_often_as_it_weighs(self):
        rows, right = [[1.0], [2.0], [3.0], [4.0]], [False, True, False, True]
        twice = regression.fit(rows + rows[1:2], right + right[1:2], 0.1, scaled=False)
        heavy = regression.fit(rows, right, 0.1, [1.0, 2.0, 1.0, 1.0], scaled=False)
        for a, b in zip(twice, heavy):
            self.assertAlmostEqual(a, b, 9)


class Groups(unittest.TestCase):
    def test_average_linkage_joins_as_the_program_does(self):
        links = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.1), (3, 4, 0.6)]
        self.assertEqual(linkage.average(5, links, 0.5), [0, 0, 2, 3, 3])
        self.assertEqual(linkage.average(5, links, 0.4), [0, 0, 0, 3, 3])
        self.assertEqual(linkage.average(2, [], 0.1), [0, 1])


class Stories(unittest.TestCase):
    def test_pairs_are_right_where_their_chains_are_one(self):
        mentions = [{"doc": "a", "start": n, "end": n + 1, "event": f"v:{n}"} for n in range(3)]
        told = {"story": "12+", "least": 0.4, "mentions": mentions, "pairs": [[0, 1, "same", [1.0]], [0, 2, "kin", [0.0]]]}
        chains = ["x", "x", "y"]
        gold = [json.dumps(m | {"chain": chain}) for m, chain in zip(mentions, chains)]
        (story,) = stories.read([json.dumps(told), ""], io.StringIO("\n".join(gold)))
        self.assertEqual([pair.one for pair in story.pairs], [True, False])
        self.assertEqual((story.topic, story.events), ("12", ["v:0", "v:1", "v:2"]))
        self.assertEqual(story.least, 0.4)

    def test_scores(self):
        gold, predicted = ["x", "x", "x", "y"], [1, 1, 2, 2]
        self.assertEqual(stories.links(predicted, gold)[:2], (1 / 2, 1 / 3))
        precision, recall, _ = stories.b_cubed(predicted, gold)
        self.assertAlmostEqual(precision, 3 / 4)
        self.assertAlmostEqual(recall, 2 / 3)


if __name__ == "__main__":
    unittest.main()
