"""Where sentences begin and end in Russian, Kazakh and English text, by rules and abbreviations.

A list introduced by a colon is one sentence with its lead-in, because an item alone does not say who must do it.
"""

import re

ABBREVIATIONS = frozenset(
    # Russian
    "г гг в вв им ул пр просп д кв стр рис табл ст п пп ч см ср напр т тов гр акад проф доц к.т.н д.т.н руб коп тг "
    "млн млрд трлн тыс зам нач мин сек обл р-н пос с дж гл разд подп абз ред изд долл чел шт "
    "т.е т.к т.н т.о и.о вр.и.о "
    # Kazakh
    "ж жж ғ б бб мыс мың теңг қ көш ау обл т.б т.с.с б.з.д б.з "
    # English
    "mr mrs ms dr prof st no nos art fig vol vs etc inc ltd corp co jan feb mar apr jun jul aug sep sept oct nov dec "
    "e.g i.e u.s u.k u.n approx dept est gen gov sen rep pp para ch jr sr".split()
)
ENDS_SENTENCE_BEFORE_CAPITAL = frozenset(
    "руб коп тг млн млрд трлн тыс чел шт др пр т.д т.п т.б т.с.с etc inc ltd".split()
)
ENDS_SENTENCE_BEFORE_OPENER = frozenset(
    "г гг в вв ж жж ғ ғғ обл мин сек ч no art co corp u.s u.k u.n d.c p.m a.m".split()
)
MAX_LIST_LENGTH = 600
_REACH = 40
_STOP = re.compile(r"""(?<![.!?…])[.!?…]++[»”"')\]]*+(?=\s|$)|\n+""")
_LAST_WORD = re.compile(r"[\w.\-]+$")
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*")
_BULLET = re.compile(r"\s*(?:[•●▪‣·*–—-]|\d{1,2}[.)]|[а-яa-z]\))\s")
_CURRENCY = re.compile(r"АҚШ|USD|US\b|EUR|KZT")
_SMALL_BRAND = re.compile(r"[a-z]-?[A-Z]")
# Function words that stand in capitals only at the head of a sentence.
_OPENER = re.compile(
    r"(?:Он|Она|Оно|Они|Это|Эта|Этот|Эти|В|Во|На|По|При|Для|С|Со|К|Ко|До|После|Также|Кроме|Однако|Затем|Если|Когда|Как|"
    r"Но|А|И|Их|Его|Её|Ее|Все|Среди|Бұл|Ол|Олар|Осы|Сол|Сондай-ақ|Ал|Және|Бірақ|Егер|"
    r"The|It|He|She|They|This|These|In|On|At|By|As|And|But|However|If|When|For|Then)(?=\s)"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of `text`, in order, without surrounding white space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _is_boundary(text, start, stop):
            _append(spans, text, start, stop.end())
            start = stop.end()
    _append(spans, text, start, len(text))
    return _join_lists(text, spans)


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        spans.append((start, start + len(stripped)))


def _is_boundary(text: str, start: int, stop: re.Match[str]) -> bool:
    if "\n" in stop.group():
        return True
    rest = text[stop.end() : stop.end() + _REACH].lstrip(" ")
    if not rest or rest[0] == "\n":
        return True
    following = rest.lstrip("«“\"'(—–- ")
    begins_small = following[:1].islower() and not _SMALL_BRAND.match(following)
    if begins_small or rest[0] in ",;:":
        return False
    if stop.group() != ".":
        return True
    found = _LAST_WORD.search(text[max(start, stop.start() - _REACH) : stop.start()])
    word = found.group() if found else ""
    before = word.lower()
    if before in ENDS_SENTENCE_BEFORE_CAPITAL:
        return not following[:1].isdigit() and not _CURRENCY.match(following)
    if before in ENDS_SENTENCE_BEFORE_OPENER and _OPENER.match(following):
        return True
    if word.isupper() and _INITIALS.fullmatch(word):
        return False
    if before.isdigit() and stop.start() - start <= len(before) + 1:
        return False
    return before not in ABBREVIATIONS


def _join_lists(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    in_list = False
    for start, end in spans:
        if joined:
            previous_start, previous_end = joined[-1]
            last = text[previous_end - 1]
            is_item = _BULLET.match(text[start : start + 5]) is not None
            continues = (last == ":" and (is_item or text[end - 1] == ";")) or (in_list and (last == ";" or is_item))
            if continues and end - previous_start <= MAX_LIST_LENGTH:
                joined[-1] = (previous_start, end)
                in_list = True
                continue
        in_list = False
        joined.append((start, end))
    return joined
