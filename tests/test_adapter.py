"""The trained adapter as a file: what is written is read, in half precision, without pickle, always the same bytes."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tiny import FEED_FORWARD, HIDDEN, tiny_weights

from index.adapter import CROSS_ENCODER, Adapter, fingerprint, merged, read_adapter, write_adapter
from index.bundled_model import weights_path
from index.training.cross_encoder import FIRST_LAYER, RANK
from index.weights import read_weights

ADAPTER = Adapter(
    {"l0.q": np.full((2, 4), 0.5, np.float32), "l1.fo": np.full((2, 8), -1.25, np.float32)},
    {"l0.q": np.zeros((4, 2), np.float32), "l1.fo": np.arange(8, dtype=np.float32).reshape(4, 2)},
    {"head.w": np.full(8, 3.0, np.float32), "head.b": np.zeros(1, np.float32)},
)

SMALL = Adapter({"l1.fo": np.ones((1, FEED_FORWARD), np.float32)}, {"l1.fo": np.full((HIDDEN, 1), 0.5, np.float32)}, {})


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


def test_adapters_are_added_to_the_weight_they_name() -> None:
    weights = tiny_weights()
    once, twice = merged(weights, "l1.fo", [SMALL]), merged(weights, "l1.fo", [SMALL, SMALL])
    bare = weights.matrices["l1.fo.w"].floats()
    np.testing.assert_allclose(once - bare, 0.5, atol=1e-6)
    np.testing.assert_allclose(twice - bare, 1.0, atol=1e-6)
    np.testing.assert_array_equal(merged(weights, "l0.fo", [SMALL]), weights.matrices["l0.fo.w"].floats())


def test_the_adapter_in_the_repository_fits_the_embedded_model() -> None:
    adapter = read_adapter(CROSS_ENCODER)
    layers = range(FIRST_LAYER, read_weights(weights_path()).layers)
    names = {f"l{layer}.{part}" for layer in layers for part in ("q", "k", "v", "ao", "fi", "fo")}
    assert adapter.down.keys() == adapter.up.keys() == names
    assert {name: adapter.down[name].shape for name in ("l5.q", "l5.fi", "l5.fo")} == {
        "l5.q": (RANK, 384),
        "l5.fi": (RANK, 384),
        "l5.fo": (RANK, 1536),
    }
    assert (adapter.up["l5.q"].shape, adapter.up["l5.fi"].shape) == ((384, RANK), (1536, RANK))
    assert {name: value.shape for name, value in adapter.extra.items()} == {"head.w": (768,), "head.b": (1,)}
    parts = [*adapter.down.values(), *adapter.up.values(), *adapter.extra.values()]
    assert all(np.isfinite(value).all() for value in parts)
