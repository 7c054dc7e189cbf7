"""Texts into unit vectors: the embedded default model through ONNX Runtime, any other through Sentence Transformers."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index import bundled_model

DEFAULT, PUBLISHED = bundled_model.NAME, bundled_model.PUBLISHED
MODELS_FOLDER = Path(__file__).parent / "built" / "models"
MAX_CHARACTERS = 8_000
MAX_TOKENS = 512
BATCH_TOKENS = 2_048
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")

Vectors = NDArray[np.float32]
Report = Callable[[int], None]


class EmbedderError(Exception):
    """An embedding model that cannot be opened; the message says what to do."""


class Embedder(Protocol):
    """Turns texts into rows of unit length; questions and passages may be embedded differently."""

    name: str
    dimension: int

    def embed_passages(self, texts: Sequence[str], report: Report = ...) -> Vectors:
        """Embed passages: float32 [n, dimension]; `report` is told how many more are done."""

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Embed questions: float32 [n, dimension]."""


def open_embedder(name: str = DEFAULT, announce: Callable[[str], None] = lambda message: None) -> Embedder:
    """Open the embedded default by its name, trained or as published, or a Sentence Transformers name or folder."""
    if name == DEFAULT:
        return OnnxEmbedder(bundled_model.prepare(MODELS_FOLDER / DEFAULT, announce))
    if name == PUBLISHED:
        return OnnxEmbedder(bundled_model.prepare_published(MODELS_FOLDER / PUBLISHED, announce), PUBLISHED)
    return SentenceTransformersEmbedder(name)


def normalise(text: str) -> str:
    """Make `text` safe to embed: NFC, no NUL or lone surrogates, at most MAX_CHARACTERS; ValueError when empty."""
    text = unicodedata.normalize("NFC", _UNUSABLE.sub(" ", text).strip()[:MAX_CHARACTERS])
    if not text:
        raise ValueError("an empty text cannot be embedded")
    return text


def _silent(count: int) -> None:
    """Report to nobody."""


class OnnxEmbedder:
    """multilingual-e5-small, in a folder that `bundled_model` fills.

    Input is "query: ..." or "passage: ...", as the model was trained (Wang et al. 2024, arXiv:2402.05672).
    """

    dimension = 384

    def __init__(self, folder: Path, name: str = DEFAULT, threads: int = 2) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.name = name
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Threads that spin while they wait starve everything else on a small machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def embed_passages(self, texts: Sequence[str], report: Report = _silent) -> Vectors:
        """Embed passages: float32 [n, 384]."""
        return self._embed([f"passage: {normalise(text)}" for text in texts], report)

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Embed questions: float32 [n, 384]."""
        return self._embed([f"query: {normalise(text)}" for text in texts], _silent)

    def _embed(self, texts: list[str], report: Report) -> Vectors:
        """Run in batches of like length, so that little is spent on padding."""
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda at: len(tokens[at]))
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        while order:
            length = len(tokens[order[0]])
            batch = [at for at in order[: max(1, BATCH_TOKENS // length)] if len(tokens[at]) <= 1.25 * length + 4]
            order = order[len(batch) :]
            ids = np.ones((len(batch), max(len(tokens[at]) for at in batch)), np.int64)
            mask = np.zeros_like(ids)
            for row, at in enumerate(batch):
                ids[row, : len(tokens[at])] = tokens[at]
                mask[row, : len(tokens[at])] = 1
            vectors[batch] = self._session.run(["embedding"], {"ids": ids, "mask": mask})[0]
            report(len(batch))
        return vectors


class SentenceTransformersEmbedder:
    """Any Sentence Transformers model, by name or folder, with the prompts that it or its family prescribes."""

    def __init__(self, name: str) -> None:
        try:
            from safetensors import SafetensorError
            from sentence_transformers import SentenceTransformer
        except ImportError:
            raise EmbedderError(
                f"the embedding model {name!r} needs sentence-transformers; run: pip install -r requirements.txt"
            ) from None
        # A folder is known by its full path, so that the index opens from any working directory.
        self.name = str(Path(name).resolve()) if Path(name).is_dir() else name
        try:
            self._model: Any = SentenceTransformer(self.name, device="cpu")
            self.dimension = int(self._model.get_embedding_dimension())
        except (OSError, ValueError, TypeError, AttributeError, RuntimeError, SafetensorError) as error:
            raise EmbedderError(
                f"the embedding model {name!r} cannot be opened ({error}); give the folder of a Sentence Transformers "
                f"model, the name of one in the local cache, or {DEFAULT!r}"
            ) from None
        prompts = self._model.prompts or {}
        # E5 models published without prompts still need their prefixes.
        e5 = "e5" in Path(self.name).name.lower()
        self._question = prompts.get("query") or ("query: " if e5 else "")
        self._passage = prompts.get("document") or prompts.get("passage") or ("passage: " if e5 else "")

    def embed_passages(self, texts: Sequence[str], report: Report = _silent) -> Vectors:
        """Embed passages: float32 [n, dimension]."""
        batches = [texts[at : at + 32] for at in range(0, len(texts), 32)]
        rows = []
        for batch in batches:
            rows.append(self._embed(batch, self._passage))
            report(len(batch))
        return np.vstack(rows) if rows else np.zeros((0, self.dimension), np.float32)

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Embed questions: float32 [n, dimension]."""
        return self._embed(texts, self._question)

    def _embed(self, texts: Sequence[str], prompt: str) -> Vectors:
        vectors = self._model.encode(
            [normalise(text) for text in texts], prompt=prompt, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, np.float32)
