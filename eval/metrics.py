"""Ranking measures by ir-measures (MacAvaney et al. 2022), which computes them with trec_eval's own code."""

from collections.abc import Collection, Sequence

import ir_measures
from ir_measures import RR, R, Success, nDCG

MEASURES = {
    "hit@1": Success @ 1,
    "hit@5": Success @ 5,
    "hit@10": Success @ 10,
    "recall@5": R @ 5,
    "recall@10": R @ 10,
    "nDCG@10": nDCG @ 10,
    "MRR@10": RR @ 10,
}


def score(relevant: Sequence[Collection[str]], found: Sequence[Sequence[str]]) -> dict[str, list[float]]:
    """Return the values per question, 0 to 1, by measure.

    `relevant` are the ids to be found for each question, at least one; `found` its ranking, best first. A question for
    which nothing is found scores 0.
    """
    gold = {str(at): dict.fromkeys(ids, 1) for at, ids in enumerate(relevant)}
    # Scores that fall by rank: ties would be broken by id.
    runs = {str(at): {key: float(-rank) for rank, key in enumerate(ids)} for at, ids in enumerate(found)}
    values = {name: [0.0] * len(relevant) for name in MEASURES}
    names = {measure: name for name, measure in MEASURES.items()}
    for one in ir_measures.iter_calc(list(MEASURES.values()), gold, runs):
        values[names[one.measure]][int(one.query_id)] = float(one.value)
    return values
