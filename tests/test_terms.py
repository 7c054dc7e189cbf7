"""Words into terms: forms of one word fall together, words of different meaning do not."""

import pytest

from corpus.passage import Language
from index.terms import is_common, term, terms, tokens

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alem.Cloud іске қосылды", ["alem", "cloud", "іске", "қосылды"]),
        ("GPT-4 және 5G", ["gpt", "4", "және", "5", "g"]),
        ("195 000 человек", ["195000", "человек"]),
        ("1 000 000 тенге", ["1000000", "тенге"]),
        ("12\u00a0345", ["12345"]),
        ("В 2025 195 стран", ["в", "2025", "195", "стран"]),
        ("60-орын, 75,3 балл", ["60", "орын", "75,3", "балл"]),
        ("Закон от 17.11.2025", ["закон", "от", "17.11.2025"]),
        ("snake_case", ["snake", "case"]),
        ("… — !", []),
    ],
)
def test_tokens_are_words_and_whole_numbers(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "закон закона закону законом законы законов",
        "искусственный искусственного искусственному искусственным",
        "ребёнок ребенок дети детей",
        "человек люди людям",
        "подписать подписал подписали",
        "статья статьи статей статью статьями",
    ],
)
def test_forms_of_a_russian_word_have_one_lemma(forms: str) -> None:
    assert len({term(form, RU) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "токаев токаева токаеву токаевым токаеве",
        "бектенов бектенова бектенову бектеновым",
        "мадиев мадиева мадиеву мадиевым",
        "жумангарин жумангарина жумангарину жумангариным",
        "чатбот чатботы чатботов чатботами",
    ],
)
def test_forms_of_a_name_or_new_word_have_one_term(forms: str) -> None:
    """No dictionary has them, and the lemma guessed for each form is another."""
    assert len({term(form, RU) for form in forms.split()}) == 1


def test_russian_lemmas() -> None:
    text = "Президент подписал законы об искусственном интеллекте"
    assert terms(text, RU) == ["президент", "подписать", "закон", "о", "искусственный", "интеллект"]


def test_russian_data_are_not_a_participle() -> None:
    """The parser's first guess for "данные" is the participle "given"."""
    assert term("данные", RU) == term("данных", RU) == "данные"


@pytest.mark.parametrize(
    "forms",
    [
        "заң заңның заңға заңды заңнан заңдар заңдары",
        "мемлекет мемлекетке мемлекеттің мемлекеттер",
        "дайындық дайындығын дайындықтың дайындығы",
        "кітап кітабы кітаптар",
        "қала қалада қалаға қалалар қалаларында",
        "министрлік министрлігі министрліктің министрлікке",
    ],
)
def test_forms_of_a_kazakh_word_have_one_stem(forms: str) -> None:
    assert len({term(form, KK) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("typed", "written"),
    [("казакстан", "Қазақстан"), ("казакстаннын", "Қазақстанның"), ("зан", "заң"), ("укимет", "үкімет")],
)
def test_kazakh_typed_on_a_russian_keyboard_has_the_same_stem(typed: str, written: str) -> None:
    assert terms(typed, KK) == terms(written, KK)


@pytest.mark.parametrize("word", ["ел", "ай", "ұл", "су", "жыл", "адам"])
def test_a_short_kazakh_word_keeps_its_letters(word: str) -> None:
    """A stem keeps at least three letters, and a vowel."""
    assert term(word, KK) == word.replace("ұ", "у")


def test_different_kazakh_words_stay_apart() -> None:
    words = ["заң", "зал", "қала", "қару", "бала", "балық", "мектеп", "министр"]
    assert len({term(word, KK) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("forms", "stem"), [("law laws", "law"), ("sign signed signing signs", "sign"), ("country countries", "countri")]
)
def test_forms_of_an_english_word_have_one_stem(forms: str, stem: str) -> None:
    assert {term(form, EN) for form in forms.split()} == {stem}


@pytest.mark.parametrize("language", list(Language))
def test_latin_words_are_stemmed_alike_in_every_language(language: Language) -> None:
    """Names of systems stand in Latin letters in Russian and Kazakh texts too."""
    assert terms("Alem.Cloud AI-Sana eGov", language) == ["alem", "cloud", "ai", "sana", "egov"]


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [
        ("12,5", RU, "12.5"),
        ("12.5", EN, "12.5"),
        ("120 000", KK, "120000"),
        ("120,000", EN, "120000"),
        ("1,234,567", EN, "1234567"),
        ("3,125", RU, "3.125"),
        ("0,125", EN, "0.125"),
        ("2025", KK, "2025"),
    ],
)
def test_a_number_has_one_form(number: str, language: Language, expected: str) -> None:
    assert terms(number, language) == [expected]


def test_terms_keep_order_and_repeats() -> None:
    assert terms("law on law", EN) == ["law", "on", "law"]


@pytest.mark.parametrize(
    ("word", "language", "common"),
    [
        ("the", EN, True),
        ("which", EN, True),
        ("қандай", KK, True),
        ("кандай", KK, True),
        ("заң", KK, False),
        ("который", RU, True),
        ("законам", RU, True),
        ("суперкомпьютер", RU, True),
        ("суперкомпютер", RU, False),
        ("the", RU, False),
        ("law", EN, True),
        ("northwestern", EN, True),
        ("goverment", EN, False),
        ("заңға", RU, False),
    ],
)
def test_function_words_are_common_and_but_for_kazakh_every_word_of_the_dictionary(
    word: str, language: Language, common: bool
) -> None:
    assert is_common(word, language) is common
