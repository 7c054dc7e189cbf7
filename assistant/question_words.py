"""The words by which questions ask, in the three languages: tables, and what they tell of the answer wanted.

Kazakh words are given with and without the letters that a Russian keyboard lacks.
"""

import re
from enum import StrEnum


class Wanted(StrEnum):
    """What kind of thing an answer must hold."""

    DATE = "date"
    NUMBER = "number"
    PERSON = "person"
    ANYTHING = "anything"


_WHEN = re.compile(
    r"\b(?:когда|до какого|к какому|с какого|какого числа|в каком (?:году|месяце)|срок\w*|дедлайн\w*|дата|дату|"
    r"қашан\w*|кашан\w*|қай (?:жыл|күн|ай)\w*|кай (?:жыл|кун|ай)\w*|мерзім\w*|мерзим\w*|"
    r"when|by what|deadlines?|due|(?:what|which) (?:date|year|month|day))\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\b(?:сколько|скольк\w+|процент\w*|дол[яюи]|каком? мест\w+|какое место|объ[её]м\w*|сумм\w+|балл\w*|рейтинг\w*|"
    r"число|қанша\w*|канша\w*|неше\w*|нешінші|нешинши|пайыз\w*|үлес\w*|улес\w*|саны|балл|"
    r"how (?:many|much|large|big|long|high|powerful)|"
    r"what (?:share|percentage|percent|proportion|number|rank|score|place)|percentage|number|rank\w*|score\w*)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:кто|кого|кому|кем|кім\w*|ким(?:ге|нин|ди|дер)?|who|whom|whose)\b", re.IGNORECASE)

_SEVERAL = re.compile(
    r"\b(?:какие|каких|какими|перечисл\w+|назови\w*|список|кто (?:вошел|вошёл|входит|участв\w+|выступ\w+)|из чего|"
    r"what (?:are|were)|which (?:are|were|two|three|four|\w+s (?:are|were|do|did|will|can|must))|name the|"
    r"who (?:were|are)|"
    r"(?:қандай|кандай) \w*(?:лар|лер|дар|дер|тар|тер)\w*|ата(?:ңыз|ңдар|п)\w*|тізім\w*|не-не|кімдер\w*|кимдер\w*|"
    r"қайсылар\w*)\b|^\W*list\b",
    re.IGNORECASE,
)
# How a sentence begins that leans on the one before it.
_LEANS = re.compile(
    r"[«\"“'\s]*(?:поэтому|при этом|также|кроме того|в связи с этим|для этого|в том числе|это|этот|эта|эти|этой|этого|"
    r"такой|такая|такие|он|она|оно|они|его|её|их|там|тогда|по (?:его|её) словам|сондықтан|сондай-ақ|бұл|осы|ол|олар|"
    r"оның|олардың|мұндай|осылайша|бұған|оған|therefore|thus|it|he|she|they|this|these|those|such|its|his|her|their|also|that)\b",
    re.IGNORECASE,
)

_MONTHS = (
    "январ|феврал|март|апрел|ма[йя]\\b|июн|июл|август|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|"
    "тамыз|қыркүйек|қазан\\b|қараша|желтоқсан|january|february|march|april|may\\b|june|july|august|september|october|november|december"
)
_HOLDS = {
    Wanted.DATE: re.compile(
        rf"\b(?:19|20)\d\d\b|{_MONTHS}|до конца|в течение|ближайш|квартал|в скором|жыл соң|ай ішінде|жыл ішінде|тоқсан|"
        r"by the end|within|quarter|soon",
        re.IGNORECASE,
    ),
    Wanted.NUMBER: re.compile(r"\d"),
    Wanted.PERSON: re.compile(
        r"\b[А-ЯЁӘҒҚҢӨҰҮІA-Z][^\W\d_]*[а-яёәғқңөұүһіa-z](?:[ -][А-ЯЁӘҒҚҢӨҰҮІA-Z][^\W\d_]*[а-яёәғқңөұүһіa-z])+"
    ),
}


def wanted(question: str) -> Wanted:
    """Return what kind of thing `question` asks for."""
    for kind, pattern in ((Wanted.DATE, _WHEN), (Wanted.NUMBER, _HOW_MANY), (Wanted.PERSON, _WHO)):
        if pattern.search(question):
            return kind
    return Wanted.ANYTHING


def asks_for_several(question: str) -> bool:
    """Tell whether `question` asks for a list."""
    return _SEVERAL.search(question) is not None


def leans_back(sentence: str) -> bool:
    """Tell whether `sentence` begins by pointing to the one before it."""
    return _LEANS.match(sentence) is not None


def holds(sentence: str, kind: Wanted) -> bool:
    """Tell whether `sentence` has something of the kind wanted."""
    return kind is not Wanted.ANYTHING and _HOLDS[kind].search(sentence) is not None
