"""Ranking metrics over lists of passage ids. Questions without a relevant passage are left out by the caller."""

from collections.abc import Collection, Sequence


def hit_at(ranking: Sequence[str], relevant: Collection[str], depth: int) -> float:
    """Return 1.0 if any of the first `depth` ids is relevant, else 0.0."""
    return float(any(found in relevant for found in ranking[:depth]))


def reciprocal_rank(ranking: Sequence[str], relevant: Collection[str], depth: int = 10) -> float:
    """Return 1 / rank of the first relevant id within `depth`, else 0.0 (MRR is its mean; Voorhees 1999)."""
    return next((1 / rank for rank, found in enumerate(ranking[:depth], start=1) if found in relevant), 0.0)
