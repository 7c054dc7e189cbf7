"""Plain text made whole: Unicode form, invisible characters, hyphenated line ends, running headers and footers.

Words are never changed otherwise: what is cited must be found in the text as it stands here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n\s*(?=[a-zа-яёәіңғүұқөһ])")
_BROKEN_LINE = re.compile(r"(?<=[^\n.!?:;…])\n(?=[a-zа-яёәіңғүұқөһ«(\d])")
_DIGITS = re.compile(r"\d+")
MIN_PAGES_FOR_REPEATS = 3


def clean(text: str) -> str:
    """Return `text` in NFC without invisible characters, with single spaces and at most one empty line in a row."""
    text = _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    text = _INVISIBLE.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n\n"))
    text = unicodedata.normalize("NFC", text)
    lines = [_SPACES.sub(" ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def join_broken_lines(text: str) -> str:
    """Undo the line breaks of a page layout: rejoin hyphenated words and lines that stop in mid-sentence."""
    return _BROKEN_LINE.sub(" ", _HYPHENATED.sub("", text))


def drop_running_lines(pages: Sequence[str]) -> list[str]:
    """Remove first and last lines that recur on most pages (page numbers apart), as headers and footers do."""
    if len(pages) < MIN_PAGES_FOR_REPEATS:
        return list(pages)

    def shape(line: str) -> str:
        return _DIGITS.sub("#", line.strip().lower())

    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(shape(line) for lines in split for line in {*lines[:2], *lines[-2:]})
    running = {line for line, count in edges.items() if count > len(pages) / 2}
    kept = []
    for lines in split:
        inner = range(2, len(lines) - 2)
        kept.append("\n".join(line for at, line in enumerate(lines) if at in inner or shape(line) not in running))
    return kept
