"""Words of the documents that spell a word in the other script: "Bektenov" for "Бектенов", "QazTech" for "казтех".

Both spellings are brought to one rough form in Latin letters, which keeps what transcriptions into English agree on.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from corpus.passage import Language
from index.terms import term

_SHORTEST, _LONG = 4, 6  # letters of a rough form: from _LONG on one letter may differ
_SHELF = 2
_LONGEST_ENDING = {Language.RU: 3, Language.KK: 6, Language.EN: 0}
_FROM_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
            "a b v g d e e j z i i k l m n o p r s t u f h ts c s s  i  e u a a g k n o u u h i".split(" "),
            strict=True,
        )
    )
)
_FROM_LATIN = (
    (r"shch|sch|sh", "s"),
    ("zh", "j"),
    ("kh", "h"),
    ("ch", "C"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ee", "i"),
    ("oo", "u"),
    (r"y(?=[aeou])", ""),
    (r"c(?=[eiy])", "s"),
    ("x", "ks"),
)
_LATIN_ALIKE = str.maketrans("cCqwy", "kckvi")


class Transcriptions:
    """The words of each language's documents, by their rough forms."""

    def __init__(self, words: Mapping[Language, Iterable[str]]) -> None:
        self._shelves: dict[tuple[Language, bool, str], list[str]] = {}
        for language, known in words.items():
            for word in known:
                form = rough(word)
                if len(form) >= _SHORTEST:
                    self._shelves.setdefault((language, word.isascii(), form[:_SHELF]), []).append(word)

    @lru_cache(1_000)  # noqa: B019 (one instance for each index)
    def of(self, word: str, source: Language, target: Language) -> tuple[str, ...]:
        """Return the terms of the words in `target` that spell `word`, lower case, of `source`, in the other script."""
        latin = word.isascii()
        form = rough(word)
        if len(form) < _SHORTEST:
            return ()
        ending = _LONGEST_ENDING[target if latin else source]
        found = []
        for known in self._shelves.get((target, not latin, form[:_SHELF]), ()):
            one, other = (form, rough(known)) if latin else (rough(known), form)
            if _alike(one, other, ending):
                found.append(term(known, target))
        return tuple(dict.fromkeys(found))


def rough(word: str) -> str:
    """Return the rough form of a word in lower case, of either script."""
    if word.isascii():
        for written, said in _FROM_LATIN:
            word = re.sub(written, said, word)
        word = word.translate(_LATIN_ALIKE)
    else:
        word = word.replace("кх", "х").translate(_FROM_CYRILLIC)
    return re.sub(r"(.)\1", r"\1", word)


def _alike(latin: str, cyrillic: str, ending: int) -> bool:
    """Tell whether `cyrillic` is `latin` with at most so long an ending, and in a long word one other letter."""
    if len(cyrillic) - len(latin) > min(ending, len(latin) - _SHORTEST + 2):
        return False
    most = 1 if len(latin) >= _LONG else 0
    return OSA.distance(latin, cyrillic[: len(latin)], score_cutoff=most) <= most
