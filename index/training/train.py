"""Training of the cross-encoder on a processor: minutes to an hour, the same numbers from the same data and seed."""

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.adapter import Adapter
from index.cross_encoder import PairEncoder
from index.training.examples import Example
from index.training.torch_encoder import make_reader
from index.weights import Weights

LAYERS, RANK = 6, 32
LEARNING_RATE, WARM_UP, WEIGHT_DECAY = 4e-4, 50, 0.01
QUESTIONS, SILENT = 16, 3  # in a batch; each question with its answer and sentences that do not answer
RIVALS = 20
READING_SHARE, SAME_LANGUAGE_SHARE, MARGIN_WEIGHT = 0.3, 0.3, 0.5
PARTS = 4  # a batch runs in parts of like length, so that little is spent on padding

Pair = tuple[str, str]
Rivals = Sequence[Sequence[int]]
Vectors = NDArray[np.float32]


def train(
    weights: Weights,
    encode: PairEncoder,
    own: Sequence[Example],
    rivals: Rivals,
    reading: Sequence[Example],
    steps: int,
    seed: int,
    report: Callable[[int, float], None],
) -> Adapter:
    """Learn to tell sentences that answer from those that do not, across languages; `report` gets step and loss.

    The loss is binary cross-entropy over all pairs and, half as much, a soft margin between the answer and the first
    sentence that does not answer.
    """
    import torch

    torch.manual_seed(seed)
    choose = random.Random(seed)
    reader = make_reader(weights, LAYERS, RANK)
    learning = [parameter for parameter in reader.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * min(1, (step + 1) / WARM_UP) * (1 + math.cos(math.pi * step / steps)) / 2
        batch = [pair for _ in range(QUESTIONS) for pair in _pairs(own, rivals, reading, choose)]
        scores = _scores(reader, encode, batch)
        truth = torch.zeros(len(batch))
        truth[:: SILENT + 1] = 1.0
        margin = torch.nn.functional.softplus(scores[1 :: SILENT + 1] - scores[:: SILENT + 1]).mean()
        loss: Any = torch.nn.functional.binary_cross_entropy_with_logits(scores, truth) + MARGIN_WEIGHT * margin
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        report(step + 1, float(loss.detach()))
    adapter: Adapter = reader.adapter()
    return adapter


def nearest_rivals(vectors: Vectors, own: int) -> Rivals:
    """Return for each question, float32 rows of `vectors`, the sentences nearest in meaning but of other pairs.

    `vectors` has the questions first and their sentences after them, in the same order; examples 2n and 2n + 1 are
    about the same thing. Such sentences are what a search brings up instead of the answer.
    """
    similarity = vectors[:own] @ vectors[own:].T
    for at in range(own):
        similarity[at, at - at % 2 : at - at % 2 + 2] = -1.0
    return [row.tolist() for row in np.argsort(-similarity, axis=1)[:, :RIVALS]]


def _pairs(own: Sequence[Example], rivals: Rivals, reading: Sequence[Example], choose: random.Random) -> list[Pair]:
    """Draw a question with the sentence that answers and three that do not; languages are drawn, too."""
    at = choose.randrange(len(own))
    from_reading = reading and choose.random() < READING_SHARE
    example = choose.choice(reading) if from_reading else own[at]
    asked = choose.choice(sorted(example.question))
    said = asked if choose.random() < SAME_LANGUAGE_SHARE else choose.choice(sorted(example.answering))
    if from_reading:
        others = [choose.choice(example.silent)[said] for _ in range(SILENT)]
    else:
        others = [own[rival].answering[said] for rival in choose.sample(rivals[at], SILENT - 1)]
        others.insert(0, example.silent[0][said])
    return [(example.question[asked], sentence) for sentence in (example.answering[said], *others)]


def _scores(reader: Any, encode: PairEncoder, pairs: Sequence[Pair]) -> Any:  # noqa: ANN401
    """Score pairs in parts of like length, float32 [pairs], in the order given."""
    import torch

    order = sorted(range(len(pairs)), key=lambda at: sum(map(len, pairs[at])))
    size = -(-len(order) // PARTS)
    parts = []
    for at in range(0, len(order), size):
        arrays = encode([pairs[which] for which in order[at : at + size]])
        parts.append(reader(*(torch.from_numpy(array) for array in arrays)))
    places = torch.empty(len(order), dtype=torch.long)
    places[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[places]
