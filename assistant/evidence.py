"""Is there enough evidence to answer? The judgement before anything is written.

A logistic regression over a few measures of what was found (`Features`). Its weights stand in `confidence.json`, one
model for each set of measures at hand: cosines of another embedding model lie elsewhere and are not judged, and the
cross-encoder may be switched off. `python -m eval calibrate` fits them again; docs/answering.md has the figures.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.answer import Evidence, Features, Query
from assistant.demands import unmet, unsaid_name, unsaid_number
from index.embed import DEFAULT
from index.search import PassageIndex

WEIGHTS = Path(__file__).parent / "confidence.json"
JUDGED, BEHIND = 3, 10


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the features by name, and the confidence from which an answer is given."""

    weights: dict[str, float]
    offset: float
    least: float


def features(index: PassageIndex, query: Query, ranked: Sequence[Evidence], chosen: Sequence[Evidence]) -> Features:
    """Measure the sentences found, `ranked`, and those `chosen` of them, at least one."""
    readings = [evidence.reading for evidence in ranked if evidence.reading is not None]
    known = index.embedder.name == DEFAULT
    judged = chosen[:JUDGED]
    return Features(
        min(evidence.missing for evidence in judged),
        float(unsaid_name(index, query, judged)),
        float(unsaid_number(index, query, judged)),
        float(unmet(query, judged)),
        max(evidence.similarity for evidence in judged) if known else None,
        ranked[0].score - ranked[:BEHIND][-1].score if known else None,
        max(readings, default=None),
    )


def confidence(found: Features) -> float:
    """Return how likely it is, 0 to 1, that an answer from this evidence is right."""
    model, known = _model(found), found.known()
    odds = model.offset + sum(weight * known[name] for name, weight in model.weights.items())
    return 1 / (1 + math.exp(-odds))


def least_confidence(found: Features) -> float:
    """Return the confidence below which it is better to abstain."""
    return _model(found).least


def _model(found: Features) -> Model:
    """Return the model that uses most of what is known; a new feature is unused until the models are fitted again."""
    known = found.known().keys()
    return max((model for model in models() if model.weights.keys() <= known), key=lambda model: len(model.weights))


@cache
def models() -> tuple[Model, ...]:
    """Read the fitted models."""
    rows = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tuple(Model(row["weights"], row["offset"], row["least"]) for row in rows["models"])
