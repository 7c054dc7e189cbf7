"""Evidence into a text with numbered citations, each checked against the stored document, within the length allowed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer import Citation, Evidence, Query
from assistant.prompts import say, say_date
from assistant.question_words import asks_for_several
from corpus.metadata import shorten
from corpus.passage import Document, Language

MAX_CHARACTERS = 700
MAX_CITATIONS, MAX_CITATIONS_IN_LIST = 3, 5
MAX_PUBLISHER = 40
SHORTEST_QUOTE = 60
ELLIPSIS = "…"


def write_extracted(
    query: Query, evidence: Sequence[Evidence], documents: Mapping[str, Document], differ: bool = False
) -> tuple[str, tuple[Citation, ...]]:
    """Write the quotes with source and number, a line each, more of them for a list; one too long is cut at a word.

    With `differ` the text begins by saying that the documents give different values. Without a quote that can be
    verified, the text is empty.
    """
    lines: list[str] = []
    citations: list[Citation] = []
    notice = say(query.language, "answers", "lead.differ") if differ else ""
    leads = len(notice) + bool(notice) + _room_for_lead(query.language, {found.passage.language for found in evidence})
    room = MAX_CHARACTERS - leads
    most = MAX_CITATIONS_IN_LIST if asks_for_several(query.search) else MAX_CITATIONS
    for found in evidence:
        if len(citations) == most:
            break
        number = len(citations) + 1
        tail = f" {source(query.language, documents[found.passage.document_id])} [{number}]"
        fitted = _fit(found, room - len(tail), required=not citations)
        if fitted is None:
            continue
        cut = ELLIPSIS if fitted.end < found.end else ""
        line = f"{' '.join(fitted.quote.split())}{cut}{tail}"
        citation = Citation(number, documents[found.passage.document_id], fitted.passage, fitted.start, fitted.end)
        if not is_verbatim(citation):
            continue
        lines.append(line)
        citations.append(citation)
        room -= len(line) + 1
    found_in = lead(query.language, {citation.passage.language for citation in citations})
    before = [part for part in (notice if len(citations) > 1 else "", found_in) if part]
    return "\n".join([*before, *lines]), tuple(citations)


def source(language: Language, document: Document) -> str:
    """Name publisher and date of `document` in brackets, as far as they are known; else its title."""
    day = document.event_date or document.published
    named = document.publisher or ("" if day else document.title)
    facts = [shorten(named, MAX_PUBLISHER), say_date(language, day) if day else ""]
    return f"({', '.join(fact for fact in facts if fact)})"


def is_verbatim(citation: Citation) -> bool:
    """Check that the quote stands in the passage, and the passage in the document, character for character."""
    passage, document = citation.passage, citation.document
    return (
        bool(citation.quote.strip())
        and document.id == passage.document_id
        and document.text[passage.start : passage.end] == passage.text
        and document.text[passage.start + citation.start : passage.start + citation.end] == citation.quote
    )


def lead(asked: Language, quoted: set[Language]) -> str:
    """Say in which language the quotes are when it is not only the question's."""
    if quoted <= {asked}:
        return ""
    return say(asked, "answers", f"lead.{min(quoted)}" if len(quoted) == 1 else "lead.mixed")


def _room_for_lead(asked: Language, found: set[Language]) -> int:
    if found <= {asked}:
        return 0
    return max(len(lead(asked, quoted)) + 1 for quoted in ({Language.KK}, {Language.RU}, {Language.EN}, set(Language)))


def _fit(found: Evidence, room: int, required: bool) -> Evidence | None:
    """Shorten the quote at a word to `room` characters; None if it does not fit and is not required."""
    if found.end - found.start <= room:
        return found
    if not required or room < SHORTEST_QUOTE:
        return None
    end = found.passage.text.rfind(" ", found.start, found.start + room)
    return replace(found, end=end if end > found.start else found.start + room - 1)
