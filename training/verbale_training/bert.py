"""The encoder of BERT (Devlin et al. 2019), as MiniLM (Wang et al. 2020) has it, for words.

A word's vector is the mean of its pieces' vectors. An embedding of how the word is written is added
to its pieces, because the vocabulary is uncased.
"""
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from .wordpiece import CASES

SIZE, INNER, LAYERS, ATTENTION = 384, 1536, 6, 12


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(SIZE, 3 * SIZE)
        self.out = nn.Linear(SIZE, SIZE)
        self.norm1 = nn.LayerNorm(SIZE, eps=1e-12)
        self.up = nn.Linear(SIZE, INNER)
        self.down = nn.Linear(INNER, SIZE)
        self.norm2 = nn.LayerNorm(SIZE, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, ATTENTION, -1).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(a.transpose(1, 2).reshape(b, n, SIZE))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522):
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, SIZE)
        self.positions = nn.Embedding(512, SIZE)
        self.kind = nn.Parameter(torch.zeros(SIZE))
        self.cases = nn.Embedding(len(CASES), SIZE)
        nn.init.normal_(self.cases.weight, std=0.01)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)

    def load_pretrained(self, path):
        """Weights of a BERT in safetensors."""
        w = load_file(path)
        put = lambda module, name: module.load_state_dict(
            {k: w[f"{name}.{k}"] for k in ("weight", "bias") if f"{name}.{k}" in w}
        )
        put(self.pieces, "embeddings.word_embeddings")
        put(self.positions, "embeddings.position_embeddings")
        self.kind.data = w["embeddings.token_type_embeddings.weight"][0].clone()
        put(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}"
            parts = [f"{at}.attention.self.{x}" for x in ("query", "key", "value")]
            layer.qkv.weight.data = torch.cat([w[p + ".weight"] for p in parts])
            layer.qkv.bias.data = torch.cat([w[p + ".bias"] for p in parts])
            put(layer.out, f"{at}.attention.output.dense")
            put(layer.norm1, f"{at}.attention.output.LayerNorm")
            put(layer.up, f"{at}.intermediate.dense")
            put(layer.down, f"{at}.output.dense")
            put(layer.norm2, f"{at}.output.LayerNorm")

    def forward(self, pieces, cases, words):
        """pieces, cases: (batch, pieces); words: (batch, words, pieces) averages pieces to words."""
        n = pieces.shape[1]
        x = self.pieces(pieces) + self.positions.weight[:n] + self.kind + self.cases(cases)
        x = self.dropout(self.norm(x))
        mask = (pieces != 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return words @ x
