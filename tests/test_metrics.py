"""Ranking measures, computed by hand."""

import math

import pytest

from eval.metrics import score

RANKING = ["a", "b", "c", "d", "e"]


def one(relevant: set[str], found: list[str]) -> dict[str, float]:
    """The measures of a single question."""
    return {name: values[0] for name, values in score([relevant], [found]).items()}


def test_a_hit_is_a_relevant_id_within_the_depth() -> None:
    assert [one({"b"}, RANKING)[f"hit@{k}"] for k in (1, 5, 10)] == [0.0, 1.0, 1.0]
    ten = [str(place) for place in range(1, 11)]
    assert [one({"6", "x"}, ten)[f"hit@{k}"] for k in (1, 5, 10)] == [0.0, 0.0, 1.0]


def test_recall_is_the_share_of_the_relevant_that_is_found() -> None:
    assert one({"b", "e", "x", "y"}, RANKING)["recall@5"] == 2 / 4
    assert one({"5", "6"}, [str(place) for place in range(1, 11)])["recall@10"] == 2 / 2


@pytest.mark.parametrize(
    ("relevant", "expected"),
    [({"a"}, 1.0), ({"b"}, 1 / 2), ({"d"}, 1 / 4), ({"e", "b"}, 1 / 2), ({"x"}, 0.0)],
)
def test_the_reciprocal_rank_is_one_over_the_place_of_the_first_relevant_id(
    relevant: set[str], expected: float
) -> None:
    assert one(relevant, RANKING)["MRR@10"] == expected


def test_ndcg_discounts_by_the_logarithm_of_the_place() -> None:
    # Places 2 and 4 of two relevant: (1/log2(3) + 1/log2(5)) / (1/log2(2) + 1/log2(3)).
    ideal = 1 + 1 / math.log2(3)
    assert one({"b", "d"}, RANKING)["nDCG@10"] == pytest.approx((1 / math.log2(3) + 1 / math.log2(5)) / ideal)


def test_a_question_for_which_nothing_is_found_scores_nothing() -> None:
    values = score([{"a"}, {"a"}, {"a"}], [RANKING, [], ["x"]])
    assert all(found == [1.0, 0.0, 0.0] for found in values.values())


def test_ids_do_not_change_the_order() -> None:
    assert one({"z"}, ["z", "a"])["hit@1"] == one({"a"}, ["a", "z"])["hit@1"] == 1.0
