"""What a question may not ask: instructions to the assistant are cut out, requests for personal data are refused.

Both are told by the words of `guard_words.py` and nothing else. Texts of documents need no guard: they are quoted, and
nothing in them is followed. Who holds an office and what was said in it is no personal data.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from assistant.guard_words import HEADINGS, NAMED, ORDERS
from corpus.language import FOLD, is_latin_kazakh, latin_to_cyrillic

Span = tuple[int, int]

_NAME = re.compile(r"\{(\D[^{},]*)\}")
_BETWEEN = r"[^\w.!?;:]+"
_FEW_WORDS = rf"{_BETWEEN}(?:(?!{{asks}}\b)[\w'-]+{_BETWEEN}){{0,5}}?"


def _compile(patterns: Iterable[str]) -> re.Pattern[str]:
    """Make one expression of patterns in the notation of `guard_words.py`; it matches whole words in any case."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns).replace(" … ", _FEW_WORDS)
    while _NAME.search(joined):
        joined = _NAME.sub(lambda match: f"(?:{NAMED[match[1]]})".replace(" … ", _FEW_WORDS), joined)
    return re.compile(rf"(?<!\w)(?:{re.sub(r'(?<=\w|\))\*(?!\w)|x', r'\\w*', joined)})(?!\w)", re.IGNORECASE)
