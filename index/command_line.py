"""What command lines share: exit statuses, how one stops with a message, and days as they are typed."""

from datetime import date

import typer

from index.progress import console

FAILED, WRONG_USAGE = 1, 2
DAY = "YYYY-MM-DD"


def stop(message: str, status: int) -> typer.Exit:
    """Say on stderr what went wrong and return what to raise."""
    console.print(message, style="red", markup=False)
    return typer.Exit(status)


def typed_day(text: str | None) -> date | None:
    """Read a day, None for none; the ValueError for anything else says how to write one."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"{text!r} is not a day; write it as {DAY}") from None
