"""Whether a piece of a Russian sentence says a decision: orders first, then acts, duties, points and plans."""

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.decisions.russian.actors import decider, deciders, is_actor, is_layman, told
from corpus.decisions.russian.acts import acted, elsewhere, foreseen
from corpus.decisions.russian.bare import charged, dated, wanted
from corpus.decisions.russian.clause import Clause, Found
from corpus.decisions.russian.clauses import Piece
from corpus.decisions.russian.duties import due, duty, obliged
from corpus.decisions.russian.morphs import Word
from corpus.decisions.russian.orders import ORDERS, Need, Order
from corpus.decisions.russian.phrases import phrases
from corpus.decisions.russian.speakers import by_paper, only_pointed_at
from corpus.decisions.russian.tasks import Task, action_of, imperative, infinitive_at, point
from corpus.decisions.values import Kind

_ORDERS = [(order, re.compile(rf"(?<![\w-])(?<!\bне )(?:{order.words})(?![\w-])", re.IGNORECASE)) for order in ORDERS]
_PAPER = re.compile(r"послание|указ|постановление|приказ|распоряжение|протокол|поручение|решение")
_AS = re.compile(r"\b(?:как|котор\w+)(?: и| ранее| уже)?\s+$", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся)?\b")
_SERIES = re.compile(r"\b(?:ряд|несколько|конкретны\w+|необходимы\w+|соответствующ\w+)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:никому|никто|ничего|нельзя было)\b", re.IGNORECASE)


def find(piece: Piece) -> Found | None:
    """Return the decision that a piece says, the surest reading of it first."""
    if not re.search(r"\w\w", piece.text) or _DENIED.search(piece.text):
        return None
    clause = Clause(piece)
    if _announced(clause):
        return None
    if piece.ordered and (task := _any_task(clause)):
        return Found(Kind.INSTRUCTION, None, task.addressees, action_of(piece.text, task.start))
    rules: tuple[Callable[[Clause], Found | None], ...] = (_ordered, acted, due, _pointed, foreseen)
    found = next((found for rule in rules if (found := rule(clause))), None)
    return None if found is None else _with_issuer(clause, found)


def _with_issuer(clause: Clause, found: Found) -> Found:
    """Return what was found with who is named by a paper or as the agent; without one who is only pointed at."""
    if found.issuer is None and found.kind is not Kind.PLANNED:
        return replace(found, issuer=by_paper(clause.text, clause.words, found.kind is Kind.INSTRUCTION))
    if found.issuer is not None and only_pointed_at(found.issuer):
        return replace(found, issuer=None)
    return found


def _ordered(clause: Clause) -> Found | None:
    for order, pattern in _ORDERS:
        for match in pattern.finditer(clause.text):
            if _AS.search(clause.text[: match.start()]) or _vague(clause, match):
                continue
            first, last = clause.index(match.start()), clause.index(match.end() - 1) + 1
            task = infinitive_at(clause.words, last)
            addressees = _addressed(clause, order, first, last, task)
            if not _enough(clause.words, order, addressees, task, clause.text[match.end() :]):
                continue
            if order.by_authority and _of_a_thing(clause, first):
                continue
            issuer = decider(clause.words, first) if order.by_subject else None
            if elsewhere(clause.text[: match.start()], issuer):
                continue
            if order.by_subject and issuer is None and not _by_somebody(clause, order, first):
                continue
            return Found(Kind.INSTRUCTION, issuer, addressees, _task_of(clause, match, task))
    return None


def _task_of(clause: Clause, match: re.Match[str], task: int | None) -> str:
    """Return the task of an order: after its words, or before them, or what else they are said of."""
    if task is not None:
        return action_of(clause.text, clause.words[task].start)
    before = infinitive_at(clause.words, 0)
    if before is not None and clause.words[before].start < match.end():
        text = clause.text[: match.start()] if clause.words[before].start < match.start() else clause.text
        return action_of(text, clause.words[before].start)
    return action_of(clause.text, match.end())


def _vague(clause: Clause, match: re.Match[str]) -> bool:
    """Tell whether it is only told that there were orders: "дал ряд поручений"."""
    after = clause.text[match.end() :].partition(",")[0]
    return bool(_SERIES.search(match.group())) and not _INFINITIVE.search(after)


