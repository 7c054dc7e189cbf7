"""Plain text made whole: Unicode form, invisible characters, hyphenated line ends, running headers and footers.

Words are never changed otherwise: what is cited must be found in the text as it stands here.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_LINE_BREAK = re.compile("\r\n?|[\u000b\f\u0085\u2028]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_HYPHEN_AT_END = re.compile(r"\b(?P<word>\w+)(?P<hyphen>[-\u2010\u00ad])\s*$")
_HYPHENATED = re.compile(r"\w+-\w")
_FIRST_HALVES = frozenset("премьер вице экс пресс бизнес интернет онлайн веб медиа научно социально self non".split())
_ACRONYM_LENGTH = 4
_SENTENCE_END = tuple(".!?:;…")
_CONTINUES = re.compile(r"(?!\d{1,2}[.)]\s)[a-zа-яёәіңғүұқөһ«(\d]")
_ITEM = re.compile(r"(?:[•●▪‣·*–—-]|\d{1,2}[.)])\s")
_DIGITS = re.compile(r"\d+")
FULL_LINE = 45
MIN_PAGES_FOR_REPEATS = 3


def clean(text: str) -> str:
    """Return `text` in NFC without invisible characters, with single spaces and at most one empty line in a row."""
    text = _SURROGATE.sub("\ufffd", _LINE_BREAK.sub("\n", text).replace("\u2029", "\n\n"))
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    lines = [_SPACES.sub(" ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def join_broken_lines(text: str) -> str:
    """Undo the line breaks of a page layout: rejoin hyphenated words and lines that stop in mid-sentence."""
    lines = [line.strip() for line in text.split("\n")]
    full = max(FULL_LINE, 0.75 * max(map(len, lines)))
    parts = lines[:1]
    for line in lines[1:]:
        parts[-1], seam = _seam(parts[-1], line, full)
        parts += [seam, line]
    return "".join(parts).strip()


def join_pages(pages: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """Join pages into one text, mending sentences that run over the page; return it and where each page starts."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for page in pages:
        if parts:
            parts[-1], seam = _seam(parts[-1], page, math.inf)
            parts.append(seam.replace("\n", "\n\n"))
            at += len(parts[-2]) + len(parts[-1])
        starts.append(at)
        parts.append(page)
    return "".join(parts), tuple(starts)


def drop_running_lines(pages: Sequence[str]) -> list[str]:
    """Remove first and last lines that recur on most pages (page numbers apart), as headers and footers do."""
    if len(pages) < MIN_PAGES_FOR_REPEATS:
        return list(pages)
    layouts = []
    for number, page in enumerate(pages):
        lines = page.split("\n")
        filled = [at for at, line in enumerate(lines) if line.strip()]
        edges = {at: _shape(lines[at], number) for at in {*filled[:2], *filled[-2:]}}
        layouts.append((lines, edges))
    counts = Counter(shape for _, edges in layouts for shape in set(edges.values()))
    running = {shape for shape, count in counts.items() if count > len(pages) / 2}
    return [
        "\n".join(line for at, line in enumerate(lines) if edges.get(at) not in running) for lines, edges in layouts
    ]


def _shape(line: str, page: int) -> str:
    """A line without its figures; of figures alone the first must count with the pages, or it is content."""
    line = line.strip().lower()
    if any(character.isalpha() for character in line):
        return _DIGITS.sub("#", line)
    first = _DIGITS.search(line)
    return _DIGITS.sub("#", line) + (str(int(first.group()[-9:]) - page) if first else "")


def _seam(previous: str, line: str, full: float) -> tuple[str, str]:
    """Return `previous` as it should stand before `line`, and what comes between: nothing, a space or a line break."""
    hyphenated = _HYPHEN_AT_END.search(previous)
    if hyphenated and line[:1].isalnum():
        hyphen = "-" if _is_part_of_word(hyphenated, line) else ""
        return previous[: hyphenated.start("hyphen")] + hyphen, ""
    return previous, " " if _runs_on(previous, line, full) else "\n"


def _is_part_of_word(hyphenated: re.Match[str], following: str) -> bool:
    """Tell the hyphen of `60-орын`, `ИИ-университет` or `Касым-Жомарт` from one that only divides a word."""
    word = hyphenated["word"]
    if hyphenated["hyphen"] == "\u00ad":
        return False
    if word[-1].isdigit() or following[0].isdigit() or len(word) == 1 or word.lower() in _FIRST_HALVES:
        return True
    if word.isupper():
        return len(word) <= _ACRONYM_LENGTH
    return following[0].isupper() or (word.isascii() and _HYPHENATED.match(following) is not None)


def _runs_on(previous: str, line: str, full: float) -> bool:
    if not previous or not line or previous.endswith(_SENTENCE_END) or _ITEM.match(line):
        return False
    return previous.endswith(",") or _CONTINUES.match(line) is not None or len(previous) >= full
