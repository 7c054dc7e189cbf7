"""What is to be found for the questions of a set, in the passages of one language or of all: pools of questions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.answer import Query
from assistant.understand import MAX_CHARACTERS, QuestionError, understand
from corpus.passage import Language, Passage
from eval.cases import Case
from eval.gold import holds
from eval.jsonl import BadFileError
from eval.ready import ReadyPassages
from eval.run import Remembering
from eval.sets import read_cases
from index.search import Filter, Hit, PassageIndex

DEPTH = 10
Search = Callable[[PassageIndex, Query, Filter], list[Hit]]


@dataclass(frozen=True, slots=True)
class Pool:
    """Questions of one language, with what is relevant to each in the passages of one, or of all when None."""

    asked: Language
    searched: Language | None
    cases: list[Case]
    relevant: list[set[str]]

    @property
    def only(self) -> Filter:
        """What may be found."""
        return Filter(languages=frozenset({self.searched} if self.searched else ()))


@dataclass(frozen=True, slots=True)
class SearchedSet:
    """A set of questions with the passages that are searched for them."""

    path: Path
    index: PassageIndex
    id_of: Callable[[Passage], str]
    cases: list[Case]

    def pools(self) -> Iterator[Pool]:
        """Yield every pair of languages, then all languages together; only questions that have something to find."""
        language_of = {self.id_of(passage): passage.language for passage in self.index.passages}
        languages = sorted(self.index.languages)
        for asked in sorted({case.language for case in self.cases}):
            for searched in [*languages, *([None] if len(languages) > 1 else [])]:
                pool = Pool(asked, searched, [], [])
                for case in (case for case in self.cases if case.language is asked):
                    if there := {key for key in case.gold.relevant if searched in (None, language_of.get(key))}:
                        pool.cases.append(case)
                        pool.relevant.append(there)
                if pool.cases:
                    yield pool

    def find(self, case: Case, only: Filter, search: Search) -> list[str]:
        """Return the ids that `search` finds for a question, best first; none for one that cannot be taken."""
        try:
            query = understand(case.question[:MAX_CHARACTERS], case.history, self.index.spelling)
        except QuestionError:
            return []
        return [self.id_of(hit.passage) for hit in search(self.index, query, only)]


def open_set(
    path: Path, make_index: Callable[[Sequence[dict[str, Any]]], ReadyPassages], index: PassageIndex | None = None
) -> SearchedSet:
    """Read the questions at `path` with the passages they bring; raises BadFileError.

    Without passages of their own, passages of `index` that hold a quote of a question's evidence are relevant to it.
    Questions without a relevant passage are left out.
    """
    found = read_cases(path)
    if found.passages:
        ready = make_index(found.passages)
        opened, id_of, cases = ready.index, lambda passage: str(ready.id_of(passage)), list(found.cases)
    elif index is not None:
        opened, id_of, cases = index, lambda passage: passage.id, [_with_relevant(case, index) for case in found.cases]
    else:
        raise BadFileError(
            f"{path} brings no passages; give a folder with passages.jsonl, a SQuAD *.json, "
            "or name the index to search with --index DIR"
        )
    opened = replace(opened, embedder=Remembering(opened.embedder))
    return SearchedSet(path, opened, id_of, [case for case in cases if case.gold.relevant])


def _with_relevant(case: Case, index: PassageIndex) -> Case:
    relevant = frozenset(
        passage.id for passage in index.passages if any(holds(passage.text, quote) for quote in case.gold.evidence)
    )
    return replace(case, gold=replace(case.gold, relevant=relevant))
