"""The page of queries: questions, each with a query in several languages and one answer."""

import re

QUERY = re.compile(r"^```(sql|python|r)\n(.*?)^```\n", re.M | re.S)
ANSWER = re.compile(r"\n(?:\|.*\n)+\Z")


class Question:
    """A section of the page that has queries."""

    def __init__(self, text):
        self.text = text
        self.title = text.splitlines()[0].lstrip("# ")
        self.queries = [(m.group(1), m.group(2)) for m in QUERY.finditer(text)]

    @property
    def answer(self):
        """The table at its end, as it stands; nothing where there is none."""
        found = ANSWER.search(self.text)
        return found.group().strip("\n") if found else ""

    def answered(self, answer):
        """Its text with this answer."""
        return ANSWER.sub("", self.text).rstrip("\n") + "\n\n" + answer + "\n"


def split(page):
    """What stands before the questions, and the questions."""
    head, *sections = re.split(r"^(?=## )", page, flags=re.M)
    return head, [Question(s.rstrip("\n") + "\n") for s in sections]


def joined(head, sections):
    """The page of a head and sections."""
    return head + "\n".join(sections)


def table(rows):
    """Rows of texts, the first of them the header, as a table in Markdown."""
    header, *rows = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = [header, ["---"] * len(header)] + rows
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
