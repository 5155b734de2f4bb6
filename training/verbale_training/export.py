"""Writing networks as Verbale's model files (crates/annotate/src/{file,network/tensors}.rs)."""
import hashlib
import struct

import numpy as np

from .corpora import NAMES
from .features import TABLES, fnv
from .wordpiece import CASES

MAGIC, VERSION = b"VERBALEW", 2


class File:
    """The body of a model file while it grows."""

    def __init__(self):
        self.body = bytearray()

    def number(self, n):
        while n >= 0x80:
            self.body.append(n & 0x7F | 0x80)
            n >>= 7
        self.body.append(n)

    def string(self, text):
        data = text.encode("utf8")
        self.number(len(data))
        self.body += data

    def strings(self, texts):
        self.number(len(texts))
        for text in texts:
            self.string(text)

    def shape(self, kind, array):
        self.body += kind
        self.number(array.ndim)
        for size in array.shape:
            self.number(size)

    def floats(self, tensor):
        array = numpy(tensor)
        self.shape(b"f", array)
        self.body += array.astype("<f4").tobytes()

    def numbers(self, values):
        array = np.array(values, dtype="<u4")
        self.shape(b"u", array)
        self.body += array.tobytes()

    def quantised(self, tensor):
        """Eight bits with one scale for each row of the first dimension."""
        array = numpy(tensor)
        rows = array.reshape(len(array), -1)
        scales = np.maximum(np.abs(rows).max(1), 1e-12) / 127
        self.shape(b"q", array)
        self.body += scales.astype("<f4").tobytes()
        self.body += np.rint(rows / scales[:, None]).astype(np.int8).tobytes()

    def linear(self, layer, write=None):
        (write or self.floats)(layer.weight)
        self.floats(layer.bias)

    def norm(self, layer):
        self.floats(np.array([layer.eps]))
        self.floats(layer.weight)
        self.floats(layer.bias)

    def finish(self, path):
        digest = hashlib.sha256(self.body).digest()
        with open(path, "wb") as out:
            out.write(MAGIC + struct.pack("<I", VERSION) + digest + bytes(self.body))


def numpy(tensor):
    return tensor if isinstance(tensor, np.ndarray) else tensor.detach().numpy()


def start(labels):
    out = File()
    for texts in (labels.tags, labels.relations, NAMES):
        out.strings(texts)
    return out


def heads(out, module, write):
    arc, _, relation, _ = module.sizes
    out.number(arc)
    out.number(relation)
    for layer in (module.tag, module.name, module.roles):
        out.linear(layer, write)
    out.floats(module.root)
    write(module.arc.T.contiguous())
    # Rows of outputs: for each relation a row for each number of the head's role (and its bias).
    n, wide, _ = module.relation.shape
    write(module.relation.transpose(1, 2).reshape(n * wide, wide))


def recurrent(out, lstm, layer):
    """One layer: the gates of both directions from the input, then those of each from its state."""
    sides = ("", "_reverse")
    both = lambda name: np.concatenate([numpy(lstm[f"{name}_l{layer}{side}"]) for side in sides])
    out.floats(both("weight_ih"))
    out.floats(both("bias_ih") + both("bias_hh"))
    for side in sides:
        out.floats(lstm[f"weight_hh_l{layer}{side}"])


def student(model, labels, path):
    out = start(labels)
    out.body += b"S"
    words = model.words.weight
    sizes = (len(words) - 1, words.shape[1], model.input.out_features, model.lstm.hidden_size)
    for n in sizes + (len(model.convolutions), model.lstm.num_layers, len(model.tables)):
        out.number(n)
    keys = sorted(model.features.vocabulary.items(), key=lambda x: x[1])
    out.numbers([fnv(word) for word, _ in keys])
    out.quantised(words)
    for (rows, width), table in zip(TABLES.values(), model.tables):
        out.number(rows)
        out.number(width)
        out.quantised(table.weight)
    out.linear(model.input)
    out.norm(model.norms[0])
    for layer, norm in zip(model.convolutions, model.norms[1:]):
        out.linear(layer)
        out.norm(norm)
    for layer in range(model.lstm.num_layers):
        recurrent(out, dict(model.lstm.named_parameters()), layer)
    heads(out, model.heads, out.floats)
    out.finish(path)


def teacher(model, labels, path):
    """The teacher: eight bits for each weight, scaled output by output."""
    out = start(labels)
    out.body += b"T"
    encoder = model.encoder
    layer = encoder.layers[0]
    size, inner = layer.up.in_features, layer.up.out_features
    positions = encoder.positions.weight + encoder.kind
    for n in (size, inner, len(encoder.layers), 12, len(positions)):
        out.number(n)
    out.strings(model.pieces.pieces)
    out.quantised(encoder.pieces.weight)
    out.floats(positions)
    assert len(CASES) == len(encoder.cases.weight)
    out.floats(encoder.cases.weight)
    out.norm(encoder.norm)
    for layer in encoder.layers:
        for part in (layer.qkv, layer.out, layer.up, layer.down):
            out.linear(part, out.quantised)
        out.norm(layer.norm1)
        out.norm(layer.norm2)
    heads(out, model.heads, out.quantised)
    out.finish(path)
