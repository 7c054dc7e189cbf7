"""Question and result files: one JSON object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class BadFileError(Exception):
    """A question file that cannot be used; the message names the line and the remedy."""


def read_rows(path: Path, required: tuple[str, ...]) -> list[dict[str, Any]]:
    """Read objects that have the `required` fields; raise BadFileError naming the first line that does not."""
    return [row for _, row in numbered_rows(path, required)]


def numbered_rows(path: Path, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows with the numbers of their lines; raise BadFileError as `read_rows` does."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFileError(f"{path} cannot be read ({error}); give a JSONL file in UTF-8") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise BadFileError(f"{path}, line {number}: not valid JSON ({error})") from None
        if not isinstance(row, dict) or any(name not in row for name in required):
            raise BadFileError(f"{path}, line {number}: an object with {', '.join(required)} is expected")
        yield number, row


def to_line(row: dict[str, Any]) -> str:
    """Write one object as a line, with a question mark for halves of characters that UTF-8 cannot write."""
    return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace").decode()
