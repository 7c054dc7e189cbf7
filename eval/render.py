"""A report as HTML that needs nothing else, as Markdown, and its tables for the terminal. Every text is escaped."""

import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval.page import Page, Table

TEMPLATES = Path(__file__).parent / "templates"
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&])")


def html(page: Page) -> str:
    """Return `page` as one HTML file with its charts in SVG."""
    return _environment(autoescape=True).get_template("report.html").render(page=page)


def markdown(page: Page) -> str:
    """Return `page` as Markdown, without charts."""
    return _environment(finalize=_one_line).get_template("report.md").render(page=page)


def plain_table(table: Table) -> str:
    """Return `table` in columns for the terminal, the first to the left and the others to the right."""
    rows = [table.head, *([f"{cell.text} {cell.note}".strip() for cell in row] for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for first, *others in rows:
        cells = [text.rjust(width) for text, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join([first.ljust(widths[0]), *cells]).rstrip())
    return "\n".join(lines)


def write_report(folder: Path, page: Page, data: dict[str, Any]) -> None:
    """Write report.html, report.md and report.json, which holds `data`, to `folder`; OSError when that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "report.html": html(page),
        "report.md": markdown(page),
        "report.json": json.dumps(data, ensure_ascii=False, indent=1),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", errors="replace")


def _environment(**options: Any) -> Environment:  # noqa: ANN401
    return Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, **options
    )


def _one_line(value: object) -> str:
    """Write a text so that Markdown takes nothing in it for markup."""
    return _MARKUP.sub(r"\\\1", " ".join(str(value).split()))
