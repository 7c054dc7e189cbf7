"""Decisions in Kazakh sentences.

The verb stands last, so a sentence is cut where its finite verbs end, and each piece is judged by its verb.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.grammar import Grammar
from corpus.decisions.kazakh import rules
from corpus.decisions.kazakh.action import action
from corpus.decisions.kazakh.actors import find_actors
from corpus.decisions.kazakh.clause import Clause
from corpus.decisions.kazakh.needs import kind_of, read_clause
from corpus.decisions.kazakh.parties import at_verb, decider, receivers, told
from corpus.decisions.kazakh.phrase import Phrase, Role, coordinated
from corpus.decisions.kazakh.verbs import Told
from corpus.decisions.kazakh.words import DEADLINES
from corpus.decisions.values import Actor, Kind, Statement


def statements(sentence: str) -> list[Statement]:
    """Return what the sentence says to be decided."""
    if rules.NO_DECISION.search(sentence) or rules.RESOLVES.search(sentence):
        return []
    if point := _point(sentence):
        return [point]
    if listed := list(_listed(sentence)):
        return listed
    clauses = [each for clause in _clauses(sentence) for each in _gapped(clause)]
    found: list[Statement] = []
    for clause, start, end in _spans(sentence, clauses):
        # "A-ға ... тапсырып, ... жүктеді": the second order is to the same.
        same = found[-1].addressees if found and clause.verb.told is Told.DATIVE else ()
        names = told(clause) or same
        found.append(Statement(kind_of(clause), start, end, decider(clause), names, action(clause)))
    return found


def _clauses(sentence: str) -> list[Clause]:
    """Return the clauses that decide, each with the words before it that belong to no other."""
    ends = [match.end() for match in rules.CLAUSE_END.finditer(sentence)]
    clauses: list[Clause] = []
    start = piece = 0
    for end in [*ends, len(sentence)]:
        if clause := read_clause(sentence, start, piece, end):
            clauses.append(clause)
            start = end
        piece = end
    return clauses


def _gapped(clause: Clause) -> Iterator[Clause]:
    """Yield the orders of "to A this, to B that" one by one; the verb stands but once."""
    groups = [each for each in coordinated(clause.sentence, clause.actors) if each[-1].case == "dative"]
    last = bool(groups) and at_verb(clause, groups[-1])
    groups = groups if last else receivers(clause, groups)
    if clause.verb.told is not Told.DATIVE or len(groups) < 2:
        yield clause
        return
    cuts = [group[-1].end for group in groups[:-1]] if last else [group[0].start for group in groups[1:]]
    bounds = [clause.start, *cuts, clause.end]
    pieces = [clause.sentence[start:end] for start, end in pairwise(bounds)]
    if not all(rules.OBJECT.search(piece) for piece in pieces) or not all(_comma(clause.sentence, at) for at in cuts):
        yield clause
        return
    for start, end in pairwise(bounds):
        start += len(clause.sentence[start:end]) - len(clause.sentence[start:end].lstrip(" ,"))
        stop = start + len(re.sub(r"[\s,]+(?:ал\s*)?$", "", clause.sentence[start:end]))
        final = end == clause.end
        yield replace(
            clause,
            start=start,
            piece=start,
            end=end if final else stop,
            verb_start=clause.verb_start if final else stop,
            verb_end=clause.verb_end if final else stop,
        )


def _comma(sentence: str, at: int) -> bool:
    """Tell whether a comma stands at a place, before or after."""
    return sentence[:at].rstrip().endswith((",", ", ал")) or sentence[at:].lstrip().startswith(",")


def _spans(sentence: str, clauses: list[Clause]) -> Iterator[tuple[Clause, int, int]]:
    """Yield each clause with its place: the whole sentence if it is the only one."""
    for clause in clauses:
        if len(clauses) == 1:
            yield clause, 0, len(sentence)
        else:
            end = len(sentence[: clause.end].rstrip(" ,;–—-"))
            yield clause, clause.start, end


def _point(sentence: str) -> Statement | None:
    """Return the order of a protocol's point: to a body, by when, to do something; without a finite verb."""
    if not rules.POINT_TASK.search(sentence):
        return None
    number = rules.POINT.match(sentence)
    begin = number.end() if number else 0
    groups = list(coordinated(sentence, find_actors(sentence)))
    first = groups[0] if groups else []
    if not first or first[-1].case != "dative" or first[0].start - begin > 25:
        return None
    deadline = find_deadline(sentence, DEADLINES, None)
    rest = sentence[first[-1].end :].strip(" .;:–—")
    if not number and deadline is None:
        return None
    return Statement(Kind.INSTRUCTION, 0, len(sentence), None, tuple(each.base for each in first), rest)


def _listed(sentence: str) -> Iterator[Statement]:
    """Yield the orders of a list, "1) ...; 2) ...", to whom its lead-in names last."""
    lead = rules.LISTED.match(sentence)
    if not lead:
        return
    groups = list(coordinated(sentence, [each for each in find_actors(sentence) if each.end <= lead.end("lead")]))
    to = next((group for group in reversed(groups) if group[-1].case == "dative"), groups[-1] if groups else [])
    if not any(rules.OFFICIAL.search(each.base) for each in to):
        return
    names = tuple(each.base for each in to)
    issuer = next((each for group in groups for each in group if _acts(sentence, each) and each not in to), None)
    for item in rules.ITEM.finditer(sentence, lead.end()):
        end = item.start() + len(item.group().rstrip())
        what = rules.POINT.sub("", sentence[item.start() : end]).rstrip(" .;")
        actor = Actor(issuer.name, issuer.post) if issuer else None
        yield Statement(Kind.INSTRUCTION, item.start(), end, actor, names, what)


def speaker(sentence: str) -> Actor | None:
    """Return who speaks or acts in the sentence, if it names one."""
    named = {name for statement in statements(sentence) for name in statement.addressees}
    actors = [each for each in find_actors(sentence) if each.base not in named]
    said = [
        each for each in actors if not each.case and any(m.end() == each.start for m in rules.SAYS.finditer(sentence))
    ]
    called = [each for each in actors if each.case == "genitive" and rules.CALLED.match(sentence, each.end)]
    acting = [each for each in actors if _acts(sentence, each)]
    bodies = [each for each in actors if each.role is Role.BODY and not each.case and rules.TOLD_OF.search(sentence)]
    for each in (*said, *called, *acting, *bodies):
        if each.role is not Role.GROUP:
            return Actor(each.name, each.post)
    return None


def _acts(sentence: str, phrase: Phrase) -> bool:
    if phrase.case or rules.NOT_ACTING.match(sentence, phrase.end):
        return False
    return phrase.role is Role.PERSON or (phrase.role is Role.POST and bool(rules.HIGH_POST.search(phrase.post)))


def author(text: str) -> Actor | None:
    """Return who issued a document that begins like `text`, if it says so."""
    title = rules.TITLE.match(text)
    if not title:
        return None
    found = [each for each in find_actors(text[: title.start("act")]) if each.case in ("", "genitive")]
    return Actor(found[-1].name, found[-1].post) if found else None


GRAMMAR = Grammar(statements, speaker, author, DEADLINES)
