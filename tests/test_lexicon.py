"""A question's words carried into another language: by hand on a few entries, and checks of the real lexicon."""

import pytest

from corpus.language import KAZAKH_LETTERS, fold
from corpus.passage import Language
from index.lexicon import COLUMNS, FOLDER, LONGEST, Concept, Lexicon, default_lexicon, own_words
from index.terms import terms

KK, RU, EN = Language.KK, Language.RU, Language.EN

ENTRIES = """# Comments and empty lines say nothing

заң\tзакон\tlaw | act
жасанды интеллект | ЖИ\tискусственный интеллект | ИИ\tartificial intelligence | AI
жасанды\tискусственный\tartificial
президент\tпрезидент\tpresident
пайыз\tпроцент\tpercent
мамыр\tмай\tMay
"""


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(ENTRIES.splitlines(keepends=True))


def phrases(concepts: list[Concept]) -> list[list[str]]:
    """Write each concept as its phrases, words joined by spaces."""
    return [[" ".join(phrase) for phrase in concept.phrases] for concept in concepts]


def test_lines_are_senses(lexicon: Lexicon) -> None:
    assert len(lexicon) == 6


def test_a_line_needs_three_columns() -> None:
    with pytest.raises(ValueError, match="zip"):
        Lexicon(["заң\tзакон"])


def test_a_word_is_carried_with_all_its_alternatives(lexicon: Lexicon) -> None:
    assert phrases(lexicon.carry("закона", RU, EN)) == [["law", "act"]]
    assert phrases(lexicon.carry("acts", EN, KK)) == [["зан"]]


def test_the_longest_phrase_is_taken(lexicon: Lexicon) -> None:
    """ "Artificial" alone has an entry of its own, but here it is part of a longer one."""
    assert phrases(lexicon.carry("Artificial intelligence", EN, RU)) == [["искусственный интеллект", "ия"]]
    assert phrases(lexicon.carry("artificial law", EN, RU)) == [["искусственный"], ["закон"]]


def test_an_abbreviation_stands_for_its_phrase(lexicon: Lexicon) -> None:
    assert phrases(lexicon.carry("ЖИ туралы заң", KK, EN)) == [["artifici intellig", "ai"], ["law", "act"]]


def test_names_and_numbers_go_over_as_they_are(lexicon: Lexicon) -> None:
    carried = phrases(lexicon.carry("Закон подписал Токаев, 60 место, QazTech", RU, EN))
    assert carried == [["law", "act"], ["токаев"], ["60"], ["qaztech"]]


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("12,5 процента", RU, EN, [["12.5"], ["percent"]]),
        ("120,000 percent", EN, RU, [["120000"], ["процент"]]),
        ("120 000 пайыз", KK, EN, [["120000"], ["percent"]]),
        ("17.11.2025", EN, KK, [["17.11.2025"]]),
    ],
)
def test_numbers_are_carried_in_one_form(
    lexicon: Lexicon, text: str, source: Language, target: Language, expected: list[list[str]]
) -> None:
    assert phrases(lexicon.carry(text, source, target)) == expected


def test_words_without_an_entry_stay_behind_between_scripts(lexicon: Lexicon) -> None:
    assert phrases(lexicon.carry("кто придумал закон", RU, EN)) == [["law", "act"]]


def test_words_without_an_entry_go_over_within_a_script(lexicon: Lexicon) -> None:
    """Russian and Kazakh share words ("суперкомпьютер")."""
    assert phrases(lexicon.carry("суперкомпьютер", RU, KK)) == [[*terms("суперкомпьютер", KK)]]


def test_function_words_stay_behind(lexicon: Lexicon) -> None:
    assert lexicon.carry("Когда и где это было?", RU, KK) == []
    assert lexicon.carry("What may it do for us?", EN, RU) == []


def test_a_month_is_told_from_a_function_word_by_its_capital(lexicon: Lexicon) -> None:
    assert phrases(lexicon.carry("What was signed in May?", EN, RU)) == [["май"]]
    assert phrases(lexicon.carry("Which law may I read?", EN, RU)) == [["закон"]]


