"""How sure a figure is: percentile bootstrap over questions (Efron & Tibshirani 1993), plain and paired.

A statistic takes weights, float64 [r, n], how often each of n questions counts in each of r resamples, and returns a
figure per resample, float64 [r], NaN where it is not defined. Questions are drawn, not answers or citations, since
what belongs to one question is not independent.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 20251117
LEVEL = 95

Floats = NDArray[np.float64]
Statistic = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and the ends of its 95% interval; None where nothing is there to be measured."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure before and after, the 95% interval of what it gained, and two-sided p."""

    before: float
    after: float
    low: float
    high: float
    p: float

    @property
    def gained(self) -> float:
        """Return what is added to `before` to make `after`."""
        return self.after - self.before

    @property
    def shown(self) -> bool:
        """Tell whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0


def rate(parts: Sequence[float], wholes: Sequence[float]) -> Statistic:
    """Return the statistic sum of `parts` [n] over sum of `wholes` [n]."""
    part, whole = np.asarray(parts, np.float64), np.asarray(wholes, np.float64)

    def statistic(weights: Floats) -> Floats:
        below = weights @ whole
        found: Floats = np.divide(weights @ part, below, out=np.full(len(weights), np.nan), where=below > 0)
        return found

    return statistic


def estimate(statistic: Statistic, n: int) -> Estimate:
    """Return `statistic` over `n` questions with its interval."""
    value = statistic(np.ones((1, n)))[0] if n else np.nan
    if np.isnan(value):
        return Estimate(None, None, None)
    low, high = _interval(statistic(_resamples(n)))
    return Estimate(float(value), low, high)


def difference(before: Statistic, after: Statistic, n: int) -> Difference | None:
    """Return what `after` is more than `before` over the same `n` questions, at least one; None where not defined.

    p is twice (b + 1) / (r + 1), where b of r resamples lie at zero or beyond it (Davison & Hinkley 1997), at most 1.
    """
    once = np.ones((1, n))
    old, new = float(before(once)[0]), float(after(once)[0])
    if np.isnan(old) or np.isnan(new):
        return None
    weights = _resamples(n)
    drawn = after(weights) - before(weights)
    drawn = drawn[~np.isnan(drawn)]
    low, high = _interval(drawn)
    beyond = min(int((drawn <= 0).sum()), int((drawn >= 0).sum()))
    return Difference(old, new, low, high, min(1.0, 2 * (beyond + 1) / (len(drawn) + 1)))


@lru_cache(maxsize=2)
def _resamples(n: int) -> Floats:
    """How often each of `n` questions is drawn in each resample, float64 [RESAMPLES, n]; always the same."""
    drawn = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), RESAMPLES).astype(np.float64)
    drawn.setflags(write=False)
    return drawn


def _interval(values: Floats) -> tuple[float, float]:
    tail = (100 - LEVEL) / 2
    low, high = np.nanpercentile(values, [tail, 100 - tail])
    return float(low), float(high)
