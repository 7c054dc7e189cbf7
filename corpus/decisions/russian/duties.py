"""Whether a piece of a Russian sentence lays a duty on a body or an office."""

import re

from corpus.decisions.russian.actors import agrees, deciders, told
from corpus.decisions.russian.acts import elsewhere
from corpus.decisions.russian.clause import Clause, Found
from corpus.decisions.russian.limits import GUESSES, OPINION
from corpus.decisions.russian.orders import MODAL_DATIVE, MODAL_SUBJECT, NO_TASK
from corpus.decisions.russian.phrases import phrases
from corpus.decisions.russian.speaking import BY_PAPER
from corpus.decisions.russian.tasks import action_of, infinitive_at
from corpus.decisions.russian.words import DUTIFUL, MANY
from corpus.decisions.values import Kind

_MODAL_SUBJECT = re.compile(rf"(?<!\bне ){MODAL_SUBJECT}", re.IGNORECASE)
_MODAL_DATIVE = re.compile(rf"(?<!\bне ){MODAL_DATIVE}", re.IGNORECASE)
_OPINION = re.compile(OPINION, re.IGNORECASE)
_GUESSES = re.compile(GUESSES, re.IGNORECASE)
_DUTIFUL = re.compile(rf"(?:{DUTIFUL})$")
_MANY = re.compile(rf"^(?:\w+ые |\w+ый |\w+ая )?(?:{MANY})[а-я]{{0,2}}\b")
_BY_PAPER = re.compile(rf"^\W*{BY_PAPER}", re.IGNORECASE)
_BEING = ("признаваться", "считаться", "являться", "становиться", "называться", "оставаться", "оказаться")
_STANDING = ("стоять", "лежать", "работать")
_UNREAL = re.compile(r"^\W*(?:если|когда|чтобы|после того как|в случае)\b", re.IGNORECASE)


def duty(text: str) -> re.Match[str] | None:
    """Return the word that states a duty, if the text has one."""
    return _MODAL_SUBJECT.search(text) or _MODAL_DATIVE.search(text)


def due(clause: Clause) -> Found | None:
    """A duty laid on a body or an office, or one with a deadline."""
    if (
        _UNREAL.match(clause.text)
        or _GUESSES.search(clause.text)
        or (_OPINION.search(clause.text) and not clause.deadline)
    ):
        return None
    match = duty(clause.text)
    if match is None:
        return None
    at = infinitive_at(clause.words, clause.index(match.end() - 1) + 1)
    if at is None:
        return None
    states = ("PRTS", "ADJS") if clause.deadline else ("PRTS",)
    done = at + 1 < len(clause.words) and clause.words[at].lemma == "быть" and clause.words[at + 1].part in states
    stands = clause.deadline and clause.words[at].lemma in _STANDING
    if clause.words[at].lemma in NO_TASK and not (done or stands):
        return None
    addressees = obliged(clause, match)
    by = agent_after(clause, at) if not addressees else ()
    if by:
        return Found(Kind.INSTRUCTION, None, by, action_of(clause.text, 0))
    if not addressees and clause.words[at].lemma == "стать":
        return None
    if addressees and not clause.deadline and _MANY.search(addressees[0].lower()):
        return None
    if elsewhere(clause.text[: match.start()]):
        return None
    finite = done or clause.words[at].reads("INFN", "perf")
    rests = bool(_BY_PAPER.match(clause.text))
    if not clause.deadline and not ((addressees or rests) and finite):
        return None
    if not addressees and _said_of_all(clause, match):
        return None
    start = 0 if done else clause.words[at].start
    return Found(Kind.INSTRUCTION, None, addressees, action_of(clause.text, start))


def obliged(clause: Clause, match: re.Match[str]) -> tuple[str, ...]:
    """Return whose duty the modal word states."""
    verb = clause.index(match.end() - 1)
    if _MODAL_DATIVE.match(clause.text, match.start()):
        end = infinitive_at(clause.words, verb) or verb
        before = told(clause.words, 0, verb, "datv") or told(clause.words, verb, end, "datv")
        return before or told(clause.words, end, len(clause.words), "ablt", "перед")
    found = list(deciders(clause.words, 0, verb))
    for at in range(len(found) - 1, -1, -1):
        between = clause.words[found[at].last : verb]
        alone = clause.words[found[at].first].lemma in ("каждый", "любой", "всякий", "ни")
        if not alone and not any(word.part == "VERB" for word in between):
            while (
                at
                and found[at - 1].last == found[at].first - 1
                and clause.words[found[at].first - 1].text in ("и", ",")
            ):
                at -= 1
            return told(clause.words, found[at].first, verb, "nomn")
    task = infinitive_at(clause.words, verb)
    after = task + 1 if task is not None else len(clause.words)
    late = (
        next((each for each in deciders(clause.words, after, after + 1)), None) if after < len(clause.words) else None
    )
    return (
        told(clause.words, late.first, late.last, "nomn")
        if late and agrees(clause.words, late, clause.words[verb])
        else ()
    )


def agent_after(clause: Clause, at: int) -> tuple[str, ...]:
    """Return by whom something must be done: "должно приниматься комиссией", "должны быть утверждены министерством"."""
    words = clause.words
    after = at + 2 if words[at].lemma == "быть" and at + 1 < len(words) and words[at + 1].part == "PRTS" else at + 1
    if after == at + 1 and (not words[at].text.endswith("ся") or words[at].lemma in _BEING):
        return ()
    phrase = next(iter(deciders(words, after, min(after + 1, len(words)), "ablt")), None)
    return told(words, after, len(words), "ablt") if phrase is not None else ()


def _said_of_all(clause: Clause, match: re.Match[str]) -> bool:
    """Tell whether a duty is everybody's: "каждый должен", "лица обязаны"."""
    verb = clause.index(match.start())
    subject = next(phrases(clause.words, 0, verb, "nomn"), None)
    if subject is not None and subject.plural and clause.words[subject.head].reads("anim", "plur", "nomn"):
        return True
    return any(_DUTIFUL.match(word.lemma) for word in clause.words[:verb])
