"""Russian noun phrases in a wanted case: found in a sentence, and brought to the form of a dictionary."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus.decisions.russian.forms import title_of
from corpus.decisions.russian.morphs import Word
from corpus.decisions.russian.names import person_at
from corpus.decisions.russian.words import BODIES, COMPOUNDS, NO_TOPIC, POSTS, TOPIC_HEADS

ACTOR = re.compile(rf"(?:[\w-]+-)?(?:{POSTS}|{BODIES}|{COMPOUNDS})$")
POST = re.compile(rf"(?:[\w-]+-)?(?:{POSTS})$")
_GOVERNING = ("заведующий", "командующий", "управляющий")
_TIMES = frozenset("год квартал месяц неделя день полугодие срок сутки час время начало конец".split())
_NO_WORD = "акимата"  # guessed for "акиматы"
_GIVEN = ("дан", "дана", "дано", "даны")  # short participles that the dictionary may take for nouns
_NO_NOUN = {"PREP", "CONJ", "ADVB", "VERB", "INFN", "PRCL", "PRED", "NPRO", "GRND", "COMP"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words `first` to `last` (excluded) of a sentence, with the head at `head`; `lemma` is the head's.

    In the form of a dictionary, `title` is what somebody is, `person` what he is called.
    """

    first: int
    head: int
    last: int
    lemma: str
    title: str
    person: str
    plural: bool

    @property
    def base(self) -> str:
        """Title and person together."""
        return " ".join(filter(None, (self.title, self.person)))


def noun_reading(word: Word, case: str) -> Any | None:  # noqa: ANN401 (pymorphy3 has no types)
    """Return the reading of `word` as a noun in `case`."""
    if word.part in _NO_NOUN or len(word.text) == 1 or word.short or word.lemma in _TIMES or word.text in _GIVEN:
        return None
    fitting = (r for r in word.readings if "NOUN" in r.tag and case in r.tag)
    return next((r for r in fitting if r.normal_form != _NO_WORD and not _several_of_a_name(r)), None)


def _several_of_a_name(reading: Any) -> bool:  # noqa: ANN401
    """Tell whether "Иванов" is taken for more than one: after "Президента" it is no genitive."""
    named = any(tag in reading.tag for tag in ("Surn", "Name", "Patr")) and not ACTOR.match(reading.normal_form)
    return named and "plur" in reading.tag and reading.normal_form != "акима"


def _adjective(word: Word, case: str) -> bool:
    return word.part in ("ADJF", "PRTF", "NOUN") and (word.reads("ADJF", case) or word.reads("PRTF", case))


def _adjectives(words: list[Word], at: int, case: str) -> int:
    """Return where the adjectives that start at `at` end; "and" and commas between them are passed."""
    while at < len(words):
        if _adjective(words[at], case) or (
            at and words[at].text in ("и", ",") and _adjective(words[at - 1], case) and _next_adjective(words, at, case)
        ):
            at += 1
        else:
            break
    return at


def _next_adjective(words: list[Word], at: int, case: str) -> bool:
    return at + 1 < len(words) and _adjective(words[at + 1], case)


def read_phrase(words: list[Word], at: int, case: str) -> Phrase | None:
    """Return the noun phrase in `case` that starts at the word `at`."""
    if at < len(words) and words[at].capital and (person := person_at(words, at, case)):
        return Phrase(at, person[0] - 1, person[0], words[person[0] - 1].lemma, "", person[1], False)
    head = _adjectives(words, at, case)
    if head >= len(words):
        return None
    while head > at and not (noun_reading(words[head], case) or words[head].fixed):
        head -= 1  # the last "adjective" may be the noun: "рабочим", "уполномоченному"
    word = words[head]
    reading = noun_reading(word, case)
    if reading is None and not word.fixed:
        return None
    last = _complements(words, head, case)
    title = title_of(words, at, head, last, reading)
    lemma = reading.normal_form if reading else word.text
    office = POST.match(lemma) or (lemma == "обязанность" and words[at].lemma.startswith("исполня"))
    named = last < len(words) and words[last].capital and office
    person = person_at(words, last, case) if named else None
    plural = reading is not None and "plur" in reading.tag
    return Phrase(at, head, person[0] if person else last, lemma, title, person[1] if person else "", plural)


