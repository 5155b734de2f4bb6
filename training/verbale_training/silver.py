"""What the teacher says of sentences, as distributions, for the student to learn from
(knowledge distillation; Hinton et al. 2015)."""
import pickle
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from . import scores
from .corpora import batches

LAYERS = ("tags", "names", "arcs", "relations")


@torch.no_grad()
def label(model, sentences, path):
    """Distributions for each sentence, kept in a file: arrays of half precision by LAYERS."""
    path = Path(path)
    if path.exists():
        return pickle.load(open(path, "rb"))
    out = [None] * len(sentences)
    for done, batch in enumerate(batches(sentences, 2000)):
        part = [sentences[i] for i in batch]
        tags, names, arcs, rel_head, rel_dependent = model(part)
        scores.mask_padding(arcs, part)
        relations = model.heads.relations(rel_head, rel_dependent, arcs.argmax(-1))
        layers = [F.softmax(x, -1).numpy().astype(np.float16) for x in (tags, names, arcs, relations)]
        for row, i in enumerate(batch):
            n = len(sentences[i].words)
            tag, name, arc, relation = (x[row, :n] for x in layers)
            out[i] = (tag.copy(), name.copy(), arc[:, : n + 1].copy(), relation.copy())
        if done % 100 == 99:
            print(f"  labelled {sum(x is not None for x in out)} of {len(out)} sentences", flush=True)
    with open(path.with_suffix(".part"), "wb") as file:
        pickle.dump(out, file, protocol=5)
    path.with_suffix(".part").replace(path)
    return out


def targets(sentences, silver, labels):
    """Distributions of a batch, padded: what is annotated as it is, the rest by the teacher."""
    n = max(len(s.words) for s in sentences)
    sizes = (len(labels.tags), labels.n_names, n + 1, len(labels.relations))
    out = [np.zeros((len(sentences), n, size), dtype=np.float32) for size in sizes]
    for i, (s, soft) in enumerate(zip(sentences, silver)):
        m = len(s.words)
        for layer, known, array in zip(LAYERS, annotated(s, labels), out):
            if known is not None:
                at = [(j, k) for j, k in enumerate(known) if k is not None]
                array[i, [j for j, _ in at], [k for _, k in at]] = 1
            elif soft is not None:
                from_teacher = soft[LAYERS.index(layer)]
                array[i, :m, : from_teacher.shape[1]] = from_teacher
    heads = torch.from_numpy(out[2].argmax(-1))
    return [torch.from_numpy(x) for x in out], heads


def annotated(s, labels):
    """Numbers of the labels that people gave, by LAYERS; None where they gave none."""
    return (
        s.tags and [labels.tag.get(t) for t in s.tags],
        s.names,
        s.heads,
        s.relations and [labels.relation[r] for r in s.relations],
    )


def loss(model, labels, sentences, silver):
    """Cross entropy with the distributions; means over words."""
    (tags, names, arcs, relations), heads = targets(sentences, silver, labels)
    got_tags, got_names, got_arcs, rel_head, rel_dependent = model(sentences)
    scores.mask_padding(got_arcs, sentences)
    got_relations = model.heads.relations(rel_head, rel_dependent, heads)
    total = 0.0
    for got, wanted in [(got_tags, tags), (got_names, names), (got_arcs, arcs), (got_relations, relations)]:
        known = wanted.sum().clamp(min=1)
        total = total - (wanted * F.log_softmax(got, -1)).sum() / known
    return total
