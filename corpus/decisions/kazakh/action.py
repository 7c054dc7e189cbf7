"""What a Kazakh clause says is to be done: its own words without who, to whom, by when and the verb of deciding."""

import re

from corpus.decisions.kazakh import rules
from corpus.decisions.kazakh.actors import find_actors
from corpus.decisions.kazakh.clause import Clause
from corpus.decisions.kazakh.parties import decider, told
from corpus.decisions.kazakh.verbs import Need, Told
from corpus.decisions.values import Kind

_DATE = re.compile(
    r"(?:20\d\d\s*жыл\w*\s+)?\d{1,2}\s+(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)"
    r"[дт][ае]\b|^\s*20\d\d жылғы \w+ айында",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"^(?:[\W_]+|\d+[.)]|(?:ал|және|сондай-ақ|енді|сондықтан|бірақ|бүгін|мен|деп|де|да|пен|бен|алдында|алдына|отырып|"
    r"осыған байланысты)\b)+|[^\w»”)]+$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:туралы|жөнінде|жөніндегі|бойынша|нақты|тиісті|де|да|деп)$")
_INFINITIVE = re.compile(r"(\w+[ую])(?:ды|ді|ға|ге|ы|і)$")


def action(clause: Clause) -> str:
    """Return the shortest words that say what is to be done."""
    taken = [(clause.verb_start, clause.verb_end)] if _is_frame(clause) else []
    names = {*told(clause)}
    agent = decider(clause)
    if agent:
        names.add(agent.name or agent.post)
    # A body may be part of what is to be done, so only those who tell or are told are taken out.
    taken += [(each.start, each.end) for each in find_actors(clause.sentence) if each.base in names]
    for each in clause.actors:
        if document := rules.DOCUMENT_OF.match(clause.sentence, each.end) or rules.SITTING_OF.match(
            clause.sentence, each.end
        ):
            taken.append((each.start, document.end()))
    if clause.deadline:
        taken.append((clause.start + clause.deadline.start, clause.start + clause.deadline.end))
    taken += [match.span() for match in _DATE.finditer(clause.sentence)]
    text = "".join(
        " " if any(start <= at < end for start, end in taken) else clause.sentence[at]
        for at in range(clause.start, clause.verb_end)
    )
    text = text.split(": «")[-1]
    text = re.sub(r"\s+(?=[,;.])", "", re.sub(r"\s+", " ", text))
    text = _TAIL.sub("", _EDGE.sub("", text.strip()))
    if clause.verb.told is Told.SUBJECT and not _is_frame(clause):
        text = re.sub(r"\s+(?:тиіс|керек|қажет|міндетті|екен\w*|керектігін|қажеттігін|тиістігін)(?=\s|$)", "", text)
    return _INFINITIVE.sub(r"\1", text)


def _is_frame(clause: Clause) -> bool:
    """Tell whether the verb only says that something is decided, and another word says what."""
    if clause.verb.kind is Kind.PLANNED:
        return clause.verb.need in (Need.TASK, Need.TASK_OR_DEADLINE)
    return clause.verb.told is Told.DATIVE and "ңыз" not in clause.verb_text and "ңіз" not in clause.verb_text
