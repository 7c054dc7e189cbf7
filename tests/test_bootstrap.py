"""Intervals and differences, against what can be computed by hand."""

import math

import numpy as np
import pytest

from eval.bootstrap import RESAMPLES, Difference, difference, estimate, rate


def test_a_rate_is_the_sum_of_parts_over_the_sum_of_wholes() -> None:
    statistic = rate([1, 0, 2], [1, 1, 4])
    # All once: 3/6. The first twice and the third once: 4/6. Only the second, three times: 0/3.
    weights = np.array([[1, 1, 1], [2, 0, 1], [0, 3, 0]], np.float64)
    assert statistic(weights).tolist() == pytest.approx([3 / 6, 4 / 6, 0.0])


def test_nothing_to_measure_is_no_figure() -> None:
    assert estimate(rate([0, 0], [0, 0]), 2).value is None
    assert difference(rate([0, 0], [0, 0]), rate([1, 1], [1, 1]), 2) is None


def test_the_interval_of_a_share_is_near_that_of_the_binomial_distribution() -> None:
    # 40 of 100: the standard error is sqrt(0.4 * 0.6 / 100) = 0.049, the 95% interval 0.4 -+ 1.96 * 0.049.
    found = estimate(rate([1] * 40 + [0] * 60, [1] * 100), 100)
    error = 1.96 * math.sqrt(0.4 * 0.6 / 100)
    assert found.value == pytest.approx(0.4)
    assert found.low == pytest.approx(0.4 - error, abs=0.011)
    assert found.high == pytest.approx(0.4 + error, abs=0.011)
    assert found == estimate(rate([1] * 40 + [0] * 60, [1] * 100), 100)


def test_what_is_always_so_has_an_interval_of_no_width() -> None:
    found = estimate(rate([1, 1, 1], [1, 1, 1]), 3)
    assert (found.value, found.low, found.high) == (1.0, 1.0, 1.0)


def test_a_part_of_the_questions_may_be_outside_a_measure() -> None:
    # In some resamples the only question that counts is not drawn: they are left out.
    found = estimate(rate([1, 0, 0], [1, 0, 0]), 3)
    assert (found.value, found.low, found.high) == (1.0, 1.0, 1.0)


def test_equal_runs_show_no_difference() -> None:
    values = [1.0, 0.0, 1.0, 1.0]
    found = difference(rate(values, [1] * 4), rate(values, [1] * 4), 4)
    assert found == Difference(0.75, 0.75, 0.0, 0.0, 1.0)
    assert not found.shown


def test_a_gain_on_every_question_is_shown() -> None:
    found = difference(rate([0] * 5, [1] * 5), rate([1] * 5, [1] * 5), 5)
    assert found == Difference(0.0, 1.0, 1.0, 1.0, 2 / (RESAMPLES + 1))
    assert found.gained == 1.0
    assert found.shown


def test_one_question_won_of_four_is_no_proof() -> None:
    # The one that was won is not drawn with probability (3/4)**4 = 0.32, so p is about 0.63.
    found = difference(rate([0, 1, 1, 1], [1] * 4), rate([1, 1, 1, 1], [1] * 4), 4)
    assert found is not None
    assert found.low == 0.0
    assert found.p == pytest.approx(2 * (3 / 4) ** 4, abs=0.08)
    assert not found.shown
