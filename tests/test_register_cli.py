"""`python -m assistant decisions`: formats, filters and what goes wrong."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from assistant.__main__ import app
from index.open import open_index


@pytest.fixture(scope="module", autouse=True)
def _opened_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assistant.register.command.open_index", cache(open_index))
        yield


def listed(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["decisions", "--index", str(folder), *arguments], env={"COLUMNS": "200"})


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_table_by_default(orders_folder: Path) -> None:
    result = listed(orders_folder)
    assert result.exit_code == 0
    assert "2026-09-01" in result.stdout
    assert "3 documents" in result.stdout
    assert "superseded" in result.stdout


def test_a_line_each_as_json(orders_folder: Path) -> None:
    found = rows(listed(orders_folder, "--format", "jsonl"))
    assert [row["deadline"] for row in found] == ["2025-12-08", "2025-12-31", "2026-03-01", "2026-09-01", None]


@pytest.mark.parametrize(
    ("arguments", "deadlines"),
    [
        (["--due-before", "2025-12-31"], ["2025-12-08", "2025-12-31"]),
        (["--due-after", "2026-01-01"], ["2026-03-01", "2026-09-01"]),
        (["--since", "2026-01-01"], ["2026-09-01", None]),
        (["--until", "2025-09-30"], ["2025-12-08", "2025-12-31"]),
        (["--addressee", "министерство энергетики"], ["2025-12-08", "2026-03-01"]),
        (["--issuer", "Бектенов", "--language", "en"], ["2026-09-01"]),
        (["--text", "school"], ["2026-09-01"]),
        (["--status", "done", "--kind", "instruction"], ["2025-12-31"]),
        (["--as-of", "2025-10-01"], ["2025-12-08", "2025-12-31"]),
        (["--text", "fish"], []),
    ],
)
def test_filters(orders_folder: Path, arguments: list[str], deadlines: list[str | None]) -> None:
    assert [row["deadline"] for row in rows(listed(orders_folder, *arguments, "--format", "jsonl"))] == deadlines


def test_csv_and_calendar(orders_folder: Path) -> None:
    table = listed(orders_folder, "--format", "csv")
    assert table.stdout.startswith("id,kind,status,issued_by")
    calendar = Calendar.from_ical(listed(orders_folder, "--format", "ics").stdout_bytes.decode())
    assert len(calendar.walk("VEVENT")) == 4


def test_nothing_found_is_said_and_no_error(orders_folder: Path) -> None:
    result = listed(orders_folder, "--text", "fish")
    assert (result.exit_code, result.stdout.strip()) == (0, "no decision of this kind is told by the documents")


@pytest.mark.parametrize("option", ["--since", "--until", "--due-before", "--due-after", "--as-of"])
def test_a_day_that_is_none_is_named(orders_folder: Path, option: str) -> None:
    result = listed(orders_folder, option, "tomorrow")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'tomorrow' is not a day; write it as YYYY-MM-DD" in result.stderr


def test_an_index_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = listed(tmp_path / "none")
    assert result.exit_code == 1
    assert "there is none yet; build it: python -m index build" in result.stderr.replace("\n", " ")
