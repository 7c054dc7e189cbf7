"""The values of a conversation: the question once understood, citations, and the answer. No behaviour."""

from dataclasses import dataclass, field
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
    assistant, empty when nothing else was typed; `search` is what is searched for, in
    the language's own letters and with abbreviations in full; `as_of` is the day as of which it asks, when it names one.
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

    `similarity` is its cosine with the question, balanced between languages; `coverage` the share, 0 to 1, of the
    question's concepts that it speaks of.
    """

    passage: Passage
    start: int
    end: int
    score: float
    similarity: float
    coverage: float
    vector: NDArray[np.float32] = field(compare=False, repr=False)

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
class Answer:
    """What is said in return; an abstaining answer has no citations.

    `confidence`, 0 to 1, is how sure it is that the evidence answers; `model` names the writer, empty when extracted.
    """

    query: Query
    text: str
    language: Language
    citations: tuple[Citation, ...]
    abstention: Abstention | None
    confidence: float
    hits: tuple[Hit, ...]
    model: str
    seconds: float
