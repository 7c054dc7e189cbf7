"""Persons and bodies in Russian sentences: who decides, who is told, who speaks."""

import re
from collections.abc import Iterator

from corpus.decisions.russian.morphs import Word
from corpus.decisions.russian.phrases import ACTOR, POST, Phrase, phrases, read_phrase
from corpus.decisions.russian.words import LAYMEN, NOT_BODIES
from corpus.decisions.values import Actor

_LAYMAN = re.compile(rf"(?:{LAYMEN})$")
_CITIES = re.compile(r"(?P<post>\w+) городов (?P<names>[А-ЯЁӘҚ][\w-]+(?:, [А-ЯЁӘҚ][\w-]+)* и [А-ЯЁӘҚ][\w-]+)$")
_REGIONS = re.compile(
    r"(?P<post>\w+) (?P<names>[А-ЯЁӘҚ][\w-]+(?:, [А-ЯЁӘҚ][\w-]+)* и [А-ЯЁӘҚ][\w-]+) (?P<kind>областей|районов)$"
)
_ONE_REGION = {"областей": "области", "районов": "района"}
_TOGETHER = ("совместно", "вместе")


def is_actor(words: list[Word], phrase: Phrase) -> bool:
    """Tell whether a noun phrase names an office, a body or a person."""
    head = words[phrase.head]
    if _LAYMAN.match(phrase.lemma):
        return False
    if ACTOR.match(phrase.lemma) or phrase.person:
        return True
    if head.text in NOT_BODIES or re.search(r"-[а-яё]+$", head.text):
        return False
    return head.quoted or (head.capital and (head.reads("Orgn") or (head.fixed and phrase.first == phrase.head)))


def is_layman(phrase: Phrase) -> bool:
    """Tell whether a noun phrase names somebody without authority."""
    return bool(_LAYMAN.match(phrase.lemma))


def actor_of(words: list[Word], phrase: Phrase) -> Actor:
    """Return the person or body that a phrase names; the post of a person may follow the name after a comma."""
    if phrase.person and phrase.title:
        return Actor(phrase.person, phrase.title)
    if phrase.person:
        after = phrase.last
        if after + 1 < len(words) and words[after].text == ",":
            post = read_phrase(words, after + 1, "nomn")
            if post is not None and POST.match(post.lemma) and not post.person:
                return Actor(phrase.person, post.title)
        return Actor(phrase.person)
    if POST.match(phrase.lemma):
        return Actor("", phrase.title)
    return Actor(phrase.title)


def told(
    words: list[Word], first: int, last: int, case: str, before: str = "", anybody: bool = False
) -> tuple[str, ...]:
    """Return the base forms of the first actors in `case`, with what is joined to them; `before` "
    "is their preposition."""
    for phrase in phrases(words, first, last, case):
        if not _governed_by(words, phrase.first, before):
            continue
        if is_actor(words, phrase) or (anybody and _may_be_told(words, phrase)):
            return tuple(_joined(words, phrase, last, case, anybody))
    return ()


def _governed_by(words: list[Word], at: int, before: str) -> bool:
    """Tell whether the phrase at `at` follows the preposition `before`, or none at all if it is empty."""
    while at and words[at - 1].part in ("NPRO", "NUMR"):  # "по его итогам"
        at -= 1
    while not before and at > 1 and words[at - 1].text in (",", "и") and words[at].fixed and words[at - 2].fixed:
        at -= 2  # "перед Минэнерго и МВД"
    previous = words[at - 1] if at else None
    if before:
        return previous is not None and previous.text.lower() == before
    if previous is not None and words[at].quoted and previous.part == "NOUN":
        return False  # the name of what stands before it
    return previous is None or (previous.part != "PREP" and previous.text.lower() not in ("по", "к", "согласно"))


def _may_be_told(words: list[Word], phrase: Phrase) -> bool:
    """Tell whether somebody is meant by a phrase that an order is addressed to."""
    head = words[phrase.head]
    return not is_layman(phrase) and not head.fixed and (head.reads("anim") or phrase.plural)


def _joined(words: list[Word], phrase: Phrase, last: int, case: str, anybody: bool) -> Iterator[str]:
    yield from _each(words, phrase)
    at = phrase.last
    while at < last:
        text = words[at].text.lower()
        if text in _TOGETHER and at + 1 < len(words) and words[at + 1].text in ("с", "со"):
            case, at = "ablt", at + 2
        elif text in (",", "и", "а", "также", "включая"):
            at += 1
            continue
        following = read_phrase(words, at, case)
        if following is None or not (is_actor(words, following) or (anybody and _may_be_told(words, following))):
            return
        yield from _each(words, following)
        at = following.last


