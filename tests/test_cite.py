"""Citations: verbatim or not at all, numbered as they are shown, within the length that an answer may have."""

from dataclasses import replace

import pytest
from quotes import citation_of, document_of, evidence_in, evidence_of

from assistant.answer import Citation, Evidence, Query
from assistant.cite import MAX_CHARACTERS, is_verbatim, source, write_extracted
from corpus.passage import Document, Language
from corpus.split import split_document
from index.search import PassageIndex

RU, KK, EN = Language.RU, Language.KK, Language.EN
SIGNED = "The law on artificial intelligence was signed on 17 November 2025."
ARTICLES = "The law has 31 articles."
LABELS = "Article 21 obliges owners to label synthetic content."


def query(language: Language = EN) -> Query:
    """A question in `language`; what it asks does not matter here."""
    return Query("?", "?", "?", language)


def write(document: Document, *quotes: str, language: Language = EN) -> tuple[str, tuple[Citation, ...]]:
    """Write `quotes` from `document` as an answer."""
    passages = split_document(document, size=4000)
    found = [evidence_in(passages, quote) for quote in quotes]
    return write_extracted(query(language), found, {document.id: document})


def test_each_quote_is_a_line_with_source_and_number(toy_index: PassageIndex) -> None:
    text, citations = write_extracted(query(), evidence_of(toy_index, SIGNED, ARTICLES), toy_index.documents)
    assert text.split("\n") == [f"{SIGNED} (zan.kz, 2025-11-17) [1]", f"{ARTICLES} (zan.kz, 2025-11-17) [2]"]
    assert [(citation.number, citation.quote) for citation in citations] == [(1, SIGNED), (2, ARTICLES)]


def test_every_quote_stands_in_its_passage_and_in_its_document(toy_index: PassageIndex) -> None:
    _, citations = write_extracted(query(), evidence_of(toy_index, SIGNED, ARTICLES, LABELS), toy_index.documents)
    for citation in citations:
        passage, document = citation.passage, citation.document
        assert citation.quote in passage.text
        assert passage.text[citation.start : citation.end] == citation.quote
        assert document.text[passage.start : passage.end] == passage.text
        assert is_verbatim(citation)


def test_at_most_three_are_quoted(toy_index: PassageIndex) -> None:
    four = evidence_of(toy_index, SIGNED, ARTICLES, LABELS, "It entered into force on 18 January 2026.")
    text, citations = write_extracted(query(), four, toy_index.documents)
    assert [citation.number for citation in citations] == [1, 2, 3]
    assert "18 January" not in text


def test_of_a_list_up_to_five_are_quoted(toy_index: PassageIndex) -> None:
    in_force, met = "It entered into force on 18 January 2026.", "Digital Headquarters met on 26 November 2025."
    chaired = "Olzhas Bektenov chaired the meeting in Astana."
    six = evidence_of(toy_index, SIGNED, ARTICLES, LABELS, in_force, met, chaired)
    asked = replace(query(), search="Which facts are there?")
    _, citations = write_extracted(asked, six, toy_index.documents)
    assert [citation.quote for citation in citations] == [SIGNED, ARTICLES, LABELS, in_force, met]


@pytest.mark.parametrize(
    ("language", "shown"),
    [(EN, "(zan.kz, 2025-11-18)"), (RU, "(zan.kz, 18.11.2025)"), (KK, "(zan.kz, 18.11.2025)")],
)
def test_the_source_is_named_as_the_language_of_the_question_does(language: Language, shown: str) -> None:
    assert source(language, document_of("Text.")) == shown


def test_a_source_without_publisher_or_date_is_named_by_what_there_is() -> None:
    assert source(EN, document_of("Text.", publisher="")) == "(2025-11-18)"
    assert source(EN, document_of("Text.", published=None)) == "(zan.kz)"
    assert source(EN, document_of("Text.", publisher="", published=None)) == "(The law)"


def test_a_long_publisher_is_shortened() -> None:
    ministry = "Ministry of Artificial Intelligence and Digital Development of the Republic of Kazakhstan"
    assert source(EN, document_of("Text.", publisher=ministry)) == "(Ministry of Artificial Intelligence…, 2025-11-18)"


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        (RU, "Ответ нашёлся в документах на английском языке:"),
        (KK, "Жауап ағылшын тіліндегі құжаттардан табылды:"),
        (EN, None),
    ],
)
def test_a_line_says_when_the_quotes_are_in_another_language(
    toy_index: PassageIndex, asked: Language, lead: str | None
) -> None:
    text, citations = write_extracted(query(asked), evidence_of(toy_index, ARTICLES), toy_index.documents)
    lines = text.split("\n")
    assert lines[:-1] == ([lead] if lead else [])
    assert lines[-1].startswith(ARTICLES)
    assert citations[0].quote == ARTICLES


def test_the_line_speaks_of_what_is_quoted_only(toy_index: PassageIndex) -> None:
    english_first = evidence_of(toy_index, SIGNED, ARTICLES, LABELS, "В законе 31 статья.")
    text, _ = write_extracted(query(KK), english_first, toy_index.documents)
    assert text.startswith("Жауап ағылшын тіліндегі құжаттардан табылды:\n")
    mixed = evidence_of(toy_index, ARTICLES, "В законе 31 статья.")
    assert write_extracted(query(KK), mixed, toy_index.documents)[0].startswith("Жауап әр тілдегі құжаттардан табылды:")
    assert write_extracted(query(RU), mixed, toy_index.documents)[0].startswith("Ответ нашёлся в документах на разных")


def long_sentence(words: int) -> str:
    """A sentence of that many words, ten characters each with the space."""
    return " ".join(["September"] * words) + "."


