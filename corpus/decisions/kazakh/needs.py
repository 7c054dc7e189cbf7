"""Whether a clause of a Kazakh sentence decides anything: its verb, and what must stand beside it."""

import re
from collections.abc import Callable

from corpus.decisions.kazakh import rules
from corpus.decisions.kazakh.clause import Clause
from corpus.decisions.kazakh.parties import decider, subject, told, told_phrases
from corpus.decisions.kazakh.phrase import Role
from corpus.decisions.kazakh.verbs import VERBS, Need
from corpus.decisions.values import Kind

_VERBS = tuple((re.compile(rf"(?<![\w-])(?:{verb.words})(?!\w)", re.IGNORECASE), verb) for verb in VERBS)


def read_clause(sentence: str, start: int, piece: int, end: int) -> Clause | None:
    """Return the clause with the last verb after `piece` that decides; None if none does."""
    found = [
        Clause(sentence, start, piece, end, verb, match.start(), match.end())
        for pattern, verb in _VERBS
        for match in pattern.finditer(sentence, piece, end)
    ]
    found.sort(key=lambda each: -each.verb_end)
    return next((each for each in found if _decides(each)), None)


def _decides(clause: Clause) -> bool:
    rest = clause.sentence[clause.verb_end :]
    if rules.NEGATED.match(rest) or rules.IF.search(clause.text) or rules.FOREIGN.search(clause.text):
        return False
    if rules.PARTICIPLE.search(clause.verb_text) and rules.ATTRIBUTE.match(rest):
        return False
    if clause.verb.kind is Kind.ADOPTED and rules.LONG_AGO.match(rest):
        return False
    return _NEEDS[clause.verb.need](clause)


def _has_task(clause: Clause) -> bool:
    if not rules.TASK.search(clause.before):
        return False
    if clause.verb.kind is not Kind.INSTRUCTION:
        return True
    if "ескерт" in clause.verb_text:
        return bool(told(clause))
    return bool(told(clause) or decider(clause) or clause.deadline or rules.FIRST_PERSON.search(clause.verb_text))


def _has_task_or_deadline(clause: Clause) -> bool:
    agent = subject(clause)
    if clause.verb.agent and agent is None and rules.ACT_AS_SUBJECT.search(clause.before):
        return False
    return bool(rules.TASK.search(clause.before)) or clause.deadline is not None


def _has_body(clause: Clause) -> bool:
    return subject(clause) is not None or bool(rules.BY_ACT.search(clause.text))


def _has_body_and_deadline(clause: Clause) -> bool:
    agent = subject(clause)
    timed = clause.deadline is not None or bool(rules.FROM_A_DAY.search(clause.text))
    return agent is not None and agent.role is Role.BODY and agent.start >= clause.piece and timed


def _has_body_or_deadline(clause: Clause) -> bool:
    if _has_deadline(clause):
        return True
    wish = rules.WISH.search(clause.text) and not rules.REPORTING.search(clause.text)
    if wish or rules.LAW_DUTY.search(clause.text):
        return False
    return any(rules.OFFICIAL.search(f"{each.name} {each.post}".strip()) for each in told_phrases(clause))


def _has_deadline(clause: Clause) -> bool:
    """Tell whether a time is set, be it one from which no day follows: "by the autumn"."""
    return clause.deadline is not None or bool(rules.BY_A_TIME.search(clause.text))


def _is_decree(clause: Clause) -> bool:
    return bool(rules.DECREE.search(clause.before))


def _has_act(clause: Clause) -> bool:
    if rules.TAKES_EFFECT.search(clause.verb_text):
        return bool(rules.RULES.search(clause.before)) and not rules.THIS_ACT.search(clause.before)
    if rules.DECISION_TAKEN.search(clause.text) and not rules.ABOUT.search(clause.before):
        return False
    return bool(rules.ACT.search(clause.before))


def _is_course(clause: Clause) -> bool:
    text = clause.text
    if clause.verb.kind is Kind.ADOPTED:
        made = "құрыл" in clause.verb_text and rules.AUTHORITY.search(text[-60:])
        return bool(rules.BY_ACT.search(text) or made)
    if clause.verb.agent:
        return bool(rules.COURSE.search(text))
    if rules.THIS_ACT.search(text):
        return False
    wanted = rules.CREATED.search(text) or rules.FROM_A_DAY.search(text) or rules.BY_ORDER.search(text)
    wanted = wanted or rules.REPORTED.match(clause.sentence, clause.verb_end)
    return bool(wanted or clause.deadline)


_NEEDS: dict[Need, Callable[[Clause], bool]] = {
    Need.NOTHING: lambda clause: True,
    Need.TASK: _has_task,
    Need.TASK_OR_DEADLINE: _has_task_or_deadline,
    Need.BODY: _has_body,
    Need.BODY_AND_DEADLINE: _has_body_and_deadline,
    Need.BODY_OR_DEADLINE: _has_body_or_deadline,
    Need.DEADLINE: _has_deadline,
    Need.DECREE: _is_decree,
    Need.ACT: _has_act,
    Need.COURSE: _is_course,
}


def kind_of(clause: Clause) -> Kind:
    """Return what sort of decision the clause is: what will be done by a day is a plan, not only news."""
    if clause.verb.kind is Kind.ANNOUNCED and clause.verb.need is Need.COURSE:
        if not clause.verb.agent and rules.BY_ORDER.search(clause.text):
            return Kind.INSTRUCTION
        if clause.deadline and "жария" not in clause.verb_text:
            return Kind.PLANNED
    return clause.verb.kind
