"""Command line of the index: build, info, search. Progress goes to stderr, data to stdout."""

import json
from pathlib import Path
from typing import Annotated

import typer

from corpus.language import detect_language
from corpus.passage import Language
from corpus.split import DEFAULT_SIZE
from index import embed, storage
from index.build import NothingToIndexError, build
from index.bundled_model import ModelMissingError
from index.command_line import FAILED, WRONG_USAGE, stop, typed_day
from index.coverage import lexicon_coverage
from index.embed import EmbedderError
from index.lexicon import default_lexicon
from index.open import open_index
from index.progress import console, show_progress
from index.search import Filter, Ranking
from index.storage import IndexUnusableError

OPENING_ERRORS = (IndexUnusableError, EmbedderError, ModelMissingError)

app = typer.Typer(help="Build, inspect and search an index of documents.", no_args_is_help=True, add_completion=False)
IndexFolder = Annotated[Path, typer.Option("--index", help="Folder of the index.")]


@app.command("build")
def build_command(
    documents: Annotated[
        list[Path], typer.Option("--documents", help="Folder of documents; more folders may follow it.")
    ],
    out: Annotated[
        Path, typer.Option("--out", file_okay=False, help="Folder of the index; made or brought up to date.")
    ],
    more: Annotated[list[Path] | None, typer.Argument(metavar="DIR", help="Further folders of documents.")] = None,
    embedder: Annotated[
        str, typer.Option(help="Embedding model: the embedded default, or a Sentence Transformers name or folder.")
    ] = embed.DEFAULT,
    passage_size: Annotated[int, typer.Option(min=50, max=4000, help="Characters in a passage, about.")] = DEFAULT_SIZE,
) -> None:
    """Read documents and index their passages; unchanged files are kept as they are.

    Exit status: 0 all read, 1 some files could not be read (named on stderr), 2 wrong usage.
    """
    try:
        with show_progress() as progress:
            model = embed.open_embedder(embedder, console.print)
            report = build([*documents, *(more or [])], out, model, passage_size, progress, console.print)
    except FileNotFoundError as error:
        raise stop(str(error), WRONG_USAGE) from None
    except NothingToIndexError as error:
        for problem in error.problems:
            console.print(f"not read: {problem}", style="red", markup=False)
        raise stop(str(error), FAILED) from None
    except (*OPENING_ERRORS, OSError) as error:
        raise stop(str(error), FAILED) from None
    for problem in report.problems:
        console.print(f"not read: {problem}", style="red", markup=False)
    state = (
        f"{report.read} files read, {report.removed} gone, {report.embedded} passages and sentences embedded"
        if report.changed
        else "up to date"
    )
    typer.echo(f"{out}: {report.manifest.documents} documents, {report.manifest.passages} passages; {state}")
    if report.problems:
        raise typer.Exit(FAILED)


@app.command()
def info(index: IndexFolder) -> None:
    """Print what an index holds, as JSON."""
    try:
        manifest, contents = storage.read(index)
    except IndexUnusableError as error:
        raise stop(str(error), FAILED) from None
    facts = {
        name: getattr(manifest, name)
        for name in (
            "format",
            "generation",
            "embedder",
            "dimension",
            "passage_size",
            "documents",
            "passages",
            "languages",
        )
    }
    facts["publishers"] = sorted({document.publisher for document in contents.documents.values() if document.publisher})
    facts["files"] = manifest.sources
    typer.echo(json.dumps(facts, ensure_ascii=False, indent=1))


@app.command()
def search(
    question: Annotated[str, typer.Argument(help="What to search for.")],
    index: IndexFolder,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="Number of hits.")] = 10,
    language: Annotated[list[Language] | None, typer.Option(help="Only passages in this language; repeatable.")] = None,
    publisher: Annotated[list[str] | None, typer.Option(help="Only this publisher; repeatable.")] = None,
    document: Annotated[list[str] | None, typer.Option(help="Only this document; repeatable.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Not before this day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Not after this day.")] = None,
    ranking: Annotated[Ranking, typer.Option(help="What to rank by.")] = Ranking.FUSED,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Search an index and print the hits, best first."""
    try:
        only = Filter(
            frozenset(language or ()),
            typed_day(since),
            typed_day(until),
            frozenset(publisher or ()),
            frozenset(document or ()),
        )
        hits = open_index(index).search(question, detect_language(question), k, only, ranking.fusion)
    except OPENING_ERRORS as error:
        raise stop(str(error), FAILED) from None
    except ValueError as error:
        raise stop(str(error), WRONG_USAGE) from None
    for hit in hits:
        passage = hit.passage
        if as_json:
            row = {
                "id": passage.id,
                "document": passage.document_id,
                "title": passage.title,
                "date": passage.date.isoformat() if passage.date else None,
                "language": passage.language,
                "score": round(hit.score, 4),
                "similarity": round(hit.similarity, 4),
                "lexical": round(hit.lexical, 4),
                "text": passage.text,
            }
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            typer.echo(f"{hit.score:.3f}  {passage.id}  [{passage.language}] {passage.date or ''}\n  {passage.text}\n")


@app.command()
def lexicon(
    index: IndexFolder,
    missing: Annotated[int, typer.Option(min=0, help="How many stems without an entry to name per language.")] = 30,
) -> None:
    """Report how much of an index's text the trilingual lexicon knows, and the frequent stems that it lacks."""
    try:
        _, contents = storage.read(index)
    except IndexUnusableError as error:
        raise stop(str(error), FAILED) from None
    senses = default_lexicon()
    typer.echo(f"{len(senses)} senses")
    for language, found in sorted(lexicon_coverage(senses, contents.passages).items()):
        share = found.covered / found.words if found.words else 1.0
        typer.echo(f"{language}: {found.covered} of {found.words} words have an entry ({share:.1%})")
        typer.echo("    without: " + ", ".join(f"{stem} {count}" for stem, count in found.missing[:missing]))


if __name__ == "__main__":
    app(prog_name="python -m index")
