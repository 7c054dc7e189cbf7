"""Every question asked and judged; one that fails does not stop the others.

Besides the question as it stands: what would have been answered where Jauap abstained, which tells what its confidence
is worth; and the answerable questions once more in the documents of one language at a time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.answer import Answer
from assistant.pipeline import Assistant
from corpus.language import detect_language
from corpus.passage import Language
from eval.cases import Case
from eval.judge import Score, is_right_answer, judge
from index.embed import Embedder, Report, Vectors
from index.search import Filter, PassageIndex

ANYWHERE = Filter()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case: the answer or the `error`, (part, whole) by measure, and the same by language searched.

    `confidence`, 0 to 1, and `right_if_answered` are of the answer that is given when abstaining is not allowed.
    """

    case: Case
    answer: Answer | None
    error: str
    scores: dict[str, Score]
    confidence: float
    right_if_answered: bool
    pairs: dict[Language, dict[str, Score]]


class Remembering:
    """An embedder that embeds each question once; for asking the same again, never for measuring time."""

    def __init__(self, embedder: Embedder) -> None:
        self.name, self.dimension = embedder.name, embedder.dimension
        self._embedder = embedder
        self._known: dict[str, Vectors] = {}

    def embed_passages(self, texts: Sequence[str], report: Report = lambda count: None) -> Vectors:
        """Embed passages: float32 [n, dimension]."""
        return self._embedder.embed_passages(texts, report)

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Embed questions, one at a time: float32 [n, dimension]."""
        for text in texts:
            if text not in self._known:
                self._known[text] = self._embedder.embed_questions([text])
        return np.concatenate([self._known[text] for text in texts])


def run(index: PassageIndex, cases: Sequence[Case], report: Callable[[int], None]) -> Iterator[Outcome]:
    """Yield an outcome per case, in order; `report` is told how many are done."""
    again = replace(index, embedder=Remembering(index.embedder))
    plain, insisting, repeating = Assistant(index), Assistant(again, least_confidence=0), Assistant(again)
    for done, case in enumerate(cases, start=1):
        answer, error = _ask(plain, case)
        forced = _ask(insisting, case)[0] if answer and answer.abstention else answer
        pairs = {
            language: judge(case, _ask(repeating, case, Filter(languages=frozenset({language})))[0])
            for language in _answered_in(case, index.languages)
        }
        sure = answer.confidence if answer else 0.0
        right = forced is not None and is_right_answer(case, forced)
        report(done)
        yield Outcome(case, answer, error, judge(case, answer), sure, right, pairs)


def _ask(assistant: Assistant, case: Case, only: Filter = ANYWHERE) -> tuple[Answer | None, str]:
    """Ask; whatever goes wrong with one question is that question's error and no other's."""
    try:
        return assistant.ask(case.question, case.history, only), ""
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"


def _answered_in(case: Case, languages: Iterable[Language]) -> list[Language]:
    """The languages in which documents are known to answer; all where no evidence is given."""
    if not case.gold.answerable:
        return []
    known = {detect_language(quote) for quote in case.gold.evidence} or set(languages)
    return sorted(known.intersection(languages))
