"""What a reader gives: a text with what its file says of itself, or the reason why there is none."""

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from corpus.clean import clean
from corpus.dates import parse_date
from corpus.encoding import NotTextError, decode
from corpus.metadata import Metadata
from corpus.passage import Language

_EMPTY_TITLE = re.compile(
    r"untitled|без имени|document ?\d*|word document|microsoft word - .*|.*\.(?:docx?|pdf|indd)", re.I
)
# What the parsers of PDF and Word raise on damaged files, besides their own errors.
DAMAGE = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,  # with RecursionError and NotImplementedError
    SyntaxError,  # as lxml calls bad XML
    EOFError,
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


def decode_text(data: bytes) -> str:
    """Decode `data`; raise UnreadableError when it is no text."""
    try:
        return decode(data)
    except NotTextError as error:
        raise UnreadableError(f"{error}; save it as text in UTF-8") from None


def declared_metadata(values: dict[Any, Any]) -> Metadata:
    """Take the known keys of front matter, metadata or a ready passage."""
    known = {key_name(key): value for key, value in values.items()}
    title = one_line(known.get("title"))
    language = one_line(known.get("language") or known.get("lang")).lower()[:2]
    return Metadata(
        title="" if _EMPTY_TITLE.fullmatch(title) else title,
        publisher=one_line(known.get("publisher")),
        url=one_line(known.get("url")),
        published=parse_date(known.get("published") or known.get("date")),
        event_date=parse_date(known.get("event_date")),
        language=Language(language) if language in set(Language) else None,
    )


def key_name(key: object) -> str:
    """Return a key or column as it is looked up: small letters without white space around them."""
    return str(key).strip().lower()


def one_line(value: object) -> str:
    """A declared value on one line, clean as the text is; what is no text, number or date counts as absent."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return ""
    return " ".join(clean(str(value)).split())
