"""One clause of a Kazakh sentence, with the verb that may decide something."""

from dataclasses import dataclass
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.kazakh.actors import find_actors
from corpus.decisions.kazakh.phrase import Phrase
from corpus.decisions.kazakh.verbs import Verb
from corpus.decisions.kazakh.words import DEADLINES
from corpus.decisions.values import Deadline

_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of `sentence`, from `start` to the end of its verb, and on to `end`.

    `piece` is where the finite clause of the verb itself begins; what stands before belongs to it for want of another.
    """

    sentence: str
    start: int
    piece: int
    end: int
    verb: Verb
    verb_start: int
    verb_end: int

    @property
    def text(self) -> str:
        """Return the words up to the end of the verb."""
        return self.sentence[self.start : self.verb_end]

    @property
    def before(self) -> str:
        """Return the words up to the verb."""
        return self.sentence[self.start : self.verb_start]

    @property
    def verb_text(self) -> str:
        """Return the verb."""
        return self.sentence[self.verb_start : self.verb_end].lower()

    @property
    def actors(self) -> list[Phrase]:
        """Return the actors up to the verb."""
        return [each for each in find_actors(self.sentence) if self.start <= each.start and each.end <= self.verb_end]

    @property
    def deadline(self) -> Deadline | None:
        """Return the deadline in the clause, as if it were said on any day; None for mere haste."""
        found = find_deadline(self.sentence[self.start : self.end], DEADLINES, _ANY_DAY)
        return found if found and found.day else None
