"""The register written out: JSON lines, CSV for spreadsheets, a calendar."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from assistant.register.export import FIELDS, csv_text, entry_row, ics, jsonl
from assistant.register.merge import Register
from assistant.register.select import Selection, select
from index.search import PassageIndex

CONTRACT = {
    *("id", "kind", "issued_by", "addressed_to", "action", "issued_on", "deadline", "deadline_text"),
    *("deadline_rule", "language", "document", "title", "quote"),
}


@pytest.fixture(scope="module")
def register(orders_index: PassageIndex) -> Register:
    return Register(orders_index)


def test_a_row_has_the_fields_of_the_contract(register: Register) -> None:
    documents = register.index.documents
    rows = [json.loads(line) for line in jsonl(select(register, Selection()), documents).splitlines()]
    assert len(rows) == 5
    assert all(row.keys() >= CONTRACT for row in rows)
    power = rows[0]
    assert power["deadline"] == "2025-12-08"
    assert power["deadline_rule"] == "within_months"
    assert power["issued_on"] == "2025-09-08"
    assert (power["kind"], power["status"]) == ("instruction", "superseded")
    assert len(power["addressed_to"]) == 1
    assert power["quote"]
    assert len(power["sources"]) == 3
    assert power["changed_by"]["document"] == "delay.ru.md"
    assert len({row["id"] for row in rows}) == 5
    adopted = rows[-1]
    assert (adopted["deadline"], adopted["deadline_text"], adopted["deadline_rule"]) == (None, None, None)


def test_a_table_can_be_read_back(register: Register) -> None:
    entries = select(register, Selection())
    rows = list(csv.DictReader(io.StringIO(csv_text(entries, register.index.documents))))
    assert len(rows) == len(entries)
    assert list(rows[0]) == list(FIELDS)
    assert [row["quote"] for row in rows] == [entry.first.quote for entry in entries]
    assert rows[0]["sources"].count(";") == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_what_a_spreadsheet_would_run_is_quoted(register: Register, start: str) -> None:
    entry = register.entries[0]
    hostile = replace(entry, told=(replace(entry.first, action=f'{start}HYPERLINK("http://example.org")'),))
    row = next(csv.DictReader(io.StringIO(csv_text([hostile], register.index.documents))))
    assert row["action"] == f'\'{start}HYPERLINK("http://example.org")'


def test_deadlines_are_whole_days_of_a_calendar(register: Register) -> None:
    entries = select(register, Selection())
    calendar = Calendar.from_ical(ics(entries, register.index.documents))
    events = calendar.walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [
        date(2025, 12, 8),
        date(2025, 12, 31),
        date(2026, 3, 1),
        date(2026, 9, 1),
    ]
    assert events[0].decoded("dtend") == date(2025, 12, 9)
    assert len({str(event["uid"]) for event in events}) == 4
    assert "Bektenov" in str(events[3]["description"])
    assert str(events[3]["summary"]).startswith("Ministry of Education: connect all rural schools")
    assert str(events[3]["url"]) == "https://example.org/other"


def test_events_are_stamped_with_the_day_of_the_decision(register: Register) -> None:
    """So that the calendar of the same register is the same file."""
    events = Calendar.from_ical(ics(select(register, Selection()), register.index.documents)).walk("VEVENT")
    assert [event.decoded("dtstamp").date() for event in events] == [
        date(2025, 9, 8),
        date(2025, 9, 8),
        date(2025, 12, 20),
        date(2026, 2, 1),
    ]


def test_line_breaks_and_separators_in_a_quote_do_no_harm(register: Register) -> None:
    entry = next(entry for entry in register.entries if entry.deadline)
    hostile = replace(entry, told=(replace(entry.first, quote='a;b,c\nBEGIN:VEVENT\r\n"d"'),))
    documents = register.index.documents
    assert len(Calendar.from_ical(ics([hostile], documents)).walk("VEVENT")) == 1
    assert next(csv.DictReader(io.StringIO(csv_text([hostile], documents), newline="")))["quote"] == hostile.first.quote
    assert entry_row(hostile, documents)["quote"] == hostile.first.quote
