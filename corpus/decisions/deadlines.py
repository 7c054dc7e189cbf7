"""Deadlines as orders word them: the last day allowed, the words, and the rule.

"By the end of the year" is counted from the day of the event. A day without a year is the next such day. Whether a date
is a deadline at all is told by the words around it ("by", "до", "дейін"); dates of what happened are left alone.
"""

import calendar
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache

from corpus.dates import month_number
from corpus.decisions.quantities import HASTE, count, ordinal, unit_rule
from corpus.decisions.values import Deadline, Rule

Patterns = Sequence[tuple[Rule, str]]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def find_deadline(text: str, patterns: Patterns, on: date | None) -> Deadline | None:
    """Return the first deadline that one of `patterns` finds in `text`, counted from the day `on`, or None."""
    found = [
        (match.start(), order, rule, match)
        for order, (rule, pattern) in enumerate(patterns)
        for match in _compiled(pattern).finditer(text)
    ]
    for start, _, rule, match in sorted(found, key=lambda each: each[:2]):
        rule, day = _last_day(rule, match, on)
        if rule is Rule.DATE and day is None:
            continue
        words = match.group().rstrip(". ")
        return Deadline(day, words, rule, start, start + len(words))
    if haste := _compiled(rf"\b(?:{HASTE})").search(text):
        return Deadline(None, haste.group(), None, haste.start(), haste.end())
    return None


def _last_day(rule: Rule, match: re.Match[str], on: date | None) -> tuple[Rule, date | None]:
    parts = match.groupdict()
    try:
        return _within(parts, on) if rule is Rule.WITHIN_MONTHS else (rule, _RULES[rule](parts, on))
    except (ValueError, OverflowError):  # the 31st of a month that has thirty days, or a day beyond the calendar
        return rule, None


def _year(parts: dict[str, str | None], on: date | None) -> int | None:
    """Return the year that is named, or the one of the event, or the next."""
    named = parts.get("year") or parts.get("year_2")
    if named:
        return int(named)
    return None if on is None else on.year + bool(parts.get("next"))


def _day(parts: dict[str, str | None], on: date | None) -> date | None:
    month = int(parts["month_number"] or 0) if parts.get("month_number") else month_number(str(parts["month"]))
    return _next(parts, on, lambda year: date(year, month, int(str(parts["day"]))))


def _month(parts: dict[str, str | None], on: date | None) -> date | None:
    month = month_number(str(parts["month"])) if parts.get("month") else on.month if on else 12
    return _next(parts, on, lambda year: _end_of_month(year, month))


def _quarter(parts: dict[str, str | None], on: date | None) -> date | None:
    quarter = _ordinal(parts) or ((on.month + 2) // 3 if on else 4)
    return _next(parts, on, lambda year: _end_of_month(year, 3 * quarter))


def _half_year(parts: dict[str, str | None], on: date | None) -> date | None:
    half = _ordinal(parts) or ((on.month + 5) // 6 if on else 2)
    return _next(parts, on, lambda year: _end_of_month(year, 6 * half))


def _next(parts: dict[str, str | None], on: date | None, in_year: Callable[[int], date]) -> date | None:
    """Return the day in the year that is named; where none is, the next such day from `on`."""
    year = _year(parts, on)
    if year is None:
        return None
    day = in_year(year)
    named = parts.get("year") or parts.get("year_2") or parts.get("this") or parts.get("next")
    return day if named or on is None or day >= on else in_year(year + 1)


def _end_of_year(parts: dict[str, str | None], on: date | None) -> date | None:
    year = _year(parts, on)
    return None if year is None else date(year, 12, 31)


def _start_of_year(parts: dict[str, str | None], on: date | None) -> date | None:
    year = _year(parts, on)
    return None if year is None else date(year, 1, 1)


_RULES: dict[Rule, Callable[[dict[str, str | None], date | None], date | None]] = {
    Rule.DATE: _day,
    Rule.MONTH: _month,
    Rule.END_OF_MONTH: _month,
    Rule.QUARTER: _quarter,
    Rule.END_OF_QUARTER: _quarter,
    Rule.END_OF_HALF_YEAR: _half_year,
    Rule.END_OF_YEAR: _end_of_year,
    Rule.YEAR: _start_of_year,
}
_ADJECTIVE_UNITS = {"дневн": Rule.WITHIN_DAYS, "недельн": Rule.WITHIN_WEEKS, "месячн": Rule.WITHIN_MONTHS}


def _within(parts: dict[str, str | None], on: date | None) -> tuple[Rule, date | None]:
    """Return the rule of the unit, and the day so many units after `on`."""
    if parts.get("half"):
        rule, number = Rule.WITHIN_MONTHS, 6
    elif unit := parts.get("adjective_unit"):
        rule = _ADJECTIVE_UNITS.get(unit.lower(), Rule.WITHIN_YEARS)
        number = count((parts.get("adjective") or "").strip("-х"))
    elif one := parts.get("one"):
        rule, number = Rule(f"within_{one.lower()}s"), 1
    else:
        rule = unit_rule(str(parts["unit"]))
        number = count(parts.get("number") or "")
    if on is None:
        return rule, None
    if rule is Rule.WITHIN_DAYS or rule is Rule.WITHIN_WEEKS:
        return rule, on + timedelta(days=number * (7 if rule is Rule.WITHIN_WEEKS else 1))
    months = on.year * 12 + on.month - 1 + number * (12 if rule is Rule.WITHIN_YEARS else 1)
    year, month = divmod(months, 12)
    return rule, date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


def _ordinal(parts: dict[str, str | None]) -> int:
    return ordinal(parts.get("ordinal") or parts.get("ordinal_2") or "")


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
