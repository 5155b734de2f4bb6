"""Scores on development data while training; `verbale evaluate` is the scorer proper."""
import torch

from .corpora import batches


@torch.no_grad()
def trees(model, labels, sentences):
    """UPOS, UAS and LAS (universal relations) in percent; heads are the best of each word."""
    n = upos = uas = las = 0
    for batch in batches(sentences, 3000):
        part = [sentences[i] for i in batch]
        tags, _, arcs, rel_head, rel_dependent = model(part)
        mask_padding(arcs, part)
        heads = arcs.argmax(-1)
        relations = model.heads.relations(rel_head, rel_dependent, heads).argmax(-1)
        tags = tags.argmax(-1)
        for s, t, h, r in zip(part, tags.tolist(), heads.tolist(), relations.tolist()):
            for i, (tag, head, relation) in enumerate(zip(s.tags, s.heads, s.relations)):
                n += 1
                upos += labels.tags[t[i]].split()[0] == tag.split()[0]
                uas += h[i] == head
                same = labels.relations[r[i]].split(":")[0] == relation.split(":")[0]
                las += h[i] == head and same
    return {"UPOS": 100 * upos / n, "UAS": 100 * uas / n, "LAS": 100 * las / n}


def mask_padding(arcs, sentences):
    """Takes words that are not there, and a word itself, out of the heads to choose from."""
    for i, s in enumerate(sentences):
        arcs[i, :, len(s.words) + 1 :] = -1e9
    n = arcs.shape[1]
    arcs[:, torch.arange(n), torch.arange(1, n + 1)] = -1e9


@torch.no_grad()
def names(model, sentences):
    """Exact-span F1 of names of any class, and with their class, in percent."""
    found = wanted = right = labelled = 0
    for batch in batches(sentences, 3000):
        part = [sentences[i] for i in batch]
        scores = model(part)[1]
        for s, row in zip(part, scores.argmax(-1).tolist()):
            ours, gold = spans(row[: len(s.words)]), spans(s.names)
            found, wanted = found + len(ours), wanted + len(gold)
            right += len({x[:2] for x in ours} & {x[:2] for x in gold})
            labelled += len(ours & gold)
    total = max(1, found + wanted)
    return {"any": 200 * right / total, "labelled": 200 * labelled / total}


def spans(labels):
    """(first, end, class) of the names in BIO numbers."""
    out, start = set(), None
    for i, label in enumerate(list(labels) + [0]):
        ends = start is not None and (label == 0 or label % 2 == 1 or (label - 1) // 2 != kind)
        if ends:
            out.add((start, i, kind))
            start = None
        if label and start is None:
            start, kind = i, (label - 1) // 2
    return out
