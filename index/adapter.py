"""A trained low-rank adapter of the embedded model (LoRA, Hu et al. 2022), as it is kept in the repository.

To a weight W of the model a product of two thin matrices is added: W + up down. How the numbers came about is told in
docs/models.md; making them is the work of `training`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.weights import Weights

Array = NDArray[np.float32]
FOLDER = Path(__file__).parent / "trained"
ENCODER = FOLDER / "encoder.npz"
CROSS_ENCODER = FOLDER / "cross_encoder.npz"


@dataclass(frozen=True, slots=True)
class Adapter:
    """Thin matrices by the name of the weight they are added to, such as "l0.q", and what is trained besides.

    `down` is float32 [rank, inputs], `up` float32 [outputs, rank]; `extra` holds the head.
    """

    down: dict[str, Array]
    up: dict[str, Array]
    extra: dict[str, Array]


def read_adapter(path: Path) -> Adapter:
    """Read what `write_adapter` wrote."""
    parts: dict[str, dict[str, Array]] = {"down": {}, "up": {}, "extra": {}}
    with np.load(path, allow_pickle=False) as stored:
        for key in stored.files:
            kind, name = key.split("/", 1)
            parts[kind][name] = stored[key].astype(np.float32)
    return Adapter(**parts)


def write_adapter(adapter: Adapter, path: Path) -> None:
    """Write all numbers in half precision to one .npz file."""
    rows = {"down": adapter.down, "up": adapter.up, "extra": adapter.extra}
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        allow_pickle=False,
        **{f"{kind}/{name}": value.astype(np.float16) for kind, of in rows.items() for name, value in of.items()},
    )


def merged(weights: Weights, name: str, adapters: Sequence[Adapter]) -> Array:
    """Return the named weight with what the adapters add to it, float32 [outputs * inputs]."""
    matrix = weights.matrices[f"{name}.w"].floats()
    for adapter in adapters:
        if name in adapter.down:
            matrix = matrix + (adapter.up[name] @ adapter.down[name]).reshape(-1)
    return matrix


def fingerprint(path: Path) -> str:
    """Name the file by its content: sixteen hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
