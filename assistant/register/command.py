"""`python -m assistant decisions`: the register on the command line, in the format wanted."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.register.export import csv_text, ics, jsonl
from assistant.register.merge import Entry, Register, Status
from assistant.register.select import Selection, select
from corpus.decisions.values import Kind
from corpus.passage import Language
from index.bundled_model import ModelMissingError
from index.command_line import DAY, FAILED, WRONG_USAGE, stop, typed_day
from index.embed import EmbedderError
from index.open import open_index
from index.storage import IndexUnusableError

FILE_WIDTH = 140  # columns, where there is no terminal to fit


class Format(StrEnum):
    """How entries are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    ICS = "ics"


def decisions(
    index: Annotated[Path, typer.Option("--index", help="Folder of the index.")],
    since: Annotated[str | None, typer.Option(metavar=DAY, help="Decided on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar=DAY, help="Decided on this day or earlier.")] = None,
    due_after: Annotated[str | None, typer.Option(metavar=DAY, help="Due on this day or later.")] = None,
    due_before: Annotated[str | None, typer.Option(metavar=DAY, help="Due on this day or earlier.")] = None,
    addressee: Annotated[str, typer.Option(help="Who is to do it, in any of the three languages.")] = "",
    issuer: Annotated[str, typer.Option(help="Who decided, by name or post.")] = "",
    language: Annotated[Language | None, typer.Option(help="Only what is told in this language.")] = None,
    text: Annotated[str, typer.Option(help="Words that the decision has, in any form or language.")] = "",
    kind: Annotated[Kind | None, typer.Option(help="Only this kind.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only of this status.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar=DAY, help="As things stood on this day.")] = None,
    written: Annotated[Format, typer.Option("--format", help="How to write them.")] = Format.TABLE,
) -> None:
    """List what was decided: who told whom to do what, by when, and the sentence that says so.

    Exit status: 0 listed (also when nothing is found), 1 the index cannot be used, 2 wrong usage.
    """
    try:
        wanted = Selection(
            since=typed_day(since),
            until=typed_day(until),
            due_after=typed_day(due_after),
            due_before=typed_day(due_before),
            addressee=addressee,
            issuer=issuer,
            language=language,
            text=text,
            kind=kind,
            status=status,
            as_of=typed_day(as_of),
        )
        opened = open_index(index)
    except ValueError as error:
        raise stop(str(error), WRONG_USAGE) from None
    except (IndexUnusableError, EmbedderError, ModelMissingError) as error:
        raise stop(str(error), FAILED) from None
    entries = select(Register(opened), wanted)
    match written:
        case Format.TABLE:
            _print_table(entries)
        case Format.JSONL:
            typer.echo(jsonl(entries, opened.documents), nl=False)
        case Format.CSV:
            typer.echo(csv_text(entries, opened.documents), nl=False)
        case Format.ICS:
            typer.echo(ics(entries, opened.documents), nl=False)


def _print_table(entries: list[Entry]) -> None:
    """Print a table to standard output, wide enough to be read where that is no terminal."""
    output = Console()
    if not entries:
        output.print("no decision of this kind is told by the documents", markup=False)
        return
    table = Table(show_lines=True)
    for name in ("due", "decided", "status"):
        table.add_column(name, no_wrap=True)
    table.add_column("who → to whom", ratio=2)
    table.add_column("what", ratio=3)
    for entry in entries:
        decision = entry.first
        days = (day.isoformat() if day else "—" for day in (entry.deadline, entry.issued_on))
        issuer = decision.issued_by or decision.issuer_post
        who = " → ".join(filter(None, (issuer, ", ".join(decision.addressed_to))))
        told = f" ({len(entry.told)} documents)" if len(entry.told) > 1 else ""
        row = (*days, entry.status.value, who, f"{decision.action or decision.quote}{told}")
        table.add_row(*map(Text, row))
    if not output.is_terminal:
        output.width = max(output.width, FILE_WIDTH)
    output.print(table)
