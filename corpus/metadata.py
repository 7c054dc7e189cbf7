"""Title, date, publisher and language of a text: what its source declares, else what its first lines say."""

import re
from dataclasses import dataclass, replace
from datetime import date

from corpus.dates import find_date
from corpus.language import detect_language
from corpus.passage import Language

TITLE_LIMIT = 120
HEAD_LINES = 6
MAX_BESIDE_DATE = 12
_LABELLED_DATE = re.compile(
    r"^(?:date|published(?: on)?|дата(?: публикации)?|опубликовано|күні|жарияланған күні)\s*:?\s+(?=\d|[a-z])",
    re.IGNORECASE,
)
_NAME = r"[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w&-]*(?:\.[\w&-]+)*"
_PUBLISHER = re.compile(
    rf",\s+(?:передает|передаёт|сообщает|reports)\s+({_NAME}(?:\s{_NAME}){{0,3}})"
    r"|(?:деп хабарлайды|деп жазды)\s+([^.,;\n]{3,80})"
)
_AFTER_DATE = re.compile(r"\s*(?:года?\b|г\.|жыл\w*|ж\.)?[\s.,;:|–—-]*", re.IGNORECASE)
_NOT_CONTENT = re.compile(r"[\W\d_]+|\b(?:GMT|UTC|года?|г|жыл\w*|ж)\b", re.IGNORECASE)
_LAST_DOT = re.compile(r"[.,;:]+$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a text's origin; empty or None where nothing is."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    event_date: date | None = None
    language: Language | None = None


def complete(declared: Metadata, text: str, fallback_title: str) -> tuple[Metadata, str]:
    """Fill the gaps of `declared` from `text`; return it with the text less the lines that were only a date."""
    found, text = _take_date_line(text)
    first = next((line.lstrip("# ").strip() for line in text.split("\n") if line.strip()), "")
    publisher = _PUBLISHER.search(text[:4000])
    filled = replace(
        declared,
        title=declared.title or shorten(first) or fallback_title,
        publisher=declared.publisher
        or (_LAST_DOT.sub("", publisher.group(1) or publisher.group(2)) if publisher else ""),
        published=declared.published or found,
        language=declared.language or detect_language(text[:20_000]),
    )
    return filled, text


def shorten(line: str, limit: int = TITLE_LIMIT) -> str:
    """Cut `line` at a word to at most `limit` characters, with an ellipsis where anything was left out."""
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"


def _take_date_line(text: str) -> tuple[date | None, str]:
    """Find the date that heads the text: labelled before the first words, or in a line that is hardly more.

    The label goes, and a line that is nothing but a date; words stay.
    """
    lines = text.split("\n")
    for at, line in enumerate(lines[:HEAD_LINES]):
        found = find_date(line)
        if found is None:
            continue
        day, start, end = found
        label = _LABELLED_DATE.match(line)
        rest = _NOT_CONTENT.sub("", f"{line[:start]} {line[end:]}")
        if label and start <= label.end():
            lines[at] = _AFTER_DATE.sub("", line[end:], count=1)
        elif not rest:
            del lines[at]
        elif len(rest) > MAX_BESIDE_DATE:
            continue
        return day, "\n".join(lines).strip()
    return None, text
