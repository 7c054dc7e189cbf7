"""The command that measures how decisions are read."""

from pathlib import Path
from typing import Annotated

import typer

from eval.command_line import ReportFolder, app, told
from eval.jsonl import BadFileError
from index.progress import console, show_progress

GOLD = Path(__file__).parent / "decisions"
DOCUMENTS = Path(__file__).parent.parent / "corpus" / "documents"


@app.command()
def decisions(
    report: ReportFolder,
    gold: Annotated[Path, typer.Option("--gold", help="JSONL of gold decisions, or a folder of them.")] = GOLD,
    documents: Annotated[Path, typer.Option("--documents", help="Folder of the documents that are named.")] = DOCUMENTS,
    split: Annotated[str | None, typer.Option(help='Only texts of this split, such as "test".')] = None,
) -> None:
    """Read decisions out of gold texts, compare, and write report.html, report.md and report.json.

    Exit status: 0 measured, 2 wrong usage.
    """
    from corpus.decisions.read import read_decisions
    from eval.decisions import judge, passages_of, read_gold
    from eval.decisions_page import decisions_data, decisions_page, main_tables
    from eval.render import plain_table, write_report

    with told(), show_progress() as progress:
        rows = [row for row in read_gold(gold) if split is None or row.get("split") == split]
        if not rows:
            raise BadFileError(f"{gold} has no text{f' of the split {split!r}' if split else ''}")
        judged = []
        for done, row in enumerate(rows, start=1):
            passages = passages_of(row, documents)
            judged.append(judge(row, passages, read_decisions(passages)))
            progress("reading", done, len(rows))
        data = decisions_data(judged, {"gold": f"{len(rows)} texts of {gold}", "split": split or "all"})
        page = decisions_page(data)
        write_report(report, page, data)
    for table in main_tables(data):
        typer.echo(plain_table(table) + "\n")
    console.print(f"written: {report / 'report.html'}", markup=False)
