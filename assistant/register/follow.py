"""Is a later decision about the same thing as an earlier one? By the words of what was to be done.

Words that say how a thing comes about ("prepare", "draft", "approve"), and where, are left aside: what is left is the
thing.
"""

import re

from corpus.decisions.values import Decision, Kind
from corpus.language import fold
from corpus.passage import Language
from index.lexicon import Concept
from index.search import PassageIndex
from index.stop_words import STOP_WORDS
from index.terms import terms

SHARE = 0.7
FEWEST = 2
_COMING_ABOUT = {
    Language.RU: """подготовить разработать разработка завершить завершение закончить доработать внести представить
        принять утвердить одобрить подписать обеспечить появиться создать проект год конец срок новый единый
        Казахстан""",
    Language.KK: """дайындау әзірлеу аяқтау жетілдіру енгізу ұсыну қабылдау бекіту мақұлдау қол қою қамтамасыз ету жоба
        құру құрылу пайда болу жыл соң мерзім жаңа бірыңғай Қазақстан""",
    Language.EN: """prepare develop draft finish complete finalise finalize submit present adopt approve sign ensure
        appear create establish project bill year end deadline new single Kazakhstan""",
}
_ASIDE = {
    language: frozenset(term for word in words.split() for term in terms(word, language))
    for language, words in _COMING_ABOUT.items()
}


_NOT_YET = re.compile(r"перв\w+ чтени|бірінші оқылым|first reading", re.IGNORECASE)


def completes(now: Decision) -> bool:
    """Tell whether `now` brings something about: an act that was adopted, and not only in its first reading."""
    return now.kind is Kind.ADOPTED and not _NOT_YET.search(now.quote)


def follows(index: PassageIndex, was: Decision, now: Decision) -> bool:
    """Tell whether `now`, later and in the same language, speaks of the thing that was to be done.

    It has most of the thing's words, weighed by how rare they are in the documents.
    """
    if now.language is not was.language or not was.issued_on or not now.issued_on or now.issued_on <= was.issued_on:
        return False
    language = was.language
    spare = _ASIDE[language] | STOP_WORDS[language]
    thing = {term for term in terms(was.action, language) if term not in spare and fold(term) not in spare}
    if len(thing) < FEWEST:
        return False
    weights = {term: index.lexical.weight(Concept(((term,),)), language) for term in thing}
    said = set(terms(now.quote, language))
    return sum(weight for term, weight in weights.items() if term in said) >= SHARE * sum(weights.values())
