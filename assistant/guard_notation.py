"""The notation in which `guard_orders.py` and `guard_personal.py` hold their words, read into regular expressions.

"word*" is a word with any ending; " … " up to five words that ask nothing; a space whatever stands between words of
a clause; "{name}" what stands by that name; the rest is regular expressions. Kazakh stands in Russian letters.
"""

import re
from collections.abc import Iterable, Mapping

from corpus.language import FOLD

_BETWEEN = r"[^\w.!?;:]+"
_FEW_WORDS = (
    rf"{_BETWEEN}(?:(?!(?:who|what|when|where|which|why|how|about|кто|что|когда|где|как\w{{0,3}}|сколько|почему|ли|про|"
    rf"ким\w*|кашан\w*|кай\w*|кандай\w*|канша\w*|туралы)\b)[\w'-]+{_BETWEEN}){{0,5}}?"
)
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_ENTRY = re.compile(r"\{([^\W\d][^{}]*|-[^{}]*)\}")
_ENDING = re.compile(r"(?:(?<!\\)(?<=\w)(?<!\\\w)|(?<=\w\)))\*")
_ANY_ENDING = r"\\w*"
_CAPITALS = {ord(chr(own).upper()): str(other).upper() for own, other in FOLD.items()}
_LETTERS: dict[int, int | str] = {**FOLD, **_CAPITALS, ord("’"): "'"}


def compiled(patterns: Iterable[str], named: Mapping[str, str]) -> re.Pattern[str]:
    """Make one expression of `patterns`, which matches whole words in any case."""

    def read(pattern: str) -> str:
        pattern = _GROUP.sub("(?:", pattern).replace(" … ", _FEW_WORDS).replace(" ", _BETWEEN)
        return _ENTRY.sub(lambda match: f"(?:{read(named[match[1]])})", pattern)

    joined = "|".join(f"(?:{_ENDING.sub(_ANY_ENDING, read(pattern))})" for pattern in patterns)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def in_russian_letters(text: str) -> str:
    """Return `text` without Kazakh letters and curved apostrophes, as long as before; all capitals as small ones."""
    return (text.lower() if text.isupper() and len(text) == len(text.lower()) else text).translate(_LETTERS)
