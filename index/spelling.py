"""Words as typed put back into the spelling that the documents hold.

"Казакстан канша", typed on a Russian keyboard, and "qazaqstan qansha", in Latin letters, become "қазақстан қанша"; a
word that nobody knows becomes the word of the documents that is a slip of the finger away: "суперкомпютер",
"goverment". Names are mended with more care, lest one person or country become another.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.language import fold, latin_to_cyrillic
from corpus.passage import Language
from index.slips import first_letter_slips, letter_cost, other_spellings, slips_between

_KAZAKH_WORD = re.compile(r"[а-яёәғқңөұүһі]+", re.IGNORECASE)
_KAZAKH_LETTER = re.compile("[әғқңөұүһ]")
_WORD = re.compile(r"[^\W\d_]+")
# Parts of addresses and words with digits are not mended.
_PROSE_WORD = re.compile(r"(?<![\w@/.])[^\W\d_]+(?![\w@/]|\.\w|://)")
_ALIKE = str.maketrans({"ы": "и", "й": "и", "э": "е", "ъ": "", "ь": "", "щ": "ш"})
SHORTEST, LONG = 5, 9  # letters: in shorter words one slip makes another word, in longer ones two are allowed

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


Tells = Callable[[str, Language], bool]


class Spelling:
    """The words of the documents, in `counts` as written.

    `knows` tells whether a word, lower case, is one of a language in any form, `in_index` whether the documents have it
    in any.
    """

    def __init__(self, counts: Counts, knows: Tells, in_index: Tells = lambda word, language: False) -> None:
        self.knows = knows
        self._in_index = in_index
        self._known: dict[str, str] = {}
        frequency = {**counts.get(Language.KK, {}), **{word: 1_000_000 for word in _QUESTION_WORDS}}
        for word, _ in sorted(frequency.items(), key=lambda item: (item[1], item[0])):
            self._known[_skeleton(word)] = word
        self._frequency = frequency
        # By folded form, the most frequent words first; and the same by first letter and length.
        self._spelled: dict[Language, dict[str, str]] = {language: {} for language in Language}
        self._ranks: dict[Language, dict[str, int]] = {language: {} for language in Language}
        self._shelves: dict[tuple[Language, str, int], list[str]] = {}
        for language, words in counts.items():
            for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0])):
                form = fold(word)
                if len(form) < SHORTEST - 1 or form in self._spelled[language]:
                    continue
                self._ranks[language][form] = len(self._spelled[language])
                self._spelled[language][form] = word
                self._shelves.setdefault((language, form[0], len(form)), []).append(form)
        self._in_documents = {each: {fold(word) for word, count in counts[each].items() if count} for each in counts}

    def from_latin(self, text: str) -> str:
        """Spell Kazakh `text` in Latin letters in Cyrillic, but for names that the documents have in Latin letters."""
        return latin_to_cyrillic(text, self._is_latin_name)

    def _is_latin_name(self, word: str) -> bool:
        """Tell whether some document has `word` and no Kazakh one has it in Cyrillic: "digital", but not "bar"."""
        if len(word) < SHORTEST - 1 or not any(word in words for words in self._in_documents.values()):
            return False
        return self.restore(latin_to_cyrillic(word)) not in self._frequency

    def restore(self, text: str) -> str:
        """Respell the words of Kazakh `text` in its own letters; unknown words stay as they are."""
        return _KAZAKH_WORD.sub(lambda match: _cased(self._own_letters(match.group().lower()), match.group()), text)

    def mend(self, text: str, language: Language) -> str:
        """Replace words of `text` that nobody knows by those of the documents that are a slip or two away."""
        shouted = text.isupper()

        def mended(match: re.Match[str]) -> str:
            word = match.group()
            if any(map(str.isupper, word[1:])) and not shouted:
                return word
            first = not text[: match.start()].rstrip(" \"'«“(") or text[: match.start()].rstrip()[-1] in ".?!:"
            return self._mended(word, language, is_name=word[0].isupper() and not first and not shouted)

        return _PROSE_WORD.sub(mended, text)

    def _own_letters(self, word: str) -> str:
        """Return the word of the documents that `word` may stand for; letters of Kazakh alone were meant as typed.

        But for і, which stands for и as well when Latin letters were typed.
        """
        known = self._known.get(_skeleton(word), word)
        if self._frequency.get(word, -1) == self._frequency.get(known, 0):
            return word
        return known if _keeps(known, _KAZAKH_LETTER.findall(word)) else word

    def _mended(self, word: str, language: Language, is_name: bool) -> str:
        low = word.lower()
        if len(low) < SHORTEST or any(self.knows(low, other) for other in Language):
            return word
        near = self._nearest(fold(low), language, is_name)
        if near is None and low.isascii() and language is not Language.EN:
            near = self._nearest(low, Language.EN, is_name)
        return _cased(near, word) if near else word

    @lru_cache(1_000)  # noqa: B019 (one instance for each index)
    def _nearest(self, word: str, language: Language, is_name: bool) -> str | None:
        """Find the word the fewest slips away; of several the most frequent."""
        most = 2 if len(word) >= LONG and not is_name else 1
        lengths = (len(word) - 1, len(word), len(word) + 1)
        words = [known for length in lengths for known in self._shelves.get((language, word[0], length), ())]
        near = [known for known, *_ in process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)]
        if not is_name:
            near += [known for known in first_letter_slips(word) if known in self._spelled[language]]
        found = []
        for known in near:
            here = known in self._in_documents[language]
            slips = slips_between(word, known, letter_cost(word, known, language, is_name), other=1 if here else 2)
            if slips <= (most if here else 1):
                found.append((slips, self._ranks[language][known], known))
        if found or is_name:
            return self._spelled[language][min(found)[2]] if found else None
        return next(filter(lambda form: self._is_form(form, language), other_spellings(word, language)), None)

    def _is_form(self, word: str, language: Language) -> bool:
        """Tell whether a dictionary has `word` and the documents have it in another form."""
        return self.knows(word, language) and self._in_index(word, language)


def _keeps(word: str, letters: list[str]) -> bool:
    """Tell whether `word` has `letters` in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


def _skeleton(word: str) -> str:
    return fold(word).translate(_ALIKE)
