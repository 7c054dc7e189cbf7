"""Decisions in English sentences: clause by clause, by the tables of `orders`, `duties`, `adopted` and `coming`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.english.actors import is_body, parties
from corpus.decisions.english.adopted import ADOPTED
from corpus.decisions.english.checks import allowed
from corpus.decisions.english.clause import Clause
from corpus.decisions.english.coming import ANNOUNCED, PLANNED
from corpus.decisions.english.duties import DUTIES
from corpus.decisions.english.frames import Left
from corpus.decisions.english.orders import ORDERS
from corpus.decisions.english.speakers import author, speaker
from corpus.decisions.english.statement import read_statement, shortened
from corpus.decisions.english.words import DEADLINES, spaced
from corpus.decisions.grammar import Grammar
from corpus.decisions.values import Actor, Kind, Statement

_HARD = re.compile(
    r";\s+(?![^();]*\)\W*$)(?:and\s+)?|\n+|"
    r"(?<=[.!?])(?<!\bNo\.)(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?:(?<=[a-z)%\d][.!?])|[”\"])\s+(?=[A-Z“\d])"
)
_SOFT = spaced(r",? (?:and|while|but|whereas) (?!that\b)|: |, (?=[A-Z])")
_NEXT_ORDER = spaced(
    r"(?:, (?:and |while )?|; (?:and )?| and )(?P<to>(?!\w+ing\b)(?:the )?[^,;]{3,120}?) (?:(?:to|– to) (?=[a-z])|"
    r"with (?=\w+ing\b))"
)
_NEXT_TASK = spaced(r",? and (?:also )?(?=(?:to [a-z]|(?:across|throughout|in (?:the|all|other)) ))")
_BUT = spaced(r", but (?=\S)")
_PRONOUN = re.compile(r"\W*(?:it|he|she|they|which|that|has|have)\s*$", re.IGNORECASE)
_EDGES = ' ,.;:–—-“”"()'
_SOME_DAY = date(2025, 1, 1)
_FRAMES = ORDERS + DUTIES + ADOPTED + ANNOUNCED + PLANNED


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
    # "It will not be closed, but next year it will be rebuilt": what is denied first hides what is said then.
    if not whole and (turn := _BUT.search(sentence, start, end)):
        return _clause(sentence, turn.end(), end, carried)
    return [each.statement for each in whole]


def _read(sentence: str, start: int, end: int, carried: Actor | None = None) -> list[_Found]:
    """Return what the first construction that holds says; `carried` is who did what was said before."""
    text = sentence[start:end]
    for frame in _FRAMES:
        for match in frame.pattern.finditer(text):
            clause = Clause(sentence, text, frame, match, carried)
            if allowed(clause):
                statement, task = read_statement(clause, start, end)
                own = _has_own_subject(clause)
                return [_Found(each, own) for each in _listed(sentence, statement, task)]
    return []


def _has_own_subject(clause: Clause) -> bool:
    if clause.carried and clause.frame.left is Left.ISSUER:
        return True
    if clause.frame.left is Left.THING and clause.group.get("to"):
        return True
    return bool(clause.left.strip(_EDGES)) and not _PRONOUN.match(clause.left)


def _listed(sentence: str, statement: Statement, task: int) -> list[Statement]:
    """Part "A to do this, B to do that" into an order for each."""
    joints = _NEXT_ORDER.finditer(sentence, task, statement.end) if task >= 0 else iter(())
    joint = next((joint for joint in joints if is_body(joint["to"])), None)
    if joint is None:
        return _parted(sentence, statement, max(task, statement.start))
    first = replace(statement, end=joint.start(), action=shortened(sentence[task : joint.start()]))
    action = shortened(sentence[joint.end() : statement.end])
    then = replace(statement, start=joint.start("to"), addressees=parties(joint["to"]), action=action)
    return [*_parted(sentence, first, task), *_listed(sentence, then, joint.end())]


def _parted(sentence: str, statement: Statement, task: int) -> list[Statement]:
    """Part "to do this by May and to do that by July" into a task for each day."""
    if statement.kind is Kind.ADOPTED:
        return [statement]
    for joint in _NEXT_TASK.finditer(sentence, task, statement.end):
        this, that = sentence[task : joint.start()], sentence[joint.end() : statement.end]
        if _is_timed(this) and _is_timed(that):
            lead = statement.action[: max(0, statement.action.find(this.split()[0]))]
            then = replace(statement, start=joint.end(), action=lead + shortened(that).removeprefix("to "))
            first = replace(statement, end=joint.start(), action=lead + shortened(this))
            return [first, *_parted(sentence, then, joint.end())]
    return [statement]


def _is_timed(what: str) -> bool:
    found = find_deadline(what, DEADLINES, _SOME_DAY)
    return found is not None and found.rule is not None


GRAMMAR = Grammar(statements, speaker, author, DEADLINES)
