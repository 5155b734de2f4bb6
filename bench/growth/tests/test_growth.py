import unittest

from .. import command, families
from ..run import Cost


class Families(unittest.TestCase):
    def test_there_are_enough_with_names_of_their_own(self):
        for kind, least in (("texts", 40), ("pages", 50)):
            names = [f.name for f in families.families(kind)]
            self.assertGreaterEqual(len(names), least)
            self.assertEqual(len(names), len(set(names)))

    def test_a_family_is_about_as_long_as_asked(self):
        for family in families.families("texts"):
            self.assertLess(abs(len(family.text(10_000)) - 10_000), 200, family.name)

    def test_cells_are_spelled_out(self):
        self.assertEqual(families.spelled_out(r"a\s\u{2014}\n{3*<b>}"), "a —\n<b><b><b>")
        self.assertEqual([families.word(n) for n in (0, 25, 26, 27)], ["a", "z", "ba", "bb"])


class Limits(unittest.TestCase):
    def test_growth_with_the_square_has_exponent_two(self):
        self.assertAlmostEqual(command.exponent(1.0, 16.0, (100, 400)), 2.0)
        self.assertAlmostEqual(command.exponent(0.0, 0.2, (100, 400)), 0.0)

    def test_what_is_beyond(self):
        def is_beyond(kind, power, *cost):
            return command.beyond(kind, power, [Cost(*cost, said="")])

        self.assertFalse(is_beyond("texts", 1.0, 30.0, 200.0, 0))
        self.assertTrue(is_beyond("texts", 1.3, 30.0, 200.0, 0))
        self.assertTrue(is_beyond("texts", 1.0, 50.0, 200.0, 0))
        self.assertTrue(is_beyond("pages", 2.0, 1.0, 500.0, 0))
        self.assertFalse(is_beyond("pages", 2.0, 1.0, 300.0, 1))
        self.assertTrue(is_beyond("pages", 1.0, 1.0, 300.0, 101))
        self.assertTrue(is_beyond("pages", 1.0, 1.0, 300.0, -9))


if __name__ == "__main__":
    unittest.main()
