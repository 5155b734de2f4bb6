"""The teacher: a MiniLM encoder with heads for tags, trees and names."""
import torch
from torch import nn

from . import bert
from .heads import Heads
from .wordpiece import WordPiece, case


class Teacher(nn.Module):
    def __init__(self, labels, vocabulary):
        super().__init__()
        self.pieces = WordPiece(vocabulary)
        self.encoder = bert.Encoder(len(self.pieces.pieces))
        self.heads = Heads(bert.SIZE, labels, arc=256, relation=96)

    def forward(self, sentences):
        return self.heads(self.encoder(*self.inputs(sentences)))

    def inputs(self, sentences):
        """Pieces, their cases, and for each word the weights of its pieces."""
        rows = [[self.pieces.word(w) for w in s.words] for s in sentences]
        rows = [r if sum(map(len, r)) < 510 else [p[:1] for p in r] for r in rows]
        longest = max(sum(map(len, r)) for r in rows) + 2
        pieces = torch.zeros(len(rows), longest, dtype=torch.long)
        cases = torch.full_like(pieces, 7)
        words = torch.zeros(len(rows), max(map(len, rows)), longest)
        for i, (row, sentence) in enumerate(zip(rows, sentences)):
            at = 1
            pieces[i, 0] = self.pieces.start
            for j, (word, form) in enumerate(zip(row, sentence.words)):
                pieces[i, at : at + len(word)] = torch.tensor(word)
                cases[i, at : at + len(word)] = case(form)
                words[i, j, at : at + len(word)] = 1 / len(word)
                at += len(word)
            pieces[i, at] = self.pieces.end
        return pieces, cases, words

    def groups(self, rate):
        """Parameters with their learning rates: what is pretrained moves slowly, its pieces not at all."""
        self.encoder.pieces.weight.requires_grad_(False)
        new = [self.encoder.cases, self.heads]
        new = {id(p) for m in new for p in m.parameters()}
        old = [p for p in self.parameters() if id(p) not in new and p.requires_grad]
        fresh = [p for p in self.parameters() if id(p) in new]
        return [{"params": old, "lr": rate}, {"params": fresh, "lr": 10 * rate}]
