"""Training of the cross-encoder on a processor: minutes to an hour, the same numbers from the same data and seed."""

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

from corpus.passage import Language
from index.adapter import Adapter
from index.cross_encoder import PairEncoder
from index.training.examples import Example
from index.training.torch_encoder import make_reader
from index.weights import Weights

LAYERS, RANK = 6, 32
LEARNING_RATE, WARM_UP, WEIGHT_DECAY = 4e-4, 50, 0.01
QUESTIONS = 20  # in a batch; each with its answer and two sentences that do not answer
READING_SHARE, SAME_LANGUAGE_SHARE, MARGIN_WEIGHT = 0.3, 0.3, 0.5
PARTS = 4  # a batch runs in parts of like length, so that little is spent on padding

Pair = tuple[str, str]


def train(
    weights: Weights,
    encode: PairEncoder,
    own: Sequence[Example],
    reading: Sequence[Example],
    steps: int,
    seed: int,
    report: Callable[[int, float], None],
) -> Adapter:
    """Learn to tell sentences that answer from those that do not, across languages; `report` gets step and loss.

    The loss is binary cross-entropy over all pairs and, for half, a soft margin between the answer and the first
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
        batch = [pair for _ in range(QUESTIONS) for pair in _pairs(own, reading, choose)]
        scores = _scores(reader, encode, batch)
        truth = torch.zeros(len(batch))
        truth[::3] = 1.0
        margin = torch.nn.functional.softplus(scores[1::3] - scores[::3]).mean()
        loss: Any = torch.nn.functional.binary_cross_entropy_with_logits(scores, truth) + MARGIN_WEIGHT * margin
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        report(step + 1, float(loss))
    adapter: Adapter = reader.adapter()
    return adapter


def _pairs(own: Sequence[Example], reading: Sequence[Example], choose: random.Random) -> list[Pair]:
    """Draw a question with the sentence that answers and two that do not; languages are drawn, too."""
    example = choose.choice(reading if reading and choose.random() < READING_SHARE else own)
    asked = choose.choice(sorted(example.question))
    said = asked if choose.random() < SAME_LANGUAGE_SHARE else choose.choice(sorted(example.answering))
    others = [choose.choice(example.silent)[said]]
    if len(example.silent) > 1:
        others.append(choose.choice(example.silent)[said])
    else:
        others.append(_elsewhere(own, said, choose))
    question = example.question[asked]
    return [(question, example.answering[said]), *((question, sentence) for sentence in others)]


def _elsewhere(own: Sequence[Example], language: Language, choose: random.Random) -> str:
    return choose.choice(own).answering[language]


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
