"""Who speaks or acts in a Russian sentence, and who issued a Russian document."""

import re

from corpus.decisions.russian.actors import actor_of, decider, deciders, is_layman, near
from corpus.decisions.russian.morphs import Word, words_of
from corpus.decisions.russian.orders import ACTING, SPEECH
from corpus.decisions.russian.phrases import read_phrase
from corpus.decisions.values import Actor

_SPEECH = re.compile(rf"(?:{SPEECH})(?:а|и|о|ла|ли)?$", re.IGNORECASE)
_ACTING = re.compile(rf"(?:{ACTING})(?:а|и|о|ла|ли|ся|ась|ись)?$", re.IGNORECASE)
# "по словам министра", "из уст министра", "подписан министром": the case of who is named, and the words before it.
_NAMED = (
    (
        "gent",
        re.compile(
            r"(?:по словам|по мнению|из уст|по поручению|по решению|решением|по указанию|поручение|указом|"
            r"приказом|постановлением|распоряжением)\s+",
            re.IGNORECASE,
        ),
    ),
    (
        "ablt",
        re.compile(
            r"\b(?:подписан|утвержд[её]н|объявлен|дан|поставлен|введ[её]н|остановлен|принят)[аоы]?\s+", re.IGNORECASE
        ),
    ),
)
_TITLE = re.compile(r"(?:Указ|Приказ|Постановление|Распоряжение|Послание|Речь|Выступление|Интервью)(?:ом)?\s+")
_SITTING = re.compile(r"(?:Протокол|Поручения|Решения)\b[^.:]{0,40}?\b(?:заседания|совещания|совета)\s+(?=\w)")
_ENACTS = re.compile(r"\b(?:постановля(?:ет|ют)|постановил[аи]?|приказыва(?:ет|ют)|решил[аи]?)\b", re.IGNORECASE)


def speaker(sentence: str) -> Actor | None:
    """Return who speaks or acts in the sentence, if it names one."""
    words = words_of(sentence)
    for verbs in (_SPEECH, _ACTING):
        for at, word in enumerate(words):
            if verbs.match(word.text) and (actor := _who(words, at)):
                return actor
    for case, before in _NAMED:
        for match in before.finditer(sentence):
            if actor := _phrase_after(words, match.end(), case):
                return actor
    named = (
        phrase
        for phrase in deciders(words, 0, len(words))
        if phrase.person and phrase.title and words[min(phrase.last, len(words) - 1)].text not in ("—", "–")
    )
    return next((actor_of(words, phrase) for phrase in named), None)


def author(text: str) -> Actor | None:
    """Return who issued a document that begins like `text`, or is signed so, if it says so."""
    words = words_of(text)
    signed = read_phrase(words, 0, "nomn") if words else None
    if signed is not None and signed.person and signed.title and signed.last >= len(words):
        return actor_of(words, signed)
    if match := _TITLE.match(text) or _SITTING.match(text):
        return _phrase_after(words, match.end(), "gent")
    match = _ENACTS.search(text)
    if match is None or not (match.group().isupper() or text[match.end() :].lstrip().startswith(":")):
        return None
    verb = next(at for at, word in enumerate(words) if word.end >= match.end())
    return decider(words, verb)


def _who(words: list[Word], verb: int) -> Actor | None:
    """Return who does what the verb says: named just after it, or before it."""
    following = next(deciders(words, verb + 1, min(verb + 6, len(words))), None)
    if following is not None and near(words, verb, following.first) and not is_layman(following):
        return actor_of(words, following)
    later = (phrase for phrase in deciders(words, verb + 1, len(words)) if phrase.person)
    return decider(words, verb) or next((actor_of(words, phrase) for phrase in later), None)


def _phrase_after(words: list[Word], start: int, case: str) -> Actor | None:
    at = next((i for i, word in enumerate(words) if word.start >= start), len(words))
    if at >= len(words):
        return None
    phrase = read_phrase(words, at, case)
    if phrase is None or not any(each.first == at for each in deciders(words, at, at + 1, case)):
        return None
    return actor_of(words, phrase)
