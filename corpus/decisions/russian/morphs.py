"""The words and signs of a Russian sentence with their dictionary readings."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corpus.morphology import russian_morphology

_TOKEN = re.compile(r"[«\"][A-ZА-ЯӘҒҚҢӨҰҮҺІ][^«»\"\n,.!?:;]{0,60}[»\"]|\d+(?:[.,]\d+)*|[\w'’]+(?:-[\w'’]+)*|[^\w\s]")
_SHORT = frozenset("по на за от до со во ко об из при под над про для без я он она мы их".split())
_NAME_LENGTH = 4  # a quoted name has up to so many words; more are speech
_MINISTRY = re.compile(r"Мин(?!ист)[а-яё]{3,}(?:ы|и|а|я)$")
_ABBREVIATION = re.compile(r"[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{2,}(?:-\w+)?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a sign or a name in quotation marks at `start` to `end` of its sentence."""

    text: str
    start: int
    end: int

    @property
    def readings(self) -> tuple[Any, ...]:
        """What the dictionary takes the word for, likeliest first; nothing for signs."""
        return _readings(self.text)

    def reads(self, *grammemes: str) -> bool:
        """Tell whether one of the readings has all the grammemes."""
        return any(all(each in reading.tag for each in grammemes) for reading in self.readings)

    @property
    def part(self) -> str:
        """The part of speech of the likeliest reading; empty for signs."""
        if self.short:
            return "PREP"
        return str(self.readings[0].tag.POS or "") if self.readings else ""

    @property
    def lemma(self) -> str:
        """The dictionary form of the likeliest reading."""
        return str(self.readings[0].normal_form) if self.readings else self.text

    @property
    def known(self) -> bool:
        """Whether the dictionary has the word."""
        return bool(self.readings) and bool(self.readings[0].is_known)

    @property
    def short(self) -> bool:
        """Whether it is a preposition or a pronoun that the dictionary may take for a name."""
        return self.text.lower() in _SHORT

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def quoted(self) -> bool:
        """Whether it is a name in quotation marks."""
        return self.text[0] in '«"' and len(self.text) > 1

    @property
    def fixed(self) -> bool:
        """Whether it stays as it is in every case: an abbreviation, a name in other letters or in quotation marks."""
        if len(self.text) < 2 or self.short or self.part in ("PREP", "CONJ", "NPRO", "ADVB"):
            return False
        verb = self.known and self.part in ("VERB", "INFN", "PRTS")  # the dictionary guesses МВРИ to be a verb
        abbreviation = _ABBREVIATION.match(self.text) and not verb
        return bool(self.quoted or abbreviation or _MINISTRY.match(self.text)) or (
            self.capital and any("LATN" in reading.tag or "Fixd" in reading.tag for reading in self.readings)
        )


@lru_cache(50_000)
def _readings(text: str) -> tuple[Any, ...]:
    if not (text[0].isalpha()):
        return ()
    return tuple(russian_morphology().parse(text))


def words_of(sentence: str) -> list[Word]:
    """Return the words and signs of a sentence, quoted names as one."""
    words = []
    for match in _TOKEN.finditer(sentence):
        text, start = match.group(), match.start()
        if text[0] in '«"' and len(text.split()) > _NAME_LENGTH:
            inner = [
                Word(m.group(), start + m.start(), start + m.end()) for m in re.finditer(r"[\w'’-]+|[^\w\s]", text)
            ]
            words.extend(inner)
        else:
            words.append(Word(text, start, match.end()))
    return words
