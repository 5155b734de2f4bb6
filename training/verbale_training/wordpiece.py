"""WordPiece (Schuster & Nakajima 2012; uncased BERT's vocabulary) of single words.

Lower case, accents off, cut at punctuation, then the longest pieces that the vocabulary has.
"""
import unicodedata

LONGEST = 8
"""Pieces of a word beyond these are left out."""


class WordPiece:
    def __init__(self, path):
        self.pieces = [line.rstrip("\n") for line in open(path, encoding="utf8")]
        self.index = {p: i for i, p in enumerate(self.pieces)}
        self.unknown, self.start, self.end = (self.index[p] for p in ("[UNK]", "[CLS]", "[SEP]"))
        self.cache = {}

    def word(self, word):
        """Numbers of the pieces of a word, at least one."""
        if word not in self.cache:
            out = [p for part in parts(word) for p in self.part(part)]
            self.cache[word] = (out or [self.unknown])[:LONGEST]
        return self.cache[word]

    def part(self, part):
        out, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                piece = part[at:end] if at == 0 else "##" + part[at:end]
                if piece in self.index:
                    out.append(self.index[piece])
                    at = end
                    break
            else:
                return [self.unknown]
        return out


def parts(word):
    """The word in lower case without accents, cut into runs of letters and single marks."""
    out, run = [], ""
    for c in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(c)
        if kind == "Mn" or kind[0] in "CZ":
            continue
        if kind[0] in "PS":
            out += [run, c]
            run = ""
        else:
            run += c
    return [p for p in out + [run] if p]


CASES = ["lower", "title", "upper", "mixed", "initial", "digit", "mark", "other"]
"""How a word is written, which the uncased vocabulary does not say."""


def case(word):
    """Number of the case of a word."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5 if any(c.isnumeric() for c in word) else 6
    if all(not c.isupper() for c in letters):
        return 0
    if all(c.isupper() for c in letters):
        return 4 if len(letters) == 1 else 2
    return 1 if letters[0].isupper() and not any(c.isupper() for c in letters[1:]) else 3
