"""A question into a selection of the register, where decisions are asked for: told to whom, about what, due when.

What is left of the question without the words that ask and the period is what the decisions must speak of. Where none
does, the question is answered as any other.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Query
from assistant.periods import first_day
from assistant.register.merge import Entry, Register, Status
from assistant.register.question_words import ASKING, DECIDED, DUE, MONTH_ALONE, OVERDUE, TOLD, YEAR_ALONE
from assistant.register.select import Selection, in_language_first, select
from assistant.understand import in_short
from corpus.dates import month_number
from corpus.decisions.deadlines import find_deadline
from corpus.decisions.read import GRAMMARS
from corpus.decisions.values import Kind, Rule
from corpus.language import fold
from index.stop_words import STOP_WORDS
from index.terms import terms

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks of the register: a selection, and whether it names a period for deadlines."""

    wanted: Selection
    dated: bool


def asked_of_register(query: Query, today: date) -> Asked | None:
    """Return what `query` asks of the register, or None where it asks for something else."""
    text = in_short(query.search)
    window, rest = _window(text, query, today)
    due = bool(DUE.search(text)) and window is not None
    told, decided, overdue = (bool(pattern.search(text)) for pattern in (TOLD, DECIDED, OVERDUE))
    if not (due or told or decided or overdue):
        return None
    kind = Kind.INSTRUCTION if told and not (due or overdue) else None
    wanted = Selection(text=_topic(rest, query), kind=kind, as_of=query.as_of)
    if overdue:
        wanted = Selection(due_before=today, status=Status.OPEN, text=wanted.text, as_of=query.as_of)
    elif window and due:
        wanted = Selection(due_after=window[0], due_before=window[1], text=wanted.text, as_of=query.as_of)
    elif window:
        wanted = Selection(since=window[0], until=window[1], text=wanted.text, kind=kind, as_of=query.as_of)
    if not (wanted.text or overdue or window):
        return None
    return Asked(wanted, dated=overdue or (due and not wanted.text))


def answering(register: Register, query: Query, asked: Asked) -> list[Entry]:
    """Return the entries that answer, from what may be found, in the question's language where they are told in it."""
    found = []
    for entry in select(register, asked.wanted):
        told = tuple(each for each in entry.told if query.only.lets_through(register.passages[each.passage_id]))
        if told:
            found.append(in_language_first(replace(entry, told=told), query.language))
    return found


def _window(text: str, query: Query, today: date) -> tuple[tuple[date | None, date] | None, str]:
    """Return the first and last day of the period named, and the text without it; a first day of None is any.

    "By the end of 2025" asks for the deadlines of 2025 up to then; "by 2030" for all before.
    """
    if month := MONTH_ALONE.search(text):
        last = _end_of_month(month, today)
        return (last.replace(day=1), last), _without(text, month.start(), month.end())
    found = find_deadline(text, GRAMMARS[query.language].deadlines, today)
    if found and found.day:
        first = found.day.replace(month=1, day=1) if found.rule is not Rule.YEAR else None
        if found.rule is Rule.QUARTER:
            first = first_day(found.day, 3)
        return (first, found.day), _without(text, found.start, found.end)
    if year := YEAR_ALONE.search(text):
        number = int(next(filter(None, year.groups())))
        return (date(number, 1, 1), date(number, 12, 31)), _without(text, year.start(), year.end())
    return None, text


def _end_of_month(found: re.Match[str], today: date) -> date:
    """Return the last day of the month named, of this year where none is."""
    month = month_number(found["month"] or found["month_kk"])
    year = int(found["year"] or found["year_before"] or today.year)
    return date(year, month, calendar.monthrange(year, month)[1])


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"


def _topic(text: str, query: Query) -> str:
    """Return the words that say about what and to whom."""
    language = query.language
    spare = STOP_WORDS[language] | ASKING[language]
    words = ((word, {fold(word.lower()), *terms(word, language)}) for word in _WORD.findall(text))
    return " ".join(word for word, forms in words if spare.isdisjoint(forms))