def _each(words: list[Word], phrase: Phrase) -> Iterator[str]:
    """Yield the base form; one for each region of "акимы А, Б и В областей"."""
    base = phrase.base
    if phrase.plural and (match := _REGIONS.match(base)):
        post = phrase.lemma
        for name in re.split(r", | и ", match["names"]):
            yield f"{post} {name} {_ONE_REGION[match['kind']]}"
        return
    if phrase.plural and (match := _CITIES.match(base)):
        yield from (f"{phrase.lemma} города {name}" for name in re.split(r", | и ", match["names"]))
        return
    opening = phrase.first == 0 or words[phrase.first - 1].text in '.«—–"' or words[phrase.first - 1].text.isdigit()
    if opening and phrase.plural and not words[phrase.head].fixed:
        base = base[0].lower() + base[1:]
    if base:
        yield base


def deciders(words: list[Word], first: int, last: int, case: str = "nomn") -> Iterator[Phrase]:
    """Yield the phrases in `case` that may be who decides or speaks."""
    for phrase in phrases(words, first, last, case):
        head = words[phrase.head]
        if is_actor(words, phrase) and not head.quoted and not head.text[0].isascii():
            previous = words[phrase.first - 1] if phrase.first else None
            if previous is not None and (previous.text == "(" or _named_after(previous, phrase)):
                continue
            if case == "nomn" and previous is not None and (previous.part == "PREP" or previous.text.lower() == "как"):
                continue
            if case == "nomn" and previous is not None and previous.part == "INFN" and not head.reads("NOUN", "anim"):
                continue  # what is to be done something with: "создать университет"
            yield phrase


def _named_after(previous: Word, phrase: Phrase) -> bool:
    """Tell whether a name alone is that of the thing before it: "область Абай"."""
    return (
        bool(phrase.person) and not phrase.title and " " not in phrase.person and previous.lemma in ("область", "район")
    )


def decider(words: list[Word], verb: int, first: int = 0) -> Actor | None:
    """Return who does what the verb at `verb` tells: the last that fits it before it, or the first after it."""
    first = max([first, *(at + 1 for at in range(first, verb) if words[at].text == ";")])
    fitting = [phrase for phrase in deciders(words, first, verb) if agrees(words, phrase, words[verb])]
    if fitting:
        named = [phrase for phrase in fitting if phrase.person] or fitting
        return actor_of(words, named[-1])
    following = next(deciders(words, verb + 1, min(verb + 4, len(words))), None)
    if following is not None and near(words, verb, following.first) and agrees(words, following, words[verb]):
        return actor_of(words, following)
    return None


def agent(words: list[Word], participle: int) -> Actor | None:
    """Return by whom something is done: the actor in the instrumental just after a short participle, or before it."""
    stretches = ((participle + 1, min(participle + 4, len(words))), (max(0, participle - 4), participle))
    for first, last in stretches:
        for phrase in deciders(words, first, last, "ablt"):
            previous = words[phrase.first - 1] if phrase.first else None
            governed = previous is not None and (previous.part == "PREP" or previous.text in (",", "и"))
            between = words[participle + 1 : phrase.first] or words[phrase.last : participle]
            if not (governed or words[phrase.head].fixed) and all(_may_stand_between(word) for word in between):
                return actor_of(words, phrase)
    return None


def _may_stand_between(word: Word) -> bool:
    aside = word.text[0].isdigit() or word.part in ("ADVB", "PRCL", "PREP")
    return aside or word.reads("gent") or word.reads("ablt")


def near(words: list[Word], verb: int, first: int) -> bool:
    """Tell whether nothing but adverbs and the like stands between a verb and the subject after it."""
    return all(word.part in ("ADVB", "PRCL", "") and word.text != "," for word in words[verb + 1 : first])


def agrees(words: list[Word], phrase: Phrase, verb: Word) -> bool:
    """Tell whether the gender and number of a past verb may be those of the noun; a post may be a woman's."""
    noun = words[phrase.head]
    tags = [reading.tag for reading in verb.readings if "VERB" in reading.tag or "PRTS" in reading.tag]
    if not tags or noun.fixed:
        return True
    if not any("past" in tag for tag in tags):
        if phrase.person:
            return any(tag.number == "sing" for tag in tags)
        return any(noun.reads("nomn", str(tag.number)) for tag in tags if tag.number)
    if (phrase.person and not phrase.title) or phrase.lemma == "глава":
        return any(tag.number == "sing" and tag.gender != "neut" for tag in tags)
    nouns = [reading.tag for reading in noun.readings if "NOUN" in reading.tag and "nomn" in reading.tag]
    for tag in tags:
        for of in nouns:
            if tag.number != of.number:
                continue
            if (
                tag.number == "plur"
                or tag.gender == of.gender
                or "ms-f" in of
                or ("anim" in of and tag.gender == "femn")
            ):
                return True
    return False
