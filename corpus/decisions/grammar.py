"""What is to be known of a language to read decisions in it. Each language fills it from its own tables."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.decisions.deadlines import Patterns
from corpus.decisions.values import Actor, Statement


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language says decisions.

    `statements` returns what a sentence says to be decided, in order, without overlap. `speaker` returns who speaks or
    acts in a sentence, if it names one: the issuer of what the sentences around it only quote. `author` returns who
    issued a document by a title or an opening such as "Указ Президента", "ПРИКАЗЫВАЮ". `deadlines` are patterns with
    their rules.
    """

    statements: Callable[[str], list[Statement]]
    speaker: Callable[[str], Actor | None]
    author: Callable[[str], Actor | None]
    deadlines: Patterns
