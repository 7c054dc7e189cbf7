"""The words by which questions ask, in the three languages: tables, and what they tell of the answer wanted.

Kazakh words are given with and without the letters that a Russian keyboard lacks.
"""

import re
from enum import StrEnum


class Wanted(StrEnum):
    """What kind of thing an answer must hold."""

    DATE = "date"
    MONEY = "money"
    CONTACT = "contact"
    NUMBER = "number"
    PERSON = "person"
    ANYTHING = "anything"


_WHEN = re.compile(
    r"\b(?:когда|до какого|к какому|с какого|какого числа|в каком (?:году|месяце)|срок\w*|дедлайн\w*|дата|дату|"
    r"қашан\w*|кашан\w*|қай (?:жыл|күн|ай)\w*|кай (?:жыл|кун|ай)\w*|мерзім\w*|мерзим\w*|"
    r"when|by what|deadlines?|due|(?:what|which) (?:date|year|month|day))\b",
    re.IGNORECASE,
)
# An amount asked for: a question word and, a few words on, what is paid; no share of it.
_HOW_MUCH_MONEY = re.compile(
    r"^(?!.*\b(?:процент|дол[яюи]\b|пайыз|үлес|улес|percent|share)).*?(?:"
    r"\b(?:(?:сколько|во сколько) (?:[\w-]+ )?(?:стоит|стоят|стоил\w*|стоить|обо(?:шл|йд)\w*)\b|"
    r"(?<!на )(?:сколько|как(?:ой|ая|ова|ую)) (?!част|дол|процент|штраф)(?:[\w-]+ ){0,4}?(?:бюджет(?:ных|а)?\b|"
    r"стоимость|ден[её]г\b|средств\b|заплат|платит\b|потрат|зараб|зарплат|оклад|расход(?:ы|ов)\b|затрат|цен[аы]\b|инвестиций|"
    r"тенге|доллар)|"
    r"(?:қанша|канша) (?:тұрады|турады|түседі|туседи)\W*$|(?:қаншаға|каншага) (?:түс|тус)|"
    r"(?:қанша|канша|неше|қандай|кандай) (?:[\w-]+ ){0,2}?(?:қаржы|каржы|қаражат|каражат|ақша(?!ны)|акша|теңге|доллар|"
    r"бюджет)|"
    r"(?:бюджет|баға|құн|кун|жалақы|жалакы)(?:ы|сы|і|и) (?:қанша|канша|қандай|кандай|неше)|"
    r"how much (?:money\b|funding|(?:[\w'-]+ ){0,6}?(?:costs?|pay|paid|spen[dt]|earn|invest(?:ed)?)\b)|"
    r"what (?:is|was|were|are|will|did|does|would) (?:[\w'-]+ ){0,6}?(?:costs?|prices?|salary|salaries|budget)\b|"
    r"(?:cost|price|budget|salary) of\b|at what (?:cost|price))|"
    r"^\W*(?:[\w.-]+ ){1,4}(?:(?:цена|стоимость|price|cost)\b|(?:бюджет|budget)\W*$))",
    re.IGNORECASE | re.DOTALL,
)
_HOW_TO_REACH = re.compile(
    r"\b(?:(?:номер|какой|контактн\w+) телефон\w*|телефон\w* (?:номер|горячей|при[её]мной|поддержк\w+)|"
    r"по какому (?:номеру|телефону|адресу)|(?:какой|где) (?:[\w-]+ ){0,2}адрес|адрес (?:офис|центр|министерств)\w*|"
    r"адрес режим|режим работы|график работы|мекен-?жайы|телефон\w* (?:нөмір|номер)\w*|телефон(?:ы|дары)$|жұмыс уақыты|"
    r"(?:phone|telephone|hotline) (?:number|line)|opening hours|contact details|"
    r"what(?:'s| is) the (?:[\w-]+ ){0,3}(?:e-?mail|street|postal)? ?address)\b",
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
_NOW = re.compile(
    r"\b(?:сейчас|теперь|на (?:сегодня|данный момент|сегодняшний день)|в настоящее время|ныне\w*|"
    r"последн(?:ие|их|им) данны\w+|қазір\w*|казир\w*|бүгінгі|бугинги|соңғы дерек\w*|"
    r"now|currently|at present|at the moment|these days|latest|to date)\b",
    re.IGNORECASE,
)
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
    Wanted.PERSON: re.compile(
        r"\b[А-ЯЁӘҒҚҢӨҰҮІA-Z][^\W\d_]*[а-яёәғқңөұүһіa-z](?:[ -][А-ЯЁӘҒҚҢӨҰҮІA-Z][^\W\d_]*[а-яёәғқңөұүһіa-z])+"
    ),
}

_ASKS_FOR = {
    Wanted.DATE: _WHEN,
    Wanted.MONEY: _HOW_MUCH_MONEY,
    Wanted.CONTACT: _HOW_TO_REACH,
    Wanted.NUMBER: _HOW_MANY,
    Wanted.PERSON: _WHO,
}


def wanted(question: str) -> Wanted:
    """Return what kind of thing `question` asks for."""
    return next((kind for kind, pattern in _ASKS_FOR.items() if pattern.search(question)), Wanted.ANYTHING)


def asks_for_several(question: str) -> bool:
    """Tell whether `question` asks for a list."""
    return _SEVERAL.search(question) is not None


def asks_for_now(question: str) -> bool:
    """Tell whether `question` asks for what is so at present."""
    return _NOW.search(question) is not None


def says_not_yet(sentence: str) -> bool:
    """Tell whether `sentence` says that something has not happened yet."""
    return _NOT_YET.search(sentence) is not None


def leans_back(sentence: str) -> bool:
    """Tell whether `sentence` begins by pointing to the one before it."""
    return _LEANS.match(sentence) is not None


def holds(sentence: str, kind: Wanted) -> bool:
    """Tell whether `sentence` has something of the kind wanted."""
    return kind is not Wanted.ANYTHING and _HOLDS[kind].search(sentence) is not None
