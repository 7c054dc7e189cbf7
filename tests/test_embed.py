"""Guards of every embedder, independence of the batch, and Sentence Transformers models with and without prompts."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT
from numpy.typing import NDArray
from toy import ToyEmbedder

from index.embed import (
    DEFAULT,
    MAX_CHARACTERS,
    Embedder,
    EmbedderError,
    SentenceTransformersEmbedder,
    normalise,
    open_embedder,
)

SENTENCE = "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды. Закон подписан."
PIECES = "[PAD] [UNK] закон заң law о туралы on ии жи ai query: passage: (2025)".split()


def tiny_model(folder: Path, prompts: dict[str, str]) -> str:
    """Save a random BERT of one layer that knows a dozen words, as a Sentence Transformers model."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import WhitespaceSplit
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    words = Tokenizer(WordLevel({piece: at for at, piece in enumerate(PIECES)}, unk_token="[UNK]"))
    words.pre_tokenizer = WhitespaceSplit()
    bare = folder.with_name(f"{folder.name}-bare")
    PreTrainedTokenizerFast(
        tokenizer_object=words, pad_token="[PAD]", unk_token="[UNK]", model_max_length=64
    ).save_pretrained(bare)
    torch.manual_seed(7)
    size = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(PIECES), max_position_embeddings=64, **size)).save_pretrained(bare)
    modules = [Transformer(str(bare)), Pooling(16, pooling_mode="mean")]
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder))
    return str(folder)


@pytest.fixture(scope="module")
def prompted(tmp_path_factory: pytest.TempPathFactory) -> SentenceTransformersEmbedder:
    """A model that prescribes prompts."""
    folder = tmp_path_factory.mktemp("models") / "prompted"
    return SentenceTransformersEmbedder(tiny_model(folder, {"query": "query: ", "document": "passage: "}))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> SentenceTransformersEmbedder:
    """The same model without prompts."""
    return SentenceTransformersEmbedder(tiny_model(tmp_path_factory.mktemp("models") / "plain", {}))


@pytest.fixture(params=["embedded default", "Sentence Transformers", "toy"])
def any_embedder(request: pytest.FixtureRequest) -> Embedder:
    fixture = {"embedded default": "embedder", "Sentence Transformers": "plain", "toy": "toy"}[request.param]
    found: Embedder = request.getfixturevalue(fixture)
    return found


