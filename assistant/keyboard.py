"""Questions typed with the wrong keyboard layout put right: "rfpf[cnfy" is "казахстан", "црфе" is "what".

The Russian and the Kazakh layout are those of Windows over QWERTY; the Kazakh one has letters on the digit row. Whether
a reading is right is told by the letters that come to stand in known words: they must be half of all, and more by half
than those that stood in known words as typed. Known names, addresses and numbers stay. A word that is known nowhere is
read as the rest is.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Known = Callable[[str], bool]

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
_DIGIT_ROW = "2345890-=@#$%*()_+"
_KAZAKH = "әіңғүұқөһӘІҢҒҮҰҚӨҺ"


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the keys meant: `letters` anywhere, `marks` at the end of a word."""

    letters: dict[int, int]
    marks: dict[int, int]


_TO_RUSSIAN = _Layout(str.maketrans(_QWERTY, _RUSSIAN), str.maketrans("/?&^$", ".,?:;"))
_TO_KAZAKH = _Layout(str.maketrans(_QWERTY + _DIGIT_ROW, _RUSSIAN + _KAZAKH), str.maketrans("67^&", ",.;:"))
_TO_LATIN = _Layout(str.maketrans(_RUSSIAN + _KAZAKH, _QWERTY + _DIGIT_ROW), {})
_KAZAKH_ROW: dict[int, int] = str.maketrans(_DIGIT_ROW, _KAZAKH)
_KAZAKH_DIGITS: dict[int, int] = str.maketrans('әіңғүұқ",.', "2345890167")

_FEWEST_LETTERS = 4
_LEAST_MENDED = 0.5
_WORD = re.compile(r"(?=\d*[^\W\d_])[^\W_]{2,}")
# At the end of a word: what is a mark, and what is one although its key has a letter in another layout.
_MARKS = re.compile(r"[?!/&^$»)]+$")
_KAZAKH_MARKS = re.compile(r"(?<!^)[?!/&^$»)67]+$")
_ENDS = re.compile(r"[?!/&^$»).,;:\"]+$")
_NUMBER = re.compile(r"[\d.,%–-]*\d[\d.,%–-]*[?!&/]*")
_NUMBERED = re.compile(r"\d+-|[^-]*[a-z]-", re.IGNORECASE)
_HEAD = re.compile(r"[^-]*[A-ZА-Я\d][^-]*-(?=.)")
_ADDRESS = re.compile(r"https?:|www\.|\S+@|[\w-]+(?:\.[\w-]+)*\.(?:kz|ai|com|ru|org|net|io|gov)(?!\w)", re.IGNORECASE)
_NAME = re.compile(r"(?!.*[a-zа-я]\d)(?:\w.*[A-ZА-Я]|\w{2,}[._-]\w{2,})")
_ROW_IN_WORD = re.compile(r"[а-яё][\d@#$%*_=+]|(?<!\d{3})[\d)@#$%*_=+][а-яё]", re.IGNORECASE)
_LONE_LETTER = re.compile(r"^-|(?<![^\W_])[^\W_]-|-[^\W_](?![^\W_])")
_HYPHEN_IN_WORD = re.compile(r"(?:^|[а-яё])-[а-яё\d]", re.IGNORECASE)
_KAZAKH_NUMBER = re.compile(r"((?=.*[әіңғүұқ])[әіңғүұқ\",.]{2,})([?!]*)")


def mend_layout(text: str, known: Known) -> str:
    """Return `text` as it was meant if it was typed on another layout; `known` tells whether it knows a word."""
    tokens = _with_kazakh_row(text.split(), known)
    kept = [_stays(token, at, known) for at, token in enumerate(tokens)]
    before = _known_letters((token for token, stays in zip(tokens, kept, strict=True) if not stays), known)
    best, most = tokens, 0.0
    for layout in (_TO_RUSSIAN, _TO_KAZAKH, _TO_LATIN):
        read = [_read(token, layout, kept[at], at == len(tokens) - 1, known) for at, token in enumerate(tokens)]
        changed = [word for word, token, stays in zip(read, tokens, kept, strict=True) if not stays and word != token]
        letters = _letters(word for word, stays in zip(read, kept, strict=True) if not stays)
        mended = _known_letters(changed, known)
        if mended >= max(_FEWEST_LETTERS, 1.5 * before, _LEAST_MENDED * letters) and mended / letters > most:
            best, most = read, mended / letters
    meant = " ".join(best)
    return meant if meant != " ".join(text.split()) else text


