"""Whether there is enough evidence to answer."""

import math
from dataclasses import asdict, replace
from itertools import pairwise
from typing import Any

import pytest
from quotes import document_of, evidence_in
from toy import ToyEmbedder

from assistant.answer import Evidence, Features, Query
from assistant.evidence import JUDGED, Model, confidence, features, least_confidence, models
from corpus.passage import Language
from corpus.split import split_document
from index.embed import DEFAULT
from index.search import PassageIndex

SENTENCE = evidence_in(split_document(document_of("The law has 31 articles.")), "The law has 31 articles.")
STRONG = Features(0.0, 0.0, 0.0, 0.0, 0.95, 0.2, 6.0)
WEAK = Features(0.6, 1.0, 1.0, 1.0, 0.72, 0.02, -6.0)
SAID = {"missing", "unsaid_name", "unsaid_number", "unmet"}
SETS = [SAID, SAID | {"similarity", "lead"}, set(asdict(STRONG))]
SETS.append(SETS[2] - {"similarity", "lead"})
QUERY = Query("How many articles?", "How many articles?", "How many articles?", Language.EN)
every_set = pytest.mark.parametrize("names", SETS, ids=lambda names: "+".join(sorted(names)))


def sentence(similarity: float = 0.8, missing: float = 0.5, reading: float | None = None) -> Evidence:
    """A sentence of which so much is known."""
    return replace(SENTENCE, similarity=similarity, missing=missing, reading=reading)


def only(names: set[str], found: Features) -> Features:
    """`found` without what is not named."""
    unknown: dict[str, Any] = dict.fromkeys(asdict(found).keys() - names)
    return replace(found, **unknown)


@pytest.fixture
def known(toy_index: PassageIndex) -> PassageIndex:
    """An index of the embedded model, by its name."""
    embedder = ToyEmbedder()
    embedder.name = DEFAULT
    return replace(toy_index, embedder=embedder)


def test_features_are_the_best_of_the_chosen_and_all_that_was_read(known: PassageIndex) -> None:
    chosen = [sentence(0.8, 0.5, -1.0), sentence(0.9, 0.25, 3.0)]
    ranked = [*chosen, sentence(0.99, 0.0, -5.0), sentence(0.99, 0.0)]
    assert features(known, QUERY, ranked, chosen) == Features(0.25, 0.0, 0.0, 0.0, 0.9, 0.0, 3.0)


def test_later_sentences_of_the_chosen_are_not_judged(known: PassageIndex) -> None:
    chosen = [*[sentence(0.7, 0.5)] * JUDGED, sentence(0.95, 0.0)]
    assert features(known, QUERY, chosen, chosen) == Features(0.5, 0.0, 0.0, 0.0, 0.7, 0.0, None)


def test_the_lead_is_over_the_tenth(known: PassageIndex) -> None:
    ranked = [replace(SENTENCE, score=1.0 - at / 100) for at in range(20)]
    assert features(known, QUERY, ranked, ranked[:1]).lead == pytest.approx(0.09)


def test_cosines_of_another_model_are_not_judged(toy_index: PassageIndex) -> None:
    found = features(toy_index, QUERY, [SENTENCE], [SENTENCE])
    assert found == Features(0.0, 0.0, 0.0, 0.0, None, None, None)


def test_without_a_cross_encoder_there_are_no_readings(known: PassageIndex) -> None:
    assert features(known, QUERY, [SENTENCE], [SENTENCE]).known().keys() == SETS[1]


def test_a_reading_of_zero_is_known(known: PassageIndex) -> None:
    found = features(known, QUERY, [sentence(reading=0.0)], [sentence(reading=0.0)])
    assert found.known().keys() == SETS[2]
    assert found.reading == 0.0


def test_what_the_question_demands_and_nothing_says_is_a_feature(known: PassageIndex) -> None:
    query = replace(QUERY, search="How much did Japan pay for the law in 2019?")
    found = features(known, query, [SENTENCE], [SENTENCE])
    assert (found.unsaid_name, found.unsaid_number, found.unmet) == (1.0, 1.0, 1.0)


def test_confidence_is_a_logistic_regression(monkeypatch: pytest.MonkeyPatch) -> None:
    fitted = Model({"missing": -2.0, "similarity": 10.0}, -7.0, 0.6)
    monkeypatch.setattr("assistant.evidence.models", lambda: (fitted,))
    half = replace(STRONG, missing=0.5, similarity=0.8)
    assert confidence(half) == pytest.approx(0.5)  # -7 - 1 + 8 = 0
    assert confidence(replace(half, missing=0.0)) == pytest.approx(1 / (1 + math.exp(-1)))
    assert least_confidence(half) == 0.6


def test_the_model_that_uses_most_of_what_is_known_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a feature that no model was fitted with is left aside."""
    small, large = Model({"missing": 0.0}, 0.0, 0.1), Model({"missing": 0.0, "lead": 0.0}, 0.0, 0.2)
    monkeypatch.setattr("assistant.evidence.models", lambda: (small, large))
    assert least_confidence(STRONG) == 0.2
    assert least_confidence(only(SAID, STRONG)) == 0.1


@every_set
def test_there_is_a_model_for_all_that_an_assistant_may_have(names: set[str]) -> None:
    """With the embedded model or another, with the cross-encoder or without."""
    assert sorted(map(sorted, (model.weights for model in models()))) == sorted(map(sorted, SETS))
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
