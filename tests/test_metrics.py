"""Ranking metrics, computed by hand."""

import pytest

from eval.metrics import hit_at, reciprocal_rank

RANKING = ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("relevant", "depth", "expected"),
    [
        ({"a"}, 1, 1.0),
        ({"b"}, 1, 0.0),
        ({"b"}, 2, 1.0),
        ({"e", "x"}, 5, 1.0),
        ({"e"}, 4, 0.0),
        ({"x"}, 5, 0.0),
        (set(), 5, 0.0),
    ],
)
def test_a_hit_is_a_relevant_id_within_the_depth(relevant: set[str], depth: int, expected: float) -> None:
    assert hit_at(RANKING, relevant, depth) == expected


@pytest.mark.parametrize(
    ("relevant", "expected"),
    [
        ({"a"}, 1.0),  # 1/1
        ({"b"}, 0.5),  # 1/2
        ({"d"}, 0.25),  # 1/4
        ({"e", "b"}, 0.5),  # the first counts
        ({"x"}, 0.0),
    ],
)
def test_the_reciprocal_rank_is_one_over_the_place_of_the_first_relevant_id(
    relevant: set[str], expected: float
) -> None:
    assert reciprocal_rank(RANKING, relevant) == expected


def test_the_reciprocal_rank_looks_no_deeper_than_ten() -> None:
    ranking = [str(place) for place in range(1, 21)]
    assert reciprocal_rank(ranking, {"10"}) == 0.1  # 1/10
    assert reciprocal_rank(ranking, {"11"}) == 0.0
    assert reciprocal_rank(ranking, {"11"}, depth=11) == pytest.approx(1 / 11)


def test_an_empty_ranking_scores_nothing() -> None:
    assert hit_at([], {"a"}, 5) == 0.0
    assert reciprocal_rank([], {"a"}) == 0.0
