"""Question and sentence read together: how they become tokens, and that the graph says what the torch module says."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from tiny import FEED_FORWARD, HIDDEN, PIECES, tiny_weights

from index.adapter import Adapter
from index.bundled_model import prepare, write_graph, write_tokenizer
from index.cross_encoder import QUESTION_TOKENS, SENTENCE_TOKENS, CrossEncoder, PairEncoder, open_cross_encoder
from index.embed import DEFAULT, MODELS_FOLDER
from index.encoder_graph import cross_encoder_graph
from index.training.torch_encoder import make_reader

SCALE = 0.5
# An adapter of the encoder on one matrix that the cross-encoder adapts further and one that it does not.
SIGNS = np.random.default_rng(1).choice([-1, 1], (4, FEED_FORWARD)).astype(np.float32) / 8
ENCODER = Adapter(
    {"l0.fo": SIGNS[:1], "l1.q": SIGNS[1:2, :HIDDEN]},
    {"l0.fo": SIGNS[2:3, :HIDDEN].T, "l1.q": SIGNS[3:, :HIDDEN].T},
    {},
)
PAIRS = [
    ("кто?", "закон подписан 17 ноября."),
    ("қашан?", "алматыда"),
    ("how many articles are in the law?", "31"),
    ("who?", "the law obliges owners to label all that was made by a machine, and so on."),
]


def ids_of(*pieces: str) -> list[int]:
    """The numbers of pieces of the tiny model."""
    return [PIECES.index(piece) for piece in pieces]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model's tokenizer, and its graph with a random adapter."""
    path = tmp_path_factory.mktemp("tiny")
    write_tokenizer(tiny_weights(), path / "tokenizer.json")
    write_graph(cross_encoder_graph(tiny_weights(), ENCODER, reader().adapter()), path / "cross_encoder.onnx")
    return path


@pytest.fixture(scope="module")
def encode(folder: Path) -> PairEncoder:
    """Pairs as tokens of the tiny model."""
    return PairEncoder(folder)


def reader() -> Any:
    """The torch module on the tiny model, with random numbers in all that is learned."""
    torch = pytest.importorskip("torch", reason="training needs torch; the graph alone does without")
    torch.manual_seed(3)
    module = make_reader(tiny_weights(), ENCODER, rank=4, first=1)
    with torch.no_grad():
        for parameter in module.parameters():
            if parameter.requires_grad:
                parameter.copy_((torch.randn(parameter.shape) * SCALE).bfloat16())
    return module


def scores_by_torch(module: Any, *arrays: NDArray[np.int64]) -> NDArray[np.float32]:
    import torch

    with torch.no_grad():
        found: NDArray[np.float32] = module(*map(torch.from_numpy, arrays)).float().numpy()
    return found


def scores_by_graph(adapter: Adapter, *arrays: NDArray[np.int64]) -> NDArray[np.float32]:
    import onnxruntime

    graph = cross_encoder_graph(tiny_weights(), ENCODER, adapter).SerializeToString()
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    found: NDArray[np.float32] = session.run(["score"], dict(zip(("ids", "mask", "segment"), arrays, strict=True)))[0]
    return found


def test_question_and_sentence_stand_one_after_the_other(encode: PairEncoder) -> None:
    ids, mask, segment = encode([("кто?", "закон"), ("a", "b")])
    long = ids_of("<s>", "▁", "query:", "▁", *"кто?", "</s>", "▁", "passage:", "▁", *"закон", "</s>")
    short = ids_of("<s>", "▁", "query:", "▁", "a", "</s>", "▁", "passage:", "▁", "b", "</s>")
    padding = len(long) - len(short)
    assert ids.tolist() == [long, [*short, *[PIECES.index("<pad>")] * padding]]
    assert mask.tolist() == [[1] * len(long), [1] * len(short) + [0] * padding]
    assert (segment * mask).tolist() == [[0] * 9 + [1] * 9, [0] * 6 + [1] * 5 + [0] * padding]
    assert {array.dtype for array in (ids, mask, segment)} == {np.dtype(np.int64)}


