"""Words of decisions in English: deadlines, heads of bodies, offices, and what kind of decision a verb tells."""

import re

from corpus.dates import MONTH
from corpus.decisions.quantities import DAY, NUMBER, ORDINAL, UNIT, YEAR
from corpus.decisions.values import Rule

_BY = (
    r"(?:\b(?:by|before|no later than|not later than|on or before|due on|due)"
    r"|(?:(?<=has )|(?<=have )|(?<=given )|(?<=you )|(?<=them )|(?<=have only ))until"
    r"|\buntil(?=[\w ]{5,40}?\s+to\s+[a-z])"
    r"|^until(?=\s[\w\s]{3,30},))"
)
_THIS = r"(?P<this>this|the current|the)"
_YEAR = rf"(?:,?\s+(?:of\s+)?{YEAR}|\s+of\s+{_THIS}\s+year|\s+(?:of\s+)?(?P<next>next)\s+year)?"
_END = r"(?:the\s+)?(?:very\s+)?(?:end|close)\s+of"
_QUARTER = rf"(?:Q{ORDINAL}|{ORDINAL.replace('ordinal', 'ordinal_2')}\s+quarter){_YEAR}"
# Something happened in that time: not a time by which it is to be done.
_HAPPENED = "".join(
    rf"(?<!(?<!be ){verb} )"
    for verb in "signed adopted approved presented created began said announced noted stressed reported told".split()
)
# "In October 2025 the President instructed ..." dates the order.
_LATER = (
    r"(?:(?<=[\w”);–—]\s)|(?<=,\s)|^(?-i:(?=[a-z]))|"
    r"^(?=(?:(?!\w+ed\b|\b(?:said|says|told|held|gave)\b)[^;:])+?\b(?:will|must|shall|(?:is|are)\s+to)\b))"
)
# "The launch is scheduled for March", "Launch of the register – March 2026 (Ministry of Justice)".
_FIXED = (
    r"(?:(?:(?<=scheduled for )|(?<=slated for )|(?<=planned for )|(?<=set for )|(?<=due in )|(?<=due for "
    r"))(?:the\s+)?|"
    r"(?<=[–—;]\s)(?=[^.,]{4,30}(?:[();]|$)))"
)
_DURING = rf"{_HAPPENED}\b(?:in|during|within|for|over)"

