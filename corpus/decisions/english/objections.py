"""What speaks against a decision in an English clause: questions, conditions, denials, opinions, what is long past."""

import re

from corpus.decisions.english.actors import main_head
from corpus.decisions.english.clause import Clause, subject_phrase
from corpus.decisions.english.frames import Left
from corpus.decisions.english.words import FOREIGN, spaced
from corpus.decisions.values import Kind

_QUESTION = re.compile(r"\?[”\"»]?\s*$")
_CONDITION = spaced(r"\b(?:if|unless|whether|whenever)\b|\b(?:could|might|may) \w*\s*$", ignore_case=True)
_WOULD = spaced(r"\b(?:would|could|might|may|should|cannot|can|to) (?:also )?$|\b(?:draft|bill)\b.*\bwould\b")
_DENIED = spaced(
    r"\b(?:not|never|nobody|no one|none|neither|refused|failed|nor|without|yet to)\b[^,;]{0,30}$|"
    r"\bno (?:such |current |immediate |further )?$|n[’']t [^,;]{0,25}$",
    ignore_case=True,
)
_DENIED_AFTER = re.compile(r"\s*(?:not|never)\b")
_BACKGROUND = spaced(r"(?:, |\bthe \w+ |on )(?:which|that) $|\b(?:[Cc]orresponding|[Rr]elevant)\b|\bdate (?:on|when)\b")
_PAST = spaced(
    r"\bin (?:19|20)\d\d(?![–-]| [a-z]+ (?:budget|plan))\b|\b\d+ (?:laws|bills|decrees)\b|\byears ago\b|\blast year\b"
)
_DOUBT = spaced(
    r"\b(?:perhaps|maybe|probably|possibly|hopes?|hoped|ideally|likely|analysts|dreams?|rumou?rs?)\b|"
    r"\b(?:experts?|observers|residents|commentators|activists|economists|lawyers|journalists|scientists|doctors) "
    r"(?:also )?(?:believe|predict|forecast|say|said|think|write|wrote|note|noted|insist|argue|expect|"
    r"demand|demanded|call|called)\b|"
    r"\b(?:expert|ecologist|economist|analyst|activist|lawyer|journalist|blogger|sociologist|historian|farmer|teacher|"
    r"resident|entrepreneur|pensioner|writer|(?:political )?scientist|researcher|professor|commentator|trade unionist) "
    r"(?-i:(?:[A-Z][\w-]+ ){1,3})(?:also )?(?:believes?|said|says|thinks?|writes?|wrote|notes?|noted|insists?|argues?|"
    r"expects?|demand(?:s|ed)|called|is (?:sure|convinced|confident))\b",
    ignore_case=True,
)
_OWN_FORCE = spaced(
    r"^\W*(?:\d+[.)] )?(?:This|The present) (?:\w+ ){0,2}?(?:Law|Decree|Order|Resolution|Decision|Rules|Instruction)\b"
    r".*\b(?:force|effect)\b|\b(?:force|effect) .*\b(?:after|upon|from) .*\b(?:publication|published|signing)\b",
    ignore_case=True,
)
PARTNERS = spaced(r"\b(?:Kazakhstan|Astana) (?:and|with)\b|\band Kazakhstan\b")
_PROVIDED = spaced(r" (?:if|unless|provided that|on condition that|when (?:the )?(?:money|funds|funding))\b")
_EVENT = re.compile(
    r"(?:exhibition|forum|meeting|conference|concert|match|festival|session|ceremony|visit|congress|contest|fair|"
    r"celebrations?|training|seminar|tournament|championship)s?",
    re.IGNORECASE,
)
_COURT = re.compile(r"(?<!Constitutional )\bcourt\b", re.IGNORECASE)
NOBODY = re.compile(
    r"^(?:every|each|any|no|nobody|everyone|we|you|one|people|citizens|there|he|she|I|this|that|these|they|it|who|"
    r"which)\b",
    re.IGNORECASE,
)


def against(clause: Clause) -> bool:
    """Tell whether the words around a construction make it no decision."""
    left, text = clause.left, clause.text
    near = re.split(r"[,;:]", left)[-1]
    if _QUESTION.search(text) or _DENIED_AFTER.match(text, clause.match.end()):
        return True
    if FOREIGN.search(left) and not PARTNERS.search(left):
        return True
    if _CONDITION.search(left) or _WOULD.search(near) or _DENIED.search(left):
        return True
    if clause.frame.left is Left.THING and (_BACKGROUND.search(left) or _nobody_is_told(clause)):
        return True
    if clause.frame.kind is Kind.ADOPTED:
        return _PAST.search(text) is not None or _OWN_FORCE.search(text) is not None
    if clause.frame.kind is Kind.INSTRUCTION and _COURT.search(left):
        return True
    if _DOUBT.search(text):
        return True
    uncertain = _PROVIDED.search(text, clause.match.start()) or _is_event(clause)
    return clause.frame.kind is not Kind.INSTRUCTION and bool(uncertain)


def _is_event(clause: Clause) -> bool:
    """Tell whether it is an exhibition or a meeting that is to come."""
    thing = main_head(subject_phrase(clause.left)) if clause.frame.left is Left.THING else ""
    return _EVENT.fullmatch(thing) is not None


def _nobody_is_told(clause: Clause) -> bool:
    told = clause.frame.kind is Kind.INSTRUCTION and "by" not in clause.group
    return told and NOBODY.match(subject_phrase(clause.left)) is not None
