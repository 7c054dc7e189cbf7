"""The chat without a browser: what its events yield, in which order and in which language."""

import html
import re
from collections.abc import Iterator
from typing import Any

import gradio as gr
import pytest

from assistant.answer import Turn
from assistant.pipeline import Assistant
from assistant.prompts import say, wording
from assistant.ui import NAMES, Exchange, _answer, _language, _relabel, build_ui
from assistant.understand import MAX_CHARACTERS
from corpus.passage import Language
from index.search import PassageIndex

RU, KK, EN = Language.RU, Language.KK, Language.EN
QUESTION = "How many articles does the law have?"
SKIP = gr.skip()


@pytest.fixture
def assistant(toy_index: PassageIndex) -> Assistant:
    """The assistant over four small documents."""
    return Assistant(toy_index)


def visible(markup: str) -> str:
    """The text that a browser shows of `markup`."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def events(
    assistant: Assistant, question: str, interface: Language = EN, past: list[Exchange] | None = None
) -> list[tuple[Any, ...]]:
    """Everything that asking yields: question box, messages, conversation and the text to copy."""
    return list(_answer(assistant, question, interface, past or []))


def test_the_answer_grows_line_by_line_and_ends_with_its_citations(assistant: Assistant) -> None:
    answer = assistant.ask(QUESTION)
    lines = answer.text.split("\n")
    shown = [messages[-1]["content"] for _, messages, _, _ in events(assistant, QUESTION)]
    assert visible(shown[0]) == "Searching the documents…"
    assert [visible(content) for content in shown[1:-1]] == ["".join(lines[: at + 1]) for at in range(len(lines))]
    assert not any("<details" in content for content in shown[:-1])
    assert shown[-1].count("<details") == len(answer.citations) >= 1


def test_the_question_box_is_emptied_once_and_then_left_to_the_next_question(assistant: Assistant) -> None:
    boxes = [box for box, *_ in events(assistant, QUESTION)]
    assert boxes[0] == ""
    assert len(boxes) > 2
    assert all(box == SKIP for box in boxes[1:])


def test_the_conversation_has_the_question_at_once_and_its_answer_at_the_end(assistant: Assistant) -> None:
    talks = [talk for _, _, talk, _ in events(assistant, QUESTION)]
    assert [talk[-1].question for talk in talks] == [QUESTION] * len(talks)
    assert {talk[-1].answer for talk in talks[:-1]} == {""}
    assert talks[-1][-1].answer == assistant.ask(QUESTION).text


def test_what_can_be_copied_is_the_finished_answer(assistant: Assistant) -> None:
    copies = [copied for *_, copied in events(assistant, QUESTION)]
    assert set(copies[:-1]) == {""}
    assert copies[-1].startswith("The law has 31 articles. (zan.kz, 2025-11-17) [1]")
    assert "https://example.org/law" in copies[-1]


def test_messages_show_the_whole_conversation_in_order(assistant: Assistant) -> None:
    *_, (_, _, first, _) = events(assistant, QUESTION)
    *_, (_, messages, talk, _) = events(assistant, "and in 2024?", past=first)
    assert [message["role"] for message in messages] == ["user", "assistant"] * 2
    assert [visible(message["content"]) for message in messages[::2]] == [QUESTION, "and in 2024?"]
    assert messages[1]["content"] == first[0].html
    assert [turn.question for turn in talk] == [QUESTION, "and in 2024?"]
    assert visible(messages[-1]["content"]).startswith("Understood as: How many articles does the law have in 2024?")


@pytest.mark.parametrize(
    ("interface", "shown"), [(EN, "Understood as: "), (RU, "Вопрос понят так: "), (KK, "Сұрақты былай түсіндім: ")]
)
def test_what_the_page_says_is_in_its_language_and_the_answer_in_that_of_the_question(
    assistant: Assistant, interface: Language, shown: str
) -> None:
    past = [Exchange(QUESTION, "31 [1]", "")]
    *_, (_, messages, talk, _) = events(assistant, "and in 2024?", interface, past)
    assert visible(messages[-1]["content"]).startswith(shown)
    assert talk[-1].answer == assistant.ask("and in 2024?", [Turn(QUESTION)]).text


@pytest.mark.parametrize(
    ("question", "interface", "said"),
    [
        ("", KK, say(KK, "errors", "question.empty")),
        ("  ", RU, say(RU, "errors", "question.empty")),
        ("?!", RU, say(RU, "errors", "question.empty")),
        ("Когда? " * 300, EN, say(RU, "errors", "question.too_long", limit=2000, length=2100)),
        ("Қашан? " * 300, EN, say(KK, "errors", "question.too_long", limit=2000, length=2100)),
        ("When? " * 400, KK, say(EN, "errors", "question.too_long", limit=2000, length=2400)),
    ],
)
def test_an_error_is_told_in_the_language_of_the_question_or_else_of_the_page(
    assistant: Assistant, question: str, interface: Language, said: str
) -> None:
    searching, (box, messages, talk, copied) = events(assistant, question, interface)
    assert searching[0] == ""
    assert visible(messages[-1]["content"]) == said
    assert 'class="error"' in messages[-1]["content"]
    assert (box, copied) == (question, ""), "what was typed comes back to be mended"
    assert (talk[-1].question, talk[-1].answer) == (question, "")


def test_a_question_that_failed_is_not_part_of_what_follow_ups_refer_to(assistant: Assistant) -> None:
    *_, (_, _, talk, _) = events(assistant, QUESTION)
    *_, (_, _, talk, _) = events(assistant, "я" * 3000, past=talk)
    *_, (_, messages, _, _) = events(assistant, "and in 2024?", past=talk)
    assert visible(messages[-1]["content"]).startswith("Understood as: How many articles does the law have in 2024?")


def test_hostile_and_overlong_questions_are_shown_as_text_and_cut(assistant: Assistant) -> None:
    hostile = "<img src=x onerror=alert(1)> **bold** [x](javascript:y) How many articles?"
    for _, messages, _, _ in events(assistant, hostile):
        assert set(re.findall(r"<(\w+)", messages[0]["content"])) == {"div"}
        assert visible(messages[0]["content"]) == hostile
    _, (_, messages, _, _) = events(assistant, "слово " * 100_000)
    assert len(visible(messages[0]["content"])) <= MAX_CHARACTERS
    assert visible(messages[0]["content"]).endswith("слово…")


@pytest.mark.parametrize("language", list(Language))
def test_the_page_is_relabelled_in_each_language(assistant: Assistant, language: Language) -> None:
    words = wording(language, "interface")
    chat_tab, decisions_tab, radio, heading, chat, examples_label, *rest = _relabel(assistant, language)
    first, second, third, fourth, question, ask, copy, retry, clear = rest
    page = words["page"]
    tabs = wording(language, "register")["tab"]
    assert (chat_tab["label"], decisions_tab["label"]) == (tabs["chat"], tabs["decisions"])
    assert (radio["value"], radio["label"]) == (language.value, page["language"])
    assert visible(heading) == page["title"] + page["subtitle"]
    assert visible(chat["placeholder"]) == say(language, "interface", "page.welcome", documents=4)
    assert visible(examples_label) == page["examples"]
    assert [first, second, third, fourth] == [
        words["examples"][name] for name in ("first", "second", "third", "fourth")
    ]
    assert (question["placeholder"], question["label"]) == (page["placeholder"], page["question"])
    assert [ask, copy, retry, clear] == [page[name] for name in ("ask", "copy", "retry", "clear")]


@pytest.mark.parametrize(
    ("choice", "language"),
    [
        ("kk", KK),
        ("kk-KZ", KK),
        ("ru-RU", RU),
        ("RU", RU),
        ("en-GB", EN),
        ("de-DE", EN),
        ("kz", EN),
        ("", EN),
        (None, EN),
    ],
)
def test_the_language_of_the_page_is_one_of_three(choice: str | None, language: Language) -> None:
    assert _language(choice) is language


def test_every_language_names_itself() -> None:
    assert NAMES == {KK: "Қазақша", RU: "Русский", EN: "English"}


@pytest.fixture
def page(assistant: Assistant) -> Iterator[gr.Blocks]:
    """The page as laid out."""
    built = build_ui(assistant)
    yield built
    built.close()


def handlers(page: gr.Blocks, trigger: str) -> list[Any]:
    """The functions behind the events of a component, by its elem_id."""
    component = next(key for key, block in page.blocks.items() if getattr(block, "elem_id", None) == trigger)
    return [fn for fn in page.fns.values() if any(target == component for target, _ in fn.targets)]


def test_nothing_of_the_page_can_be_called_from_outside(page: gr.Blocks) -> None:
    assert {fn.api_visibility for fn in page.fns.values() if fn.fn is not None} == {"private"}


def test_enter_and_the_button_are_one_event_so_that_nothing_is_asked_twice(page: gr.Blocks) -> None:
    [by_button] = handlers(page, "ask")
    [by_enter] = handlers(page, "question")
    assert by_button is by_enter
    assert by_button.trigger_mode == "once"


def test_questions_of_one_conversation_wait_for_each_other(page: gr.Blocks) -> None:
    asking = [fn for fn in page.fns.values() if fn.concurrency_id == "ask"]
    assert len(asking) == 6  # the box, four examples, retry
    assert {fn.concurrency_limit for fn in asking} <= {1, "default"}


def test_clearing_stops_what_is_being_answered(page: gr.Blocks) -> None:
    cancelled = {at for fn in handlers(page, "clear") for at in fn.cancels}
    assert cancelled == {fn._id for fn in page.fns.values() if fn.concurrency_id == "ask"}


def retry(page: gr.Blocks, past: list[Exchange]) -> list[tuple[Any, ...]]:
    """What the retry button yields."""
    [event] = handlers(page, "retry")
    return list(event.fn("en", past))


def test_retry_asks_the_last_question_again_in_its_place(assistant: Assistant, page: gr.Blocks) -> None:
    *_, (_, _, talk, _) = events(assistant, QUESTION)
    *_, (_, _, talk, _) = events(assistant, "and in 2024?", past=talk)
    *_, (_, messages, again, _) = retry(page, talk)
    assert again == talk
    assert len(messages) == 4


def test_retry_after_an_error_asks_what_failed_and_keeps_what_was_answered(
    assistant: Assistant, page: gr.Blocks
) -> None:
    *_, (_, _, talk, _) = events(assistant, QUESTION)
    *_, (_, _, talk, _) = events(assistant, "???", past=talk)
    *_, (_, messages, again, _) = retry(page, talk)
    assert [turn.question for turn in again] == [QUESTION, "???"]
    assert again[0].answer == talk[0].answer != ""
    assert visible(messages[-1]["content"]) == say(EN, "errors", "question.empty")


def test_retry_without_a_conversation_changes_nothing(page: gr.Blocks) -> None:
    assert retry(page, []) == [(SKIP,) * 4]
