"""The web application: settings -> index -> assistant -> chat in the browser."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from assistant.settings import Settings
from index.build import NothingToIndexError, build
from index.bundled_model import ModelMissingError
from index.embed import EmbedderError, open_embedder
from index.open import open_index
from index.progress import console, show_progress
from index.storage import IndexUnusableError

FAILED, WRONG_USAGE = 1, 2


def main(
    documents: Annotated[Path | None, typer.Option(help="Folder of the documents.")] = None,
    index: Annotated[Path | None, typer.Option(help="Folder of the index.")] = None,
    embedder: Annotated[
        str | None, typer.Option(help="Embedding model: the default or a Sentence Transformers one.")
    ] = None,
    cross_encoder: Annotated[
        bool | None, typer.Option(help="Let the cross-encoder read the sentences found, or do without.")
    ] = None,
    passage_size: Annotated[int | None, typer.Option(help="Characters in a passage, about.")] = None,
    host: Annotated[str | None, typer.Option(help="Address to serve on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on.")] = None,
    show_settings: Annotated[bool, typer.Option("--show-settings", help="Print the settings and stop.")] = False,
) -> None:
    """Bring the index up to date and serve the chat."""
    flags = {
        "documents": documents,
        "index": index,
        "embedder": embedder,
        "cross_encoder": cross_encoder,
        "passage_size": passage_size,
        "host": host,
        "port": port,
    }
    try:
        settings = Settings.model_validate(
            {**Settings().model_dump(), **{k: v for k, v in flags.items() if v is not None}}
        )
    except ValidationError as error:
        for wrong in error.errors():
            name = str(wrong["loc"][0])
            reason = f"{wrong['msg'][:1].lower()}{wrong['msg'][1:]}, not {wrong['input']!r}"
            console.print(f"JAUAP_{name.upper()} or --{name.replace('_', '-')}: {reason}", style="red", markup=False)
        raise typer.Exit(WRONG_USAGE) from None
    if show_settings:
        typer.echo("\n".join(f"JAUAP_{name.upper()}={value}" for name, value in settings))
        return
    try:
        update_index(settings)
        opened = open_index(settings.index, cross_encoder=settings.cross_encoder)
    except (OSError, NothingToIndexError, IndexUnusableError, EmbedderError, ModelMissingError) as error:
        console.print(str(error), style="red", markup=False)
        raise typer.Exit(FAILED) from None
    from assistant.pipeline import Assistant
    from assistant.ui import serve

    try:
        serve(Assistant(opened), settings.host, settings.port, _announce)
    except OSError:
        reason = f"{settings.host}:{settings.port} is taken or unknown here; give another --port or --host"
        console.print(reason, style="red", markup=False)
        raise typer.Exit(FAILED) from None


def _announce(address: str) -> None:
    typer.echo(f"Jauap: {address}")
    sys.stdout.flush()


def update_index(settings: Settings) -> None:
    """Index what is new or changed; files that cannot be read are named and left out."""
    with show_progress() as progress:
        report = build(
            [settings.documents],
            settings.index,
            open_embedder(settings.embedder, console.print),
            settings.passage_size,
            progress,
            console.print,
        )
    for problem in report.problems:
        console.print(f"not read: {problem}", style="red", markup=False)


if __name__ == "__main__":
    typer.run(main)
