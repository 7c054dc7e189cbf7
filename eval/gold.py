"""Does a text hold the gold? Compared without regard to case, kind of space and Unicode form."""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from os.path import commonprefix

from eval.cases import Gold

MOST = 0.8


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Return `text` in one case, one Unicode form (NFC) and with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def holds(text: str, quote: str) -> bool:
    """Tell whether one stretch of `text` has `quote`, or a stretch of at least MOST of the quote's characters."""
    text, quote = plain(text), plain(quote)
    need = math.ceil(MOST * len(quote))
    spare = len(quote) - need
    # A stretch of `need` characters covers the middle, wherever it begins.
    middle = quote[spare:need]
    at = text.find(middle) if middle else -1
    while at >= 0:
        before = len(commonprefix([text[:at][::-1], quote[:spare][::-1]]))
        after = len(commonprefix([text[at + len(middle) :], quote[need:]]))
        if before + len(middle) + after >= need:
            return True
        at = text.find(middle, at + 1)
    return False


def overlap(one: str, other: str) -> bool:
    """Tell whether the longer of two texts holds the shorter one."""
    shorter, longer = sorted((one, other), key=lambda text: len(plain(text)))
    return holds(longer, shorter)


def has_string(text: str, string: str) -> bool:
    """Tell whether `text` has `string`; a number in it is not found within a longer one ("31" not in "131")."""
    string = plain(string)
    before = r"(?<!\d)" if string[:1].isdigit() else ""
    after = r"(?!\d)" if string[-1:].isdigit() else ""
    return re.search(f"{before}{re.escape(string)}{after}", plain(text)) is not None


def groups_found(text: str, groups: Iterable[Iterable[str]]) -> int:
    """Count the groups of which `text` has a string."""
    return sum(any(has_string(text, string) for string in group) for group in groups)


def is_right(gold: Gold, text: str, quotes: Sequence[str]) -> bool:
    """Tell whether an answer of `text` that cites `quotes` is right."""
    if any(has_string(text, string) for string in gold.must_not_contain):
        return False
    if gold.must_contain:
        return groups_found(text, gold.must_contain) == len(gold.must_contain)
    return gold.answerable and any(carries(gold, quote) for quote in quotes)


def carries(gold: Gold, quote: str) -> bool:
    """Tell whether `quote` overlaps gold evidence or has a string of a group."""
    return any(overlap(quote, evidence) for evidence in gold.evidence) or groups_found(quote, gold.must_contain) > 0
