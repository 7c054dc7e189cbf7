"""Tasks without a word that orders them: points of protocols, infinitives, imperatives; and what is to be done."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.russian.actors import is_actor, told
from corpus.decisions.russian.limits import ENACTING, FORECAST, NO_ENACTING, OPENING, REPORTING
from corpus.decisions.russian.morphs import Word
from corpus.decisions.russian.orders import NO_CHARGE, NO_IMPERATIVE
from corpus.decisions.russian.phrases import read_phrase
from corpus.decisions.russian.words import DEADLINES
from corpus.decisions.values import Kind

_FINITE = ("VERB", "PRED", "PRTS", "ADJS")
_CLAUSE_OPENERS = ("который", "где", "если", "что", "чтобы", "когда")
_PREDICATES = frozenset(
    "нужно можно нельзя пора важно целесообразно необходимо трудно сложно легко достаточно возможно должно задача цель "
    "миссия роль готовый способный".split()
)
_CHANGED = ("заменить", "изменить")  # "they will replace" is a plan, "it will replace" is none
_SHORTEST = 2  # words of a task; one alone has its object before it
_ANY_DAY = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, from `start` of the text, by whom."""

    kind: Kind
    addressees: tuple[str, ...]
    start: int


def infinitive_at(words: list[Word], start: int) -> int | None:
    """Return the first infinitive from the word `start` on."""
    return next((at for at in range(start, len(words)) if words[at].part == "INFN" and words[at].text != "есть"), None)


def point(text: str, words: list[Word], deadline: bool, numbered: bool) -> Task | None:
    """Return the task of a clause whose only verb is an infinitive."""
    if numbered and re.search(r"\bснять с контроля\W*$", text):
        return Task(Kind.ADOPTED, (), 0)
    words = _main_words(words)
    at = infinitive_at(words, 0)
    if at is None or _has_finite(words, at):
        return None
    start = words[at].start
    opening = _opening(words)
    if at == opening:
        return _enacted(words, at, text, deadline, numbered)
    if named := _named(words, opening, at):
        return Task(Kind.INSTRUCTION, named, start)
    sure = told(words, 0, at, "datv")
    if sure:
        return Task(Kind.INSTRUCTION, sure, start)
    phrase = read_phrase(words, opening, "datv")
    if phrase is not None and (words[phrase.head].reads("anim") or phrase.plural) and words[phrase.head].part == "NOUN":
        return Task(Kind.INSTRUCTION, told(words, opening, at, "datv", anybody=True), start)
    whom = told(words, at, len(words), "accs", "на") if words[at].lemma == "возложить" else ()
    if whom or deadline or (numbered and _object_first(words, opening, at)):
        return Task(Kind.INSTRUCTION, whom, 0)
    return None


def _main_words(words: list[Word]) -> list[Word]:
    """Return the words without the relative clauses between commas."""
    main: list[Word] = []
    inside = False
    for at, word in enumerate(words):
        if word.text == "," and inside:
            inside = False
            continue
        if word.text == "," and at + 1 < len(words) and words[at + 1].lemma in ("который", "чей"):
            inside = any(later.text == "," for later in words[at + 1 :])
        if not inside:
            main.append(word)
    return main


def _object_first(words: list[Word], opening: int, task: int) -> bool:
    """Tell whether a clause is its object and what is to be done with it: "Подрядчика отправить в реестр"."""
    phrase = read_phrase(words, opening, "accs")
    perfective = words[task].reads("INFN", "perf") and words[task].lemma not in REPORTING
    return phrase is not None and perfective and not any(word.text in ("—", "–", ":") for word in words[:task])


def _opening(words: list[Word]) -> int:
    return next((at for at, word in enumerate(words) if word.text not in ("а", "и", "—", "«", '"')), 0)


