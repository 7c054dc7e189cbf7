"""A question into hits: nearest vectors and matching words, fused into one ranking under one filter.

Similarity is the cosine of question and passage. Words count within a language only, and only as far as they single
passages out: their weight falls with the ratio of the fifth-best match to the best. The constants were chosen on public
question sets of different kinds; docs/retrieval.md shows the figures and the command.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.passage import Document, Language, Passage
from index.dense import DenseIndex
from index.embed import Embedder
from index.lexical import LexicalIndex
from index.spelling import Spelling
from index.terms import terms

Rows = NDArray[np.int64]
CANDIDATES = 200
# The embedded model is weakest in Kazakh, where words therefore weigh more.
LEXICAL_WEIGHT = {Language.KK: 0.9, Language.RU: 0.2, Language.EN: 0.2}
RIVALS = 5


@dataclass(frozen=True, slots=True)
class Filter:
    """What may be found; an empty part lets everything through. Undated passages are outside every period."""

    languages: frozenset[Language] = frozenset()
    since: date | None = None
    until: date | None = None
    publishers: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything is shut out."""
        return any((self.languages, self.since, self.until, self.publishers, self.documents))

    def lets_through(self, passage: Passage) -> bool:
        """Tell whether `passage` may be found."""
        return (
            (not self.languages or passage.language in self.languages)
            and (not self.publishers or passage.publisher in self.publishers)
            and (not self.documents or passage.document_id in self.documents)
            and (self.since is None or (passage.date is not None and passage.date >= self.since))
            and (self.until is None or (passage.date is not None and passage.date <= self.until))
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A found passage: `similarity` is a cosine, `lexical` the share of the question's words' weight, `score` both."""

    passage: Passage
    score: float
    similarity: float
    lexical: float


class Ranking(StrEnum):
    """By what hits are ranked; all but FUSED are for comparison."""

    FUSED = "fused"
    DENSE = "dense"
    LEXICAL = "lexical"


@dataclass(frozen=True)
class PassageIndex:
    """An opened index; rows of `passages`, `dense` and `lexical` are numbered alike."""

    documents: dict[str, Document]
    passages: Sequence[Passage]
    dense: DenseIndex
    lexical: LexicalIndex
    spelling: Spelling
    embedder: Embedder

    @cached_property
    def languages(self) -> frozenset[Language]:
        """The languages of the passages."""
        return frozenset(passage.language for passage in self.passages)

    def search(
        self,
        question: str,
        language: Language,
        k: int = 10,
        only: Filter = Filter(),  # noqa: B008 (frozen)
        ranking: Ranking = Ranking.FUSED,
    ) -> list[Hit]:
        """Return the best `k` hits for `question` in `language`, ties by passage id."""
        rows = self._rows(only)
        vector = self.embedder.embed_questions([question])[0]
        found, shares = self.lexical.search(terms(question, language), language, CANDIDATES, rows)
        lexical = dict(zip(found.tolist(), shares.tolist(), strict=True))
        if ranking is Ranking.LEXICAL:
            candidates = found
        else:
            nearest, _ = self.dense.search(vector, max(k, CANDIDATES), rows)
            candidates = nearest if ranking is Ranking.DENSE else np.union1d(nearest, found)
        similarity = self.dense.vectors(candidates) @ vector
        weight = 0.0 if ranking is Ranking.DENSE else LEXICAL_WEIGHT[language] * distinctiveness(shares) ** 2
        hits = []
        for row, cosine in zip(candidates.tolist(), similarity.tolist(), strict=True):
            share = lexical.get(row, 0.0)
            score = share if ranking is Ranking.LEXICAL else cosine + weight * share
            hits.append(Hit(self.passages[row], score, cosine, share))
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k]

    def _rows(self, only: Filter) -> Rows | None:
        if not only:
            return None
        allowed = [row for row, passage in enumerate(self.passages) if only.lets_through(passage)]
        return np.array(allowed, np.int64)


def distinctiveness(shares: NDArray[np.float32]) -> float:
    """How far the best match of words stands out, 0 to 1: one less the ratio of the fifth best to the best."""
    if not len(shares) or shares[0] <= 0:
        return 0.0
    rival = float(shares[RIVALS - 1]) if len(shares) >= RIVALS else 0.0
    return 1.0 - rival / float(shares[0])
