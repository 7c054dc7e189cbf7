"""Documents into passages: whole sentences under one heading, about `size` characters, each an exact slice."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from corpus.language import detect_language
from corpus.passage import Document, Passage
from corpus.sentences import sentence_spans

HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
DEFAULT_SIZE = 300
OVERSIZE = 3


class Section(NamedTuple):
    """A stretch of text under one heading."""

    heading: str
    start: int
    end: int


@dataclass(slots=True)
class _Open:
    """The passage being gathered."""

    start: int
    end: int


def split_document(document: Document, size: int = DEFAULT_SIZE) -> list[Passage]:
    """Cut `document` into passages of about `size` characters (half to one and a half times, sentences permitting)."""
    if document.ready:
        return [_passage(document, 0, Section("", 0, len(document.text)), 0, len(document.text))]
    spans = [
        (section, start, end)
        for section in sections(document.text)
        for start, end in _gather(document.text, section, size)
    ]
    return [_passage(document, position, *span) for position, span in enumerate(spans)]


def sections(text: str) -> Iterator[Section]:
    """Yield the stretches between Markdown headings, without the heading lines."""
    heading, start = "", 0
    for match in HEADING.finditer(text):
        if text[start : match.start()].strip():
            yield Section(heading, start, match.start())
        heading, start = match.group(1).strip(), match.end()
    if text[start:].strip():
        yield Section(heading, start, len(text))


def _gather(text: str, section: Section, size: int) -> Iterator[tuple[int, int]]:
    """Join sentences while the passage stays nearest to `size`; a short remainder joins the passage before it."""
    done: list[tuple[int, int]] = []
    current: _Open | None = None
    for start, end in _pieces(text, section, size):
        if current is None:
            current = _Open(start, end)
        elif end - current.start <= size * 1.25:
            current.end = end
        else:
            done.append((current.start, current.end))
            current = _Open(start, end)
    if current is not None:
        short = current.end - current.start < size / 3
        if short and done and current.end - done[-1][0] <= size * 1.5:
            done[-1] = (done[-1][0], current.end)
        else:
            done.append((current.start, current.end))
    yield from done


def _pieces(text: str, section: Section, size: int) -> Iterator[tuple[int, int]]:
    """Sentences as (start, end) in the document; one far over the size is cut at the best separator."""
    body = text[section.start : section.end]
    for start, end in sentence_spans(body):
        if end - start <= OVERSIZE * size:
            yield section.start + start, section.start + end
            continue
        for cut_start, cut_end in _cut(body[start:end], size):
            yield section.start + start + cut_start, section.start + start + cut_end


def _cut(sentence: str, size: int) -> Iterator[tuple[int, int]]:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=size,
        chunk_overlap=0,
        separators=["\n", "; ", ", ", " ", ""],
        keep_separator="end",
        add_start_index=True,
    )
    for part in splitter.create_documents([sentence]):
        start = part.metadata["start_index"]
        yield start, start + len(part.page_content)


def _passage(document: Document, position: int, section: Section, start: int, end: int) -> Passage:
    text = document.text[start:end]
    return Passage(
        id=document.id if document.ready else f"{document.id}#{position}",
        document_id=document.id,
        position=position,
        title=document.title,
        heading=section.heading if section.heading != document.title else "",
        page=bisect_right(document.pages, start) if document.pages else None,
        start=start,
        end=end,
        language=document.language if document.ready else detect_language(text, document.language),
        publisher=document.publisher,
        date=document.event_date or document.published,
        text=text,
        sentences=tuple(sentence_spans(text)),
    )
