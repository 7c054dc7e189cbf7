"""One ranking from vectors and words: fusion by hand, filters before ranking, and the same order every time."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from conftest import DOCUMENTS
from toy import ToyEmbedder

from corpus.language import detect_language
from corpus.passage import Language, Passage
from index.build import build
from index.dense import DenseIndex
from index.embed import Report, Vectors
from index.lexical import LexicalIndex
from index.lexicon import Lexicon
from index.open import open_index
from index.search import (
    FUSION,
    RIVALS,
    Filter,
    Hit,
    PassageIndex,
    Ranking,
    distinctiveness,
)
from index.sentence_vectors import SentenceVectors
from index.spelling import Spelling
from index.terms import terms
from index.transcription import Transcriptions

KK, RU, EN = Language.KK, Language.RU, Language.EN
LEXICON = ["заң\tзакон\tlaw", "налог\tналог\ttax"]


class Compass:
    """Every question points east: a passage's cosine is the first of its two coordinates."""

    name = "compass"
    dimension = 2

    def embed_passages(self, texts: Sequence[str], report: Report = lambda count: None) -> Vectors:
        """Point east."""
        return self.embed_questions(texts)

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Point east."""
        return np.tile(np.array([1, 0], np.float32), (len(texts), 1))


def passage(key: str, text: str, language: Language = EN, day: str = "", publisher: str = "") -> Passage:
    return Passage(
        id=f"{key}#0",
        document_id=key,
        position=0,
        title="",
        heading="",
        page=None,
        start=0,
        end=len(text),
        language=language,
        publisher=publisher,
        date=date.fromisoformat(day) if day else None,
        text=text,
        sentences=(),
    )


Make = Callable[[list[tuple[float, Passage]]], PassageIndex]


@pytest.fixture(scope="module")
def small_index(make_index: Callable[[Path], PassageIndex], tmp_path_factory: pytest.TempPathFactory) -> PassageIndex:
    """The four documents with the embedded default model."""
    folder = tmp_path_factory.mktemp("documents")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return make_index(folder)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Index passages whose cosines with every question are given."""

    def made(rows: list[tuple[float, Passage]]) -> PassageIndex:
        passages = [passage for _, passage in rows]
        vectors = np.array([[cosine, (1 - cosine**2) ** 0.5] for cosine, _ in rows], np.float32)
        entries = ((row, p.language, terms(p.text, p.language)) for row, p in enumerate(passages))
        return PassageIndex(
            documents={},
            passages=passages,
            dense=DenseIndex.build(vectors),
            sentences=SentenceVectors(passages, np.zeros((0, 2), np.float16)),
            lexical=LexicalIndex.build(tmp_path / "lexical", entries),
            spelling=Spelling({}, lambda word, language: True),
            transcriptions=Transcriptions({EN: ["mistralion"]}),
            lexicon=Lexicon(LEXICON),
            embedder=Compass(),
        )

    return made


def keys(hits: list[Hit]) -> list[str]:
    return [hit.passage.document_id for hit in hits]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([], 0.0),
        ([0.0], 0.0),
        ([1.4], 1.0),
        ([1.0] * (RIVALS - 1), 1.0),
        ([1.0] * RIVALS, 0.0),
        ([2.0, *[1.5] * (RIVALS - 2), 0.5, 0.4], 0.75),
    ],
    ids=[
        "no match",
        "no weight",
        "a single match",
        "too few rivals",
        "all alike",
        "0.5 of 2.0 at the place of the rival",
    ],
)
def test_distinctiveness(shares: list[float], expected: float) -> None:
    assert distinctiveness(np.array(shares, np.float32)) == pytest.approx(expected)


def test_dense_ranking_is_by_cosine_alone(make: Make) -> None:
    index = make(
        [(0.2, passage("words", "the law on tax")), (0.8, passage("near", "school")), (0.5, passage("mid", "a"))]
    )
    hits = index.search("tax law", EN, fusion=Ranking.DENSE.fusion)
    assert keys(hits) == ["near", "mid", "words"]
    assert [hit.score for hit in hits] == pytest.approx([0.8, 0.5, 0.2])


def test_lexical_ranking_is_by_words_alone(make: Make) -> None:
    """Lengths 1, 2 and 3, mean 2: tf of "tax" is 2.2 / (1 + 1.2 * (0.25 + 0.75 * length / 2))."""
    index = make([(0.1, passage("b", "tax")), (0.9, passage("c", "school on road")), (0.5, passage("a", "tax law"))])
    hits = index.search("tax", EN, fusion=Ranking.LEXICAL.fusion)
    assert keys(hits) == ["b", "a"]
    assert [hit.score for hit in hits] == pytest.approx([2.2 / (1 + 1.2 * 0.625), 1.0])
    assert [hit.similarity for hit in hits] == pytest.approx([0.1, 0.5])


