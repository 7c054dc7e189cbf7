"""One construction found in an English clause as a statement: its kind, who tells, who is told, and what."""

import re
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.english.actors import is_body, parties, subject
from corpus.decisions.english.clause import Clause, subject_phrase
from corpus.decisions.english.frames import Left, Need
from corpus.decisions.english.speakers import agent
from corpus.decisions.english.words import DEADLINES, REPORTS, spaced
from corpus.decisions.values import Actor, Kind, Rule, Statement

_ATTRIBUTION = spaced(rf"[,”\"]+ (?:[^,]{{2,120}}? {REPORTS}\b|{REPORTS}\s|it follows|according to|as reported).*$")
_PRONOUN = re.compile(r"\W*(?:it|he|she|they|which|that|has|have)\s*$", re.IGNORECASE)
_IT_IS = re.compile(r"it\s", re.IGNORECASE)
_OBJECT = re.compile(r"them|him|her|it|us|you|me|everyone|all")
_DONE_TO = spaced(r"be \w+(?:ed|en|nd)\b")
_HEARERS = spaced(
    r"[”\"],? [^”\"]*?\b(?:told|warned|addressed|addressing|turn(?:ed|ing) to) "
    r"(?P<to>(?:the )?[^,.;]+?)(?= (?:via|at|during|on|in|from)\b|[.,;]|$)"
)
_ALONG = spaced(
    r",?\s*\b(?:together|jointly|in cooperation) with "
    r"(?P<to>[^,;.]+?)(?:,|(?= (?:to|by|within|before|in)\b)|(?=[.;”]|$))"
)
_EXECUTOR = spaced(
    r"\((?:(?:executors?|responsible(?: executors?)?|in charge)\s*[:–-]\s*)?(?P<to>[^();]{3,}?)(?:;[^()]*)?\)(?=\W*$)|"
    r"\((?:executors?|responsible(?: executors?)?|in charge)\s*[:–-]\s*(?P<to_2>[^)]+)\)"
)
# Who is to do what "must be done by the akimat".
_DOER = spaced(
    r"\bbe (?:\w+ )?\w+(?:ed|en|ne|lt|nd|de|t|up|out) by (?P<to>(?:the )?(?!order|decree|decision|instruction)[^,;.]+?)"
    r"(?= (?:by|before|within|no later|until|in|on)\b|[,;.]|$)"
)
_DECIDED = spaced(r"\b(?:(?:has|have) been|is|was|already) decided\b|\bdecision (?:has been|is|was)\b")
_IN_CHARGE = spaced(
    r"\b(?:[Rr]esponsibility (?:for [^,;]+ )?(?:lies|rests) with|[Tt]he (?:responsible body|executor|operator|"
    r"coordinator) is) "
    r"(?P<to>[^,;.]+)"
)
_BY_ACT = spaced(
    r"^\W*(?:By|Under|In accordance with) (?:an? |the |joint )*(?:resolution|decree|order|decision)s? (?:of|from)\b"
)
_THAT = re.compile(r"\bthat\s")
_IS_DONE = spaced(r"^(?:is|was|has been|have been|were) ")
_UNDER_PLAN = spaced(
    r"^\W*(?:Under|In accordance with|According to|As part of|Within(?: the framework of)?) (?:the |this )?"
    r"(?:[\w-]+ ){0,3}?(?:[Pp]roject|[Pp]rogramme|[Pp]rogram|[Ss]trategy|[Cc]oncept|[Pp]lan|[Rr]oad\s?map)\b"
)
_IS_TO_BE = spaced(r"^(?:is|are) to\b")
_LONG_TERM = (Rule.YEAR, Rule.END_OF_YEAR, Rule.END_OF_HALF_YEAR, Rule.WITHIN_YEARS)
_ORDERED = spaced(rf"\b(?:{REPORTS}|instructions?|orders?|protocol)\b|“|”", ignore_case=True)
_EDGES = ' ,.;:–—-“”"()'
_SOME_DAY = date(2025, 1, 1)


def read_statement(clause: Clause, start: int, end: int) -> tuple[Statement, int]:
    """Return the statement, and where in the sentence the words of its task begin (-1 for none)."""
    frame = clause.frame
    instruction = frame.kind is Kind.INSTRUCTION
    addressees, what = _task(clause)
    if instruction and addressees and (along := _ALONG.search(what)) and is_body(along["to"]):
        addressees = (*addressees, *parties(along["to"]))
        what = f"{what[: along.start()]} {what[along.end() :]}"
    kind = _kind(clause, told=bool(addressees))
    addressees = addressees or _told_elsewhere(clause, kind)
    task = start + clause.match.start("what") if kind in (Kind.INSTRUCTION, Kind.PLANNED) and clause.what else -1
    action = shortened(what, timed=kind is not Kind.ADOPTED)
    return Statement(kind, start, end, _issuer(clause), addressees, action), task


