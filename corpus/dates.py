"""Dates as they are written in Russian, Kazakh and English text. Periods and deadlines are not its work."""

import re
from collections.abc import Iterator
from datetime import date

# Russian names with their case endings, Kazakh stems with any ending, English names whole or abbreviated.
_MONTH_PATTERNS = (
    r"январ[ьяею]\w*|қаңтар\w*|jan(?:uary)?",
    r"феврал[ьяею]\w*|ақпан\w*|feb(?:ruary)?",
    r"март[аеу]?|наурыз\w*|mar(?:ch)?",
    r"апрел[ьяею]\w*|сәуір\w*|apr(?:il)?",
    r"ма[йяею]|мамыр\w*|may",
    r"июн[ьяею]\w*|маусым\w*|june?",
    r"июл[ьяею]\w*|шілде\w*|july?",
    r"август[аеу]?|тамыз\w*|aug(?:ust)?",
    r"сентябр[ьяею]\w*|қыркүйе[кг]\w*|sept?(?:ember)?",
    r"октябр[ьяею]\w*|қазан\w*|oct(?:ober)?",
    r"ноябр[ьяею]\w*|қараша\w*|nov(?:ember)?",
    r"декабр[ьяею]\w*|желтоқсан\w*|dec(?:ember)?",
)
_MONTHS = [re.compile(pattern, re.IGNORECASE) for pattern in _MONTH_PATTERNS]
MONTH = rf"\b(?P<month>{'|'.join(_MONTH_PATTERNS)})\b\.?"
_DAY, _YEAR = r"(?<!\d)[«\"“]?(?P<day>\d{1,2})[»\"”]?", r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{_YEAR}([./])(?P<number>\d\d)\2(?P<day>\d\d)(?!\d)",
        rf"{_DAY}([./-])(?P<number>\d\d?)\2{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th|-?е|-?го)?(?:\s+of)?\s+{MONTH},?\s+{_YEAR}",
        rf"{_YEAR}\s+(?:жыл\w*,?\s+|ж\.\s*)?{_DAY}[\s-]\s*{MONTH}",
        rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
    )
]
_DAY_AND_MONTH = re.compile(rf"(?<![.\-/\d]){_DAY}(?:-?го)?\s+{MONTH}(?!,?\s+(?:19|20)\d\d)", re.IGNORECASE)


def find_dates(text: str) -> Iterator[tuple[date, int, int]]:
    """Yield every full date in `text`, in order, with its start and end; none within another."""
    found = [match for pattern in _PATTERNS for match in pattern.finditer(text)]
    after = 0
    for match in sorted(found, key=lambda match: match.start()):
        parts = match.groupdict()
        month = int(parts["number"]) if parts.get("number") else month_number(parts["month"])
        if match.start() < after:
            continue
        try:
            yield date(int(parts["year"]), month, int(parts["day"])), match.start(), match.end()
        except ValueError:
            continue
        after = match.end()


def find_days(text: str, latest: date) -> Iterator[tuple[date, int, int]]:
    """Yield every day and month without a year, as the last such day up to `latest`, with its start and end."""
    for match in _DAY_AND_MONTH.finditer(text):
        month = month_number(match["month"])
        for year in (latest.year, latest.year - 1):
            try:
                day = date(year, month, int(match["day"]))
            except ValueError:
                continue
            if day <= latest:
                yield day, match.start(), match.end()
                break


def find_date(text: str) -> tuple[date, int, int] | None:
    """Return the first full date in `text` with its start and end, or None."""
    return next(find_dates(text), None)


def month_number(name: str) -> int:
    """Return the month, 1 to 12, that `name` names in any of the three languages; 0 for none."""
    return next((number for number, month in enumerate(_MONTHS, start=1) if month.fullmatch(name)), 0)


def parse_date(value: object) -> date | None:
    """Read a date out of front matter or metadata: a date, a datetime or text holding a full date."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    found = find_date(str(value)) if value else None
    return found[0] if found else None
