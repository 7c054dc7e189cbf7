"""What a question demands and the sentences chosen have or lack."""

from dataclasses import replace

import pytest
from quotes import evidence_of

from assistant.answer import Evidence, Query
from assistant.demands import unmet, unsaid_name, unsaid_number
from corpus.passage import Language
from index.search import PassageIndex

KK, RU, EN = Language.KK, Language.RU, Language.EN


def asked(question: str, language: Language = EN) -> Query:
    return Query(question, question, question, language)


@pytest.fixture
def said(toy_index: PassageIndex) -> list[Evidence]:
    """A sentence of the AI law in English and one of the readiness index in Kazakh."""
    return evidence_of(
        toy_index,
        "The law on artificial intelligence was signed on 17 November 2025.",
        "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды.",
    )


@pytest.mark.parametrize(
    ("question", "language", "lacking"),
    [
        ("When was the law signed in Kazakhstan?", EN, False),
        ("When was the law signed in Japan?", EN, True),
        ("Which place did Estonia take?", EN, True),
        ("Какое место занял Казахстан?", RU, False),
        ("Какое место занял Узбекистан?", RU, True),
        ("Kazakhstan signed what?", EN, False),
        ("May I ask when it was signed?", EN, False),
        ("Заң қашан қабылданды, artificial intelligence туралы?", KK, False),
        ("Заңды OpenAI қашан қабылдады?", KK, True),
    ],
)
def test_a_name_of_the_question_that_nothing_says(
    toy_index: PassageIndex, said: list[Evidence], question: str, language: Language, lacking: bool
) -> None:
    assert unsaid_name(toy_index, asked(question, language), said) is lacking


@pytest.mark.parametrize(
    ("question", "lacking"),
    [("What was signed in 2025?", False), ("What was signed in 2022?", True), ("Who took place 60?", False)],
)
def test_a_number_of_the_question_that_nothing_says(
    toy_index: PassageIndex, said: list[Evidence], question: str, lacking: bool
) -> None:
    assert unsaid_number(toy_index, asked(question), said) is lacking


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("How much did the law cost?", True),
        ("How much do 60 million people pay?", True),
        ("What is the budget of the index?", True),
        ("Сколько стоит закон?", True),
        ("Заңға қанша ақша жұмсалды?", True),
        ("По какому номеру звонить?", True),
        ("How many articles does the law have?", False),
        ("When was the budget signed?", False),
        ("How much of the budget do countries spend, what percentage?", False),
    ],
)
def test_a_sum_or_a_telephone_is_asked_for_and_nothing_has_one(
    said: list[Evidence], question: str, lacking: bool
) -> None:
    assert unmet(asked(question), said) is lacking


def test_a_number_in_groups_is_one_number(toy_index: PassageIndex) -> None:
    said = evidence_of(toy_index, "The law has 31 articles.")
    large = [replace(said[0], passage=replace(said[0].passage, title="5000 firms"))]
    assert not unsaid_number(toy_index, asked("Which are the 5 000 firms?"), large)


def test_the_question_before_demands_nothing(toy_index: PassageIndex, said: list[Evidence]) -> None:
    query = asked("Who visited Japan in 2019? When was the law signed?")
    assert not unsaid_name(toy_index, query, said)
    assert not unsaid_number(toy_index, query, said)


def test_what_is_asked_for_is_there(toy_index: PassageIndex, said: list[Evidence]) -> None:
    assert not unmet(asked("Which article obliges owners and what is it?"), said)
