"""Times against MEANTIME (Minard et al. 2016; CC BY 4.0), which annotates the first sentences of each story.

Usage:  python3 bench/meantime.py FOLDER SCORER [--show]

FOLDER has the stories (CAT XML), SCORER is a program that writes their texts as JSON Lines
(`--write-input FOLDER`) and scores records against them (`--gold FOLDER --pred RECORDS`). Every text
is scored twice: whole, where each time behind the annotated part counts as an error whether it is
right or not, and cut after the last sentence that holds an annotation.
"""

import glob
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.join(ROOT, "target", "release", "verbale")
MARKABLES = {"TIMEX3", "EVENT_MENTION", "ENTITY_MENTION", "VALUE", "SIGNAL"}


def annotated(path):
    """The words up to the end of the last sentence that holds an annotation."""
    root = ET.parse(path).getroot()
    sentence = {t.get("t_id"): int(t.get("sentence")) for t in root.iter("token")}
    marked = (x for x in root.iter() if x.tag in MARKABLES)
    anchors = (a.get("t_id") for x in marked for a in x.iter("token_anchor"))
    last = max(sentence[a] for a in anchors if a in sentence)
    return [t.text for t in root.iter("token") if sentence[t.get("t_id")] <= last and t.text]


def cut(text, words):
    """The start of `text` that has these words in this order."""
    end = 0
    for word in words:
        end = text.index(word, end) + len(word)
    return text[:end]


def score(folder, scorer, lines, options):
    with tempfile.TemporaryDirectory() as tmp:
        texts, records = os.path.join(tmp, "in.jsonl"), os.path.join(tmp, "out.jsonl")
        with open(texts, "w", encoding="utf8") as out:
            out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        code = [BINARY, "code", "-q", "--input", "jsonl", "--format", "jsonl", "-o", records, texts]
        subprocess.run(code, check=True)
        subprocess.run([sys.executable, scorer, "--gold", folder, "--pred", records, *options], check=True)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder, scorer, *options = sys.argv[1:]
    written = [sys.executable, scorer, "--write-input", folder]
    written = subprocess.run(written, check=True, capture_output=True, text=True).stdout
    lines = [json.loads(line) for line in written.splitlines()]
    words = {os.path.basename(p)[:-4]: annotated(p) for p in glob.glob(f"{folder}/*.xml")}
    print("whole texts:", flush=True)
    score(folder, scorer, lines, options)
    print("their annotated part:", flush=True)
    score(folder, scorer, [{**l, "text": cut(l["text"], words[l["id"]])} for l in lines], options)


if __name__ == "__main__":
    main()
