"""The sentences that answer: which stands first, in which language, and that nothing is said twice."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from quotes import document_of, evidence_in

from assistant.answer import Evidence, Query, Turn
from assistant.extract import CANDIDATES, READ, READING, choose, rank_sentences, read, with_context
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


def test_missing_is_the_share_of_the_weightiest_concept_that_is_not_spoken_of(toy_index: PassageIndex) -> None:
    by_quote = {evidence.quote: evidence.missing for evidence in ranked(toy_index, "articles")}
    assert by_quote["The law has 31 articles."] == 0.0
    assert by_quote["Digital Headquarters met on 26 November 2025."] == 1.0
    # Each of two sentences lacks the other's word; both words are the whole question: the shares sum to one.
    both = {evidence.quote: evidence.missing for evidence in ranked(toy_index, "articles meeting")}
    articles, meeting = (
        both[f"{text}."] for text in ("The law has 31 articles", "Olzhas Bektenov chaired the meeting in Astana")
    )
    assert 0 < articles < 1
    assert articles + meeting == pytest.approx(1)
    assert both["Digital Headquarters met on 26 November 2025."] == max(articles, meeting)


def test_what_the_title_says_is_not_missing(toy_index: PassageIndex) -> None:
    """The law is named above its articles; the sentence on labels does not name it again."""
    by_quote = {evidence.quote: evidence.missing for evidence in ranked(toy_index, "law")}
    assert by_quote["Article 21 obliges owners to label synthetic content."] == 0.0


def test_a_carried_word_counts_in_another_language(toy_index: PassageIndex) -> None:
    by_quote = {evidence.quote: evidence.missing for evidence in ranked(toy_index, "суперкомпьютер")}
    assert by_quote["Суперкомпьютер Alem.Cloud 2025 жылғы шілдеде іске қосылды."] == 0.0
    assert by_quote["The law has 31 articles."] == 1.0


INTERVIEW = """# A talk

— Who made the voice model?

— A laboratory in Almaty, with linguists. The work took two years.

## Who pays for the servers?