def cosine(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    return float(one @ other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  заң \n", "заң"),
        ("a\x00b", "a b"),
        ("a\ud83db", "a b"),
        ("😀 \U0001f1f0\U0001f1ff", "😀 \U0001f1f0\U0001f1ff"),
        (unicodedata.normalize("NFD", "қайғы ёлка й"), "қайғы ёлка й"),
        (" " * MAX_CHARACTERS + "заң", "заң"),
        ("ә" * (MAX_CHARACTERS + 1), "ә" * MAX_CHARACTERS),
    ],
    ids=["white space", "NUL", "lone surrogate", "emoji", "NFD", "long indent", "too long"],
)
def test_a_text_is_made_safe(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize("text", ["", "  \n\t", "\x00", "\udfff\ud800", "\u00a0"])
def test_an_empty_text_is_refused(any_embedder: Embedder, text: str) -> None:
    """A model would give it a vector that looks like any other."""
    with pytest.raises(ValueError, match="empty text"):
        any_embedder.embed_questions([text])
    with pytest.raises(ValueError, match="empty text"):
        any_embedder.embed_passages([SENTENCE, text])


def test_rows_have_unit_length(any_embedder: Embedder) -> None:
    for vectors in (any_embedder.embed_passages([SENTENCE, "AI"]), any_embedder.embed_questions([SENTENCE, "AI"])):
        assert (vectors.shape, vectors.dtype) == ((2, any_embedder.dimension), np.float32)
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


def test_nothing_gives_no_rows(any_embedder: Embedder) -> None:
    assert any_embedder.embed_passages([]).shape == (0, any_embedder.dimension)


@pytest.mark.parametrize(
    "disguised",
    [unicodedata.normalize("NFD", SENTENCE), f"\n {SENTENCE}\t", SENTENCE + "\x00", "\ud83d" + SENTENCE],
    ids=["NFD", "white space", "NUL", "lone surrogate"],
)
def test_a_disguised_text_has_the_same_vector(any_embedder: Embedder, disguised: str) -> None:
    expected = any_embedder.embed_passages([SENTENCE])[0]
    assert cosine(any_embedder.embed_passages([disguised])[0], expected) > 0.9999


def test_a_very_long_text_is_capped(any_embedder: Embedder) -> None:
    """Two megabytes give the vector of their beginning, and do not take minutes."""
    text = "закон об искусственном интеллекте подписан в Астане " * 40_000
    vectors = any_embedder.embed_passages([text, text[:MAX_CHARACTERS]])
    assert cosine(*vectors) > 0.9999


def test_a_vector_does_not_depend_on_the_batch(any_embedder: Embedder) -> None:
    """Alone, among shorter and longer texts, and in another order."""
    texts = ["AI", SENTENCE, "заң " * 100, "law on ai", "Статья 21. " * 30, "2025", SENTENCE * 4]
    together = any_embedder.embed_passages(texts)
    reversed_order = any_embedder.embed_passages(texts[::-1])[::-1]
    for text, vector, other in zip(texts, together, reversed_order, strict=True):
        assert cosine(any_embedder.embed_passages([text])[0], vector) > 0.9999
        assert cosine(other, vector) > 0.9999


def test_progress_adds_up(any_embedder: Embedder) -> None:
    counts: list[int] = []
    any_embedder.embed_passages([f"Статья {number}" for number in range(70)], counts.append)
    assert sum(counts) == 70


def test_the_embedded_model_crosses_languages(embedder: Embedder) -> None:
    questions = ["Сколько статей в законе об ИИ?", "Қазақстан индексте нешінші орын алды?", "Who chaired the meeting?"]
    passages = [
        "The AI law has 31 articles.",
        "Kazakhstan ranked 60th in the readiness index.",
        "Заседание провёл премьер-министр Олжас Бектенов.",
    ]
    ranks = embedder.embed_questions(questions) @ embedder.embed_passages(passages).T
    assert ranks.argmax(axis=1).tolist() == [0, 1, 2]


def test_questions_and_passages_get_the_prompts_of_the_model(
    prompted: SentenceTransformersEmbedder, plain: SentenceTransformersEmbedder
) -> None:
    """The model without prompts gives the same vectors when they are written out."""
    question, passage = prompted.embed_questions(["закон о ии"]), prompted.embed_passages(["закон о ии"])
    assert cosine(question[0], plain.embed_passages(["query: закон о ии"])[0]) > 0.9999
    assert cosine(passage[0], plain.embed_questions(["passage: закон о ии"])[0]) > 0.9999
    assert cosine(question[0], passage[0]) < 0.9999


def test_without_prompts_questions_and_passages_are_embedded_alike(plain: SentenceTransformersEmbedder) -> None:
    assert cosine(plain.embed_questions(["law on ai"])[0], plain.embed_passages(["law on ai"])[0]) > 0.9999


def test_e5_models_without_prompts_get_their_prefixes(tmp_path: Path, plain: SentenceTransformersEmbedder) -> None:
    named_e5 = SentenceTransformersEmbedder(tiny_model(tmp_path / "my-E5-tiny", {}))
    assert cosine(named_e5.embed_questions(["ai"])[0], plain.embed_passages(["query: ai"])[0]) > 0.9999
    assert cosine(named_e5.embed_passages(["ai"])[0], plain.embed_passages(["passage: ai"])[0]) > 0.9999


def test_a_folder_is_known_by_its_full_path(
    plain: SentenceTransformersEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name goes into the index, which is opened from other working directories too."""
    folder = Path(plain.name)
    monkeypatch.chdir(folder.parent)
    assert SentenceTransformersEmbedder(f"./{folder.name}/").name == plain.name == str(folder.resolve())


def test_the_default_is_opened_by_its_name(embedder: Embedder) -> None:
    assert open_embedder(DEFAULT).name == embedder.name == DEFAULT


def test_an_unknown_model_is_an_error_that_says_what_to_do() -> None:
    """In a process of its own, since the hub's settings are read once; nothing may be looked up."""
    program = (
        "from index.embed import EmbedderError, open_embedder\n"
        "try: open_embedder('nobody/no-such-model')\n"
        "except EmbedderError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "the embedding model 'nobody/no-such-model' cannot be opened" in done.stdout, done.stderr
    assert f"or '{DEFAULT}'" in done.stdout


@pytest.mark.parametrize("damaged", ["config.json", "modules.json", "model.safetensors", "tokenizer.json"])
def test_a_damaged_model_is_an_error_that_says_what_to_do(
    tmp_path: Path, plain: SentenceTransformersEmbedder, damaged: str
) -> None:
    folder = tmp_path / "damaged"
    folder.mkdir()
    for file in (path for path in Path(plain.name).rglob("*") if path.is_file()):
        copy = folder / file.relative_to(plain.name)
        copy.parent.mkdir(exist_ok=True)
        data = file.read_bytes()
        copy.write_bytes(data[: len(data) // 2] if file.name == damaged else data)
    with pytest.raises(EmbedderError, match=r"cannot be opened .* give the folder of a Sentence Transformers"):
        open_embedder(str(folder))


def test_an_empty_folder_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(EmbedderError, match="cannot be opened"):
        open_embedder(str(tmp_path))


def test_missing_sentence_transformers_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where only requirements-core.txt is installed."""
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EmbedderError, match=r"needs sentence-transformers; run: pip install -r requirements.txt"):
        open_embedder("some/model")


def test_the_toy_counts_what_it_embeds() -> None:
    toy = ToyEmbedder()
    toy.embed_passages(["a", "b"])
    toy.embed_questions(["c"])
    assert toy.embedded == 2
