"""What sentences offer to a question, by words and shapes in the three languages: a date, a sum, a name, who leads."""

import re
from enum import StrEnum


class Wanted(StrEnum):
    """What kind of thing an answer must hold."""

    DATE = "date"
    MONEY = "money"
    CONTACT = "contact"
    NUMBER = "number"
    HEAD = "head"
    ORGANISATION = "organisation"
    PERSON = "person"
    ANYTHING = "anything"


OFFICE = (
    r"(?:глав[аыуое]\w*(?! (?:государств|страны))|руковод\w+|возглав\w+|председател\w*|директор\w*|ректор\w*|"
    r"министр\w*|начальник\w*|аким\w*|заведующ\w+|курир\w+|координатор\w*|(?<!мемлекет )басшы\w*|басшилы\w*|"
    r"басқар\w+|баскар\w+|төраға\w*|торага\w*|төрайым\w*|жетекші\w*|жетекши\w*|әкім\w*|меңгеруші\w*|үйлестіруші\w*|"
    r"head(?! of state)|heads|headed|heading|chair\w*|director\w*|led|leads|leader|rector|dean|minister|chief|ceo|"
    r"mayor|akim|runs|run by|in charge|coordinator|supervis\w+)"
)
_HELD = r"(?:председательств\w*|провел[аи]?|провёл|өткізді|төрағалы\w*|held|chaired|presided)"
# Two words or more with a capital: a name.
_NAMED = r"\b[А-ЯЁӘҒҚҢӨҰҮІA-Z][^\W\d_]*[а-яёәғқңөұүһіa-z](?:[ -][А-ЯЁӘҒҚҢӨҰҮІA-Z][^\W\d_]*[а-яёәғқңөұүһіa-z])+"
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
    Wanted.MONEY: re.compile(
        r"тенге|теңге|доллар|евро|рубл|юан|крон|фунт|\bмрп\b|\bаек\b|[$€₸]|бесплатн|тегін|"
        r"tenge|dollar|euro|ro?uble|yuan|crowns|pounds|\bfree\b|\b(?:usd|kzt|mci)\b",
        re.IGNORECASE,
    ),
    Wanted.CONTACT: re.compile(
        r"\+7|\b\d{2,4}[ -]\d{2,3}[ -]\d{2}|\b1[14]\d\d\b|\bул\.|улиц|проспект|көшес|даңғыл|street|avenue|@|www\.|"
        r"\.kz\b|"
        r"\d\d?[:.]\d\d",
        re.IGNORECASE,
    ),
    Wanted.NUMBER: re.compile(r"\d"),
    Wanted.HEAD: re.compile(
        rf"\b(?:{OFFICE}|{_HELD})\b.{{0,80}}?(?-i:{_NAMED})|(?-i:{_NAMED}).{{0,80}}?\b(?:{OFFICE}|{_HELD})\b",
        re.IGNORECASE | re.DOTALL,
    ),
    Wanted.ORGANISATION: re.compile(
        r"министерств|агентств|комитет|комисси|университет|институт|компани|\bфонд|\bсовет|правительств|палат|\bбанк|холдинг|"
        r"министрлі|агентті|ұйым|мекеме|\bкеңес|үкімет|\b(?:АО|ТОО|АҚ|ЖШС|JSC|LLP)\b|"
        r"ministry|agency|committee|commission|university|institute|company|\bfund\b|council|government|\bbank|holding|"
        r"(?-i:\b[A-ZА-ЯӘҒҚҢӨҰҮІ]{3,}\b)",
        re.IGNORECASE,
    ),
    Wanted.PERSON: re.compile(_NAMED),
}

_NOT_YET = re.compile(
    r"\b(?:(?:ещ[её]|пока)(?: что)? не|әлі (?:де |күнге дейін )?(?:[\w-]+ ){0,3}?\w*(?:ған|ген|қан|кен)? ?жоқ|"
    r"әлі (?:[\w-]+ ){0,3}?\w+(?:ма|ме|ба|бе|па|пе)(?:ған|ген|й\w*|ды|ді)\w*|"
    r"not yet|yet to|has still not|still has not)\b",
    re.IGNORECASE,
)
# How a sentence begins that leans on the one before it.
_LEANS = re.compile(
    r"[«\"“'\s]*(?:поэтому|при этом|также|кроме того|в связи с этим|для этого|в том числе|это|этот|эта|эти|этой|этого|"
    r"такой|такая|такие|он|она|оно|они|его|её|их|там|тогда|по (?:его|её) словам|сондықтан|сондай-ақ|бұл|осы|ол|олар|"
    r"оның|олардың|мұндай|осылайша|бұған|оған|therefore|thus|it|he|she|they|this|these|those|such|its|his|her|their|also|that)\b",
    re.IGNORECASE,
)


def holds(sentence: str, kind: Wanted) -> bool:
    """Tell whether `sentence` has something of the kind wanted."""
    return kind is not Wanted.ANYTHING and _HOLDS[kind].search(sentence) is not None


def asks(text: str) -> bool:
    """Tell whether `text`, a heading or a sentence of an interview, is a question."""
    return text.rstrip(" *_»\"”’'").endswith("?")


def says_not_yet(sentence: str) -> bool:
    """Tell whether `sentence` says that something has not happened yet."""
    return _NOT_YET.search(sentence) is not None


def leans_back(sentence: str) -> bool:
    """Tell whether `sentence` begins by pointing to the one before it."""
    return _LEANS.match(sentence) is not None
