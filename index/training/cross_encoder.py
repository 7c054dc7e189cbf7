"""Training of the cross-encoder on a processor: about an hour, the same numbers from the same data and seed."""

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.adapter import Adapter
from index.cross_encoder import PairEncoder
from index.training.examples import ByLanguage, Example
from index.training.torch_encoder import in_parts, make_reader
from index.weights import Weights

RANK, FIRST_LAYER = 32, 4
LEARNING_RATE, WARM_UP, WEIGHT_DECAY = 4e-4, 50, 0.01
QUESTIONS, SENTENCES, NEAR = 16, 4, 2  # in a batch; sentences with each question; of its own line that do not answer
NEAREST, FAR = 20, 10  # sentences of other lines that are a question's rivals
READING_SHARE, SAME_LANGUAGE_SHARE, MARGIN_WEIGHT = 0.3, 0.3, 0.5

Pair = tuple[str, str]
Judged = tuple[Pair, float]  # 1.0: the sentence answers the question
Rivals = Sequence[Sequence[ByLanguage]]
Vectors = NDArray[np.float32]
Rows = NDArray[np.int64]


def train_cross_encoder(
    weights: Weights,
    encoder: Adapter,
    encode: PairEncoder,
    own: Sequence[Example],
    rivals: Rivals,
    reading: Sequence[Example],
    steps: int,
    seed: int,
    report: Callable[[int, float], None],
    start: Adapter | None = None,
) -> Adapter:
    """Learn to tell sentences that answer from those that do not, across languages; `report` gets step and loss.

    The loss is binary cross-entropy over all pairs and, half as much, a soft margin between the answer and the first
    sentence that does not answer. `rivals` are sentences of other lines, for each of `own`. Training goes on from
    `start`, if given.
    """
    import torch

    torch.manual_seed(seed)
    choose = random.Random(seed)
    reader = make_reader(weights, encoder, RANK, FIRST_LAYER)
    if start:
        reader.go_on_from(start)
    learning = [parameter for parameter in reader.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)

    def read(pairs: list[Pair]) -> Any:  # noqa: ANN401
        return reader(*map(torch.from_numpy, encode(pairs)))

    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * min(1, (step + 1) / WARM_UP) * (1 + math.cos(math.pi * step / steps)) / 2
        batch = [judged for _ in range(QUESTIONS) for judged in _draw(own, rivals, reading, choose)]
        pairs = [pair for pair, _ in batch]
        scores = in_parts(pairs, [sum(map(len, pair)) for pair in pairs], read)
        truth = torch.tensor([answers for _, answers in batch])
        first, second, answered = scores[::SENTENCES], scores[1::SENTENCES], truth[::SENTENCES]
        margin = (torch.nn.functional.softplus(second - first) * answered).mean()
        loss: Any = torch.nn.functional.binary_cross_entropy_with_logits(scores, truth) + MARGIN_WEIGHT * margin
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        report(step + 1, float(loss.detach()))
    adapter: Adapter = reader.adapter()
    return adapter


def choose_rivals(questions: Vectors, sentences: Vectors, asked_in: Rows, said_in: Rows, seed: int) -> list[list[int]]:
    """Return for each question, unit rows [n, d], which `sentences` [m, d] of other lines are its rivals.

    `asked_in` [n] and `said_in` [m] are the lines of both. First come those nearest in meaning, which a search brings
    up instead of the answer; then a few of any meaning, which it brings up when it has nothing better.
    """
    similarity = questions @ sentences.T
    others = asked_in[:, None] != said_in[None, :]
    nearest = np.argsort(np.where(others, -similarity, 1.0), axis=1)[:, :NEAREST]
    random = np.random.default_rng(seed)
    return [
        [*near.tolist(), *random.choice(np.flatnonzero(of_others), min(FAR, of_others.sum()), replace=False).tolist()]
        for near, of_others in zip(nearest, others, strict=True)
    ]


def _draw(own: Sequence[Example], rivals: Rivals, reading: Sequence[Example], choose: random.Random) -> list[Judged]:
    """Draw a question with the sentence that answers, if any, before those that do not; languages are drawn, too."""
    at = choose.randrange(len(own))
    from_reading = reading and choose.random() < READING_SHARE
    example = choose.choice(reading) if from_reading else own[at]
    asked = choose.choice(sorted(example.question))
    said = asked if choose.random() < SAME_LANGUAGE_SHARE else choose.choice(sorted(example.silent[0]))
    answering = [example.answering] if example.answering else []
    near = choose.sample(example.silent, min(len(example.silent), NEAR))
    more = SENTENCES - len(answering) - len(near)
    far = choose.choices(example.silent, k=more) if from_reading else choose.sample(rivals[at], more)
    question = example.question[asked]
    return [
        *(((question, sentence[said]), 1.0) for sentence in answering),
        *(((question, sentence[said]), 0.0) for sentence in (*near, *far)),
    ]
