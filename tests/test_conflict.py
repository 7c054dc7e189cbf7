"""Different values for the same thing: which sentences differ, and that the newest is then said first."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from quotes import document_of, evidence_in

from assistant.answer import Evidence, Query
from assistant.conflict import NOW_MARGIN, SAME_SUBJECT, differ, newest_first, told_on
from corpus.passage import Language
from corpus.split import split_document

KK, RU, EN = Language.KK, Language.RU, Language.EN
OCTOBER, DECEMBER = date(2025, 10, 1), date(2025, 12, 25)
QUESTION = "Which place does Kazakhstan hold in the readiness index?"
TODAY = date(2026, 11, 22)


def put_in_order(question: str, found: list[Evidence]) -> tuple[list[Evidence], bool]:
    return newest_first(Query(question, question, question, EN), found, TODAY)


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
        # Deadlines of two things, on one day and on two: days are no values.
        ("The plan for schools is due by 1 July 2026.", "The pilot in colleges is due by 1 July 2026."),
        ("The plan for schools is due by 1 July 2026.", "The pilot in colleges is due by 1 August 2026."),
        # Without a value on one side, or with days and years only.
        ("Kazakhstan ranks 76th in the readiness index.", "Kazakhstan ranks high in the readiness index."),
        ("The law was signed on 17 November 2025.", "The law was signed on 18 November 2025."),
        ("The law was planned for 2025.", "The law was planned for 2026."),
        # One value is shared.
        ("The index ranks 195 countries, Kazakhstan 76th.", "The index ranks 195 countries, Kazakhstan 60th."),
    ],
    ids=[
        "said twice",
        "target and achievement",
        "two rankings",
        "one deadline",
        "two deadlines",
        "no value",
        "days",
        "years",
        "a value shared",
    ],
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
    assert put_in_order(QUESTION, [OLD, NEW]) == ([NEW, OLD], True)
    assert put_in_order(QUESTION, [NEW, OLD]) == ([NEW, OLD], True)


def test_three_values_go_by_date_and_one_without_a_date_comes_last() -> None:
    undated = said("Kazakhstan ranks 80th in the readiness index.", None)
    oldest = said("Kazakhstan ranks 72nd in the readiness index.", date(2024, 12, 1))
    assert put_in_order(QUESTION, [OLD, undated, NEW, oldest]) == ([NEW, OLD, oldest, undated], True)


def test_what_does_not_differ_from_the_best_follows_in_its_order() -> None:
    law, meeting = said("The law has 31 articles.", DECEMBER), said("The meeting was in Astana.", date(2026, 1, 1))
    assert put_in_order(QUESTION, [OLD, law, NEW, meeting]) == ([NEW, OLD, law, meeting], True)


def test_values_that_differ_among_the_others_only_are_left_as_they_are() -> None:
    law = said("The law has 31 articles.", DECEMBER)
    assert put_in_order(QUESTION, [law, OLD, NEW]) == ([law, OLD, NEW], False)


@pytest.mark.parametrize(
    "question", ["Which place did Kazakhstan hold in 2024?", "2024 жылы нешінші орында болды?", "А в 2024 году?"]
)
def test_a_question_that_names_a_year_keeps_the_order(question: str) -> None:
    assert put_in_order(question, [OLD, NEW]) == ([OLD, NEW], False)


def test_other_numbers_name_no_year() -> None:
    assert put_in_order("Who is 60th of 12025 in the index?", [OLD, NEW])[1]


def test_of_one_or_none_nothing_differs() -> None:
    assert put_in_order(QUESTION, []) == ([], False)
    assert put_in_order(QUESTION, [OLD]) == ([OLD], False)


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        (EN, "On 5 January 2026 the AI law was not yet in force.", "The AI law took effect on 18 January 2026."),
        (RU, "5 января 2026 года закон ещё не действовал.", "Закон вступил в силу 18 января 2026 года."),
        (KK, "2026 жылғы 5 қаңтарда заң әлі күшіне енбеген.", "Заң 2026 жылғы 18 қаңтарда күшіне енді."),
        (KK, "2026 жылғы 5 қаңтарда заң әлі күшіне енген жоқ.", "Заң 2026 жылғы 18 қаңтарда күшіне енді."),
    ],
)
def test_what_came_about_is_said_before_that_it_had_not_yet(language: Language, before: str, after: str) -> None:
    """Though the later document is the one that says "not yet"."""
    old, new = said(before, date(2026, 1, 5), language), said(after, date(2025, 11, 17), language)
    assert put_in_order("When did it come into force?", [old, new]) == ([new, old], False)
    assert put_in_order("When did it come into force?", [new, old]) == ([new, old], False)


def test_what_is_still_not_stays_first() -> None:
    signed = said("The law was signed on 17 November 2025.", date(2025, 11, 17))
    waiting = said("The law is not yet in force.", date(2026, 1, 5))
    planned = said("The law is to take effect on 1 January 2030.", date(2025, 11, 17))
    elsewhere = said("The code took effect on 12 July 2026.", date(2026, 7, 12), cosine=SAME_SUBJECT - 0.01)
    assert put_in_order("Is it in force?", [waiting, signed, planned, elsewhere])[0][0] is waiting


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("How many centres are there now?", "new"),
        ("Сколько центров сейчас?", "new"),
        ("Қазір қанша орталық бар?", "new"),
        ("How many centres are there?", "old"),
    ],
)
def test_who_asks_for_now_is_told_the_newest_first(question: str, first: str) -> None:
    old = said("There are 20 regional centres where startups learn.", OCTOBER)
    new = replace(said("In the regions 31 halls were opened.", DECEMBER), score=old.score - NOW_MARGIN / 2)
    assert put_in_order(question, [old, new]) == (([new, old] if first == "new" else [old, new]), False)


def test_what_is_new_but_far_behind_or_without_a_number_answers_no_how_many_now() -> None:
    old = said("There are 20 regional centres where startups learn.", OCTOBER)
    behind = replace(said("In the regions 31 halls were opened.", DECEMBER), score=old.score - 2 * NOW_MARGIN)
    unnumbered = said("Halls were opened in the regions.", DECEMBER)
    assert put_in_order("How many centres are there now?", [old, behind, unnumbered])[0][0] is old


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The law was signed.", OCTOBER),
        ("The law took effect on 18 January 2026.", date(2026, 1, 18)),
        ("Signed on 17 November 2025, it took effect on 18 January 2026.", date(2026, 1, 18)),
        ("In the meeting of 12 August 2025 he spoke of it.", date(2025, 8, 12)),
        ("It is to start on 1 January 2030.", OCTOBER),
        ("Finish it by 31 December 2025.", OCTOBER),
        ("Завершить до 31 декабря 2025 года.", OCTOBER),
        ("2025 жылғы 31 желтоқсанға дейін аяқталсын.", OCTOBER),
    ],
)
def test_a_sentence_tells_of_its_latest_day_that_has_come_and_is_no_deadline(text: str, day: date) -> None:
    assert told_on(said(text, OCTOBER), TODAY) == day


def test_of_what_differs_a_later_event_goes_before_a_later_document() -> None:
    recalled = said("On 1 May 2025 Kazakhstan ranked 76th in the readiness index.", date(2026, 3, 1))
    assert put_in_order(QUESTION, [recalled, NEW]) == ([NEW, recalled], True)
