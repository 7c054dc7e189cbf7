"""Words as typed put back into the spelling that the documents hold.

"Казакстан канша", typed on a Russian keyboard, and "qazaqstan qansha", in Latin letters, become "қазақстан қанша"; a
word that nobody knows becomes the word of the documents that is a slip of the finger away: "суперкомпютер",
"goverment".
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.language import fold
from corpus.passage import Language

_KAZAKH_WORD = re.compile(r"[а-яёәғқңөұүһі]+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = str.maketrans({"ы": "и", "й": "и", "э": "е", "ъ": "", "ь": "", "щ": "ш"})
# Slips allowed in a word by its length; in short words one slip makes another word.
_SHORTEST, _LONG = 5, 9

# Words of questions, which documents seldom hold.
_QUESTION_WORDS = (
    "кім кімге кімнің кімді кімдер кімнен не нені неге ненің неден немен неліктен неше нешінші нешеу қай қайда қайдан "
    "қайсы қайсысы қайсысында қандай қанша қаншадан қаншаға қашан қашаннан қашанға қалай қалайша үшін туралы жөнінде "
    "бойынша қатысты дегеніміз деген күшіне күші тұрды тұр бар ма жоқ па екен ғой айтыңызшы айтшы керек мүмкін қазір "
    "бүгін ең көп аз бірінші екінші үшінші соңғы"
).split()  # fmt: skip


Counts = Mapping[Language, Mapping[str, int]]


def count_words(texts: Iterable[tuple[Language, str]]) -> dict[Language, Counter[str]]:
    """Count the lower-case words of texts by language."""
    counts: dict[Language, Counter[str]] = {language: Counter() for language in Language}
    for language, text in texts:
        counts[language].update(word.lower() for word in _WORD.findall(text))
    return counts


class Spelling:
    """The words of the documents; `knows` tells whether a word, lower case, is one of a language in any form."""

    def __init__(self, counts: Counts, knows: Callable[[str, Language], bool]) -> None:
        self.knows = knows
        self._known: dict[str, str] = {}
        frequency = {**counts.get(Language.KK, {}), **{word: 1_000_000 for word in _QUESTION_WORDS}}
        for word, _ in sorted(frequency.items(), key=lambda item: (item[1], item[0])):
            self._known[_skeleton(word)] = word
        # Of words equally near the first is taken: the most frequent.
        self._words = {
            language: {
                fold(word): word
                for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))
                if len(word) >= _SHORTEST - 1
            }
            for language, words in counts.items()
        }

    def restore(self, text: str) -> str:
        """Respell the words of Kazakh `text` in its own letters; unknown words stay as they are."""
        return _KAZAKH_WORD.sub(lambda match: _cased(self._own_letters(match.group().lower()), match.group()), text)

    def mend(self, text: str, language: Language) -> str:
        """Replace words of `text` that nobody knows by those of the documents that are a slip or two away."""
        return _WORD.sub(lambda match: self._mended(match.group(), language), text)

    def _own_letters(self, word: str) -> str:
        return self._known.get(_skeleton(word), word)

    def _mended(self, word: str, language: Language) -> str:
        low = word.lower()
        if len(low) < _SHORTEST or any(self.knows(low, other) for other in Language):
            return word
        near = self._nearest(fold(low), language)
        return _cased(near, word) if near else word

    @lru_cache(1_000)  # noqa: B019 (one instance for each index)
    def _nearest(self, word: str, language: Language) -> str | None:
        """Find the word at the least distance (optimal string alignment) that begins with the same letter."""
        words = self._words.get(language, {})
        slips = 2 if len(word) >= _LONG else 1
        alike = [known for known in words if known[0] == word[0] and abs(len(known) - len(word)) <= slips]
        found = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=slips)
        return words[found[0]] if found else None


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


def _skeleton(word: str) -> str:
    return fold(word).translate(_ALIKE)
