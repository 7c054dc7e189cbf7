"""What a question demands of any answer: its names and numbers, a sum of money, a way to reach somebody, who leads.

An answer that says none of it is about something else: another country or year, or another side of the thing. Of a
follow-up only what is asked now demands anything.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Evidence, Query
from assistant.answer_words import Wanted, holds
from assistant.question_words import wanted
from assistant.understand import asked_now, last_question
from corpus.language import fold
from corpus.passage import Language
from index.lexicon import sure_names
from index.search import PassageIndex
from index.stop_words import STOP_WORDS
from index.terms import terms, tokens

_WRITTEN_OUT = re.compile(r"\(\w+\)")  # AI is in nearly every title, and no sentence needs to name it
_LATIN_NAME = re.compile(r"\b[A-Z][A-Za-z]+")
_STRICT = (Wanted.MONEY, Wanted.CONTACT, Wanted.HEAD)


def unsaid_name(index: PassageIndex, query: Query, chosen: Sequence[Evidence]) -> bool:
    """Tell whether the question has a name that none of `chosen` nor their titles say in their language and script."""
    text = _WRITTEN_OUT.sub("", asked_now(query))
    names = [*sure_names(text), *(() if query.language is Language.EN else _LATIN_NAME.findall(text))]
    return _unsaid(
        index, query, (name for name in names if fold(name.lower()) not in STOP_WORDS[query.language]), chosen
    )


def unsaid_number(index: PassageIndex, query: Query, chosen: Sequence[Evidence]) -> bool:
    """Tell whether the question has a number or year that none of `chosen` nor their titles say."""
    return _unsaid(index, query, [word for word in tokens(asked_now(query)) if word[0].isdigit()], chosen)


def unmet(query: Query, chosen: Sequence[Evidence]) -> bool:
    """Tell whether a sum, a way to reach somebody or who leads is asked for and none of `chosen` has any."""
    kind = wanted(last_question(query))
    return kind in _STRICT and not any(holds(evidence.quote, kind) for evidence in chosen)


def _unsaid(index: PassageIndex, query: Query, words: Iterable[str], chosen: Sequence[Evidence]) -> bool:
    said = [
        (each.passage.language, set(terms(f"{each.passage.title}\n{each.quote}", each.passage.language)))
        for each in chosen
    ]
    return any(
        not any(
            present.issuperset(phrase)
            for language, present in said
            for concept in index.concepts(word, query.language, language)
            for phrase in concept.phrases
        )
        for word in words
    )
