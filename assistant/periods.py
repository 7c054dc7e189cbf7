"""The time a question asks about: the day as of which it asks, and "last year" in figures.

A year that a question merely mentions is a word like any other: what happened in a year is told in later years, too.
"""

import calendar
import re
from datetime import date

from corpus.dates import MONTH, find_date, month_number

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_MONTH_AND_YEAR = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"{MONTH},?\s+{_YEAR}", rf"{_YEAR}\s+(?:жыл\w*\s+|ж\.\s*)?{MONTH}")
]
_ONLY_YEAR = re.compile(_YEAR)
# "На 2026 год" is a plan for a year, so after the weak words a day or a month must follow.
_BEFORE = re.compile(
    r"\b(?:по состоянию на|на момент|на (?:самый )?конец|as (?:of|at)(?: the)?(?: end of)?|at the end of)\s+",
    re.IGNORECASE,
)
_WEAKLY_BEFORE = re.compile(r"\bна\s+(?:начало\s+)?", re.IGNORECASE)
_PLANNED = re.compile(r"(?:план|назнач|намеч|намет|перен|отлож|рассчит|срок|объявл|указ|бюджет)\w*\W*$", re.IGNORECASE)
# "2025 жылы жағдай" tells of a year, "2025 жылғы жағдай бойынша" of its end.
_AFTER = re.compile(r"\s*(?:жыл(?!ы\b)\w*\s+)?(?:соңындағы\s+)?(?:жағдай|жагдай)\w*", re.IGNORECASE)
_NEAR, _LONGEST = 3, 24

# How many years back, by the words that say so.
_RELATIVE = [
    (back, re.compile(rf"\b(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE))
    for back, ways in (
        (1, ("(?:в|за) прошлом году", "за прошлый год", "(?:in )?last year", "былтыр", "[өо]ткен жылы")),
        (0, ("(?:в|за) (?:этом|текущем|нынешнем) году", "(?:in )?this year", "биыл", "(?:осы|ағымдағы) жылы")),
        (-1, ("в (?:следующем|будущем) году", "на следующий год", "(?:in )?next year", "(?:келес[іи]|алдағы) жылы")),
    )
]
_IN_YEAR = {"ru": "в {} году", "en": "in {}", "kk": "{} жылы"}
_SPARE_IN = re.compile(r"\b(for|of|by|during|since|until|from|to|over|than) in (?=\d{4}\b)")


def name_years(text: str, language: str, today: date) -> str:
    """Return `text` with "last year", "this year" and "next year" in figures, as seen from `today`."""
    for back, pattern in _RELATIVE:
        text = pattern.sub(_IN_YEAR[language].format(today.year - back), text)
    return _SPARE_IN.sub(r"\1 ", text)


def as_of(text: str) -> date | None:
    """Return the day as of which `text` asks ("на октябрь 2025 года": its last day), or None."""
    for cue, bare_year in ((_BEFORE, True), (_WEAKLY_BEFORE, False)):
        for match in cue.finditer(text):
            if not bare_year and _PLANNED.search(text[: match.start()]):
                continue  # "назначено на 26 ноября" is no day as of which is asked
            if day := _period_at_start(text[match.end() : match.end() + _LONGEST], bare_year):
                return day
    for match in _AFTER.finditer(text):
        if day := _period_at_end(text[max(0, match.start() - _LONGEST) : match.start()]):
            return day
    return None


def first_day(last: date, months: int) -> date:
    """Return the first day of the period of `months` that ends on `last`, the last day of a month."""
    before = last.year * 12 + last.month - months
    return date(before // 12, before % 12 + 1, 1)


def _period_at_start(text: str, bare_year: bool) -> date | None:
    full = find_date(text)
    if full and full[1] <= _NEAR:
        return full[0]
    for pattern in (*_MONTH_AND_YEAR, *([_ONLY_YEAR] if bare_year else [])):
        if found := pattern.match(text):
            return _last_day(found)
    return None


def _period_at_end(text: str) -> date | None:
    full = find_date(text)
    if full and full[2] >= len(text.rstrip()) - _NEAR:
        return full[0]
    for pattern in (*_MONTH_AND_YEAR, _ONLY_YEAR):
        found = list(pattern.finditer(text))
        if found and found[-1].end() >= len(text.rstrip()) - _NEAR:
            return _last_day(found[-1])
    return None


def _last_day(found: re.Match[str]) -> date:
    year, parts = int(found["year"]), found.groupdict()
    month = month_number(parts["month"]) if parts.get("month") else 12
    return date(year, month, calendar.monthrange(year, month)[1])
