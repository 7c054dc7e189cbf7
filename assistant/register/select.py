"""Entries of the register by what is asked of them: days, names in any of the three languages, words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.register.merge import Entry, Register, Status
from corpus.decisions.values import Decision, Kind
from corpus.language import detect_language
from corpus.passage import Language
from index.lexicon import Concept
from index.search import PassageIndex
from index.terms import terms

MOST_LETTERS = 1_000


@dataclass(frozen=True, slots=True)
class Selection:
    """What entries are wanted; an empty part lets everything through.

    `since` and `until` are of the day of the decision, `due_after` and `due_before` of the deadline, all inclusive;
    `as_of` is the day whose state of things is shown.
    """

    since: date | None = None
    until: date | None = None
    due_after: date | None = None
    due_before: date | None = None
    addressee: str = ""
    issuer: str = ""
    language: Language | None = None
    text: str = ""
    kind: Kind | None = None
    status: Status | None = None
    as_of: date | None = None


def select(register: Register, wanted: Selection) -> list[Entry]:
    """Return the entries wanted, those with a deadline first, by day; ties by the newest decision, then by id.

    Words are sought in any form, and through the lexicon in the other languages. Entries told in the language wanted
    are shown in it.
    """
    names = {
        "addressee": _Words(register.index, wanted.addressee),
        "issuer": _Words(register.index, wanted.issuer),
        "text": _Words(register.index, wanted.text),
    }
    found = []
    for entry in register.entries_by(wanted.as_of):
        shown = _in_language(entry, wanted.language)
        if shown and _fits(shown, wanted, names) and _in_time(shown, wanted):
            found.append(shown)
    return sorted(found, key=_order)


def _in_language(entry: Entry, language: Language | None) -> Entry | None:
    if language is None:
        return entry
    own = [decision for decision in entry.told if decision.language is language]
    others = [decision for decision in entry.told if decision.language is not language]
    return replace(entry, told=(*own, *others)) if own else None


def in_language_first(entry: Entry, language: Language) -> Entry:
    """Return `entry` shown in `language` if it is told there, else as it is."""
    return _in_language(entry, language) or entry


def _in_time(entry: Entry, wanted: Selection) -> bool:
    return _within(entry.issued_on, wanted.since, wanted.until) and _within(
        entry.deadline, wanted.due_after, wanted.due_before
    )


def _within(day: date | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def _fits(entry: Entry, wanted: Selection, names: dict[str, "_Words"]) -> bool:
    if wanted.kind and entry.first.kind is not wanted.kind:
        return False
    if wanted.status and entry.status is not wanted.status:
        return False
    return (
        names["addressee"].any_in(entry.told, lambda decision: "; ".join(decision.addressed_to))
        and names["issuer"].any_in(entry.told, lambda decision: f"{decision.issued_by}; {decision.issuer_post}")
        and names["text"].any_in(entry.told, _everything)
    )


def _everything(decision: Decision) -> str:
    return "; ".join((decision.quote, decision.action, decision.issued_by, *decision.addressed_to))


class _Words:
    """Words to be found, as concepts in each language."""

    def __init__(self, index: PassageIndex, text: str) -> None:
        text = text.strip()[:MOST_LETTERS]
        language = detect_language(text)
        self._concepts: dict[Language, list[Concept]] = (
            {target: index.concepts(text, language, target) for target in Language} if text else {}
        )

    def any_in(self, told: Sequence[Decision], text_of: Callable[[Decision], str]) -> bool:
        """Tell whether a telling has all the words."""
        return not self._concepts or any(self._all_in(decision.language, text_of(decision)) for decision in told)

    def _all_in(self, language: Language, text: str) -> bool:
        concepts, present = self._concepts[language], set(terms(text, language))
        return bool(concepts) and all(
            any(present.issuperset(phrase) for phrase in concept.phrases) for concept in concepts
        )


def _order(entry: Entry) -> tuple[bool, date, int, str]:
    issued = entry.issued_on.toordinal() if entry.issued_on else 0
    return entry.deadline is None, entry.deadline or date.max, -issued, entry.first.id