def test_fused_score_within_a_language(make: Make) -> None:
    """All passages have two words, so tf is 1: "a" has the whole question, and no rival; "b" and "c" have none of it.

    Fused: the cosine, and for "a" the weight of English words times its share 1 less the floor.
    """
    index = make([(0.3, passage("a", "tax law")), (0.4, passage("b", "new school")), (0.2, passage("c", "old road"))])
    hits = {hit.passage.document_id: hit for hit in index.search("tax law", EN)}
    assert hits["a"].lexical == pytest.approx(1.0)
    bonus = FUSION.words * (1.0 - FUSION.floor)
    assert hits["a"].score == pytest.approx(0.3 + bonus)
    assert (hits["b"].score, hits["c"].score) == pytest.approx((0.4, 0.2))


def test_words_that_many_passages_share_say_nothing(make: Make) -> None:
    """The rival in the fifth place has the same share as the best, so the words are worth nothing."""
    rows = [(0.1 + at / 100, passage(f"p{at}", "tax law")) for at in range(RIVALS)]
    index = make([*rows, (0.5, passage("near", "new school"))])
    hits = index.search("tax law", EN)
    assert keys(hits)[0] == "near"
    assert hits[1].score == pytest.approx(hits[1].similarity)
    assert hits[1].lexical > 0


def test_words_are_carried_into_the_language_of_the_passage(make: Make) -> None:
    index = make([(0.5, passage("ru", "новый закон", RU)), (0.5, passage("ru2", "новая школа", RU))])
    assert [concept.phrases for concept in index.concepts("law", EN, RU)] == [(("закон",),)]
    hits = index.search("Which law?", EN)
    assert keys(hits) == ["ru", "ru2"]
    assert hits[0].lexical == pytest.approx(1.0)
    assert hits[0].score > hits[1].score == pytest.approx(0.5)


MIXED = [
    (0.9, passage("en-2025", "law", EN, "2025-11-17", "zan.kz")),
    (0.8, passage("ru-2025", "закон", RU, "2025-11-18", "zan.kz")),
    (0.7, passage("kk-2026", "заң", KK, "2026-01-05", "baq.kz")),
    (0.6, passage("en-2026", "the law", EN, "2026-01-18", "baq.kz")),
    (0.5, passage("undated", "a law", EN, "", "zan.kz")),
    (0.4, passage("ru-2024", "о законе", RU, "2024-07-24", "")),
]
FILTERS = {
    "language": (Filter(languages=frozenset({RU})), {"ru-2025", "ru-2024"}),
    "languages": (Filter(languages=frozenset({RU, KK})), {"ru-2025", "ru-2024", "kk-2026"}),
    "since": (Filter(since=date(2026, 1, 5)), {"kk-2026", "en-2026"}),
    "until": (Filter(until=date(2025, 11, 17)), {"en-2025", "ru-2024"}),
    "period": (Filter(since=date(2025, 11, 18), until=date(2026, 1, 17)), {"ru-2025", "kk-2026"}),
    "publisher": (Filter(publishers=frozenset({"baq.kz"})), {"kk-2026", "en-2026"}),
    "document": (Filter(documents=frozenset({"undated", "ru-2024"})), {"undated", "ru-2024"}),
    "all at once": (Filter(frozenset({EN}), date(2026, 1, 1), None, frozenset({"baq.kz"})), {"en-2026"}),
    "nothing left": (Filter(publishers=frozenset({"elsewhere"})), set()),
}


@pytest.mark.parametrize("ranking", list(Ranking))
@pytest.mark.parametrize(("only", "expected"), FILTERS.values(), ids=FILTERS)
def test_a_filter_lets_only_its_own_through(make: Make, only: Filter, expected: set[str], ranking: Ranking) -> None:
    assert set(keys(make(MIXED).search("law", EN, 10, only, ranking.fusion))) == expected


@pytest.mark.parametrize("ranking", list(Ranking))
def test_a_filter_is_applied_before_ranking(make: Make, ranking: Ranking) -> None:
    """Three hundred better passages are shut out, and two are still found."""
    better = [(0.9, passage(f"new-{at:03}", "law", EN, "2026-01-01")) for at in range(300)]
    older = [
        (0.2, passage("old-1", "law and tax", EN, "2024-01-01")),
        (0.1, passage("old-2", "a law", EN, "2024-01-02")),
    ]
    index = make([*better, *older])
    assert all(key.startswith("new") for key in keys(index.search("law", EN, 2, fusion=ranking.fusion)))
    assert set(keys(index.search("law", EN, 2, Filter(until=date(2025, 1, 1)), ranking.fusion))) == {"old-1", "old-2"}


def test_undated_passages_are_outside_every_period_but_inside_none(make: Make) -> None:
    index = make(MIXED)
    assert "undated" in keys(index.search("law", EN))
    assert "undated" not in keys(index.search("law", EN, 10, Filter(since=date.min)))
    assert "undated" not in keys(index.search("law", EN, 10, Filter(until=date.max)))


def test_an_empty_filter_is_false() -> None:
    assert not Filter()
    assert all(only for only, _ in FILTERS.values())


@pytest.mark.parametrize("ranking", list(Ranking))
def test_ties_go_by_passage_id(make: Make, ranking: Ranking) -> None:
    """Fifty passages that say the same, stored in another order than their ids'."""
    shuffled = np.random.default_rng(3).permutation(50)
    index = make([(0.37, passage(f"p{at:02}", "the same law")) for at in shuffled])
    assert keys(index.search("law", EN, 50, fusion=ranking.fusion)) == [f"p{at:02}" for at in range(50)]


