"""Reading treebanks (CoNLL-U) and tokenised texts (`tokens`, crates/annotate/src/bin/tokens.rs)."""
import dataclasses
import random
from collections import Counter
from pathlib import Path

NAMES = ["person", "organisation", "location", "norp", "facility", "time", "quantity", "other"]
"""Classes of names, in the order of `NameLabel::ALL`."""


@dataclasses.dataclass
class Sentence:
    """A sentence: its words and what is known of them; a layer that is unknown is None."""

    words: list
    tags: list = None  # "UPOS XPOS"
    heads: list = None  # 0 is the root, 1.. the words
    relations: list = None
    names: list = None  # BIO numbers: 0 outside, 1 + 2c begins class c, 2 + 2c continues it


def treebank(path):
    """Sentences of a CoNLL-U file; multiword tokens are left to their words, empty nodes out."""
    out, rows = [], []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line and line[0].isdigit():
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif not line and rows:
            out.append(
                Sentence(
                    words=[r[1] for r in rows],
                    tags=[f"{r[3]} {r[4]}" for r in rows],
                    heads=[int(r[6]) for r in rows],
                    relations=[r[7] for r in rows],
                )
            )
            rows = []
    return out


def texts(path):
    """Sentences of a file of `tokens`."""
    out, words, labels = [], [], []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line and words:
            known = "-" not in labels
            out.append(Sentence(words=words, names=[bio(x) for x in labels] if known else None))
            words, labels = [], []
        elif "\t" in line:
            word, label = line.rsplit("\t", 1)
            words.append(word)
            labels.append(label)
    return out


def bio(label):
    """Number of a label such as `B-person`."""
    if label == "O":
        return 0
    begin, name = label.split("-", 1)
    return 1 + 2 * NAMES.index(name) + (begin == "I")


class Labels:
    """The label sets of a model. Tags seen once are left out: they are slips of annotation."""

    def __init__(self, sentences):
        counts = Counter(tag for s in sentences if s.tags for tag in s.tags)
        self.tags = sorted(t for t, n in counts.items() if n > 1)
        self.relations = sorted({r for s in sentences if s.relations for r in s.relations})
        self.tag = {t: i for i, t in enumerate(self.tags)}
        self.relation = {r: i for i, r in enumerate(self.relations)}
        self.n_names = 1 + 2 * len(NAMES)


def batches(sentences, words, rng=None):
    """Groups of sentences of like length with about so many words, shuffled if `rng` is given."""
    order = list(range(len(sentences)))
    noise = (lambda: rng.random() * 3) if rng else (lambda: 0.0)
    order.sort(key=lambda i: (len(sentences[i].words) + noise(), i))
    out, batch, size = [], [], 0
    for i in order:
        n = len(sentences[i].words)
        if batch and max(size, n) * (len(batch) + 1) > words:
            out.append(batch)
            batch, size = [], 0
        batch.append(i)
        size = max(size, n)
    out.append(batch)
    if rng:
        rng.shuffle(out)
    return out


class Data:
    """The corpora of a data folder and the tokenised texts beside them."""

    def __init__(self, data, tokens):
        ud = Path(data) / "ud"
        read = lambda name: treebank(ud / f"{name}.conllu")
        self.trees = read("en_ewt-train") + read("en_gum-train")
        self.dev = {"ewt dev": read("en_ewt-dev"), "gum dev": read("en_gum-dev")}
        self.test = {"ewt test": read("en_ewt-test"), "gum test": read("en_gum-test")}
        self.names = texts(Path(tokens) / "names-train.tsv")
        self.names_test = texts(Path(tokens) / "names-test.tsv")
        self.news = texts(Path(tokens) / "news.tsv")
        self.labels = Labels(self.trees)
        self.trees = [s for s in self.trees if len(s.words) <= 200]
        self.names = [s for s in self.names if len(s.words) <= 200]
        self.news = [s for s in self.news if 3 <= len(s.words) <= 100]

    def held_out(self, share=20):
        """Names split into a part to learn from and one in `share` to watch."""
        rng = random.Random(1)
        order = list(range(len(self.names)))
        rng.shuffle(order)
        cut = len(order) // share
        return [self.names[i] for i in order[cut:]], [self.names[i] for i in order[:cut]]
