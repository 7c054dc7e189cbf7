"""Whether there is enough evidence to answer."""

from dataclasses import replace

import pytest
from quotes import document_of, evidence_in

from assistant.answer import Abstention, Evidence
from assistant.evidence import judge
from corpus.split import split_document
from index.embed import DEFAULT

SENTENCE = evidence_in(split_document(document_of("The law has 31 articles.")), "The law has 31 articles.")


def evidence(similarity: float, coverage: float) -> Evidence:
    """A sentence of that similarity and coverage."""
    return replace(SENTENCE, similarity=similarity, coverage=coverage)


@pytest.mark.parametrize("embedder", [DEFAULT, "another-model"])
def test_without_evidence_nothing_was_found(embedder: str) -> None:
    assert judge([], embedder) is Abstention.NOTHING_FOUND


@pytest.mark.parametrize(
    ("similarity", "coverage", "verdict"),
    [
        (0.95, 1.0, None),  # near, and it speaks of all that is asked
        (0.92, 0.0, None),  # so near that the words do not matter
        (0.72, 0.0, Abstention.WEAK_EVIDENCE),  # as near as any text is to any other
        (0.72, 0.5, Abstention.WEAK_EVIDENCE),  # half the words, another meaning
    ],
)
def test_with_the_embedded_model_nearness_and_words_decide(
    similarity: float, coverage: float, verdict: Abstention | None
) -> None:
    assert judge([evidence(similarity, coverage)], DEFAULT) is verdict


def test_more_of_either_never_turns_an_answer_into_an_abstention() -> None:
    grid = [at / 50 for at in range(51)]
    for value in grid:
        by_similarity = [judge([evidence(similarity, value)], DEFAULT) is None for similarity in grid]
        by_coverage = [judge([evidence(value, coverage)], DEFAULT) is None for coverage in grid]
        assert by_similarity == sorted(by_similarity)
        assert by_coverage == sorted(by_coverage)


def test_cosines_of_another_model_are_not_judged() -> None:
    assert judge([evidence(similarity=0.2, coverage=0.9)], "another-model") is None
    assert judge([evidence(similarity=0.99, coverage=0.0)], "another-model") is Abstention.WEAK_EVIDENCE


def test_the_first_sentences_are_judged_together_and_later_ones_are_not() -> None:
    weak, strong = evidence(0.7, 0.0), evidence(0.95, 1.0)
    assert judge([weak, weak, strong], DEFAULT) is None
    assert judge([weak, weak, weak, strong], DEFAULT) is Abstention.WEAK_EVIDENCE
