"""Dates are found as news, acts and file metadata write them in the three languages."""

import re
from datetime import UTC, date, datetime

import pytest

from corpus.dates import MONTH, find_date, find_dates, find_days, month_number, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "26 ноября 2025 года",
        "26 ноября 2025г.",
        "«26» ноября 2025 года",
        "26 Ноябрь 2025",
        "26.11.2025",
        "2025 жылғы 26 қараша",
        "2025 жылдың 26 қарашасында",
        "2025 ж. 26 қарашада",
        "2025 жылғы «26» қараша",
        "2025 жылғы 26-қараша",
        "26 қараша 2025",
        "26 November 2025",
        "26th of November 2025",
        "November 26, 2025",
        "Nov. 26, 2025",
        "2025-11-26",
        "2025-11-26T10:00:00+05:00",
        "2025/11/26",
        "2025.11.26",
        "26/11/2025",
        "26-11-2025",
    ],
)
def test_one_day_in_its_many_spellings(text: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found[0] == date(2025, 11, 26)


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (1, ("января", "қаңтарда", "January", "Jan")),
        (2, ("февраля", "ақпанда", "February", "Feb")),
        (3, ("марта", "наурызда", "March", "Mar")),
        (4, ("апреля", "сәуірде", "April", "Apr")),
        (5, ("мая", "мамырда", "May", "may")),
        (6, ("июня", "маусымда", "June", "Jun")),
        (7, ("июля", "шілдеде", "July", "Jul")),
        (8, ("августа", "тамызда", "August", "Aug")),
        (9, ("сентября", "қыркүйекте", "September", "Sept")),
        (10, ("октября", "қазандағы", "October", "Oct")),
        (11, ("ноября", "қарашадағы", "November", "Nov")),
        (12, ("декабря", "желтоқсанда", "December", "Dec")),
    ],
)
def test_every_month_in_three_languages(number: int, names: tuple[str, ...]) -> None:
    assert [month_number(name) for name in names] == [number] * len(names)


@pytest.mark.parametrize("word", ["маяк", "мартовский", "marketing", "decision", "қазақ", "янтарь", ""])
def test_words_that_begin_like_a_month_are_none(word: str) -> None:
    assert month_number(word) == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "В 2025 году в ноябре",
        "5 маяков 2025 года",
        "3 decisions 2025",
        "31 февраля 2025 года",
        "2025-13-45",
        "тел. 12025-11-26",
        "11/26/2025",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_the_first_date_counts_and_its_place_is_told() -> None:
    text = "Закон подписан 17 ноября 2025 года и вступил в силу 2026-01-18."
    found = find_date(text)
    assert found is not None
    day, start, end = found
    assert (day, text[start:end]) == (date(2025, 11, 17), "17 ноября 2025")


def test_an_impossible_date_gives_way_to_the_next() -> None:
    found = find_date("31 февраля 2025 года, затем 1 марта 2025 года")
    assert found is not None
    assert found[0] == date(2025, 3, 1)


def test_a_span_of_days_is_read_by_its_last() -> None:
    found = find_date("20-21 ноября 2025 года")
    assert found is not None
    assert found[0] == date(2025, 11, 21)


def test_all_dates_are_found_in_order_and_none_within_another() -> None:
    text = "2025 жылғы 17 қарашада қол қойылды, 18.01.2026 күшіне енді; 12 июля 2026 года, 31 февраля 2025 года."
    found = list(find_dates(text))
    assert [day for day, _, _ in found] == [date(2025, 11, 17), date(2026, 1, 18), date(2026, 7, 12)]
    assert [text[start:end] for _, start, end in found][1:] == ["18.01.2026", "12 июля 2026"]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2025, 11, 26), date(2025, 11, 26)),
        (datetime(2025, 11, 26, 23, 59, tzinfo=UTC), date(2025, 11, 26)),
        ("2025-11-26T10:00:00Z", date(2025, 11, 26)),
        ("26.11.2025", date(2025, 11, 26)),
        ("2025", None),
        ("", None),
        (None, None),
        (20251126, None),
        (["2025"], None),
    ],
)
def test_declared_dates(value: object, day: date | None) -> None:
    parsed = parse_date(value)
    assert parsed == day
    assert not isinstance(parsed, datetime)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("октябрь 2025", "октябрь"),
        ("В ОКТЯБРЕ", "ОКТЯБРЕ"),
        ("2025 жылғы қазандағы жағдай", "қазандағы"),
        ("Sept. 2", "Sept"),
    ],
)
def test_months_are_found_within_other_patterns(text: str, month: str) -> None:
    found = re.search(MONTH, text, re.IGNORECASE)
    assert found is not None
    assert found["month"] == month


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11 ноября министр подписал приказ", "2025-11-11"),
        ("подписал его 30 декабря", "2024-12-30"),  # this year's is still to come
        ("10-го ноября", "2025-11-10"),
        ("12 қарашада бекітілді", "2025-11-12"),
        ("signed on 3 May", "2025-05-03"),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day(text: str, day: str) -> None:
    ((found, start, end),) = find_days(text, date(2025, 11, 20))
    assert found.isoformat() == day
    assert text[start:end].strip()[0].isdigit()


@pytest.mark.parametrize("text", ["17 ноября 2025 года", "31 ноября", "2025-11-17", "в ноябре", "12.11 ноября"])
def test_a_full_date_or_none_is_no_day_without_a_year(text: str) -> None:
    assert list(find_days(text, date(2025, 11, 20))) == []
