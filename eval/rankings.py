"""Ways to search compared, per language of the question and of the passages.

A way to search is an entry in SEARCHES; to switch a stage off, add an entry that searches without it. All are compared
with the first by the paired bootstrap.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
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
    pairs: list[Data] = []
    steps = list(_pairs(ready, cases))
    for done, (asked, searched, relevant) in enumerate(steps, start=1):
        if relevant:
            pairs += _compared(ready, asked, searched, relevant)
        progress("searching", done, len(steps))
    facts = {"set": str(path), "passages": str(len(found.passages)), "questions": str(len(cases))}
    facts |= {"model": ready.index.embedder.name, "compared with": next(iter(SEARCHES))}
    return {"kind": "retrieval", "facts": facts, "pairs": pairs}


def _pairs(
    ready: ReadyPassages, cases: Sequence[Case]
) -> Iterator[tuple[Language, Language | None, list[tuple[Case, set[str]]]]]:
    """Yield language of question, of passages (None: the mixed index), and the cases with what is relevant there."""
    language_of = {str(ready.id_of(passage)): passage.language for passage in ready.index.passages}
    languages = sorted(ready.index.centres)
    for asked in sorted({case.language for case in cases}):
        for searched in [*languages, *([None] if len(languages) > 1 else [])]:
            there = [
                (case, {key for key in case.gold.relevant if searched in (None, language_of.get(key))})
                for case in cases
                if case.language is asked
            ]
            yield asked, searched, [(case, relevant) for case, relevant in there if relevant]


def _compared(
    ready: ReadyPassages, asked: Language, searched: Language | None, cases: Sequence[tuple[Case, set[str]]]
) -> Iterator[Data]:
    """Yield the figures of every search, with what each measure differs from the first search's."""
    only = Filter(languages=frozenset({searched} if searched else ()))
    relevant = [of for _, of in cases]
    first: dict[str, list[float]] = {}
    for name, search in SEARCHES.items():
        values = score(relevant, [_found(ready, case, only, search) for case, _ in cases])
        first = first or values
        once = [1.0] * len(cases)
        figures = {}
        for measure in MEASURES:
            mine, base = rate(values[measure], once), rate(first[measure], once)
            gained = difference(base, mine, len(cases)) if values is not first else None
            figures[measure] = asdict(estimate(mine, len(cases))) | {
                "difference": asdict(gained) if gained else None,
                "differs": gained is not None and gained.shown,
                "values": values[measure],
            }
        yield {
            "asked": asked,
            "searched": searched or "all",
            "search": name,
            "questions": [case.id for case, _ in cases],
            "figures": figures,
        }


def _found(ready: ReadyPassages, case: Case, only: Filter, search: Search) -> list[str]:
    try:
        query = understand(case.question[:MAX_CHARACTERS], (), ready.index.spelling)
    except QuestionError:
        return []
    return [str(ready.id_of(hit.passage)) for hit in search(ready.index, query, only)]
