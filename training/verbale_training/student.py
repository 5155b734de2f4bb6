"""The default model: word tables, two convolutions and two recurrent layers with heads.

After the hash embeddings of Serrà & Karatzoglou (2017) and Miranda et al. (2022), with the
BiLSTM-and-biaffine parser of Dozat & Manning (2017).
"""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .features import TABLES, Features
from .heads import Heads

WORD, SIZE, HIDDEN, LAYERS, ARC, RELATION = 64, 160, 96, 2, 128, 40


class Student(nn.Module):
    def __init__(self, labels, vocabulary, vectors=None):
        super().__init__()
        self.features = Features(vocabulary)
        self.words = nn.Embedding(len(vocabulary) + 1, WORD)
        if vectors is not None:
            self.words.weight.data = torch.tensor(vectors)
        self.tables = nn.ModuleList(nn.Embedding(n, width) for n, width in TABLES.values())
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        self.input = nn.Linear(WORD + sum(w for _, w in TABLES.values()), SIZE)
        self.convolutions = nn.ModuleList(nn.Linear(3 * SIZE, SIZE) for _ in range(2))
        self.norms = nn.ModuleList(nn.LayerNorm(SIZE, eps=1e-5) for _ in range(3))
        self.lstm = nn.LSTM(SIZE, HIDDEN, LAYERS, batch_first=True, bidirectional=True, dropout=0.2)
        self.heads = Heads(2 * HIDDEN, labels, ARC, RELATION, dropout=0.2)
        self.dropout = nn.Dropout(0.2)

    def forward(self, sentences):
        return self.heads(self.encode(sentences))

    def encode(self, sentences):
        lengths = [len(s.words) for s in sentences]
        rows = np.zeros((len(lengths), max(lengths), 1 + len(TABLES)), dtype=np.int64)
        for i, s in enumerate(sentences):
            rows[i, : lengths[i]] = [self.features.word(w) for w in s.words]
        rows = torch.from_numpy(rows)
        mask = (torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]).unsqueeze(-1).float()
        if self.training:
            # Some words are met as if the vocabulary did not have them, or not seen in training.
            gone = torch.rand(rows.shape[:2]) < 0.08
            rows[..., 0].masked_fill_(gone, 0)
            rows[..., 1].masked_fill_(gone & (torch.rand(gone.shape) < 0.5), 0)
        parts = [self.words(rows[..., 0])] + [t(rows[..., i + 1]) for i, t in enumerate(self.tables)]
        x = self.norms[0](F.relu(self.input(self.dropout(torch.cat(parts, -1))))) * mask
        for layer, norm in zip(self.convolutions, self.norms[1:]):
            near = torch.cat([F.pad(x, (0, 0, 1, 0))[:, :-1], x, F.pad(x, (0, 0, 0, 1))[:, 1:]], -1)
            x = norm(x + self.dropout(F.relu(layer(near)))) * mask
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        return nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)[0]

    def groups(self, rate):
        sparse = {id(p) for m in [self.words, self.tables] for p in m.parameters()}
        rest = [p for p in self.parameters() if id(p) not in sparse]
        return [{"params": rest, "lr": rate}, {"params": self.words.parameters(), "lr": rate}, {"params": self.tables.parameters(), "lr": 2 * rate}]
