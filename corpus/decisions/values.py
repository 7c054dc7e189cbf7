"""The values of decisions. No behaviour."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.passage import Language


class Kind(StrEnum):
    """What sort of decision: told to somebody, made, made known as made, or intended."""

    INSTRUCTION = "instruction"
    ADOPTED = "adopted"
    ANNOUNCED = "announced"
    PLANNED = "planned"


class Rule(StrEnum):
    """How the last day follows from the words of a deadline."""

    DATE = "date"
    MONTH = "month"
    END_OF_MONTH = "end_of_month"
    QUARTER = "quarter"
    END_OF_QUARTER = "end_of_quarter"
    END_OF_HALF_YEAR = "end_of_half_year"
    YEAR = "year"
    END_OF_YEAR = "end_of_year"
    WITHIN_DAYS = "within_days"
    WITHIN_WEEKS = "within_weeks"
    WITHIN_MONTHS = "within_months"
    WITHIN_YEARS = "within_years"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a body in its base form, "Касым-Жомарт Токаев", with the post if the text names it, "Президент"."""

    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a stretch of a sentence, `start` to `end`, says to be decided; an `issuer` of None is to be found around it.

    `addressees` are in their base form.
    """

    kind: Kind
    start: int
    end: int
    issuer: Actor | None
    addressees: tuple[str, ...]
    action: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """`text` stands at `start` to `end`; `day`, the last one, is None for mere haste or with nothing to count from."""

    day: date | None
    text: str
    rule: Rule | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision and its place: `quote` is exactly `text[start:end]` of the passage; empty names are unknown."""

    id: str
    document_id: str
    passage_id: str
    start: int
    end: int
    language: Language
    kind: Kind
    issued_by: str
    issuer_post: str
    addressed_to: tuple[str, ...]
    action: str
    issued_on: date | None
    deadline: date | None
    deadline_text: str
    deadline_rule: Rule | None
    quote: str