def _stays(token: str, at: int, known: Known) -> bool:
    """Tell names that are known, and addresses; a capital alone makes no name of the first word."""
    if _ADDRESS.match(token):
        return True
    return bool(_NAME.match(token) or (at > 0 and token[0].isupper())) and _knows_all(token, known)


def _read(token: str, layout: _Layout, stays: bool, is_last: bool, known: Known) -> str:
    """Read the keys of `token` on `layout`; of readings known alike the first that follows is taken."""
    if layout is _TO_LATIN and (number := _KAZAKH_NUMBER.fullmatch(token)):
        return number[1].translate(_KAZAKH_DIGITS) + number[2]
    if is_last and layout is _TO_LATIN and token.endswith(","):
        token = f"{token[:-1]}?"
    is_number = _NUMBER.fullmatch(token) is not None
    hard = (_KAZAKH_MARKS if layout is _TO_KAZAKH and not is_number else _MARKS).search(token)
    soft = _ENDS.search(token)
    hard_end, soft_end = (found.start() if found else len(token) for found in (hard, soft))
    marks = _read_marks(token[hard_end:], layout, is_last)
    if stays or is_number:
        return token[:hard_end] + marks
    head = _HEAD.match(token)
    start = head.end() if head and (head[0][0].isdigit() or _knows_all(head[0], known)) else 0
    soft_marks = _read_marks(token[soft_end:], layout, is_last)
    readings = [
        *(token[:start] + read + marks for read in _hyphened(token[start:hard_end], layout.letters)),
        *(token[:start] + read + soft_marks for read in _hyphened(token[start:soft_end], layout.letters)),
        token,
    ]
    best = max(readings, key=lambda reading: _known_letters([reading], known) / max(_letters([reading]), 1))
    return best.upper() if token.isupper() and sum(map(str.isalpha, token)) > 1 else best


def _hyphened(token: str, letters: dict[int, int]) -> list[str]:
    """Read `token` with "-" as a hyphen and as the letter of its key; the hyphen first unless a part has one letter."""
    readings = [token.translate({**letters, ord("-"): ord("-")}), token.translate(letters)]
    return readings[::-1] if _LONE_LETTER.search(readings[0]) else readings


def _read_marks(marks: str, layout: _Layout, is_last: bool) -> str:
    """Read marks at the end of a word; a text that ends with "?" meant it, and with the Russian key of it as well."""
    if is_last and marks[-1:] == ("," if layout is _TO_LATIN else "?"):
        return f"{marks[:-1]}?"
    return marks.translate(layout.marks)


def _with_kazakh_row(tokens: list[str], known: Known) -> list[str]:
    """Read digits within Cyrillic words as Kazakh letters if that makes any known word: "0аза0стан"."""
    read = []
    for token in tokens:
        number, ends = _NUMBERED.match(token), _ENDS.search(token)
        start, end = number.end() if number else 0, ends.start() if ends else len(token)
        readings = [token[:start] + body + token[end:] for body in _hyphened(token[start:end], _KAZAKH_ROW)]
        read.append(next((reading for reading in readings if _knows_all(reading, known)), readings[0]))
    in_word = [_ROW_IN_WORD.search(token) is not None for token in tokens]
    if not any(
        row and _letters([word]) >= _FEWEST_LETTERS and _knows_all(word, known)
        for row, word in zip(in_word, read, strict=True)
    ):
        return tokens
    return [
        word if row or (_HYPHEN_IN_WORD.search(token) and _knows_all(word, known)) else token
        for token, row, word in zip(tokens, in_word, read, strict=True)
    ]


def _knows_all(text: str, known: Known) -> bool:
    words = _WORD.findall(text.lower())
    return bool(words) and all(word.isalpha() and known(word) for word in words)


def _known_letters(texts: Iterable[str], known: Known) -> int:
    """Count the letters in known words of two letters or more; a word with a digit is none."""
    return sum(len(word) for text in texts for word in _WORD.findall(text.lower()) if word.isalpha() and known(word))


def _letters(texts: Iterable[str]) -> int:
    return sum(len(word) for text in texts for word in _WORD.findall(text))
