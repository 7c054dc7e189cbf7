"""Who speaks or acts in a Russian sentence, and who issued a Russian document."""

import re

from corpus.decisions.russian.actors import actor_of, agent, agrees, decider, deciders, is_layman, near
from corpus.decisions.russian.morphs import Word, words_of
from corpus.decisions.russian.phrases import Phrase, read_phrase
from corpus.decisions.russian.speaking import (
    ACTING,
    BODY_BEFORE,
    BY_PAPER,
    MESSENGERS,
    NAMED,
    OFFICE_BEFORE,
    PRONOUNS,
    SPEECH,
)
from corpus.decisions.values import Actor

_SPEECH = re.compile(rf"(?:{SPEECH})(?:а|и|о|ла|ли)?$", re.IGNORECASE)
_ACTING = re.compile(rf"(?:{ACTING})(?:а|и|о|ла|ли|ся|ась|ись)?$", re.IGNORECASE)
_NAMED = [(case, re.compile(before, re.IGNORECASE)) for case, before in NAMED]
_BY_PAPER = re.compile(BY_PAPER, re.IGNORECASE)
# The words after a quotation: "..., — парировал министр".
_AFTER_QUOTE = re.compile(r"(?:[»”\"],?|[,.!])\s*[—–-]\s*(?=[а-яё])")
_BODY_BEFORE = re.compile(BODY_BEFORE, re.IGNORECASE)
_OFFICE_BEFORE = re.compile(OFFICE_BEFORE, re.IGNORECASE)
_MESSENGERS = re.compile(MESSENGERS, re.IGNORECASE)
_TO_A_POST = re.compile(r"назначен|избран|признан|определ[её]н|объявлен|стал", re.IGNORECASE)
_ORDERED = re.compile(r"поруч|дан|постав|предпис|веле|выдан|приказ|указан|рекоменд|адресов|возлож", re.IGNORECASE)
_TITLE = re.compile(r"(?:Указ|Приказ|Постановление|Распоряжение|Послание|Речь|Выступление|Интервью)(?:ом)?\s+")
_SITTING = re.compile(r"(?:Протокол|Поручения|Решения)\b[^.:]{0,40}?\b(?:заседания|совещания|совета)\s+(?=\w)")
_ENACTS = re.compile(r"\b(?:постановля(?:ет|ют)|постановил[аи]?|приказыва(?:ет|ют)|решил[аи]?)\b", re.IGNORECASE)
_SIGNED_FOR = re.compile(
    r"(?P<post>(?:и\.\s?о\.|врио)\s+[а-яё][а-яё -]+?)\s+"
    r"(?P<name>(?:[А-ЯЁӘ]\.\s?){1,2}[А-ЯЁӘ][\w-]+|[А-ЯЁӘ][\w-]+ [А-ЯЁӘ][\w-]+)\W*$"
)


def speaker(sentence: str) -> Actor | None:
    """Return who speaks or acts in the sentence, if it names one; nobody for those named before ("сказал он")."""
    words = words_of(sentence)
    if lead := next((each for each in deciders(words, 0, len(words)) if _leads(words, each)), None):
        return actor_of(words, lead)
    if (at := _verb_after_quote(sentence, words)) is not None:
        following = words[at + 1] if at + 1 < len(words) else None
        if following is not None and following.text in PRONOUNS:
            return None
        if actor := _after(words, at):
            return None if _said_before(actor) else actor
    for verbs in (_SPEECH, _ACTING):
        for at, word in enumerate(words):
            if verbs.match(word.text) and (actor := _who(words, at, verbs is _SPEECH)) and not _passes_on(actor):
                return None if _said_before(actor) else actor
    return named_in(sentence, words) or _titled(words) or _doing(words)


def named_in(text: str, words: list[Word]) -> Actor | None:
    """Return who is named by "по поручению X", "под председательством X", "утверждён X-ом"."""
    for case, before in _NAMED:
        for match in before.finditer(text):
            if actor := _phrase_after(words, match.end(), case):
                return actor
    return _agent(words)


def by_paper(text: str, words: list[Word], ordered: bool) -> Actor | None:
    """Return whose paper a decision rests on, or by whom it is done: "приказом министра", "одобрено министерством".

    Of what is `ordered` only the order itself is done by who decides: "поручено министром", not "принято министром".
    """
    for match in _BY_PAPER.finditer(text):
        if actor := _phrase_after(words, match.end(), "gent"):
            return actor
    return _agent(words, _ORDERED if ordered else None)


