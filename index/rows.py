"""Documents, passages and decisions as JSON objects, a line each on disk."""

from dataclasses import asdict
from datetime import date
from typing import Any

from corpus.decisions.values import Decision, Kind, Rule
from corpus.passage import Document, Language, Passage


def document_row(document: Document) -> dict[str, Any]:
    """Write a document."""
    return asdict(document) | {
        "published": document.published.isoformat() if document.published else None,
        "event_date": document.event_date.isoformat() if document.event_date else None,
    }


def to_document(row: dict[str, Any]) -> Document:
    """Read a document."""
    dates = {name: date.fromisoformat(row[name]) if row[name] else None for name in ("published", "event_date")}
    return Document(**row | dates | {"language": Language(row["language"]), "pages": tuple(row["pages"])})


def passage_row(passage: Passage) -> dict[str, Any]:
    """Only what the document does not tell: a passage is a slice of it."""
    return {
        "id": passage.id,
        "document": passage.document_id,
        "position": passage.position,
        "heading": passage.heading,
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
        "language": passage.language.value,
        "sentences": passage.sentences,
    }


def to_passage(row: dict[str, Any], document: Document) -> Passage:
    """Read a passage of `document`."""
    return Passage(
        id=row["id"],
        document_id=document.id,
        position=row["position"],
        title=document.title,
        heading=row["heading"],
        page=row["page"],
        start=row["start"],
        end=row["end"],
        language=Language(row["language"]),
        publisher=document.publisher,
        date=document.event_date or document.published,
        text=document.text[row["start"] : row["end"]],
        sentences=tuple((start, end) for start, end in row["sentences"]),
    )


def decision_row(decision: Decision) -> dict[str, Any]:
    """Only what the passage does not tell: a quote is a slice of it."""
    row = asdict(decision)
    for name in ("document_id", "passage_id", "language", "quote"):
        del row[name]
    days = {name: row[name].isoformat() if row[name] else None for name in ("issued_on", "deadline")}
    return {"passage": decision.passage_id} | row | days


def to_decision(row: dict[str, Any], passage: Passage) -> Decision:
    """Read a decision told in `passage`."""
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in ("issued_on", "deadline")}
    return Decision(
        id=row["id"],
        document_id=passage.document_id,
        passage_id=passage.id,
        start=row["start"],
        end=row["end"],
        language=passage.language,
        kind=Kind(row["kind"]),
        issued_by=row["issued_by"],
        issuer_post=row["issuer_post"],
        addressed_to=tuple(row["addressed_to"]),
        action=row["action"],
        deadline_text=row["deadline_text"],
        deadline_rule=Rule(row["deadline_rule"]) if row["deadline_rule"] else None,
        quote=passage.text[row["start"] : row["end"]],
        **days,
    )
