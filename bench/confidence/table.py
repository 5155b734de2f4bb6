"""The table of weights, `lexicons/en/confidence.tsv`."""

import datetime

from .logistic import ALWAYS

HEADER = """\
# Weights of what bears on whether a record is right in all: added up, under the logistic function, they are its
# confidence (docs/confidence.md). Written by `python3 bench/confidence`; do not edit by hand, fit again.
# source: logistic regression with a ridge penalty, fitted to our own annotation of {n} whole stories of world news
# licence: CC0-1.0
# date: {date}
"""


def write(path, weights, n_stories):
    """`weights` by layer and feature, to two decimals; a feature that a layer does not have is empty there."""
    features = sorted({name for layer in weights.values() for name in layer} - {ALWAYS})
    rows = ["\t".join(["feature", *weights])]
    for name in [ALWAYS, *features]:
        cells = [f"{layer[name]:.2f}" if name in layer else "" for layer in weights.values()]
        rows.append("\t".join([name, *cells]).rstrip())
    with open(path, "w", encoding="utf8", newline="\n") as file:
        file.write(HEADER.format(n=n_stories, date=datetime.date.today()))
        file.writelines(row + "\n" for row in rows)
