"""Decisions that were read, held against a gold set: precision, recall and F1 of finding them and of each field.

A decision found is the gold one if their quotes lie over one another; each counts once, those that share most first.
Fields are judged on the decisions so paired. Names agree if the words of one are among those of the other.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus.decisions.values import Decision
from corpus.draft import UnreadableError
from corpus.load import Source, load
from corpus.passage import Document, Language, Passage
from corpus.split import split_document
from eval.jsonl import BadFileError, numbered_rows
from index.stop_words import STOP_WORDS
from index.terms import terms

SHARED = 0.5
AGREEING = 0.6
REQUIRED = ("id", "language", "event_date", "decisions")
FIELDS_OF_GOLD = (
    *("quote", "kind", "issued_by", "issuer_post", "addressed_to", "action", "issued_on"),
    *("deadline", "deadline_text", "deadline_rule"),
)
Row = dict[str, Any]
Counts = tuple[int, int, int]  # right, found, to be found


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in one text, what was to be found, and the pairs of both."""

    row: Row
    text: str
    found: list[Decision]
    pairs: list[tuple[Decision, Row]]


def read_gold(path: Path) -> list[Row]:
    """Read a JSONL file of gold, or a folder of them; raises BadFileError. docs/decisions.md describes the format."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise BadFileError(f"{path} has no *.jsonl; give a file of gold decisions or a folder of them")
    rows = []
    for file in files:
        for number, row in numbered_rows(file, REQUIRED):
            if not ("text" in row or "document" in row):
                raise BadFileError(f"{file}, line {number}: neither text nor document; one of them is expected")
            rows.append(_checked(row, f"{file}, line {number}"))
    return rows


def _checked(row: Row, place: str) -> Row:
    """Return `row` with empty texts and lists for what is null; raise BadFileError for what is of no use."""
    if row["language"] not in list(Language):
        raise BadFileError(f"{place}: language must be kk, ru or en, not {row['language']!r}")
    try:
        date.fromisoformat(row["event_date"])
    except (TypeError, ValueError):
        raise BadFileError(f"{place}: event_date must be a day, YYYY-MM-DD, not {row['event_date']!r}") from None
    decisions = []
    for decision in row["decisions"]:
        if any(name not in decision for name in FIELDS_OF_GOLD):
            raise BadFileError(f"{place}: each decision needs {', '.join(FIELDS_OF_GOLD)}")
        filled = decision | {name: decision[name] or [] for name in ("issued_by", "addressed_to")}
        if not all(isinstance(filled[name], list) for name in ("issued_by", "addressed_to")):
            raise BadFileError(f"{place}: issued_by and addressed_to must be lists of names")
        decisions.append(filled | {"action": decision["action"] or ""})
    return row | {"decisions": decisions}


def passages_of(row: Row, documents: Path | None) -> list[Passage]:
    """Return the passages of a gold item: of its own text, or of its document in the folder `documents`."""
    if "text" in row:
        day, language = date.fromisoformat(row["event_date"]), Language(row["language"])
        name = str(row["id"])
        return split_document(Document(name, name, name, "", language, "", "", day, day, row["text"], (), True))
    if documents is None:
        raise BadFileError(f"{row['id']} is a whole document; name the folder it lies in with --documents DIR")
    source = Source(row["document"], row["document"], documents / row["document"])
    try:
        return [passage for document in load(source) for passage in split_document(document)]
    except (OSError, UnreadableError) as error:
        raise BadFileError(f"{source.file} cannot be read ({error})") from None


def judge(row: Row, passages: Sequence[Passage], found: Sequence[Decision]) -> Judged:
    """Pair what was found in a text with its gold."""
    shares = sorted(
        (
            (-_shared(decision.quote, gold["quote"]), at, to)
            for at, decision in enumerate(found)
            for to, gold in enumerate(row["decisions"])
        ),
    )
    pairs: dict[int, int] = {}
    for share, at, to in shares:
        if -share >= SHARED and at not in pairs and to not in pairs.values():
            pairs[at] = to
    text = "\n".join(passage.text for passage in passages)
    return Judged(row, text, list(found), [(found[at], row["decisions"][to]) for at, to in sorted(pairs.items())])


def _shared(one: str, other: str) -> float:
    """Return the share of the shorter quote's words that the longer has, 0 to 1."""
    first, second = Counter(one.lower().split()), Counter(other.lower().split())
    return (first & second).total() / max(1, min(first.total(), second.total()))


def same_name(one: str, other: str, language: Language) -> bool:
    """Tell whether two names are of the same: the words of one are among the other's."""
    first, second = _content(one, language), _content(other, language)
    if not first or not second:
        return False
    common = first & second
    return len(common) >= min(len(first), len(second)) or len(common) >= AGREEING * len(first | second)


def _content(name: str, language: Language) -> set[str]:
    return {term for term in terms(name, language) if term not in STOP_WORDS[language]}


def count_names(found: Iterable[str], gold: Iterable[str], language: Language) -> Counts:
    """Return how many names agree, were found and were to be found."""
    found, left = list(found), list(gold)
    total, agreed = len(left), 0
    for name in found:
        match = next((other for other in left if same_name(name, other, language)), None)
        if match is not None:
            left.remove(match)
            agreed += 1
    return agreed, len(found), total


def fields(decision: Decision, gold: Row) -> dict[str, Counts]:
    """Return (right, found, to be found) by field of one paired decision."""
    language = decision.language
    action = _shared(decision.action, gold["action"]) >= SHARED
    return {
        "kind": (int(decision.kind == gold["kind"]), 1, 1),
        "issuer": _issuer(decision, gold),
        "addressees": count_names(decision.addressed_to, gold["addressed_to"], language),
        "action": (int(action), 1, 1),
        "issued_on": _day(decision.issued_on, gold["issued_on"]),
        "deadline": _day(decision.deadline, gold["deadline"]),
    }


def _issuer(decision: Decision, gold: Row) -> Counts:
    """Who decided is right by the name or by the post."""
    found = list(filter(None, dict.fromkeys((decision.issued_by, decision.issuer_post))))
    known = list(filter(None, [*gold["issued_by"], gold["issuer_post"]]))
    right = any(same_name(one, other, decision.language) for one in found for other in known)
    return int(right), int(bool(found)), int(bool(known))


def _day(found: date | None, gold: str | None) -> Counts:
    told = found.isoformat() if found else None
    return int(told is not None and told == gold), int(told is not None), int(gold is not None)
