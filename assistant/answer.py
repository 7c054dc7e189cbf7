"""The values of a conversation: the question once understood, citations, and the answer. No behaviour."""

from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from corpus.passage import Document, Language, Passage
from index.search import Filter, Hit


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of the conversation so far, with the answer it was given (which may be empty)."""

    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A question once understood.

    `text` is as typed; `standalone` says it without the conversation before it and without instructions to the
    assistant, empty when nothing else was typed; `search` is what is searched for, in the language's own letters and
    with abbreviations in full; `as_of` is the day as of which it asks, when it names one.
    """

    text: str
    standalone: str
    search: str
    language: Language
    only: Filter = Filter()
    as_of: date | None = None

    @property
    def rewritten(self) -> bool:
        """Tell whether the conversation changed the question."""
        return self.standalone != self.text


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may answer: `quote` is `passage.text[start:end]`; `score` ranks it; `vector` is its own, [d].

    `similarity` is its cosine with the question; `missing` the share, 0 to 1, that the weightiest of the question's
    concepts of which neither it nor its title speaks has in the weight of all; `reading` the log odds that it answers,
    by the cross-encoder, None when that has not read it.
    """

    passage: Passage
    start: int
    end: int
    score: float
    similarity: float
    missing: float
    vector: NDArray[np.float32] = field(compare=False, repr=False)
    reading: float | None = None

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quote: `quote` is `passage.text[start:end]` and the passage a slice of `document.text`."""

    number: int
    document: Document
    passage: Passage
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.passage.text[self.start : self.end]


class Abstention(StrEnum):
    """Why there is no answer."""

    NOTHING_FOUND = "nothing_found"
    OUTSIDE_PERIOD = "outside_period"
    WEAK_EVIDENCE = "weak_evidence"
    UNSUPPORTED = "unsupported"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Features:
    """What the judgement of the evidence rests on; None where it cannot be had.

    `missing`: the least that a sentence chosen leaves out of the question; `unsaid_name` and `unsaid_number`: 1 if none
    of them says a name or a number of the question, else 0; `unmet`: 1 if none has the sum, address or leader wanted;
    `similarity`: the highest of those chosen; `lead`: how far the best sentence is ahead of the tenth; `reading`: the
    highest log odds by the cross-encoder of those it has read.
    """

    missing: float
    unsaid_name: float
    unsaid_number: float
    unmet: float
    similarity: float | None
    lead: float | None
    reading: float | None

    def known(self) -> dict[str, float]:
        """Return what can be had, by name."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said in return; an abstaining answer has no citations.

    `confidence`, 0 to 1, is how likely the evidence answers, judged by `features`, None where nothing was found;
    `model` names the writer, empty when extracted.
    """

    query: Query
    text: str
    language: Language
    citations: tuple[Citation, ...]
    abstention: Abstention | None
    confidence: float
    features: Features | None
    hits: tuple[Hit, ...]
    model: str
    seconds: float
