"""Different values for the same thing: the newest is said first, and that they differ is said, too.

Two sentences speak of the same thing when they mean nearly the same and share most words that are no numbers. Rankings
that merely resemble one another, or a target and an achievement, differ in their words and are left as they are.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.answer import Evidence
from corpus.dates import find_date
from index.terms import terms

SAME_SUBJECT, SAME_WORDS = 0.9, 0.5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def newest_first(question: str, chosen: Sequence[Evidence]) -> tuple[list[Evidence], bool]:
    """Return `chosen` with sentences that give another value than the best put by date, and whether there are any.

    A question that names a year asks for that year's value, so nothing is moved then.
    """
    if not chosen or _YEAR.search(question):
        return list(chosen), False
    differing = [found for found in chosen[1:] if differ(chosen[0], found)]
    if not differing:
        return list(chosen), False
    group = sorted([chosen[0], *differing], key=lambda found: found.passage.date or date.min, reverse=True)
    return group + [found for found in chosen if found not in group], True


def differ(one: Evidence, other: Evidence) -> bool:
    """Tell whether two sentences of different dates give different values for the same thing."""
    if one.passage.date == other.passage.date or one.passage.language is not other.passage.language:
        return False
    if float(one.vector @ other.vector) < SAME_SUBJECT:
        return False
    (first, first_values), (second, second_values) = map(_words_and_values, (one, other))
    return (
        bool(first_values and second_values)
        and first_values.isdisjoint(second_values)
        and len(first & second) >= SAME_WORDS * len(first | second)
    )


def _words_and_values(found: Evidence) -> tuple[set[str], set[str]]:
    """The terms of a sentence, numbers apart; dates and years are no values."""
    text = found.quote
    while full := find_date(text):
        text = text[: full[1]] + text[full[2] :]
    said = set(terms(_YEAR.sub(" ", text), found.passage.language))
    values = {term for term in said if term[0].isdigit()}
    return said - values, values
