"""Dates as they are written in Russian, Kazakh and English text. Periods and deadlines are not its work."""

import re
from datetime import date

MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "январ|қаңтар|jan",
            "феврал|ақпан|feb",
            "март|наурыз|mar",
            "апрел|сәуір|apr",
            "мая|май|мамыр|may",
            "июн|маусым|jun",
            "июл|шілде|jul",
            "август|тамыз|aug",
            "сентябр|қыркүйек|sep",
            "октябр|қазан|oct",
            "ноябр|қараша|nov",
            "декабр|желтоқсан|dec",
        ),
        start=1,
    )
    for month in names.split("|")
}
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})[^\W\d]*\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"\b{_DAY}[./](?P<number>\d\d)[./]{_YEAR}\b",
        rf"\b{_DAY}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_YEAR}\s+(?:жыл\w*,?\s+)?{_DAY}\s+{_MONTH}",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
    )
]


def find_date(text: str) -> tuple[date, int, int] | None:
    """Return the first full date in `text` with its start and end, or None."""
    found = [match for pattern in _PATTERNS for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        parts = match.groupdict()
        month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"].lower()]
        try:
            return date(int(parts["year"]), month, int(parts["day"])), match.start(), match.end()
        except ValueError:
            continue
    return None


def parse_date(value: object) -> date | None:
    """Read a date out of front matter or metadata: a date, a datetime or text holding a full date."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    found = find_date(str(value)) if value else None
    return found[0] if found else None
