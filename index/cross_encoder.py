"""Does a sentence answer a question? The embedded model, trained to read the two together.

Slower than comparing vectors, so it is asked about a few sentences only. docs/models.md tells what it was trained on,
how good it is and how to train it again.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index import bundled_model
from index.embed import MODELS_FOLDER, normalise

QUESTION_TOKENS, SENTENCE_TOKENS = 48, 96

Scores = NDArray[np.float32]
Tokens = NDArray[np.int64]


class Reader(Protocol):
    """Tells how surely sentences answer a question."""

    def score(self, question: str, sentences: Sequence[str]) -> Scores:
        """Return the log odds of each sentence, float32 [n]."""


def open_cross_encoder() -> "CrossEncoder":
    """Open the trained cross-encoder; its graph is made on first use (some seconds)."""
    return CrossEncoder(bundled_model.prepare(MODELS_FOLDER / bundled_model.NAME))


class PairEncoder:
    """Question and sentence as tokens: "query: ..." and "passage: ...", cut to length, one after the other."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        self._question, self._sentence = (Tokenizer.from_file(str(folder / "tokenizer.json")) for _ in range(2))
        self._question.enable_truncation(QUESTION_TOKENS)
        self._sentence.enable_truncation(SENTENCE_TOKENS)

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> tuple[Tokens, Tokens, Tokens]:
        """Return ids, mask and segment (0 question, 1 sentence): int64 [pairs, tokens]."""
        asked = [each.ids for each in self._question.encode_batch([f"query: {normalise(text)}" for text, _ in pairs])]
        said = [
            each.ids[1:] for each in self._sentence.encode_batch([f"passage: {normalise(text)}" for _, text in pairs])
        ]
        longest = max(len(first) + len(second) for first, second in zip(asked, said, strict=True))
        ids = np.ones((len(pairs), longest), np.int64)
        mask, segment = np.zeros_like(ids), np.zeros_like(ids)
        for row, (first, second) in enumerate(zip(asked, said, strict=True)):
            length = len(first) + len(second)
            ids[row, :length] = [*first, *second]
            mask[row, :length] = 1
            segment[row, len(first) :] = 1
        return ids, mask, segment


class CrossEncoder:
    """Scores question and sentence together, in the folder that `bundled_model.prepare` fills."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        self._folder, self._threads = folder, threads

    @cached_property
    def _encode(self) -> PairEncoder:
        return PairEncoder(self._folder)

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401
        """Open the graph when it is first asked: who only searches does without."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(
            str(self._folder / "cross_encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def score(self, question: str, sentences: Sequence[str]) -> Scores:
        """Return how surely each sentence answers: float32 [n], the logarithm of the odds."""
        if not sentences:
            return np.zeros(0, np.float32)
        ids, mask, segment = self._encode([(question, sentence) for sentence in sentences])
        scores = self._session.run(["score"], {"ids": ids, "mask": mask, "segment": segment})[0]
        return np.asarray(scores, np.float32)
