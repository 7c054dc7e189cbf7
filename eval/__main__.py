"""Command line of the measurements: answer and retrieve for evaluators, retrieval for comparison."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from assistant.prompts import say
from assistant.understand import QuestionError
from corpus.passage import Language
from eval.jsonl import BadFileError, read_rows, to_line
from index import embed
from index.build import NothingToIndexError
from index.bundled_model import ModelMissingError
from index.embed import EmbedderError
from index.progress import console, show_progress
from index.storage import IndexUnusableError

FAILED, WRONG_USAGE = 1, 2

app = typer.Typer(help="Measure answers and retrieval.", no_args_is_help=True, add_completion=False)
QuestionFile = Annotated[Path, typer.Option("--questions", help='JSONL: {"id", "question", "history"?} a line.')]
OutFile = Annotated[Path, typer.Option("--out", help="JSONL to write, a line per question in the same order.")]
CACHE = Path(__file__).parent.parent / "index" / "built" / "retrieval"
CacheFolder = Annotated[Path, typer.Option(help="Folder in which vectors are kept.")]
EmbedderName = Annotated[str, typer.Option(help="Embedding model: the default or a Sentence Transformers one.")]


@app.command()
def answer(
    index: Annotated[Path, typer.Option("--index", help="Folder of the index.")], questions: QuestionFile, out: OutFile
) -> None:
    """Answer every question of a file.

    Exit status: 0 all answered or abstained, 1 some questions or the index could not be taken, 2 wrong usage.
    """
    from assistant.pipeline import Assistant
    from eval.answer import answer_all
    from index.build import open_index

    with _told():
        rows = read_rows(questions, ("id", "question"))
        assistant = Assistant(open_index(index))
        failed = 0
        with show_progress() as progress, out.open("w", encoding="utf-8") as stream:
            for result in answer_all(assistant, rows, lambda done: progress("answering", done, len(rows))):
                failed += "error" in result
                stream.write(to_line(result))
    _name_failed(failed)


@app.command()
def run(
    index: Annotated[Path, typer.Option("--index", help="Folder of the index.")],
    questions: Annotated[Path, typer.Option("--questions", help="JSONL with must_contain; see docs/evaluation.md.")],
    split: Annotated[str | None, typer.Option(help='Only questions of this split, such as "test".')] = None,
    failures: Annotated[bool, typer.Option("--failures", help="Print the failed questions, too.")] = False,
) -> None:
    """Judge answers by what they must contain, per language."""
    from assistant.pipeline import Assistant
    from eval.run import run as judge_all
    from index.build import open_index

    with _told():
        rows = read_rows(questions, ("id", "question", "language", "answerable", "must_contain"))
        rows = [row for row in rows if split is None or row.get("split") == split]
        assistant = Assistant(open_index(index))
        with show_progress() as progress:
            tallies, failed = judge_all(assistant, rows, lambda done: progress("answering", done, len(rows)))
    typer.echo("language  questions  right  wrong  falsely abstained  abstained when due  verbatim  characters")
    for language, tally in tallies.items():
        typer.echo(
            f"{language:<8}  {tally.questions:>9}  {_share(tally.right, tally.answerable)}  "
            f"{_share(tally.wrong, tally.answerable)}  {_share(tally.false_abstentions, tally.answerable):>17}  "
            f"{_share(tally.abstained, tally.unanswerable):>18}  {_share(tally.verbatim, tally.citations):>8}  "
            f"{tally.characters / max(1, tally.questions):>10.0f}"
        )
    for key, answer in failed if failures else ():
        typer.echo(f"\n{key}: {answer.query.text}\n{answer.text}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "    -"


@app.command()
def retrieve(
    passages: Annotated[Path, typer.Option("--passages", help='JSONL: {"id", "lang", "text", "title"?} a line.')],
    questions: QuestionFile,
    out: OutFile,
    depth: Annotated[int, typer.Option(min=1, max=1000, help="Hits per question.")] = 10,
    embedder: EmbedderName = embed.DEFAULT,
    cache: CacheFolder = CACHE,
) -> None:
    """Rank ready passages for every question of a file; vectors are kept, so that a second run is fast.

    Exit status: 0 all ranked, 1 some questions or the model could not be taken, 2 wrong usage.
    """
    from eval.retrieve import index_passages, retrieve_all

    with _told():
        rows = read_rows(questions, ("id", "question"))
        failed = 0
        with show_progress() as progress:
            ready = index_passages(passages, embedder, progress, cache)
            with out.open("w", encoding="utf-8") as stream:
                for result in retrieve_all(ready, rows, depth, lambda done: progress("searching", done, len(rows))):
                    failed += "error" in result
                    stream.write(to_line(result))
    _name_failed(failed)


@app.command()
def retrieval(
    folder: Annotated[Path, typer.Option("--set", help="Folder with passages.jsonl and questions.jsonl.")],
    out: Annotated[Path | None, typer.Option("--out", help="JSONL to write the scores to.")] = None,
    embedder: EmbedderName = embed.DEFAULT,
    cache: CacheFolder = CACHE,
) -> None:
    """Compare dense, lexical and fused search: hit@1, hit@5 and MRR@10 per language pair ("all": the mixed index)."""
    from eval.retrieve import compare, index_passages

    with _told():
        rows = read_rows(folder / "questions.jsonl", ("id", "lang", "question", "relevant"))
        if strange := sorted({str(row["lang"]) for row in rows} - set(Language)):
            raise BadFileError(f"{folder / 'questions.jsonl'}: lang must be kk, ru or en, not {', '.join(strange)}")
        with show_progress() as progress:
            ready = index_passages(folder / "passages.jsonl", embedder, progress, cache)
            scores = list(compare(ready, rows, lambda done, total: progress("searching", done, total)))
    typer.echo("pair       questions  ranking   hit@1  hit@5  MRR@10")
    for score in scores:
        pair = f"{score.asked}->{score.searched or 'all'}"
        typer.echo(
            f"{pair:<10} {score.questions:>9}  {score.ranking:<8}"
            f"  {score.hit_at_1:.3f}  {score.hit_at_5:.3f}   {score.mrr_at_10:.3f}"
        )
    if out:
        out.write_text("".join(to_line(asdict(score)) for score in scores), encoding="utf-8")


def _name_failed(failed: int) -> None:
    if failed:
        console.print(f'{failed} questions could not be taken; see their "error"', style="red", markup=False)
        raise typer.Exit(FAILED)


@contextmanager
def _told() -> Iterator[None]:
    """Say what went wrong on stderr and leave with the right status."""
    try:
        yield
    except BadFileError as error:
        console.print(str(error), style="red", markup=False)
        raise typer.Exit(WRONG_USAGE) from None
    except QuestionError as error:
        console.print(say(Language.EN, "errors", error.key, **error.values), style="red", markup=False)
        raise typer.Exit(WRONG_USAGE) from None
    except NothingToIndexError as error:
        reasons = "\n".join(map(str, [error, *error.problems]))
        console.print(reasons, style="red", markup=False)
        raise typer.Exit(FAILED) from None
    except (IndexUnusableError, EmbedderError, ModelMissingError, OSError) as error:
        console.print(str(error), style="red", markup=False)
        raise typer.Exit(FAILED) from None


if __name__ == "__main__":
    app(prog_name="python -m eval")
