"""The nearest vectors: exact, filtered before ranking, and the same after a turn on disk."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.dense import DenseIndex

Vectors = NDArray[np.float32]

# Three directions in the plane and one between the first two: (0.6, 0.8) has cosines 0.6 and 0.8 with them.
PLANE = np.array([[1, 0], [0, 1], [-1, 0], [0.6, 0.8]], np.float32)


def unit_rows(count: int, dimension: int, seed: int) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, dimension))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def test_the_nearest_come_first_with_their_cosines() -> None:
    rows, cosines = DenseIndex.build(PLANE).search(np.array([1, 0], np.float32), 4)
    assert rows.tolist() == [0, 3, 1, 2]
    assert cosines.tolist() == pytest.approx([1.0, 0.6, 0.0, -1.0])


def test_only_the_allowed_rows_are_ranked() -> None:
    """The best row is shut out, and two are still found."""
    index, vector = DenseIndex.build(PLANE), np.array([1, 0], np.float32)
    rows, cosines = index.search(vector, 2, np.array([1, 2, 3]))
    assert rows.tolist() == [3, 1]
    assert cosines.tolist() == pytest.approx([0.6, 0.0])


@pytest.mark.parametrize(
    ("k", "allowed", "expected"),
    [(10, None, [0, 3, 1, 2]), (10, [2], [2]), (10, [], []), (1, [2, 1], [1])],
    ids=["more than there are", "one allowed", "none allowed", "best of two"],
)
def test_edges(k: int, allowed: list[int] | None, expected: list[int]) -> None:
    only = None if allowed is None else np.array(allowed, np.int64)
    rows, cosines = DenseIndex.build(PLANE).search(np.array([1, 0], np.float32), k, only)
    assert rows.tolist() == expected
    assert len(cosines) == len(expected)


def test_the_search_is_exact() -> None:
    """500 rows against all inner products in NumPy, with and without a filter."""
    vectors, questions = unit_rows(500, 32, seed=1), unit_rows(10, 32, seed=2)
    index = DenseIndex.build(vectors)
    every_third = np.arange(0, 500, 3)
    for question in questions:
        products = vectors @ question
        assert index.search(question, 20)[0].tolist() == np.argsort(-products)[:20].tolist()
        best = every_third[np.argsort(-products[every_third])[:20]]
        rows, cosines = index.search(question, 20, every_third)
        assert rows.tolist() == best.tolist()
        np.testing.assert_allclose(cosines, products[best], atol=1e-6)


def test_vectors_are_given_back_as_they_were() -> None:
    vectors = unit_rows(20, 8, seed=3)
    index = DenseIndex.build(vectors)
    assert (index.size, index.dimension) == (20, 8)
    np.testing.assert_array_equal(index.vectors(np.array([7, 0, 7])), vectors[[7, 0, 7]])
    assert index.vectors(np.zeros(0, np.int64)).shape == (0, 8)


def test_given_vectors_are_copies() -> None:
    index = DenseIndex.build(PLANE)
    index.vectors(np.array([0]))[:] = 9
    np.testing.assert_array_equal(index.vectors(np.array([0])), PLANE[:1])


def test_a_written_index_is_read_back(tmp_path: Path) -> None:
    vectors = unit_rows(50, 16, seed=4)
    DenseIndex.build(vectors).write(tmp_path / "dense.faiss")
    read = DenseIndex.read(tmp_path / "dense.faiss")
    np.testing.assert_array_equal(read.vectors(np.arange(50)), vectors)
    assert read.search(vectors[9], 1)[0].tolist() == [9]


def test_the_same_rows_make_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "other"):
        DenseIndex.build(unit_rows(50, 16, seed=5)).write(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
