"""Endings of Kazakh words: cases, and the shapes of the words that end a name."""

import re

from corpus.decisions.kazakh import names

_CASES = (
    ("dative", r"ға|ге|қа|ке|на|не"),
    ("genitive", r"[нтд][ыі]ң"),
    ("instrumental", r"[мбп]ен"),
    ("ablative", r"[дтн][ае]н"),
    ("locative", r"н?[дт][ае]"),
    ("accusative", r"[ндт][ыі]|н"),
)
_CASE = "|".join(f"(?P<{name}>{endings})" for name, endings in _CASES)
OBLIQUE = re.compile(r"\w{2,}(?:ға|ге|қа|ке|на|не|[дт][ае]|[дтн][ае]н|[бп]ен|[ыі]п|[дтн][ыі]|дай|дей|м[ае]й)$|\w*\d\w*")
ACCUSATIVE = re.compile(r"\w{3,}[дтн][ыі]")
GENITIVE = re.compile(r"\w{2,}[нтд][ыі]ң$")
OF_A_PLACE = re.compile(r"\w{2,}[нтд][ыі]ң|Республикасы")
PLACE = re.compile(r".*(?:[ыі]нд[ае]|[ае]уд[ае]|стан(?:да|ның)?|\w{3,}(?<!и)[дт][ае])", re.IGNORECASE)
FAMILY = re.compile(r"[\w-]{2,}(?:[оеё]ва?|ұлы|қызы)")
PATRONYMIC = ("ұлы", "қызы", "вич", "вна")
AND = ("және", "мен", "бен", "пен", "әрі", "сондай-ақ")


def _stems(words: str) -> str:
    """Return a pattern of stems: a last "к" or "қ" is softened before a vowel."""
    soft = {"к": "[кг]", "қ": "[қғ]", "п": "[пб]"}
    return "|".join(sorted((w[:-1] + soft.get(w[-1], w[-1]) for w in words.split()), key=len, reverse=True))


HEAD = re.compile(
    rf"(?P<base>(?:(?P<body>(?:[\w]+-)?(?:{_stems(names.BODIES)})|(?-i:АҚ|ЖШС|РМК|КЕАҚ))|(?P<post>(?:вице-|экс-|бас-)?(?:{_stems(names.POSTS)}))"
    rf"|(?P<group>{_stems(names.GROUPS)}))(?P<plural>[лдт][ае]р)?(?P<possessive>с?[ыі](?!ң))?)(?:{_CASE})?",
    re.IGNORECASE,
)
SURNAME = re.compile(rf"(?P<base>{names.SURNAME})(?:{_CASE})?")
NAME_ENDING = re.compile(rf"(?P<base>\w{{2,}}?)(?:{_CASE})")
ABBREVIATION = re.compile(rf"(?P<base>{names.ABBREVIATION})(?:-?(?:{_CASE}))?")
FIXED = re.compile(rf"(?P<base>{names.FIXED_NAMES})(?:-?(?:{_CASE}))?")


def case_of(match: re.Match[str]) -> str:
    """Return the case that a word was found to bear; empty for the nominative."""
    return next((name for name, _ in _CASES if match[name]), "")
