"""Decisions in English sentences: clause by clause, by the constructions of `english_orders` and `english_acts`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.english.actors import is_body, parties, subject
from corpus.decisions.english.acts import ACTS
from corpus.decisions.english.checks import allowed
from corpus.decisions.english.clause import Clause, subject_phrase
from corpus.decisions.english.frames import Left, Need
from corpus.decisions.english.orders import ORDERS
from corpus.decisions.english.speakers import agent, author, speaker
from corpus.decisions.english.words import DEADLINES, REPORTS, spaced
from corpus.decisions.grammar import Grammar
from corpus.decisions.values import Actor, Kind, Rule, Statement

_HARD = re.compile(
    r";\s+(?![^()]*\))(?:and\s+)?|\n+|(?<=[.!?])(?<!\bNo\.)(?<!\b[A-Z]\.)(?:(?<=[a-z)%\d][.!?])|[”\"])\s+(?=[A-Z“\d])"
)
_SOFT = spaced(r",? (?:and|while|but|whereas) (?!that\b)|: |, (?=[A-Z])")
_NEXT_ORDER = spaced(
    r"(?:, (?:and |while )?|; (?:and )?| and )(?P<to>(?:the )?[^,;]{3,120}?) (?:(?:to|– to) (?=[a-z])|with (?=\w+ing\b))"
)
_NEXT_TASK = spaced(r"(?:,|;)? and (?:also )?(?=to [a-z])")
_BUT = spaced(r", but (?=\S)")
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
_BY_ACT = spaced(r"^\W*(?:By|Under|In accordance with) (?:an? |the |joint )*(?:resolution|decree|order|decision)s? (?:of|from)\b")
_IS_DONE = spaced(r"^(?:is|was|has been|have been|were) ")
_IS_TO_BE = spaced(r"^(?:is|are) to\b")
_LONG_TERM = (Rule.YEAR, Rule.END_OF_YEAR, Rule.END_OF_HALF_YEAR, Rule.WITHIN_YEARS)
_ORDERED = spaced(rf"\b(?:{REPORTS}|instructions?|orders?|protocol)\b|“|”", ignore_case=True)
_EDGES = ' ,.;:–—-“”"()'
_SOME_DAY = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement and whether its clause names its own subject."""

    statement: Statement
    own_subject: bool


def statements(sentence: str) -> list[Statement]:
    """Return what the sentence says to be decided, in order."""
    found = [each for start, end in _spans(sentence) for each in _clause(sentence, start, end)]
    if len(found) == 1:
        return [replace(found[0], start=0, end=len(sentence))]
    return found


