"""Sentences of different times about the same thing: the newest is said first, and that values differ is said, too.

Two sentences speak of the same thing when they mean nearly the same; values differ when they share most words that are
no numbers as well. Rankings that merely resemble one another, or a target and an achievement, differ in their words and
are left as they are. What "is not yet" is out of date once something is told of a later day.

When a sentence tells something is not when it was published: an article of November that was brought up to date may
tell of January, and one of January recall the year before.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.answer import Evidence, Query
from assistant.answer_words import holds, says_not_yet
from assistant.question_words import asks_for_now, wanted
from assistant.understand import last_question
from corpus.dates import find_dates
from index.terms import terms

SAME_SUBJECT, SAME_WORDS = 0.9, 0.5
NOW_MARGIN = 0.1
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DEADLINE_BEFORE = re.compile(r"\b(?:до|к|by|until|before|till)\s*$", re.IGNORECASE)
_DEADLINE_AFTER = re.compile(r"\w*\s+(?:дейін|қарай)\b", re.IGNORECASE)


def newest_first(query: Query, chosen: Sequence[Evidence], today: date) -> tuple[list[Evidence], bool]:
    """Return `chosen` with what is newer than the best about the same thing before it, and whether values differ.

    A question that names a year asks for that year's value, so nothing is moved then.
    """
    if not chosen or _YEAR.search(query.search):
        return list(chosen), False
    best, *others = chosen
    differing = [found for found in others if differ(best, found)]
    if differing:
        group = [best, *differing]
    elif says_not_yet(best.quote):
        group = [best, *(found for found in others if _same_subject(best, found) and not says_not_yet(found.quote))]
    elif asks_for_now(query.search):
        kind = wanted(last_question(query))
        near = (found for found in others if _same_subject(best, found) and best.score - found.score <= NOW_MARGIN)
        group = [best, *(found for found in near if holds(found.quote, kind) >= holds(best.quote, kind))]
    else:
        return list(chosen), False
    newer = sorted(group, key=lambda found: told_on(found, today), reverse=True)
    newer = newer if differing else newer[: newer.index(best) + 1]
    return newer + [found for found in chosen if found not in newer], bool(differing)


def told_on(found: Evidence, today: date) -> date:
    """Return the latest day up to `today` that the sentence tells of, which no deadline is, else the document's day."""
    text = found.quote
    days = [
        day
        for day, start, end in find_dates(text)
        if day <= today and not _DEADLINE_BEFORE.search(text[:start]) and not _DEADLINE_AFTER.match(text[end:])
    ]
    return max(days, default=found.passage.date or date.min)


def differ(one: Evidence, other: Evidence) -> bool:
    """Tell whether two sentences of different dates give different values for the same thing."""
    if one.passage.date == other.passage.date:
        return False
    if not _same_subject(one, other):
        return False
    (first, first_values), (second, second_values) = map(_words_and_values, (one, other))
    return (
        bool(first_values and second_values)
        and first_values.isdisjoint(second_values)
        and len(first & second) >= SAME_WORDS * len(first | second)
    )


def _same_subject(one: Evidence, other: Evidence) -> bool:
    same_language = one.passage.language is other.passage.language
    return same_language and float(one.vector @ other.vector) >= SAME_SUBJECT


def _words_and_values(found: Evidence) -> tuple[set[str], set[str]]:
    """The terms of a sentence, numbers apart; dates and years are no values."""
    text = found.quote
    for _, start, end in reversed([*find_dates(text)]):
        text = text[:start] + text[end:]
    said = set(terms(_YEAR.sub(" ", text), found.passage.language))
    values = {term for term in said if term[0].isdigit()}
    return said - values, values
