"""BM25 over our own terms (tantivy), an index per language, since a word's rarity is a matter of its language.

The only module that knows tantivy.
"""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray

from corpus.passage import Language
from index.lexicon import Concept, Phrase
from index.terms import term

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]
K1 = 1.2  # tantivy's own; its b is 0.75
_HEAP_BYTES = 50_000_000


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", fast=True, indexed=True)
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class LexicalIndex:
    """The term indices of the languages that occur."""

    def __init__(self, indices: dict[Language, tantivy.Index]) -> None:
        self._indices = indices

    @classmethod
    def build(cls, folder: Path, entries: Iterable[tuple[int, Language, Sequence[str]]]) -> "LexicalIndex":
        """Write (row, language, terms) under `folder`, one index per language."""
        by_language: dict[Language, list[tuple[int, Sequence[str]]]] = {}
        for row, language, terms in entries:
            by_language.setdefault(language, []).append((row, terms))
        folder.mkdir(parents=True, exist_ok=True)
        for language, rows in by_language.items():
            path = folder / language.value
            path.mkdir()
            index = tantivy.Index(_schema(), path=str(path))
            writer = index.writer(_HEAP_BYTES, 1)  # one thread: the same documents give the same segments
            for row, terms in rows:
                document = tantivy.Document()
                document.add_unsigned("row", row)
                document.add_text("terms", " ".join(terms))
                writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()
        return cls.read(folder)

    @classmethod
    def read(cls, folder: Path) -> "LexicalIndex":
        """Open what `build` wrote; raises ValueError when a part is damaged."""
        paths = ((language, folder / language.value) for language in Language)
        return cls({language: tantivy.Index.open(str(path)) for language, path in paths if path.is_dir()})

    def search(
        self, concepts: Sequence[Concept], language: Language, k: int, rows: Rows | None = None
    ) -> tuple[Rows, Scores]:
        """Return up to `k` rows in `language` with their share of the question's weight, best first.

        A concept scores by its best phrase, a phrase by the mean BM25 of its terms (Robertson et al. 1994). The share
        is the sum over the sum of the concepts' weights: 0 for no match, up to K1 + 1 for a passage full of them.
        """
        empty = np.zeros(0, np.int64), np.zeros(0, np.float32)
        index = self._indices.get(language)
        if index is None or not concepts or (rows is not None and not len(rows)):
            return empty
        searcher = index.searcher()
        weights = [self.weight(concept, language) for concept in concepts]
        wanted = [
            (tantivy.Occur.Should, self._concept_query(index, concept, weight))
            for concept, weight in zip(concepts, weights, strict=True)
        ]
        query = tantivy.Query.boolean_query(wanted)
        if rows is not None:
            allowed = tantivy.Query.term_set_query(index.schema, "row", [int(row) for row in rows])
            silent = tantivy.Query.const_score_query(allowed, 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, silent)])
        hits = searcher.search(query, limit=k, count=False).hits
        if not hits:
            return empty
        total = sum(weights)
        found = np.array(searcher.fast_field_values("row", [address for _, address in hits]), np.int64)
        scores = np.array([score for score, _ in hits], np.float32) / max(total, 1e-9)
        order = np.lexsort((found, -scores))
        return found[order], scores[order].astype(np.float32)

    def knows(self, word: str, language: Language) -> bool:
        """Tell whether any passage in `language` has `word` in any form."""
        index = self._indices.get(language)
        return index is not None and index.searcher().doc_freq("terms", term(word, language)) > 0

    def weight(self, concept: Concept, language: Language) -> float:
        """Inverse document frequency of a concept's most frequent phrase; a phrase's is the mean of its terms'."""
        index = self._indices.get(language)
        return min(_idf(index, phrase) for phrase in concept.phrases) if index else 0.0

    def _concept_query(self, index: tantivy.Index, concept: Concept, weight: float) -> tantivy.Query:
        """The best phrase counts, and none for more than the concept: a rare synonym says no more than a usual one."""
        phrases = [
            tantivy.Query.boost_query(_phrase_query(index.schema, phrase), weight / _idf(index, phrase))
            for phrase in concept.phrases
        ]
        return phrases[0] if len(phrases) == 1 else tantivy.Query.disjunction_max_query(phrases)


def _idf(index: tantivy.Index, phrase: Phrase) -> float:
    searcher = index.searcher()
    count = searcher.num_docs
    containing = [searcher.doc_freq("terms", term) for term in phrase]
    return sum(math.log(1 + (count - number + 0.5) / (number + 0.5)) for number in containing) / len(phrase)


def _phrase_query(schema: tantivy.Schema, phrase: Phrase) -> tantivy.Query:
    words = [tantivy.Query.term_query(schema, "terms", term, index_option="freq") for term in phrase]
    if len(words) == 1:
        return words[0]
    return tantivy.Query.boolean_query(
        [(tantivy.Occur.Should, tantivy.Query.boost_query(word, 1 / len(words))) for word in words]
    )
