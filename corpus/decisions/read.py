"""A document into its decisions: sentence by sentence, with who speaks carried from one sentence to the next.

Who issued a decision is named by its own sentence; or by the end of the quotation that it stands in; or else was named
last before it, or else is in the next sentence. Deadlines are counted from the day of the decision, which is that of
the event unless the sentence names another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.dates import find_dates, find_days
from corpus.decisions.deadlines import find_deadline
from corpus.decisions.english import sentences as english
from corpus.decisions.grammar import Grammar
from corpus.decisions.kazakh import sentences as kazakh
from corpus.decisions.named import Named
from corpus.decisions.russian import sentences as russian
from corpus.decisions.values import Actor, Deadline, Decision, Kind, Statement
from corpus.passage import Language, Passage

GRAMMARS: dict[Language, Grammar] = {
    Language.KK: kazakh.GRAMMAR,
    Language.RU: russian.GRAMMAR,
    Language.EN: english.GRAMMAR,
}
NOBODY = Actor("")
LOOK_AHEAD = 6
LONGEST = 2_000  # characters; nobody decides in a sentence longer than that, and tables of words take long to read
RECENT = 60  # days: "on 3 May" of a report of June
_CITED = re.compile(
    r"(?:во исполнение|в соответствии с|согласно|на основании|in accordance with|pursuant to|in pursuance of)\b[^,;]*$",
    re.IGNORECASE,
)
_AROUND_NAMES = " •·–—-;:,"
_OPENING, _CLOSING = "«“„", "»”"


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage, `start` to `end` of its text."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def grammar(self) -> Grammar:
        return GRAMMARS[self.passage.language]


def read_decisions(passages: Sequence[Passage]) -> list[Decision]:
    """Return the decisions in the passages of one document, in order; none from headings and titles."""
    sentences = [
        _Sentence(passage, start, end)
        for passage in passages
        for start, end in passage.sentences
        if end - start <= LONGEST
    ]
    stated = [sentence.grammar.statements(sentence.text) for sentence in sentences]
    if not any(stated):
        return []
    first = passages[0]
    people = Named()
    author = speaker = GRAMMARS[first.language].author(first.title) or _signature(sentences[-1])
    decisions = []
    open_quotes = 0
    for at, (sentence, statements) in enumerate(zip(sentences, stated, strict=True)):
        text = sentence.text
        author = sentence.grammar.author(text) or author
        named = sentence.grammar.author(text) or sentence.grammar.speaker(text)
        if at and text.startswith(tuple(_OPENING)) and _new_paragraph(sentences[at - 1], sentence):
            open_quotes = 0  # whatever was left open before, here a quotation begins
        open_quotes = max(0, open_quotes + _opened(text))
        for statement in statements:
            later = _closing_speaker(sentences[at + 1 :], open_quotes)
            before = speaker if statement.kind is not Kind.ADOPTED or open_quotes else author
            after = None if statement.kind is Kind.ADOPTED else _next_speaker(sentences, at)
            candidates = (statement.issuer, named, later, before, after)
            issuer = next((each for each in candidates if each and not _is_told(each, statement)), NOBODY)
            when = _when(sentence, statement, alone=len(statements) == 1)
            decisions.append(_decision(sentence, statement, people.in_full(issuer), *when))
        speaker = next((s.issuer for s in statements if s.issuer), None) or named or speaker
        people.remember(speaker)
    alias = people.in_other_words()
    return [_renamed(decision, alias) for decision in decisions] if alias else decisions


def _signature(last: _Sentence) -> Actor | None:
    """Return who signed the document at its end, such as "Министр А. Нурова"."""
    return last.grammar.author(last.text)


def _is_told(actor: Actor, statement: Statement) -> bool:
    """Tell whether `actor` is one of those who are told what to do, and so not the one who tells."""
    return any(
        (actor.name and actor.name in each) or (actor.post and actor.post.lower() == each.lower())
        for each in statement.addressees
    )


def _renamed(decision: Decision, alias: Actor) -> Decision:
    """Return `decision` with the person's name, where it was only known by post, and the post where only by name."""
    issuer = Named.joined(Actor(decision.issued_by, decision.issuer_post), alias)
    return replace(decision, issued_by=issuer.name, issuer_post=issuer.post)


