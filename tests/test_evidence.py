"""Whether there is enough evidence to answer."""

import math
from dataclasses import asdict, replace
from itertools import pairwise
from typing import Any

import pytest
from quotes import document_of, evidence_in

from assistant.answer import Evidence, Features
from assistant.evidence import JUDGED, Model, confidence, features, least_confidence, models
from corpus.split import split_document
from index.embed import DEFAULT

SENTENCE = evidence_in(split_document(document_of("The law has 31 articles.")), "The law has 31 articles.")
STRONG, WEAK = Features(0.0, 0.95, 0.2, 6.0, 2.0), Features(0.6, 0.72, 0.02, -6.0, -7.0)
SETS = [{"missing"}, {"missing", "similarity", "lead"}, set(asdict(STRONG))]
SETS.append(SETS[2] - {"similarity", "lead"})
every_set = pytest.mark.parametrize("names", SETS, ids=lambda names: "+".join(sorted(names)))


def sentence(similarity: float = 0.8, missing: float = 0.5, reading: float | None = None) -> Evidence:
    """A sentence of which so much is known."""
    return replace(SENTENCE, similarity=similarity, missing=missing, reading=reading)


def only(names: set[str], found: Features) -> Features:
    """`found` without what is not named."""
    unknown: dict[str, Any] = dict.fromkeys(asdict(found).keys() - names)
    return replace(found, **unknown)


def test_features_are_the_best_of_the_chosen_and_all_that_was_read() -> None:
    chosen = [sentence(0.8, 0.5, -1.0), sentence(0.9, 0.25, 3.0)]
    ranked = [*chosen, sentence(0.99, 0.0, -5.0), sentence(0.99, 0.0)]
    assert features(ranked, chosen, DEFAULT) == Features(0.25, 0.9, 0.0, 3.0, -1.0)  # (3 - 1 - 5) / 3 is -1


def test_later_sentences_of_the_chosen_are_not_judged() -> None:
    chosen = [*[sentence(0.7, 0.5)] * JUDGED, sentence(0.95, 0.0)]
    assert features(chosen, chosen, DEFAULT) == Features(0.5, 0.7, 0.0, None, None)


def test_the_lead_is_over_the_tenth() -> None:
    ranked = [replace(SENTENCE, score=1.0 - at / 100) for at in range(20)]
    assert features(ranked, ranked[:1], DEFAULT).lead == pytest.approx(0.09)


def test_cosines_of_another_model_are_not_judged() -> None:
    assert features([SENTENCE], [SENTENCE], "another-model") == Features(0.0, None, None, None, None)


def test_without_a_cross_encoder_there_are_no_readings() -> None:
    assert features([SENTENCE], [SENTENCE], DEFAULT).known() == {"missing": 0.0, "similarity": 0.9, "lead": 0.0}


def test_a_reading_of_zero_is_known() -> None:
    found = features([sentence(reading=0.0)], [sentence(reading=0.0)], DEFAULT)
    assert found.known() == {"missing": 0.5, "similarity": 0.8, "lead": 0.0, "reading": 0.0, "mean_reading": 0.0}


def test_confidence_is_a_logistic_regression(monkeypatch: pytest.MonkeyPatch) -> None:
    fitted = {frozenset({"missing", "similarity"}): Model({"missing": -2.0, "similarity": 10.0}, -7.0, 0.6)}
    monkeypatch.setattr("assistant.evidence.models", lambda: fitted)
    assert confidence(Features(0.5, 0.8, None, None, None)) == pytest.approx(0.5)  # -7 - 1 + 8 = 0
    assert confidence(Features(0.0, 0.8, None, None, None)) == pytest.approx(1 / (1 + math.exp(-1)))
    assert least_confidence(Features(0.0, 0.8, None, None, None)) == 0.6


def test_a_set_of_features_without_a_model_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.evidence.models", dict)
    with pytest.raises(KeyError):
        confidence(STRONG)


@every_set
def test_there_is_a_model_for_all_that_an_assistant_may_have(names: set[str]) -> None:
    """With the embedded model or another, with the cross-encoder or without."""
    assert models().keys() == {frozenset(each) for each in SETS}
    assert 0 < least_confidence(only(names, STRONG)) < 1


@every_set
def test_strong_evidence_is_enough_and_weak_is_not(names: set[str]) -> None:
    strong, weak = only(names, STRONG), only(names, WEAK)
    assert 0 <= confidence(weak) < least_confidence(weak)
    assert least_confidence(strong) <= confidence(strong) <= 1


@every_set
def test_better_evidence_never_lowers_the_confidence(names: set[str]) -> None:
    """Feature by feature, from the weak to the strong."""
    for name in names:
        worse, better = getattr(WEAK, name), getattr(STRONG, name)
        steps = [worse + (better - worse) * at / 10 for at in range(11)]
        sure = [confidence(replace(only(names, WEAK), **{name: value})) for value in steps]
        assert all(one < other for one, other in pairwise(sure)), name
