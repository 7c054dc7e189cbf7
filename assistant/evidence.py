"""Is there enough evidence to answer? The judgement before anything is written.

A line through two measures of the sentences chosen: how near the nearest is to the question, and the share of its
concepts that the best speaks of. Fitted by logistic regression to questions with and without an answer in the
documents, most of the latter off topic, and moved to the side of answering; docs/answering.md has the figures. Cosines
of another embedding model lie elsewhere, so with another model only the concepts are judged.
"""

from collections.abc import Sequence

from assistant.answer import Abstention, Evidence
from index.embed import DEFAULT

SIMILARITY_WEIGHT = 35.0
COVERAGE_WEIGHT = 1.7
OFFSET = -28.9
LEAST_COVERAGE = 0.15
JUDGED = 3


def judge(chosen: Sequence[Evidence], embedder: str) -> Abstention | None:
    """Return why not to answer from `chosen`, best first, or None to go on."""
    if not chosen:
        return Abstention.NOTHING_FOUND
    similarity = max(evidence.similarity for evidence in chosen[:JUDGED])
    coverage = max(evidence.coverage for evidence in chosen[:JUDGED])
    if embedder == DEFAULT:
        enough = SIMILARITY_WEIGHT * similarity + COVERAGE_WEIGHT * coverage + OFFSET >= 0
    else:
        enough = coverage >= LEAST_COVERAGE
    return None if enough else Abstention.WEAK_EVIDENCE
