"""Markdown into the house's plain form: paragraphs, `#` headings, `•` or numbered items, one line a table row."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_HEADING_MARK = re.compile(r"^\s*#+ ", re.MULTILINE)
_ITEM = re.compile(r"(?:•|\d+[.)]) ")


def markdown_to_text(source: str) -> str:
    """Return `source` without its markup; links keep their text, images their description, code its lines."""
    blocks: list[str] = []
    prefix = ""
    rows: list[list[str]] = []
    in_table = False
    for token in _PARSER.parse(source):
        match token.type:
            case "heading_open":
                prefix = "#" * int(token.tag[1]) + " "
            case "list_item_open":
                prefix = f"{token.info}{token.markup} " if token.info else "• "
            case "table_open":
                in_table, rows = True, []
            case "tr_open":
                rows.append([])
            case "table_close":
                in_table = False
                blocks += table_rows(rows)
            case "inline" if in_table:
                rows[-1].append(_plain(token))
            case "inline":
                text = _plain(token) if prefix.startswith("#") else _HEADING_MARK.sub("", _plain(token))
                blocks.append(prefix + text if text else "")
                prefix = ""
            case "list_item_close":
                prefix = ""
            case "fence" | "code_block":
                blocks.append(_HEADING_MARK.sub("", token.content).strip())
            case "html_block":
                blocks.append(" ".join(_TAG.sub(" ", _UNSEEN.sub(" ", token.content)).split()))
    return join_blocks(blocks)


def join_blocks(blocks: list[str]) -> str:
    """Put an empty line between blocks, but a single line break before an item of a list."""
    return "".join(f"\n{block}" if _ITEM.match(block) else f"\n\n{block}" for block in blocks if block).strip()


def table_rows(rows: list[list[str]]) -> list[str]:
    """Write each row of a table as a sentence, `Index: EGDI; 2024: 24.`, so that it can be found and cited alone."""
    header, body = (rows[0], rows[1:]) if len(rows) > 1 else ([], rows)
    return [_sentence(header, row) for row in body]


def _sentence(header: list[str], cells: list[str]) -> str:
    named = [
        f"{header[at]}: {cell}" if at < len(header) and header[at] else cell for at, cell in enumerate(cells) if cell
    ]
    return "; ".join(named) + "." if named else ""


def _plain(inline: Token) -> str:
    parts = []
    for child in inline.children or []:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "html_inline":
            parts.append(" " if child.content.lower().startswith("<br") else "")
        else:
            parts.append(child.content)
    return " ".join("".join(parts).split())
