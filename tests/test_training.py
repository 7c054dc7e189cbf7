"""Training: the examples that are learned from, the rivals of an answer, and a few steps of each training."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROOT
from tiny import LAYERS, tiny_weights

from corpus.language import detect_language
from corpus.passage import Language
from index.adapter import Adapter
from index.bundled_model import write_tokenizer
from index.cross_encoder import PairEncoder
from index.training.cross_encoder import FAR, NEAREST, choose_rivals, train_cross_encoder
from index.training.encoder import STRENGTH, open_tokens, train_encoder
from index.training.examples import OWN, Example, own_examples, parallel_sentences, reading_examples
from index.training.torch_encoder import MATRICES

KK, RU, EN = Language.KK, Language.RU, Language.EN
KAZAKH_LETTERS = set("әіңғүұқөһ")


def write(path: Path, *rows: object) -> None:
    """Write rows as JSONL, with an empty line at the end."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows) + "\n", encoding="utf-8")


def said(text: str) -> dict[str, str]:
    """The same text in three languages, marked."""
    return {language: f"{text} {language}" for language in ("kk", "ru", "en")}


def spoken(text: str) -> dict[Language, str]:
    return {Language(language): value for language, value in said(text).items()}


def test_a_line_makes_two_examples_each_the_others_counter_example(tmp_path: Path) -> None:
    pairs = [{"question": said("who?"), "sentence": said("he")}, {"question": said("when?"), "sentence": said("now")}]
    write(tmp_path / "b.jsonl", {"topic": "any", "pairs": pairs})
    write(tmp_path / "a.jsonl", {"topic": "any", "pairs": pairs[::-1]})
    who = Example(spoken("who?"), spoken("he"), (spoken("now"),))
    when = Example(spoken("when?"), spoken("now"), (spoken("he"),))
    assert own_examples(tmp_path) == [(when, who), (who, when)]


def test_reading_sets_give_the_sentence_that_holds_the_answer(tmp_path: Path) -> None:
    text = "The law has 31 articles. It was signed in November. It is in force."
    write(
        tmp_path / "passages.jsonl",
        {"id": "law", "lang": "en", "text": text},
        {"id": "one", "lang": "en", "text": "It has 31 articles."},
        {"id": "ru", "lang": "ru", "text": "В законе 31 статья. Он подписан."},
    )
    asked = {"lang": "en", "question": "How many articles?"}
    write(
        tmp_path / "questions.jsonl",
        asked | {"relevant": ["law"], "answers": ["31", "thirty-one"]},
        asked | {"relevant": ["law"], "answers": ["forty"]},  # in no sentence
        asked | {"relevant": ["one"], "answers": ["31"]},  # there is no other sentence
        asked | {"relevant": ["gone"], "answers": ["31"]},
        asked | {"relevant": ["ru", "law"], "answers": ["31"]},  # in its own language only, and once
        asked | {"relevant": [], "answers": ["31"]},
    )
    articles = Example(
        {EN: "How many articles?"},
        {EN: "The law has 31 articles."},
        ({EN: "It was signed in November."}, {EN: "It is in force."}),
    )
    assert reading_examples(tmp_path) == [articles, articles]


def test_a_line_of_more_pairs_has_more_counter_examples_and_questions_that_none_answers(tmp_path: Path) -> None:
    pairs = [{"question": said(f"q{at}"), "sentence": said(f"s{at}")} for at in range(3)]
    write(tmp_path / "a.jsonl", {"topic": "any", "pairs": pairs, "unanswered": [said("why?")]})
    sentences = [spoken(f"s{at}") for at in range(3)]
    assert own_examples(tmp_path) == [
        (
            Example(spoken("q0"), sentences[0], (sentences[1], sentences[2])),
            Example(spoken("q1"), sentences[1], (sentences[0], sentences[2])),
            Example(spoken("q2"), sentences[2], (sentences[0], sentences[1])),
            Example(spoken("why?"), None, tuple(sentences)),
        )
    ]


def test_parallel_sets_give_what_all_languages_have(tmp_path: Path) -> None:
    write(
        tmp_path / "questions.jsonl",
        {"group": "a", "lang": "kk", "question": "бір"},
        {"group": "b", "lang": "ru", "question": "два"},
        {"group": "a", "lang": "en", "question": "one"},
        {"group": "a", "lang": "ru", "question": "один"},
    )
    assert parallel_sentences(tmp_path) == [{KK: "бір", RU: "один", EN: "one"}]


