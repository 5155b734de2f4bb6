"""Coreference against an entity layer, as `verbale evaluate chains` scores it (docs/evaluate.md).

Links of pronouns and of names, and the CoNLL F1 (the mean of MUC, B-cubed and CEAF-phi4) with chains of
one left out. Figures in parentheses are of the genres that are near to news. Nothing is scored here: the
scorer is in the program (`crates/evaluate/`).
"""

from ..task import Report, Task, figure, row

CORPUS = "UD English GUM 2.16, test, entity layer (Zeldes 2017; annotations CC BY 4.0)"
TUNED = (
    "the weights are those of Lappin and Leass 1994; on which parts of GUM rules were tried is not on record"
)
GENRES = "news,interview,bio"
PRONOUNS = "pronouns, third person"
WHAT = (
    "pronouns linked right: precision, recall of the third person, all genres (news, interviews, biographies)",
    "names linked to the same name's bearer: precision",
    "coreference, CoNLL F1 without singletons; common nouns are not linked",
)


def beside(whole, near):
    return f"{figure(*whole)} ({figure(*near)})"


def run(program, path):
    whole = program.evaluate("chains", path)
    near = program.evaluate("chains", "--genres", GENRES, path)
    figures = [
        [table[PRONOUNS][:2] for table in (whole, near)],
        [table["names to names"][:1] for table in (whole, near)],
        [table["CoNLL (no singletons)"] for table in (whole, near)],
    ]
    data = ("GUM test, entity layer", "the same", "the same")
    rows = [row(what, of, beside(*pair)) for what, of, pair in zip(WHAT, data, figures)]
    details = []
    for title, table in (("all genres", whole), (GENRES, near)):
        details.append(f"{title}:")
        details += [
            f"   {name:24}" + "".join(f"{n:9.2f}" for n in numbers) for name, numbers in table.items()
        ]
    return Report(rows, details)


TASKS = [Task("chains", CORPUS, ("ud/en_gum-test.conllu",), TUNED, run)]
