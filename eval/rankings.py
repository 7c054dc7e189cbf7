"""Ways to search compared, per language of the question and of the passages.

A way to search is an entry in SEARCHES; to switch a stage off, add an entry that searches without it. All are compared
with the first by the paired bootstrap.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from assistant.answer import Query
from assistant.understand import MAX_CHARACTERS, QuestionError, understand
from corpus.passage import Language
from eval.bootstrap import difference, estimate, rate
from eval.cases import Case
from eval.jsonl import BadFileError
from eval.metrics import MEASURES, score
from eval.ready import ReadyPassages
from eval.run import Remembering
from eval.sets import read_cases
from index.search import Filter, Hit, PassageIndex, Ranking

DEPTH = 10
Search = Callable[[PassageIndex, Query, Filter], list[Hit]]
Data = dict[str, Any]


def by(ranking: Ranking) -> Search:
    """Return the search whose hits are ranked by `ranking`."""
    return lambda index, query, only: index.search(query.search, query.language, DEPTH, only, ranking)


SEARCHES: dict[str, Search] = {ranking.value: by(ranking) for ranking in Ranking}


def measure_rankings(
    path: Path,
    index: Callable[[Sequence[Data]], ReadyPassages],
    progress: Callable[[str, int, int], None],
) -> Data:
    """Return the figures of every search on the set at `path` by pair of languages; raises BadFileError.

    Questions without a relevant passage are left out of the pair; one that cannot be taken finds nothing.
    """
    found = read_cases(path)
    if not found.passages:
        raise BadFileError(f"{path} brings no passages; give a folder with passages.jsonl, or a SQuAD *.json")
    ready = index(found.passages)
    ready = replace(ready, index=replace(ready.index, embedder=Remembering(ready.index.embedder)))
    cases = [case for case in found.cases if case.gold.relevant]
    pairs = [pair for pair in _pairs(ready, cases) if pair.cases]
    total, done = sum(len(pair.cases) for pair in pairs) * len(SEARCHES), 0

    def find(case: Case, only: Filter, search: Search) -> list[str]:
        nonlocal done
        done += 1
        progress("searching", done, total)
        return _found(ready, case, only, search)

    figures = [figure for pair in pairs for figure in _compared(pair, find)]
    facts = {"set": str(path), "passages": str(len(found.passages)), "questions": str(len(cases))}
    facts |= {"model": ready.index.embedder.name, "compared with": next(iter(SEARCHES))}
    return {"kind": "retrieval", "facts": facts, "pairs": figures}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Questions of one language, with what is relevant to each in the passages of one, or of all when None."""

    asked: Language
    searched: Language | None
    cases: list[Case]
    relevant: list[set[str]]


def _pairs(ready: ReadyPassages, cases: Sequence[Case]) -> Iterator[_Pair]:
    """Yield every pair of languages, then the mixed index; only questions that have something to find there."""
    language_of = {str(ready.id_of(passage)): passage.language for passage in ready.index.passages}
    languages = sorted(ready.index.centres)
    for asked in sorted({case.language for case in cases}):
        for searched in [*languages, *([None] if len(languages) > 1 else [])]:
            pair = _Pair(asked, searched, [], [])
            for case in (case for case in cases if case.language is asked):
                if there := {key for key in case.gold.relevant if searched in (None, language_of.get(key))}:
                    pair.cases.append(case)
                    pair.relevant.append(there)
            yield pair


def _compared(pair: _Pair, find: Callable[[Case, Filter, Search], list[str]]) -> Iterator[Data]:
    """Yield the figures of every search, with what each measure gained on the first search."""
    only = Filter(languages=frozenset({pair.searched} if pair.searched else ()))
    first: dict[str, list[float]] = {}
    for name, search in SEARCHES.items():
        values = score(pair.relevant, [find(case, only, search) for case in pair.cases])
        first = first or values
        yield {
            "asked": pair.asked,
            "searched": pair.searched or "all",
            "search": name,
            "questions": [case.id for case in pair.cases],
            "figures": {measure: _figure(first[measure], values[measure]) for measure in MEASURES},
        }


def _figure(first: list[float], values: list[float]) -> Data:
    """Return the mean of `values` [n] with its interval, and whether it differs from the mean of `first` [n]."""
    once = [1.0] * len(values)
    gained = difference(rate(first, once), rate(values, once), len(values))
    return {
        **asdict(estimate(rate(values, once), len(values))),
        "difference": asdict(gained) if gained else None,
        "differs": gained is not None and gained.shown,
        "values": values,
    }


def _found(ready: ReadyPassages, case: Case, only: Filter, search: Search) -> list[str]:
    try:
        query = understand(case.question[:MAX_CHARACTERS], (), ready.index.spelling)
    except QuestionError:
        return []
    return [str(ready.id_of(hit.passage)) for hit in search(ready.index, query, only)]