def test_rivals_are_the_nearest_sentences_of_other_lines() -> None:
    """Questions at 0, 90, 10 and 80 degrees; sentences at the same angles; lines 0, 0, 1, 1."""
    angles = np.radians([0, 90, 10, 80])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    lines = np.array([0, 0, 1, 1])
    rivals = choose_rivals(vectors, vectors, lines, lines, seed=0)
    # Of the first, at 0: the third (at 10) before the fourth (at 80); those of its own line come last.
    assert [row[:2] for row in rivals] == [[2, 3], [3, 2], [0, 1], [1, 0]]


def test_some_rivals_are_near_and_some_anything() -> None:
    vectors = np.random.default_rng(0).normal(size=(80, 8)).astype(np.float32)
    lines = np.arange(80) // 2
    rivals = choose_rivals(vectors[:50], vectors, lines[:50], lines, seed=0)
    assert {len(row) for row in rivals} == {NEAREST + FAR}
    assert all(not {at, at ^ 1} & set(row) for at, row in enumerate(rivals))
    similarity = vectors[:50] @ vectors.T
    near, far = (
        np.mean([similarity[at, row[part]].mean() for at, row in enumerate(rivals)])
        for part in (slice(NEAREST), slice(NEAREST, None))
    )
    assert near > far + 1
    assert rivals == choose_rivals(vectors[:50], vectors, lines[:50], lines, seed=0)


@pytest.fixture(scope="module")
def encode(tmp_path_factory: pytest.TempPathFactory) -> PairEncoder:
    """Pairs as tokens of the tiny model."""
    folder = tmp_path_factory.mktemp("tiny")
    write_tokenizer(tiny_weights(), folder / "tokenizer.json")
    return PairEncoder(folder)


ANSWERS = [spoken(f"answer {at}.") for at in range(4)]
OWN_EXAMPLES = [Example(spoken(f"question {at}?"), ANSWERS[at], (ANSWERS[at ^ 1],)) for at in range(4)]


def learn(
    encode: PairEncoder, seed: int, steps: int = 2, reading: bool = False, start: Adapter | None = None
) -> tuple[Adapter, list[float]]:
    """Train the tiny cross-encoder on four pairs and an unanswered question; return the adapter and the losses."""
    own = [*OWN_EXAMPLES, Example(spoken("why?"), None, (ANSWERS[0], ANSWERS[1]))]
    read = [Example({RU: "где?"}, {RU: "в астане."}, ({RU: "в мае."},))] if reading else []
    losses: list[float] = []
    rivals = [[ANSWERS[2], ANSWERS[3]]] * 2 + [[ANSWERS[0], ANSWERS[1]]] * 2 + [[ANSWERS[2], ANSWERS[3]]]

    def report(step: int, loss: float) -> None:
        losses.append(loss)

    encoder = Adapter({}, {}, {})
    adapter = train_cross_encoder(tiny_weights(), encoder, encode, own, rivals, read, steps, seed, report, start)
    return adapter, losses


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The upper of the tiny model's two layers, small batches, and one thread, since more wait for one another."""
    torch = pytest.importorskip("torch", reason="training needs torch")
    monkeypatch.setattr("index.training.cross_encoder.FIRST_LAYER", 1)
    monkeypatch.setattr("index.training.cross_encoder.RANK", 4)
    monkeypatch.setattr("index.training.cross_encoder.QUESTIONS", 2)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def same(one: Adapter, other: Adapter) -> bool:
    """Whether all numbers are the same."""
    return all(
        np.array_equal(value, getattr(other, part)[name])
        for part in ("down", "up", "extra")
        for name, value in getattr(one, part).items()
    )


@pytest.mark.usefixtures("_small")
def test_two_steps_change_all_that_learns(encode: PairEncoder) -> None:
    """`up` starts at zero, so what it holds was learned."""
    adapter, losses = learn(encode, seed=0)
    assert len(losses) == 2
    assert np.isfinite(losses).all()
    assert adapter.down.keys() == adapter.up.keys() == {f"l1.{part}" for part in MATRICES}
    assert {value.shape[0] for value in adapter.down.values()} == {4}
    assert all(value.any() for value in [*adapter.up.values(), *adapter.extra.values()])
    first, _ = learn(encode, seed=0, steps=1)
    assert not same(first, adapter)
    assert all(not np.array_equal(first.down[name], adapter.down[name]) for name in adapter.down)


@pytest.mark.usefixtures("_small")
def test_the_same_seed_gives_the_same_numbers_and_another_does_not(encode: PairEncoder) -> None:
    one, losses = learn(encode, seed=3, reading=True)
    again, losses_again = learn(encode, seed=3, reading=True)
    other, _ = learn(encode, seed=4, reading=True)
    assert same(one, again)
    assert losses == losses_again
    assert not same(one, other)


@pytest.mark.usefixtures("_small")
def test_the_loss_falls_while_it_learns(encode: PairEncoder) -> None:
    _, losses = learn(encode, seed=0, steps=40)
    assert np.mean(losses[-10:]) < np.mean(losses[:10])


