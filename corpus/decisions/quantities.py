"""Numbers, ordinals and stretches of time as deadlines word them, in the three languages; and parts of patterns."""

import re

from corpus.decisions.values import Rule

YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>\d{1,2})"
_ORDINALS = {
    1: r"1|I|перв\w+|бірінші|first",
    2: r"2|II|втор\w+|екінші|second",
    3: r"3|III|трет\w+|үшінші|third",
    4: r"4|IV|четв[её]рт\w+|төртінші|fourth",
}
ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS.values())})(?:-?(?:го|й|м|ом|ші|шы|нші|st|nd|rd|th))?"
_NUMBERS = {
    1: r"1|один|одного|одной|одну|бір|one|an?",
    2: r"2|два|две|двух|дву|екі|two",
    3: r"3|три|тр[её]х|тр[её]|үш|three",
    4: r"4|четыре|четыр[её]х|четыр[её]|төрт|four",
    5: r"5|пять|пяти|бес|five",
    6: r"6|шесть|шести|алты|six",
    7: r"7|семь|семи|жеті|seven",
    8: r"8|восемь|восьми|сегіз|eight",
    9: r"9|девять|девяти|тоғыз|nine",
    10: r"10|десять|десяти|он|ten",
    12: r"12|двенадцат[ьи]|он екі|twelve",
    14: r"14|четырнадцат[ьи]|он төрт|fourteen",
    15: r"15|пятнадцат[ьи]|он бес|fifteen",
    18: r"18|восемнадцат[ьи]|он сегіз|eighteen",
    20: r"20|двадцат[ьи]|жиырма|twenty",
    30: r"30|тридцат[ьи]|отыз|thirty",
    45: r"45|сорока пяти|сорокапяти|қырық бес",
    60: r"60|шестидесяти|алпыс|sixty",
    90: r"90|девяноста|тоқсан күн|ninety",
    100: r"100|сто|ста",
}
_NUMBER_WORDS = sorted("|".join(_NUMBERS.values()).split("|"), key=len, reverse=True)
NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(word for word in _NUMBER_WORDS if not word.isdigit())})"
_UNITS = {
    Rule.WITHIN_DAYS: (
        r"(?:календарн\w+ |рабоч\w+ )?(?:дн(?:я|ей)|день|сут(?:ок|ки))|"
        r"(?:жұмыс |күнтізбелік )?күн(?:нің|дік|нен)?|(?:working |calendar |business )?days?"
    ),
    Rule.WITHIN_WEEKS: r"недел[ьиюя]\w*|апта(?:ның|лық)?|weeks?",
    Rule.WITHIN_MONTHS: r"месяц\w*|ай(?:дың|лық)?|months?",
    Rule.WITHIN_YEARS: r"год(?:а|у)?|лет|жыл(?:дың)?|years?",
}
UNIT = rf"(?P<unit>{'|'.join(_UNITS.values())})"
HASTE = (
    r"в кратчайш\w+ срок\w*|без промедления|в срочном порядке|срочно|в сжатые сроки|"
    r"незамедлительно|безотлагательно|немедленно|в ближайшее время|в оперативном порядке|"
    r"қысқа мерзімде|жедел түрде|шұғыл түрде|тез арада|дереу|"
    r"as (?:soon|quickly|rapidly|early) as possible|immediately|without (?:any )?delay|urgently|"
    r"in the shortest (?:possible )?time|as a matter of (?:urgency|priority)|forthwith"
)


def unit_rule(word: str) -> Rule:
    """Return the rule that a unit of time stands for."""
    return next(rule for rule, words in _UNITS.items() if re.fullmatch(words, word, re.IGNORECASE))


def count(word: str) -> int:
    """Return the number that a word or figure says; 1 for none."""
    if word.isdigit():
        return int(word)
    return next((number for number, ways in _NUMBERS.items() if re.fullmatch(ways, word, re.IGNORECASE)), 1)


def ordinal(word: str) -> int:
    """Return the number, 1 to 4, of an ordinal; 0 for none."""
    return next((number for number, ways in _ORDINALS.items() if re.fullmatch(ways, word, re.IGNORECASE)), 0)
