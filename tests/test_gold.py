"""Gold in texts: quotes whole or for the most part, strings with numbers kept whole, groups."""

import pytest

from eval.cases import Gold
from eval.gold import carries, groups_found, has_string, holds, is_right, overlap

LAW = "The law on artificial intelligence was signed on 17 November 2025. It has 31 articles."


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("The law on artificial intelligence was signed on 17 November 2025.", True),
        ("the LAW on\n artificial\u00a0intelligence", True),
        ("abcdefgh17 November 2025. It has 31 articl", True),  # 34 of 42 characters stand there in one stretch: 0.81
        ("abcdefghi17 November 2025. It has 31 articl", False),  # 34 of 43: 0.79
        ("17 November 2025. It has 31 articl..", True),  # the stretch may be at the beginning
        ("The law on artificial intelligence has 31 articles.", False),  # the words stand there, but not in one stretch
        ("", False),
    ],
)
def test_most_of_a_quote_in_one_stretch_is_enough(quote: str, expected: bool) -> None:
    assert holds(LAW, quote) is expected


def test_a_stretch_is_looked_for_wherever_its_middle_stands() -> None:
    quote = "0123456789"  # eight in one stretch; its middle, 2 to 7, stands twice
    assert holds("..234567.. 01234567..", quote)
    assert not holds("..234567.. .1234567..", quote)


def test_a_kazakh_letter_is_the_same_in_both_unicode_forms() -> None:
    assert holds("\u0439од", "и\u0306од")


def test_an_overlap_goes_by_the_shorter_text() -> None:
    assert overlap("It has 31 articles.", LAW)
    assert overlap(LAW, "It has 31 articles.")
    assert not overlap("It has 13 chapters.", LAW)


@pytest.mark.parametrize(
    ("text", "string", "expected"),
    [
        ("It has 31 articles", "31", True),
        ("It has 131 articles", "31", False),
        ("in 3100 cases", "31", False),
        ("на 1,5 млрд", "1,5", True),
        ("на 21,5 млрд", "1,5", False),
        ("31 статья", "стать", True),
        ("Мәдиев мырза", "мәдиев", True),
        ("10\u00a0млрд", "10 млрд", True),
        ("a+b", "a+", True),
    ],
)
def test_a_number_is_not_found_within_another(text: str, string: str, expected: bool) -> None:
    assert has_string(text, string) is expected


def test_a_group_is_found_by_any_of_its_strings() -> None:
    assert groups_found(LAW, [["31", "thirty-one"], ["signed"], ["Parliament"]]) == 2


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        (Gold(True, (("31",), ("2025", "this year"))), True),
        (Gold(True, (("31",), ("2026",))), False),
        (Gold(True, (("31",),), must_not_contain=("2025",)), False),
        (Gold(True, evidence=("It has 31 articles.",)), True),
        (Gold(True, evidence=("It has 13 chapters.",)), False),
        (Gold(False), False),
        (Gold(False, (("31",),)), True),  # a false premise put right
    ],
)
def test_right_is_what_holds_every_group_or_cites_the_evidence(gold: Gold, expected: bool) -> None:
    assert is_right(gold, LAW, [LAW]) is expected


def test_a_quote_carries_gold_by_evidence_or_by_one_group() -> None:
    gold = Gold(True, (("31",), ("2025",)), evidence=("Digital Headquarters met.",))
    assert carries(gold, "It has 31 articles.")
    assert carries(gold, "Digital Headquarters met.")
    assert not carries(gold, "It is cold.")
