"""The time a question asks about: "as of" a day in three languages, and "last year" in figures."""

from datetime import date

import pytest

from assistant.periods import as_of, name_years
from assistant.understand import understand
from corpus.passage import Language
from index.search import Filter, PassageIndex

TODAY = date(2026, 3, 1)
OCTOBER = date(2025, 10, 31)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Какое место занимал Казахстан на октябрь 2025 года?", OCTOBER),
        ("Какое место занимал Казахстан по состоянию на октябрь 2025 года?", OCTOBER),
        ("Сколько было студентов на 1 октября 2025 года?", date(2025, 10, 1)),
        ("Сколько было студентов на 01.10.2025?", date(2025, 10, 1)),
        ("Сколько было студентов на момент 1 октября 2025 года?", date(2025, 10, 1)),
        ("Сколько было студентов на конец февраля 2024 года?", date(2024, 2, 29)),
        ("Сколько было студентов на конец 2025 года?", date(2025, 12, 31)),
        ("Сколько было студентов по состоянию на 2025 год?", date(2025, 12, 31)),
        ("What was the rank as of October 2025?", OCTOBER),
        ("As of 1 October 2025, how many students were there?", date(2025, 10, 1)),
        ("As of October 1, 2025, how many students were there?", date(2025, 10, 1)),
        ("How many students were there as at the end of February 2025?", date(2025, 2, 28)),
        ("How many students were there at the end of 2025?", date(2025, 12, 31)),
        ("2025 жылғы қазандағы жағдай бойынша нешінші орында?", OCTOBER),
        ("2025 жылдың соңындағы жағдай бойынша қанша студент?", date(2025, 12, 31)),
        ("2025 жылғы 1 қазандағы жағдай бойынша қанша студент?", date(2025, 10, 1)),
        ("2025 жылдың соңындағы жагдай бойынша канша студент?", date(2025, 12, 31)),
    ],
)
def test_a_question_asks_as_of_the_last_day_it_names(question: str, day: date) -> None:
    assert as_of(question) == day


@pytest.mark.parametrize(
    "question",
    [
        "Каков бюджет на 2026 год?",  # a plan for a year
        "Что запланировано на начало 2026 года?",
        "Какое заседание назначено на 26 ноября 2025 года?",
        "Почему запуск перенесли на октябрь 2025 года?",
        "Сколько мест выделено на 60 команд в 2025 году?",
        "Что решили на совещании 26 ноября 2025 года?",
        "Что произошло в октябре 2025 года?",
        "На 31 февраля 2025 года сколько было студентов?",  # there is no such day
        "What happened in October 2025?",
        "What was signed on 17 November 2025?",
        "What is planned for 2026?",
        "2025 жылғы қазанда не болды?",
        "2025 жылы жағдай қандай болды?",  # how things were in a year
        "Қазіргі жағдай қандай?",
        "Что там?",
        "",
    ],
)
def test_a_date_that_is_merely_mentioned_is_no_as_of(question: str) -> None:
    assert as_of(question) is None


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        ("Сколько выделили в прошлом году?", "ru", "Сколько выделили в 2025 году?"),
        ("Сколько выделили за прошлый год?", "ru", "Сколько выделили в 2025 году?"),
        ("Сколько выделят в этом году и в следующем году?", "ru", "Сколько выделят в 2026 году и в 2027 году?"),
        ("В текущем году что изменится?", "ru", "в 2026 году что изменится?"),
        ("What changed last year?", "en", "What changed in 2025?"),
        ("What changed in last year?", "en", "What changed in 2025?"),
        ("What changes this year and next year?", "en", "What changes in 2026 and in 2027?"),
        ("What are the plans for next year?", "en", "What are the plans for 2027?"),
        ("Былтыр қанша бөлінді?", "kk", "2025 жылы қанша бөлінді?"),
        ("Өткен жылы қанша бөлінді?", "kk", "2025 жылы қанша бөлінді?"),
        ("Откен жылы канша болинди?", "kk", "2025 жылы канша болинди?"),
        ("Биыл және келесі жылы не өзгереді?", "kk", "2026 жылы және 2027 жылы не өзгереді?"),
        ("Осы жылы не өзгереді?", "kk", "2026 жылы не өзгереді?"),
    ],
)
def test_years_are_named_in_figures(question: str, language: str, said: str) -> None:
    assert name_years(question, language, TODAY) == said


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Что изменилось за последние годы?", "ru"),
        ("Что изменилось в 2025 году?", "ru"),
        ("What changed in recent years?", "en"),
        ("Соңғы жылдары не өзгерді?", "kk"),
        ("Былтырғы индекс қандай?", "kk"),
    ],
)
def test_other_spans_of_time_stay_as_they_are(question: str, language: str) -> None:
    assert name_years(question, language, TODAY) == question


def test_an_understood_question_searches_up_to_its_day(toy_index: PassageIndex) -> None:
    asked = understand("What was the rank as of October 2025?", (), toy_index.spelling, today=TODAY)
    assert (asked.as_of, asked.only) == (OCTOBER, Filter(until=OCTOBER))
    named = understand("What was the rank last year?", (), toy_index.spelling, today=TODAY)
    assert (named.as_of, named.only) == (None, Filter())
    assert (named.standalone, named.rewritten) == ("What was the rank in 2025?", True)


def test_a_period_that_was_set_is_only_narrowed(toy_index: PassageIndex) -> None:
    question = "What was the rank as of October 2025?"
    earlier = Filter(frozenset({Language.EN}), until=date(2025, 1, 1))
    assert understand(question, (), toy_index.spelling, earlier, TODAY).only == earlier
    later = Filter(since=date(2025, 1, 1), until=date(2026, 1, 1))
    narrowed = understand(question, (), toy_index.spelling, later, TODAY)
    assert narrowed.only == Filter(since=date(2025, 1, 1), until=OCTOBER)