def genitive_end(words: list[Word], at: int, case: str = "gent") -> int:
    """Return where a group of adjectives and a noun in the genitive ends; `at` if there is none."""
    head = _adjectives(words, at, case)
    if head < len(words) and noun_reading(words[head], case) and not words[head].quoted:
        return head + 1
    return at


def _complements(words: list[Word], head: int, case: str) -> int:
    at, genitive = head + 1, False
    reading = noun_reading(words[head], case)
    lemma = reading.normal_form if reading else words[head].lemma
    while at < len(words):
        word = words[at]
        if word.capital and POST.match(lemma) and person_at(words, at, case):
            break
        if word.quoted or word.text == "Казахстан" or (word.fixed and (word.part in ("LATN", "") or POST.match(lemma))):
            at += 1
        elif word.text == "(" and (close := _closing(words, at)):
            at = close
        elif lemma in _GOVERNING and at == head + 1 and (end := genitive_end(words, at, "ablt")) > at:
            at = end
        elif (end := genitive_end(words, at)) > at:
            at, genitive = end, True
        elif (
            genitive
            and word.text in ("и", ",")
            and _may_be_listed(words[min(at + 1, len(words) - 1)])
            and (end := genitive_end(words, at + 1)) > at + 1
            and _same_list(words, at + 1, "gent")
            and _goes_on(words, at, end)
        ):
            at = end
        elif word.text == "по" and lemma in TOPIC_HEADS and at + 1 < len(words) and words[at + 1].text not in NO_TOPIC:
            end = _topic_end(words, at + 1)
            if end == at + 1:
                break
            at, genitive = end, True
        else:
            break
    return at


def _may_be_listed(word: Word) -> bool:
    return not word.fixed or word.reads("Geox")


def _goes_on(words: list[Word], at: int, end: int) -> bool:
    """Tell whether the genitive after "and" or a comma belongs to the list; after a comma only if "and" follows."""
    return words[at].text == "и" or (end < len(words) and words[end].text in ("и", ","))


def _topic_end(words: list[Word], at: int) -> int:
    end = genitive_end(words, at, "datv")
    while end > at and end < len(words) and words[end].text == "и" and _same_list(words, end + 1, "datv"):
        end = genitive_end(words, end + 1, "datv")
    return end


def _same_list(words: list[Word], at: int, case: str) -> bool:
    """Tell whether a list goes on at `at` with one more thing of the kind, not with another body."""
    end = genitive_end(words, at, case)
    reading = noun_reading(words[end - 1], case) if end > at else None
    return reading is not None and not (ACTOR.match(reading.normal_form) or ACTOR.match(words[end - 1].lemma))


def _closing(words: list[Word], at: int) -> int | None:
    """Return the word after a short parenthesis that holds a name."""
    inside = range(at + 1, min(at + 9, len(words)))
    close = next((i for i in inside if words[i].text == ")"), None)
    return close + 1 if close and words[at + 1].capital else None


def _hangs(words: list[Word], at: int) -> bool:
    """Tell whether a word that might be nominative is the genitive of the noun before it: "заседания Правительства"."""
    if not at or words[at - 1].part not in ("NOUN", "ADJF", "PRTF") or words[at].fixed:
        return False
    if words[at].capital and person_at(words, at, "nomn"):
        return words[at - 1].capital and not words[at - 1].reads("nomn")
    likeliest = words[at].readings[0].tag if words[at].readings else None
    surely_subject = likeliest is not None and "anim" in likeliest and "nomn" in likeliest and "sing" in likeliest
    return words[at].reads("NOUN", "gent") and not surely_subject


def phrases(words: list[Word], first: int, last: int, case: str) -> Iterator[Phrase]:
    """Yield the noun phrases in `case` that start within `first` to `last`, none within another."""
    at = first
    while at < last:
        phrase = None if case == "nomn" and _hangs(words, at) else read_phrase(words, at, case)
        if phrase is None:
            at += 1
            continue
        yield phrase
        at = phrase.last
