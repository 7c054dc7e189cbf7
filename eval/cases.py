"""The values of a measurement: questions with what is known of their answers. No behaviour."""

from dataclasses import dataclass
from typing import Any

from assistant.answer import Turn
from corpus.passage import Language


@dataclass(frozen=True, slots=True)
class Gold:
    """What is known of the right answer.

    An answer is right if it has one string of every group of `must_contain` and none of `must_not_contain`; without
    groups, if it cites `evidence`: the words of the documents that answer, in every language in which they say it.
    Without `answerable` the right answer is to abstain, or to correct the question with `must_contain`. `relevant` are
    ids of passages, where the set brings its own.
    """

    answerable: bool
    must_contain: tuple[tuple[str, ...], ...] = ()
    must_not_contain: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    relevant: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """One question to be asked; `split`, `type` and `style` may be empty."""

    id: str
    question: str
    language: Language
    gold: Gold
    history: tuple[Turn, ...] = ()
    split: str = ""
    type: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class CaseSet:
    """The questions of a file or folder, and the passages they are about, where it brings them.

    A passage is an object with at least id and text. `ungraded` counts questions left out, since nothing is known of
    their answers.
    """

    cases: tuple[Case, ...]
    passages: tuple[dict[str, Any], ...] = ()
    ungraded: int = 0
