"""One answer judged: every measure by hand, for answers, abstentions and errors."""

from dataclasses import replace

import pytest
from quotes import citation_of, document_of

from assistant.answer import Abstention, Answer, Citation, Query
from assistant.cite import source
from assistant.prompts import say
from corpus.passage import Language
from corpus.split import split_document
from eval.cases import Case, Gold
from eval.judge import MEASURES, judge
from index.search import Hit

LAW = document_of("The law was signed on 17 November 2025. It has 31 articles. It is cold in Astana.")
ARTICLES, COLD = "It has 31 articles.", "It is cold in Astana."
GOLD = Gold(True, (("31", "thirty-one"), ("chapter",)), evidence=(ARTICLES,))
CASE = Case("1", "How many articles?", Language.EN, GOLD)
DUE = Case("2", "Who is the minister?", Language.EN, Gold(False))


def cited(quote: str, number: int) -> Citation:
    return citation_of(LAW, quote, number)


def said(*quotes: str, lead: str = "") -> Answer:
    """Return an answer that quotes `quotes`, a line each, as Jauap writes it."""
    citations = tuple(cited(quote, number) for number, quote in enumerate(quotes, start=1))
    lines = [f"{c.quote} {source(Language.EN, LAW)} [{c.number}]" for c in citations]
    hits = tuple(Hit(passage, row, 0.5, 0.5, 0.5) for row, passage in enumerate(split_document(LAW)))
    query = Query("?", "?", "?", Language.EN)
    text = "\n".join([lead, *lines] if lead else lines)
    return Answer(query, text, Language.EN, citations, None, 0.9, None, hits, "", 0.25)


def silent() -> Answer:
    """Return an abstention."""
    return replace(said(), text="The documents do not say.", abstention=Abstention.WEAK_EVIDENCE, citations=())


def test_every_measure_is_scored_for_whatever_happened() -> None:
    for answer in (said(ARTICLES), silent(), None):
        assert list(judge(CASE, answer)) == [measure.key for measure in MEASURES]


@pytest.mark.parametrize("answerable", [True, False])
@pytest.mark.parametrize("answer", [said(ARTICLES), said(COLD), silent(), None])
def test_no_share_is_more_than_all(answerable: bool, answer: Answer | None) -> None:
    for gold in (
        GOLD,
        replace(GOLD, must_contain=(("31",),)),
        replace(GOLD, evidence=()),
        replace(GOLD, must_contain=()),
    ):
        scores = judge(replace(CASE, gold=replace(gold, answerable=answerable)), answer)
        for key in scores.keys() - {"characters", "seconds"}:
            part, whole = scores[key]
            assert 0 <= part <= whole, key


@pytest.mark.parametrize(
    ("case", "answer", "expected"),
    [
        (CASE, said(ARTICLES), {"right": (0, 1), "wrong": (1, 1), "false_abstention": (0, 1), "good": (0, 1)}),
        (
            replace(CASE, gold=replace(GOLD, must_contain=(("31",),))),
            said(ARTICLES),
            {"right": (1, 1), "wrong": (0, 1), "false_abstention": (0, 1), "good": (1, 1)},
        ),
        (
            CASE,
            silent(),
            {"right": (0, 1), "wrong": (0, 1), "false_abstention": (1, 1), "abstention_precision": (0, 1)},
        ),
        (DUE, silent(), {"abstention_recall": (1, 1), "abstention_precision": (1, 1), "good": (1, 1), "right": (0, 0)}),
        (DUE, said(COLD), {"abstention_recall": (0, 1), "abstention_precision": (0, 0), "good": (0, 1)}),
        # A false premise put right is as good as silence.
        (
            replace(DUE, gold=Gold(False, (("31",),))),
            said(ARTICLES),
            {"abstention_recall": (0, 0), "good": (1, 1), "right": (0, 0)},
        ),
    ],
)
def test_answers_and_abstentions(case: Case, answer: Answer, expected: dict[str, tuple[float, float]]) -> None:
    scores = judge(case, answer)
    assert {key: scores[key] for key in expected} == expected


