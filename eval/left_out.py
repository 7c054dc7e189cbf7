"""Is a stage of the search worth having on questions that took no part in choosing it? Leave-one-set-out.

For each choice (how strong a stage is, or whether it is there at all) the option is taken that is best on the mean of
all sets but one, and judged on that one against the search without the stage, by the paired bootstrap over questions.
A question counts once: by the mean of MRR@10 over the pools (each language alone, all together) in which something is
to be found for it.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from eval.bootstrap import difference, rate
from eval.metrics import score
from eval.page import Cell, Page, Section, Table
from eval.pools import SearchedSet
from eval.rankings import by
from eval.run_page import number
from index.search import FUSION, Fusion

Data = dict[str, Any]
MEASURE = "MRR@10"
# The first option of each choice is the search without the stage.
CHOICES: dict[str, dict[str, Fusion]] = {
    part: {f"{value:g}": replace(FUSION, **{part: value}) for value in values}
    for part, values in {
        "words": (0.0, 0.5, 1.0, 1.5),
        "floor": (0.0, 0.2, 0.4),
        "carried": (0.0, 0.3, 0.6, 1.0),
        "distinct": (0.0, 0.5, 1.0, 2.0),
    }.items()
}


def measure_left_out(sets: Sequence[SearchedSet], limit: int | None, progress: Callable[[str, int, int], None]) -> Data:
    """Return the figures of every option on every set, and per choice and set what leaving it out would choose.

    With `limit` only so many questions of a set are asked, evenly spaced.
    """
    fusions = {fusion for options in CHOICES.values() for fusion in options.values()}
    thinned = [_thinned(searched, limit) for searched in sets]
    total, done = sum(len(searched.cases) for searched in thinned) * len(fusions), 0
    values: dict[tuple[str, Fusion], list[float]] = {}
    for searched in thinned:
        for fusion in fusions:
            values[str(searched.path), fusion] = _per_question(searched, fusion)
            done += len(searched.cases)
            progress("searching", done, total)
    names = [str(searched.path) for searched in sets]
    return {
        "kind": "left-out",
        "facts": {"measure": MEASURE, "model": sets[0].index.embedder.name},
        "sets": {str(searched.path): len(searched.cases) for searched in thinned},
        "choices": [_judged(choice, names, values) for choice in CHOICES],
    }


def _thinned(searched: SearchedSet, limit: int | None) -> SearchedSet:
    count = len(searched.cases)
    if limit is None or count <= limit:
        return searched
    return replace(searched, cases=[searched.cases[at * count // limit] for at in range(limit)])


def _per_question(searched: SearchedSet, fusion: Fusion) -> list[float]:
    """The mean of each question over its pools, in the order of the set."""
    search = by(fusion)
    values: dict[str, list[float]] = {case.id: [] for case in searched.cases}
    for pool in searched.pools():
        found = [searched.find(case, pool.only, search) for case in pool.cases]
        for case, value in zip(pool.cases, score(pool.relevant, found)[MEASURE], strict=True):
            values[case.id].append(value)
    return [float(np.mean(of)) for of in values.values()]


def _judged(choice: str, names: Sequence[str], values: dict[tuple[str, Fusion], list[float]]) -> Data:
    options = CHOICES[choice]
    without = next(iter(options.values()))
    means = {
        name: {option: float(np.mean(values[name, fusion])) for option, fusion in options.items()} for name in names
    }
    rows = []
    for name in names:
        others = [other for other in names if other != name]
        chosen = max(options, key=lambda option: sum(means[other][option] for other in others))
        before, after = values[name, without], values[name, options[chosen]]
        once = [1.0] * len(before)
        gained = difference(rate(before, once), rate(after, once), len(before))
        rows.append({"set": name, "chosen": chosen, "gained": asdict(gained) if gained else None, "means": means[name]})
    used = next(option for option, fusion in options.items() if fusion == FUSION)
    return {"choice": choice, "used": used, "sets": rows}


def left_out_page(data: Data) -> Page:
    """Return the page of what `measure_left_out` found."""
    text = (
        "Per set: the option that is best on the other sets, and what it gains on this one over the search without the "
        "stage, with the 95% interval of the paired bootstrap; * leaves out zero. Mean: over the sets."
    )
    return Page(
        "Stages of the search, chosen on other sets",
        (
            *data["facts"].items(),
            *((f"questions of {_short(name)}", str(count)) for name, count in data["sets"].items()),
        ),
        (
            Section("Chosen on the other sets", text, tables=(_gains(data),)),
            Section("All options", "Mean of the measure.", tables=tuple(map(_grid, data["choices"]))),
        ),
    )


def _gains(data: Data) -> Table:
    rows = []
    for choice in data["choices"]:
        cells = []
        for row in choice["sets"]:
            gained = row["gained"]
            gain, shown = gained["after"] - gained["before"], gained["low"] > 0 or gained["high"] < 0
            note = f"{row['chosen']}; {gained['low']:+.3f} to {gained['high']:+.3f}"
            cells.append(Cell(f"{gain:+.3f}{'*' if shown else ''}", note))
        gains = [row["gained"]["after"] - row["gained"]["before"] for row in choice["sets"]]
        rows.append((Cell(choice["choice"]), Cell(choice["used"]), *cells, Cell(f"{np.mean(gains):+.3f}")))
    return Table("Gained on the set left out", ("stage", "in use", *map(_short, data["sets"]), "mean"), tuple(rows))


def _grid(choice: Data) -> Table:
    options = list(choice["sets"][0]["means"])
    rows = tuple(
        (Cell(_short(row["set"])), *(Cell(number(row["means"][option])) for option in options))
        for row in choice["sets"]
    )
    return Table(choice["choice"], ("set", *options), rows)


def _short(path: str) -> str:
    return Path(path).stem
