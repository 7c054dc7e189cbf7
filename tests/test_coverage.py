"""How much of a corpus the lexicon knows, counted by hand."""

from quotes import document_of

from corpus.passage import Language, Passage
from corpus.split import split_document
from index.coverage import Coverage, lexicon_coverage
from index.lexicon import Lexicon, default_lexicon

KK, RU, EN = Language.KK, Language.RU, Language.EN
LINES = ["# a comment", "заң\tзакон\tlaw | act", "жасанды интеллект\tискусственный интеллект\tartificial intelligence"]
LEXICON = Lexicon(LINES)


def passages_of(text: str, language: Language) -> list[Passage]:
    """`text` as the passages of a document."""
    return split_document(document_of(text, language))


def test_a_part_of_an_entry_is_held_though_it_is_none_of_its_own() -> None:
    assert LEXICON.holds("laws", EN)
    assert LEXICON.holds("intelligence", EN)
    assert LEXICON.holds("законами", RU)
    assert LEXICON.holds("заңда", KK)
    assert not LEXICON.knows("intelligence", EN)
    assert not LEXICON.holds("law", KK)
    assert not LEXICON.holds("tax", EN)
    assert default_lexicon().holds("government", EN)


def test_words_are_counted_and_what_is_missing_is_ranked() -> None:
    # Seven words say something: laws, artificial, intelligence, tax, tax, taxes, owner. "the", "on", 31 and "a" do not.
    passages = passages_of("The laws on artificial intelligence. A tax, the tax, taxes: 31. The owner.", EN)
    assert lexicon_coverage(LEXICON, passages) == {EN: Coverage(7, 3, [("tax", 3), ("owner", 1)])}


def test_equally_frequent_words_go_by_letter() -> None:
    found = lexicon_coverage(LEXICON, passages_of("Zebra, owner, apple.", EN))[EN]
    assert [count for _, count in found.missing] == [1, 1, 1]
    assert [stem for stem, _ in found.missing] == sorted(stem for stem, _ in found.missing)


def test_languages_are_counted_apart() -> None:
    passages = [*passages_of("Закон подписан.", RU), *passages_of("Law.", EN), *passages_of("The act.", EN)]
    found = lexicon_coverage(LEXICON, passages)
    assert found.keys() == {RU, EN}
    assert (found[RU].words, found[RU].covered) == (2, 1)
    assert found[EN] == Coverage(2, 2, [])


def test_numbers_say_nothing() -> None:
    assert lexicon_coverage(LEXICON, passages_of("2025, 2026.", EN)) == {EN: Coverage(0, 0, [])}


def test_of_no_passages_there_is_nothing_to_count() -> None:
    assert lexicon_coverage(LEXICON, []) == {}
