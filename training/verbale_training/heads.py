"""What stands on an encoder: tags, names, and trees by biaffine attention (Dozat & Manning 2017)."""
import torch
from torch import nn
from torch.nn import functional as F


class Heads(nn.Module):
    """Scores of tags, names, arcs and relations from word vectors of `size` numbers."""

    def __init__(self, size, labels, arc, relation, dropout=0.33):
        super().__init__()
        self.tag = nn.Linear(size, len(labels.tags))
        self.name = nn.Linear(size, labels.n_names)
        self.root = nn.Parameter(torch.randn(size) * 0.1)
        # One layer for the four roles of a word: head and dependent of arcs and of relations.
        self.roles = nn.Linear(size, 2 * arc + 2 * relation)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        n = len(labels.relations)
        self.relation = nn.Parameter(torch.zeros(n, relation + 1, relation + 1))
        nn.init.orthogonal_(self.arc)
        for matrix in self.relation:
            nn.init.xavier_uniform_(matrix)
        self.sizes = (arc, arc, relation, relation)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        """Tags, names, arcs (dependent, head with the root first) and the two roles in relations."""
        tags, names = self.tag(self.dropout(x)), self.name(self.dropout(x))
        with_root = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        roles = self.dropout(F.leaky_relu(self.roles(self.dropout(with_root)), 0.1))
        head, dependent, rel_head, rel_dependent = roles.split(self.sizes, -1)
        arcs = one(dependent[:, 1:]) @ self.arc @ head.transpose(1, 2)
        return tags, names, arcs, rel_head, rel_dependent[:, 1:]

    def relations(self, rel_head, rel_dependent, heads):
        """Scores of the relations of each word to the head given for it."""
        index = heads.unsqueeze(-1).expand(-1, -1, rel_head.shape[-1])
        chosen = rel_head.gather(1, index)
        return torch.einsum("bni,rij,bnj->bnr", one(rel_dependent), self.relation, one(chosen))


def one(x):
    """With a last number 1, for a bias."""
    return torch.cat([x, x.new_ones(x.shape[:-1] + (1,))], -1)