def _told_elsewhere(clause: Clause, kind: Kind) -> tuple[str, ...]:
    """Return who is told by the words around the construction: those spoken to, or those in charge."""
    hearers = _HEARERS.search(clause.sentence) if kind is Kind.INSTRUCTION else None
    if hearers and is_body(hearers["to"]):
        return parties(hearers["to"])
    if kind is Kind.ADOPTED:
        return ()
    executor = _EXECUTOR.search(clause.text)
    if executor and (executor["to_2"] or is_body(executor["to"])):
        return parties(executor["to_2"] or executor["to"])
    in_charge = _IN_CHARGE.search(clause.sentence)
    return parties(in_charge["to"]) if in_charge and is_body(in_charge["to"]) else ()


def _kind(clause: Clause, told: bool) -> Kind:
    """Return the kind of the construction, or the one that the words around it turn it into."""
    frame, verb = clause.frame, clause.match.group()
    if frame.kind is Kind.PLANNED and _DECIDED.search(clause.sentence):
        return Kind.ANNOUNCED
    if frame.kind is Kind.ANNOUNCED and _BY_ACT.match(clause.text) and _IS_DONE.match(verb):
        return Kind.ADOPTED
    if frame.kind is Kind.ANNOUNCED and _UNDER_PLAN.match(clause.sentence) and "will" in verb:
        return Kind.PLANNED
    # "The register is to be introduced by the end of 2027": a plan, where nobody orders and nobody is told.
    if Need.ORDERABLE in frame.needs and not told and _IS_TO_BE.match(verb) and not _ORDERED.search(clause.sentence):
        deadline = find_deadline(clause.text, DEADLINES, _SOME_DAY)
        return Kind.PLANNED if deadline and deadline.rule in _LONG_TERM else frame.kind
    return frame.kind


def _task(clause: Clause) -> tuple[tuple[str, ...], str]:
    """Return who is told by the construction itself, and what."""
    frame, what, to = clause.frame, clause.what, clause.group.get("to") or ""
    thing = subject_phrase(clause.left)
    if _PRONOUN.match(f"{thing} ") and frame.left is Left.ADDRESSEE and what:
        return (), what
    if frame.left is Left.ADDRESSEE:
        if told := _doer(clause):
            return parties(told), f"{thing} {clause.match.group()}"
        body = is_body(thing) and not _DONE_TO.match(what)
        return parties(thing) if body else (), what if body and what else f"{thing} {clause.match.group()}"
    if to and not is_body(to) and re.match(r"(?:be|move|is|are)\b", what):
        return (), f"{to} {what}" if _THAT.search(clause.match.group()) else f"{to} to {what}"
    if (
        frame.left is Left.THING
        and frame.kind is not Kind.INSTRUCTION
        and thing
        and not _IT_IS.match(clause.match.group())
    ):
        what = clause.text[clause.text.find(thing) :]
    elif not what or (frame.left is Left.THING and not to and " " in thing):
        what = f"{thing} {what}".strip() or clause.text
    told = subject_phrase(to)
    named = told and not _OBJECT.fullmatch(to.strip()) and (frame.kind is Kind.INSTRUCTION or is_body(told))
    return parties(told) if named else (), what


def _issuer(clause: Clause) -> Actor | None:
    if by := clause.group.get("by"):
        return subject(by)
    if clause.frame.left is Left.ISSUER:
        return clause.issuer
    if clause.frame.left is Left.SPEAKER or _doer(clause):
        return None
    doer = agent(clause.text)
    told = doer is not None and doer.name and doer.name in (clause.group.get("to") or "")
    return None if told else doer


def _doer(clause: Clause) -> str:
    """Return who is to do what "must be done by the akimat", or nothing."""
    found = _DOER.search(clause.match.group()) if Need.ORDERABLE in clause.frame.needs else None
    return found["to"] if found and is_body(found["to"]) else ""


def shortened(what: str, *, timed: bool = True) -> str:
    """Cut who said it and, if `timed`, by when from the words of a task."""
    what = _ATTRIBUTION.sub("", what)
    deadline = find_deadline(what, DEADLINES, _SOME_DAY) if timed else None
    if deadline and deadline.rule:
        what = f"{what[: deadline.start].rstrip(_EDGES)} {what[deadline.end :].lstrip(_EDGES)}"
    return re.sub(r"\s+", " ", what).strip(_EDGES)