def test_a_sentence_that_is_too_long_is_cut_at_a_word() -> None:
    text, citations = write(document_of(long_sentence(80)), long_sentence(80))
    # 700 less 25 for " (zan.kz, 2025-11-18) [1]" leave 675; 67 words with the spaces between them have 669.
    assert citations[0].quote == " ".join(["September"] * 67)
    assert text == f"{citations[0].quote}… (zan.kz, 2025-11-18) [1]"
    assert len(text) <= MAX_CHARACTERS
    assert is_verbatim(citations[0])


def test_a_sentence_without_spaces_is_cut_where_it_must_be() -> None:
    text, citations = write(document_of("я" * 900, RU), "я" * 900, language=RU)
    assert len(text) == MAX_CHARACTERS
    assert citations[0].quote == "я" * 674


def test_what_no_longer_fits_is_left_out_and_a_shorter_quote_takes_its_place() -> None:
    first, second, third = long_sentence(50), long_sentence(51), "The law has 31 articles."
    text, citations = write(document_of(f"{first} {second} {third}"), first, second, third)
    assert [(citation.number, citation.quote) for citation in citations] == [(1, first), (2, third)]
    assert len(text) <= MAX_CHARACTERS


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("words", [10, 20, 30, 55, 60, 63, 66, 67, 68, 90])
def test_an_answer_has_at_most_700_characters_with_all_that_is_around_the_quotes(
    words: int, language: Language
) -> None:
    sentences = [f"{number} {long_sentence(words)}" for number in "123"]
    text, citations = write(document_of(" ".join(sentences)), *sentences, language=language)
    assert citations
    assert len(text) <= MAX_CHARACTERS


def test_line_breaks_in_a_quote_are_shown_as_spaces_and_kept_in_the_quote() -> None:
    listed = "The Government must:\n- draft the law;\n- train the staff."
    text, citations = write(document_of(listed), listed)
    assert citations[0].quote == listed
    assert text.startswith("The Government must: - draft the law; - train the staff. (")


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        (EN, "Documents of different dates give different values; the newest comes first."),
        (RU, "Документы разных дат называют разные значения; сначала самое новое."),
        (KK, "Әр кездегі құжаттарда мәндер әртүрлі; алдымен ең жаңасы."),
    ],
)
def test_different_values_are_announced(toy_index: PassageIndex, language: Language, notice: str) -> None:
    found = evidence_of(toy_index, SIGNED, ARTICLES)
    text, citations = write_extracted(query(language), found, toy_index.documents, differ=True)
    plain, same = write_extracted(query(language), found, toy_index.documents)
    first, rest = text.split("\n", 1)
    assert (first, rest, citations) == (notice, plain, same)


def test_of_one_value_that_could_be_quoted_no_difference_is_announced(toy_index: PassageIndex) -> None:
    text, citations = write_extracted(query(), evidence_of(toy_index, ARTICLES), toy_index.documents, differ=True)
    assert (text, len(citations)) == (f"{ARTICLES} (zan.kz, 2025-11-17) [1]", 1)
    assert write_extracted(query(), [], {}, differ=True) == ("", ())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("length", range(220, 320))
def test_with_the_announcement_an_answer_still_has_at_most_700_characters(length: int, language: Language) -> None:
    """Two quotes of every length around half of what there is room for."""
    one, other = f"A {'a' * (length - 3)}.", f"B {'b' * (length - 3)}."
    document = document_of(f"{one} {other}")
    found = [evidence_in(split_document(document, size=4000), quote) for quote in (one, other)]
    text, _ = write_extracted(query(language), found, {document.id: document}, differ=True)
    assert len(text) <= MAX_CHARACTERS


def altered(evidence: Evidence, document: Document, text: str) -> tuple[str, tuple[Citation, ...]]:
    """Write `evidence` when the text of its document has become `text`."""
    return write_extracted(query(), [evidence], {document.id: replace(document, text=text)})


def test_a_quote_from_a_document_that_was_altered_is_dropped(toy_index: PassageIndex) -> None:
    [signed] = evidence_of(toy_index, SIGNED)
    document = toy_index.documents[signed.passage.document_id]
    assert altered(signed, document, document.text)[1][0].quote == SIGNED
    assert altered(signed, document, document.text.replace("17 November", "16 November")) == ("", ())
    assert altered(signed, document, "\n" + document.text) == ("", ())


def test_the_quotes_that_are_left_are_numbered_anew(toy_index: PassageIndex) -> None:
    wrong, right = evidence_of(toy_index, "Digital Headquarters met on 26 November 2025.", ARTICLES)
    note = toy_index.documents[wrong.passage.document_id]
    documents = toy_index.documents | {note.id: replace(note, text=note.text.replace("26", "27"))}
    text, citations = write_extracted(query(), [wrong, right], documents)
    assert text == f"{ARTICLES} (zan.kz, 2025-11-17) [1]"
    assert [citation.number for citation in citations] == [1]


def test_a_citation_is_verbatim_only_in_its_own_document() -> None:
    good = citation_of(document_of(f"{SIGNED} {ARTICLES}"), ARTICLES)
    assert is_verbatim(good)
    assert not is_verbatim(replace(good, document=replace(good.document, id="other.md")))
    assert not is_verbatim(replace(good, passage=replace(good.passage, text=good.passage.text.replace("31", "32"))))
    assert not is_verbatim(replace(good, passage=replace(good.passage, start=good.passage.start + 1)))
    assert not is_verbatim(replace(good, end=good.start))


def test_nothing_to_quote_is_no_text() -> None:
    assert write_extracted(query(), [], {}) == ("", ())
