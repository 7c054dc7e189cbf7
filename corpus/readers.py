"""One reader a file format: bytes in, drafts out (text with `#` headings, pages, and what the file says of itself).

A reader raises UnreadableError with a reason and a remedy; it never guesses at damaged content.
"""

import csv
import io
import json
import logging
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.clean import clean, drop_running_lines, join_broken_lines
from corpus.dates import parse_date
from corpus.encoding import NotTextError, decode
from corpus.markdown import join_blocks, markdown_to_text, table_rows
from corpus.metadata import Metadata
from corpus.passage import Language

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement as WordElement
    from docx.table import _Row as WordRow

MAX_ROW_CHARACTERS = 10_000_000
DELIMITERS = ",;\t"
MAX_UNPACKED_BYTES = 1_000_000_000
_OPEN_FRONT_MATTER = re.compile(r"---\s*\n\w+:\s")
_EMPTY_TITLE = re.compile(
    r"untitled|без имени|document ?\d*|word document|microsoft word - .*|.*\.(?:docx?|pdf|indd)", re.I
)
# What the parsers of PDF and Word raise on damaged files, besides their own errors.
_DAMAGE = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
)


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
    declared, content = _front_matter(_decode(data).strip())
    yield Draft(markdown_to_text(content), _declared(declared))


