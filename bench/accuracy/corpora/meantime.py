"""MEANTIME: Wikinews with TIMEX3 times, as CAT XML.

Minard et al. 2016 (MEANTIME, the NewsReader Multilingual Event and Time Corpus, LREC); CC BY 4.0.
English part, a story a file. The text is built again from its tokens: the headline is a paragraph of
its own, blanks stand between words but not before punctuation. The first sentences of a story are
annotated, what comes behind them is not. The creation time is the document's date and no time in it.
"""

import glob
import os
import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

from ..task import some

LEANS_BACK = re.compile(r"^([,.;:!?%)\]]|'s|n't|'|’s)")
LEANS_FORWARD = ("(", "[", "$", "“")
HEADLINE = "0"


class Story(NamedTuple):
    """`times` are (start, end, value); behind `annotated` (an offset) nothing is annotated."""

    id: str
    text: str
    published_at: str
    times: list
    annotated: int

    def document(self):
        return {"id": self.id, "text": self.text, "published_at": self.published_at}

    def cut(self):
        """The story without what is not annotated."""
        return self._replace(text=self.text[: self.annotated])


def read(folder):
    """All stories of a folder, by name."""
    paths = sorted(glob.glob(os.path.join(glob.escape(folder), "*.xml")))
    return some([story(path) for path in paths], folder, "story (.xml)")


def story(path):
    root = ET.parse(path).getroot()
    tokens = list(root.iter("token"))
    text, spans = built(tokens)
    date, times = None, []
    for timex in root.iter("TIMEX3"):
        value = timex.get("value") or ""
        if timex.get("functionInDocument") == "CREATION_TIME":
            date = value[:10]
            continue
        at = [spans[key] for key in anchors(timex) if key in spans]
        if at and value:
            times.append((min(s for s, _ in at), max(e for _, e in at), value))
    name = os.path.basename(path)[: -len(".xml")]
    return Story(name, text, date, times, end(root, tokens, spans))


def built(tokens):
    """The text, and the span of each token in it by the token's id."""
    text, spans, before, sentence_before = "", {}, "", None
    for token in tokens:
        word, sentence = token.text or "", token.get("sentence")
        if text:
            text += gap(word, before, sentence_before == HEADLINE != sentence)
        spans[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
        before, sentence_before = word, sentence
    return text, spans


def gap(word, before, after_headline):
    if after_headline:
        return "\n\n"
    return "" if LEANS_BACK.match(word) or before in LEANS_FORWARD else " "


def anchors(node):
    return [anchor.get("t_id") for anchor in node.iter("token_anchor")]


def end(root, tokens, spans):
    """Where the last sentence with any annotation ends."""
    sentence = {token.get("t_id"): int(token.get("sentence")) for token in tokens}
    marked = [sentence[key] for markables in root.iter("Markables") for key in anchors(markables)]
    last = max(marked, default=0)
    return max(spans[key][1] for key in spans if sentence[key] <= last)
