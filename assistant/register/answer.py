"""Entries of the register as an answer: a line each with its deadline and quote, and a citation that can be opened."""

from collections.abc import Mapping, Sequence

from assistant.answer import Citation, Query
from assistant.cite import is_verbatim, lead, source
from assistant.prompts import say, say_date
from assistant.register.merge import Entry
from corpus.metadata import shorten
from corpus.passage import Document, Passage

MOST = 7
LONGEST_QUOTE = 260


def write_entries(
    query: Query, entries: Sequence[Entry], documents: Mapping[str, Document], passages: Mapping[str, Passage]
) -> tuple[str, tuple[Citation, ...]]:
    """Write the first entries, and how many there are; quotes too long for a line are shortened in the text only."""
    lines: list[str] = []
    citations: list[Citation] = []
    for entry in entries[:MOST]:
        decision = entry.first
        document, passage = documents[decision.document_id], passages[decision.passage_id]
        citation = Citation(len(citations) + 1, document, passage, decision.start, decision.end)
        if not is_verbatim(citation):
            continue
        quote = shorten(" ".join(decision.quote.split()), LONGEST_QUOTE)
        facts = " · ".join(filter(None, (_due(query, entry), _state(query, entry))))
        start = f"{facts}: " if facts else ""
        lines.append(f"— {start}{quote} {source(query.language, document)} [{citation.number}]")
        citations.append(citation)
    if not citations:
        return "", ()
    found = say(query.language, "register", "answer.found", shown=len(lines), count=len(entries))
    quoted = lead(query.language, {citation.passage.language for citation in citations})
    return "\n".join(filter(None, (found, quoted, *lines))), tuple(citations)


def _due(query: Query, entry: Entry) -> str:
    return (
        say(query.language, "register", "answer.due", day=say_date(query.language, entry.deadline))
        if entry.deadline
        else ""
    )


def _state(query: Query, entry: Entry) -> str:
    """Say what became of it where a later document tells."""
    return say(query.language, "register", f"state.{entry.status}") if entry.changed_by else ""
