"""Words of one script found in the other."""

from dataclasses import replace

import pytest

from corpus.passage import Language
from index.lexicon import Concept
from index.search import PassageIndex
from index.terms import term
from index.transcription import Transcriptions, rough

KK, RU, EN = Language.KK, Language.RU, Language.EN
DOCUMENTS = Transcriptions(
    {
        EN: ["bektenov", "hopcroft", "qaztech", "startup", "hub", "rate"],
        RU: ["бектенова", "бектеновым", "хопкрофт", "сагимбаев", "работа", "брат"],
        KK: ["бектеновтің", "сағымбаев", "жасанды"],
    }
)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("tokayev", "токаев"),
        ("zhaslan", "жаслан"),
        ("qasym", "қасым"),
        ("kassym", "касым"),
        ("khosla", "кхосла"),
        ("oxford", "оксфорд"),
        ("sklyar", "скляр"),
        ("yevgeny", "евгений"),
        ("yermek", "ермек"),
        ("zhumangarin", "жұманғарин"),
        ("cryptocity", "криптосити"),
        ("zhetysu", "жетісу"),
        ("turkistan", "түркістан"),
    ],
)
def test_both_scripts_have_one_rough_form(latin: str, cyrillic: str) -> None:
    assert rough(latin) == rough(cyrillic)


@pytest.mark.parametrize(
    ("word", "source", "target", "terms"),
    [
        ("bektenov", EN, RU, ("бектен",)),
        ("bektenov", EN, KK, ("бектенов",)),
        ("бектеновтің", KK, EN, ("bektenov",)),
        ("бектеновым", RU, EN, ("bektenov",)),
        ("хопкрофт", RU, EN, ("hopcroft",)),
        ("казтех", RU, EN, ("qaztech",)),
        ("стартаптар", KK, EN, ("startup",)),
        ("sagimbaev", EN, KK, ("сагымбаев",)),
    ],
)
def test_a_name_is_found_in_the_other_script(
    word: str, source: Language, target: Language, terms: tuple[str, ...]
) -> None:
    assert DOCUMENTS.of(word, source, target) == terms


@pytest.mark.parametrize("word", ["хаб", "брат", "работа", "бектен"])
def test_what_is_short_or_only_alike_is_not(word: str) -> None:
    assert DOCUMENTS.of(word, RU, EN) == ()


def test_words_of_the_same_script_are_left_to_the_spelling() -> None:
    assert DOCUMENTS.of("бектенов", RU, KK) == ()


def test_a_name_is_sought_in_both_scripts(toy_index: PassageIndex) -> None:
    index = replace(toy_index, transcriptions=Transcriptions({EN: ["mistralion"], RU: ["mistralion"]}))
    assert index.concepts("мистралион", RU, EN) == [Concept((("mistralion",),))]
    assert index.concepts("мистралион", RU, RU) == [Concept(((term("мистралион", RU),), ("mistralion",)))]


def test_a_word_of_the_documents_is_sought_as_it_stands(toy_index: PassageIndex) -> None:
    index = replace(toy_index, transcriptions=Transcriptions({RU: ["zakon"]}))
    assert index.concepts("закон", RU, RU) == [Concept((("закон",),))]
