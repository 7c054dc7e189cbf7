"""Folders of ready passages with questions about them: passages.jsonl and questions.jsonl.

A passage: {"id", "text", "lang"?, "title"?}. A question: {"id", "lang", "question", "relevant", "answers"?,
"answerable"?, "split"?}; it is judged by `answers`, any one of which will do, or, where they are whole texts that
nobody would repeat word for word, by citing a relevant passage.
"""

import ast
from pathlib import Path
from typing import Any

from corpus.passage import Language
from eval.cases import Case, CaseSet, Gold
from eval.jsonl import BadFileError, numbered_rows

PASSAGES, QUESTIONS = "passages.jsonl", "questions.jsonl"
LONGEST_ANSWER = 80


def read_passage_set(folder: Path) -> CaseSet:
    """Read the set in `folder`; raise BadFileError naming the line that cannot be used."""
    passages = read_passages(folder / PASSAGES)
    texts = {str(row["id"]): row["text"] for row in passages}
    cases, ungraded = [], 0
    seen = set()
    for number, row in numbered_rows(folder / QUESTIONS, ("id", "lang", "question", "relevant")):
        case = _case(row, texts, f"{folder / QUESTIONS}, line {number}")
        if case.id in seen:
            raise BadFileError(f"{folder / QUESTIONS}, line {number}: the id {case.id!r} stands twice")
        seen.add(case.id)
        if case.gold.answerable and not (case.gold.must_contain or case.gold.evidence):
            ungraded += 1
        else:
            cases.append(case)
    return CaseSet(tuple(cases), tuple(passages), ungraded)


def read_passages(path: Path) -> list[dict[str, Any]]:
    """Read ready passages; raise BadFileError for one without text or with an id that is none of its own."""
    seen: set[str | int] = set()
    rows = []
    for number, row in numbered_rows(path, ("id", "text")):
        if not isinstance(row["text"], str) or not row["text"].strip():
            raise BadFileError(f"{path}, line {number}: the passage has no text")
        if not isinstance(row["id"], str | int) or row["id"] in seen:
            raise BadFileError(f"{path}, line {number}: the id {row['id']!r} stands twice or is no id")
        seen.add(row["id"])
        rows.append(row)
    return rows


def _case(row: dict[str, Any], texts: dict[str, str], place: str) -> Case:
    if row["lang"] not in list(Language):
        raise BadFileError(f"{place}: lang must be kk, ru or en, not {row['lang']}")
    if not isinstance(row["question"], str) or not isinstance(row["relevant"], list):
        raise BadFileError(f"{place}: question must be a text and relevant a list of passage ids")
    answerable = row.get("answerable", True)
    relevant = [str(key) for key in row["relevant"] if str(key) in texts]
    answers = _answers(row.get("answers"))
    gold = Gold(
        bool(answerable),
        (tuple(answers),) if answerable and answers else (),
        evidence=tuple(texts[key] for key in relevant) if answerable else (),
        relevant=frozenset(relevant),
    )
    return Case(str(row["id"]), row["question"], Language(row["lang"]), gold, split=str(row.get("split") or ""))


def _answers(given: object) -> list[str]:
    """Return the answers that an answer may be expected to hold; a list written as a text is read as one."""
    if isinstance(given, str):
        try:
            given = ast.literal_eval(given)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            given = [given]
    answers = [one for one in given if isinstance(one, str) and one.strip()] if isinstance(given, list) else []
    return [one for one in answers if len(one) <= LONGEST_ANSWER]
