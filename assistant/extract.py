"""The sentences that answer, picked from the hits without a language model.

A sentence is ranked by its passage's score and its own similarity to the question, raised when it shares the question's
words or holds the kind of thing that is asked for (a date, a number, a name).
"""

from collections.abc import Sequence

from assistant.answer import Evidence, Query
from assistant.question_words import holds, wanted
from assistant.understand import last_question
from corpus.passage import Language
from index.search import Hit, PassageIndex
from index.terms import terms

SHARED_WORDS = 0.04
RIGHT_KIND = 0.02
OTHER_LANGUAGE_MARGIN = 0.03
LATER_MARGIN = 0.12
SAME_FACT = 0.7
MOST = 3


def rank_sentences(index: PassageIndex, query: Query, hits: Sequence[Hit]) -> list[Evidence]:
    """Return every sentence of `hits` as evidence, best first, ties by passage id and place."""
    question = index.embedder.embed_questions([query.search])[0]
    kind = wanted(last_question(query))
    words = set(terms(query.search, query.language))
    ranked = []
    for hit in hits:
        similarity = index.sentences.of(hit.row) @ question
        for (start, end), cosine in zip(hit.passage.sentences, similarity.tolist(), strict=True):
            sentence = hit.passage.text[start:end]
            shared = len(words.intersection(terms(sentence, hit.passage.language))) / max(1, len(words))
            score = hit.score + cosine + SHARED_WORDS * shared + RIGHT_KIND * holds(sentence, kind)
            ranked.append(Evidence(hit.passage, start, end, score, cosine))
    return sorted(ranked, key=lambda evidence: (-evidence.score, evidence.passage.id, evidence.start))


def choose(query: Query, ranked: Sequence[Evidence]) -> list[Evidence]:
    """Pick one to three sentences in one language, the question's own unless another's are clearly better.

    Sentences that say the same twice, or fall far behind the best, are left out.
    """
    if not ranked:
        return []
    language = _language_of_evidence(query, ranked)
    pool = [evidence for evidence in ranked if evidence.passage.language is language]
    chosen: list[Evidence] = []
    for evidence in pool:
        if len(chosen) == MOST or evidence.score < pool[0].score - LATER_MARGIN:
            break
        if not any(_same_words(evidence, other) for other in chosen):
            chosen.append(evidence)
    return chosen


def _language_of_evidence(query: Query, ranked: Sequence[Evidence]) -> Language:
    best = ranked[0]
    own = next((evidence for evidence in ranked if evidence.passage.language is query.language), None)
    if own is not None and best.score - own.score <= OTHER_LANGUAGE_MARGIN:
        return query.language
    return best.passage.language


def _same_words(one: Evidence, other: Evidence) -> bool:
    """Compare two sentences by their sets of terms (Jaccard)."""
    first, second = (set(terms(evidence.quote, evidence.passage.language)) for evidence in (one, other))
    return len(first & second) >= SAME_FACT * len(first | second)