DEADLINES = (
    (Rule.DATE, rf"{_BY}\s+{DAY}\.(?P<month_number>\d\d)\.{YEAR}"),
    (Rule.DATE, rf"{_BY}\s+(?:the\s+)?{DAY}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}{_YEAR}"),
    (Rule.DATE, rf"{_BY}\s+{MONTH}\s+{DAY}(?:st|nd|rd|th)?\b{_YEAR}"),
    (Rule.DATE, rf"\b(?:deadline|term)(?:\s+is|\s+of|:|,|\s+[–—-])\s+{DAY}\s+{MONTH}{_YEAR}"),
    (Rule.DATE, rf"\bon\s+{DAY}\s+{MONTH}{_YEAR}(?=,?\s+(?:not\s+a\s+day\s+later|at\s+the\s+latest))"),
    (Rule.DATE, rf"{_FIXED}{DAY}\s+{MONTH}{_YEAR}"),
    (Rule.MONTH, rf"{_FIXED}{MONTH}{_YEAR}"),
    (Rule.QUARTER, rf"{_FIXED}{_QUARTER}"),
    (Rule.END_OF_YEAR, rf"{_HAPPENED}\b(?:in|during|over)\s+20\d\d[–-]{YEAR}\b"),
    (Rule.END_OF_YEAR, rf"(?:{_FIXED}|(?<=\())20\d\d[–-]{YEAR}(?=[;)])"),
    (Rule.END_OF_YEAR, rf"(?:(?<=scheduled for )|(?<=slated for )|(?<=planned for )){YEAR}\b"),
    (Rule.MONTH, rf"\bat\s+(?:the|its|our|his)\s+{MONTH}\s+(?:meeting|session|sitting)"),
    (Rule.END_OF_YEAR, r"\b(?:before|by)\s+(?:the\s+)?New\s+Year\b"),
    (Rule.END_OF_QUARTER, rf"{_BY}\s+(?:{_END}\s+)?(?:the\s+)?{_QUARTER}"),
    (Rule.END_OF_QUARTER, rf"{_BY}\s+{_END}\s+(?:the|this|the current)\s+quarter\b"),
    (Rule.QUARTER, rf"{_DURING}\s+(?:the\s+)?{_QUARTER}"),
    (Rule.END_OF_HALF_YEAR, rf"(?:{_BY}\s+{_END}|{_DURING})\s+(?:the\s+)?{ORDINAL}\s+half(?:{_YEAR})"),
    (
        Rule.END_OF_YEAR,
        rf"{_BY}\s+(?:{_END}\s+(?:{YEAR}|(?P<this>this|the\s+current|the)\s+year|(?P<next>next)\s+year)"
        rf"|(?:the\s+)?year(?:[’']s|-)?\s*end(?:\s+{YEAR.replace('year', 'year_2')})?)"
        r"|\bbefore\s+the\s+year\s+is\s+out",
    ),
    (Rule.END_OF_MONTH, rf"{_BY}\s+{_END}\s+{MONTH}{_YEAR}"),
    (Rule.END_OF_MONTH, rf"{_BY}\s+{_END}\s+(?P<here>(?:the|this)\s+month)"),
    (Rule.YEAR, rf"\bby\s+the\s+(?:start|beginning)\s+of\s+(?:{YEAR}|(?P<next>next)\s+year)"),
    (Rule.WITHIN_MONTHS, r"\b(?:within|in)\s+(?P<half>half\s+a\s+year)"),
    (
        Rule.WITHIN_MONTHS,
        rf"\b(?:within|in|for|over|not?\s+later\s+than)\s+(?:the\s+(?:next|coming|following)\s+)?(?<!for )(?<!over )"
        rf"{NUMBER}\s+{UNIT}\b(?:\s+time)?(?!\s+of\s+age)",
    ),
    (Rule.WITHIN_MONTHS, rf"\b(?:for|over)\s+the\s+(?:next|coming|following)\s+{NUMBER}\s+{UNIT}\b"),
    # "gave the akim two weeks to", "was given five days"
    (Rule.WITHIN_MONTHS, rf"(?<!\d )\b{NUMBER}\s+{UNIT}(?=\s+(?:to\s+[a-z]|for\s+the\s|in\s+which\s+to))"),
    (Rule.WITHIN_MONTHS, rf"(?<=given )(?:only\s+)?{NUMBER}\s+{UNIT}\b"),
    (Rule.WITHIN_MONTHS, rf"\bdeadline\s+of\s+{NUMBER}\s+{UNIT}\b"),
    (Rule.WITHIN_MONTHS, rf"\b{NUMBER}[- ]{UNIT}\s+deadline\b"),
    (Rule.WITHIN_MONTHS, r"\b(?:within|in)\s+(?:the|this|the\s+coming)\s+(?:next\s+)?(?P<one>week|month|year)\b"),
    (Rule.END_OF_MONTH, rf"{_BY}\s+{MONTH}{_YEAR}"),
    (Rule.MONTH, rf"{_HAPPENED}{_LATER}(?:in|during)\s+{MONTH}{_YEAR}"),
    (Rule.MONTH, rf"\b(?:deadline|term)(?:\s+is|:|,|\s+[–—-])\s+{MONTH}{_YEAR}"),
    (Rule.YEAR, rf"\bby\s+{YEAR}\b"),
    (
        Rule.END_OF_YEAR,
        rf"{_HAPPENED}(?:{_LATER}|^(?=.*\bwill\b))in\s+(?:the\s+course\s+of\s+)?{YEAR}(?!\s+(?:prices|terms))\b",
    ),
    (Rule.END_OF_YEAR, r"\b(?:during\s+|in\s+)?(?<!last )(?:(?P<this>this)|(?P<next>next))\s+year\b(?![’'])"),
)