@pytest.mark.usefixtures("_small")
def test_training_goes_on_from_what_was_learned(encode: PairEncoder) -> None:
    learned, losses = learn(encode, seed=0, steps=40)
    further, first_losses = learn(encode, seed=0, steps=1, start=learned)
    assert first_losses[0] < losses[0]
    largest = max(float(np.abs(further.up[name] - value).max()) for name, value in learned.up.items())
    assert 0 < largest < 0.01, "a step from there"


def test_the_encoder_learns_on_all_layers_and_keeps_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same steps with the whole of what was learned kept give twice as much."""
    pytest.importorskip("torch", reason="training needs torch")
    write_tokenizer(tiny_weights(), tmp_path / "tokenizer.json")
    parallel = [{KK: f"бір {at}", RU: f"один {at}", EN: f"one {at}"} for at in range(4)]
    losses: list[float] = []

    def train(steps: int, seed: int) -> Adapter:
        losses.clear()
        weights, encode = tiny_weights(), open_tokens(tmp_path)
        same_said = parallel if steps == 2 else []
        return train_encoder(
            weights, encode, OWN_EXAMPLES, same_said, steps, seed, lambda step, loss: losses.append(loss)
        )

    half, again, other = train(2, 0), train(2, 0), train(2, 1)
    assert same(half, again)
    assert not same(half, other)
    assert half.up.keys() == {f"l{layer}.{part}" for layer in range(LAYERS) for part in MATRICES}
    assert half.extra == {}
    assert all(value.any() for value in half.up.values())
    monkeypatch.setattr("index.training.encoder.STRENGTH", 2 * STRENGTH)
    whole = train(2, 0)
    assert all(np.allclose(whole.up[name], 2 * half.up[name]) for name in half.up)
    train(60, 0)
    assert np.mean(losses[-10:]) < np.mean(losses[:10])


@cache
def rows() -> list[tuple[str, dict[str, Any]]]:
    """Our pairs with the place that each line stands at."""
    return [
        (f"{path.name}:{number}", json.loads(line))
        for path in sorted(OWN.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    ]


def texts() -> list[tuple[str, Language, str]]:
    """Every text of our pairs: place, declared language and words."""
    return [
        (place, Language(language), text)
        for place, row in rows()
        for side in [*(side for pair in row["pairs"] for side in pair.values()), *row.get("unanswered", ())]
        for language, text in side.items()
    ]


def questions(row: dict[str, Any]) -> list[dict[str, str]]:
    """All questions of a line."""
    return [pair["question"] for pair in row["pairs"]] + row.get("unanswered", [])


def test_our_pairs_are_many_and_whole() -> None:
    assert len(rows()) >= 1500
    assert len(own_examples()) == len(rows())
    for place, row in rows():
        assert row.keys() - {"unanswered"} == {"topic", "pairs"}, place
        assert len(row["pairs"]) >= 2, place
        for pair in row["pairs"]:
            assert pair.keys() == {"question", "sentence"}, place
        sides = [side for pair in row["pairs"] for side in pair.values()] + row.get("unanswered", [])
        assert all(side.keys() == {"kk", "ru", "en"} for side in sides), place


def test_our_pairs_are_in_the_languages_that_they_say() -> None:
    """A sentence of many names may be taken for another language."""
    wrong = [
        (place, text)
        for place, language, text in texts()
        if (language is EN and re.search("[а-яё]", text, re.IGNORECASE))
        or (language is RU and KAZAKH_LETTERS & set(text.lower()))
        or text != text.strip()
    ]
    assert wrong == []
    assert sum(detect_language(text) is not language for _, language, text in texts()) <= len(texts()) // 10_000


def test_the_questions_and_the_answers_of_a_line_differ() -> None:
    for place, row in rows():
        sentences = [pair["sentence"] for pair in row["pairs"]]
        for language in ("kk", "ru", "en"):
            for each in (questions(row), sentences):
                assert len({text[language] for text in each}) == len(each), place


def test_no_question_of_ours_comes_twice() -> None:
    """A few read alike in one language; in all three none does."""
    asked = Counter(
        tuple(question[language].casefold() for language in ("kk", "ru", "en"))
        for _, row in rows()
        for question in questions(row)
    )
    assert [question for question, times in asked.items() if times > 1] == []


def test_no_question_of_ours_is_one_that_is_measured() -> None:
    def bare(question: str) -> str:
        return " ".join(re.findall(r"\w+", question.casefold()))

    measured = {
        bare(json.loads(line)["question"])
        for path in (ROOT / "eval" / "questions").glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    }
    ours = {bare(text) for _, row in rows() for question in questions(row) for text in question.values()}
    assert ours & measured == set()
