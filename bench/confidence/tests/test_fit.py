import os
import tempfile
import unittest

from .. import curve, folds, labels, logistic, table


def examples(feature, right, wrong):
    return [((feature,), True)] * right + [((feature,), False)] * wrong


class Logistic(unittest.TestCase):
    def test_without_a_penalty_it_predicts_the_shares(self):
        weights = logistic.fit(examples("sure", 80, 20) + examples("guessed", 30, 70), 1e-6)
        self.assertAlmostEqual(logistic.predict(weights, ["sure"]), 0.8, 3)
        self.assertAlmostEqual(logistic.predict(weights, ["guessed"]), 0.3, 3)

    def test_a_penalty_draws_to_the_mean(self):
        weights = logistic.fit(examples("sure", 80, 20) + examples("guessed", 30, 70), 1e6)
        self.assertAlmostEqual(logistic.predict(weights, ["sure"]), 0.55, 2)

    def test_of_rare_features_nothing_is_learnt(self):
        rare = examples("rare", logistic.LEAST - 1, 0)
        weights = logistic.fit(examples("sure", 10, 10) + rare, 1)
        self.assertNotIn("rare", weights)
        self.assertEqual(logistic.predict(weights, ["rare"]), logistic.predict(weights, []))


class Reliability(unittest.TestCase):
    def test_bins(self):
        pairs = [(0.05, False), (0.92, True), (0.98, True), (1.0, False)]
        low, high = curve.bins(pairs)
        self.assertEqual((low[0], low[2:]), (0.0, (0.0, 1)))
        self.assertAlmostEqual(high[2], 2 / 3)
        self.assertEqual(curve.sure(pairs), (2 / 3, 3))
        self.assertEqual(curve.area(pairs), 0.5)

    def test_a_story_is_predicted_from_others(self):
        told = [labels.Example(f"story {i}", "s1", (f"only {i}",), True) for i in range(20) for _ in range(9)]
        wrong = [labels.Example("wrong", "s1", ("only wrong",), False)] * 9
        self.assertGreater(min(folds.held_out(told + wrong, 1)), 0.5)


class Table(unittest.TestCase):
    def test_a_feature_of_one_layer_is_empty_in_the_other(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "confidence.tsv")
            layers = {"statements": {"always": 1, "nested": -0.5}, "events": {"always": 0.25, "guessed": -1}}
            table.write(path, layers, 2)
            with open(path, encoding="utf8") as file:
                rows = [line.rstrip("\n") for line in file if not line.startswith("#")]
        head = ["feature\tstatements\tevents", "always\t1.00\t0.25"]
        self.assertEqual(rows, [*head, "guessed\t\t-1.00", "nested\t-0.50"])
