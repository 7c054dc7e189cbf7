"""Different values for the same thing: which sentences differ, and that the newest is then said first."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from quotes import document_of, evidence_in

from assistant.answer import Evidence
from assistant.conflict import SAME_SUBJECT, differ, newest_first
from corpus.passage import Language
from corpus.split import split_document

KK, RU, EN = Language.KK, Language.RU, Language.EN
OCTOBER, DECEMBER = date(2025, 10, 1), date(2025, 12, 25)
QUESTION = "Which place does Kazakhstan hold in the readiness index?"


def said(text: str, day: date | None, language: Language = EN, cosine: float = 1.0) -> Evidence:
    """A sentence published on `day`, of that cosine with one of cosine 1."""
    document = document_of(text, language, id=f"{text}-{day}.md", published=day)
    vector = np.array([cosine, (1 - cosine**2) ** 0.5], np.float32)
    found = evidence_in(split_document(document), text)
    return replace(found, passage=replace(found.passage, language=language), vector=vector)


OLD = said("Kazakhstan ranks 76th in the readiness index.", OCTOBER)
NEW = said("Kazakhstan now ranks 60th in the readiness index.", DECEMBER)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        (EN, "Kazakhstan ranks 76th in the readiness index.", "Kazakhstan now ranks 60th in the readiness index."),
        (RU, "Казахстан занял 76-е место в индексе готовности.", "Казахстан занял 60-е место в индексе готовности."),
        (KK, "Қазақстан дайындық индексінде 76-орын алды.", "Қазақстан дайындық индексінде 60-орын алды."),
    ],
)
def test_another_value_of_another_day_for_the_same_thing_differs(language: Language, old: str, new: str) -> None:
    one, other = said(old, OCTOBER, language), said(new, DECEMBER, language)
    assert differ(one, other)
    assert differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The law has 31 articles.", "The law has 31 articles."),
        # A target and an achievement: of 13 words 4 (thousand, student, train, to) are shared.
        (
            "The plan is to train 900 thousand students by 2026.",
            "In 2025 almost 700 thousand students were sent to train.",
        ),
        # Two rankings: Kazakhstan, ranks, in and the are shared, out of 11.
        (
            "Kazakhstan ranks 60th in the AI readiness index.",
            "Kazakhstan ranks 24th in the e-government development survey of the United Nations.",
        ),
        # Without a value on one side, or with days and years only.
        ("Kazakhstan ranks 76th in the readiness index.", "Kazakhstan ranks high in the readiness index."),
        ("The law was signed on 17 November 2025.", "The law was signed on 18 November 2025."),
        ("The law was planned for 2025.", "The law was planned for 2026."),
        # One value is shared.
        ("The index ranks 195 countries, Kazakhstan 76th.", "The index ranks 195 countries, Kazakhstan 60th."),
    ],
    ids=["said twice", "target and achievement", "two rankings", "no value", "days", "years", "a value shared"],
)
def test_what_does_not_differ(one: str, other: str) -> None:
    assert not differ(said(one, OCTOBER), said(other, DECEMBER))


def test_values_of_one_day_or_in_two_languages_do_not_differ() -> None:
    """One document may count two things; across languages words cannot be compared."""
    assert not differ(OLD, said(NEW.quote, OCTOBER))
    assert not differ(said(OLD.quote, None), said(NEW.quote, None))
    assert differ(said(OLD.quote, None), NEW)
    assert not differ(OLD, said("Казахстан занимает 60-е место в индексе готовности.", DECEMBER, RU))


@pytest.mark.parametrize(("cosine", "expected"), [(SAME_SUBJECT + 0.01, True), (SAME_SUBJECT - 0.01, False)])
def test_only_what_means_nearly_the_same_differs(cosine: float, expected: bool) -> None:
    assert differ(OLD, replace(NEW, vector=said("x", None, cosine=cosine).vector)) is expected


def test_of_different_values_the_newest_comes_first() -> None:
    assert newest_first(QUESTION, [OLD, NEW]) == ([NEW, OLD], True)
    assert newest_first(QUESTION, [NEW, OLD]) == ([NEW, OLD], True)


def test_three_values_go_by_date_and_one_without_a_date_comes_last() -> None:
    undated = said("Kazakhstan ranks 80th in the readiness index.", None)
    oldest = said("Kazakhstan ranks 72nd in the readiness index.", date(2024, 12, 1))
    assert newest_first(QUESTION, [OLD, undated, NEW, oldest]) == ([NEW, OLD, oldest, undated], True)


def test_what_does_not_differ_from_the_best_follows_in_its_order() -> None:
    law, meeting = said("The law has 31 articles.", DECEMBER), said("The meeting was in Astana.", date(2026, 1, 1))
    assert newest_first(QUESTION, [OLD, law, NEW, meeting]) == ([NEW, OLD, law, meeting], True)


def test_values_that_differ_among_the_others_only_are_left_as_they_are() -> None:
    law = said("The law has 31 articles.", DECEMBER)
    assert newest_first(QUESTION, [law, OLD, NEW]) == ([law, OLD, NEW], False)


@pytest.mark.parametrize(
    "question", ["Which place did Kazakhstan hold in 2024?", "2024 жылы нешінші орында болды?", "А в 2024 году?"]
)
def test_a_question_that_names_a_year_keeps_the_order(question: str) -> None:
    assert newest_first(question, [OLD, NEW]) == ([OLD, NEW], False)


def test_other_numbers_name_no_year() -> None:
    assert newest_first("Who is 60th of 12025 in the index?", [OLD, NEW])[1]


def test_of_one_or_none_nothing_differs() -> None:
    assert newest_first(QUESTION, []) == ([], False)
    assert newest_first(QUESTION, [OLD]) == ([OLD], False)
