"""BM25 by hand on passages of a few words, and what a question's concepts make of it.

For N passages of mean length A, a term in n passages that stands f times in a passage of length d scores
    ln(1 + (N - n + 0.5) / (n + 0.5)) * f * (k1 + 1) / (f + k1 * (1 - b + b * d / A)),   k1 = 1.2, b = 0.75.
Shares are that over the weight of the concept, so the logarithm cancels where a single term is sought.
"""

from math import log
from pathlib import Path

import numpy as np
import pytest

from corpus.passage import Language
from index.lexical import K1, LexicalIndex
from index.lexicon import Concept

KK, RU, EN = Language.KK, Language.RU, Language.EN
B = 0.75

# Lengths 4, 4, 2 and 6: their mean is 4.
ENGLISH = ["law on ai sign", "law law minist sign", "ai index", "the school of ai for child"]


def idf(passages: int, containing: int) -> float:
    return log(1 + (passages - containing + 0.5) / (containing + 0.5))


def tf(times: int, length: int, mean: float) -> float:
    return times * (K1 + 1) / (times + K1 * (1 - B + B * length / mean))


def one(*words: str) -> list[Concept]:
    """One concept a word."""
    return [Concept(((word,),)) for word in words]


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    entries = [(row, EN, text.split()) for row, text in enumerate(ENGLISH)]
    return LexicalIndex.build(tmp_path / "lexical", [*entries, (4, RU, ["закон", "law"]), (5, KK, ["зан"])])


def found(index: LexicalIndex, concepts: list[Concept], k: int = 10, rows: list[int] | None = None) -> dict[int, float]:
    """Search English; the keys stand in the order of the hits."""
    hits, shares = index.search(concepts, EN, k, None if rows is None else np.array(rows, np.int64))
    return dict(zip(hits.tolist(), shares.tolist(), strict=True))


def test_the_share_of_one_term(index: LexicalIndex) -> None:
    """At the mean length a single occurrence has tf = 2.2 / (1 + 1.2) = 1, two have 4.4 / (2 + 1.2) = 1.375."""
    assert found(index, one("law")) == pytest.approx({1: 1.375, 0: 1.0})
    assert list(found(index, one("law"))) == [1, 0]


def test_the_share_falls_with_length(index: LexicalIndex) -> None:
    """ "ai" once each: lengths 2, 4, 6 give 2.2/(1+1.2*0.625) = 1.2571, 1, and 2.2/(1+1.2*1.375) = 0.8302."""
    shares = found(index, one("ai"))
    assert list(shares) == [2, 0, 3]
    assert list(shares.values()) == pytest.approx([2.2 / 1.75, 1.0, 2.2 / 2.65])


def test_rare_terms_weigh_more(index: LexicalIndex) -> None:
    """ "minist" is in 1 of 4 passages, "sign" in 2: ln(1 + 3.5/1.5) = 1.2040 and ln(1 + 2.5/2.5) = 0.6931."""
    rare, usual = idf(4, 1), idf(4, 2)
    assert (rare, usual) == pytest.approx((1.2040, 0.6931), abs=1e-4)
    assert index.weight(one("minist")[0], EN) == pytest.approx(rare)
    assert index.weight(one("sign")[0], EN) == pytest.approx(usual)
    # Passage 1 has both words once at the mean length, passage 0 only "sign".
    shares = found(index, one("minist", "sign"))
    assert shares == pytest.approx({1: 1.0, 0: usual / (rare + usual)})


def test_an_absent_word_takes_its_part_of_the_share(index: LexicalIndex) -> None:
    """Nobody has "tax": its weight ln(1 + 4.5/0.5) = 2.3026 counts in the whole."""
    usual, absent = idf(4, 2), idf(4, 0)
    assert absent == pytest.approx(2.3026, abs=1e-4)
    assert found(index, one("sign", "tax")) == pytest.approx({0: usual / (usual + absent), 1: usual / (usual + absent)})


def test_a_passage_full_of_the_word_cannot_pass_the_limit(tmp_path: Path) -> None:
    """f = d = 40, mean 20.5: 40 * 2.2 / (40 + 1.2 * (0.25 + 0.75 * 40 / 20.5)) = 2.0924, below k1 + 1 = 2.2."""
    index = LexicalIndex.build(tmp_path / "lexical", [(0, EN, ["law"] * 40), (1, EN, ["tax"])])
    assert found(index, one("law")) == pytest.approx({0: tf(40, 40, 20.5)})
    assert tf(40, 40, 20.5) == pytest.approx(2.0924, abs=1e-4)


