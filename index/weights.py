"""The embedded model's weights as the package keeps them: one file of four-bit blocks with a tokenizer in front."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
_BLOCK = np.dtype([("scale", "<f2"), ("numbers", "u1", BLOCK // 2)])

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Packed:
    """A tensor in Q4_0 (ggml): weight = scale * (number - 8).

    `numbers` is uint8 [blocks, 16]: low nibbles are weights 0-15 of a block, high nibbles 16-31; `scales` is float32
    [blocks].
    """

    numbers: NDArray[np.uint8]
    scales: Array

    def floats(self) -> Array:
        """Return the weights, float32 [blocks * 32]."""
        values = np.concatenate([self.numbers & 15, self.numbers >> 4], axis=1).astype(np.float32) - 8.0
        return (values * self.scales[:, None]).reshape(-1)


@dataclass(frozen=True, slots=True)
class Weights:
    """What the file holds: float32 vectors and packed matrices by name, pieces of the tokenizer with their scores."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    epsilon: float
    pieces: list[tuple[str, float]]
    unknown: int
    vectors: dict[str, Array]
    matrices: dict[str, Packed]


def read_weights(path: Path) -> Weights:
    """Unpack the file: header, tokenizer, then tensors as float32 or as blocks of 32 four-bit weights (Q4_0)."""
    data = path.read_bytes()
    at = 8

    def take(layout: str) -> tuple[Any, ...]:
        nonlocal at
        values = struct.unpack_from("<" + layout, data, at)
        at += struct.calcsize("<" + layout)
        return values

    hidden, layers, heads, feed_forward, vocabulary, positions, _, epsilon, _ = take("7ifi")
    count, _, _, _, unknown, blob_size = take("5iQ")
    offsets = take(f"{count + 1}I")
    scores = take(f"{count}f")
    blob = data[at : at + blob_size]
    at += blob_size
    _, map_size = take("iI")
    at += map_size
    pieces = [
        (blob[start:end].decode(), score) for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    ]
    vectors: dict[str, Array] = {}
    matrices: dict[str, Packed] = {}
    for _ in range(take("i")[0]):
        name = data[at + 2 : at + 2 + take("H")[0]].decode()
        at += len(name)
        packed, size, offset, _ = take("BIQQ")
        if packed:
            blocks = np.frombuffer(data, _BLOCK, size // BLOCK, offset)
            matrices[name] = Packed(blocks["numbers"], blocks["scale"].astype(np.float32))
        else:
            vectors[name] = np.frombuffer(data, "<f4", size, offset).astype(np.float32)
    return Weights(
        hidden, layers, heads, feed_forward, vocabulary, positions, epsilon, pieces, unknown, vectors, matrices
    )
