"""The sentences that answer: which stands first, in which language, and that nothing is said twice."""

from dataclasses import replace

import numpy as np
import pytest
from quotes import document_of, evidence_in

from assistant.answer import Evidence, Query
from assistant.extract import CANDIDATES, choose, rank_sentences
from assistant.understand import understand
from corpus.passage import Language
from corpus.split import split_document
from index.search import Filter, PassageIndex

RU, KK, EN = Language.RU, Language.KK, Language.EN
SIDES = np.eye(8, dtype=np.float32)  # vectors of sentences that have nothing in common


def ranked(index: PassageIndex, question: str, only: Filter = Filter()) -> list[Evidence]:  # noqa: B008
    """Every sentence of the index as evidence for `question`."""
    query = understand(question, (), index.spelling, only)
    return rank_sentences(index, query, index.search(query.search, query.language, 20, only))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("How many articles does the law have?", "The law has 31 articles."),
        ("Who chaired the meeting in Astana?", "Olzhas Bektenov chaired the meeting in Astana."),
        ("When was the law on artificial intelligence signed?", "The law on artificial intelligence was signed on"),
        ("Когда подписан закон об искусственном интеллекте?", "Закон об искусственном интеллекте подписан 17 ноября"),
        ("Что обязывает помечать статья 21?", "Статья 21 обязывает владельцев помечать синтетический контент."),
        ("Рейтинг әлемнің неше елін қамтиды?", "Рейтинг әлемнің 195 елін қамтиды."),
        ("Казакстан нешинши орын алды?", "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды."),
    ],
)
def test_the_sentence_that_answers_stands_first(toy_index: PassageIndex, question: str, first: str) -> None:
    assert ranked(toy_index, question)[0].quote.startswith(first)


def test_every_sentence_of_the_hits_is_ranked_once(toy_index: PassageIndex) -> None:
    found = ranked(toy_index, "What does the law say?")
    sentences = [p.text[start:end] for p in toy_index.passages for start, end in p.sentences]
    assert sorted(evidence.quote for evidence in found) == sorted(sentences)
    assert [evidence.score for evidence in found] == sorted((evidence.score for evidence in found), reverse=True)


def test_coverage_is_the_share_of_the_question_that_a_sentence_speaks_of(toy_index: PassageIndex) -> None:
    by_quote = {evidence.quote: evidence.coverage for evidence in ranked(toy_index, "articles")}
    assert by_quote["The law has 31 articles."] == 1.0
    assert by_quote["Digital Headquarters met on 26 November 2025."] == 0.0
    both = {evidence.quote: evidence.coverage for evidence in ranked(toy_index, "articles meeting")}
    assert 0 < both["The law has 31 articles."] < 1
    assert 0 < both["Olzhas Bektenov chaired the meeting in Astana."] < 1


def test_a_carried_word_counts_in_another_language(toy_index: PassageIndex) -> None:
    by_quote = {evidence.quote: evidence.coverage for evidence in ranked(toy_index, "суперкомпьютер")}
    assert by_quote["Суперкомпьютер Alem.Cloud 2025 жылғы шілдеде іске қосылды."] == 1.0


def test_a_filter_shuts_sentences_out(toy_index: PassageIndex) -> None:
    found = ranked(toy_index, "How many articles does the law have?", Filter(languages=frozenset({RU})))
    assert {evidence.passage.language for evidence in found} == {RU}


def sentence(text: str, language: Language, score: float, side: int) -> Evidence:
    """A sentence as evidence, pointing to one of eight sides."""
    found = evidence_in(split_document(document_of(text, language, id=f"{language}-{side}.md")), text, score)
    passage = replace(found.passage, language=language)
    return replace(found, passage=passage, vector=SIDES[side])


LAW_EN = sentence("The law has 31 articles.", EN, 1.0, side=0)
LAW_RU = sentence("В законе 31 статья.", RU, 1.0, side=0)
PLACE_RU = sentence("Казахстан занял 60-е место.", RU, 1.0, side=1)
CLOUD_RU = sentence("Суперкомпьютер запустили в июле.", RU, 1.0, side=2)


def chosen(language: Language, *evidence: tuple[Evidence, float]) -> list[str]:
    """The quotes chosen for a question in `language` from evidence with its scores."""
    scored = sorted((replace(one, score=score) for one, score in evidence), key=lambda one: -one.score)
    return [one.quote for one in choose(Query("?", "?", "?", language), scored)]


def test_of_equally_good_sentences_those_in_the_language_of_the_question_are_chosen() -> None:
    assert chosen(RU, (LAW_EN, 1.0), (LAW_RU, 1.0), (PLACE_RU, 1.0)) == [LAW_RU.quote, PLACE_RU.quote]
    assert chosen(EN, (LAW_EN, 1.0), (LAW_RU, 1.0), (PLACE_RU, 1.0)) == [LAW_EN.quote]


def test_a_clearly_better_sentence_in_another_language_is_chosen() -> None:
    assert chosen(RU, (LAW_EN, 2.0), (PLACE_RU, 1.0)) == [LAW_EN.quote]
    assert chosen(KK, (LAW_EN, 1.0), (PLACE_RU, 1.0)) == [LAW_EN.quote, PLACE_RU.quote]


def test_what_is_said_better_elsewhere_is_quoted_in_the_language_of_the_question_if_it_is_said_there() -> None:
    assert chosen(RU, (LAW_EN, 2.0), (LAW_RU, 1.0)) == [LAW_RU.quote]


def test_an_answer_begun_in_the_language_of_the_question_stays_in_it() -> None:
    place_en = sentence("Kazakhstan took 60th place.", EN, 1.0, side=3)
    evidence = [(LAW_EN, 2.0), (place_en, 1.99), (LAW_RU, 1.0), (CLOUD_RU, 0.99)]
    assert chosen(RU, *evidence) == [LAW_RU.quote, CLOUD_RU.quote]


def test_what_falls_far_behind_the_best_is_left_out() -> None:
    assert chosen(RU, (LAW_RU, 1.0), (PLACE_RU, 0.99), (CLOUD_RU, 0.1)) == [LAW_RU.quote, PLACE_RU.quote]


def test_nothing_is_said_twice() -> None:
    # The first two share 5 terms of 5; the third has 2 of its 5 in common with them, out of 8 in all.
    again = sentence("31 статья в законе!", RU, 1.0, side=3)
    near = sentence("В законе есть глава о штрафах.", RU, 1.0, side=4)
    assert chosen(RU, (LAW_RU, 1.0), (again, 0.999), (near, 0.998)) == [LAW_RU.quote, near.quote]


def test_across_languages_what_means_the_same_is_said_once() -> None:
    assert chosen(KK, (LAW_EN, 1.0), (LAW_RU, 0.999), (PLACE_RU, 0.998)) == [LAW_EN.quote, PLACE_RU.quote]


def test_so_many_are_chosen_and_no_more() -> None:
    words = "закон индекс орган платформа студент центр штраф экспорт".split()
    many = [sentence(f"{word.capitalize()} {word}.", RU, 1.0, side) for side, word in enumerate(words)]
    assert len(many) > CANDIDATES
    assert chosen(RU, *((one, 1.0 - at / 1000) for at, one in enumerate(many))) == [
        one.quote for one in many[:CANDIDATES]
    ]


def test_of_nothing_nothing_is_chosen() -> None:
    assert choose(Query("?", "?", "?", RU), []) == []
