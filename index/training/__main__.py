"""Command line of the training: python -m index.training."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from corpus.passage import Language
from index import bundled_model
from index.adapter import CROSS_ENCODER, ENCODER, Adapter, read_adapter, write_adapter
from index.cross_encoder import PairEncoder
from index.embed import MODELS_FOLDER, open_embedder
from index.progress import console, show_progress
from index.training.cross_encoder import choose_rivals, train_cross_encoder
from index.training.encoder import open_tokens, train_encoder
from index.training.examples import ByLanguage, learnt, own_examples, parallel_sentences, reading_examples
from index.weights import read_weights

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Train what comes with Jauap on our pairs and the sets given; docs/models.md has the commands that were used.",
)
Seed = Annotated[int, typer.Option(help="The same seed gives the same numbers.")]


@app.command()
def encoder(
    parallel: Annotated[list[Path] | None, typer.Option(help="Parallel set; repeatable.")] = None,
    steps: Annotated[int, typer.Option(min=1, help="Batches; about two seconds each on two cores.")] = 300,
    seed: Seed = 0,
    out: Annotated[Path, typer.Option(help="File of the adapter; indices must be built again.")] = ENCODER,
) -> None:
    """Train the embedding model's adapter: questions to answers and sentences to translations."""
    own = [example for line in learnt(own_examples()) for example in line if example.answering]
    same = [texts for folder in parallel or () for texts in parallel_sentences(folder)]
    console.print(f"{len(own)} examples of our own, {len(same)} parallel sentences")
    folder = bundled_model.prepare(MODELS_FOLDER / bundled_model.NAME, console.print)
    weights = read_weights(bundled_model.weights_path())
    _learn(lambda report: train_encoder(weights, open_tokens(folder), own, same, steps, seed, report), steps, out)


@app.command()
def cross_encoder(
    reading: Annotated[list[Path] | None, typer.Option(help="Reading-comprehension set; repeatable.")] = None,
    steps: Annotated[int, typer.Option(min=1, help="Batches; about two seconds each on two cores.")] = 1800,
    seed: Seed = 0,
    start: Annotated[Path | None, typer.Option(help="Adapter to go on from, when there is more to learn from.")] = None,
    out: Annotated[Path, typer.Option(help="File of the adapter; the next start takes it up.")] = CROSS_ENCODER,
) -> None:
    """Train the cross-encoder: which sentences answer a question."""
    lines = learnt(own_examples())
    own = [example for line in lines for example in line]
    read = [example for folder in reading or () for example in reading_examples(folder)]
    console.print(f"{len(own)} examples of our own, {len(read)} from reading sets")
    folder = bundled_model.prepare(MODELS_FOLDER / bundled_model.NAME, console.print)
    weights = read_weights(bundled_model.weights_path())
    said = [(at, each.answering) for at, line in enumerate(lines) for each in line if each.answering]
    embedder = open_embedder()
    console.print("looking for rivals of the answers")
    chosen = choose_rivals(
        embedder.embed_questions([example.question[Language.EN] for example in own]),
        embedder.embed_passages([sentence[Language.EN] for _, sentence in said]),
        np.array([at for at, line in enumerate(lines) for _ in line]),
        np.array([at for at, _ in said]),
        seed,
    )
    rivals: list[list[ByLanguage]] = [[said[row][1] for row in rows] for rows in chosen]

    def train(report: Callable[[int, float], None]) -> Adapter:
        known, encode = read_adapter(start) if start else None, PairEncoder(folder)
        return train_cross_encoder(
            weights, read_adapter(ENCODER), encode, own, rivals, read, steps, seed, report, known
        )

    _learn(train, steps, out)


def _learn(train: Callable[[Callable[[int, float], None]], Adapter], steps: int, out: Path) -> None:
    """Run `train`, show how it goes and write what it learned."""
    losses: list[float] = []
    with show_progress() as progress:

        def report(step: int, loss: float) -> None:
            losses.append(loss)
            progress("training", step, steps)
            if step % 50 == 0:
                console.print(f"step {step}: loss {sum(losses[-50:]) / len(losses[-50:]):.3f}")

        adapter = train(report)
    write_adapter(adapter, out)
    console.print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    app()
