"""Questions typed with the wrong keyboard layout put right: "rfpf[cnfy" is "казахстан", "цруе" is "what".

The Russian and the Kazakh layout are those of Windows and Linux over QWERTY. Whether a reading is right is told by
the share of its words that are known; a reading is taken only when it is plainly the better one.
"""

import re
from collections.abc import Callable

from corpus.language import KAZAKH_LETTERS

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
_KAZAKH_KEYS = {"2": "ә", "3": "і", "4": "ң", "5": "ғ", "8": "ү", "9": "ұ", "0": "қ", "-": "ө", "=": "һ"}
_TO_RUSSIAN: dict[int, str] = str.maketrans(dict(zip(_LATIN, _RUSSIAN, strict=True)))
_TO_KAZAKH: dict[int, str] = str.maketrans({**dict(zip(_LATIN, _RUSSIAN, strict=True)), **_KAZAKH_KEYS})
_TO_LATIN: dict[int, str] = str.maketrans(dict(zip(_RUSSIAN, _LATIN, strict=True)))
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_KNOWN, _MOST_KNOWN = 0.6, 0.34
_ENDS = re.compile(r"[?!.,/&\s]+$")
# What "?" and "," give on the Russian layout's keys, where a question ends.
_END_KEYS: dict[int, str] = str.maketrans({"/": ".", "&": "?"})


def mend_layout(text: str, known: Callable[[str], bool]) -> str:
    """Return `text` as it was meant if it was typed on another layout; `known` tells whether it knows a word."""
    before = _share_known(text, known)
    if before > _MOST_KNOWN:
        return text
    readings = [_typed_on(table, text) for table in (_TO_RUSSIAN, _TO_KAZAKH, _TO_LATIN)]
    best = max(readings, key=lambda reading: (_share_known(reading, known), -_kazakh_letters(reading)))
    return best if _share_known(best, known) >= max(_LEAST_KNOWN, 2 * before) else text


def _typed_on(table: dict[int, str], text: str) -> str:
    """Read the keys by another layout; marks at the end stay marks."""
    end = _ENDS.search(text)
    body = text[: end.start()] if end else text
    return body.translate(table) + (end.group().translate(_END_KEYS) if end else "")


def _share_known(text: str, known: Callable[[str], bool]) -> float:
    words = _WORD.findall(text.lower())
    return sum(map(known, words)) / len(words) if words else 0.0


def _kazakh_letters(text: str) -> int:
    return sum(letter in KAZAKH_LETTERS for letter in text)
