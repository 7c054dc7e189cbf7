"""Entries of the register written out: JSON lines, CSV, a calendar (RFC 5545)."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from assistant.register.merge import Entry
from corpus.decisions.values import Decision
from corpus.passage import Document

FIELDS = (
    "id",
    "kind",
    "status",
    "issued_by",
    "issuer_post",
    "addressed_to",
    "action",
    "issued_on",
    "deadline",
    "deadline_text",
    "deadline_rule",
    "language",
    "document",
    "title",
    "quote",
    "url",
    "sources",
    "changed_by",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def entry_row(entry: Entry, documents: Mapping[str, Document]) -> dict[str, Any]:
    """Return an entry as a JSON object; `sources` are all places that tell it, `changed_by` what closed it."""
    decision = entry.first
    document = documents[decision.document_id]
    return {
        "id": decision.id,
        "kind": decision.kind.value,
        "status": entry.status.value,
        "issued_by": decision.issued_by,
        "issuer_post": decision.issuer_post,
        "addressed_to": list(decision.addressed_to),
        "action": decision.action,
        "issued_on": decision.issued_on.isoformat() if decision.issued_on else None,
        "deadline": decision.deadline.isoformat() if decision.deadline else None,
        "deadline_text": decision.deadline_text or None,
        "deadline_rule": decision.deadline_rule.value if decision.deadline_rule else None,
        "language": decision.language.value,
        "document": document.path,
        "title": document.title,
        "quote": decision.quote,
        "url": document.url,
        "sources": [_place(told, documents) for told in entry.told],
        "changed_by": _place(entry.changed_by, documents) if entry.changed_by else None,
    }


def jsonl(entries: Iterable[Entry], documents: Mapping[str, Document]) -> str:
    """Write an object a line."""
    return "".join(json.dumps(entry_row(entry, documents), ensure_ascii=False) + "\n" for entry in entries)


def csv_text(entries: Iterable[Entry], documents: Mapping[str, Document]) -> str:
    """Write a table with a head; lists are joined by "; "; what a spreadsheet would take for a formula is quoted."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(FIELDS)
    for entry in entries:
        row = entry_row(entry, documents)
        row["addressed_to"] = "; ".join(row["addressed_to"])
        row["sources"] = "; ".join(source["id"] for source in row["sources"])
        row["changed_by"] = row["changed_by"]["id"] if row["changed_by"] else ""
        writer.writerow([_plain(row[name]) for name in FIELDS])
    return stream.getvalue()


def ics(entries: Iterable[Entry], documents: Mapping[str, Document]) -> str:
    """Write the deadlines as whole-day events of a calendar; entries without one are left out."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Jauap//Register of decisions//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        if entry.deadline is None:
            continue
        decision = entry.first
        document = documents[decision.document_id]
        event = Event()
        event.add("uid", f"{decision.id}@jauap")
        # The calendar of the same register is the same file: an event is stamped with the day of its decision.
        event.add("dtstamp", datetime.combine(entry.issued_on or entry.deadline, time(), UTC))
        event.add("dtstart", entry.deadline)
        event.add("dtend", entry.deadline + timedelta(days=1))
        event.add("summary", f"{', '.join(decision.addressed_to)}: {decision.action}".lstrip(": "))
        event.add("description", f"{decision.quote}\n\n{document.title}")
        if document.url:
            event.add("url", document.url)
        event.add("categories", [decision.kind.value, entry.status.value])
        calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()


def _place(decision: Decision, documents: Mapping[str, Document]) -> dict[str, Any]:
    document = documents[decision.document_id]
    return {
        "id": decision.id,
        "language": decision.language.value,
        "document": document.path,
        "title": document.title,
        "issued_on": decision.issued_on.isoformat() if decision.issued_on else None,
        "quote": decision.quote,
    }


def _plain(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
