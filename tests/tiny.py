"""A BERT encoder of two small random layers with a tokenizer of letters, in the form of the embedded model's weights.

All numbers are short enough to be the same in bfloat16, in which training keeps what it does not change.
"""

import numpy as np
from numpy.typing import NDArray

from index.weights import BLOCK, Packed, Weights

HIDDEN, FEED_FORWARD, LAYERS, HEADS, POSITIONS = 64, 128, 2, 2, 160
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі0123456789:.,?-"
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "query:", "passage:", *LETTERS]
SHAPES = {
    **dict.fromkeys(("q", "k", "v", "ao"), (HIDDEN, HIDDEN)),
    "fi": (FEED_FORWARD, HIDDEN),
    "fo": (HIDDEN, FEED_FORWARD),
}


def short(values: NDArray[np.float64], bits: int) -> NDArray[np.float32]:
    """Cut numbers to so many bits after the leading one."""
    kept = np.uint32(0xFFFFFFFF << (23 - bits) & 0xFFFFFFFF)
    return (values.astype(np.float32).view(np.uint32) & kept).view(np.float32)


def tiny_weights() -> Weights:
    """Return the same random numbers every time."""
    random = np.random.default_rng(7)

    def matrix(rows: int, columns: int) -> Packed:
        blocks = rows * columns // BLOCK
        numbers = random.integers(0, 256, (blocks, BLOCK // 2)).astype(np.uint8)
        return Packed(numbers, short(random.uniform(0.5, 1.5, blocks) / (4 * columns**0.5), 4))

    matrices = {"emb.word": matrix(len(PIECES), HIDDEN)}
    vectors = {
        "emb.pos": random.normal(size=POSITIONS * HIDDEN),
        "emb.type": random.normal(size=HIDDEN),
        "emb.ln.w": random.normal(1, 0.1, HIDDEN),
        "emb.ln.b": random.normal(0, 0.1, HIDDEN),
    }
    for layer in range(LAYERS):
        for name, (rows, columns) in SHAPES.items():
            matrices[f"l{layer}.{name}.w"] = matrix(rows, columns)
            vectors[f"l{layer}.{name}.b"] = random.normal(0, 0.1, rows)
        for name in ("aln", "oln"):
            vectors[f"l{layer}.{name}.w"] = random.normal(1, 0.1, HIDDEN)
            vectors[f"l{layer}.{name}.b"] = random.normal(0, 0.1, HIDDEN)
    return Weights(
        HIDDEN,
        LAYERS,
        HEADS,
        FEED_FORWARD,
        len(PIECES),
        POSITIONS,
        1e-12,
        [(piece, 0.0 if len(piece) > 1 else -1.0) for piece in PIECES],
        PIECES.index("<unk>"),
        {name: short(value, 7) for name, value in vectors.items()},
        matrices,
    )
