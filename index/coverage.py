"""How much of a corpus the lexicon knows, and which frequent words it lacks: where to add entries next."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.language import fold
from corpus.passage import Language, Passage
from index.lexicon import Lexicon
from index.stop_words import STOP_WORDS
from index.terms import term, tokens


@dataclass(frozen=True, slots=True)
class Coverage:
    """Running words of one language that say something, how many of them have an entry, and the rest by stem."""

    words: int
    covered: int
    missing: list[tuple[str, int]]


def lexicon_coverage(lexicon: Lexicon, passages: Iterable[Passage]) -> dict[Language, Coverage]:
    """Count by language; function words, numbers and single letters are left out. `missing` is by falling count."""
    counts: dict[Language, Counter[str]] = {}
    for passage in passages:
        said = counts.setdefault(passage.language, Counter())
        said.update(token for token in tokens(passage.text) if len(token) > 1 and not token[0].isdigit())
    return {language: _coverage(lexicon, language, said) for language, said in counts.items()}


def _coverage(lexicon: Lexicon, language: Language, said: Counter[str]) -> Coverage:
    missing: Counter[str] = Counter()
    words = 0
    for word, count in said.items():
        if fold(word) in STOP_WORDS[language]:
            continue
        words += count
        if not lexicon.holds(word, language):
            missing[term(word, language)] += count
    ranked = sorted(missing.items(), key=lambda item: (-item[1], item[0]))
    return Coverage(words, words - sum(missing.values()), ranked)
