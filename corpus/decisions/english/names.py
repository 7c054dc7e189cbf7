"""How persons, offices and bodies are written in English text, as one pattern with named parts."""

import re

from corpus.decisions.english.words import COMPANY, FIELD, FIELDS, PLACES, spaced

_NOT_NAME = (
    r"(?!A\s|(?:The|An|At|On|In|By|For|From|With|Under|After|Before|He|She|It|They|We|I|This|These|That|Of|And|Or|To|"
    r"As|"
    r"However|Also|According|Summing|Speaking|Answering|Earlier|Then|Today|During|Their|His|Her|Its|All|Some|Every|"
    r"Each|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Asked|Now|Here|There|Our|My|Your|Not|No|If|When|While|But|Dear|Law|Decree|"
    r"Address|Kazakhstan|Kazakh)\b|New Year\b|Year\b)"
)
_WORD = rf"{_NOT_NAME}[A-Z][\w&’'-]*"
_SINGLE = rf"{_NOT_NAME}[A-Z][a-z]+(?:[’'](?!s\b)[a-z]+)?(?:-[A-Z][a-z]+)?"
NAME = rf"(?>(?:{_NOT_NAME}[A-Z][a-z]?\.\s?){{0,2}}{_SINGLE}(?: {_SINGLE})?)"
_FULL_NAME = rf"{_SINGLE} {_SINGLE}"
_LEVEL = r"(?:(?:First|Acting|Deputy|Vice|State|first|acting|deputy|vice)[\s-])*"
_HEAD_WORDS = (
    r"Ministry|Government|Cabinet|Agency|Committee|Commission|Council|Board|Bank|Fund|Department|Directorate|Office|"
    r"Akimat|Maslikhat|Mazhilis|Majilis|Senate|Parliament|Chamber|University|Institute|Academy|Headquarters|"
    r"Administration|Authority|Service|Police|Court|Inspectorate|Association|Corporation|Holding|JSC|LLP|Centre|Center|"
    r"Group|Company|Assembly|Kurultai"
)
_LOWER_HEADS = (
    r"ministry|government|agency|committee|commission|council|board|akimat|maslikhat|chamber|headquarters|authority|"
    r"administration|company|operator|regulator|department|parliament|"
    r"cabinet|central bank|supervisory board|city hall|City hall|fund"
)
_OF = (
    rf"(?: (?:of|for|on|under) (?:the )?(?:(?:Republic of )?Kazakhstan\b|"
    rf"(?:{_WORD} ){{0,4}}(?:{_HEAD_WORDS})\b|{FIELDS}|{PLACES}|"
    rf"{_WORD}(?: (?:{_WORD}|of(?: the(?= {_WORD} Market))?|and(?= [A-Z]\w+\s)))*))*"
)
_BODY = (
    rf"(?:{_WORD}(?:[’']s)? (?:and (?={_WORD} (?:{_HEAD_WORDS})))?){{0,5}}?(?:{_HEAD_WORDS})\b"
    rf"(?: (?:Management |Supervisory )?Board\b)?(?![’']s){_OF}"
)
_LOWER_BODY = (
    rf"(?:{_WORD}(?:[’']s)? )?(?:(?<![’'])[a-z]+ )?(?:{_LOWER_HEADS})\b(?! [a-z]+(?:or|er)\b)"
    rf"(?: of (?:{PLACES}|the {_WORD}))?"
)
_MEMBERS = r"(?:MPs|[Dd]eputies|[Ll]awmakers|[Ss]enators)\b(?! of)"
_CHAIR = (
    r"(?:[Cc]hair(?:man|woman|person)?|[Hh]ead|[Dd]irector(?:[ -][Gg]eneral)?|[Rr]ector|[Cc]hief|CEO|[Ss]peaker|"
    r"[Gg]overnor|[Mm]ayor|[Oo]mbudsman|[Ss]ecretary|[Mm]anager|[Pp]resident)"
).replace("[ -]", r"[\s-]")
_MINISTER = rf"(?:{FIELDS} )?(?:Ministers?|minister)(?: (?:of|for) (?:the )?{FIELDS})?"
_OFFICE = (
    rf"{_LEVEL}(?:[Hh]ead of (?:the )?(?:[Ss]tate|[Gg]overnment)|[Pp]rime [Mm]inister|[Pp]remier|PM\b|[Pp]resident|"
    rf"Prosecutor General|Secretary of State|State Counsellor|Head of the Presidential Administration|{_MINISTER}|"
    rf"(?:city |regional |district )?[Aa]kim(?: of {PLACES})?)(?: of (?:the Republic of )?Kazakhstan)?"
    rf"(?: [–—-] Minister of {FIELDS})?"
)
_MANAGER = (
    rf"{_LEVEL}(?:(?:{_WORD}(?:[’']s)?|company[’']s|regional|police|port|airport|district|city|committee) ){{0,3}}"
    rf"{_CHAIR}"
    rf"(?: of (?:the )?(?:{_BODY}|{COMPANY}|"
    rf"(?:[a-z]+ ){{0,2}}(?:{_LOWER_HEADS}|region|district|city|state)\b|{PLACES}))?"
)
_NO_NAME = rf"(?!{FIELD}|(?:{_HEAD_WORDS})\b)"  # "Minister of Digital" is no post of a "Development"
ACTOR = spaced(
    rf"(?P<officer>\b{_OFFICE}\b(?![’']s)),? (?P<officer_name>{_NO_NAME}{NAME})(?![’']s)|"
    rf"(?P<manager>\b{_MANAGER}\b),? (?P<manager_name>{_NO_NAME}{NAME})(?![’']s)|"
    rf"(?P<named>\b{_FULL_NAME}), (?:the )?(?P<named_post>{_OFFICE}|{_MANAGER})\b|"
    rf"(?P<office>\b{_OFFICE}\b)(?![’']s)|"
    rf"(?P<body>\b{_MEMBERS}|\b{_BODY}|\b{COMPANY}\b|\b{_LOWER_BODY})(?![’']s)|"
    rf"(?P<post>\b{_MANAGER}\b)(?![’']s| of\b)"
)
NO_ACTOR = re.compile(r"\s*(?:[’']s\b|(?:press|session|meeting|decree|resolution|decision|building|service)\b)", re.I)