The regional budget, for three years.
"""


def test_what_follows_a_question_speaks_of_what_it_asks_and_the_question_answers_nothing(
    make_index: Callable[[Path], PassageIndex], tmp_path: Path
) -> None:
    (tmp_path / "talk.md").write_text(INTERVIEW, encoding="utf-8")
    index = make_index(tmp_path)
    laboratory, two_years = "— A laboratory in Almaty, with linguists.", "The work took two years."
    budget = "The regional budget, for three years."
    made = {one.quote: one.missing for one in ranked(index, "Who made the voice model?")}
    assert made == {laboratory: 0.0, two_years: 0.0, budget: made[budget]}
    assert made[budget] > 0.0
    paid = ranked(index, "Who pays for the servers?")
    assert [(one.quote, one.missing) for one in paid[:1]] == [(budget, 0.0)]
    assert all(one.missing > 0.0 for one in paid[1:])


class Fixed:
    """A cross-encoder that takes sentences with a given word for answers, and remembers what it read."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.read: list[tuple[str, list[str]]] = []

    def score(self, question: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return log odds of 4 or -4."""
        self.read.append((question, list(sentences)))
        return np.array([4.0 if self.word in sentence else -4.0 for sentence in sentences], np.float32)


def read_by(index: PassageIndex, reader: Fixed | None, question: str) -> tuple[list[Evidence], list[Evidence]]:
    """Every sentence before and after it was read."""
    query = understand(question, (), index.spelling)
    before = ranked(index, question)
    return before, read(replace(index, cross_encoder=reader), query, before)


def test_the_first_few_are_read_with_the_question(toy_index: PassageIndex) -> None:
    fixed = Fixed("articles")
    before, after = read_by(toy_index, fixed, "How many articles does the law have?")
    assert len(before) > READ
    assert fixed.read == [("How many articles does the law have?", [one.quote for one in before[:READ]])]
    assert {one.quote: one.reading for one in after} == {
        **{one.quote: 4.0 if "articles" in one.quote else -4.0 for one in before[:READ]},
        **{one.quote: None for one in before[READ:]},
    }


def test_of_a_follow_up_sentences_are_near_to_what_is_asked_now(toy_index: PassageIndex) -> None:
    """Passages are found by the question before as well, which says what it is about."""
    typed, before = "and how many articles does it have?", Turn("When was the law on artificial intelligence signed?")
    query = understand(typed, [before], toy_index.spelling)
    assert query.search.startswith("When was the law")
    hits = toy_index.search(query.search, query.language, 20)
    fixed = Fixed("articles")
    found = read(replace(toy_index, cross_encoder=fixed), query, rank_sentences(toy_index, query, hits))
    assert [question for question, _ in fixed.read] == ["How many articles does it have?"]
    nearest = max(found, key=lambda one: one.similarity)
    assert nearest.quote == "The law has 31 articles."


def test_what_is_read_is_raised_by_how_surely_it_answers(toy_index: PassageIndex) -> None:
    before, after = read_by(toy_index, Fixed("label"), "How many articles does the law have?")
    gained = {one.quote: one.score - other.score for one in after for other in before if one.quote == other.quote}
    # 0.06 by the logistic function of 4 and of -4: 0.982 and 0.018.
    for one in before[:READ]:
        expected = READING * (0.98201 if "label" in one.quote else 0.01799)
        assert gained[one.quote] == pytest.approx(expected, abs=1e-5)
    assert [gained[one.quote] for one in before[READ:]] == [0.0] * (len(before) - READ)
    assert [one.score for one in after] == sorted((one.score for one in after), reverse=True)


def test_a_sentence_that_answers_can_overtake_one_that_does_not(toy_index: PassageIndex) -> None:
    question = "What was signed on 17 November 2025?"
    before = ranked(toy_index, question)
    second = before[1]
    close = [replace(before[0], score=second.score + READING / 2), *before[1:]]
    query = understand(question, (), toy_index.spelling)
    after = read(replace(toy_index, cross_encoder=Fixed(second.quote)), query, close)
    assert after[0].quote == second.quote


def test_without_a_cross_encoder_nothing_is_read(toy_index: PassageIndex) -> None:
    before, after = read_by(toy_index, None, "How many articles does the law have?")
    assert after == before
    assert all(one.reading is None for one in after)


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
    assert chosen(EN, (LAW_EN, 1.0), (LAW_RU, 1.0), (PLACE_RU, 1.0)) == [LAW_EN.quote, PLACE_RU.quote]


def test_a_clearly_better_sentence_in_another_language_is_chosen() -> None:
    assert chosen(RU, (LAW_EN, 2.0), (PLACE_RU, 1.0)) == [LAW_EN.quote]
    assert chosen(KK, (LAW_EN, 1.0), (PLACE_RU, 1.0)) == [LAW_EN.quote, PLACE_RU.quote]


def test_what_is_said_better_elsewhere_is_quoted_in_the_language_of_the_question_if_it_is_said_there() -> None:
    assert chosen(RU, (LAW_EN, 2.0), (LAW_RU, 1.0)) == [LAW_RU.quote]


def test_what_only_another_language_says_takes_its_place_and_the_rest_is_said_in_that_of_the_question() -> None:
    place_en = sentence("Kazakhstan took 60th place.", EN, 1.0, side=3)
    evidence = [(LAW_EN, 2.0), (place_en, 1.99), (LAW_RU, 1.0), (CLOUD_RU, 0.99)]
    assert chosen(RU, *evidence) == [LAW_RU.quote, place_en.quote, CLOUD_RU.quote]


def test_what_falls_far_behind_the_best_is_left_out() -> None:
    assert chosen(RU, (LAW_RU, 1.0), (PLACE_RU, 0.99), (CLOUD_RU, 0.1)) == [LAW_RU.quote, PLACE_RU.quote]


def test_nothing_is_said_twice() -> None:
    # The first two share 5 terms of 5; the third has 2 of its 5 in common with them, out of 8 in all.
    again = sentence("31 статья в законе!", RU, 1.0, side=3)
    near = sentence("В законе есть глава о штрафах.", RU, 1.0, side=4)
    assert chosen(RU, (LAW_RU, 1.0), (again, 0.999), (near, 0.998)) == [LAW_RU.quote, near.quote]


def test_another_value_of_another_day_is_no_repetition() -> None:
    """Two places in a ranking share all words but the place: both are kept, so that the newer can be said first."""
    old, new = (
        replace(one, passage=replace(one.passage, date=day))
        for one, day in (
            (sentence("Казахстан занял 76-е место в индексе готовности.", RU, 1.0, side=1), date(2024, 12, 1)),
            (sentence("Казахстан занял 60-е место в индексе готовности.", RU, 1.0, side=1), date(2025, 12, 1)),
        )
    )
    assert chosen(RU, (old, 1.0), (new, 0.999)) == [old.quote, new.quote]
    same_day = replace(new, passage=replace(new.passage, date=old.passage.date))
    assert chosen(RU, (old, 1.0), (same_day, 0.999)) == [old.quote]


def test_across_languages_what_means_the_same_is_said_once() -> None:
    assert chosen(KK, (LAW_EN, 1.0), (LAW_RU, 0.999), (PLACE_RU, 0.998)) == [LAW_EN.quote, PLACE_RU.quote]


def test_where_a_list_is_asked_for_sentences_of_the_best_one_s_document_come_forward() -> None:
    """Only as far as they would be quoted at all."""
    text = "В законе есть реестр.\n\n# Штрафы\n\nВ нём есть штрафы. Там платформа."
    passages = split_document(document_of(text, RU, id="other.md"))
    best, near, far = (
        replace(evidence_in(passages, quote), vector=SIDES[side])
        for side, quote in enumerate(("В законе есть реестр.", "В нём есть штрафы.", "Там платформа."), start=4)
    )
    scored = [replace(one, score=score) for one, score in ((best, 1.0), (PLACE_RU, 0.97), (near, 0.95), (far, 0.75))]
    one_thing, several = (
        [one.quote for one in choose(Query(asked, asked, asked, RU), scored)]
        for asked in ("Что есть в законе?", "Какие меры есть в законе?")
    )
    assert one_thing == [best.quote, PLACE_RU.quote, near.quote]
    assert several == [best.quote, near.quote, PLACE_RU.quote]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The law is signed. It has 31 articles.", "It has 31 articles.", "The law is signed. It has 31 articles."),
        ("Закон подписан. Он вступил в силу.", "Он вступил в силу.", "Закон подписан. Он вступил в силу."),
        ("Заң қабылданды. Ол күшіне енді.", "Ол күшіне енді.", "Заң қабылданды. Ол күшіне енді."),
        ("The law is signed. The law has 31 articles.", "The law has 31 articles.", "The law has 31 articles."),
        ("It has 31 articles. The law is signed.", "It has 31 articles.", "It has 31 articles."),
        (f"The law {'x' * 440}. It has 31 articles.", "It has 31 articles.", "It has 31 articles."),
    ],
    ids=["en", "ru", "kk", "stands alone", "the first", "too long"],
)
def test_a_quote_that_leans_on_the_sentence_before_it_begins_there(text: str, quote: str, expected: str) -> None:
    assert with_context(evidence_in(split_document(document_of(text), size=4000), quote)).quote == expected


def test_so_many_are_chosen_and_no_more() -> None:
    words = "закон индекс орган платформа студент центр штраф экспорт".split()
    many = [sentence(f"{word.capitalize()} {word}.", RU, 1.0, side) for side, word in enumerate(words)]
    assert len(many) > CANDIDATES
    assert chosen(RU, *((one, 1.0 - at / 1000) for at, one in enumerate(many))) == [
        one.quote for one in many[:CANDIDATES]
    ]


def test_of_nothing_nothing_is_chosen() -> None:
    assert choose(Query("?", "?", "?", RU), []) == []
