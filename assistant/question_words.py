"""The words by which questions ask, in the three languages: tables, and what they tell of the answer wanted.

Kazakh words are given with and without the letters that a Russian keyboard lacks. What sentences offer is told by
`answer_words`.
"""

import re

from assistant.answer_words import OFFICE, Wanted

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

_WHO_HEADS = re.compile(
    rf"(?:\b(?:кто|кем|кім|ким|кімдер|who|whom)\b[^.?!]*\b{OFFICE}\b|\b{OFFICE}\b[^.?!]*\b(?:кто|кем|кім|ким|who)\b|"
    r"^\W*(?:head|chair\w*|director|rector|ceo|глава|руководитель|председатель|директор|ректор)\b)",
    re.IGNORECASE,
)
_WHICH_BODY = re.compile(
    r"\b(?:(?:как(?:ой|ая|ое|ому|им|ую|ого)|чей|чья|чьё) (?:[\w-]+ )?(?:министерств|ведомств|орган\b|органу|"
    r"компани|организац|агентств|вуз|университет|учрежден|госорган|фирм|институт|комитет|структур)\w*|"
    r"(?:қай|кай|қандай|кандай) (?:[\w-]+ )?(?:министрлі|министрли|мекеме|орган|компани|ұйым|уйым|агентті|"
    r"агентти|университет|ведомство|институт|комитет|фирма)\w*|"
    r"(?:which|what) (?:[\w-]+ )?(?:ministry|bod(?:y|ies)|agenc(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|"
    r"institutions?|universit(?:y|ies)|department|regulator|firm|institute|committee))",
    re.IGNORECASE,
)

_SEVERAL = re.compile(
    r"\b(?:какие|каких|какими|перечисл\w+|назови\w*|список|кто (?:вошел|вошёл|входит|участв\w+|выступ\w+)|из чего|"
    r"что (?:входит|включает)|what (?:are|were)|name the|who (?:were|are)|"
    r"which (?:[\w-]+ )?(?!(?:was|does|has|this|its|process|progress|status|access|business)\b)\w{3,}s\b|"
    r"what (?:[\w-]+ ){1,3}?(?:are|were)\b|what \w{3,}s (?:did|do|does|will|can|must|should|have)\b|"
    r"which (?:are|were|two|three|four|five|of)|"
    r"(?:қандай|кандай|қай|кай) (?:[\w-]+ )?\w{2,}(?:лар|лер|дар|дер|тар|тер)"
    r"(?:ы|і|и|ын|ін|ин|ды|ді|да|де|дың|дің|ға|ге|га|мен)?\b|"
    r"(?:қандай|кандай|қай|кай) (?:екі|еки|үш|уш|төрт|торт|бес|\d+)|"
    r"ата(?:ңыз|ңдар|п)\w*|тіз(?:ім|імін|імі|іп|іңіз)|тиз(?:им|имин|ип)|не-не|нендей|кімдер\w*|кимдер\w*|"
    r"қайсылар\w*)\b|^\W*list\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:сейчас|теперь|на (?:сегодня|данный момент|сегодняшний день)|в настоящее время|ныне\w*|"
    r"последн(?:ие|их|им) данны\w+|қазір\w*|казир\w*|бүгінгі|бугинги|соңғы дерек\w*|"
    r"now|currently|at present|at the moment|these days|latest|to date)\b",
    re.IGNORECASE,
)

_ASKS_FOR = {
    Wanted.DATE: _WHEN,
    Wanted.MONEY: _HOW_MUCH_MONEY,
    Wanted.CONTACT: _HOW_TO_REACH,
    Wanted.NUMBER: _HOW_MANY,
    Wanted.HEAD: _WHO_HEADS,
    Wanted.ORGANISATION: _WHICH_BODY,
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
