"""Ways to search compared, per language of the question and of the passages.

A way to search is an entry in SEARCHES; to switch a stage off, add an entry that searches without it. All are compared
with the first by the paired bootstrap.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from eval.bootstrap import difference, estimate, rate
from eval.metrics import MEASURES, score
from eval.pools import DEPTH, Pool, Search, SearchedSet
from eval.summary import FORMAT
from index.search import Fusion, Ranking

Data = dict[str, Any]


def by(fusion: Fusion) -> Search:
    """Return the search that weighs its parts by `fusion`."""
    return lambda index, query, only: index.search(query.search, query.language, DEPTH, only, fusion)


SEARCHES: dict[str, Search] = {ranking.value: by(ranking.fusion) for ranking in Ranking}


def measure_rankings(searched: SearchedSet, progress: Callable[[str, int, int], None]) -> Data:
    """Return the figures of every search by pair of languages; a question that cannot be taken finds nothing."""
    pools = list(searched.pools())
    total, done = sum(len(pool.cases) for pool in pools) * len(SEARCHES), 0

    def find(pool: Pool, search: Search) -> Iterator[list[str]]:
        nonlocal done
        for case in pool.cases:
            done += 1
            progress("searching", done, total)
            yield searched.find(case, pool.only, search)

    figures = [figure for pool in pools for figure in _compared(pool, find)]
    facts = {"set": str(searched.path), "passages": str(len(searched.index.passages))}
    facts |= {"questions": str(len(searched.cases)), "model": searched.index.embedder.name}
    return {
        "kind": "retrieval",
        "format": FORMAT,
        "facts": facts | {"compared with": next(iter(SEARCHES))},
        "pairs": figures,
    }


def _compared(pool: Pool, find: Callable[[Pool, Search], Iterator[list[str]]]) -> Iterator[Data]:
    """Yield the figures of every search, with what each measure gained on the first search."""
    first: dict[str, list[float]] = {}
    for name, search in SEARCHES.items():
        values = score(pool.relevant, list(find(pool, search)))
        first = first or values
        yield {
            "asked": pool.asked,
            "searched": pool.searched or "all",
            "search": name,
            "questions": [case.id for case in pool.cases],
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
