"""Files of an index: JSON, JSONL, checksums, and writes that outlast a crash."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Have the system write a file or folder to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_json(path: Path, value: object) -> None:
    """Write a value as JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def read_json(path: Path) -> Any:  # noqa: ANN401
    """Read a value from JSON."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_rows(path: Path, rows: Iterator[dict[str, Any]]) -> None:
    """Write objects as JSON, one a line."""
    with path.open("w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file, one a line."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)
