"""Instructions to the assistant are cut out of a question; what it asks besides is kept.

They are told by the words of `guard_orders.py` and nothing else, so a wording that is not there passes. Texts of
documents need no guard: they are quoted, and nothing in them is followed. Requests for personal data are the work of
`guard_personal`.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from assistant.guard_notation import compiled, in_russian_letters
from assistant.guard_orders import CLAIMS, HEADINGS, NAMED, ORDERS
from corpus.language import is_latin_kazakh, latin_to_cyrillic

Span = tuple[int, int]

_ORDER, _CLAIM = compiled(ORDERS, NAMED), compiled(CLAIMS, NAMED)
_HEADING = compiled((rf"^\W{{0,9}}(?:{'|'.join(HEADINGS)})\s*[:\]>|]+",), NAMED)
_ASKS, _ASKS_IN_KAZAKH, _TELLS, _YOU = (compiled((f"{{{name}}}",), NAMED) for name in ("asks", "сурак", "tells", "you"))
_QUOTED = re.compile(r"\"[^\"]+\"|«[^»]+»|“[^”]+”|„[^“”]+[“”]|(?<!\w)'[^']+'(?!\w)")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
_CODED = re.compile(
    r"(?<![\w/.])(?:(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)[A-Za-z\d+/]{20,}={0,2}|[A-Za-z\d+/]{16,}={1,2}|[\da-f]{32,})(?!\w)|"
    r"\{[^{}]*\"role\"[^{}]*\}"
)
_SENTENCE_END = re.compile(
    r"[.!?…]+[\"'»”)\]]*\s+|\n+|\s*[#=*~`|-]{3,}\s*|\s*//\s+|\s+(?=(?:question|user|вопрос|пользователь|с[ұу]ра[қк])\s*:)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W*(?:question|user|вопрос|пользователь|с[ұу]ра[қк])\s*:\s*", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*[,:;—–]\s*|\s+-\s+|\s+(?:and|but|и|а|но|же|да|де|та|те|зат[еі]м|потом|және|сосын|бірақ|ал|zhane|jane|da|de)\s+",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^[\s,;:—–.!?)\]-]*(?:(?:and|but|also|then|so|please|now|и|а|но|потом|зат[еі]м|же|пожалуйста|та|те|да|де|және|ал|"
    r"сосын|бірақ|енді)[\s,;:—–-]+)*",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,;:—–(\[-]+(?:and|but|please|then|и|а|но|же|пожалуйста|және|сосын|бірақ))*[\s,;:—–(\[-]*$", re.IGNORECASE
)
_DANGLING = re.compile(r"\b(?:tell|show|give|(?:рас|под)?скажи|покажи)(?:те)?(?: me| us| мне| нам)?$", re.IGNORECASE)
_CYRILLIC = re.compile("[а-я]", re.IGNORECASE)
_BLANK = re.compile(r"\s+(?=[\s?!.,;:])")
_TERSE = 3


def without_instructions(text: str) -> str:
    """Return what `text` asks, without what tells the assistant how to behave; may be empty."""
    plain = _ASIDE.sub(_without_order, _CODED.sub(" ", text))
    sentences = [(sentence, _orders(sentence)) for sentence in _sentences(plain)]
    if plain == text and not any(orders for _, orders in sentences):
        return text
    kept = (part for sentence, orders in sentences for part in (_honest(sentence, orders) if orders else [sentence]))
    return _BLANK.sub("", " ".join(_LABEL.sub("", part).strip() for part in kept if _means(part, _TERSE + 1)))


def _without_order(aside: re.Match[str]) -> str:
    """Return what stands in brackets, nothing if it orders; "[SYSTEM]" heads what follows."""
    words = aside[0].strip("()[]{}<>|/!- \t")
    if _HEADING.fullmatch(f"{in_russian_letters(words)}:"):
        return f" {words}: "
    return " " if _HEADING.search(in_russian_letters(words)) or _orders(words) else aside[0]


def _sentences(text: str) -> Iterator[str]:
    """Cut `text` at ends of sentences and at lines across; ends within quotation marks are none."""
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(_masked(text))), len(text)]
    return (text[start:end].strip() for start, end in pairwise(cuts) if text[start:end].strip())


def _orders(sentence: str) -> list[Span]:
    """Return where `sentence` tells the assistant what to do; what is only quoted tells nothing."""
    whole = _QUOTED.fullmatch(sentence.strip(" .!?"))
    shape = in_russian_letters(sentence if whole else _masked(sentence))
    spans = [match.span() for match in _ORDER.finditer(shape)]
    if heading := _HEADING.search(shape):
        spans.append((0, heading.end() if "?" in sentence else len(shape)))
    latin = (span for span in _pieces(shape, ()) if not _CYRILLIC.search(shape, *span))
    spans += [
        (start, end) for start, end in latin if _ORDER.search(in_russian_letters(latin_to_cyrillic(shape[start:end])))
    ]
    return sorted(spans)


def _honest(sentence: str, orders: list[Span]) -> Iterator[str]:
    """Yield the parts of `sentence` that hold no order; after an order only those that ask."""
    pieces = [
        (*piece, any(piece[0] < end and start < piece[1] for start, end in orders))
        for piece in _pieces(in_russian_letters(sentence), orders)
    ]
    for is_order, run in groupby(pieces, key=lambda piece: piece[2]):
        spans = list(run)
        start, end = spans[0][0], spans[-1][1]
        first = start < orders[0][0]
        part = sentence[start:end] if first else _LEADING.sub("", sentence[start:end])
        part = _TRAILING.sub("", part)
        if is_order or _DANGLING.search(part):
            continue
        if _means(part, _TERSE) if first else _asks(part) and not _CLAIM.search(in_russian_letters(part)):
            yield _finished(part, sentence)


def _pieces(shape: str, orders: Iterable[Span]) -> list[Span]:
    """Part a sentence at its joints, where an order begins, and where after an order a question begins."""
    cuts = {0, len(shape)}
    joints = [match.span() for match in _JOINT.finditer(_masked(shape))]
    cuts.update(*joints)
    for start, end in orders:
        begins = len(shape) - len(shape[end:].lstrip(" ,:;—–-"))
        clause = shape[begins : next((joint for joint, _ in joints if joint >= begins), len(shape))]
        asks = _ASKS.match(clause) or _TELLS.match(clause) or _ASKS_IN_KAZAKH.search(clause)
        cuts |= {start, begins} if asks else {start}
    return list(pairwise(sorted(cuts)))


def _finished(part: str, sentence: str) -> str:
    """Return `part` of `sentence` with a capital and an end."""
    part = part[:1].upper() + part[1:]
    if part[-1:] in ".!?…":
        return part
    shape = _read(part)
    if _TELLS.search(shape):
        return f"{part}."
    return f"{part}?" if _ASKS.search(shape) or sentence.endswith("?") else part


def _means(part: str, least: int) -> bool:
    """Tell whether `part` asks, or says something in `least` words without speaking to anyone."""
    return _asks(part) or (len(part.split()) >= least and not _YOU.search(in_russian_letters(part)))


def _asks(part: str) -> bool:
    shape = _read(part)
    return bool(_ASKS.search(shape) or (len(part.split()) > 1 and ("?" in part or _TELLS.search(shape))))


def _read(text: str) -> str:
    return in_russian_letters(latin_to_cyrillic(text) if is_latin_kazakh(text) else text)


def _masked(text: str) -> str:
    """Return `text` with what it quotes made unreadable, as long as before."""
    return _QUOTED.sub(lambda match: match[0][0] + "_" * (len(match[0]) - 2) + match[0][-1], text)
