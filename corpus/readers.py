"""One reader a file format: bytes in, drafts out (text with `#` headings, pages, and what the file says of itself).

A reader raises UnreadableError with a reason and a remedy; it never guesses at damaged content.
"""

import io
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

from corpus.clean import drop_running_lines, join_broken_lines
from corpus.draft import DAMAGE, Draft, UnreadableError, declared_metadata, decode_text
from corpus.markdown import markdown_to_text
from corpus.passage import Language
from corpus.ready import read_csv, read_jsonl
from corpus.word import read_docx

_OPEN_FRONT_MATTER = re.compile(r"---\s*\n\w+:\s")


def read_text(data: bytes) -> Iterator[Draft]:
    """Plain text."""
    yield Draft(decode_text(data))


def read_markdown(data: bytes) -> Iterator[Draft]:
    """Markdown with optional YAML front matter: title, publisher, url, published, event_date, language."""
    declared, content = _front_matter(decode_text(data).strip())
    yield Draft(markdown_to_text(content), declared_metadata(declared))


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
        decode_text(data),
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
    yield Draft(markdown_to_text(page.text), declared_metadata(declared))


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
    except (PyPdfError, *DAMAGE) as error:
        raise UnreadableError(f"it is damaged ({error}); open it in a PDF viewer and save it again") from None
    if not "".join(pages).strip():
        raise UnreadableError("it has no text layer (a scan?); run OCR over it first, for example ocrmypdf")
    pages = [join_broken_lines(page) for page in drop_running_lines(pages)]
    yield Draft("\n\n".join(pages), declared_metadata(declared), tuple(pages))


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