class OneVector:
    """Every text has the same vector, of 384 numbers that no machine adds up without rounding."""

    name = "one vector"
    dimension = 384

    def embed_passages(self, texts: Sequence[str], report: Report = lambda count: None) -> Vectors:
        """Return the vector for each text."""
        return np.tile(unit_vector(seed=1), (len(texts), 1))

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Return another vector for each text."""
        return np.tile(unit_vector(seed=2), (len(texts), 1))


def unit_vector(seed: int) -> Vectors:
    numbers = np.random.default_rng(seed).normal(size=384)
    return np.asarray(numbers / np.linalg.norm(numbers), np.float32)


@pytest.mark.parametrize("count", [7, 37, 83])
def test_equal_vectors_have_equal_scores(tmp_path: Path, count: int) -> None:
    """However many they are, down to the last digit."""
    (tmp_path / "documents").mkdir()
    for at in range(count):
        (tmp_path / "documents" / f"copy-{at:02}.txt").write_text("The minister opened the data centre.")
    build([tmp_path / "documents"], tmp_path / "index", OneVector())
    hits = open_index(tmp_path / "index", lambda name: OneVector()).search("Who?", EN, 100, fusion=Ranking.DENSE.fusion)
    assert keys(hits) == [f"copy-{at:02}.txt" for at in range(count)]
    assert len({hit.score for hit in hits}) == 1


@pytest.mark.parametrize("k", [1, 3, 6, 50])
def test_k_hits_or_all_there_are(make: Make, k: int) -> None:
    assert len(make(MIXED).search("law", EN, k)) == min(k, len(MIXED))


def test_an_empty_question_is_refused(toy_index: PassageIndex) -> None:
    with pytest.raises(ValueError, match="empty text"):
        toy_index.search("  ", EN)


@pytest.mark.parametrize(
    ("question", "searched", "expected"),
    [
        ("Who chaired the Digital Headquarters?", EN, "note.txt#0"),
        ("How many articles does the law have?", EN, "law.en.md#1"),
        ("How many articles does the law have?", RU, "law.ru.md#1"),
        ("Когда закон вступил в силу?", RU, "law.ru.md#0"),
        ("Когда закон вступил в силу?", EN, "law.en.md#0"),
        ("Что обязаны помечать владельцы?", RU, "law.ru.md#1"),
        ("Қазақстан индексте нешінші орын алды?", KK, "index.kk.md#0"),
        ("Бектенов қайда отырыс өткізді?", EN, "note.txt#0"),
        ("Заңда неше бап бар?", RU, "law.ru.md#1"),
    ],
)
def test_questions_find_their_passage(
    small_index: PassageIndex, question: str, searched: Language, expected: str
) -> None:
    only = Filter(languages=frozenset({searched}))
    assert small_index.search(question, detect_language(question), 1, only)[0].passage.id == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Когда запустили суперкомпьютер?", "index.kk.md#0"),
        ("Which supercomputer was launched in July?", "index.kk.md#0"),
        ("Кто провёл заседание Цифрового штаба?", "note.txt#0"),
        ("Бектенов қайда отырыс өткізді?", "note.txt#0"),
    ],
)
def test_what_only_one_language_tells_is_found_from_the_others(
    small_index: PassageIndex, question: str, expected: str
) -> None:
    assert small_index.search(question, detect_language(question), 1)[0].passage.id == expected


QUESTIONS = ["AI law", "закон", "ЖИ индексі", "Астана 2025", "Who?"]


def ranked(index: PassageIndex) -> list[list[tuple[str, float]]]:
    return [
        [
            (hit.passage.id, hit.score)
            for hit in index.search(question, detect_language(question), fusion=ranking.fusion)
        ]
        for question in QUESTIONS
        for ranking in Ranking
    ]


def test_the_same_question_gives_the_same_hits(toy_index: PassageIndex) -> None:
    assert ranked(toy_index) == ranked(toy_index)


def test_an_index_built_from_scratch_gives_the_same_hits(
    toy_index: PassageIndex, folder: Path, tmp_path: Path, toy: ToyEmbedder
) -> None:
    """Whatever the order in which the files were written."""
    again = tmp_path / "again"
    again.mkdir()
    for name in sorted(DOCUMENTS, reverse=True):
        (again / name).write_text(DOCUMENTS[name], encoding="utf-8")
    build([again], tmp_path / "other", toy)
    assert ranked(open_index(tmp_path / "other", lambda name: toy)) == ranked(toy_index)


def test_hits_carry_row_cosine_and_share(toy_index: PassageIndex, toy: ToyEmbedder) -> None:
    question = "How many articles does the law have?"
    vector = toy.embed_questions([question])[0]
    for hit in toy_index.search(question, EN):
        assert toy_index.passages[hit.row] == hit.passage
        assert hit.similarity == pytest.approx(float(toy.embed_questions([hit.passage.text])[0] @ vector), abs=1e-5)