def test_an_error_is_nothing_good_wherever_the_question_counts() -> None:
    scores = judge(CASE, None)
    counted = {key for key, (_, whole) in scores.items() if whole}
    assert counted == {
        *("right", "wrong", "false_abstention", "good", "evidence_1", "evidence_5", "evidence_10"),
        *("citation_recall", "language", "errors"),
    }
    assert {key for key, (part, _) in scores.items() if part} == {"errors"}
    assert judge(DUE, None)["abstention_recall"] == (0, 1)


def test_citations_that_carry_gold_and_gold_that_is_cited() -> None:
    # Of two citations one carries gold; of two groups one is found in them.
    scores = judge(CASE, said(ARTICLES, COLD))
    assert scores["citation_precision"] == (1, 2)
    assert scores["citation_recall"] == (1, 2)
    assert scores["verbatim"] == (2, 2)
    assert judge(CASE, silent())["citation_recall"] == (0, 0)
    assert judge(DUE, said(COLD))["citation_precision"] == (0, 0)


def test_a_quote_that_is_not_in_the_document_is_not_verbatim() -> None:
    answer = said(ARTICLES)
    other = replace(LAW, text=LAW.text.replace("31", "13"))
    assert judge(CASE, replace(answer, citations=(replace(answer.citations[0], document=other),)))["verbatim"] == (0, 1)


def test_evidence_is_looked_for_in_the_first_hits() -> None:
    law, other = split_document(LAW)[0], split_document(document_of("Nothing of the kind."))[0]
    hits = tuple(Hit(law if rank == 3 else other, rank, 1.0, 1.0, 1.0) for rank in range(1, 11))
    scores = judge(CASE, replace(said(ARTICLES), hits=hits))
    assert [scores[f"evidence_{k}"] for k in (1, 5, 10)] == [(0, 1), (1, 1), (1, 1)]
    assert judge(replace(CASE, gold=Gold(True, (("31",),))), said(ARTICLES))["evidence_5"] == (0, 0)
    corrected = replace(DUE, gold=replace(GOLD, answerable=False))
    assert judge(corrected, said(ARTICLES))["evidence_5"] == (0, 0)


def test_every_line_must_be_found_in_what_it_cites() -> None:
    lead = say(Language.EN, "answers", "lead.ru")
    answer = said(ARTICLES, COLD, lead=lead)
    assert judge(CASE, answer)["support"] == (2, 2)
    first, second = answer.text.splitlines()[1:]
    for text, expected in {
        f"{first}\nAnd it is warm.": (1, 2),  # no number
        f"{first}\n{second.replace('[2]', '[3]')}": (1, 2),  # a number that is not there
        f"{first}\n{second.replace('[2]', '[1]')}": (1, 2),  # found, but not in what it cites
        f"{first}\n{second.replace('cold in Astana', 'warm in Almaty')}": (1, 2),
        f"{first}\nIt is cold in… {source(Language.EN, LAW)} [2]": (2, 2),  # cut at a word
        f"{first}\n[2]": (1, 2),
    }.items():
        assert judge(CASE, replace(answer, text=text))["support"] == expected, text
    assert judge(CASE, silent())["support"] == (0, 0)


def test_numbers_of_citations_are_no_words_of_the_answer() -> None:
    gold = Gold(True, (("1",),))
    assert judge(replace(CASE, gold=gold), said(COLD))["right"] == (0, 1)


def test_language_length_and_time() -> None:
    answer = replace(said(ARTICLES), language=Language.RU)
    scores = judge(CASE, answer)
    assert scores["language"] == (0, 1)
    assert scores["characters"] == (len(answer.text), 1)
    assert scores["seconds"] == (0.25, 1)