def _agent(words: list[Word], only: re.Pattern[str] | None = None) -> Actor | None:
    if any(word.text.lower() == "между" for word in words):
        return None  # both sides do it
    for at, word in enumerate(words):
        if word.part != "PRTS" or _TO_A_POST.match(word.text) or (only and not only.match(word.text)):
            continue
        if actor := agent(words, at):
            return actor
    return None


def only_pointed_at(actor: Actor) -> bool:
    """Tell whether a body is only called by what it is, its name having been told before: "ведомство"."""
    return bool(_BODY_BEFORE.fullmatch(actor.name))


def _said_before(actor: Actor) -> bool:
    return only_pointed_at(actor) or bool(_OFFICE_BEFORE.fullmatch(actor.name or actor.post))


def _passes_on(actor: Actor) -> bool:
    return bool(_MESSENGERS.match((actor.name or actor.post).split()[0]))


def _leads(words: list[Word], phrase: Phrase) -> bool:
    """Tell whether a sentence begins with who says the rest: "Аким города: «...»"."""
    after = words[phrase.last : phrase.last + 2]
    return phrase.first == 0 and len(after) == 2 and after[0].text == ":" and after[1].text[0] in '«“"'


def _verb_after_quote(sentence: str, words: list[Word]) -> int | None:
    """Return the verb that tells whose the words before it are."""
    starts = {match.end() for match in _AFTER_QUOTE.finditer(sentence)}
    return next((at for at, word in enumerate(words) if word.start in starts and word.part == "VERB"), None)


def _after(words: list[Word], verb: int) -> Actor | None:
    """Return the subject that follows a verb, whatever stands between them."""
    fitting = [phrase for phrase in deciders(words, verb + 1, len(words)) if agrees(words, phrase, words[verb])]
    best = next((phrase for phrase in fitting if phrase.person), None) or next(iter(fitting), None)
    return None if best is None or is_layman(best) else actor_of(words, best)


def _titled(words: list[Word]) -> Actor | None:
    """Return a person named with a post."""
    named = (
        phrase
        for phrase in deciders(words, 0, len(words))
        if phrase.person and phrase.title and words[min(phrase.last, len(words) - 1)].text not in ("—", "–")
    )
    return next((actor_of(words, phrase) for phrase in named), None)


def _doing(words: list[Word]) -> Actor | None:
    """Return a person with a full name who did something, whatever it was: "Асан Усенов не скрывал раздражения"."""
    for phrase in deciders(words, 0, len(words)):
        if " " not in phrase.person:
            continue
        near_by = (at for at in range(phrase.last, min(phrase.last + 4, len(words))) if words[at].part == "VERB")
        verb = next(near_by, None)
        if verb is not None and words[verb].reads("VERB", "past") and agrees(words, phrase, words[verb]):
            return actor_of(words, phrase)
    return None


def author(text: str) -> Actor | None:
    """Return who issued a document that begins like `text`, or is signed so, if it says so."""
    words = words_of(text)
    signed = read_phrase(words, 0, "nomn") if words else None
    if signed is not None and signed.person and signed.title and signed.last >= len(words):
        return actor_of(words, signed)
    if match := _SIGNED_FOR.search(text):
        return Actor(match["name"], match["post"])
    if match := _TITLE.match(text) or _SITTING.match(text):
        return _phrase_after(words, match.end(), "gent")
    match = _ENACTS.search(text)
    if match is None or not (match.group().isupper() or text[match.end() :].lstrip().startswith(":")):
        return None
    verb = next(at for at, word in enumerate(words) if word.end >= match.end())
    return decider(words, verb)


def _who(words: list[Word], verb: int, speech: bool) -> Actor | None:
    """Return who does what the verb says: of `speech`, named just after it, or before it; else the other way round."""
    if not speech and (before := decider(words, verb)):
        return before
    following: Phrase | None = next(deciders(words, verb + 1, min(verb + 6, len(words))), None)
    if following is not None and near(words, verb, following.first) and not is_layman(following):
        return actor_of(words, following)
    if before := decider(words, verb):
        return before
    if any(word.text in PRONOUNS for word in words[max(0, verb - 2) : verb + 2]):
        return None
    later = (phrase for phrase in deciders(words, verb + 1, len(words)) if phrase.person)
    return next((actor_of(words, phrase) for phrase in later), None)


def _phrase_after(words: list[Word], start: int, case: str) -> Actor | None:
    at = next((i for i, word in enumerate(words) if word.start >= start), len(words))
    if at >= len(words):
        return None
    phrase = read_phrase(words, at, case)
    if phrase is None or not any(each.first == at for each in deciders(words, at, at + 1, case)):
        return None
    return actor_of(words, phrase)