def test_a_concept_counts_once_by_its_best_phrase(index: LexicalIndex) -> None:
    """ "law" or "minist": passage 1 has both, and they are not added up. The weight is the usual word's, "law"."""
    concept = Concept((("law",), ("minist",)))
    assert index.weight(concept, EN) == pytest.approx(idf(4, 2))
    # A rare synonym is worth no more than the usual one: each phrase's own logarithm cancels.
    assert found(index, [concept]) == pytest.approx({1: max(1.375, 1.0), 0: 1.0})


def test_a_phrase_scores_the_mean_of_its_terms(index: LexicalIndex) -> None:
    """ "ai law": passage 0 has both words once at the mean length; 1 has only "law", twice; 2 and 3 only "ai"."""
    law, ai = idf(4, 2), idf(4, 3)
    weight = (law + ai) / 2
    phrase = Concept((("ai", "law"),))
    assert index.weight(phrase, EN) == pytest.approx(weight)
    expected = {
        0: (law * 1.0 + ai * 1.0) / 2 / weight,
        1: law * 1.375 / 2 / weight,
        2: ai * 2.2 / 1.75 / 2 / weight,
        3: ai * 2.2 / 2.65 / 2 / weight,
    }
    assert found(index, [phrase]) == pytest.approx(expected)
    assert list(found(index, [phrase])) == [0, 1, 2, 3]


def test_the_filter_is_applied_before_ranking(index: LexicalIndex) -> None:
    """The best two are shut out, and one is still found, with the share that it has without a filter."""
    assert found(index, one("ai"), k=1, rows=[1, 3, 4]) == pytest.approx({3: 2.2 / 2.65})


@pytest.mark.parametrize(
    ("concepts", "rows"),
    [(one("ai"), []), (one("ai"), [1]), ([], None), (one("tax"), None)],
    ids=["nothing allowed", "no allowed row has it", "nothing asked", "nobody has it"],
)
def test_nothing_is_found(index: LexicalIndex, concepts: list[Concept], rows: list[int] | None) -> None:
    assert found(index, concepts, rows=rows) == {}


def test_ties_go_by_row(tmp_path: Path) -> None:
    index = LexicalIndex.build(tmp_path / "lexical", [(row, EN, ["law", "sign"]) for row in (5, 3, 9, 1)])
    assert list(found(index, one("law"))) == [1, 3, 5, 9]


def test_a_language_is_searched_alone(index: LexicalIndex) -> None:
    """Row 4 is Russian and has the word "law" too; its rarity is that among Russian passages, of which there is one."""
    assert 4 not in found(index, one("law"))
    rows, shares = index.search(one("law"), RU, 10)
    assert (rows.tolist(), shares.tolist()) == ([4], pytest.approx([1.0]))
    assert index.weight(one("law")[0], RU) == pytest.approx(idf(1, 1))


def test_a_language_without_passages_has_nothing(tmp_path: Path) -> None:
    index = LexicalIndex.build(tmp_path / "lexical", [(0, EN, ["law"])])
    assert index.search(one("law"), KK, 10)[0].tolist() == []
    assert index.weight(one("law")[0], KK) == 0.0


@pytest.mark.parametrize(
    ("word", "language", "known"),
    [
        ("law", EN, True),
        ("laws", EN, True),
        ("signed", EN, True),
        ("tax", EN, False),
        ("закону", RU, True),
        ("law", RU, True),
        ("ai", RU, False),
        ("заңдар", KK, True),
        ("закон", KK, False),
    ],
)
def test_a_word_is_known_if_a_passage_in_the_language_has_it_in_any_form(
    index: LexicalIndex, word: str, language: Language, known: bool
) -> None:
    assert index.knows(word, language) is known


def test_a_language_without_passages_knows_nothing(tmp_path: Path) -> None:
    assert not LexicalIndex.build(tmp_path / "lexical", [(0, EN, ["law"])]).knows("заң", KK)


def test_a_written_index_is_read_back(index: LexicalIndex, tmp_path: Path) -> None:
    assert found(LexicalIndex.read(tmp_path / "lexical"), one("ai", "law")) == found(index, one("ai", "law"))


def test_a_passage_without_words_is_no_trouble(tmp_path: Path) -> None:
    index = LexicalIndex.build(tmp_path / "lexical", [(0, EN, []), (1, EN, ["law"])])
    assert list(found(index, one("law"))) == [1]
