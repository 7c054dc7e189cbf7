"""Kazakh typed without its letters gets them back from the words of the documents."""

import pytest

from corpus.language import latin_to_cyrillic
from index.spelling import Spelling, count_words

TEXTS = [
    "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды.",
    "Қазақстан үкіметі жаңа заң қабылдады. Заң жасанды интеллект туралы.",
    "Үкімет пен Қазақстан халқы. Он ел, оң шешім, оң баға.",
]


@pytest.fixture
def spelling() -> Spelling:
    return Spelling(count_words(TEXTS))


def test_words_are_counted_without_numbers_and_case() -> None:
    counts = count_words(TEXTS)
    assert (counts["қазақстан"], counts["заң"], counts["оң"], counts["он"]) == (3, 2, 2, 1)
    assert "60" not in counts


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("казакстан жасанды интеллект", "қазақстан жасанды интеллект"),
        ("Казакстан qansha", "Қазақстан qansha"),
        ("Казакстан укимети канша зан кабылдады?", "Қазақстан үкіметі қанша заң қабылдады?"),
        ("КАЗАКСТАН", "ҚАЗАҚСТАН"),
        ("ЖИ дайындык индексинде", "ЖИ дайындық индексінде"),
        ("Қазақстан қанша", "Қазақстан қанша"),
        ("суперкомпьютер Alem.Cloud 2025", "суперкомпьютер Alem.Cloud 2025"),
        ("", ""),
    ],
)
def test_known_words_are_respelled_and_others_left(spelling: Spelling, typed: str, restored: str) -> None:
    assert spelling.restore(typed) == restored


def test_the_more_frequent_spelling_wins(spelling: Spelling) -> None:
    """The documents have "оң" (right) twice and "он" (ten) once."""
    assert spelling.restore("он шешим") == "оң шешім"


def test_equally_frequent_spellings_are_chosen_by_alphabet_not_by_chance() -> None:
    counts = {"он": 1, "оң": 1}
    assert Spelling(counts).restore("он") == Spelling(dict(reversed(counts.items()))).restore("он") == "оң"


def test_question_words_are_known_without_any_document() -> None:
    assert Spelling({}).restore("кашан, кайда жане калай?") == "қашан, қайда жане қалай?"


def test_latin_kazakh_is_spelled_in_two_steps(spelling: Spelling) -> None:
    assert spelling.restore(latin_to_cyrillic("Qazaqstan jasandy intellekt")) == "қазақстан жасанды интеллект"
    assert spelling.restore(latin_to_cyrillic("ukimeti zan qabyldady")) == "үкіметі заң қабылдады"
