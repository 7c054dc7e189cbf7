"""Persons' names in Russian sentences, brought to the nominative: "Олжасу Бектенову" is "Олжас Бектенов"."""

import re
from typing import Any

from corpus.decisions.russian.morphs import Word
from corpus.decisions.russian.words import BODIES, POSTS

_SURNAME = re.compile(r"(?P<stem>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*?(?:ов|ев|ёв|ин|ын))(?P<ending>|а|у|ым|е|ой|ою)$")
_MASCULINE = {"nomn": "", "gent": "а", "datv": "у", "accs": "а", "ablt": "ым", "loct": "е"}
_FEMININE = {"nomn": "а", "gent": "ой", "datv": "ой", "accs": "у", "ablt": "ой", "loct": "ой"}
_LONGEST = 3  # words of a name
# Surnames without "-ов", told by how they end; after a given name only.
_OTHER_SURNAME = re.compile(
    r"(?P<stem>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+?(?:улы|кызы|ұлы|қызы|бай|бек|хан|гали|ғали|балды|берген|берді|берди|жан|мурат|али|әлі|"
    r"нур|тай|мбет|лан|зар))(?P<ending>|а|у|ом|ем|е)$"
)
_NAME_TAGS = ("Name", "Surn", "Patr")
_LIKE_COMMON = frozenset(("Токаев",))  # surnames that the dictionary takes for a common noun
_NOT_NAMES = re.compile(
    rf"(?:аким|президент|министр|премьер|глав|вице|казахстан|алмат|астан|шымкент|сенат|мажилис|"
    rf"(?:{POSTS}|{BODIES})(?:а|у|ом|ем|е|ы|и)?$)",
    re.IGNORECASE,
)


def person_at(words: list[Word], at: int, case: str) -> tuple[int, str] | None:
    """Return where the name that starts at `at` ends, and the name in the nominative; None if no name starts there."""
    start, initials = _initials(words, at)
    end = start
    while end < len(words) and end < start + _LONGEST and (_may_be_name(words[end]) or _before_surname(words, end)):
        end += 1
    if 0 < end - start < _LONGEST and end < len(words) and _after_given(words[end - 1], words[end]):
        end += 1
    if (other := _with_other_surname(words, start, case)) and other[0] >= end:
        return other
    for last in range(end, start, -1):
        surname = _surname(words[last - 1], case, last - 1 > start)
        if surname:
            given = [_given(word, case, surname) for word in words[start : last - 1]]
            return last, " ".join(filter(None, [initials, *given, surname]))
    if end > start and not initials:
        return _given_only(words, start, end, case)
    return None


def _with_other_surname(words: list[Word], start: int, case: str) -> tuple[int, str] | None:
    """Return a given name with a surname that does not end in "-ов": "Дархан Сатыбалды"."""
    if start + 1 >= len(words):
        return None
    given, surname = words[start], words[start + 1]
    match = _OTHER_SURNAME.match(surname.text)
    if match is None or any(_NOT_NAMES.match(word.text) or not word.text.istitle() for word in (given, surname)):
        return None
    if given.short or not (given.reads("NOUN", case) or given.reads("Name")) or given.reads("ADJF"):
        return None
    stem, ending = match["stem"], match["ending"]
    fixed = stem[-1] in "ыиіі" or stem.endswith(("кызы", "қызы"))
    wanted = "" if fixed else _MASCULINE[case].replace("ым", "ом")
    woman = given.reads("Name", "femn", case)
    return (start + 2, f"{_given(given, case, '' if woman else stem)} {stem}") if ending == wanted else None


def _initials(words: list[Word], at: int) -> tuple[int, str]:
    text = ""
    while at + 1 < len(words) and re.fullmatch(r"[А-ЯЁ]", words[at].text) and words[at + 1].text == ".":
        text, at = f"{text}{words[at].text}.", at + 2
    return at, text


def _may_be_name(word: Word) -> bool:
    if word.short:
        return False
    if (
        not word.capital
        or word.fixed
        and not word.reads("Fixd", "Name")
        or word.text.isupper()
        or not word.text.isalpha()
    ):
        return bool(word.capital and "-" in word.text and word.reads("Name") and not _NOT_NAMES.match(word.text))
    if _NOT_NAMES.match(word.text):
        return False
    return _surname_like(word) or any(word.reads(tag) for tag in _NAME_TAGS)


def _before_surname(words: list[Word], at: int) -> bool:
    """Tell whether a common noun with a capital is a given name, as "Канат" is before a surname."""
    word = words[at]
    if (
        not word.capital
        or (word.known and word.part != "NOUN")
        or word.short
        or _NOT_NAMES.match(word.text)
        or not word.text.isalpha()
    ):
        return False
    return word.text.istitle() and at + 1 < len(words) and _surname_like(words[at + 1])


def _after_given(given: Word, word: Word) -> bool:
    """Tell whether a word of the dictionary is a surname, as "Мамин" is after a given name."""
    return given.reads("Name") and word.capital and bool(_SURNAME.match(word.text)) and not _NOT_NAMES.match(word.text)


def _surname_like(word: Word) -> bool:
    match = _SURNAME.match(word.text)
    return match is not None and (not word.known or word.reads("Surn") or match["stem"] in _LIKE_COMMON)


def _surname(word: Word, case: str, named: bool) -> str:
    """Return the nominative of a surname in `case`; empty if the word is none. A given name before it tells a lot."""
    if (named or _surname_like(word)) and (match := _SURNAME.match(word.text)):
        stem, ending = match["stem"], match["ending"]
        if ending == _MASCULINE[case]:
            return stem
        return stem + "а" if ending == _FEMININE[case] else ""
    reading = next((r for r in word.readings if "Surn" in r.tag and case in r.tag and "sing" in r.tag), None)
    return _inflected(word, reading) if reading is not None else ""


def _given(word: Word, case: str, surname: str = "") -> str:
    """Return the nominative of a given name; one that the dictionary lacks loses the ending of a man's."""
    man = bool(surname) and not surname.endswith("а")
    names = [r for r in word.readings if case in r.tag and "sing" in r.tag and ("Name" in r.tag or "Patr" in r.tag)]
    reading = next((r for r in names if not (man and "femn" in r.tag)), None)
    ending = _MASCULINE[case] if case != "ablt" else "ом"
    if reading is None and ending and man and word.text.endswith(ending):
        return word.text.removesuffix(ending)
    return _inflected(word, reading)


def _given_only(words: list[Word], start: int, end: int, case: str) -> tuple[int, str] | None:
    """Return given name and father's name; one alone is too little to be sure of."""
    if not all(any(word.reads(tag, case, "sing") for tag in _NAME_TAGS) for word in words[start:end]):
        return None
    if end - start < 2 and not words[start].known:
        return None
    if end - start < 2 and start == 0:
        return None
    return end, " ".join(_given(word, case) for word in words[start:end])


def _inflected(word: Word, reading: Any | None) -> str:  # noqa: ANN401 (pymorphy3 has no types)
    form = None if reading is None else reading.inflect({"nomn", "sing"})
    if form is None:
        return word.text
    pieces = zip(form.word.split("-"), word.text.split("-"), strict=False)
    return "-".join(piece.capitalize() if like[:1].isupper() else piece for piece, like in pieces)
