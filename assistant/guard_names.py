"""Names of persons in a question, put as marks by which `guard_personal.py` knows whose data are asked for.

A name is known by the endings of Kazakh and Russian surnames and by some first names; two or three other words in
capitals may be a name, unless one is a word of organisations or places. Text stands in Russian letters.
"""

import re

from corpus.language import fold

_CAPITALISED_WORD = r"[A-ZА-Я][a-zа-я]+(?:-[A-ZА-Я][a-zа-я]+)*"
_CAPITALISED = re.compile(rf"\b{_CAPITALISED_WORD}(?: {_CAPITALISED_WORD})*")
_CASES = r"(?:а|у|ым|ом|ой|е|ы|[дтн][ыи]н|[гк][ае]|[дт][ыиае]|[дт][ае]н|[мбп]ен)?"
_SURNAME = (
    rf"(?!азе|ази|узб|озб|дуба|шанх|украи|аргент|палест|dubai|uzb)(?:\w{{2,}}(?:[ое]в|(?:[ое]в)?(?:ич|на)|баев|бек|бай|хан|"
    rf"жан|гали|кызы|улы|гуль?|[бвгзклмпрсх]ин){_CASES}|\w{{2,}}(?:ov|ev|ova|eva|bek|bay|bai|khan|zhan|uly|kyzy|gali|vich))"
)
# Names that are typed in small letters as well.
_FAMILIAR = (
    r"(?:саясат|sayasat)(?=\w* (?:нурбек|nurbek))|(?:касым-|kass?ym-)?(?:жомарт|zhomart|jomart)|токаев|tokayev|tokaev|"
    r"toqaev|бектенов|bektenov|мадиев|madiyev|madiev|нурбек|nurbek|олжас|olzhas|жаслан|zhaslan|дадебай|dadebay|бейсембаев|"
    r"beisembayev|назарбаев|nazarbayev|айбек|aibek|ерлан|нурлан|серик|асхат|бауыржан|тимур|талгат|айгуль|динара|асель|"
    r"илон маск|илона маска|elon musk|sam altman"
)
_FIRST_NAME = (
    "саясат|гани|данияр|мурат|марат|иван|петр|сергей|александр|андрей|мария|анна|елена|ольга|илон|дженсен|билл|"
    "john|james|mary|anna|ivan|jensen|donald|elon"
)
_TYPED_SMALL = re.compile(rf"\b(?:(?:{_FAMILIAR})\w{{0,5}} ?)+\b", re.IGNORECASE)
_NAME = re.compile(rf"{_SURNAME}|(?:{_FAMILIAR}|{_FIRST_NAME})\w{{0,5}}", re.IGNORECASE)
_NO_PERSON = re.compile(
    "hub|хаб|универ|univ|ministr|министерств|министрли|bank|банк|fund|фонд|корпор|центр|cent|орталы|park|парк|academ|академ|"
    "instit|инстит|school|школ|мектеп|city|council|совет|кенес|agenc|агент|compan|компан|group|tele|cloud|клауд|digit|цифр|"
    "qazaq|qaztech|kazakh|kazllm|казах|казак|казпоч|казмун|astan|астан|almat|алмат|alem|алем|asia|азия|united|republic|"
    "республик|court|суд|nation|национ|улттык|head|штаб|code|кодекс|law|закон|index|индекс|state|мемлек|supreme|верхов|"
    "artific|искусс|жасанды|intell|street|улиц|коше|prosp|просп|avenue|post|почт|office|system|систем|tech|тех|service|smart|"
    "data|sana|farabi|фараби|chat|open|europ|south|north|saudi|silicon|world|middle|government|правит|укимет|internat|"
    "междунар|халык|sport|газ|gaz|mail|тьюринг|turing",
    re.IGNORECASE,
)


def marked(text: str, no_name: re.Pattern[str]) -> str:
    """Put QPERSON for names in `text`, QNAME where it may be none, each with A in a Russian oblique case.

    Words that `no_name` matches whole are no part of a name though in capitals.
    """
    return marked_familiar(_CAPITALISED.sub(lambda words: _mark(words[0].split(), no_name), text))


def marked_familiar(text: str) -> str:
    """Put QPERSON for the names that people type in small letters as well."""
    return _TYPED_SMALL.sub(lambda name: f"QPERSON{_oblique(name[0].rstrip())}{' ' * name[0].endswith(' ')}", text)


def _mark(words: list[str], no_name: re.Pattern[str]) -> str:
    start, end = 0, len(words)
    while start < end and no_name.fullmatch(fold(words[start])):
        start += 1
    while start < end and no_name.fullmatch(fold(words[end - 1])):
        end -= 1
    name = words[start:end]
    sure = any(map(_NAME.fullmatch, name))
    if any(map(_NO_PERSON.match, name)) or not (sure or len(name) > 1):
        return " ".join(words)
    mark = f"{'QPERSON' if sure else 'QNAME'}{_oblique(name[-1])}"
    return " ".join([*words[:start], mark, *words[end:]])


def _oblique(name: str) -> str:
    return "A" if name[-1] in "аеиоуыюяй" else ""
