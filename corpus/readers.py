"""One reader a file format: bytes in, drafts out (text with `#` headings, pages, and what the file says of itself).

A reader raises UnreadableError with a reason and a remedy; it never guesses at damaged content.
"""

import csv
import io
import json
import logging
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.clean import drop_running_lines, join_broken_lines
from corpus.dates import parse_date
from corpus.encoding import NotTextError, decode
from corpus.markdown import join_blocks, markdown_to_text, table_row
from corpus.metadata import Metadata
from corpus.passage import Language

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MAX_ROW_CHARACTERS = 10_000_000


class UnreadableError(Exception):
    """A file that cannot become text; the message gives the reason and the remedy."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as read: `pages` has the text page by page where the format has pages; `key` names a ready passage."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    pages: tuple[str, ...] = ()
    key: str = ""


def read_text(data: bytes) -> Iterator[Draft]:
    """Plain text."""
    yield Draft(_decode(data))


def read_markdown(data: bytes) -> Iterator[Draft]:
    """Markdown with optional YAML front matter: title, publisher, url, published, event_date, language."""
    import frontmatter
    import yaml

    try:
        post = frontmatter.loads(_decode(data))
    except (yaml.YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise UnreadableError(f"its front matter is not valid YAML ({reason}); mend the lines between '---'") from None
    yield Draft(markdown_to_text(post.content), _declared(post.metadata))


def read_html(data: bytes) -> Iterator[Draft]:
    """A web page: the article without menus and footers, and its metadata (trafilatura)."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = trafilatura.bare_extraction(
        _decode(data), with_metadata=True, include_formatting=True, include_tables=True, include_comments=False
    )
    if page is None or isinstance(page, dict) or not page.text:
        raise UnreadableError("no article text was found in the page; save its text as .txt or .md")
    declared = {
        "title": page.title,
        "publisher": page.sitename,
        "url": page.url,
        "published": page.date,
        "language": page.language if page.language in set(Language) else "",
    }
    yield Draft(markdown_to_text(page.text), _declared(declared))


def read_pdf(data: bytes) -> Iterator[Draft]:
    """PDF with a text layer, page by page; running headers and footers are dropped."""
    from pypdf import PdfReader
    from pypdf.errors import PdfReadError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("it is encrypted; save a copy without a password")
        pages = [page.extract_text() for page in reader.pages]
        info = reader.metadata
        declared = {"title": info.title, "published": info.creation_date} if info else {}
    except UnreadableError:
        raise
    except (PdfReadError, PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(f"it is damaged ({error}); open it in a PDF viewer and save it again") from None
    if not "".join(pages).strip():
        raise UnreadableError("it has no text layer (a scan?); run OCR over it first, for example ocrmypdf")
    pages = [join_broken_lines(page) for page in drop_running_lines(pages)]
    yield Draft("\n\n".join(pages), _declared(declared), tuple(pages))


def read_docx(data: bytes) -> Iterator[Draft]:
    """Word: headings, paragraphs, lists and tables in their order, and the core properties."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnreadableError(
            f"it is not a readable .docx ({error}); if it is encrypted or an old .doc, save it anew as .docx"
        ) from None
    properties = document.core_properties
    declared = {"title": properties.title, "published": properties.created}
    yield Draft(join_blocks(list(_word_blocks(document))), _declared(declared))


def _word_blocks(document: "WordDocument") -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in block.rows]
            yield from (table_row(rows[0], row) for row in rows[1:] or rows)
            continue
        style = (block.style.name or "") if block.style else ""
        level = style.removeprefix("Heading ")
        text = " ".join(block.text.split())
        if style == "Title" or level.isdigit():
            yield f"{'#' * (int(level) if level.isdigit() else 1)} {text}" if text else ""
        else:
            yield f"• {text}" if style.startswith("List") and text else text


def read_csv(data: bytes) -> Iterator[Draft]:
    """Ready passages, a row each; columns id, lang and text, and any of title, publisher, url, date."""
    text = _decode(data)
    csv.field_size_limit(MAX_ROW_CHARACTERS)
    try:
        dialect = csv.Sniffer().sniff(text[:5000].split("\n")[0], delimiters=",;\t")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), dialect=dialect))
    except csv.Error as error:
        raise UnreadableError(f"it is not a readable CSV ({error}); give it a header row: id,lang,text") from None
    for number, row in enumerate(rows, start=2):
        yield _ready_passage({name: value for name, value in row.items() if name}, f"line {number}")


def read_jsonl(data: bytes) -> Iterator[Draft]:
    """Ready passages, a JSON object a line: id, lang, text, and any of title, publisher, url, date."""
    for number, line in enumerate(_decode(data).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise UnreadableError(f"line {number} is not valid JSON ({error.msg}); mend or remove the line") from None
        if not isinstance(row, dict):
            raise UnreadableError(f'line {number} is not a JSON object; expected {{"id", "lang", "text"}}')
        yield _ready_passage(row, f"line {number}")


def _ready_passage(row: dict[str, Any], place: str) -> Draft:
    if missing := [name for name in ("id", "text") if not row.get(name)]:
        raise UnreadableError(f"{place} has no {' and no '.join(missing)}; every passage needs id and text")
    return Draft(str(row["text"]), _declared(row), key=str(row["id"]))


def _declared(values: dict[str, Any]) -> Metadata:
    """Take the known keys of front matter, metadata or a ready passage."""
    language = str(values.get("language") or values.get("lang") or "").lower()[:2]
    return Metadata(
        title=" ".join(str(values.get("title") or "").split()),
        publisher=str(values.get("publisher") or "").strip(),
        url=str(values.get("url") or "").strip(),
        published=parse_date(values.get("published") or values.get("date")),
        event_date=parse_date(values.get("event_date")),
        language=Language(language) if language in set(Language) else None,
    )


def _decode(data: bytes) -> str:
    try:
        return decode(data)
    except NotTextError as error:
        raise UnreadableError(f"{error}; save it as text in UTF-8") from None


READERS: dict[str, Callable[[bytes], Iterator[Draft]]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".csv": read_csv,
    ".jsonl": read_jsonl,
}
