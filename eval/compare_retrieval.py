"""Two measurements of retrieval on the same questions: what one model or setting finds better than another.

Every search is compared with itself, by pair of languages and over all; over all a question counts once, by the mean of
its pairs.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from eval.bootstrap import Difference, difference, rate
from eval.compare import verdict
from eval.jsonl import BadFileError
from eval.page import Cell, Page, Section, Table

Data = dict[str, Any]
MEASURES = ("hit@5", "MRR@10")
Pairs = dict[str, dict[str, tuple[float, float]]]  # before and after, by pair of languages and question


def compare_retrieval_page(before: Data, after: Data) -> Page:
    """Return what `after` gained on the questions that both were asked; raise BadFileError where there are none."""
    searches = list(dict.fromkeys(pair["search"] for pair in before["pairs"]))
    sections = []
    for search in searches:
        if tables := tuple(_tables(search, before, after)):
            sections.append(Section(search, tables=tables))
    if not sections:
        raise BadFileError("the two reports share no question; compare searches for the same questions")
    facts = tuple(
        (name, ", ".join(data["facts"][fact] for fact in ("set", "questions", "model")))
        for name, data in (("A", before), ("B", after))
    )
    return Page("Comparison of two measurements of retrieval", facts, tuple(sections))


def _tables(search: str, before: Data, after: Data) -> Iterator[Table]:
    for measure in MEASURES:
        shared = _shared(*(_values(data, search, measure) for data in (before, after)))
        if not shared:
            continue
        rows = [_row("all", _once(shared))]
        rows += [_row(pair, list(values.values())) for pair, values in shared.items()]
        head = ("pair", "questions", "A", "B", "B - A", "95% interval", "p", "verdict")
        yield Table(f"{search}: {measure}", head, tuple(rows))


def _values(data: Data, search: str, measure: str) -> dict[str, dict[str, float]]:
    return {
        f"{pair['asked']}->{pair['searched']}": dict(
            zip(pair["questions"], pair["figures"][measure]["values"], strict=True)
        )
        for pair in data["pairs"]
        if pair["search"] == search
    }


def _shared(before: dict[str, dict[str, float]], after: dict[str, dict[str, float]]) -> Pairs:
    pairs = {
        pair: {key: (value, after[pair][key]) for key, value in of.items() if key in after[pair]}
        for pair, of in before.items()
        if pair in after
    }
    return {pair: values for pair, values in pairs.items() if values}


def _once(shared: Pairs) -> list[tuple[float, float]]:
    by_question: dict[str, list[tuple[float, float]]] = {}
    for values in shared.values():
        for key, value in values.items():
            by_question.setdefault(key, []).append(value)
    means = [np.mean(of, axis=0) for of in by_question.values()]
    return [(float(old), float(new)) for old, new in means]


def _row(name: str, values: Sequence[tuple[float, float]]) -> tuple[Cell, ...]:
    old, new = zip(*values, strict=True)
    once = [1.0] * len(values)
    found = difference(rate(old, once), rate(new, once), len(values))
    assert isinstance(found, Difference)  # defined, since every question counts
    figures = (f"{found.before:.3f}", f"{found.after:.3f}", f"{found.gained:+.3f}")
    interval = f"{found.low:+.3f} to {found.high:+.3f}"
    return tuple(map(Cell, (name, str(len(values)), *figures, interval, f"{found.p:.3f}", verdict(found, 1))))