def _has_finite(words: list[Word], at: int) -> bool:
    """Tell whether a clause has a verb or the like beside its infinitive; what clauses hang on it does not count."""
    main = next(
        (i for i in range(at, len(words)) if words[i].text == "," or words[i].lemma in _CLAUSE_OPENERS), len(words)
    )
    return any((word.part in _FINITE and not word.capital) or word.lemma in _PREDICATES for word in words[:main])


def _named(words: list[Word], opening: int, task: int) -> tuple[str, ...]:
    """Return who is named before a colon or dash: "Минэнерго: взять на контроль"."""
    for case in ("nomn", "datv"):
        phrase = read_phrase(words, opening, case)
        if phrase is None or phrase.last >= task or words[phrase.last].text not in (":", "—", "–"):
            continue
        if is_actor(words, phrase) or words[phrase.head].reads("anim"):
            return told(words, opening, phrase.last, case, anybody=True)
    return ()


def _enacted(words: list[Word], at: int, text: str, deadline: bool, numbered: bool) -> Task | None:
    """Return what a point that begins with an infinitive does: it enacts, or it orders."""
    lemma, after = words[at].lemma, text[words[at].end :]
    if lemma in ENACTING and not re.match(rf"\s+(?:{NO_ENACTING})", after):
        return Task(Kind.ADOPTED, (), words[at].start)
    if lemma == "признать" and re.search(r"утративш\w+ силу", after):
        return Task(Kind.ADOPTED, (), words[at].start)
    if lemma in REPORTING or (not deadline and not (numbered and lemma == "возложить")):
        return None
    return Task(Kind.INSTRUCTION, told(words, at, len(words), "accs", "на"), words[at].start)


def imperative(text: str, words: list[Word], deadline: bool) -> Task | None:
    """Return the task that somebody is told in the imperative; without a deadline it may be a mere wish."""
    for at, word in enumerate(words):
        if not deadline or word.part != "VERB":
            continue
        tag = word.readings[0].tag
        bidden = "impr" in tag and word.lemma not in NO_IMPERATIVE
        charged = "2per" in tag and "impr" not in tag and word.lemma not in NO_CHARGE
        if "plur" in tag and (bidden or charged) and not (at and words[at - 1].text.lower() == "не"):
            return Task(Kind.INSTRUCTION, (), 0)
    return None


def future(words: list[Word]) -> int | None:
    """Return the verb that says what somebody will do; none for forecasts."""
    for at, word in enumerate(words):
        if at and words[at - 1].text.lower() in ("не", "которые", "который", "если"):
            continue
        if word.part == "NOUN" and word.reads("VERB", "futr", "1per", "plur") and not word.capital:
            return at
        changed = word.lemma in _CHANGED and word.reads("VERB", "futr", "3per", "plur")
        if word.part != "VERB" or (word.lemma in FORECAST and not changed):
            continue
        tag = word.readings[0].tag
        acts = "tran" in tag or word.lemma in OPENING
        if acts and "futr" in tag and ("3per" in tag or "1per" in tag and "plur" in tag):
            return at
        if acts and "pres" in tag and "1per" in tag and "plur" in tag:
            return at
    return next(
        (at for at, word in enumerate(words[:-1]) if word.text in ("будет", "будут") and _done(words[at + 1 : at + 5])),
        None,
    )


def _done(words: list[Word]) -> bool:
    return any(word.part == "PRTS" or word.lemma == "готовый" for word in words)


def _without_deadline(text: str) -> str:
    deadline = find_deadline(text, DEADLINES, _ANY_DAY)
    return text if deadline is None else text[: deadline.start] + text[deadline.end :]


def action_of(text: str, start: int) -> str:
    """Return what is to be done: the text from `start` on, without the deadline."""
    action = _without_deadline(text[start:])
    if len(action.split()) < _SHORTEST and start:
        action = _without_deadline(text)
    return re.sub(r"\s{2,}", " ", action).strip(' .,;:—–-«»"“”').replace(" ,", ",")
