"""The vectors of the passages' sentences, by which the sentence that answers is found without embedding it anew."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from corpus.passage import Passage

Vectors = NDArray[np.float32]


class SentenceVectors:
    """Rows of all sentences in the order of passages, half precision, possibly still on disk."""

    def __init__(self, passages: Sequence[Passage], rows: NDArray[np.float16]) -> None:
        self._rows = rows
        self._first = list(accumulate((len(passage.sentences) for passage in passages), initial=0))
        if self._first[-1] != len(rows):
            raise ValueError(f"{len(rows)} sentence vectors for {self._first[-1]} sentences")

    def of(self, passage_row: int) -> Vectors:
        """Return the vectors of one passage's sentences: float32 [sentences, d]."""
        return np.asarray(self._rows[self._first[passage_row] : self._first[passage_row + 1]], np.float32)

    def all(self) -> Vectors:
        """Return the vectors of all sentences: float32 [n, d]."""
        return np.asarray(self._rows, np.float32)
