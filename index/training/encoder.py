"""Training of the embedding model's adapter on a processor: half an hour, the same numbers from the same data and
seed.

Two things are learned at once. A question is to be nearer to the sentence that answers it than to the others of the
batch and to one that nearly answers (in-batch negatives; Karpukhin et al. 2020); a sentence nearer to its translation
than to the others. And a text in any language is to lie where the published model puts its English version (Reimers and
Gurevych 2020), which carries what that model knows best into the languages that it knows less. Of what was learned half
is kept: the mean of the weights before and after forgets less than either loses (Wortsman et al. 2022).
"""

import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpus.passage import Language
from index.adapter import Adapter
from index.embed import normalise
from index.training.examples import ByLanguage, Example
from index.training.torch_encoder import in_parts, learned, make_encoder
from index.weights import Weights

RANK, STRENGTH = 16, 0.5
LEARNING_RATE, WARM_UP, WEIGHT_DECAY = 4e-4, 50, 0.01
BATCH, TEMPERATURE = 40, 0.02
OWN_SHARE = 0.55  # of the batches; the others are of parallel sentences
BACKWARDS, DISTILLED = 0.3, 10.0
TOKENS, LONGEST = 96, 220  # tokens read of a text, characters of a parallel sentence

Encode = Callable[[list[str]], Any]


def open_tokens(folder: Path) -> Encode:
    """Return what makes texts into ids and mask, int64 tensors [n, t], with the tokenizer in `folder`."""
    import torch
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding(pad_id=1)

    def encode(texts: list[str]) -> Any:  # noqa: ANN401
        rows = tokenizer.encode_batch(list(map(normalise, texts)))
        return torch.tensor([row.ids for row in rows]), torch.tensor([row.attention_mask for row in rows])

    return encode


def train_encoder(
    weights: Weights,
    encode: Encode,
    own: Sequence[Example],
    parallel: Sequence[ByLanguage],
    steps: int,
    seed: int,
    report: Callable[[int, float], None],
) -> Adapter:
    """Learn from answered examples and parallel sentences; `report` gets step and loss."""
    import torch

    torch.manual_seed(seed)
    choose = random.Random(seed)
    student, teacher = make_encoder(weights, RANK), make_encoder(weights, 0)
    learning = [parameter for parameter in student.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    short = [texts for texts in parallel if max(map(len, texts.values())) <= LONGEST]
    cross_entropy = torch.nn.functional.cross_entropy

    def embed(model: Any, texts: list[str]) -> Any:  # noqa: ANN401
        return in_parts(texts, list(map(len, texts)), lambda part: model(*encode(part)))

    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * min(1, (step + 1) / WARM_UP) * (1 + math.cos(math.pi * step / steps)) / 2
        if not short or choose.random() < OWN_SHARE:
            asked, said = _draw_own(own, choose)
        else:
            asked, said = _draw_parallel(short, choose)
        vectors = embed(student, [text for text, _ in (*asked, *said)])
        questions, sentences = vectors[: len(asked)], vectors[len(asked) :]
        near = questions @ sentences.T / TEMPERATURE
        right = torch.arange(len(asked))
        with torch.no_grad():
            english = embed(teacher, [text for _, text in (*asked, *said)])
        loss = cross_entropy(near, right) + BACKWARDS * cross_entropy(near[:, : len(asked)].T, right)
        loss = loss + DISTILLED * (1 - (vectors * english).sum(1).mean())
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        report(step + 1, float(loss.detach()))
    return learned(student.adapters, {}, STRENGTH)


Texts = list[tuple[str, str]]  # each with its English version


def _draw_own(own: Sequence[Example], choose: random.Random) -> tuple[Texts, Texts]:
    """Draw questions, and sentences: those that answer first, then one of each that nearly does."""
    batch = choose.sample(own, min(BATCH, len(own)))
    asked = [_said("query", example.question, choose) for example in batch]
    answering = [_said("passage", example.answering, choose) for example in batch if example.answering]
    return asked, answering + [_said("passage", choose.choice(example.silent), choose) for example in batch]


def _draw_parallel(parallel: Sequence[ByLanguage], choose: random.Random) -> tuple[Texts, Texts]:
    """Draw sentences in one language, as if they were asked, and their translations into another."""
    asked, said = [], []
    for texts in choose.sample(parallel, min(BATCH, len(parallel))):
        one, other = choose.sample(sorted(texts), 2)
        asked.append((f"query: {texts[one]}", f"query: {texts[Language.EN]}"))
        said.append((f"passage: {texts[other]}", f"passage: {texts[Language.EN]}"))
    return asked, said


def _said(kind: str, texts: ByLanguage, choose: random.Random) -> tuple[str, str]:
    return f"{kind}: {texts[choose.choice(sorted(texts))]}", f"{kind}: {texts[Language.EN]}"
