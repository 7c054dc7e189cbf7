"""Kazakh words put back into their own letters, by the words that the documents hold.

"Казакстан канша", typed on a Russian keyboard, and "qazaqstan qansha", in Latin letters, become "қазақстан қанша".
Russian and English words are not touched.
"""

import re
from collections import Counter
from collections.abc import Iterable

from corpus.language import fold

_WORD = re.compile(r"[а-яёәғқңөұүһі]+", re.IGNORECASE)
_ALIKE = str.maketrans({"ы": "и", "й": "и", "э": "е", "ъ": "", "ь": "", "щ": "ш"})

# Words of questions, which documents seldom hold.
_QUESTION_WORDS = (
    "кім кімге кімнің кімді кімдер кімнен не нені неге ненің неден немен неліктен неше нешінші нешеу қай қайда қайдан "
    "қайсы қайсысы қайсысында қандай қанша қаншадан қаншаға қашан қашаннан қашанға қалай қалайша үшін туралы жөнінде "
    "бойынша қатысты дегеніміз деген күшіне күші тұрды тұр бар ма жоқ па екен ғой айтыңызшы айтшы керек мүмкін қазір "
    "бүгін ең көп аз бірінші екінші үшінші соңғы"
).split()  # fmt: skip


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the lower-case Cyrillic words of Kazakh `texts`."""
    return Counter(word.lower() for text in texts for word in _WORD.findall(text))


class Spelling:
    """The most frequent spelling of every word, found by a form in which likely confusions fall together."""

    def __init__(self, counts: dict[str, int]) -> None:
        self._known: dict[str, str] = {}
        frequency = {**counts, **{word: 1_000_000 for word in _QUESTION_WORDS}}
        for word, _ in sorted(frequency.items(), key=lambda item: (item[1], item[0])):
            self._known[_skeleton(word)] = word

    def restore(self, text: str) -> str:
        """Respell the words of Kazakh `text`; unknown words stay as they are."""

        def respell(match: re.Match[str]) -> str:
            word = match.group()
            low = word.lower()
            known = self._known.get(_skeleton(low), low)
            if word.isupper() and len(word) > 1:
                return known.upper()
            return known.capitalize() if word[0].isupper() else known

        return _WORD.sub(respell, text)


def _skeleton(word: str) -> str:
    return fold(word).translate(_ALIKE)