def _of_a_thing(clause: Clause, verb: int) -> bool:
    """Tell whether the subject just before a verb is a thing: "исполнение требует"."""
    comma = next((at for at in range(verb - 1, -1, -1) if clause.words[at].text == ","), -1)
    subjects = [
        each
        for each in phrases(clause.words, comma + 1, verb, "nomn")
        if not clause.words[each.head].fixed and (not each.first or clause.words[each.first - 1].part != "PREP")
    ]
    if not subjects or any(word.part == "VERB" for word in clause.words[comma + 1 : verb]):
        return False
    return not any(is_actor(clause.words, each) or _PAPER.match(each.lemma) for each in subjects)


def _any_task(clause: Clause) -> Task | None:
    """Return the task where the words after it say that it is an order."""
    task = point(clause.text, clause.words, clause.deadline, True)
    if task is not None:
        return task
    match = duty(clause.text)
    if match is None:
        at = infinitive_at(clause.words, 0)
        return None if at is None else Task(Kind.INSTRUCTION, (), 0)
    return Task(Kind.INSTRUCTION, obliged(clause, match), 0)


def _announced(clause: Clause) -> bool:
    """Tell whether a piece only opens a list of orders: "Президент поручил Правительству:"."""
    return clause.text.rstrip().endswith(":") and infinitive_at(clause.words, 0) is None


def _enough(words: list[Word], order: Order, addressees: tuple[str, ...], task: int | None, after: str) -> bool:
    if order.need in (Need.ADDRESSEE, Need.BOTH) and not addressees:
        return False
    if order.need is Need.EITHER and not addressees and infinitive_at(words, 0) is None:
        return False
    if (
        order.need in (Need.INFINITIVE, Need.BOTH)
        and task is None
        and not re.match(r"\s+(?:на необходимость|подключ)", after)
    ):
        return False
    vague = task is not None and not words[task].reads("INFN", "perf")
    return not (order.need is Need.INFINITIVE and not addressees and vague)


def _addressed(clause: Clause, order: Order, first: int, last: int, task: int | None) -> tuple[str, ...]:
    """Return who is told: after the order's words up to the task, or within them, or before them."""
    words = clause.words
    if whom := _antecedent(words, first):
        return whom
    end = task if task is not None else len(words)
    for case, before in order.places:
        stretches = ((first + 1, end), (0, first), (end, len(words))) if before else ((first + 1, end), (0, first))
        for start, stop in stretches:
            anybody = case != "nomn" and (case != "accs" or start > 0)
            if found := told(words, start, stop, case, before, anybody):
                return found
    return ()


def _antecedent(words: list[Word], verb: int) -> tuple[str, ...]:
    """Return whom "которому" means in a clause that says what he was told."""
    which = next((at for at in range(verb) if words[at].text in ("которому", "которой", "которым", "которых")), None)
    if which is None or words[which - 1].text != ",":
        return ()
    before = [each for each in deciders(words, 0, which) if each.last == which - 1]
    return told(words, before[-1].first, which, "nomn") if before else ()


def _by_somebody(clause: Clause, order: Order, verb: int) -> bool:
    """Tell whether an order without a named issuer may be one: its subject is left out, a pronoun, or a paper."""
    subjects = [each for each in phrases(clause.words, 0, verb, "nomn") if not each.person]
    if any(_PAPER.match(each.lemma) for each in subjects):
        return True
    said = clause.words[verb - 1].text.lower() in ("он", "она", "также") if verb else False
    return said or not (order.by_authority or any(is_layman(each) for each in subjects))


def _pointed(clause: Clause) -> Found | None:
    """A point of a protocol, or an order in the infinitive or the imperative."""
    task = (
        point(clause.text, clause.words, clause.deadline, clause.piece.numbered)
        or imperative(clause.text, clause.words, clause.deadline)
        or _bare(clause)
    )
    if task is None:
        return None
    return Found(task.kind, None, task.addressees, action_of(clause.text, task.start))


def _bare(clause: Clause) -> Task | None:
    """An order that no verb tells."""
    if whom := charged(clause.words):
        return Task(Kind.INSTRUCTION, whom, 0)
    if dated(clause.text) or wanted(clause.text, clause.words, clause.deadline):
        return Task(Kind.INSTRUCTION, (), 0)
    return None
