"""The vectors of all passages in a flat FAISS index: exact inner products, so that nothing is missed.

The only module that knows FAISS. Rows are numbered as the passages are.
"""

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Rows = NDArray[np.int64]


class DenseIndex:
    """Unit vectors by row; inner product is the cosine."""

    def __init__(self, index: "faiss.IndexFlatIP") -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> "DenseIndex":
        """Index `vectors`, float32 [n, d] of unit length."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors))
        return cls(index)

    @classmethod
    def read(cls, path: Path) -> "DenseIndex":
        """Open a file written by `write`."""
        return cls(faiss.read_index(str(path)))

    def write(self, path: Path) -> None:
        """Write the index to one file."""
        faiss.write_index(self._index, str(path))

    @property
    def size(self) -> int:
        """Number of rows."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    def vectors(self, rows: Rows) -> Vectors:
        """Return the stored vectors of `rows`: float32 [len(rows), d]."""
        every = faiss.rev_swig_ptr(self._index.get_xb(), self.size * self.dimension)
        return np.array(every.reshape(self.size, self.dimension)[rows])

    def search(self, vector: Vectors, k: int, rows: Rows | None = None) -> tuple[Rows, Vectors]:
        """Return the `k` rows nearest to `vector` [d], best first, with their cosines; only among `rows` if given."""
        if rows is not None and not len(rows):
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        selected = faiss.SearchParameters(sel=faiss.IDSelectorBatch(rows)) if rows is not None else None
        k = min(k, self.size if rows is None else len(rows))
        scores, found = self._index.search(vector.reshape(1, -1), k, params=selected)
        kept = found[0] >= 0
        return found[0][kept], scores[0][kept]