@pytest.mark.parametrize(
    ("word", "language", "known"),
    [
        ("закон", RU, True),
        ("законами", RU, True),
        ("заңдарды", KK, True),
        ("зан", KK, True),
        ("laws", EN, True),
        ("act", EN, True),
        ("law", RU, False),
        ("artificial", EN, True),
        ("intelligence", EN, False),
        ("кодекс", RU, False),
    ],
)
def test_a_word_is_known_in_any_form_if_it_is_an_entry_of_its_own(
    lexicon: Lexicon, word: str, language: Language, known: bool
) -> None:
    """ "Intelligence" stands in an entry of two words only."""
    assert lexicon.knows(word, language) is known


def test_a_concept_is_named_once(lexicon: Lexicon) -> None:
    assert phrases(lexicon.carry("law and law and acts", EN, KK)) == [["зан"]]


def test_own_words_are_the_distinct_terms_in_order() -> None:
    assert own_words("Закон о законах", RU) == [Concept((("закон",),)), Concept((("о",),))]
    assert own_words("?!", EN) == []


def test_nothing_is_carried_from_nothing(lexicon: Lexicon) -> None:
    assert lexicon.carry("", KK, EN) == lexicon.carry("… ?", KK, EN) == []


def real_lines() -> list[tuple[str, list[str]]]:
    return [
        (f"{path.name}:{number}", line.split("\t"))
        for path in sorted(FOLDER.glob("*.tsv"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]


def test_the_real_lexicon_is_large_and_whole() -> None:
    lines = real_lines()
    assert [place for place, columns in lines if len(columns) != len(COLUMNS)] == []
    assert len(lines) == len(default_lexicon()) >= 2_500


def test_every_alternative_of_the_real_lexicon_can_be_found() -> None:
    wrong = [
        f"{place}: {alternative!r}"
        for place, columns in real_lines()
        for language, column in zip(COLUMNS, columns, strict=True)
        for alternative in column.split(" | ")
        if alternative != alternative.strip() or not 1 <= len(terms(alternative, language)) <= LONGEST
    ]
    assert wrong == []


def test_the_columns_of_the_real_lexicon_are_not_mixed_up() -> None:
    """English entries have no Cyrillic letters, and Russian ones no Kazakh ones, but in names."""
    wrong = [
        f"{place}: {columns}"
        for place, columns in real_lines()
        if any("\u0400" <= letter <= "\u04ff" for letter in columns[COLUMNS.index(EN)])
        or any(KAZAKH_LETTERS & set(word) for word in columns[COLUMNS.index(RU)].split() if word.islower())
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("жасанды интеллект", KK, RU, "искусственный интеллект"),
        ("искусственный интеллект", RU, EN, "artificial intelligence"),
        ("artificial intelligence", EN, KK, "жасанды интеллект"),
        ("министерство", RU, KK, "министрлік"),
        ("supercomputer", EN, RU, "суперкомпьютер"),
        ("штраф", RU, EN, "fine"),
        ("индекс", KK, EN, "index"),
        ("президент", KK, RU, "президент"),
        ("deadline", EN, RU, "срок"),
        ("university", EN, KK, "университет"),
        ("May", EN, KK, "мамыр"),
    ],
)
def test_the_real_lexicon_knows_the_field(text: str, source: Language, target: Language, expected: str) -> None:
    carried = default_lexicon().carry(f"the {text}" if source is EN else text, source, target)
    assert tuple(terms(expected, target)) in {phrase for concept in carried for phrase in concept.phrases}


def test_kazakh_entries_are_found_without_kazakh_letters() -> None:
    lexicon = default_lexicon()
    for text in ("жасанды интеллект туралы заң", "үкімет", "мемлекеттік қызмет"):
        assert lexicon.carry(fold(text), KK, EN) == lexicon.carry(text, KK, EN) != []
