"""Commands that measure retrieval: retrieve, retrieval, left-out."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from eval.command_line import (
    CACHE,
    CacheFolder,
    EmbedderName,
    OutFile,
    QuestionFile,
    ReportFolder,
    app,
    name_failed,
    told,
)
from eval.jsonl import read_rows, to_line
from eval.ready import index_passages, retrieve_all
from index import embed
from index.progress import console, show_progress

SET = "Folder of ready passages and questions, a SQuAD *.json, or questions with evidence to --index."
SetIndex = Annotated[Path | None, typer.Option("--index", help="Index for sets that bring no passages.")]
LEAST_SETS = 2


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

    with told():
        rows = read_rows(questions, ("id", "question"))
        failed = 0
        with show_progress() as progress:
            ready = index_passages(read_passages(passages), embedder, progress, cache)
            with out.open("w", encoding="utf-8") as stream:
                for result in retrieve_all(ready, rows, depth, lambda done: progress("searching", done, len(rows))):
                    failed += "error" in result
                    stream.write(to_line(result))
    name_failed(failed)


@app.command()
def retrieval(
    questions: Annotated[Path, typer.Option("--set", help=SET)],
    report: ReportFolder,
    index: SetIndex = None,
    embedder: EmbedderName = embed.DEFAULT,
    cache: CacheFolder = CACHE,
) -> None:
    """Compare ways to search, by language of question and passages ("all": the mixed index), and write a report.

    Exit status: 0 measured, 1 the model or the index cannot be used, 2 wrong usage.
    """
    from eval.render import plain_table, write_report

    with told(), show_progress() as progress:
        from eval.pools import open_set
        from eval.rankings import measure_rankings
        from eval.retrieval_page import retrieval_page
        from index.open import open_index

        make_index = partial(index_passages, embedder=embedder, progress=progress, cache=cache)
        data = measure_rankings(open_set(questions, make_index, open_index(index) if index else None), progress)
        page = retrieval_page(data)
        write_report(report, page, data)
    typer.echo(plain_table(page.sections[0].tables[0]))
    console.print(f"written: {report / 'report.html'}", markup=False)


@app.command()
def left_out(
    questions: Annotated[list[Path], typer.Option("--set", help=f"{SET} Repeatable, at least two.")],
    report: ReportFolder,
    index: SetIndex = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many questions of a set, evenly spaced.")] = None,
    embedder: EmbedderName = embed.DEFAULT,
    cache: CacheFolder = CACHE,
) -> None:
    """Judge each stage of the search on one set as chosen on the others, set by set, and write a report.

    Exit status: 0 measured, 1 the model or the index cannot be used, 2 wrong usage.
    """
    from eval.render import plain_table, write_report

    if len(set(questions)) < LEAST_SETS:
        raise typer.BadParameter("give at least two different --set")
    with told(), show_progress() as progress:
        from eval.left_out import left_out_page, measure_left_out
        from eval.pools import open_set
        from index.open import open_index

        make_index = partial(index_passages, embedder=embedder, progress=progress, cache=cache)
        opened = open_index(index) if index else None
        data = measure_left_out([open_set(path, make_index, opened) for path in questions], limit, progress)
        page = left_out_page(data)
        write_report(report, page, data)
    typer.echo(plain_table(page.sections[0].tables[0]))
    console.print(f"written: {report / 'report.html'}", markup=False)
