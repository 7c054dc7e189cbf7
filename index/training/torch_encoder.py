"""The embedded model in torch with a low-rank adapter beside every matrix: as encoder of texts and as cross-encoder."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from index.adapter import Adapter, merged
from index.weights import Weights

# Names of the weights here and in Transformers.
MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
SCALE = 2.0  # of what an adapter adds, while it learns
PARTS = 4
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def open_bert(weights: Weights, *adapters: Adapter) -> Any:  # noqa: ANN401 (torch is imported when used)
    """Return the model with `adapters` merged as a frozen Transformers BertModel in bfloat16."""
    import torch
    from transformers import BertConfig, BertModel

    configure: Any = BertConfig
    config = configure(
        vocab_size=weights.vocabulary,
        hidden_size=weights.hidden,
        num_hidden_layers=weights.layers,
        num_attention_heads=weights.heads,
        intermediate_size=weights.feed_forward,
        max_position_embeddings=weights.positions,
        type_vocab_size=1,
        layer_norm_eps=weights.epsilon,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",  # the fused kernel has no fast backward pass in bfloat16 on a processor
    )
    model: Any = BertModel(config, add_pooling_layer=False)
    model.load_state_dict({name: torch.from_numpy(value) for name, value in _tensors(weights, adapters).items()})
    return model.to(torch.bfloat16).requires_grad_(False)


def _tensors(weights: Weights, adapters: Sequence[Adapter]) -> dict[str, Any]:
    """Name and shape the weights as Transformers does."""
    hidden = weights.hidden
    vectors = weights.vectors
    named = {
        "embeddings.word_embeddings.weight": weights.matrices["emb.word"].floats().reshape(-1, hidden),
        "embeddings.position_embeddings.weight": vectors["emb.pos"].reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": vectors["emb.type"].reshape(-1, hidden)[:1],
        "embeddings.LayerNorm.weight": vectors["emb.ln.w"],
        "embeddings.LayerNorm.bias": vectors["emb.ln.b"],
    }
    for layer in range(weights.layers):
        for short, long in MATRICES.items():
            inputs = weights.feed_forward if short == "fo" else hidden
            name = f"l{layer}.{short}"
            named[f"encoder.layer.{layer}.{long}.weight"] = merged(weights, name, adapters).reshape(-1, inputs)
            named[f"encoder.layer.{layer}.{long}.bias"] = vectors[f"l{layer}.{short}.b"]
        for short, long in NORMS.items():
            named[f"encoder.layer.{layer}.{long}.weight"] = vectors[f"l{layer}.{short}.w"]
            named[f"encoder.layer.{layer}.{long}.bias"] = vectors[f"l{layer}.{short}.b"]
    return {name: np.array(value, np.float32) for name, value in named.items()}


def adapt(bert: Any, rank: int, first: int = 0) -> dict[str, Any]:  # noqa: ANN401
    """Put a learning low-rank adapter beside every matrix from layer `first` on; return them by the names here."""
    import torch

    class Adapted(torch.nn.Module):
        def __init__(self, linear: Any) -> None:  # noqa: ANN401
            super().__init__()
            self.linear = linear
            self.down = torch.nn.Parameter(torch.randn(rank, linear.in_features) / linear.in_features**0.5)
            self.up = torch.nn.Parameter(torch.zeros(linear.out_features, rank))

        def forward(self, x: Any) -> Any:  # noqa: ANN401
            return self.linear(x) + (x @ self.down.T.to(x.dtype)) @ self.up.T.to(x.dtype) * SCALE

    adapters = {}
    for at, layer in list(enumerate(bert.encoder.layer))[first:]:
        for short, long in MATRICES.items():
            parent, _, own = long.rpartition(".")
            adapted = Adapted(layer.get_submodule(long))
            setattr(layer.get_submodule(parent), own, adapted)
            adapters[f"l{at}.{short}"] = adapted
    return adapters


def learned(adapters: dict[str, Any], extra: dict[str, Any], strength: float = 1.0) -> Adapter:
    """Return what was learned, `strength` of it; `extra` are parameters besides the adapters."""
    return Adapter(
        {name: _numbers(adapted.down) for name, adapted in adapters.items()},
        {name: _numbers(adapted.up) * np.float32(SCALE * strength) for name, adapted in adapters.items()},
        {name: _numbers(parameter) for name, parameter in extra.items()},
    )


def mean_of(x: Any, mask: Any) -> Any:  # noqa: ANN401
    """Average the tokens of a mask: [n, t, hidden] and [n, t] -> [n, hidden]."""
    column = mask[..., None].float()
    return (x * column).sum(1) / column.sum(1)


def in_parts(texts: Sequence[Any], lengths: Sequence[int], run: Callable[[list[Any]], Any]) -> Any:  # noqa: ANN401
    """Run `texts` in parts of like length, so that little is spent on padding; rows come back in the order given."""
    import torch

    order = sorted(range(len(texts)), key=lambda at: lengths[at])
    size = -(-len(order) // PARTS)
    parts = [run([texts[which] for which in order[at : at + size]]) for at in range(0, len(order), size)]
    places = torch.empty(len(order), dtype=torch.long)
    places[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[places]


def _numbers(parameter: Any) -> Any:  # noqa: ANN401
    return parameter.detach().float().numpy()


def make_encoder(weights: Weights, rank: int) -> Any:  # noqa: ANN401
    """Return a torch module that embeds texts as the published model does; only its adapter learns.

    Its forward takes ids and mask, int64 [n, t], and returns unit rows, float32 [n, hidden].
    """
    import torch

    class Encoder(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = open_bert(weights)
            self.adapters = adapt(self.bert, rank) if rank else {}

        def forward(self, ids: Any, mask: Any) -> Any:  # noqa: ANN401
            x = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
            return torch.nn.functional.normalize(mean_of(x, mask), dim=-1)

    return Encoder()


def make_reader(weights: Weights, encoder: Adapter, rank: int, first: int) -> Any:  # noqa: ANN401
    """Return a torch module that scores question and sentence; only an adapter from layer `first` on and a head learn.

    It starts from the adapted encoder. Its forward takes ids, mask and segment, int64 [n, t], and returns float32 [n];
    `adapter()` gives what was learned, and `go_on_from` takes it up again.
    """
    import torch

    class Reader(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = open_bert(weights, encoder)
            self.adapters = adapt(self.bert, rank, first)
            self.head = torch.nn.Linear(2 * weights.hidden, 1)

        def forward(self, ids: Any, mask: Any, segment: Any) -> Any:  # noqa: ANN401
            x = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
            means = [mean_of(x, part) for part in (mask * (1 - segment), mask * segment)]
            return self.head(torch.cat(means, -1))[:, 0]

        def go_on_from(self, start: Adapter) -> None:
            """Take over what `start` holds, an adapter of the same layers and rank."""
            with torch.no_grad():
                for name, adapted in self.adapters.items():
                    adapted.down.copy_(torch.from_numpy(start.down[name]))
                    adapted.up.copy_(torch.from_numpy(start.up[name] / SCALE))
                self.head.weight.copy_(torch.from_numpy(start.extra["head.w"][None]))
                self.head.bias.copy_(torch.from_numpy(start.extra["head.b"]))

        def adapter(self) -> Adapter:
            return learned(self.adapters, {"head.w": self.head.weight[0], "head.b": self.head.bias})

    return Reader()
