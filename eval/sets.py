"""Files and folders of questions into cases: our own format, folders of ready passages, SQuAD.

Our own format is JSONL, an object a line; docs/evaluation.md describes it. What cannot be used is named with its file,
its line and the remedy.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from assistant.understand import QuestionError
from corpus.passage import Language
from eval.answer import turns
from eval.cases import Case, CaseSet, Gold
from eval.jsonl import BadFileError, numbered_rows
from eval.passage_set import PASSAGES, read_passage_set
from eval.squad import read_squad

REQUIRED = ("id", "question", "language", "answerable")


def read_cases(path: Path) -> CaseSet:
    """Read a JSONL file or a folder of them, a folder of ready passages with questions, or a SQuAD file (*.json)."""
    if path.is_dir():
        if (path / PASSAGES).exists():
            return read_passage_set(path)
        files = sorted(path.glob("*.jsonl"))
        if not files:
            raise BadFileError(f"{path} has no question file; give a *.jsonl file, a folder of them or a SQuAD *.json")
        return CaseSet(tuple(_told_apart(files)))
    return read_squad(path) if path.suffix.lower() == ".json" else CaseSet(tuple(_told_apart([path])))


def _told_apart(files: Iterable[Path]) -> Iterator[Case]:
    """Yield the cases of `files`; raise BadFileError for an id that stands twice."""
    seen = set()
    for file in files:
        for number, row in numbered_rows(file, REQUIRED):
            place = f"{file}, line {number}"
            case = _case(row, place)
            if case.id in seen:
                raise BadFileError(f"{place}: the id {case.id!r} stands twice; give each question its own")
            seen.add(case.id)
            yield case


def _case(row: dict[str, Any], place: str) -> Case:
    if not isinstance(row["question"], str):
        raise BadFileError(f"{place}: question must be a text")
    if row["language"] not in list(Language):
        raise BadFileError(f"{place}: language must be kk, ru or en, not {row['language']!r}")
    if not isinstance(row["answerable"], bool):
        raise BadFileError(f"{place}: answerable must be true or false, not {row['answerable']!r}")
    try:
        history = tuple(turns(row.get("history")))
    except QuestionError:
        raise BadFileError(f"{place}: history must be a list of questions or of [question, answer] pairs") from None
    facts = {name: str(row.get(name) or "") for name in ("split", "type", "style")}
    return Case(str(row["id"]), row["question"], Language(row["language"]), _gold(row, place), history, **facts)


def _gold(row: dict[str, Any], place: str) -> Gold:
    groups = row.get("must_contain") or []
    if not isinstance(groups, list) or not all(isinstance(group, list) and group for group in groups):
        raise BadFileError(f'{place}: must_contain must be a list of groups, such as [["31", "thirty-one"]]')
    evidence = row.get("evidence") or []
    if not isinstance(evidence, list) or not all(isinstance(item, dict) and item.get("quote") for item in evidence):
        raise BadFileError(f'{place}: evidence must be a list of {{"document", "quote"}}')
    gold = Gold(
        row["answerable"],
        tuple(tuple(_texts(group, "a group of must_contain", place)) for group in groups),
        tuple(_texts(row.get("must_not_contain") or [], "must_not_contain", place)),
        tuple(_texts([item["quote"] for item in evidence], "a quote of evidence", place)),
    )
    if gold.answerable and not gold.must_contain and not gold.evidence:
        raise BadFileError(f"{place}: a question that can be answered needs must_contain or evidence")
    return gold


def _texts(values: object, name: str, place: str) -> list[str]:
    """Return `values` as they are if they are texts with something in them."""
    if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
        raise BadFileError(f"{place}: {name} must hold texts only")
    return values
