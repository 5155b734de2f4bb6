"""Records and files made for the tests. All sentences are invented."""

import os
import tempfile
import unittest

from .. import record


def at(text, words):
    """The span of the first occurrence of words, as a record has it."""
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def pair(text, words):
    span = at(text, words)
    return span["start"], span["end"]


def made(text, mentions=(), statements=(), events=(), name="doc"):
    """A record as the program writes one, read."""
    data = {"doc": {"id": name, "text": text}}
    return record.read({**data, "mentions": mentions, "statements": statements, "events": events})


def said(text, source, cue, content, speaker=None, stance="assert", name="s1"):
    spans = {"source": source, "cue": cue, "content": content}
    pieces = {role: [at(text, words)] if words else [] for role, words in spans.items()}
    return {"id": name, "speaker": {"code": speaker}, "stance": stance, **pieces}


def done(text, actor, kind, recipient, trigger, **more):
    """An event; actor and recipient are (words, code) or None."""
    actors, recipients = ([{**at(text, of[0]), "code": of[1]}] if of else [] for of in (actor, recipient))
    sides = {"actors": actors, "recipients": recipients}
    return {"type": kind, "quad": 3, "trigger": [at(text, trigger)], **sides, **more}


class Files(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, text):
        path = os.path.join(self.folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf8", newline="") as file:
            file.write(text)
        return path


class Prepared:
    """A program that answers with records and tables that were prepared."""

    def __init__(self, records=(), tables=None):
        self.records, self.tables = {r.id: r for r in records}, tables or {}

    def version(self):
        return "prepared 1"

    def code(self, documents):
        return {d["id"]: self.records[d["id"]] for d in documents if d["id"] in self.records}

    def evaluate(self, *arguments):
        return self.tables[" ".join(arguments[:-1])]
