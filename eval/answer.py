"""Questions in, answers out, for measuring from outside."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from assistant.__main__ import answer_row
from assistant.answer import Turn
from assistant.pipeline import Assistant
from assistant.prompts import say
from assistant.understand import QuestionError
from corpus.language import detect_language


def answer_all(
    assistant: Assistant, rows: Iterable[dict[str, Any]], report: Callable[[int], None]
) -> Iterator[dict[str, Any]]:
    """Yield an answer per question, in order; a question that cannot be taken has its reason in `error`."""
    for done, row in enumerate(rows, start=1):
        question = asked(row)
        try:
            result = answer_row(assistant.ask(question, turns(row.get("history"))))
        except QuestionError as error:
            language = detect_language(question[:200])
            result = {
                "language": language.value,
                "answer": say(language, "errors", error.key, **error.values),
                "abstention": None,
                "citations": [],
                "model": "",
                "seconds": 0.0,
                "error": error.key,
            }
        report(done)
        yield {"id": row["id"]} | result | {"question": row["question"]}


def asked(row: dict[str, Any]) -> str:
    """Return the question of `row`, empty when it is no text."""
    return row["question"] if isinstance(row["question"], str) else ""


def turns(history: object) -> list[Turn]:
    """Read a history as evaluators write it: questions, [question, answer] pairs, objects with question and answer, or
    chat messages with role and content; raise QuestionError when it is written otherwise.
    """
    read: list[Turn] = []
    if history is not None and not isinstance(history, list):
        raise QuestionError("question.history")
    for item in history or []:
        match item:
            case str():
                read.append(Turn(item))
            case {"role": "user", "content": content}:
                read.append(Turn(str(content)))
            case {"role": "assistant", "content": content} if read:
                read[-1] = Turn(read[-1].question, str(content))
            case {"question": question}:
                read.append(Turn(str(question), str(item.get("answer") or "")))
            case [question, answer]:
                read.append(Turn(str(question), str(answer or "")))
            case {"role": "system" | "assistant"}:
                continue
            case _:
                raise QuestionError("question.history")
    return read
