"""Evidence and citations for tests: words found where they stand in an index or in a document made of them."""

from datetime import date

import numpy as np

from assistant.answer import Citation, Evidence
from corpus.passage import Document, Language, Passage
from corpus.split import split_document
from index.search import PassageIndex


def evidence_in(passages: list[Passage], quote: str, score: float = 1.0) -> Evidence:
    """Return `quote` as evidence from the first of `passages` that has it."""
    passage = next(passage for passage in passages if quote in passage.text)
    start = passage.text.index(quote)
    return Evidence(passage, start, start + len(quote), score, 0.9, 0.0, np.ones(1, np.float32))


def evidence_of(index: PassageIndex, *quotes: str) -> list[Evidence]:
    """Return `quotes` as evidence from `index`, best first."""
    return [evidence_in(list(index.passages), quote, 1 - at / 10) for at, quote in enumerate(quotes)]


def document_of(text: str, language: Language = Language.EN, **facts: object) -> Document:
    """Return a document of `text`; `facts` replace what is said of it."""
    declared: dict[str, object] = {
        "id": "law.md",
        "source": "law.md",
        "path": "law.md",
        "title": "The law",
        "language": language,
        "publisher": "zan.kz",
        "url": "https://example.org/law",
        "published": date(2025, 11, 18),
        "event_date": None,
        "text": text,
        "pages": (),
        "ready": False,
    }
    return Document(**{**declared, **facts})  # type: ignore[arg-type]


def citation_of(document: Document, quote: str, number: int = 1) -> Citation:
    """Cite `quote` from `document`."""
    found = evidence_in(split_document(document), quote)
    return Citation(number, document, found.passage, found.start, found.end)
