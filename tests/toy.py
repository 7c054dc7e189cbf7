"""A small embedder for tests: hashed character trigrams. Texts that share letters are near, so rankings mean it."""

import zlib
from collections.abc import Sequence

import numpy as np

from index.embed import Report, Vectors, normalise


class ToyEmbedder:
    """Unit rows of counted trigrams of the lower-cased text, 256 buckets; counts the texts that it embeds."""

    name = "toy"
    dimension = 256

    def __init__(self) -> None:
        self.embedded = 0

    def embed_passages(self, texts: Sequence[str], report: Report = lambda count: None) -> Vectors:
        """Embed passages: float32 [n, 256]."""
        self.embedded += len(texts)
        report(len(texts))
        return self.embed_questions(texts)

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Embed questions: float32 [n, 256]."""
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(rows, texts, strict=True):
            padded = f" {normalise(text).lower()} "
            for at in range(len(padded) - 2):
                row[zlib.crc32(padded[at : at + 3].encode()) % self.dimension] += 1
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)
