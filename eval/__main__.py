"""Command line of the measurements: run, compare and retrieval report; answer and retrieve write for other judges."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from assistant.evidence import WEIGHTS
from assistant.prompts import say
from assistant.understand import QuestionError
from corpus.passage import Language
from eval.jsonl import BadFileError, read_rows, to_line
from eval.ready import index_passages, retrieve_all
from eval.sets import read_cases
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
ReportFolder = Annotated[Path, typer.Option("--report", help="Folder for report.html, report.md and report.json.")]


@app.command()
def answer(
    index: Annotated[Path, typer.Option("--index", help="Folder of the index.")], questions: QuestionFile, out: OutFile
) -> None:
    """Answer every question of a file.

    Exit status: 0 all answered or abstained, 1 some questions or the index could not be taken, 2 wrong usage.
    """
    from assistant.pipeline import Assistant
    from eval.answer import answer_all
    from index.open import open_index

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
    questions: Annotated[
        Path, typer.Option("--questions", help="JSONL or a folder of it, a folder of ready passages, or SQuAD *.json.")
    ],
    report: ReportFolder,
    index: Annotated[
        Path | None, typer.Option("--index", help="Folder of the index; not needed where the questions bring passages.")
    ] = None,
    split: Annotated[str | None, typer.Option(help='Only questions of this split, such as "test".')] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many questions.")] = None,
    embedder: EmbedderName = embed.DEFAULT,
    cache: CacheFolder = CACHE,
) -> None:
    """Answer questions, judge the answers, and write report.html, report.md and report.json.

    Exit status: 0 measured (a question's error is counted, not fatal), 1 the index cannot be used, 2 wrong usage.
    """
    from eval.measure import measure_answers
    from eval.render import plain_table, write_report
    from eval.run_page import main_table, run_page

    with _told(), show_progress() as progress:
        make_index = partial(index_passages, embedder=embedder, progress=progress, cache=cache)
        data = measure_answers(questions, index, split, limit, make_index, progress)
        page = run_page(data)
        write_report(report, page, data)
    typer.echo(plain_table(main_table(data)))
    console.print(f"written: {report / 'report.html'}", markup=False)


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(metavar="A", help="report.json of a run, or its folder.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="The run to compare with it.")],
    report: Annotated[Path | None, typer.Option("--report", help="Markdown file to write.")] = None,
) -> None:
    """Say what run B does better or worse than run A on the questions that both were asked.

    Exit status: 0 compared, 2 a file is no report of a run or they share no question.
    """
    from eval.compare import compare_page, read_report
    from eval.render import markdown, plain_table

    with _told():
        page = compare_page(read_report(before), read_report(after))
        if report:
            report.write_text(markdown(page), encoding="utf-8")
    for section in page.sections:
        for table in section.tables:
            typer.echo(f"{table.caption}\n{plain_table(table)}\n")


@app.command()
def calibrate(
    index: Annotated[list[Path], typer.Option("--index", help="Folder of an index; repeatable.")],
    questions: Annotated[list[Path], typer.Option("--questions", help="Questions to each index, in the same order.")],
    split: Annotated[str, typer.Option(help="Only questions of this split.")] = "dev",
    false_abstention: Annotated[float, typer.Option(min=0, max=1, help="Share of right answers given up.")] = 0.04,
    out: Annotated[Path, typer.Option("--out", help="File to write; by default what Jauap reads.")] = WEIGHTS,
) -> None:
    """Fit the judgement whether the evidence answers; every index is asked its questions.

    Exit status: 0 written, 1 an index cannot be used, 2 wrong usage.
    """
    from eval.calibrate import fit, observe, strangers
    from index.open import open_index

    if len(index) != len(questions):
        raise typer.BadParameter("give as many --questions as --index")
    with _told():
        asked = [[case for case in read_cases(file).cases if case.split == split] for file in questions]
        pairs = zip(map(open_index, index), asked, strict=True)
        observed = [each for opened, cases in pairs for each in observe(opened, [*cases, *strangers()])]
        models = fit(observed, false_abstention)
    out.write_text(json.dumps({"models": models}, indent=1) + "\n", encoding="utf-8")
    typer.echo(f"{out}: fitted to {len(observed)} questions, {sum(each.right for each in observed)} answered rightly")


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
    from eval.passage_set import read_passages

    with _told():
        rows = read_rows(questions, ("id", "question"))
        failed = 0
        with show_progress() as progress:
            ready = index_passages(read_passages(passages), embedder, progress, cache)
            with out.open("w", encoding="utf-8") as stream:
                for result in retrieve_all(ready, rows, depth, lambda done: progress("searching", done, len(rows))):
                    failed += "error" in result
                    stream.write(to_line(result))
    _name_failed(failed)


@app.command()
def retrieval(
    questions: Annotated[Path, typer.Option("--set", help="Folder of ready passages and questions, or SQuAD *.json.")],
    report: ReportFolder,
    embedder: EmbedderName = embed.DEFAULT,
    cache: CacheFolder = CACHE,
) -> None:
    """Compare ways to search, by language of question and passages ("all": the mixed index), and write a report.

    Exit status: 0 measured, 1 the model cannot be used, 2 wrong usage.
    """
    from eval.render import plain_table, write_report

    with _told(), show_progress() as progress:
        from eval.rankings import measure_rankings
        from eval.retrieval_page import retrieval_page

        make_index = partial(index_passages, embedder=embedder, progress=progress, cache=cache)
        data = measure_rankings(questions, make_index, progress)
        page = retrieval_page(data)
        write_report(report, page, data)
    typer.echo(plain_table(page.sections[0].tables[0]))
    console.print(f"written: {report / 'report.html'}", markup=False)


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
        raise _stop(str(error), WRONG_USAGE) from None
    except QuestionError as error:
        raise _stop(say(Language.EN, "errors", error.key, **error.values), WRONG_USAGE) from None
    except NothingToIndexError as error:
        raise _stop("\n".join(map(str, [error, *error.problems])), FAILED) from None
    except ModuleNotFoundError as error:
        raise _stop(f"{error.name} is not installed; run: pip install -r requirements-eval.txt", FAILED) from None
    except (IndexUnusableError, EmbedderError, ModelMissingError, OSError) as error:
        raise _stop(str(error), FAILED) from None


def _stop(message: str, status: int) -> typer.Exit:
    console.print(message, style="red", markup=False)
    return typer.Exit(status)


if __name__ == "__main__":
    app(prog_name="python -m eval")
