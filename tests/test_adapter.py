"""The trained adapter as a file: what is written is read, in half precision, without pickle, always the same bytes."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.adapter import CROSS_ENCODER, Adapter, fingerprint, read_adapter, write_adapter
from index.training.cross_encoder import LAYERS, RANK

ADAPTER = Adapter(
    {"l0.q": np.full((2, 4), 0.5, np.float32), "l1.fo": np.full((2, 8), -1.25, np.float32)},
    {"l0.q": np.zeros((4, 2), np.float32), "l1.fo": np.arange(8, dtype=np.float32).reshape(4, 2)},
    {"segments": np.ones((2, 4), np.float32), "head.w": np.full(8, 3.0, np.float32), "head.b": np.zeros(1, np.float32)},
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "not" / "there" / "adapter.npz"
    write_adapter(ADAPTER, path)
    found = read_adapter(path)
    for part in ("down", "up", "extra"):
        written, read = getattr(ADAPTER, part), getattr(found, part)
        assert read.keys() == written.keys()
        for name, value in read.items():
            assert value.dtype == np.float32
            np.testing.assert_array_equal(value, written[name])


def test_numbers_are_kept_in_half_precision(tmp_path: Path) -> None:
    third = np.full((1, 1), 1 / 3, np.float32)
    write_adapter(Adapter({"l0.q": third}, {"l0.q": third}, {}), tmp_path / "a.npz")
    assert read_adapter(tmp_path / "a.npz").down["l0.q"][0, 0] == np.float16(1 / 3) != third[0, 0]


def test_the_same_numbers_make_the_same_file_and_others_another(tmp_path: Path) -> None:
    one, two, three = (tmp_path / f"{name}.npz" for name in "abc")
    write_adapter(ADAPTER, one)
    write_adapter(ADAPTER, two)
    write_adapter(Adapter(ADAPTER.down, ADAPTER.up, ADAPTER.extra | {"head.b": np.ones(1, np.float32)}), three)
    assert fingerprint(one) == fingerprint(two) == hashlib.sha256(one.read_bytes()).hexdigest()[:16]
    assert fingerprint(three) != fingerprint(one)


def test_objects_are_not_read(tmp_path: Path) -> None:
    objects: dict[str, Any] = {"down/l0.q": np.array([{"a": 1}], dtype=object)}
    np.savez(tmp_path / "bad.npz", **objects)
    with pytest.raises(ValueError, match="allow_pickle=False"):
        read_adapter(tmp_path / "bad.npz")


def test_layers_are_counted_by_name() -> None:
    assert ADAPTER.layers == 2
    assert Adapter({}, {}, {}).layers == 0


def test_the_adapter_in_the_repository_fits_the_embedded_model() -> None:
    adapter = read_adapter(CROSS_ENCODER)
    names = {f"l{layer}.{part}" for layer in range(LAYERS) for part in ("q", "k", "v", "ao", "fi", "fo")}
    assert adapter.layers == LAYERS
    assert adapter.down.keys() == adapter.up.keys() == names
    assert {name: adapter.down[name].shape for name in ("l0.q", "l0.fi", "l5.fo")} == {
        "l0.q": (RANK, 384),
        "l0.fi": (RANK, 384),
        "l5.fo": (RANK, 1536),
    }
    assert (adapter.up["l0.q"].shape, adapter.up["l0.fi"].shape) == ((384, RANK), (1536, RANK))
    assert {name: value.shape for name, value in adapter.extra.items()} == {
        "segments": (2, 384),
        "head.w": (768,),
        "head.b": (1,),
    }
    parts = [*adapter.down.values(), *adapter.up.values(), *adapter.extra.values()]
    assert all(np.isfinite(value).all() for value in parts)
