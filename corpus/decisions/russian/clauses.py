"""A Russian sentence into the pieces that may each say a decision."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.russian.actors import is_actor
from corpus.decisions.russian.bare import dated
from corpus.decisions.russian.morphs import Word, words_of
from corpus.decisions.russian.orders import ORDERING, ORDERS
from corpus.decisions.russian.phrases import read_phrase
from corpus.decisions.russian.speaking import SPEECH
from corpus.decisions.russian.tasks import future
from corpus.decisions.russian.words import DEADLINES

_CUT = re.compile(
    r"(?:постановля(?:ю|ем|ет|ют)|постановил[аи]?|приказыва(?:ю|ем|ет|ют)|"
    r"решил[аи]?)\s*:\s*(?:\d[\d.]*\.)?|;\s*|\n\s*(?:[—–•-]\s*)?|(?<=[:;,])\s+(?=\d\))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\s*(?:(?:(?:п\.\s*)?\d+(?:\.\d+)*[.)]|[—–•-]|«|“|\")\s*)+")
_TAIL = re.compile(
    rf"[»”\"]?,?\s*(?:[—–-]\s*)?(?:(?<=[»”\"],)|(?<=,)|(?<=[—–-]))\s*"
    rf"(?P<verb>(?:{SPEECH}|{ORDERING})(?:а|и|о|ла|ли|ся|ась)?)\b(?![^.]*\b(?:должн|поруч))[^»”]*$",
    re.IGNORECASE,
)
# After the verb of a mere aside nothing is said to be done: "..., поручил министр", but "аким, выйдя, поручил убрать".
_SAYS_MORE = re.compile(r",\s+что\b|\b[а-яё]{2,}(?:ть|ти|чь)(?:ся)?\b(?!\s*[,»])")
_COLON = re.compile(r"[^:«]{20,}:\s+(?=[а-яё])")
_ANY_DAY = date(2025, 1, 1)
_SAID = re.compile(rf"[^:«]*\b(?:{SPEECH})(?:а|и|о|ся|ась)?\b[^:«]*:\s+(?=[а-яё])", re.IGNORECASE)
_ORDER_WORDS = re.compile(rf"\b(?:{'|'.join(order.words for order in ORDERS)})", re.IGNORECASE)
_ORDERING = re.compile(rf"(?:{ORDERING})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence, `start` to `end`; `text` is what of it may say a decision, from `body` on.

    `said` tells that the words after it name who said it, `ordered` that they call it an order: "..., поручил он".
    """

    start: int
    end: int
    body: int
    text: str
    ordered: bool
    said: bool

    @property
    def numbered(self) -> bool:
        """Whether a number, a dash or a quotation mark stands before what it says, or "said X" after it."""
        return self.body > self.start or self.said


def pieces_of(sentence: str) -> list[Piece]:
    """Return the pieces of a sentence, in order."""
    spans = []
    for start, end in _between(sentence, [match.span() for match in _CUT.finditer(sentence)]):
        cuts = sorted(
            {
                *_time_cuts(sentence, start, end),
                *_order_cuts(sentence, start, end),
                *_addressee_cuts(sentence, start, end),
            }
        )
        spans.extend(_between(sentence, [(cut, cut) for cut in cuts], start, end))
    return [_piece(sentence, start, end) for start, end in spans if sentence[start:end].strip()]


def _between(text: str, cuts: list[tuple[int, int]], start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    spans = []
    for cut_start, cut_end in cuts:
        spans.append((start, cut_start))
        start = cut_end
    spans.append((start, len(text) if end is None else end))
    return spans


def _piece(sentence: str, start: int, end: int) -> Piece:
    text = sentence[start:end]
    lead = _NUMBER.match(text)
    tail = _TAIL.search(text)
    if tail and _SAYS_MORE.search(text, tail.end("verb")):
        tail = None
    body = lead.end() if lead else 0
    if said := _SAID.match(text):
        body = said.end()
    elif (colon := _COLON.match(text)) and not _ORDER_WORDS.search(colon.group()) and _task_alone(text[colon.end() :]):
        body = colon.end()
    ordered = tail is not None and bool(_ORDERING.match(tail["verb"]))
    return Piece(start, end, start + body, text[body : tail.start() if tail else len(text)], ordered, tail is not None)


def _task_alone(text: str) -> bool:
    """Tell whether the words after a colon are a task with its time: "отправили с наказом: реестр обновить до мая"."""
    words = words_of(text)
    return (
        any(word.part == "INFN" for word in words)
        and not any(word.part in ("VERB", "PRED") for word in words)
        and find_deadline(text, DEADLINES, _ANY_DAY) is not None
    )


def _order_cuts(sentence: str, start: int, end: int) -> list[int]:
    """Return where a second order begins: at the last comma or "and" before its words."""
    found = list(_ORDER_WORDS.finditer(sentence, start, end))
    cuts = [
        match.end()
        for match in re.finditer(r",(?=\s+а\s)", sentence[start:end])
        if _other_act(sentence[start : start + match.start()])
        and _ORDER_WORDS.search(sentence, start + match.end(), end)
    ]
    cuts = [start + cut for cut in cuts]
    for one, other in zip(found, found[1:], strict=False):
        between = sentence[one.end() : other.start()]
        joint = max((match.start() for match in re.finditer(r",\s|\s(?:и|а)\s", between)), default=None)
        task_before = re.search(r"(?:ть|ти|чь)(?:ся)?\b", between)
        task_after = re.search(r"(?:ть|ти|чь)(?:ся)?\b", sentence[other.end() : end])
        if joint is not None and task_before and task_after:
            cuts.append(one.end() + joint + 1)
    return cuts


def _other_act(text: str) -> bool:
    """Tell whether a text tells of what somebody did other than ordering."""
    return not _ORDER_WORDS.search(text) and any(
        word.reads("VERB", "past") for word in words_of(text) if word.part == "VERB"
    )


def _time_cuts(sentence: str, start: int, end: int) -> list[int]:
    """Return where another time of a plan begins: "объявим в июне, закроем до конца года"."""
    text = sentence[start:end]
    if _ORDER_WORDS.search(text):
        return []
    cuts, done = [], 0
    for match in re.finditer(r",\s+(?:а\s+)?", text):
        before, after = text[done : match.start()], text[match.end() :]
        after = after[: after.find(",")] if "," in after else after
        if (
            (_planned(before) or dated(before))
            and find_deadline(after, DEADLINES, _ANY_DAY)
            and ("—" in after or _planned(after))
        ):
            cuts.append(start + match.end())
            done = match.end()
    return cuts


def _planned(text: str) -> bool:
    return find_deadline(text, DEADLINES, _ANY_DAY) is not None and future(words_of(text)) is not None


def _addressee_cuts(sentence: str, start: int, end: int) -> list[int]:
    """Return where after a task another addressee stands with a task: "..., а Министерству — обновить ..."."""
    words = words_of(sentence[start:end])
    cuts = []
    task = False
    for at, word in enumerate(words):
        task = task or "INFN" in word.part
        if not task or word.text != "," or at + 2 >= len(words):
            continue
        first = at + 2 if words[at + 1].text in ("а", "и") else at + 1
        phrase = read_phrase(words, first, "datv")
        if phrase is not None and is_actor(words, phrase) and _task_follows(words, phrase.last):
            cuts.append(start + word.end)
            task = False
    return cuts


def _task_follows(words: list[Word], at: int) -> bool:
    for word in words[at:]:
        if word.part == "INFN":
            return True
        if word.part == "VERB" or word.text in (";", "»"):
            return False
    return False
