"""A question into hits: nearest vectors and matching words, fused into one ranking under one filter.

Similarity is the cosine of question and passage. Words are carried into the other languages by the lexicon, and count
as far as they single passages out: the less, the nearer the rivals of the best match are, and within a language only
from a fair share of the question's weight. The constants were chosen on public question sets of different kinds;
docs/retrieval.md shows the figures and the commands.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.decisions.values import Decision
from corpus.passage import Document, Language, Passage
from index.cross_encoder import Reader
from index.dense import DenseIndex
from index.embed import Embedder
from index.lexical import LexicalIndex
from index.lexicon import Concept, Lexicon, own_words
from index.sentence_vectors import SentenceVectors
from index.spelling import Spelling
from index.transcription import Transcriptions

Rows = NDArray[np.int64]
Vector = NDArray[np.float32]
CANDIDATES = 200
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
    """A found passage and its row: `similarity` is a cosine, `lexical` the matched share of the question's weight."""

    passage: Passage
    row: int
    score: float
    similarity: float
    lexical: float


@dataclass(frozen=True, slots=True)
class Fusion:
    """How much each part of the score counts: the defaults are how Jauap searches.

    Matching words count from `floor`, a share of the question's weight, when they are the question's own; `carried`
    are those of the other languages. The greater `distinct` is, the less words count whose rivals are near: it is the
    power to which their distinctiveness is raised.
    """

    similarity: float = 1.0
    words: float = 1.0
    floor: float = 0.2
    carried: float = 0.3
    distinct: float = 2.0


FUSION = Fusion()


class Ranking(StrEnum):
    """By what hits are ranked; all but FUSED are for comparison: one source alone, or one stage left out."""

    FUSED = "fused"
    DENSE = "dense"
    LEXICAL = "lexical"
    UNCARRIED = "no-carried-words"
    UNWEIGHTED = "no-distinctiveness"

    @property
    def fusion(self) -> Fusion:
        """The weights by which it ranks."""
        return _FUSIONS[self]


_FUSIONS = {
    Ranking.FUSED: FUSION,
    Ranking.DENSE: Fusion(words=0.0, carried=0.0),
    Ranking.LEXICAL: Fusion(similarity=0.0, floor=0.0, carried=1.0, distinct=0.0),
    Ranking.UNCARRIED: Fusion(carried=0.0),
    Ranking.UNWEIGHTED: Fusion(distinct=0.0),
}


@dataclass(frozen=True)
class PassageIndex:
    """An opened index; rows of `passages`, `dense` and `lexical` are numbered alike.

    `cross_encoder` reads sentences for those who ask for it; searching does without. `decisions` were read in the
    passages, in their order.
    """

    documents: dict[str, Document]
    passages: Sequence[Passage]
    dense: DenseIndex
    sentences: SentenceVectors
    lexical: LexicalIndex
    spelling: Spelling
    transcriptions: Transcriptions
    lexicon: Lexicon
    embedder: Embedder
    cross_encoder: Reader | None = None
    decisions: Sequence[Decision] = ()

    @cached_property
    def languages(self) -> frozenset[Language]:
        """The languages of the passages."""
        return frozenset(passage.language for passage in self.passages)

    @cached_property
    def embed_question(self) -> Callable[[str], Vector]:
        """Embed a question, float32 [d]; the latest are kept, since one is asked for more than once."""
        return lru_cache(16)(lambda question: self.embedder.embed_questions([question])[0])

    def search(
        self,
        question: str,
        language: Language,
        k: int = 10,
        only: Filter = Filter(),  # noqa: B008 (frozen)
        fusion: Fusion = FUSION,
    ) -> list[Hit]:
        """Return the best `k` hits for `question` in `language`, ties by passage id.

        Where similarity does not count, only passages are found that share a word with the question.
        """
        rows = self._rows(only)
        vector = self.embed_question(question)
        lexical, bonus = self._match_words(question, language, rows, fusion)
        matching = np.array(sorted(lexical), np.int64)
        nearest = self.dense.search(vector, max(k, CANDIDATES), rows)[0] if fusion.similarity else matching
        candidates = np.union1d(nearest, matching)
        # Row by row: a matrix product may give equal rows sums that differ in the last digit, and ties go by id.
        similarity = (self.dense.vectors(candidates) * vector).sum(axis=1)
        hits = []
        for row, cosine in zip(candidates.tolist(), similarity.tolist(), strict=True):
            passage = self.passages[row]
            score = fusion.similarity * cosine + bonus.get(row, 0.0)
            hits.append(Hit(passage, row, score, cosine, lexical.get(row, 0.0)))
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k]

    def concepts(self, question: str, language: Language, target: Language) -> list[Concept]:
        """Return what `question` is about in the words of `target`."""

        def transcribe(word: str) -> tuple[str, ...]:
            known = target is language and self.lexical.knows(word, language)
            return () if known else self.transcriptions.of(word, language, target)

        if target is language:
            return own_words(question, language, transcribe)
        return self.lexicon.carry(question, language, target, transcribe)

    def _match_words(
        self, question: str, language: Language, rows: Rows | None, fusion: Fusion
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Share of the question's weight by row, and what it adds to the score."""
        share: dict[int, float] = {}
        bonus: dict[int, float] = {}
        for target in sorted(self.languages):
            found, shares = self.lexical.search(self.concepts(question, language, target), target, CANDIDATES, rows)
            own = target is language
            certainty = distinctiveness(shares) ** fusion.distinct
            weight = (fusion.words if own else fusion.carried) * certainty
            floor = fusion.floor if own else 0.0
            for row, value in zip(found.tolist(), shares.tolist(), strict=True):
                share[row] = value
                bonus[row] = weight * max(0.0, value - floor)
        return share, bonus

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
