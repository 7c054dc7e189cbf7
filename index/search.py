"""A question into hits: nearest vectors and matching words, fused into one ranking under one filter.

Similarity is the cosine of question and passage, balanced between languages: the model puts texts of one language near
each other, so half of what each language's passages have in common with the question is taken off. Words are carried
into the other languages by the lexicon, and count as far as they single passages out: the less, the nearer the rivals
of the best match are, and within a language only from a fair share of the question's weight. The constants were chosen
on public question sets of different kinds; docs/retrieval.md shows the figures and the commands.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

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
LEXICAL_WEIGHT, LEXICAL_FLOOR = 1.0, 0.2
CARRIED_WEIGHT = 0.3
RIVALS = 5
LANGUAGE_BALANCE = 0.5


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


class Ranking(StrEnum):
    """By what hits are ranked; all but FUSED are for comparison: one source alone, or one stage left out."""

    FUSED = "fused"
    DENSE = "dense"
    LEXICAL = "lexical"
    UNCARRIED = "no-carried-words"
    UNBALANCED = "no-language-balance"
    UNWEIGHTED = "no-distinctiveness"


@dataclass(frozen=True)
class PassageIndex:
    """An opened index; rows of `passages`, `dense` and `lexical` are numbered alike.

    `cross_encoder` reads sentences for those who ask for it; searching does without.
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

    @cached_property
    def centres(self) -> dict[Language, Vector]:
        """The mean vector of the passages of each language that occurs, float32 [d]."""
        rows: dict[Language, list[int]] = {}
        for row, passage in enumerate(self.passages):
            rows.setdefault(passage.language, []).append(row)
        return {key: self.dense.vectors(np.array(of, np.int64)).mean(axis=0) for key, of in rows.items()}

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
        ranking: Ranking = Ranking.FUSED,
    ) -> list[Hit]:
        """Return the best `k` hits for `question` in `language`, ties by passage id."""
        rows = self._rows(only)
        vector = self.embed_question(question)
        lexical, bonus = self._match_words(question, language, rows, ranking)
        if ranking is Ranking.LEXICAL:
            candidates = np.array(sorted(lexical), np.int64)
        else:
            nearest, _ = self.dense.search(vector, max(k, CANDIDATES), rows)
            candidates = nearest if ranking is Ranking.DENSE else np.union1d(nearest, sorted(lexical)).astype(np.int64)
        # Row by row: a matrix product may give equal rows sums that differ in the last digit, and ties go by id.
        similarity = (self.dense.vectors(candidates) * vector).sum(axis=1)
        balance = dict.fromkeys(Language, 0.0) if ranking is Ranking.UNBALANCED else self.balance(vector)
        hits = []
        for row, cosine in zip(candidates.tolist(), similarity.tolist(), strict=True):
            passage = self.passages[row]
            fused = cosine + LANGUAGE_BALANCE * balance[passage.language] + bonus.get(row, 0.0)
            share = lexical.get(row, 0.0)
            score = {Ranking.DENSE: cosine, Ranking.LEXICAL: share}.get(ranking, fused)
            hits.append(Hit(passage, row, score, cosine, share))
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k]

    def balance(self, vector: Vector) -> dict[Language, float]:
        """How much less a question [d] has in common with each language's passages than with the nearest language's."""
        common = {language: float(centre @ vector) for language, centre in self.centres.items()}
        return {language: max(common.values()) - value for language, value in common.items()}

    def concepts(self, question: str, language: Language, target: Language) -> list[Concept]:
        """Return what `question` is about in the words of `target`."""

        def transcribe(word: str) -> tuple[str, ...]:
            known = target is language and self.lexical.knows(word, language)
            return () if known else self.transcriptions.of(word, language, target)

        if target is language:
            return own_words(question, language, transcribe)
        return self.lexicon.carry(question, language, target, transcribe)

    def _match_words(
        self, question: str, language: Language, rows: Rows | None, ranking: Ranking
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Share of the question's weight by row, and what it adds to the score."""
        share: dict[int, float] = {}
        bonus: dict[int, float] = {}
        targets = [language] if ranking is Ranking.UNCARRIED else self.centres
        for target in targets:
            found, shares = self.lexical.search(self.concepts(question, language, target), target, CANDIDATES, rows)
            own = target is language
            certainty = 1.0 if ranking is Ranking.UNWEIGHTED else distinctiveness(shares) ** 2
            weight = (LEXICAL_WEIGHT if own else CARRIED_WEIGHT) * certainty
            floor = LEXICAL_FLOOR if own else 0.0
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
