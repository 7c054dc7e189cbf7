"""Whether a piece of a Russian sentence tells of an act of an authority, or of what a body will do."""

import re

from corpus.decisions.russian.act_words import ACTS
from corpus.decisions.russian.actors import decider, told
from corpus.decisions.russian.clause import Clause, Found
from corpus.decisions.russian.limits import ABROAD, FOREIGN, NO_PLAN, OPENING, OPINION, RULERS
from corpus.decisions.russian.morphs import Word
from corpus.decisions.russian.tasks import action_of, future, infinitive_at
from corpus.decisions.russian.words import MANY
from corpus.decisions.values import Actor, Kind

_NEAR = 90  # characters between words that belong together
_ACTS = [
    (
        act,
        re.compile(rf"(?<![\w-])(?<!\bне )(?:{act.words})(?![\w-])", re.IGNORECASE),
        re.compile(act.objects, re.IGNORECASE),
    )
    for act in ACTS
]
_OPINION = re.compile(OPINION, re.IGNORECASE)
_ABROAD = re.compile(ABROAD)
_THERE = re.compile(rf"\b[Вв]о? (?:{ABROAD})|{RULERS}")
_FOREIGN = re.compile(rf"{FOREIGN}|{RULERS}", re.IGNORECASE)
_UNREAL = re.compile(r"^\W*(?:если|когда|чтобы|после того как|в случае)\b", re.IGNORECASE)
_NO_ACT = re.compile(r"\bбы\b|эксплуатаци|\b[Нн]астоящ(?:ий|ее|ие) (?:приказ|указ|постанов|решен|правил)")
# "Целевой индикатор: ...", "сбор данных (II квартал 2025 года, Минцифры)".
_MEASURE = re.compile(
    r"^\W*целев\w+ (?:индикатор|показател\w+)|"
    r"^[^()]{10,}\((?:[IV1-4]+ )?(?:полугодие|квартал|год)?[^()]{0,12}20\d\d(?: год\w*)?,[^()]+\)\W*$",
    re.IGNORECASE,
)
# What only points at a decision told before: "Соответствующий приказ подписан", "Он утверждён".
_POINTING = re.compile(r"^\W*(?:соответствующ\w+|так(?:ой|ое|ая|ие)|он|она|оно|они|указ мной)\b", re.IGNORECASE)
_REFUTED = re.compile(r"\b(?:опроверг\w*|опровергает|слух\w*|фейк\w*)\b", re.IGNORECASE)
_MANY = re.compile(rf"(?:\w+(?:ая|ый|ое) )?(?:{MANY})")
_WE = re.compile(r"\b(?:мы|мной|нами|мною)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def acted(clause: Clause) -> Found | None:
    """Return the act that a piece tells of: adopted, made known or planned."""
    if _UNREAL.match(clause.text) or _NO_ACT.search(clause.text) or _REFUTED.search(clause.text):
        return None
    for act, pattern, objects in _ACTS:
        for match in pattern.finditer(clause.text):
            near = clause.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if not objects.search(near) or _only_told(clause, match) or _abroad(clause, match.start()):
                continue
            issuer = decider(clause.words, clause.index(match.end() - 1)) if act.by_subject else None
            if act.by_subject and issuer is None and not _WE.search(clause.text[: match.start()]):
                continue
            if act.kind is Kind.ADOPTED and _POINTING.match(clause.text):
                continue
            if act.kind is not Kind.ADOPTED and (_OPINION.search(clause.text) or _idle(clause, match)):
                continue
            if act.kind is Kind.PLANNED:
                issuer = decider(clause.words, clause.index(match.start()))
                if issuer and not clause.deadline and _MANY.match(issuer.name.lower()):
                    continue
            timed = clause.deadline and match.group().lower().startswith(("будет", "будут"))
            return Found(Kind.PLANNED if timed else act.kind, issuer, (), action_of(clause.text, 0))
    return None


def _idle(clause: Clause, match: re.Match[str]) -> bool:
    """Tell whether a plan says neither what will be done nor when: "планирует работу"."""
    active = re.match(r"планиру(?:ет|ют|ем)\b", match.group(), re.IGNORECASE)
    task = infinitive_at(clause.words, clause.index(match.end()))
    if task is not None and clause.words[task].lemma in NO_PLAN:
        return True
    return active is not None and not clause.deadline and task is None


def _abroad(clause: Clause, verb: int) -> bool:
    """Tell whether another country is what the verb is said of."""
    before = clause.text[max(0, verb - _NEAR) : verb]
    return any(not re.search(r"\b(?:с|из|со) $", before[: match.start()]) for match in _ABROAD.finditer(before))


def elsewhere(before: str, issuer: Actor | None = None) -> bool:
    """Tell whether a foreign body gives an order or, where nobody is named, whether it is given abroad."""
    if issuer is not None:
        return bool(_FOREIGN.search(issuer.name or issuer.post))
    return bool(_THERE.search(before))


def _only_told(clause: Clause, match: re.Match[str]) -> bool:
    """Tell whether the words stand where they say nothing new: "пока не", "может быть принят"."""
    before = clause.text[max(0, match.start() - 40) : match.start()].lower()
    return bool(
        re.search(
            r"(?:\bне|может быть|могут быть|должн\w быть|будет|будут|пока|ещё не|если|котор\w+ был[аио]?)\s*$", before
        )
    )


def foreseen(clause: Clause) -> Found | None:
    """What a body will do by a time."""
    if clause.deadline and (match := _MEASURE.search(clause.text)):
        bodies = told(clause.words, clause.index(match.start()), len(clause.words), "nomn")
        return Found(Kind.PLANNED, None, bodies, action_of(clause.text, 0))
    if not clause.deadline or _UNREAL.match(clause.text) or _OPINION.search(clause.text):
        return None
    verb = future(clause.words)
    if verb is None or _abroad(clause, clause.words[verb].start):
        return None
    issuer = decider(clause.words, verb) if clause.words[verb].lemma not in OPENING else None
    if issuer is None and not _impersonal(clause.words, verb):
        return None
    return Found(Kind.PLANNED, issuer, (), action_of(clause.text, 0))


def _impersonal(words: list[Word], verb: int) -> bool:
    """Tell whether a plan may be a body's though none is named: "откроют", "запустим", "будут открыты"."""
    if words[verb].lemma in OPENING or words[verb].text in ("будет", "будут") or words[verb].reads("1per"):
        return True
    return words[verb].reads("plur") and not (verb and words[verb - 1].reads("NOUN", "anim", "plur", "nomn"))
