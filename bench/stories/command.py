"""The command line: `fit` makes the weights again, `write` invents news, `grow` and `add` measure time and memory on it."""

import argparse
import sys

from stories import adding, fit, grammar, grow

EXAMPLES = """examples:
  cargo build --release -p verbale-story --examples
  python3 bench/stories fit basil basil.records.jsonl basil/docs.jsonl ecb ecb.records.jsonl ecb/docs.jsonl
  python3 bench/stories write 10000 > news.jsonl               lines for `verbale code` or `verbale add`
  python3 bench/stories write --records 10000 > records.jsonl  as if they were coded
  python3 bench/stories grow 10000 100000 --window 14
  python3 bench/stories add 10000 30000            a store of them, coding included
"""


def main(given=None):
    ap = argparse.ArgumentParser(
        prog="python3 bench/stories",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    jobs = ap.add_subparsers(dest="job", required=True)
    fits = jobs.add_parser("fit", help="fit the weights to corpora")
    fits.add_argument("corpora", nargs="+", metavar="NAME RECORDS GOLD", help="three words a corpus")
    fits.add_argument("--out", help="where to write (default: the table of the crate)")
    writes = jobs.add_parser("write", help="invent reports")
    writes.add_argument("n", type=int, metavar="N")
    writes.add_argument("--records", action="store_true", help="as records, not as input")
    writes.add_argument("--seed", type=int, default=1)
    grows = jobs.add_parser("grow", help="measure time and memory")
    grows.add_argument("sizes", nargs="+", type=int, metavar="N")
    grows.add_argument("--window", type=int, default=14, metavar="DAYS")
    adds = jobs.add_parser("add", help="measure time and memory of `verbale add`")
    adds.add_argument("sizes", nargs="+", type=int, metavar="N")
    adds.add_argument("--window", type=int, default=30, metavar="DAYS")
    adds.add_argument("--program", default=adding.PROGRAM)
    adds.add_argument("--folder", help="where to make the stores (default: TMPDIR)")
    chosen = ap.parse_args(given)
    if chosen.job == "write":
        grammar.write(chosen.n, sys.stdout, chosen.records, chosen.seed)
    elif chosen.job == "add":
        adding.main(chosen.sizes, chosen.window, chosen.program, chosen.folder)
    elif chosen.job == "grow":
        grow.main(chosen.sizes, chosen.window)
    elif len(chosen.corpora) % 3:
        ap.error("three words a corpus are wanted: a name, a file of records, a file of stories")
    else:
        triples = zip(*[iter(chosen.corpora)] * 3)
        fit.main([fit.Corpus(*triple) for triple in triples], chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
