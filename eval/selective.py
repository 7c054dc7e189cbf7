"""Answering only when sure: risk against coverage, and whether confidence means what it says.

Selective prediction after Geifman & El-Yaniv 2017 (arXiv:1705.08500): if only the questions with a confidence of at
least t are answered, coverage is their share and risk the share of wrong answers among them. Questions of equal
confidence cannot be parted by t and are answered together.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.bootstrap import Floats, Statistic

BINS = 10


def curve(confidence: Sequence[float], wrong: Sequence[bool]) -> list[tuple[float, float]]:
    """Return (coverage, risk) for every t that answers something, falling; inputs are [n], outputs 0 to 1."""
    order, last = _order(confidence)
    risk = np.cumsum(np.asarray(wrong, np.float64)[order]) / np.arange(1, len(order) + 1)
    return [((at + 1) / len(order), float(risk[at])) for at in np.unique(last).tolist()]


def area(confidence: Sequence[float], wrong: Sequence[bool]) -> Statistic:
    """Return the statistic AURC: the mean, over questions, of the risk when all at least as sure are answered."""
    order, last = _order(confidence)
    loss = np.asarray(wrong, np.float64)[order]

    def statistic(weights: Floats) -> Floats:
        weights = weights[:, order]
        answered = np.cumsum(weights, axis=1)[:, last]
        lost = np.cumsum(weights * loss, axis=1)[:, last]
        risk = np.divide(lost, answered, out=np.zeros_like(lost), where=answered > 0)
        return np.asarray((weights * risk).sum(axis=1) / weights.sum(axis=1), np.float64)

    return statistic


def calibration_error(confidence: Sequence[float], right: Sequence[bool]) -> Statistic:
    """Return the statistic ECE (Naeini et al. 2015): mean over questions of |share right - mean confidence| by bin."""
    sure, good = np.asarray(confidence, np.float64), np.asarray(right, np.float64)
    bins = _bins(sure)

    def statistic(weights: Floats) -> Floats:
        gaps = [np.abs(weights[:, bins == at] @ (good - sure)[bins == at]) for at in range(BINS)]
        return np.asarray(np.sum(gaps, axis=0) / weights.sum(axis=1), np.float64)

    return statistic


def reliability(confidence: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share right, questions) of every bin that has any; bins are BINS of equal width."""
    sure, good = np.asarray(confidence, np.float64), np.asarray(right, np.float64)
    bins = _bins(sure)
    kept = [bins == at for at in range(BINS) if (bins == at).any()]
    return [(float(sure[of].mean()), float(good[of].mean()), int(of.sum())) for of in kept]


def _order(confidence: Sequence[float]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The surest first, and for each place the last one that is as sure, both int64 [n]."""
    sure = -np.asarray(confidence, np.float64)
    order = np.argsort(sure, kind="stable")
    return order, np.searchsorted(sure[order], sure[order], side="right") - 1


def _bins(confidence: Floats) -> NDArray[np.int64]:
    return np.minimum(BINS - 1, (confidence * BINS).astype(np.int64))
