"""Command line of the training: python -m index.training."""

from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from corpus.passage import Language
from index import bundled_model
from index.adapter import CROSS_ENCODER, write_adapter
from index.cross_encoder import PairEncoder
from index.embed import MODELS_FOLDER, open_embedder
from index.progress import console, show_progress
from index.training.examples import learnt, own_examples, reading_examples
from index.training.train import nearest_rivals, train
from index.weights import read_weights


def main(
    reading: Annotated[list[Path] | None, typer.Option(help="Reading-comprehension set; repeatable.")] = None,
    steps: Annotated[int, typer.Option(min=1, help="Batches; about a second and a half each on two cores.")] = 900,
    seed: Annotated[int, typer.Option(help="The same seed gives the same numbers.")] = 0,
    out: Annotated[
        Path, typer.Option(help="File of the adapter; the next start of Jauap takes it up.")
    ] = CROSS_ENCODER,
) -> None:
    """Train the cross-encoder on our pairs and the sets given; docs/models.md has the command that was used."""
    own = [example for both in learnt(own_examples()) for example in both]
    read = [example for folder in reading or () for example in reading_examples(folder)]
    console.print(f"{len(own)} examples of our own, {len(read)} from reading sets")
    folder = bundled_model.prepare(MODELS_FOLDER / bundled_model.NAME, console.print)
    weights = read_weights(bundled_model.weights_path())
    embedder = open_embedder()
    questions, sentences = (
        [getattr(example, side)[Language.EN] for example in own] for side in ("question", "answering")
    )
    console.print("looking for rivals of the answers")
    vectors = np.vstack([embedder.embed_questions(questions), embedder.embed_passages(sentences)])
    rivals = nearest_rivals(vectors, len(own))
    losses: list[float] = []

    with show_progress() as progress:

        def report(step: int, loss: float) -> None:
            losses.append(loss)
            progress("training", step, steps)
            if step % 100 == 0:
                console.print(f"step {step}: loss {sum(losses[-100:]) / len(losses[-100:]):.3f}")

        adapter = train(weights, PairEncoder(folder), own, rivals, read, steps, seed, report)
    write_adapter(adapter, out)
    console.print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    typer.run(main)
