"""Names against hand-made ones: persons, organisations, places, peoples.

Two things are scored, by exact spans (CoNLL 2003). The figure of the README is that of
`verbale evaluate names`: the names that the language model finds. The details are of what records say,
the mentions after the atlas has been laid over them: "the" and "'s" at the edges are stripped on both
sides; a mention counts as a name if it begins with a capital, a digit or "the"; a country that is
exactly a people of the reference ("Ugandan") is right as such. Mentions of times are no names.
"""

import re
import tempfile

from ..corpora import worldwide
from ..measures import of_sets, total
from ..record import mentions
from ..task import Report, Task, figure, lost, row

CORPUS = "Worldwide (Shan, Bauer, Carlson and Manning 2023; no licence stated)"
TUNED = (
    "nothing of the fifth that is set aside was trained on or fitted to, with or without labels; the language"
    " models learnt from the other four (models/README.md)"
)
KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC", "country": "LOC", "group": "NORP"}
CLASSES = ("PER", "ORG", "LOC", "NORP")
ROWS = ("any name", "Person", "Organisation", "Location")


def stripped(text, start, end):
    """A span without "the" before it and "'s" behind."""
    words = text[start:end]
    article = re.match(r"(?i)the\s+", words)
    genitive = re.search(r"['’]s?$", words)
    return start + (article.end() if article else 0), end - (len(genitive.group()) if genitive else 0)


def looks_like_name(text, start, end):
    initial = text[start : start + 1]
    return initial.isupper() or initial.isdigit() or text[start:end].lower().startswith("the ")


def mentioned(text, said):
    """The names among the mentions as ((start, end), class)."""
    named = [m for m in said if m.kind in KINDS and looks_like_name(text, m.start, m.end)]
    return {(stripped(text, m.start, m.end), KINDS[m.kind]) for m in named}


def compare(article, said):
    """Scores of one article by class, and of any name whatever its class."""
    gold = {(stripped(article.text, start, end), of) for start, end, of in article.names}
    peoples = {span for span, of in gold if of == "NORP"}
    found = mentioned(article.text, said)
    found = {(span, "NORP" if of == "LOC" and span in peoples else of) for span, of in found}
    scores = {}
    for one in CLASSES:
        spans = [{span for span, of in side if of == one} for side in (found, gold)]
        scores[one] = of_sets(*spans)
    scores["any"] = of_sets(*({span for span, _ in side} for side in (found, gold)))
    return scores


def scored(articles, records):
    each = [compare(article, mentions(records, article.id)) for article in articles]
    return {name: total([scores[name] for scores in each]) for name in (*CLASSES, "any")}


def details(title, articles, records):
    astray = sum(article.lost for article in articles)
    lines = [f"{title}: {len(articles)} articles, labelled tokens that the texts do not have {astray}"]
    scores = scored(articles, records)
    return lines + [f"   {one.line(name, 5)}  gold {one.gold}" for name, one in scores.items()]


def run(program, folder):
    with tempfile.TemporaryDirectory() as fifth:
        worldwide.copy_set_aside(folder, fifth)
        table = program.evaluate("names", fifth)
    f1s = [table[name][2] for name in ROWS]
    what = "names, exact: any, person, organisation, place (F1)"
    rows = [row(what, "Worldwide news, the fifth not trained on", figure(*f1s))]
    articles = worldwide.read(folder)
    documents = [article.document() for article in articles]
    records = program.code(documents)
    lines = details("mentions of records, the fifth not trained on", worldwide.set_aside(articles), records)
    lines += details("mentions of records, all articles (four fifths trained on)", articles, records)
    return Report(rows, lines + lost(documents, records))


TASKS = [Task("names", CORPUS, ("worldwide",), TUNED, run)]