# What may be told to do something: the last word of a noun phrase's first part, in the singular or plural.
HEADS = (
    r"ministr(?:y|ies)|government|cabinet|agenc(?:y|ies)|(?:sub)?committees?|commissions?|councils?|boards?|banks?|"
    r"funds?|departments?|divisions?|directorates?|offices?|akims?|akimats?|maslikhats?|ma[zj]h?ilis|senate|parliament|"
    r"chambers?|bod(?:y|ies)|organs?|universit(?:y|ies)|schools?|colleges?|institutes?|academ(?:y|ies)|cent(?:er|re)s?|"
    r"headquarters|administrations?|authorit(?:y|ies)|services?|compan(?:y|ies)|operators?|enterprises?|group|groups|"
    r"corporations?|holdings?|jsc|llp|ltd|police|courts?|inspectorates?|associations?|ministers?|president|premier|"
    r"heads?|chiefs?|chair(?:man|men|woman|person)?|directors?|rectors?|ceos?|managers?|management|governors?|"
    r"deput(?:y|ies)|officials?|secretar(?:y|ies)|regulators?|hospitals?|polyclinics?|clinics?|kindergartens?|"
    r"contractors?|developers?|organi[sz]ations?|institutions?|employers?|airlines?|utilities|carriers?|sector|bloc|"
    r"colleagues?|specialists?|experts?|scientists?|servants?|staff|executives?|branch(?:es)?|prosecutors?|mayors?|"
    r"hall|municipalit(?:y|ies)|leaders?|subsidiar(?:y|ies)|force|consortium|plants?|producers?|registry|inspectors?|"
    r"counsellors?|advisers?|ombudsman|curators?|structures?|units?|laborator(?:y|ies)|embass(?:y|ies)|librar(?:y|ies)|"
    r"pharmac(?:y|ies)|farms?|secretariats?|bureaux?|bureaus|treasury|customs|assembl(?:y|ies)|auditors?|lyceums?|"
    r"museums?|theat(?:re|er)s?|rectorates?|teams?|delegations?"
)
# Bodies of the state: told something by "must" even where no day is named.
STATE_HEADS = (
    r"ministr(?:y|ies)|government|cabinet|agenc(?:y|ies)|committees?|commissions?|councils?|akims?|akimats?|"
    r"maslikhats?|ministers?|bod(?:y|ies)|headquarters|administration|governors?|departments|"
    r"authorit(?:y|ies)|premier|bloc|inspectorate"
)
# Companies and abbreviations: a body without any of the words above.
COMPANY = (
    r"(?:Kazakhstan\s+Temir\s+Zholy|(?!(?:Kazakh(?:s|stan|stani|stanis)?|Qazaq|DECIDED|ORDER|RESOLVED|USD|TOP|PhD|"
    r"GDP)\b)"
    r"(?:[A-Z]{3,}[A-Z0-9]*|[A-Z]{2}-[A-Z][a-z]+|[A-Z][a-z]+[A-Z]\w*|[KQ]az[a-z]\w*(?:\s+Temir\s+Zholy)?|Samruk|"
    r"Baiterek|Akorda|Atameken)"
    r"(?:-[A-Z]\w+)?)"
)
_FIELDS = (
    "Artificial Intelligence AI Digital Digitalisation Digitalization Development Innovation Innovations "
    "Aerospace Industry Construction Energy Health Healthcare Labour Labor Social Protection Population Finance "
    "National Economy Education Enlightenment Science Sciences Higher Culture Information Sport Sports Tourism "
    "Ecology Natural Resources Water Irrigation Agriculture Trade Integration Transport Justice Internal External "
    "Affairs Foreign Defence Defense Emergency Emergencies Situations Interior Environment Geology Forestry "
    "Communications Communication Investment Investments Infrastructure Regional Regions Policy Public Security "
    "Youth Family Housing Utilities Food Technology Technologies Telecommunications Commerce Migration Religious "
    "Religion Civil Society Space Mines Fisheries Welfare Strategic Planning Reforms Reform Statistics "
    "Competition Anti-Corruption Archives Training Research Employment"
).split()
FIELD = rf"(?:{'|'.join(_FIELDS)})\b(?:\s+\([A-Z]+\))?"
FIELDS = rf"{FIELD}(?:(?:,?\s+and\s+|,\s+|\s+){FIELD})*"
_PLACES = (
    "Almaty|Astana|Shymkent|Karaganda|Karagandy|Kostanay|Pavlodar|Aktobe|Atyrau|Mangystau|Mangistau|Turkistan|"
    "Kyzylorda|"
    "Zhambyl|Zhetysu|Zhetisu|Abai|Abay|Ulytau|Akmola|North Kazakhstan|East Kazakhstan|West Kazakhstan|Aktau|Taraz|"
    "Ekibastuz|Semey|Oral|Uralsk|Petropavl|Kokshetau|Taldykorgan|Konayev|Balkhash|Ridder|Temirtau"
)
PLACES = rf"(?:the\s+)?(?:city\s+of\s+)?(?:{_PLACES})(?:\s+(?:[Rr]egion|city|district|oblast))?"
PLACES = rf"{PLACES}(?:(?:,\s+|\s+and\s+){PLACES})*"
FOREIGN = re.compile(
    r"\b(?:Korea|Estonia|Finland|Singapore|Netherlands|China|Chinese|Japan|Japanese|Russian?|American|British|German|"
    r"French|Turkish|Germany|France|Poland|Britain|India|"
    r"UK|US|USA|United\s+(?:States|Kingdom|Arab\s+Emirates)|UAE|EU|European|Brussels|Washington|Denmark|Norway|Sweden|"
    r"Turkey|Türkiye|Uzbekistan|Tashkent|Kyrgyzstan|Azerbaijan|Georgia|Israel|Italy|Spain|Portugal|Canada|Australia|"
    r"Vietnam|Malaysia|Indonesia|Saudi\s+Arabia|Ireland|Latvia|Lithuania|Ukraine|Belarus|Armenia|Switzerland|Austria)\b"
    r"(?![’']s\s+(?:experience|model))"
)
REPORTS = (
    r"(?:said|says|added|adds|announced|announces|explained|noted|stressed|emphasi[sz]ed|reported|told|warned|"
    r"reports(?!\s+(?:on|of|to|will|must|shall|are|from|and|should|were|have|by)\b)|"
    r"promised|remarked|stated|declared|underlined|pointed\s+out|recalled|concluded|demanded|ordered|instructed|"
    r"asked|wrote|writes|tells|confirmed|informed|commented|summed\s+up|"
    r"answered|replied|responded)"
)


def spaced(pattern: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """Compile a pattern in which a space stands for any white space."""
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE if ignore_case else 0)
