"""The values that flow through the house: languages, documents and the passages cut from them. No behaviour."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Language(StrEnum):
    """The three languages, by ISO 639-1 code."""

    KK = "kk"
    RU = "ru"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Document:
    """A source text after cleaning.

    `id` is unique in an index; `source` is the file's own id there, `path` its path relative to the corpus root.
    `pages` are the offsets in `text` at which pages start, empty where the format has none. `ready` texts are passages
    already and are not split.
    """

    id: str
    source: str
    path: str
    title: str
    language: Language
    publisher: str
    url: str
    published: date | None
    event_date: date | None
    text: str
    pages: tuple[int, ...]
    ready: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document: `text` is exactly `document.text[start:end]`; `page` counts from 1.

    `sentences` are (start, end) in `text`.
    """

    id: str
    document_id: str
    position: int
    title: str
    heading: str
    page: int | None
    start: int
    end: int
    language: Language
    publisher: str
    date: date | None
    text: str
    sentences: tuple[tuple[int, int], ...]
