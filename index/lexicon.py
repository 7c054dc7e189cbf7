"""A trilingual lexicon that carries the words of a question into another language for the lexical search.

The entries are in `lexicon/*.tsv`, written for Jauap: a line is one sense, with columns kk, ru, en; a column holds
alternatives separated by " | ", each a word or a term of several words. Lines that begin with # are comments.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.language import fold
from corpus.passage import Language
from index.stop_words import STOP_WORDS
from index.terms import term, terms, tokens

FOLDER = Path(__file__).parent / "lexicon"
COLUMNS = (Language.KK, Language.RU, Language.EN)
LONGEST = 6
_NAME = re.compile(r"\b(?:[^\W\d_]*[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ][^\W_]*|\w*\d\w*)")
# Capitals that no beginning of a sentence accounts for: "in May", "the US", "WHO".
_SURE_NAME = re.compile(r"(?<=[^\s.!?:]\s)[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ][^\W\d_]*|\b[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ]{2,}\b")

Phrase = tuple[str, ...]
Transcribe = Callable[[str], tuple[str, ...]]  # a word into the terms of the same word in the other script


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked about: a passage that has all the terms of any of its phrases speaks of it."""

    phrases: tuple[Phrase, ...]


def sure_names(text: str) -> list[str]:
    """Return the words of `text` with a capital that no beginning of a sentence accounts for."""
    return _SURE_NAME.findall(text)


def own_words(text: str, language: Language, transcribe: Transcribe = lambda word: ()) -> list[Concept]:
    """Return the distinct terms of `text`, a concept each, for search in its own language."""
    words = {term(word, language): word for word in tokens(text)}
    return [Concept(tuple((each,) for each in (stem, *transcribe(word)))) for stem, word in words.items()]


class Lexicon:
    """Senses by the phrases that express them, in each language; `words` are all words of the entries as written."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._senses: list[dict[Language, tuple[Phrase, ...]]] = []
        self.words: dict[Language, set[str]] = {language: set() for language in COLUMNS}
        self._parts: dict[Language, set[str]] = {language: set() for language in COLUMNS}
        self._by_phrase: dict[Language, dict[Phrase, list[int]]] = {language: {} for language in COLUMNS}
        for line in lines:
            if line.strip() and not line.startswith("#"):
                self._add(line.rstrip("\n").split("\t"))

    def __len__(self) -> int:
        """Return the number of senses."""
        return len(self._senses)

    def knows(self, word: str, language: Language) -> bool:
        """Tell whether `word`, in any form, is an entry of its own."""
        return (term(word, language),) in self._by_phrase[language]

    def holds(self, word: str, language: Language) -> bool:
        """Tell whether `word`, in any form, is an entry or a part of one."""
        return term(word, language) in self._parts[language]

    def _add(self, columns: Sequence[str]) -> None:
        sense = {
            language: tuple(dict.fromkeys(tuple(terms(alternative, language)) for alternative in column.split(" | ")))
            for language, column in zip(COLUMNS, columns, strict=True)
        }
        for language, column in zip(COLUMNS, columns, strict=True):
            self.words[language].update(tokens(column))
        for language, phrases in sense.items():
            for phrase in phrases:
                self._parts[language].update(phrase)
                self._by_phrase[language].setdefault(phrase, []).append(len(self._senses))
        self._senses.append(sense)

    def carry(
        self, text: str, source: Language, target: Language, transcribe: Transcribe = lambda word: ()
    ) -> list[Concept]:
        """Return the concepts of `text` in the words of `target`, longest phrases first taken.

        Names, abbreviations and numbers without an entry go over as they are and in the other script; so do words of
        one script into another language of that script, which may share them. Function words and other words without
        an entry stay behind.
        """
        words = tokens(text)
        named, surely_named = (set(tokens(" ".join(names))) for names in (_NAME.findall(text), sure_names(text)))
        stems = [term(word, source) for word in words]
        concepts: list[Concept] = []
        at = 0
        while at < len(words):
            word = words[at]
            length, senses = self._match(stems, at, source)
            phrases: list[Phrase] = []
            if length == 1 and fold(word) in STOP_WORDS[source] and not (senses and word in surely_named):
                pass
            elif senses:
                phrases = [phrase for sense in senses for phrase in self._senses[sense][target]]
            elif word[0].isdigit():
                phrases = [(stems[at],)]  # as its own language writes it: "1,000" is a thousand in English only
            else:
                shared = word in named or Language.EN not in (source, target)
                phrases = [(each,) for each in ((term(word, target),) if shared else ()) + transcribe(word)]
            if phrases:
                concepts.append(Concept(tuple(dict.fromkeys(phrases))))
            at += length
        return list(dict.fromkeys(concepts))

    def _match(self, stems: Sequence[str], at: int, language: Language) -> tuple[int, list[int]]:
        for length in range(min(LONGEST, len(stems) - at), 0, -1):
            senses = self._by_phrase[language].get(tuple(stems[at : at + length]))
            if senses:
                return length, senses
        return 1, []


@cache
def default_lexicon() -> Lexicon:
    """Read all files of the folder."""
    return Lexicon(
        line for path in sorted(FOLDER.glob("*.tsv")) for line in path.read_text(encoding="utf-8").splitlines()
    )
