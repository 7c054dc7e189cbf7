"""Orders that no verb tells: "Акимам — контроль", "Первые отчёты — до 15 июля", "Чтобы к 1 мая всё работало!"."""

import re
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.russian.actors import is_actor, told
from corpus.decisions.russian.morphs import Word, words_of
from corpus.decisions.russian.phrases import read_phrase
from corpus.decisions.russian.words import DEADLINES

_ANY_DAY = date(2025, 1, 1)
_DATED = re.compile(r"^\W*(?P<what>[^—–:;«()]{3,80}?)\s+[—–]\s+(?P<when>[^—–:;«()]{4,40}?)\W*$")
_UP_TO = re.compile(r"(?:до|к|ко|не позднее|не позже)\s", re.IGNORECASE)
_SO_THAT = re.compile(r"^(?P<before>[^.;:]*?)\bчтобы\b(?P<task>[^,;:]+)$", re.IGNORECASE)
# What ends or happens on a day rather than is to be done by it, and a time told of what stands before it.
_NO_TASK = re.compile(
    r"\b(?:при[её]м|регистраци|заявк|запис|голосовани|период|старт|начал|вход|акци|скидк|распродаж|отпуск|каникул)|"
    r"^срок\w*(?: исполнения| выполнения| реализации)?$",
    re.IGNORECASE,
)
_VERBAL = ("VERB", "INFN", "PRTS", "PRED", "ADJS")


def dated(text: str) -> bool:
    """Tell whether a text only names a thing and the day that it is due: "отчёты — до 15 июля"."""
    match = _DATED.match(text)
    if match is None or _NO_TASK.search(match["what"]) or _verbal(words_of(match["what"])):
        return False
    when = match["when"] if not match["what"].lower().startswith("срок") else f"до {match['when']}"
    deadline = find_deadline(when, DEADLINES, _ANY_DAY)
    return deadline is not None and bool(_UP_TO.match(when)) and deadline.start == 0 and deadline.end >= len(when) - 1


def charged(words: list[Word]) -> tuple[str, ...]:
    """Return who is charged with what a noun names: "Министру финансов — контроль"."""
    at = next((i for i, word in enumerate(words) if word.text not in ("а", "и", "«", '"', "—", "–")), len(words))
    phrase = read_phrase(words, at, "datv")
    if phrase is None or phrase.last + 1 >= len(words) or words[phrase.last].text not in ("—", "–"):
        return ()
    head, task = words[phrase.head], words[phrase.last + 1]
    if head.fixed or head.reads("NOUN", "nomn", "sing") or not is_actor(words, phrase) or _verbal(words):
        return ()
    return told(words, at, phrase.last, "datv") if task.part in ("NOUN", "ADJF") else ()


def wanted(text: str, words: list[Word], deadline: bool) -> bool:
    """Tell whether a sentence is nothing but a purpose: "Аппараты чтобы работали к 1 мая!"."""
    match = _SO_THAT.match(text)
    if match is None or not (deadline or text.rstrip(' »”"').endswith("!")):
        return False
    before = [word for word in words if word.end <= match.end("before")]
    return not _verbal(before) and any(
        word.part == "VERB" and word.reads("VERB", "past") for word in words if word.start >= match.start("task")
    )


def _verbal(words: list[Word]) -> bool:
    return any(word.part in _VERBAL and not word.capital for word in words)
