"""Command line of the assistant: ask, once or in a conversation; decisions. Notices go to stderr, answers to stdout."""

import json
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.answer import Answer, Turn
from assistant.pipeline import Assistant
from assistant.prompts import say
from assistant.register.command import decisions
from assistant.render import plain_text
from assistant.understand import QuestionError
from corpus.language import detect_language
from index.bundled_model import ModelMissingError
from index.command_line import FAILED, WRONG_USAGE
from index.embed import EmbedderError
from index.open import open_index
from index.progress import console
from index.storage import IndexUnusableError

app = typer.Typer(
    help="Ask an index of documents, or list the decisions they tell of.", no_args_is_help=True, add_completion=False
)
app.command()(decisions)


@app.callback()
def _commands() -> None:
    """Ask an index of documents, or list the decisions they tell of."""


@app.command()
def ask(
    index: Annotated[Path, typer.Option("--index", help="Folder of the index.")],
    question: Annotated[str | None, typer.Argument(help="The question; without it, a conversation.")] = None,
    cross_encoder: Annotated[
        bool, typer.Option(help="Let the cross-encoder read the sentences found, or do without.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as one JSON object.")] = False,
) -> None:
    """Answer a question with cited passages; without a question, prompt for one after another.

    Exit status: 0 answered or abstained, 1 the index cannot be used, 2 wrong usage.
    """
    try:
        assistant = Assistant(open_index(index, cross_encoder=cross_encoder))
    except (IndexUnusableError, EmbedderError, ModelMissingError) as error:
        console.print(str(error), style="red", markup=False)
        raise typer.Exit(FAILED) from None
    if question is None:
        _converse(assistant, as_json)
        return
    try:
        _print(assistant.ask(question), as_json)
    except QuestionError as error:
        console.print(_said(error, question), style="red", markup=False)
        raise typer.Exit(WRONG_USAGE) from None


def answer_row(answer: Answer) -> dict[str, Any]:
    """Return the answer as a JSON object; `document` is a path relative to its corpus root."""
    return {
        "question": answer.query.text,
        "standalone": answer.query.standalone,
        "language": answer.language.value,
        "answer": answer.text,
        "abstention": answer.abstention.value if answer.abstention else None,
        "citations": [
            {
                "number": citation.number,
                "document": citation.document.path,
                "title": citation.document.title,
                "publisher": citation.document.publisher,
                "url": citation.document.url,
                "date": citation.passage.date.isoformat() if citation.passage.date else None,
                "language": citation.passage.language.value,
                "page": citation.passage.page,
                "passage": citation.passage.text,
                "quote": citation.quote,
            }
            for citation in answer.citations
        ],
        "confidence": round(answer.confidence, 3),
        "model": answer.model,
        "seconds": round(answer.seconds, 3),
    }


def _converse(assistant: Assistant, as_json: bool) -> None:
    """Prompt until an empty line or the end of input; follow-ups see what went before."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    turns: list[Turn] = []
    language = detect_language("")
    while True:
        if sys.stdin.isatty():
            console.print(say(language, "interface", "terminal.prompt"), end="")
        line = sys.stdin.readline().strip()
        if not line:
            return
        try:
            answer = assistant.ask(line, turns)
        except QuestionError as error:
            console.print(_said(error, line), style="red", markup=False)
            continue
        language = answer.language
        turns.append(Turn(answer.query.text, answer.text))
        _print(answer, as_json)


def _print(answer: Answer, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(answer_row(answer), ensure_ascii=False))
        return
    if answer.query.rewritten:
        console.print(
            say(answer.language, "interface", "answer.understood", question=answer.query.standalone), markup=False
        )
    typer.echo(plain_text(answer) + "\n")


def _said(error: QuestionError, question: str) -> str:
    return say(detect_language(question[:200]), "errors", error.key, **error.values)


if __name__ == "__main__":
    app(prog_name="python -m assistant")