def test_each_is_cut_to_its_own_length(encode: PairEncoder) -> None:
    """A long question leaves the sentence its place; the sentence has one token less, since it begins in the middle."""
    ids, mask, segment = encode([("к" * 500, "я" * 500), ("к" * 500, "я")])
    assert ids.shape == (2, QUESTION_TOKENS + SENTENCE_TOKENS - 1)
    assert (mask.sum(axis=1).tolist(), (segment * mask).sum(axis=1).tolist()) == ([143, 48 + 5], [95, 5])


def test_texts_are_made_safe_and_empty_ones_refused(encode: PairEncoder) -> None:
    tidy, disguised = (encode([(question, "я")])[0].tolist() for question in ("кто", " кто\x00\n"))
    assert disguised == tidy
    with pytest.raises(ValueError, match="empty text"):
        encode([("кто?", " ")])


def test_the_graph_gives_the_scores_of_the_torch_module(encode: PairEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """When both count in single precision, but for the rounding of the merged numbers to eight bits."""
    monkeypatch.setattr("index.encoder_graph.INT8_ARITHMETIC", 0)
    module, arrays = reader(), encode(PAIRS)
    scores = scores_by_graph(module.adapter(), *arrays)
    module.bert.float()
    expected = scores_by_torch(module, *arrays)
    assert np.ptp(expected) > 0.3, "pairs are told apart"
    np.testing.assert_allclose(scores, expected, atol=0.02)


def test_rounded_numbers_give_nearly_the_same_scores(folder: Path, encode: PairEncoder) -> None:
    """Training counts in bfloat16, the graph in int8."""
    expected = scores_by_torch(reader(), *encode(PAIRS))
    tiny = CrossEncoder(folder)
    scores = [tiny.score(question, [sentence])[0] for question, sentence in PAIRS]
    np.testing.assert_allclose(scores, expected, atol=0.1)


def test_an_untrained_adapter_changes_nothing_but_the_head(encode: PairEncoder) -> None:
    """`up` starts at zero, so the layers say what the adapted embedding model says."""
    fresh = make_reader(tiny_weights(), ENCODER, rank=4, first=1)
    adapter = fresh.adapter()
    assert not any(value.any() for value in adapter.up.values())
    assert all(value.any() for value in adapter.down.values())
    bare = Adapter({}, {}, adapter.extra)
    one, other = (scores_by_graph(each, *encode(PAIRS)) for each in (adapter, bare))
    np.testing.assert_allclose(one, other, atol=0.02)


def test_only_the_upper_layers_are_adapted() -> None:
    assert {name.split(".")[0] for name in reader().adapter().up} == {"l1"}


def test_a_score_does_not_depend_on_the_batch(folder: Path) -> None:
    tiny, question = CrossEncoder(folder), "how many articles?"
    sentences = ["31", "the law has 31 articles.", "закон " * 40]
    together = tiny.score(question, sentences)
    assert (together.shape, together.dtype) == ((3,), np.dtype(np.float32))
    np.testing.assert_allclose([tiny.score(question, [each])[0] for each in sentences], together, atol=1e-3)
    np.testing.assert_allclose(tiny.score(question, sentences[::-1])[::-1], together, atol=1e-3)


def test_of_no_sentences_there_are_no_scores_and_nothing_is_opened(tmp_path: Path) -> None:
    scores = CrossEncoder(tmp_path / "none").score("кто?", [])
    assert (scores.shape, scores.dtype) == ((0,), np.dtype(np.float32))


@pytest.fixture(scope="module")
def trained() -> CrossEncoder:
    """The cross-encoder that Jauap opens."""
    return open_cross_encoder()


def test_the_one_that_jauap_opens_reads_in_three_languages(trained: CrossEncoder) -> None:
    scores = trained.score("Сколько статей в законе?", ["В законе 31 статья.", "Заңда 31 бап бар.", "31"])
    assert scores.shape == (3,)
    assert np.isfinite(scores).all()
    assert (prepare(MODELS_FOLDER / DEFAULT) / "cross_encoder.onnx").exists()


# Quality of the trained file: what answers must stand above a sentence on the same subject that does not.
OBVIOUS = {
    "en": [
        (
            "When was the data centre in Karaganda opened?",
            "The Karaganda data centre was opened on 3 March 2024.",
            "The data centre in Karaganda was built by a company from Almaty.",
        ),
        (
            "How many teachers were trained to use AI?",
            "Some 12,000 teachers have learned to use artificial intelligence.",
            "Teachers who use AI at school spend less time on reports.",
        ),
        (
            "Who heads the new agency?",
            "The new agency is headed by Aigerim Seitova.",
            "The new agency will move into its own building next year.",
        ),
        (
            "What is the fine for sharing personal data?",
            "Whoever passes on personal data pays up to 50 monthly calculation indices.",
            "Personal data are collected with the consent of their owner.",
        ),
        (
            "Where will the next forum be held?",
            "The next forum will take place in Shymkent.",
            "The forum was attended by guests from thirty countries.",
        ),
    ],
    "ru": [
        (
            "Когда открыли дата-центр в Караганде?",
            "Карагандинский дата-центр открыт 3 марта 2024 года.",
            "Дата-центр в Караганде построила компания из Алматы.",
        ),
        (
            "Сколько учителей научили работать с ИИ?",
            "Пользоваться искусственным интеллектом научились около 12 тысяч педагогов.",
            "Учителя, которые работают с ИИ, тратят меньше времени на отчёты.",
        ),
        (
            "Кто возглавляет новое агентство?",
            "Новым агентством руководит Айгерим Сеитова.",
            "Новое агентство в следующем году переедет в собственное здание.",
        ),
        (
            "Какой штраф грозит за передачу персональных данных?",
            "За передачу персональных данных придётся заплатить до 50 месячных расчётных показателей.",
            "Персональные данные собирают с согласия их владельца.",
        ),
        (
            "Где пройдёт следующий форум?",
            "Следующий форум состоится в Шымкенте.",
            "В форуме участвовали гости из тридцати стран.",
        ),
    ],
    "kk": [
        (
            "Қарағандыдағы деректер орталығы қашан ашылды?",
            "Қарағандының деректер орталығы 2024 жылғы 3 наурызда ашылды.",
            "Қарағандыдағы деректер орталығын алматылық компания салды.",
        ),
        (
            "ЖИ-мен жұмыс істеуге неше мұғалім үйренді?",
            "Жасанды интеллектіні қолдануды 12 мыңға жуық мұғалім үйренді.",
            "ЖИ-мен жұмыс істейтін мұғалімдер есепке аз уақыт жұмсайды.",
        ),
        (
            "Жаңа агенттікті кім басқарады?",
            "Жаңа агенттікті Әйгерім Сейітова басқарады.",
            "Жаңа агенттік келесі жылы өз ғимаратына көшеді.",
        ),
        (
            "Жеке деректерді таратқаны үшін қанша айыппұл төленеді?",
            "Жеке деректерді таратқан адам 50 айлық есептік көрсеткішке дейін айыппұл төлейді.",
            "Жеке деректер иесінің келісімімен жиналады.",
        ),
        (
            "Келесі форум қайда өтеді?",
            "Келесі форум Шымкентте өтеді.",
            "Форумға отыз елден қонақтар қатысты.",
        ),
    ],
}


@pytest.mark.parametrize("language", OBVIOUS)
def test_the_trained_file_knows_an_answer_from_a_near_miss(trained: CrossEncoder, language: str) -> None:
    """Of five pairs of sentences in each language one may be misjudged."""
    scores = [trained.score(question, [answering, silent]) for question, answering, silent in OBVIOUS[language]]
    assert sum(answers > does_not for answers, does_not in scores) >= len(scores) - 1
