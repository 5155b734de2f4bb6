"""Tags, trees and sentences against treebanks, as `verbale evaluate trees` scores them.

After the shared task of CoNLL 2018 (Zeman et al.): UPOS and labelled attachment with universal
relations, on gold tokens, all words; F1 of sentences and words from raw text. Nothing is scored here:
the scorer is in the program (`crates/evaluate/`).
"""

from ..task import Report, Task, figure, row

EWT = "UD English EWT 2.16, test (Silveira et al. 2014; CC BY-SA 4.0)"
GUM = "UD English GUM 2.16, test, genres under free licences (Zeldes 2017; annotations CC BY 4.0)"
TUNED = "nothing of the test part; the language models learnt from the training part"
TAGS = "universal tags; labelled attachment, gold tokens"


def lines(table):
    return [f"{name:10} P {p:6.2f}  R {r:6.2f}  F1 {f:6.2f}" for name, (p, r, f, _) in table.items()]


def tags(what, data, table):
    return row(what, data, figure(table["UPOS"][2]), figure(table["LAS"][2]))


def ewt(program, path):
    table = program.evaluate("trees", path)
    return Report([tags(TAGS, "UD English EWT 2.16, test", table)], lines(table))


def gum(program, path):
    table, raw = (program.evaluate("trees", *flags, path) for flags in ([], ["--raw"]))
    sentences = row("sentences from raw text, F1", "GUM test", figure(raw["sentences"][2]))
    rows = [tags("the same", "UD English GUM 2.16, test", table), sentences]
    return Report(rows, ["gold tokens:", *lines(table), "raw text:", *lines(raw)])


TASKS = [
    Task("trees", EWT, ("ud/en_ewt-test.conllu",), TUNED, ewt),
    Task("trees", GUM, ("ud/en_gum-test.conllu",), TUNED, gum),
]
