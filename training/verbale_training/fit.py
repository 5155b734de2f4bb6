"""The training loop: AdamW (Loshchilov & Hutter 2019), a rate that rises and falls, checkpoints."""
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from . import scores


def gold_loss(model, labels, sentences):
    """Cross entropy of what is known of the sentences; means over words."""
    tags, names, arcs, rel_head, rel_dependent = model(sentences)
    n = max(len(s.words) for s in sentences)
    layer = lambda of: torch.tensor([(x := of(s)) + [-100] * (n - len(x)) for s in sentences])
    loss = 0.0
    if sentences[0].names:
        target = layer(lambda s: s.names)
        loss = F.cross_entropy(names.flatten(0, 1), target.flatten())
    if sentences[0].heads:
        scores.mask_padding(arcs, sentences)
        heads = layer(lambda s: s.heads)
        tag = layer(lambda s: [labels.tag.get(t, -100) for t in s.tags])
        relation = layer(lambda s: [labels.relation[r] for r in s.relations])
        rel = model.heads.relations(rel_head, rel_dependent, heads.clamp(min=0))
        for x, y in [(tags, tag), (arcs, heads), (rel, relation)]:
            loss = loss + F.cross_entropy(x.flatten(0, 1), y.flatten())
    return loss


def schedule(step, total, warm=0.1):
    """Share of the full rate: up over the first steps, then down to nothing."""
    return min((step + 1) / (warm * total), max(0.0, (total - step) / ((1 - warm) * total)))


def fit(model, groups, epochs, make_batches, loss_of, report, checkpoint, seed=1):
    """Trains for `epochs`, each over `make_batches(rng)`; goes on from `checkpoint` if it is there."""
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    rates = [g["lr"] for g in optimiser.param_groups]
    torch.manual_seed(seed)
    first, path = 0, Path(checkpoint)
    if path.exists():
        saved = torch.load(path, weights_only=False)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        first = saved["epoch"]
        print(f"going on after epoch {first} of {path}", flush=True)
    for epoch in range(first, epochs):
        model.train()
        rng = random.Random(f"{seed} {epoch}")
        torch.manual_seed(seed * 1000 + epoch)
        steps, start, total = make_batches(rng), time.time(), 0.0
        for i, batch in enumerate(steps):
            share = schedule(epoch * len(steps) + i, epochs * len(steps))
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * share
            loss = loss_of(batch, rng)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            total += loss.item()
            if i % 100 == 99:
                print(f"  {i + 1}/{len(steps)} loss {total / (i + 1):.3f} {time.time() - start:.0f} s", flush=True)
        model.eval()
        print(f"epoch {epoch + 1}: loss {total / len(steps):.3f}, {time.time() - start:.0f} s; {report()}", flush=True)
        part = path.with_suffix(".part")
        torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch + 1}, part)
        part.replace(path)
    model.eval()


def describe(model, data, watched):
    """One line of development scores."""
    parts = [f"{k} " + " ".join(f"{n} {v:.1f}" for n, v in scores.trees(model, data.labels, s).items()) for k, s in data.dev.items()]
    parts.append("names " + " ".join(f"{n} {v:.1f}" for n, v in scores.names(model, watched).items()))
    return "; ".join(parts)
