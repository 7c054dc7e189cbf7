"""A piece of a Russian sentence with its words, and what it is found to decide."""

from dataclasses import dataclass
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.russian.clauses import Piece
from corpus.decisions.russian.morphs import Word, words_of
from corpus.decisions.russian.words import DEADLINES
from corpus.decisions.values import Actor, Kind

_ANY_DAY = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class Found:
    """A decision that a piece says; an issuer of None is to be found around it."""

    kind: Kind
    issuer: Actor | None
    addressees: tuple[str, ...]
    action: str


class Clause:
    """A piece with its words, read once."""

    def __init__(self, piece: Piece) -> None:
        self.piece, self.text = piece, piece.text
        self.words: list[Word] = words_of(piece.text)
        self.deadline = find_deadline(piece.text, DEADLINES, _ANY_DAY) is not None

    def index(self, offset: int) -> int:
        """Return the word at or after an offset of the text."""
        return next((at for at, word in enumerate(self.words) if word.end > offset), len(self.words))
