"""Commands that measure answers: answer, run, compare, calibrate."""

import json
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from assistant.evidence import WEIGHTS
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
from eval.jsonl import BadFileError, read_rows, to_line
from eval.ready import index_passages
from eval.sets import read_cases
from index import embed
from index.progress import console, show_progress


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

    with told():
        rows = read_rows(questions, ("id", "question"))
        assistant = Assistant(open_index(index))
        failed = 0
        with show_progress() as progress, out.open("w", encoding="utf-8") as stream:
            for result in answer_all(assistant, rows, lambda done: progress("answering", done, len(rows))):
                failed += "error" in result
                stream.write(to_line(result))
    name_failed(failed)


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
    cross_encoder: Annotated[bool, typer.Option(help="Let the cross-encoder read the sentences found.")] = True,
    cache: CacheFolder = CACHE,
) -> None:
    """Answer questions, judge the answers, and write report.html, report.md and report.json.

    Exit status: 0 measured (a question's error is counted, not fatal), 1 the index cannot be used, 2 wrong usage.
    """
    from eval.measure import measure_answers
    from eval.render import plain_table, write_report
    from eval.run_page import main_table, run_page

    with told(), show_progress() as progress:
        make_index = partial(index_passages, embedder=embedder, progress=progress, cache=cache)
        data = measure_answers(questions, index, split, limit, make_index, progress, cross_encoder)
        page = run_page(data)
        write_report(report, page, data)
    typer.echo(plain_table(main_table(data)))
    console.print(f"written: {report / 'report.html'}", markup=False)


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(metavar="A", help="report.json of a run or of retrieval, or its folder.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="What to compare with it.")],
    report: Annotated[Path | None, typer.Option("--report", help="Markdown file to write.")] = None,
) -> None:
    """Say what B does better or worse than A on the questions that both were asked: two runs, or two of retrieval.

    Exit status: 0 compared, 2 a file is no such report, they are of two kinds, or they share no question.
    """
    from eval.compare import compare_page, read_report
    from eval.compare_retrieval import compare_retrieval_page
    from eval.render import markdown, plain_table

    with told():
        old, new = read_report(before), read_report(after)
        if old["kind"] != new["kind"]:
            raise BadFileError(f"{before} is the report of a {old['kind']}, {after} of a {new['kind']}; give two alike")
        page = (compare_page if old["kind"] == "run" else compare_retrieval_page)(old, new)
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
    false_abstention: Annotated[float, typer.Option(min=0, max=1, help="Share of right answers given up.")] = 0.08,
    out: Annotated[Path, typer.Option("--out", help="File to write; by default what Jauap reads.")] = WEIGHTS,
) -> None:
    """Fit the judgement whether the evidence answers; every index is asked its questions.

    Exit status: 0 written, 1 an index cannot be used, 2 wrong usage.
    """
    from eval.calibrate import fit, observe, strangers
    from index.open import open_index

    if len(index) != len(questions):
        raise typer.BadParameter("give as many --questions as --index")
    with told():
        asked = [[case for case in read_cases(file).cases if case.split == split] for file in questions]
        pairs = zip(map(open_index, index), asked, strict=True)
        observed = [each for opened, cases in pairs for each in observe(opened, [*cases, *strangers()])]
        models = fit(observed, false_abstention)
    out.write_text(json.dumps({"models": models}, indent=1) + "\n", encoding="utf-8")
    typer.echo(f"{out}: fitted to {len(observed)} questions, {sum(each.right for each in observed)} answered rightly")
