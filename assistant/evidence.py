"""Is there enough evidence to answer? The judgement before anything is written.

A line through two measures of the sentences chosen: how near the nearest is to the question, and the share of its
concepts that the best speaks of. Fitted by logistic regression to questions with and without an answer in the
documents, most of the latter off topic, and moved to the side of answering; docs/answering.md has the figures. Cosines
of another embedding model lie elsewhere, so with another model only the concepts are judged.
"""

import math
from collections.abc import Sequence

from assistant.answer import Evidence
from index.embed import DEFAULT

SIMILARITY_WEIGHT = 35.0
COVERAGE_WEIGHT = 1.7
OFFSET = -28.9
LEAST_COVERAGE = 0.15
LEAST_CONFIDENCE = 0.5
JUDGED = 3


def confidence(chosen: Sequence[Evidence], embedder: str) -> float:
    """Return how sure it is, 0 to 1, that `chosen`, best first, answers the question."""
    if not chosen:
        return 0.0
    similarity = max(evidence.similarity for evidence in chosen[:JUDGED])
    coverage = max(evidence.coverage for evidence in chosen[:JUDGED])
    if embedder == DEFAULT:
        return 1 / (1 + math.exp(-(SIMILARITY_WEIGHT * similarity + COVERAGE_WEIGHT * coverage + OFFSET)))
    return min(1.0, LEAST_CONFIDENCE * coverage / LEAST_COVERAGE)
