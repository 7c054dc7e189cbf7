"""Question and result files: one JSON object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class BadFileError(Exception):
    """A question file that cannot be used; the message names the line and the remedy."""


def read_rows(path: Path, required: tuple[str, ...]) -> list[dict[str, Any]]:
    """Read objects that have the `required` fields; raise BadFileError naming the first line that does not."""
    return list(_rows(path, required))


def _rows(path: Path, required: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFileError(f"{path} cannot be read ({error}); give a JSONL file in UTF-8") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadFileError(f"{path}, line {number}: not valid JSON ({error.msg})") from None
        if not isinstance(row, dict) or any(name not in row for name in required):
            raise BadFileError(f"{path}, line {number}: an object with {', '.join(required)} is expected")
        yield row


def to_line(row: dict[str, Any]) -> str:
    """Write one object as a line."""
    return json.dumps(row, ensure_ascii=False) + "\n"
