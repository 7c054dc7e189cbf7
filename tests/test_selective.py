"""Risk against coverage and calibration, computed by hand."""

import numpy as np
import pytest

from eval.selective import area, calibration_error, curve, reliability

SURE = [0.9, 0.8, 0.3, 0.1]
WRONG = [False, True, False, True]
ONCE = np.ones((1, 4))


def test_the_curve_answers_the_surest_first() -> None:
    # Answered 1, 2, 3, 4 of 4; wrong among them 0, 1, 1, 2.
    assert curve(SURE, WRONG) == [(0.25, 0.0), (0.5, 0.5), (0.75, pytest.approx(1 / 3)), (1.0, 0.5)]
    shuffled = [2, 0, 3, 1]
    assert curve([SURE[at] for at in shuffled], [WRONG[at] for at in shuffled]) == curve(SURE, WRONG)


def test_the_area_is_the_mean_risk() -> None:
    assert area(SURE, WRONG)(ONCE)[0] == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)


def test_a_confidence_that_parts_right_from_wrong_is_best() -> None:
    # Wrong ones last: risks 0, 0, 1/3, 2/4. Wrong ones first: 1, 1, 2/3, 2/4.
    assert area(SURE, [False, False, True, True])(ONCE)[0] == pytest.approx((0 + 0 + 1 / 3 + 1 / 2) / 4)
    assert area(SURE, [True, True, False, False])(ONCE)[0] == pytest.approx((1 + 1 + 2 / 3 + 1 / 2) / 4)


def test_questions_of_one_confidence_are_answered_together() -> None:
    assert curve([0.5] * 4, WRONG) == [(1.0, 0.5)]
    assert area([0.5] * 4, WRONG)(ONCE)[0] == pytest.approx(0.5)
    # The surest alone, then three together: risks 0, 2/4, 2/4, 2/4.
    assert area([0.9, 0.5, 0.5, 0.5], WRONG)(ONCE)[0] == pytest.approx((0 + 3 * 0.5) / 4)


def test_a_question_drawn_twice_counts_twice() -> None:
    weights = np.array([[2.0, 1.0, 0.0, 1.0]])
    # Drawn: right, right, wrong, wrong of confidence 0.9, 0.9, 0.8, 0.1; risks 0, 0, 1/3, 2/4.
    assert area(SURE, WRONG)(weights)[0] == pytest.approx((0 + 0 + 1 / 3 + 1 / 2) / 4)


def test_calibration_is_the_gap_between_confidence_and_share_right() -> None:
    sure, right = [0.95, 0.91, 0.25, 0.21, 1.0], [True, False, False, True, True]
    # Bin 9 holds 0.95, 0.91, 1.0: |2 - 2.86| = 0.86; bin 2 holds 0.25, 0.21: |1 - 0.46| = 0.54; over 5 questions.
    assert calibration_error(sure, right)(np.ones((1, 5)))[0] == pytest.approx((0.86 + 0.54) / 5)
    assert reliability(sure, right) == [
        (pytest.approx(0.23), 0.5, 2),
        (pytest.approx(2.86 / 3), pytest.approx(2 / 3), 3),
    ]


def test_neighbouring_tenths_are_bins_of_their_own() -> None:
    # |1 - 0.85| + |0 - 0.95| over 2 questions; together they would be |1 - 1.8|.
    assert calibration_error([0.85, 0.95], [True, False])(np.ones((1, 2)))[0] == pytest.approx((0.15 + 0.95) / 2)


def test_confidence_that_means_what_it_says() -> None:
    assert calibration_error([1.0, 1.0, 0.0], [True, True, False])(np.ones((1, 3)))[0] == 0.0