def _front_matter(text: str) -> tuple[dict[Any, Any], str]:
    """Part `text` into its front matter and the rest; rules that enclose anything but keys and values are content."""
    import frontmatter
    import yaml

    handler = frontmatter.YAMLHandler()
    parts = handler.FM_BOUNDARY.split(text, 2) if handler.detect(text) else []
    if len(parts) < 3:
        if _OPEN_FRONT_MATTER.match(text):
            raise UnreadableError("its front matter has no end; put '---' on a line of its own after it")
        return {}, text
    try:
        values = handler.load(parts[1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise UnreadableError(f"its front matter is not valid YAML ({reason}); mend the lines between '---'") from None
    return (values, parts[2]) if isinstance(values, dict) else ({}, text)


def read_html(data: bytes) -> Iterator[Draft]:
    """A web page: the article without menus and footers, and its metadata (trafilatura)."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = trafilatura.bare_extraction(
        _decode(data),
        with_metadata=True,
        include_formatting=True,
        include_tables=True,
        include_comments=False,
        # The extensive search takes a year in the text for the first of January.
        date_extraction_params={"extensive_search": False, "original_date": True},
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
    from pypdf.errors import DependencyError, PyPdfError

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
    except DependencyError as error:
        raise UnreadableError(f"it is encrypted ({error}); save a copy without a password") from None
    except (PyPdfError, *_DAMAGE) as error:
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
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(member.file_size for member in package.infolist())
        if unpacked > MAX_UNPACKED_BYTES:
            raise UnreadableError(f"it unpacks to {unpacked / 1e6:,.0f} MB; save it anew without its pictures")
        document = Document(io.BytesIO(data))
        properties = document.core_properties
        declared = {"title": properties.title, "published": properties.created}
        blocks = list(_word_blocks(document))
    except (PackageNotFoundError, *_DAMAGE) as error:
        raise UnreadableError(
            f"it is not a readable .docx ({error}); if it is encrypted or an old .doc, save it anew as .docx"
        ) from None
    yield Draft(join_blocks(blocks), _declared(declared))


def _word_blocks(document: "WordDocument") -> Iterator[str]:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    body = document.element.body
    for element in body.xpath("(. | .//w:sdt[not(ancestor::w:tbl)]/w:sdtContent)/*[self::w:p or self::w:tbl]"):
        if element.tag.endswith("}tbl"):
            yield from table_rows([_word_row(row) for row in Table(element, document).rows])
            continue
        paragraph = Paragraph(element, document)
        text = _word_text(element)
        style = (paragraph.style.name or "") if paragraph.style else ""
        if style.lower().startswith("toc "):
            continue
        level = style.removeprefix("Heading ")
        if style == "Title" or level.isdigit():
            yield f"{'#' * min(int(level) if level.isdigit() else 1, 6)} {text}" if text else ""
        else:
            yield f"• {text}" if style.startswith("List") and text else text


def _word_row(row: "WordRow") -> list[str]:
    """The cells of a row; a cell that spans several columns counts once."""
    cells = [cell._tc for cell in row.cells]
    return ["" if at and cells[at - 1] is cell else _word_text(cell) for at, cell in enumerate(cells)]


def _word_text(element: "WordElement") -> str:
    """The text of a paragraph or cell, insertions under review included, deletions not."""
    signs = {"tab": " ", "br": " ", "cr": " ", "p": " ", "noBreakHyphen": "-"}
    parts = []
    for node in element.xpath(f".//w:t | {' | '.join(f'.//w:{name}' for name in signs)}"):
        name = node.tag.rpartition("}")[2]
        if not node.xpath("ancestor::*[local-name()='Fallback']"):
            parts.append((node.text or "") if name == "t" else signs[name])
    return " ".join("".join(parts).split())


def read_csv(data: bytes) -> Iterator[Draft]:
    """Ready passages, a row each; columns id, lang and text, and any of title, publisher, url, date."""
    text = _decode(data)
    csv.field_size_limit(MAX_ROW_CHARACTERS)
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        for row in rows:
            place = f"line {rows.line_num}"
            if None in row:
                raise UnreadableError(f"{place} has more columns than the header; put text with commas in quotes")
            yield _ready_passage({_name(name): value for name, value in row.items() if value}, place)
    except csv.Error as error:
        raise UnreadableError(f"it is not a readable CSV ({error}); mend its quotes and separators") from None


def _delimiter(text: str) -> str:
    """The sign that parts the header row into id, text and other names."""
    header = text.lstrip().splitlines()[:1]
    for delimiter in DELIMITERS:
        names = {_name(name) for name in next(csv.reader(header, delimiter=delimiter), [])}
        if {"id", "text"} <= names:
            return delimiter
    raise UnreadableError("its first row does not name the columns id and text; give it a header row: id,lang,text")


def read_jsonl(data: bytes) -> Iterator[Draft]:
    """Ready passages, a JSON object a line: id, lang, text, and any of title, publisher, url, date."""
    for number, line in enumerate(_decode(data).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = str(error).split(": line ")[0]
            raise UnreadableError(f"line {number} is not valid JSON ({reason}); mend or remove the line") from None
        if not isinstance(row, dict):
            raise UnreadableError(f'line {number} is not a JSON object; expected {{"id", "lang", "text"}}')
        yield _ready_passage(row, f"line {number}")


def _ready_passage(row: dict[str, Any], place: str) -> Draft:
    key, text = _line(row.get("id")), row.get("text")
    found = {"id": bool(key), "text": isinstance(text, str) and bool(text.strip())}
    if missing := [name for name, there in found.items() if not there]:
        raise UnreadableError(f"{place} has no {' and no '.join(missing)}; every passage needs id and text")
    return Draft(str(text), _declared(row), key=key)


def _declared(values: dict[Any, Any]) -> Metadata:
    """Take the known keys of front matter, metadata or a ready passage."""
    known = {_name(key): value for key, value in values.items()}
    title = _line(known.get("title"))
    language = _line(known.get("language") or known.get("lang")).lower()[:2]
    return Metadata(
        title="" if _EMPTY_TITLE.fullmatch(title) else title,
        publisher=_line(known.get("publisher")),
        url=_line(known.get("url")),
        published=parse_date(known.get("published") or known.get("date")),
        event_date=parse_date(known.get("event_date")),
        language=Language(language) if language in set(Language) else None,
    )


def _name(key: object) -> str:
    return str(key).strip().lower()


def _line(value: object) -> str:
    """A declared value on one line, clean as the text is; what is no text, number or date counts as absent."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return ""
    return " ".join(clean(str(value)).split())


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
