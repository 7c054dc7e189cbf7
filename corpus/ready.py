"""Files of ready passages into drafts: a row or line each, with an id of its own."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from corpus.draft import Draft, UnreadableError, declared_metadata, decode_text, key_name, one_line

MAX_ROW_CHARACTERS = 10_000_000
DELIMITERS = ",;\t"


def read_csv(data: bytes) -> Iterator[Draft]:
    """Ready passages, a row each; columns id, lang and text, and any of title, publisher, url, date."""
    text = decode_text(data)
    csv.field_size_limit(MAX_ROW_CHARACTERS)
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        for row in rows:
            place = f"line {rows.line_num}"
            if None in row:
                raise UnreadableError(f"{place} has more columns than the header; put text with commas in quotes")
            yield _ready_passage({key_name(name): value for name, value in row.items() if value}, place)
    except csv.Error as error:
        raise UnreadableError(f"it is not a readable CSV ({error}); mend its quotes and separators") from None


def _delimiter(text: str) -> str:
    """The sign that parts the header row into id, text and other names."""
    header = text.lstrip().splitlines()[:1]
    for delimiter in DELIMITERS:
        names = {key_name(name) for name in next(csv.reader(header, delimiter=delimiter), [])}
        if {"id", "text"} <= names:
            return delimiter
    raise UnreadableError("its first row does not name the columns id and text; give it a header row: id,lang,text")


def read_jsonl(data: bytes) -> Iterator[Draft]:
    """Ready passages, a JSON object a line: id, lang, text, and any of title, publisher, url, date."""
    for number, line in enumerate(decode_text(data).split("\n"), start=1):
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
    key, text = one_line(row.get("id")), row.get("text")
    found = {"id": bool(key), "text": isinstance(text, str) and bool(text.strip())}
    if missing := [name for name, there in found.items() if not there]:
        raise UnreadableError(f"{place} has no {' and no '.join(missing)}; every passage needs id and text")
    return Draft(str(text), declared_metadata(row), key=key)