def _next_speaker(sentences: Sequence[_Sentence], at: int) -> Actor | None:
    """Return who is named in the next sentence of the same passage, where nobody was before."""
    following = sentences[at + 1 : at + 2]
    if not following or following[0].passage is not sentences[at].passage:
        return None
    return following[0].grammar.speaker(following[0].text)


def _new_paragraph(before: _Sentence, sentence: _Sentence) -> bool:
    """Tell whether a blank line, or a heading, stands between two sentences."""
    if before.passage is sentence.passage:
        return "\n\n" in sentence.passage.text[before.end : sentence.start]
    return sentence.passage.start - before.passage.end > 1


def _opened(text: str) -> int:
    """Count the quotations opened and not closed in `text`; the English opening mark closes a German one."""
    turned = 2 * text.count("“") if "„" in text else 0
    return sum(text.count(mark) for mark in _OPENING) - sum(text.count(mark) for mark in _CLOSING) - turned


def _closing_speaker(following: Sequence[_Sentence], open_quotes: int) -> Actor | None:
    """Return who is named where the quotation ends that is still open."""
    for sentence in following[:LOOK_AHEAD]:
        if open_quotes <= 0:
            return None
        open_quotes += _opened(sentence.text)
        if open_quotes <= 0:
            return sentence.grammar.speaker(sentence.text)
    return None


def _when(sentence: _Sentence, statement: Statement, alone: bool) -> tuple[date | None, Deadline | None]:
    """Return the day of the decision and its deadline, which is counted from that day.

    A full date that is neither the deadline nor after the event nor that of an act which the decision only cites is the
    day; else it is the event's. The deadline stands in the statement's own words, or anywhere in the sentence of a lone
    statement; what is adopted has none.
    """
    event = sentence.passage.date
    text = sentence.text if alone else sentence.text[statement.start : statement.end]
    patterns = sentence.grammar.deadlines
    deadline = None if statement.kind is Kind.ADOPTED else find_deadline(text, patterns, event)
    day = next(_days_past(text, deadline, event, statement), event)
    if deadline and day != event:
        deadline = find_deadline(text, patterns, day)
    return day, deadline


def _days_past(text: str, deadline: Deadline | None, event: date | None, statement: Statement) -> Iterator[date]:
    """Yield the days in `text` that are past on the day of the event: full dates, then days of the last weeks."""
    recent = (each for each in find_days(text, event) if (event - each[0]).days <= RECENT) if event else ()
    action = text.find(statement.action) if statement.kind is not Kind.ADOPTED and statement.action else -1
    for day, start, _ in (*find_dates(text), *recent):
        of_deadline = deadline is not None and deadline.start <= start < deadline.end
        in_action = action > 0 and action <= start < action + len(statement.action)
        cited = in_action or _CITED.search(text[:start]) is not None
        if not of_deadline and not cited and (event is None or day <= event):
            yield day


def _decision(
    sentence: _Sentence, statement: Statement, issuer: Actor, day: date | None, deadline: Deadline | None
) -> Decision:
    passage = sentence.passage
    said = sentence.text[statement.start : statement.end]
    start = sentence.start + statement.start + len(said) - len(said.lstrip())
    end = start + len(said.strip())
    return Decision(
        id=f"{passage.document_id}@{passage.start + start}",
        document_id=passage.document_id,
        passage_id=passage.id,
        start=start,
        end=end,
        language=passage.language,
        kind=statement.kind,
        issued_by=issuer.name or issuer.post,
        issuer_post=issuer.post,
        addressed_to=tuple(name.strip(_AROUND_NAMES) for name in statement.addressees),
        action=statement.action,
        issued_on=day,
        deadline=deadline.day if deadline else None,
        deadline_text=deadline.text if deadline else "",
        deadline_rule=deadline.rule if deadline else None,
        quote=passage.text[start:end],
    )
