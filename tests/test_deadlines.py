"""The last day allowed, from the words of a deadline and the day of the event."""

from datetime import date

import pytest

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.read import GRAMMARS
from corpus.decisions.values import Rule
from corpus.passage import Language

EVENT = date(2025, 8, 12)
KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("language", "text", "rule", "day"),
    [
        (RU, "представить до 15 сентября", Rule.DATE, "2025-09-15"),
        (RU, "представить до 1 августа", Rule.DATE, "2026-08-01"),  # the next such day
        (RU, "представить до 1 августа 2025 года", Rule.DATE, "2025-08-01"),  # a year that is named is kept
        (RU, "до конца года завершить работу", Rule.END_OF_YEAR, "2025-12-31"),
        (RU, "до конца первого квартала 2026 года", Rule.END_OF_QUARTER, "2026-03-31"),
        (RU, "до конца второго квартала внести", Rule.END_OF_QUARTER, "2026-06-30"),  # this year's is past
        (RU, "до конца первого квартала 2025 года", Rule.END_OF_QUARTER, "2025-03-31"),
        (RU, "в течение трёх месяцев внести предложения", Rule.WITHIN_MONTHS, "2025-11-12"),
        (RU, "в месячный срок внести предложения", Rule.WITHIN_MONTHS, "2025-09-12"),
        (RU, "в течение 10 дней", Rule.WITHIN_DAYS, "2025-08-22"),
        (RU, "за две недели", Rule.WITHIN_WEEKS, "2025-08-26"),
        (RU, "к 2029 году", Rule.YEAR, "2029-01-01"),
        (KK, "үш ай ішінде ұсыныс енгізсін", Rule.WITHIN_MONTHS, "2025-11-12"),
        (KK, "жыл соңына дейін аяқтау керек", Rule.END_OF_YEAR, "2025-12-31"),
        (KK, "2026 жылғы 1 наурызға дейін ұсынсын", Rule.DATE, "2026-03-01"),
        (EN, "by the end of the year", Rule.END_OF_YEAR, "2025-12-31"),
        (EN, "within three months", Rule.WITHIN_MONTHS, "2025-11-12"),
        (EN, "no later than 1 November", Rule.DATE, "2025-11-01"),
        (EN, "by the end of the first quarter of 2026", Rule.END_OF_QUARTER, "2026-03-31"),
    ],
)
def test_the_last_day_follows_by_a_rule(language: Language, text: str, rule: Rule, day: str) -> None:
    found = find_deadline(text, GRAMMARS[language].deadlines, EVENT)
    assert found is not None
    assert (found.rule, found.day) == (rule, date.fromisoformat(day))
    assert text[found.start : found.end] == found.text
    assert found.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (RU, "Закон подписан 17 ноября 2025 года."),
        (RU, "Закон действует с 18 января 2026 года."),
        (KK, "Заңға 2025 жылғы 17 қарашада қол қойылды."),
        (EN, "The law was signed on 17 November 2025."),
        (EN, "It has been in force since 18 January 2026."),
        (RU, "до 31 ноября 2025 года"),  # there is no such day
        (EN, ""),
    ],
)
def test_dates_of_what_happened_are_no_deadlines(language: Language, text: str) -> None:
    assert find_deadline(text, GRAMMARS[language].deadlines, EVENT) is None


def test_the_end_of_a_month_counts_its_days() -> None:
    patterns = GRAMMARS[RU].deadlines
    assert find_deadline("до конца февраля", patterns, date(2027, 11, 1)).day == date(2028, 2, 29)  # type: ignore[union-attr]
    assert find_deadline("в течение месяца", patterns, date(2026, 1, 31)).day == date(2026, 2, 28)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "text"),
    [(RU, "в кратчайшие сроки завершить"), (KK, "жедел түрде аяқтау"), (EN, "finish as soon as possible")],
)
def test_haste_is_a_deadline_without_a_day(language: Language, text: str) -> None:
    found = find_deadline(text, GRAMMARS[language].deadlines, EVENT)
    assert found is not None
    assert (found.day, found.rule) == (None, None)
    assert found.text in text


def test_without_a_day_to_count_from_there_is_no_last_day() -> None:
    found = find_deadline("в течение трёх месяцев", GRAMMARS[RU].deadlines, None)
    assert found is not None
    assert (found.day, found.rule) == (None, Rule.WITHIN_MONTHS)
    named = find_deadline("до 1 марта 2026 года", GRAMMARS[RU].deadlines, None)
    assert named is not None
    assert named.day == date(2026, 3, 1)


def test_a_day_beyond_the_calendar_is_none() -> None:
    for words in ("в течение трёх месяцев", "в течение 30 дней"):
        found = find_deadline(words, GRAMMARS[RU].deadlines, date(9999, 12, 31))
        assert found is not None
        assert found.day is None


def test_years_of_the_last_century_are_years() -> None:
    found = find_deadline("by 1 May 1996", GRAMMARS[EN].deadlines, date(1995, 1, 1))
    assert found is not None
    assert found.day == date(1996, 5, 1)
