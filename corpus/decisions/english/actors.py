"""Persons, offices and bodies in English text, and who of them is the subject or the addressee of an order."""

import re
from dataclasses import dataclass

from corpus.decisions.english.names import ACTOR, NAME, NO_ACTOR
from corpus.decisions.english.words import COMPANY, HEADS, spaced
from corpus.decisions.values import Actor

_PREPOSED = re.compile(
    r"(?<!members )(?<!deputies )\b(?:of|at|with|to|for|from|in|on|under|about|than|into|through|by)\s+"
    r"(?:the\s+|[A-Z][a-z]+’s\s+)?$"
)
_TIME = (
    r"(?:on|in|by|before|during|from)\s+(?:the\s+)?(?:end\s+of\s+)?(?:(?:\d{1,2}\s+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|year|month|week)(?:\s+20\d\d|\s+\d{1,2})?|20\d\d)"
)
_TRAILS = re.compile(
    r"(?:\s+(?:also|then|earlier|has|have|had|today|yesterday|personally|separately|and|immediately|therefore|thus|"
    r"will|"
    r"been|is|are|was|were|officially|unanimously|recently|previously|repeatedly|further|it|once\s+again|finally)|"
    r"\s+(?:on|in)\s+(?:\d{1,2}\s+)?[A-Z][a-z]+(?:\s+20\d\d)?|,)\s*$"
)
_PRONOUN = re.compile(r"(?:^|\s|[“\"(–])(?:he|she|it|they|we|I|who|which|that|this)$", re.IGNORECASE)
_BARE_END = spaced(rf"(?:^|(?P<verb>\b(?!that\b|as\b|and\b|when\b|but\b)[a-z]+)?\s|[“(])(?!\w+s$)(?P<name>{NAME})$")
_PAST = "drew|held|gave|said|told|set|put|took|made|spoke|met|paid|was|has|had|also|called|went|found|saw|visited|then"
_BARE_START = spaced(
    rf"^(?:(?:On|In|At|Summing|Speaking|Opening|Concluding|During|Following|After|Having|"
    rf"Commenting)\s[^,]*?(?:20\d\d|,)\s+)?(?!\w+s\s+[a-z])(?P<name>{NAME})\s+(?:{_PAST}|[a-z]+ed)\b"
)
_ASIDE = re.compile(r",[^,;]*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named at `start` to `end`; `person` if it is a person or an office."""

    start: int
    end: int
    actor: Actor
    person: bool


def mentions(text: str) -> list[Mention]:
    """Return the persons, offices and bodies that `text` names, in order."""
    found = []
    for match in ACTOR.finditer(text):
        if NO_ACTOR.match(text, match.end()):
            continue
        parts = match.groupdict()
        name = parts["officer_name"] or parts["manager_name"] or parts["named"] or parts["body"] or ""
        post = parts["officer"] or parts["manager"] or parts["named_post"] or parts["office"] or parts["post"] or ""
        found.append(Mention(match.start(), match.end(), Actor(_clean(name), _clean(post)), not parts["body"]))
    return found


def _clean(name: str) -> str:
    name = re.sub(r"\s+of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan$", "", name)
    return re.sub(r"^(?:the|its|their)\s+", "", re.sub(r"\s+", " ", name).strip(" ,"))


def subject(left: str) -> Actor | None:
    """Return who does what the verb after `left` says; None where that is a pronoun or nobody is named."""
    whole = left.rstrip(" ,")
    left = whole if any(each.end == len(whole) and each.actor.name for each in mentions(whole)) else _trimmed(left)
    known = mentions(left)
    near = next((mention for mention in known if mention.end == len(left)), None)
    if near and not _PREPOSED.search(left[: near.start]):
        return near.actor
    free = [mention for mention in known if not _PREPOSED.search(left[: mention.start])]
    bare = _BARE_END.search(left)
    if not near and bare and not (any(each.person for each in free) and bare["verb"]):
        return Actor(bare["name"])
    if _PRONOUN.search(left) and not free:
        return None
    first = next((mention for mention in free if mention.person), None) or next(iter(free), None)
    begins = None if first else _BARE_START.match(left)
    return Actor(begins["name"]) if begins else first.actor if first else None


def _trimmed(left: str) -> str:
    """Cut adverbs, dates and asides that stand between a subject and its verb."""
    left = left.rstrip()
    before = None
    while before != left:
        before = left
        if left.endswith(",") and left.count(",") > 1:
            left = _ASIDE.sub("", left[:-1])
        left = _TRAILS.sub("", left)
    return left


_JOIN = re.compile(
    r"\s*,\s+(?:and\s+)?|\s+and\s+(?:also\s+)?|\s+as\s+well\s+as\s+|,?\s+(?:together|jointly|along|"
    r"in\s+cooperation)\s+with\s+|\s*/\s*"
)
_ARTICLE = re.compile(
    r"^(?:(?:one|two|three|four|some|both|each)\s+of\s+|both\s+)?(?:the|a|an|all|its|his|her|their|our|my|each|other|"
    r"own|of\s+the)\s+",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"\b(?:{HEADS})\b", re.IGNORECASE)
_ORGANISATION = re.compile(rf"^(?:the\s+)?{COMPANY}\b")
_INNER = re.compile(
    r"\s+(?:of|for|in|from|on|under|at|to|into|between|whose|which|who|responsible|concerned)\s|\s*[,(]"
)
_CUTS = re.compile(
    rf"\s*\([^)]*\)|\s+(?:once\s+again|again|personally|immediately|urgently|also)$|,?\s+{_TIME}\s*,?$|"
    r",?\s+(?:(?:with)?in|for|over)\s+(?:the\s+\w+\s+)?(?:\d+|[a-z]+)\s+(?:working\s+)?(?:days?|weeks?|months?|years?)$"
)


def main_head(phrase: str) -> str:
    """Return the noun that a noun phrase is about: "Ministry" of "the Ministry of Health"."""
    core = _INNER.split(_ARTICLE.sub("", phrase.strip()), maxsplit=1)[0]
    words = re.findall(r"[\w’'-]+", core)
    return words[-1] if words else ""


def is_body(phrase: str) -> bool:
    """Tell whether a noun phrase names a body, an office or a person that can be told to do something."""
    return bool(_HEADED.fullmatch(main_head(phrase)) or _ORGANISATION.match(phrase) or starts_with_actor(phrase))


def starts_with_actor(phrase: str) -> bool:
    """Tell whether a noun phrase begins with a person, an office or a body by name."""
    return any(mention.start == 0 for mention in mentions(_ARTICLE.sub("", phrase)))


def parties(phrase: str) -> tuple[str, ...]:
    """Return the addressees that a noun phrase joins, each in its base form."""
    phrase = _CUTS.sub("", _CUTS.sub("", phrase.strip(" ,:–—-"))).strip(" ,:–—-")
    pieces: list[str] = []
    position = 0
    for joint in _JOIN.finditer(phrase):
        right = phrase[joint.end() :]
        before = phrase[position : joint.start()]
        if before.strip() and _begins_party(right, before, joint.group()):
            pieces.append(before)
            position = joint.end()
    pieces.append(phrase[position:])
    return tuple(name for name in map(_base, pieces) if name)


def _begins_party(right: str, before: str, joint: str) -> bool:
    part = re.split(r",|\s+and\s+", right, maxsplit=1)[0]
    if is_body(part) or "with" in joint:
        return True
    return bool(re.match(r"(?:the|its|all)\s", part) and " of " not in before and " for " not in before)


def _base(piece: str) -> str:
    name = _ARTICLE.sub("", _ARTICLE.sub("", piece.strip(' ,:;–—-“”"')))
    name = re.sub(r"^To\s+(?:the\s+)?", "", name)
    name = re.sub(r"^(?:together|jointly)\s+with\s+(?:the\s+)?", "", name)
    named = next((mention for mention in mentions(name) if mention.start == 0 and mention.person), None)
    return _clean(named.actor.name if named and named.actor.name and named.end == len(name) else name)
