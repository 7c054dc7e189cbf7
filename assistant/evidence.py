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

from assistant.answer import Evidence, Features
from index.embed import DEFAULT

WEIGHTS = Path(__file__).parent / "confidence.json"
JUDGED, BEHIND = 3, 10


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the features by name, and the confidence from which an answer is given."""

    weights: dict[str, float]
    offset: float
    least: float


def features(ranked: Sequence[Evidence], chosen: Sequence[Evidence], embedder: str) -> Features:
    """Measure the sentences found, `ranked`, and those `chosen` of them, at least one."""
    readings = [evidence.reading for evidence in ranked if evidence.reading is not None]
    known = embedder == DEFAULT
    return Features(
        min(evidence.missing for evidence in chosen[:JUDGED]),
        max(evidence.similarity for evidence in chosen[:JUDGED]) if known else None,
        ranked[0].score - ranked[:BEHIND][-1].score if known else None,
        max(readings, default=None),
        sum(readings) / len(readings) if readings else None,
    )


def confidence(found: Features) -> float:
    """Return how likely it is, 0 to 1, that an answer from this evidence is right."""
    model = _model(found)
    odds = model.offset + sum(model.weights[name] * value for name, value in found.known().items())
    return 1 / (1 + math.exp(-odds))


def least_confidence(found: Features) -> float:
    """Return the confidence below which it is better to abstain."""
    return _model(found).least


def _model(found: Features) -> Model:
    return models()[frozenset(found.known())]


@cache
def models() -> dict[frozenset[str], Model]:
    """Read the fitted models by the names of their features."""
    rows = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {frozenset(row["weights"]): Model(row["weights"], row["offset"], row["least"]) for row in rows["models"]}
