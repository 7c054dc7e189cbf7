"""The sentences that answer, picked from the hits without a language model.

A sentence is ranked by its passage's score and its own similarity to the question, raised by the share of the
question's concepts that it speaks of (by weight, in its own language) and by holding the kind of thing that is asked
for (a date, a number, a name). Under a heading that asks, or after an interviewer's question, it speaks of what that
asked. The cross-encoder then reads the first few and raises those that it takes for answers.
The constants were chosen on question sets of different kinds; see docs/answering.md.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Evidence, Query
from assistant.answer_words import asks, holds, leans_back
from assistant.conflict import differ
from assistant.question_words import asks_for_several, wanted
from assistant.understand import asked_now, in_short, last_question
from corpus.passage import Language
from index.search import Hit, PassageIndex
from index.terms import terms

SENTENCE = 0.5
CONCEPTS = 0.15
RIGHT_KIND = 0.02
OTHER_LANGUAGE_MARGIN = 0.03
LATER_MARGIN = 0.2
SAME_WORDS = 0.7
SAME_MEANING = 0.88
CANDIDATES = 6
SIBLING = 0.06
LONGEST_WITH_CONTEXT = 450
READ, READING = 6, 0.12


def rank_sentences(index: PassageIndex, query: Query, hits: Sequence[Hit]) -> list[Evidence]:
    """Return every sentence of `hits` as evidence, best first, ties by passage id and place.

    Passages were found by all that is searched for; a sentence is to be near to what is asked now.
    """
    question = index.embed_question(asked_now(query))
    kind = wanted(last_question(query))
    coverage = {language: _Coverage(index, query, language) for language in index.languages}
    ranked = []
    for hit in hits:
        passage, vectors = hit.passage, index.sentences.of(hit.row)
        lead = next(filter(asks, (passage.heading, passage.title)), "")
        for (start, end), vector in zip(passage.sentences, vectors, strict=True):
            sentence = passage.text[start:end]
            if asks(sentence):
                lead = sentence
                continue
            cosine, share = float(vector @ question), coverage[passage.language].share(f"{lead}\n{sentence}")
            missing = coverage[passage.language].missing(f"{passage.title}\n{lead}\n{sentence}")
            score = hit.score + SENTENCE * cosine + CONCEPTS * share + RIGHT_KIND * holds(sentence, kind)
            ranked.append(Evidence(passage, start, end, score, cosine, missing, vector))
    return sorted(ranked, key=lambda evidence: (-evidence.score, evidence.passage.id, evidence.start))


def read(index: PassageIndex, query: Query, ranked: list[Evidence]) -> list[Evidence]:
    """Return `ranked` with the first few read together with the question and ranked anew."""
    if index.cross_encoder is None:
        return ranked
    first = ranked[:READ]
    scores = index.cross_encoder.score(in_short(asked_now(query)), [evidence.quote for evidence in first]).tolist()
    known = [
        replace(evidence, reading=odds, score=evidence.score + READING / (1 + math.exp(-odds)))
        for evidence, odds in zip(first, scores, strict=True)
    ]
    return sorted([*known, *ranked[READ:]], key=lambda each: (-each.score, each.passage.id, each.start))


class _Coverage:
    """How much of the question a sentence in one language speaks of."""

    def __init__(self, index: PassageIndex, query: Query, language: Language) -> None:
        self._language = language
        concepts = index.concepts(query.search, query.language, language)
        self._weights = [(concept, index.lexical.weight(concept, language)) for concept in concepts]
        self._total = sum(weight for _, weight in self._weights)

    def share(self, text: str) -> float:
        """Return the weight of the concepts in `text` over the weight of all, 0 to 1."""
        return 1.0 - sum(self._unspoken(text)) / self._total if self._total else 0.0

    def missing(self, text: str) -> float:
        """Return the weight of the weightiest concept that is not in `text` over the weight of all, 0 to 1."""
        return max(self._unspoken(text), default=0.0) / self._total if self._total else 0.0

    def _unspoken(self, text: str) -> list[float]:
        present = set(terms(text, self._language))
        return [
            weight
            for concept, weight in self._weights
            if not any(present.issuperset(phrase) for phrase in concept.phrases)
        ]


def choose(query: Query, ranked: Sequence[Evidence]) -> list[Evidence]:
    """Pick the sentences to quote, best first, each in the question's own language if it is said there as well.

    Sentences that say the same twice, or fall far behind the best, are left out. Where a list is asked for, sentences
    of the best one's document come forward.
    """
    if not ranked:
        return []
    own = [evidence for evidence in ranked if evidence.passage.language is query.language]
    near = own and ranked[0].score - own[0].score <= OTHER_LANGUAGE_MARGIN
    best = own[0] if near else _in_own_language(ranked[0], own)
    document = best.passage.document_id if asks_for_several(last_question(query)) else None

    def place(evidence: Evidence) -> float:
        return evidence.score + SIBLING * (evidence.passage.document_id == document)

    chosen = [best]
    for evidence in sorted(ranked, key=place, reverse=True):
        if len(chosen) == CANDIDATES:
            break
        said = _in_own_language(evidence, own)
        behind = evidence.score < best.score - LATER_MARGIN
        if not behind and not any(_says_the_same(said, other) for other in chosen):
            chosen.append(said)
    return chosen


def with_context(evidence: Evidence) -> Evidence:
    """Begin the quote a sentence earlier if it leans on that one and both together are not long."""
    spans = evidence.passage.sentences
    at = next((at for at, (start, _) in enumerate(spans) if start == evidence.start), 0)
    if not at or not leans_back(evidence.quote) or evidence.end - spans[at - 1][0] > LONGEST_WITH_CONTEXT:
        return evidence
    return replace(evidence, start=spans[at - 1][0])


def _in_own_language(found: Evidence, own: Sequence[Evidence]) -> Evidence:
    """Return what says the same among the sentences in the question's `own` language, else `found` itself."""
    if not own or found.passage.language is own[0].passage.language:
        return found
    nearest = max(own, key=lambda other: float(other.vector @ found.vector))
    return nearest if float(nearest.vector @ found.vector) >= SAME_MEANING else found


def _says_the_same(one: Evidence, other: Evidence) -> bool:
    """Compare by terms within a language (Jaccard), by meaning across languages (cosine)."""
    if one.passage.language is not other.passage.language:
        return float(one.vector @ other.vector) >= SAME_MEANING
    if differ(one, other):
        return False
    first, second = (set(terms(evidence.quote, evidence.passage.language)) for evidence in (one, other))
    return len(first & second) >= SAME_WORDS * len(first | second)
