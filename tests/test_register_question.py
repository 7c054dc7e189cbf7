"""Questions for decisions are known as such, in three languages, and answered from the register."""

from datetime import date

import pytest

from assistant.answer import Abstention, Answer
from assistant.pipeline import Assistant
from assistant.register.question import asked_of_register
from assistant.understand import understand
from corpus.passage import Language
from index.search import Filter, PassageIndex

TODAY = date(2026, 2, 10)


@pytest.fixture(scope="module")
def assistant(orders_index: PassageIndex) -> Assistant:
    return Assistant(orders_index, today=lambda: TODAY)


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


def period(assistant: Assistant, question: str) -> tuple[date | None, date | None]:
    asked = asked_of_register(understand(question, (), assistant.index.spelling, today=TODAY), TODAY)
    assert asked is not None
    return asked.wanted.due_after, asked.wanted.due_before


@pytest.mark.parametrize(
    ("question", "document", "count"),
    [
        ("Что поручили Правительству по стратегии?", "order.ru.md", 1),
        ("что поручил Бектенов министерству энергетики", "delay.ru.md", 1),
        ("Какие поручения даны Министерству энергетики?", "order.ru.md", 2),
        ("Үкіметке не тапсырылды?", "order.kk.md", 1),
        ("Ukimetke ne tapsyryldy?", "order.kk.md", 1),
        ("укиметке не тапсырылды", "order.kk.md", 1),
        ("What was the Ministry of Education told to do?", "other.en.md", 1),
        ("What did Tokayev instruct the Government to do?", "order.en.md", 1),
        ("What is due in Q3 2026?", "other.en.md", 1),
        ("Что нужно сделать в первом квартале 2026 года?", "delay.ru.md", 1),
        ("2025 жылдың соңына дейін не істелуі керек?", "order.kk.md", 2),
        ("What must be done by the end of 2025?", "order.en.md", 2),
        ("Какие сроки истекают в марте 2026 года?", "delay.ru.md", 1),
    ],
)
def test_a_question_for_decisions_is_answered_from_the_register(
    assistant: Assistant, question: str, document: str, count: int
) -> None:
    answer = assistant.ask(question)
    assert answer.abstention is None
    assert len(answer.citations) == count
    assert answer.citations[0].document.path == document
    decisions = {decision.quote for decision in assistant.index.decisions}
    assert set(quotes(answer)) <= decisions


def test_the_answer_says_deadline_state_and_source_in_the_language_asked(assistant: Assistant) -> None:
    lines = assistant.ask("Что поручили Правительству по стратегии?").text.split("\n")
    assert lines[0] == "Найдено решений в документах: 1; показано: 1."
    assert lines[1].startswith("— срок 31.12.2025")
    assert lines[1].endswith("(order.kz, 08.09.2025) [1]")
    done = Assistant(assistant.index, today=lambda: date(2026, 7, 1)).ask("What was the Government told to do?")
    assert "due 2025-12-31 · done:" in done.text


def test_a_period_without_deadlines_is_met_with_silence(assistant: Assistant) -> None:
    answer = assistant.ask("What is due in Q3 2031?")
    assert (answer.abstention, answer.citations) == (Abstention.NOTHING_FOUND, ())


def test_overdue_is_what_is_open_past_its_day(assistant: Assistant) -> None:
    later = Assistant(assistant.index, today=lambda: date(2026, 5, 1))
    answer = later.ask("Какие поручения просрочены?")
    assert [citation.document.path for citation in answer.citations] == ["delay.ru.md"]
    on_the_day = Assistant(assistant.index, today=lambda: date(2026, 3, 1)).ask("Какие поручения просрочены?")
    assert on_the_day.abstention is Abstention.NOTHING_FOUND
    before = later.ask("Какие поручения были просрочены по состоянию на 15 декабря 2025 года?")
    assert [citation.document.path for citation in before.citations] == ["order.ru.md"]


def test_a_month_of_what_was_told_is_the_last_one(assistant: Assistant) -> None:
    asked = asked_of_register(understand("Что поручил Бектенов в декабре?", (), assistant.index.spelling), TODAY)
    assert asked is not None
    assert (asked.wanted.since, asked.wanted.until) == (date(2025, 12, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What is due in Q1 2026?", "2026-01-01", "2026-03-31"),
        ("What is due in March 2026?", "2026-03-01", "2026-03-31"),
        ("What deadlines fall in 2026?", "2026-01-01", "2026-12-31"),
        ("What must be done by 1 July 2026?", "2026-01-01", "2026-07-01"),
        ("Что должно быть сделано до конца 2025 года?", "2025-01-01", "2025-12-31"),
        ("Что нужно сделать в этом году?", "2026-01-01", "2026-12-31"),
        ("2026 жылдың бірінші тоқсанында не істелуі керек?", "2026-01-01", "2026-03-31"),
        ("Что необходимо сделать в феврале?", "2026-02-01", "2026-02-28"),
        ("What must be done within three months?", "2026-02-10", "2026-05-10"),
        ("What was the Government told to do by the end of 2025?", "2025-01-01", "2025-12-31"),
    ],
)
def test_the_period_asked_for(assistant: Assistant, question: str, first: str, last: str) -> None:
    assert period(assistant, question) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "question",
    [
        "Когда вступил в силу закон об ИИ?",
        "Кто такой Бектенов?",
        "What is artificial intelligence?",
        "How many schools are there?",
        "Стратегия дегеніміз не?",
        "What must a company do?",  # no time by which, and told to nobody
        "Сколько стоит суперкомпьютер?",
        "Какова доля просроченных кредитов?",
        "What are overdue loans?",
    ],
)
def test_other_questions_are_left_to_search(assistant: Assistant, question: str) -> None:
    query = understand(question, (), assistant.index.spelling, today=TODAY)
    assert asked_of_register(query, TODAY) is None


def test_a_filter_holds_for_the_register_too(assistant: Assistant) -> None:
    answer = assistant.ask("Үкіметке не тапсырылды?", (), Filter(languages=frozenset({Language.EN})))
    assert {citation.passage.language for citation in answer.citations} == {Language.EN}


def test_personal_data_is_refused_before_the_register_is_asked(assistant: Assistant) -> None:
    question = "Какие поручения и какой номер мобильного телефона у Олжаса Бектенова?"
    assert asked_of_register(understand(question, (), assistant.index.spelling, today=TODAY), TODAY) is not None
    answer = assistant.ask(question)
    assert (answer.abstention, answer.citations) == (Abstention.REFUSED, ())
