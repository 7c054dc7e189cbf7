"""Decisions as documents tell them, into a register: one entry a decision, with every place that tells it.

Two documents, in one language or two, tell the same decision if the sentences mean nearly the same and neither kind,
day nor deadline is against it. A later one that adopts what was to be done makes an entry done; one that sets another
day for it supersedes it. docs/decisions.md has the figures behind the constants.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.register.follow import completes, follows
from corpus.decisions.values import Decision, Kind
from index.search import PassageIndex

Vectors = NDArray[np.float32]
SAME, ALL_NEAR = 0.93, 0.9
LATER = 0.85
DAYS_APART = 7
BLOCK = 1024  # rows compared at once, so that memory stays small
_TO_DO = frozenset({Kind.INSTRUCTION, Kind.ANNOUNCED, Kind.PLANNED})


class Status(StrEnum):
    """What became of a decision, as far as the documents say."""

    OPEN = "open"
    DONE = "done"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision: `told` by documents, the fullest telling first; `changed_by` is what closed it."""

    told: tuple[Decision, ...]
    status: Status
    changed_by: Decision | None

    @property
    def first(self) -> Decision:
        """The telling that is shown."""
        return self.told[0]

    @property
    def deadline(self) -> date | None:
        """The last day, if any telling has one."""
        return next((decision.deadline for decision in self.told if decision.deadline), None)

    @property
    def issued_on(self) -> date | None:
        """The earliest day that is told."""
        return min((decision.issued_on for decision in self.told if decision.issued_on), default=None)


class Register:
    """The decisions of an index."""

    def __init__(self, index: PassageIndex) -> None:
        self.index = index
        self.passages = {passage.id: passage for passage in index.passages}
        self._vectors = _vectors(index)
        self.entries_by = lru_cache(32)(self._entries_by)

    @property
    def entries(self) -> list[Entry]:
        """Everything that the documents tell."""
        return self.entries_by(None)

    def _entries_by(self, day: date | None) -> list[Entry]:
        """Return the entries as they stood on `day`, in the order of the documents; all if None."""
        known = [
            at
            for at, decision in enumerate(self.index.decisions)
            if day is None or decision.issued_on is None or decision.issued_on <= day
        ]
        groups = self._groups(known)
        later = self._later(known)
        told = [sorted((self.index.decisions[at] for at in group), key=_fullness) for group in groups]
        changed = [self._changed(group, later) for group in groups]
        return [Entry(tuple(of), *change) for of, change in zip(told, changed, strict=True)]

    def _groups(self, known: Sequence[int]) -> list[list[int]]:
        """Put together what tells the same, nearest first: all near to one another, and no two from one document."""
        decisions = self.index.decisions
        group_of = {at: [at] for at in known}
        for one, other in self._near(known):
            first, second = group_of[one], group_of[other]
            if first is second:
                continue
            documents = [decisions[at].document_id for at in (*first, *second)]
            near = (self._vectors[first] @ self._vectors[second].T).min() >= ALL_NEAR
            apart = len(set(documents)) == len(documents)
            if near and apart and all(_may_be_same(decisions[a], decisions[b]) for a in first for b in second):
                first += second
                group_of.update(dict.fromkeys(second, first))
        return [group for at, group in group_of.items() if at == min(group)]

    def _near(self, known: Sequence[int]) -> list[tuple[int, int]]:
        """Return the pairs whose sentences mean nearly the same, nearest first."""
        found = [(-round(cosine, 4), one, other) for one, other, cosine in self._alike(known, SAME) if one < other]
        return [(one, other) for _, one, other in sorted(found)]

    def _later(self, known: Sequence[int]) -> dict[int, list[int]]:
        """Return, by decision, those that were decided later about the same thing."""
        decisions = self.index.decisions
        later: dict[int, list[int]] = {}
        for at, other, _ in self._alike(known, LATER):
            if decisions[at].kind in _TO_DO and follows(self.index, decisions[at], decisions[other]):
                later.setdefault(at, []).append(other)
        return later

    def _alike(self, known: Sequence[int], least: float) -> Iterator[tuple[int, int, float]]:
        """Yield the pairs with a cosine of at least `least`, both ways round, in blocks that need little memory."""
        vectors = self._vectors[np.array(known, np.int64)]
        for first in range(0, len(known), BLOCK):
            cosines = vectors[first : first + BLOCK] @ vectors.T
            for row, column in np.argwhere(cosines >= least).tolist():
                if first + row != column:
                    yield known[first + row], known[column], float(cosines[row, column])

    def _changed(self, group: Sequence[int], later: dict[int, list[int]]) -> tuple[Status, Decision | None]:
        """Return what became of a decision, and the first later one that shows it; an act is done by itself."""
        decisions = self.index.decisions
        if not any(decisions[at].kind in _TO_DO for at in group):
            return Status.DONE, None
        pairs = [(at, other) for at in group for other in later.get(at, ()) if other not in group]
        for at, other in sorted(pairs, key=lambda pair: (_day(decisions[pair[1]]), pair)):
            was, now = decisions[at], decisions[other]
            if completes(now):
                return Status.DONE, now
            if was.deadline and now.deadline and was.deadline != now.deadline:
                return Status.SUPERSEDED, now
        return Status.OPEN, None


def _vectors(index: PassageIndex) -> Vectors:
    """Return the vectors of the decisions' sentences, float32 [decisions, d]."""
    rows = {passage.id: row for row, passage in enumerate(index.passages)}
    found = []
    for decision in index.decisions:
        row = rows[decision.passage_id]
        spans = index.passages[row].sentences
        at = max(at for at, (start, _) in enumerate(spans) if start <= decision.start)
        found.append(index.sentences.of(row)[at])
    return np.vstack(found) if found else np.zeros((0, index.embedder.dimension), np.float32)


def _may_be_same(one: Decision, other: Decision) -> bool:
    """Tell whether nothing speaks against two sentences of like meaning telling the same decision."""
    if (one.kind in _TO_DO) is not (other.kind in _TO_DO):
        return False
    if one.deadline and other.deadline and one.deadline != other.deadline:
        return False
    return not one.issued_on or not other.issued_on or abs((one.issued_on - other.issued_on).days) <= DAYS_APART


def _fullness(decision: Decision) -> tuple[int, int, str]:
    """Order tellings: with all fields first, then those that are told shortly, then by id."""
    filled = sum(map(bool, (decision.issued_by, decision.addressed_to, decision.deadline, decision.issued_on)))
    return -filled, len(decision.quote), decision.id


def _day(decision: Decision) -> date:
    return decision.issued_on or date.min
