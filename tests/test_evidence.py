"""Whether there is enough evidence to answer."""

from dataclasses import replace

import pytest
from quotes import document_of, evidence_in

from assistant.answer import Evidence
from assistant.evidence import LEAST_CONFIDENCE, confidence
from corpus.split import split_document
from index.embed import DEFAULT

SENTENCE = evidence_in(split_document(document_of("The law has 31 articles.")), "The law has 31 articles.")


def evidence(similarity: float, coverage: float) -> Evidence:
    """A sentence of that similarity and coverage."""
    return replace(SENTENCE, similarity=similarity, coverage=coverage)


def enough(found: list[Evidence], embedder: str = DEFAULT) -> bool:
    """Whether the assistant would answer."""
    return confidence(found, embedder) >= LEAST_CONFIDENCE


@pytest.mark.parametrize("embedder", [DEFAULT, "another-model"])
def test_without_evidence_there_is_no_confidence(embedder: str) -> None:
    assert confidence([], embedder) == 0.0


@pytest.mark.parametrize(
    ("similarity", "coverage", "verdict"),
    [
        (0.95, 1.0, True),  # near, and it speaks of all that is asked
        (0.92, 0.0, True),  # so near that the words do not matter
        (0.72, 0.0, False),  # as near as any text is to any other
        (0.72, 0.5, False),  # half the words, another meaning
    ],
)
def test_with_the_embedded_model_nearness_and_words_decide(similarity: float, coverage: float, verdict: bool) -> None:
    assert enough([evidence(similarity, coverage)]) is verdict


def test_more_of_either_never_lowers_the_confidence() -> None:
    grid = [at / 50 for at in range(51)]
    for value in grid:
        by_similarity = [confidence([evidence(similarity, value)], DEFAULT) for similarity in grid]
        by_coverage = [confidence([evidence(value, coverage)], DEFAULT) for coverage in grid]
        assert by_similarity == sorted(by_similarity)
        assert by_coverage == sorted(by_coverage)


def test_cosines_of_another_model_are_not_judged() -> None:
    assert enough([evidence(similarity=0.2, coverage=0.9)], "another-model")
    assert not enough([evidence(similarity=0.99, coverage=0.0)], "another-model")


def test_the_first_sentences_are_judged_together_and_later_ones_are_not() -> None:
    weak, strong = evidence(0.7, 0.0), evidence(0.95, 1.0)
    assert enough([weak, weak, strong])
    assert not enough([weak, weak, weak, strong])
