"""Word files into drafts: headings, paragraphs, lists and tables. Headers, footers, notes and pictures are left out."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.draft import DAMAGE, Draft, UnreadableError, declared_metadata
from corpus.markdown import join_blocks, table_rows

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement as WordElement
    from docx.table import _Row as WordRow

MAX_UNPACKED_BYTES = 1_000_000_000


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
    except (PackageNotFoundError, *DAMAGE) as error:
        raise UnreadableError(
            f"it is not a readable .docx ({error}); if it is encrypted or an old .doc, save it anew as .docx"
        ) from None
    yield Draft(join_blocks(blocks), declared_metadata(declared))


def _word_blocks(document: "WordDocument") -> Iterator[str]:
    from docx.table import Table

    styles = {style.style_id: style.name or "" for style in document.styles}
    body = document.element.body
    for copy in body.xpath(".//*[local-name()='Fallback']"):  # of a text box, for programs that cannot draw it
        copy.getparent().remove(copy)
    for element in body.xpath("(. | .//w:sdt[not(ancestor::w:tbl)]/w:sdtContent)/*[self::w:p or self::w:tbl]"):
        if element.tag.endswith("}tbl"):
            yield from table_rows([_word_row(row) for row in Table(element, document).rows])
            continue
        text = _word_text(element)
        style = styles.get(element.style, "")
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
    from docx.oxml.ns import qn

    signs = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:p"): " ", qn("w:noBreakHyphen"): "-"}
    parts = [signs.get(node.tag) or node.text or "" for node in element.iter(qn("w:t"), *signs)]
    return " ".join("".join(parts).split())
