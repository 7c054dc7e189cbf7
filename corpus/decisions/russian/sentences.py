"""Decisions in Russian sentences."""

import re
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.grammar import Grammar
from corpus.decisions.russian.clause import Found
from corpus.decisions.russian.clauses import Piece, pieces_of
from corpus.decisions.russian.rules import find
from corpus.decisions.russian.speakers import author, speaker
from corpus.decisions.russian.tasks import action_of
from corpus.decisions.russian.words import DEADLINES
from corpus.decisions.values import Kind, Statement

_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_ANY_DAY = date(2025, 1, 1)
_FEW = 5  # Kazakh letters that names may bring into a Russian sentence


def statements(sentence: str) -> list[Statement]:
    """Return what the sentence says to be decided."""
    if sentence.rstrip(' »”"').endswith("?") or len(_KAZAKH.findall(sentence)) > _FEW:
        return []
    pieces = pieces_of(sentence)
    found: list[tuple[Piece, Found]] = []
    for piece in pieces:
        told = find(piece) or _repeated(piece, found)
        if told is not None:
            found.append((piece, told))
    if len(found) == 1:
        return [_statement(found[0][1], 0, len(sentence))]
    return [_statement(told, piece.start, piece.end) for piece, told in found]


def _repeated(piece: Piece, found: list[tuple[Piece, Found]]) -> Found | None:
    """Return the plan before, where a piece only tells its next time: "остальные — в 2026 году"."""
    if not found or found[-1][1].kind is not Kind.PLANNED or "—" not in piece.text:
        return None
    if find_deadline(piece.text, DEADLINES, _ANY_DAY) is None:
        return None
    return Found(Kind.PLANNED, found[-1][1].issuer, (), action_of(piece.text, 0))


def _statement(told: Found, start: int, end: int) -> Statement:
    return Statement(told.kind, start, end, told.issuer, told.addressees, told.action)


GRAMMAR = Grammar(statements, speaker, author, DEADLINES)
