"""An actor as a Kazakh sentence names it, and actors named together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.decisions.kazakh.endings import AND


class Role(StrEnum):
    """What sort of actor."""

    BODY = "body"
    POST = "post"
    GROUP = "group"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Phrase:
    """An actor at `start` to `end` of a sentence; `case` is empty for the nominative."""

    start: int
    end: int
    role: Role
    name: str
    post: str
    case: str

    @property
    def base(self) -> str:
        """Return the name, or the post of one who is not named."""
        return self.name or self.post


def coordinated(sentence: str, phrases: Sequence[Phrase]) -> Iterator[list[Phrase]]:
    """Yield the phrases in groups that commas and "and" join; the last of a group bears its case."""
    group: list[Phrase] = []
    for phrase in phrases:
        between = sentence[group[-1].end : phrase.start] if group else ""
        joined = re.fullmatch(rf"\s*(?:,|,?\s*(?:{'|'.join(AND)}))\s*", between)
        if group and not (joined and group[-1].case in ("", phrase.case)):
            yield group
            group = []
        group.append(phrase)
    if group:
        yield group
