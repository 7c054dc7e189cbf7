"""Markdown into the house's plain form: paragraphs, `#` headings, `•` list items, one line per table row."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def markdown_to_text(source: str) -> str:
    """Return `source` without its markup; links keep their text, images their description."""
    blocks: list[str] = []
    prefix = ""
    header: list[str] = []
    row: list[str] = []
    for token in _PARSER.parse(source):
        match token.type:
            case "heading_open":
                prefix = "#" * int(token.tag[1]) + " "
            case "list_item_open":
                prefix = "• "
            case "table_open":
                header = []
            case "tr_open":
                row = []
            case "tr_close" if not header:
                header = row
            case "tr_close":
                blocks.append(table_row(header, row))
            case "th_open" | "td_open":
                prefix = "|"
            case "inline" if prefix == "|":
                row.append(_plain(token))
            case "inline":
                blocks.append(prefix + _plain(token))
                prefix = ""
            case "paragraph_close" | "tbody_close" | "heading_close":
                prefix = ""
            case "fence" | "code_block":
                blocks.append(token.content.strip())
    return join_blocks(blocks)


def join_blocks(blocks: list[str]) -> str:
    """Put an empty line between blocks, but a single line break before an item of a list."""
    return "".join(f"\n{block}" if block.startswith("• ") else f"\n\n{block}" for block in blocks if block).strip()


def table_row(header: list[str], cells: list[str]) -> str:
    """Write one row of a table as a sentence, `Index: EGDI; 2024: 24.`, so that it can be found and cited alone."""
    named = [
        f"{header[at]}: {cell}" if at < len(header) and header[at] else cell for at, cell in enumerate(cells) if cell
    ]
    return "; ".join(named) + "." if named else ""


def _plain(inline: Token) -> str:
    text = "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content for child in inline.children or []
    )
    return " ".join(text.split())
