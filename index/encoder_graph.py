"""The embedding model and the cross-encoder upon it as ONNX graphs: a BERT encoder over weights of few bits.

Where the weights come from is the work of `bundled_model`; running the graphs, of `embed` and `cross_encoder`.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.adapter import Adapter, merged
from index.weights import BLOCK, Weights

Blocks = tuple[int, NDArray[np.uint8], NDArray[np.float32]]  # bits a number, numbers, scales
INT8_ARITHMETIC = 4  # ONNX Runtime's name for it: accuracy level of MatMulNBits


def encoder_graph(weights: Weights, *adapters: Adapter) -> Any:  # noqa: ANN401 (onnx has no types)
    """Build the ONNX model: token ids and mask, int64 [n, t] -> `embedding`, float32 [n, hidden], unit rows.

    BERT (Devlin et al. 2019), post-norm, exact GELU; mean pooling over the mask as E5 does (Wang et al. 2024). Without
    an adapter it is the model as published.
    """
    graph = _GraphBuilder(weights, *adapters)
    x = graph.encode()
    graph.op("Div", *graph.norm_of(graph.sum_over(x, "mask")), output="embedding")
    return graph.model(("ids", "mask"), "embedding", ["n", weights.hidden])


def cross_encoder_graph(weights: Weights, encoder: Adapter, reader: Adapter) -> Any:  # noqa: ANN401
    """Build the ONNX model: token ids, mask and segment (0 question, 1 sentence), int64 [n, t] -> `score`, float32 [n].

    The encoder with both adapters over question and sentence together (Nogueira and Cho 2019); the score is linear in
    the two segments' mean vectors.
    """
    graph = _GraphBuilder(weights, encoder, reader)
    x = graph.encode()
    second = graph.op("Mul", "mask", "segment")
    means = [graph.mean_over(x, part) for part in (graph.op("Sub", "mask", second), second)]
    head = graph.constant("head", reader.extra["head.w"].reshape(-1, 1))
    product = graph.op("MatMul", graph.op("Concat", *means, axis=-1), head)
    score = graph.op("Add", product, graph.constant("head.b", reader.extra["head.b"]))
    graph.op("Squeeze", score, graph.integers(-1), output="score")
    return graph.model(("ids", "mask", "segment"), "score", ["n"])


class _GraphBuilder:
    """Collects nodes and constants of the encoder while it is written down layer by layer."""

    def __init__(self, weights: Weights, *adapters: Adapter) -> None:
        self.weights = weights
        self.adapters = adapters
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
        parts = parts or (name,)
        width = self.weights.feed_forward if name.endswith("fo") else self.weights.hidden
        adapted = any(parts[0] in adapter.down for adapter in self.adapters)
        bits, numbers, scales = self.adapted(parts, width) if adapted else self.as_published(parts, width)
        product = self.op(
            "MatMulNBits",
            x,
            self.constant(f"{name}.w", numbers),
            self.constant(f"{name}.scales", scales),
            domain="com.microsoft",
            K=width,
            N=len(numbers),
            bits=bits,
            block_size=BLOCK,
            accuracy_level=INT8_ARITHMETIC,
        )
        bias = np.concatenate([self.weights.vectors[f"{part}.b"] for part in parts])
        return self.op("Add", product, self.constant(f"{name}.b", bias))

    def as_published(self, parts: tuple[str, ...], width: int) -> Blocks:
        """Return the four-bit numbers of the model itself: uint8 [outputs, blocks, 16], and a scale a block."""
        stored = [self.weights.matrices[f"{part}.w"] for part in parts]
        numbers = np.concatenate([matrix.numbers for matrix in stored])
        # The operator wants neighbours in one byte where Q4_0 has the halves of a block.
        values = np.concatenate([numbers & 15, numbers >> 4], axis=1)
        pairs = (values[:, ::2] | (values[:, 1::2] << 4)).reshape(-1, width // BLOCK, BLOCK // 2)
        return 4, pairs, np.concatenate([matrix.scales for matrix in stored])

    def adapted(self, parts: tuple[str, ...], width: int) -> Blocks:
        """Return model and adapters merged in eight-bit numbers: uint8 [outputs, blocks, 32], and a scale a block."""
        rows = [merged(self.weights, part, self.adapters).reshape(-1, width) for part in parts]
        blocks = np.concatenate(rows).reshape(-1, width // BLOCK, BLOCK)
        scales = np.abs(blocks).max(axis=-1, keepdims=True) / 127
        numbers = np.round(blocks / np.maximum(scales, np.finfo(np.float32).tiny)) + 128
        return 8, numbers.astype(np.uint8), scales.reshape(-1).astype(np.float32)

    def norm(self, x: str, name: str) -> str:
        scale = self.constant(f"{name}.w", self.weights.vectors[f"{name}.w"])
        shift = self.constant(f"{name}.b", self.weights.vectors[f"{name}.b"])
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=self.weights.epsilon)

    def integers(self, *values: int) -> str:
        return self.constant("int_" + "_".join(map(str, values)), np.array(values, np.int64))

    def words(self) -> str:
        """Look up the words' packed rows and unpack them: [n, t, hidden]."""
        hidden = self.weights.hidden
        words, blocks = self.weights.matrices["emb.word"], hidden // BLOCK
        numbers = self.op("Gather", self.constant("words", words.numbers.reshape(-1, blocks, BLOCK // 2)), "ids")
        scales = self.op("Gather", self.constant("word_scales", words.scales.reshape(-1, blocks, 1)), "ids")
        low = self.op("BitwiseAnd", numbers, self.constant("nibble", np.array(15, np.uint8)))
        high = self.op("BitShift", numbers, self.constant("four", np.array(4, np.uint8)), direction="RIGHT")
        values = self.op("Cast", self.op("Concat", low, high, axis=-1), to=1)
        centred = self.op("Sub", values, self.constant("eight", np.array(8, np.float32)))
        return self.op("Reshape", self.op("Mul", centred, scales), self.integers(0, 0, hidden))

    def placed(self, words: str) -> str:
        """Add positions and the single segment type to word vectors, and norm them."""
        hidden = self.weights.hidden
        positions = self.weights.vectors["emb.pos"].reshape(-1, hidden) + self.weights.vectors["emb.type"][:hidden]
        length = self.op("Shape", "ids", start=1, end=2)
        position = self.op("Slice", self.constant("positions", positions), self.integers(0), length)
        return self.norm(self.op("Add", words, position), "emb.ln")

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

    def encode(self) -> str:
        """Run the tokens through all layers: [n, t, hidden]."""
        row = self.op("Unsqueeze", self.op("Cast", "mask", to=1), self.integers(1, 2))
        one, low = (self.constant(f"f{v}", np.array(v, np.float32)) for v in (1.0, -1e9))
        bias = self.op("Mul", self.op("Sub", one, row), low)
        x = self.placed(self.words())
        for layer in range(self.weights.layers):
            x = self.norm(self.op("Add", x, self.attention(x, layer, bias)), f"l{layer}.aln")
            inner = self.op("Gelu", self.linear(x, f"l{layer}.fi"))
            x = self.norm(self.op("Add", x, self.linear(inner, f"l{layer}.fo")), f"l{layer}.oln")
        return x

    def column(self, mask: str) -> str:
        return self.op("Unsqueeze", self.op("Cast", mask, to=1), self.integers(-1))

    def sum_over(self, x: str, mask: str) -> str:
        """Sum the tokens of a mask: [n, hidden]."""
        return self.op("ReduceSum", self.op("Mul", x, self.column(mask)), self.integers(1), keepdims=0)

    def mean_over(self, x: str, mask: str) -> str:
        count = self.op("ReduceSum", self.column(mask), self.integers(1), keepdims=0)
        return self.op("Div", self.sum_over(x, mask), count)

    def norm_of(self, total: str) -> tuple[str, str]:
        """Return `total` and its length, to be divided."""
        return total, self.op("ReduceL2", total, self.integers(-1), keepdims=1)

    def model(self, inputs: tuple[str, ...], output: str, shape: list[Any]) -> Any:  # noqa: ANN401
        from onnx import TensorProto, helper

        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "t"]) for name in inputs],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)],
            list(self.constants.values()),
        )
        return helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)], ir_version=10
        )
