"""An answer as HTML for the chat and as plain text for the terminal and the clipboard. Text of others is escaped."""

import html

from assistant.answer import Answer, Citation
from assistant.prompts import say, say_date
from corpus.passage import Language

CONTEXT = 400


def escape(text: str) -> str:
    """Escape `text` for HTML inside Markdown: every sign that either could take for its own becomes an entity."""
    return "".join(
        character if character.isalnum() or character in " ,;—–«»“”…" else f"&#{ord(character)};"
        for character in " ".join(text.split())
    )


def answer_html(answer: Answer, interface: Language, lines: int | None = None) -> str:
    """Write the answer with its citations as chips that open; only the first `lines` lines while it streams."""
    parts = []
    if answer.query.rewritten:
        understood = say(interface, "interface", "answer.understood", question=answer.query.standalone)
        parts.append(f'<p class="understood">{escape(understood)}</p>')
    shown = answer.text.split("\n")[:lines]
    parts += [f'<p lang="{answer.language}">{escape(line)}</p>' for line in shown]
    if lines is None and answer.citations:
        chips = "".join(_chip(citation, interface) for citation in answer.citations)
        label = escape(say(interface, "interface", "answer.sources"))
        parts.append(f'<div class="citations" role="group" aria-label="{label}">{chips}</div>')
    return f'<div class="answer">{"".join(parts)}</div>'


def plain_text(answer: Answer) -> str:
    """Write the answer with a list of its sources."""
    sources = [source_line(citation, answer.language) for citation in answer.citations]
    return "\n".join([answer.text, *([""] if sources else []), *sources])


def source_line(citation: Citation, interface: Language) -> str:
    """Name a citation's source on one line, with its address when known."""
    document = citation.document
    day = document.event_date or document.published
    line = say(
        interface,
        "interface",
        "terminal.source",
        number=citation.number,
        title=document.title,
        publisher=document.publisher or document.path,
        date=say_date(interface, day) if day else "—",
        language=say(interface, "interface", f"language.{citation.passage.language}"),
    )
    return f"{line}\n    {document.url}" if document.url else line


def _chip(citation: Citation, interface: Language) -> str:
    document, passage = citation.document, citation.passage
    day = document.event_date or document.published
    facts = [document.publisher, say_date(interface, day) if day else ""]
    if passage.page:
        facts.append(say(interface, "interface", "answer.page", page=passage.page))
    facts.append(say(interface, "interface", f"language.{passage.language}"))
    described = " · ".join(escape(fact) for fact in facts if fact)
    original = ""
    if document.url.startswith(("http://", "https://")):
        label = escape(say(interface, "interface", "answer.open_original"))
        original = f'<a href="{html.escape(document.url)}" target="_blank" rel="noopener noreferrer">{label}</a>'
    heading = f"<h4>{escape(passage.heading)}</h4>" if passage.heading else ""
    return (
        f'<details class="citation"><summary><b>{citation.number}</b> {described}</summary>'
        f'<div class="source" lang="{passage.language}"><h3>{escape(document.title)}</h3>{heading}'
        f"<blockquote>{in_context(citation)}</blockquote>{original}</div></details>"
    )


def in_context(citation: Citation) -> str:
    """Write the quote highlighted, with the text of the document around it; headings are set off."""
    text = citation.document.text
    start = citation.passage.start + citation.start
    end = citation.passage.start + citation.end
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before = ("…" if first else "") + text[first:start]
    after = text[end:last] + ("…" if last < len(text) else "")
    opening = "<br>" if before.endswith("\n") else " "
    closing = "<br>" if after.startswith("\n") else " "
    return f"{_lines(before)}{opening}<mark>{_lines(text[start:end])}</mark>{closing}{_lines(after)}"


def _lines(text: str) -> str:
    lines = (
        f"<b>{escape(line.lstrip('# '))}</b>" if line.startswith("#") else escape(line) for line in text.split("\n")
    )
    return "<br>".join(line for line in lines if line)
