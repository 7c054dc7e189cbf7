"""Persons, posts and bodies in Kazakh sentences, in their base form and with the case in which they stand.

A name is found by its last word, which bears the ending; what belongs to it stands to the left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.decisions.kazakh.endings import (
    ABBREVIATION,
    ACCUSATIVE,
    AND,
    FAMILY,
    FIXED,
    GENITIVE,
    HEAD,
    NAME_ENDING,
    OBLIQUE,
    OF_A_PLACE,
    PATRONYMIC,
    PLACE,
    SURNAME,
    case_of,
)
from corpus.decisions.kazakh.names import ADJECTIVE, NOT_A_CASE, NOT_IN_A_NAME
from corpus.decisions.kazakh.phrase import Phrase, Role

REACH = 8
_TOKEN = re.compile(r"\w+(?:[-’'.]\w+)*(?<!\.)|[^\w\s]")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@lru_cache(maxsize=1024)
def find_actors(sentence: str) -> tuple[Phrase, ...]:
    """Return the persons, posts and bodies of a sentence, in order, without overlap."""
    tokens = [_Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(sentence)]
    phrases: list[Phrase] = []
    at, before = len(tokens) - 1, len(tokens)
    while at >= 0:
        found = _phrase(sentence, tokens, at)
        if found and found[0] < before:
            before, phrase = found
            phrases.append(phrase)
            at = before
        at -= 1
    return tuple(reversed(phrases))


def _phrase(sentence: str, tokens: Sequence[_Token], at: int) -> tuple[int, Phrase] | None:
    """Return the actor that ends with the token at `at`, and its first token."""
    return _person(sentence, tokens, at) or _body(sentence, tokens, at) or _bare(sentence, tokens, at)


def _person(sentence: str, tokens: Sequence[_Token], at: int) -> tuple[int, Phrase] | None:
    last = tokens[at]
    if not last.capital or HEAD.fullmatch(last.text) or len(last.text) < 3:
        return None
    surname = SURNAME.fullmatch(last.text)
    first = at
    while first > 0 and at - first < 2 and _is_first_name(tokens[first - 1], tokens[first], sentence):
        # A third word is of a name only if there is a patronymic among them.
        if at - first == 1 and not any(each.text.endswith(PATRONYMIC) for each in tokens[first : at + 1]):
            break
        first -= 1
    if first > 0 and tokens[first - 1].text == "." and first > 1 and len(tokens[first - 2].text) == 1:
        first -= 2
    post = _body(sentence, tokens, first - 1, persons=True) if first else None
    if surname is None and (post is None or first == at):
        return None
    match = surname or NAME_ENDING.fullmatch(last.text)
    name = sentence[tokens[first].start : last.start] + (match["base"] if match else last.text)
    begin, title = (post[0], post[1].post) if post else (first, "")
    role_phrase = Phrase(tokens[begin].start, last.end, Role.PERSON, name, title, case_of(match) if match else "")
    return begin, role_phrase


def _is_first_name(token: _Token, following: _Token, sentence: str) -> bool:
    return (
        token.capital
        and token.text.replace("-", "").isalpha()
        and not token.text.isupper()
        and sentence[token.end : following.start] == " "
        and not HEAD.fullmatch(token.text)
        and not GENITIVE.fullmatch(token.text)
        and not PLACE.fullmatch(token.text)
        and (token.text.endswith(PATRONYMIC) or not FAMILY.fullmatch(token.text))
        and token.text.isascii() == following.text.isascii()
        and token.text.lower() not in NOT_IN_A_NAME
    )


def _body(sentence: str, tokens: Sequence[_Token], at: int, persons: bool = False) -> tuple[int, Phrase] | None:
    """Return the body, post or group whose last word is at `at`; if `persons`, only a post in the nominative."""
    if at < 0 or not (match := HEAD.fullmatch(tokens[at].text)):
        return None
    role = Role.BODY if match["body"] else Role.POST if match["post"] else Role.GROUP
    case = case_of(match)
    if persons and (role is not Role.POST or case or match["plural"]):
        return None
    first = _first(tokens, at, bool(match["possessive"]), bool(match["plural"]))
    name = sentence[tokens[first].start : tokens[at].start] + match["base"]
    name = re.sub(r"\s*\([^)]*\)", "", name)
    if match["plural"] and role is Role.POST:
        role = Role.GROUP
    if tokens[at].text[:1].islower() and first == at and role is Role.GROUP and match["possessive"]:
        return None
    titled = role is Role.POST
    phrase = Phrase(tokens[first].start, tokens[at].end, role, "" if titled else name, name if titled else "", case)
    return first, phrase


def _bare(sentence: str, tokens: Sequence[_Token], at: int) -> tuple[int, Phrase] | None:
    """Return a body named by capitals only, or by a name known to be one."""
    token = tokens[at]
    match = FIXED.fullmatch(token.text) or ABBREVIATION.fullmatch(token.text)
    if not match:
        return None
    return at, Phrase(token.start, token.end, Role.BODY, match["base"], "", case_of(match))


def _first(tokens: Sequence[_Token], at: int, possessive: bool, plural: bool) -> int:
    """Return where the name begins that ends at `at`."""
    first = at
    while first > 0 and at - first < REACH:
        step = _step(tokens, first, at, possessive, plural)
        if step is None:
            break
        first = step
    while first < at and tokens[first].text.lower() in AND:
        first += 1
    lower = not tokens[first].capital and tokens[first].text not in "«“"
    return max(first, at - 3) if lower else first


def _step(tokens: Sequence[_Token], first: int, at: int, possessive: bool, plural: bool) -> int | None:
    """Return the token that the name begins with if it reaches further left than `first`."""
    left, here = tokens[first - 1], tokens[first]
    word = left.text.lower()
    if left.text in "»”":
        return _opening(tokens, first - 1, "«“")
    if left.text == ")":
        opening = _opening(tokens, first - 1, "(")
        return opening if opening and opening > 0 else None
    if here.text in "«“":
        return None
    if word in NOT_IN_A_NAME or not left.text[0].isalpha():
        return None
    if word in AND:
        return _over_and(tokens, first, plural) if possessive else None
    if GENITIVE.fullmatch(left.text):
        return first - 1 if possessive and not SURNAME.fullmatch(left.text) else None
    if here.capital and first != at:
        joined = OF_A_PLACE.fullmatch(here.text) or left.text == "Қазақстан"
        return first - 1 if left.capital and not left.text.isupper() and joined else None
    if SURNAME.fullmatch(left.text) or _stands_apart(left, here):
        return None
    if not possessive:
        return first - 1 if re.fullmatch(ADJECTIVE, word) else None
    return first - 1


def _stands_apart(left: _Token, here: _Token) -> bool:
    """Tell whether a word on the left is none of the name: it bears a case, or is an actor of its own."""
    head = HEAD.fullmatch(left.text)
    alone = head and (head["post"] or head["possessive"] or left.capital) and not HEAD.fullmatch(here.text)
    oblique = OBLIQUE.fullmatch(left.text) and not _no_case(left)
    return bool(alone) or bool(oblique and not (left.capital and ACCUSATIVE.fullmatch(left.text)))


def _no_case(token: _Token) -> bool:
    return token.text.lower() in NOT_A_CASE or bool(re.fullmatch(ADJECTIVE, token.text.lower()))


def _over_and(tokens: Sequence[_Token], first: int, plural: bool) -> int | None:
    """Return the token left of "and", where "and" stands within one name and does not join two."""
    if first < 2 or HEAD.fullmatch(tokens[first - 2].text) or SURNAME.fullmatch(tokens[first - 2].text):
        return None
    left, right = tokens[first - 2], tokens[first]
    if right.capital and not (left.capital and plural):
        return None
    return None if OBLIQUE.fullmatch(left.text) and not _no_case(left) else first - 2


def _opening(tokens: Sequence[_Token], closing: int, marks: str) -> int | None:
    return next((at for at in range(closing - 1, max(-1, closing - 8), -1) if tokens[at].text in marks), None)
