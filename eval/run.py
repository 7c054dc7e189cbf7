"""Answers against what they must contain: right, wrong, abstained, per language.

A question row: {"id", "question", "language", "answerable", "must_contain", "history"?, "split"?}. An answer is right
if for every group of `must_contain` it has at least one of the group's strings, whatever the case of letters.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from assistant.answer import Answer
from assistant.cite import is_verbatim
from assistant.pipeline import Assistant
from eval.answer import turns


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over questions; `verbatim` and `citations` count quotes, `characters` the length of all answers."""

    right: int = 0
    wrong: int = 0
    false_abstentions: int = 0
    abstained: int = 0
    invented: int = 0
    own_language: int = 0
    verbatim: int = 0
    citations: int = 0
    characters: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Add field by field."""
        return Tally(*(getattr(self, part.name) + getattr(other, part.name) for part in fields(Tally)))

    @property
    def answerable(self) -> int:
        """Questions that the documents answer."""
        return self.right + self.wrong + self.false_abstentions

    @property
    def unanswerable(self) -> int:
        """Questions that they do not."""
        return self.abstained + self.invented

    @property
    def questions(self) -> int:
        """All questions."""
        return self.answerable + self.unanswerable


def tally(answer: Answer, row: dict[str, Any]) -> Tally:
    """Judge one answer."""
    abstained = answer.abstention is not None
    right = not abstained and is_right(answer.text, row["must_contain"])
    answerable = bool(row["answerable"])
    return Tally(
        right=answerable and right,
        wrong=answerable and not right and not abstained,
        false_abstentions=answerable and abstained,
        abstained=not answerable and abstained,
        invented=not answerable and not abstained,
        own_language=answer.language == row["language"],
        verbatim=sum(is_verbatim(citation) for citation in answer.citations),
        citations=len(answer.citations),
        characters=len(answer.text),
    )


def is_right(text: str, must_contain: Sequence[Sequence[str]]) -> bool:
    """Tell whether `text` has one string of every group."""
    low = text.lower()
    return all(any(string.lower() in low for string in group) for group in must_contain)


def run(
    assistant: Assistant, rows: Iterable[dict[str, Any]], report: Callable[[int], None]
) -> tuple[dict[str, Tally], list[tuple[str, Answer]]]:
    """Answer and judge every question: tallies by language and under "all", and the failures by question id."""
    tallies: dict[str, Tally] = {}
    failures = []
    for done, row in enumerate(rows, start=1):
        answer = assistant.ask(str(row["question"]), turns(row.get("history")))
        one = tally(answer, row)
        for key in (str(row["language"]), "all"):
            tallies[key] = tallies.get(key, Tally()) + one
        if not one.right and not one.abstained:
            failures.append((str(row["id"]), answer))
        report(done)
    return dict(sorted(tallies.items())), failures
