"""A question into a selection of the register, where decisions are asked for: told to whom, about what, due when.

What is left of the question without the words that ask and the period is what the decisions must speak of. Where none
does, the question is answered as any other.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.answer import Query
from assistant.periods import first_day
from assistant.register.merge import Entry, Register, Status
from assistant.register.question_words import ASKING, DECIDED, DUE, MONTH_ALONE, OVERDUE, TASKS, TOLD, YEAR_ALONE
from assistant.register.select import Selection, in_language_first, select
from assistant.understand import in_short
from corpus.dates import find_dates, month_number
from corpus.decisions.deadlines import find_deadline
from corpus.decisions.read import GRAMMARS
from corpus.decisions.values import Kind, Rule
from corpus.language import fold
from index.stop_words import STOP_WORDS
from index.terms import terms

_DURING = frozenset({Rule.MONTH, Rule.QUARTER})
_WITHIN = frozenset({Rule.WITHIN_DAYS, Rule.WITHIN_WEEKS, Rule.WITHIN_MONTHS, Rule.WITHIN_YEARS})
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks of the register: a selection, and whether it asks for nothing but deadlines of a time."""

    wanted: Selection
    dated: bool


@dataclass(frozen=True, slots=True)
class _Period:
    """A time that a question names, `first` to `last` (a first day of None is any), and the question without it.

    `until` tells that a last day was named, "by the end of May", and no time in which something happened.
    """

    first: date | None
    last: date
    rest: str
    until: bool = False


def asked_of_register(query: Query, today: date) -> Asked | None:
    """Return what `query` asks of the register, or None where it asks for something else."""
    text = _without_day(in_short(query.search), query.as_of)
    told, decided = bool(TOLD.search(text)), bool(DECIDED.search(text))
    period = _period(text, query, today, past=told or decided)
    topic = _topic(period.rest if period else text, query)
    if OVERDUE.search(text) and (not topic or TASKS.search(text)):
        last = (query.as_of or today) - timedelta(days=1)
        return Asked(Selection(due_before=last, status=Status.OPEN, text=topic, as_of=query.as_of), not topic)
    if period and (DUE.search(text) or (told and period.until)):
        wanted = Selection(due_after=period.first, due_before=period.last, text=topic, as_of=query.as_of)
        return Asked(wanted, not topic)
    if not (told or decided) or not (topic or period):
        return None
    since, until = (period.first, period.last) if period else (None, None)
    kind = Kind.INSTRUCTION if told else None
    return Asked(Selection(since=since, until=until, text=topic, kind=kind, as_of=query.as_of), False)


def answering(register: Register, query: Query, asked: Asked) -> list[Entry]:
    """Return the entries that answer, from what may be found, in the question's language where they are told in it."""
    found = []
    for entry in select(register, asked.wanted):
        told = tuple(each for each in entry.told if query.only.lets_through(register.passages[each.passage_id]))
        if told:
            found.append(in_language_first(replace(entry, told=told), query.language))
    return found


def _period(text: str, query: Query, today: date, past: bool) -> _Period | None:
    """Return the period that `text` names.

    "By the end of 2025" asks for the deadlines of 2025 up to then, "by 2030" for all before, "within a month" from
    today; a month without a year is the last one of that name where the `past` is asked about, else this year's.
    """
    if month := MONTH_ALONE.search(text):
        last = _end_of_month(month, today, past)
        return _Period(last.replace(day=1), last, _without(text, month.start(), month.end()))
    found = find_deadline(text, GRAMMARS[query.language].deadlines, today)
    if found and found.day and found.rule:
        rest = _without(text, found.start, found.end)
        return _Period(_first(found.rule, found.day, today), found.day, rest, found.rule not in _DURING)
    if year := YEAR_ALONE.search(text):
        number = int(next(filter(None, year.groups())))
        return _Period(date(number, 1, 1), date(number, 12, 31), _without(text, year.start(), year.end()))
    return None


def _without_day(text: str, day: date | None) -> str:
    """Return `text` without the day as of which it asks."""
    found = next(((start, end) for each, start, end in find_dates(text) if each == day), None)
    return _without(text, *found) if found else text


def _first(rule: Rule, last: date, today: date) -> date | None:
    if rule is Rule.YEAR:
        return None
    if rule in _WITHIN:
        return min(today, last)
    return first_day(last, 3) if rule is Rule.QUARTER else last.replace(month=1, day=1)


def _end_of_month(found: re.Match[str], today: date, past: bool) -> date:
    """Return the last day of the month named; without a year of this year's, or of the last such month if `past`."""
    month = month_number(found["month"] or found["month_kk"])
    year = int(found["year"] or found["year_before"] or today.year - (past and month > today.month))
    return date(year, month, calendar.monthrange(year, month)[1])


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"


def _topic(text: str, query: Query) -> str:
    """Return the words that say about what and to whom."""
    language = query.language
    spare = STOP_WORDS[language] | ASKING[language]
    words = ((word, {fold(word.lower()), *terms(word, language)}) for word in _WORD.findall(text))
    return " ".join(word for word, forms in words if spare.isdisjoint(forms))