def _spans(sentence: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _HARD.finditer(sentence):
        yield start, mark.start()
        start = mark.end()
    yield start, len(sentence)


def _clause(sentence: str, start: int, end: int, carried: Actor | None = None) -> list[Statement]:
    """Return the statements of one stretch: of its halves where each says something of its own, else of the whole."""
    for joint in _SOFT.finditer(sentence, start, end):
        left = _read(sentence, start, joint.start(), carried)
        if not left or sentence.startswith("“", joint.end()):
            continue
        issuer = left[0].statement.issuer
        right = _read(sentence, joint.end(), end, issuer)
        if right and right[0].own_subject:
            return [each.statement for each in left] + _clause(sentence, joint.end(), end, issuer)
    whole = _read(sentence, start, end, carried)
    # "There is no intention to close it, but next year it will be rebuilt": what is denied first hides what is said then.
    if not whole and (turn := _BUT.search(sentence, start, end)):
        return _clause(sentence, turn.end(), end, carried)
    return [each.statement for each in whole]


def _read(sentence: str, start: int, end: int, carried: Actor | None = None) -> list[_Found]:
    """Return what the first construction that holds says; `carried` is who did what was said before."""
    text = sentence[start:end]
    for frame in ORDERS + ACTS:
        for match in frame.pattern.finditer(text):
            clause = Clause(sentence, text, frame, match, carried)
            if allowed(clause):
                statement, task = _statement(clause, start, end)
                own = _has_own_subject(clause)
                return [_Found(each, own) for each in _listed(sentence, statement, task)]
    return []


def _has_own_subject(clause: Clause) -> bool:
    if clause.carried and clause.frame.left is Left.ISSUER:
        return True
    if clause.frame.left is Left.THING and clause.group.get("to"):
        return True
    return bool(clause.left.strip(_EDGES)) and not _PRONOUN.match(clause.left)


def _statement(clause: Clause, start: int, end: int) -> tuple[Statement, int]:
    """Return the statement, and where in the sentence the words of its task begin (-1 for none)."""
    frame = clause.frame
    instruction = frame.kind is Kind.INSTRUCTION
    addressees, what = _task(clause)
    if instruction and addressees and (along := _ALONG.search(what)) and is_body(along["to"]):
        addressees = (*addressees, *parties(along["to"]))
        what = f"{what[: along.start()]} {what[along.end() :]}"
    hearers = _HEARERS.search(clause.sentence) if instruction and not addressees else None
    if hearers and is_body(hearers["to"]):
        addressees = parties(hearers["to"])
    executor = None if addressees or frame.kind is Kind.ADOPTED else _EXECUTOR.search(clause.text)
    if executor and (executor["to_2"] or is_body(executor["to"])):
        addressees = parties(executor["to_2"] or executor["to"])
    kind = _kind(clause, told=bool(addressees))
    task = start + clause.match.start("what") if kind in (Kind.INSTRUCTION, Kind.PLANNED) and clause.what else -1
    action = _short(what, timed=kind is not Kind.ADOPTED)
    return Statement(kind, start, end, _issuer(clause), addressees, action), task


def _kind(clause: Clause, told: bool) -> Kind:
    """Return the kind of the construction, or the one that the words around it turn it into."""
    frame, verb = clause.frame, clause.match.group()
    if frame.kind is Kind.PLANNED and _DECIDED.search(clause.sentence):
        return Kind.ANNOUNCED
    if frame.kind is Kind.ANNOUNCED and _BY_ACT.match(clause.text) and _IS_DONE.match(verb):
        return Kind.ADOPTED
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
    if to and not is_body(to) and re.match(r"be\b|move\b", what):
        return (), f"{to} to {what}"
    if (
        frame.left is Left.THING
        and frame.kind is not Kind.INSTRUCTION
        and thing
        and not _IT_IS.match(clause.match.group())
    ):
        what = clause.text[clause.text.find(thing) :]
    elif not what or (frame.left is Left.THING and not to and " " in thing):
        what = f"{thing} {what}".strip() or clause.text
    return () if _OBJECT.fullmatch(to.strip()) else parties(subject_phrase(to)) if to else (), what


def _issuer(clause: Clause) -> Actor | None:
    if by := clause.group.get("by"):
        return subject(by)
    if clause.frame.left is Left.ISSUER:
        return clause.issuer
    return None if clause.frame.left is Left.SPEAKER or _doer(clause) else agent(clause.text)


def _doer(clause: Clause) -> str:
    """Return who is to do what "must be done by the akimat", or nothing."""
    found = _DOER.search(clause.match.group()) if Need.ORDERABLE in clause.frame.needs else None
    return found["to"] if found and is_body(found["to"]) else ""


def _listed(sentence: str, statement: Statement, task: int) -> list[Statement]:
    """Part "A to do this, B to do that" into an order for each."""
    joints = _NEXT_ORDER.finditer(sentence, task, statement.end) if task >= 0 else iter(())
    joint = next((joint for joint in joints if is_body(joint["to"])), None)
    if joint is None:
        return _parted(sentence, statement, task) if task >= 0 else [statement]
    first = replace(statement, end=joint.start(), action=_short(sentence[task : joint.start()]))
    action = _short(sentence[joint.end() : statement.end])
    then = replace(statement, start=joint.start("to"), addressees=parties(joint["to"]), action=action)
    return [*_parted(sentence, first, task), *_listed(sentence, then, joint.end())]


def _parted(sentence: str, statement: Statement, task: int) -> list[Statement]:
    """Part "to do this by May and to do that by July" into a task for each day."""
    for joint in _NEXT_TASK.finditer(sentence, task, statement.end):
        this, that = sentence[task : joint.start()], sentence[joint.end() : statement.end]
        if _is_timed(this) and _is_timed(that):
            then = replace(statement, start=joint.end(), action=_short(that))
            first = replace(statement, end=joint.start(), action=_short(this))
            return [first, *_parted(sentence, then, joint.end())]
    return [statement]


def _is_timed(what: str) -> bool:
    found = find_deadline(what, DEADLINES, _SOME_DAY)
    return found is not None and found.rule is not None


def _short(what: str, *, timed: bool = True) -> str:
    """Cut who said it and, if `timed`, by when from the words of a task."""
    what = _ATTRIBUTION.sub("", what)
    deadline = find_deadline(what, DEADLINES, _SOME_DAY) if timed else None
    if deadline and deadline.rule:
        what = f"{what[: deadline.start].rstrip(_EDGES)} {what[deadline.end :].lstrip(_EDGES)}"
    return re.sub(r"\s+", " ", what).strip(_EDGES)


GRAMMAR = Grammar(statements, speaker, author, DEADLINES)
