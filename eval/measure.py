"""A whole run, from files to the data of its report."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from eval.jsonl import BadFileError
from eval.ready import ReadyPassages
from eval.run import run
from eval.sets import read_cases
from eval.summary import FORMAT, summarise
from index.open import open_index


def measure_answers(
    questions: Path,
    index: Path | None,
    split: str | None,
    limit: int | None,
    index_passages: Callable[[Sequence[dict[str, Any]]], ReadyPassages],
    progress: Callable[[str, int, int], None],
    cross_encoder: bool = True,
) -> dict[str, Any]:
    """Ask the questions and return the data of the report; without `index`, over the passages they bring.

    Without `cross_encoder` the sentences found are not read by it.
    """
    found = read_cases(questions)
    cases = [case for case in found.cases if split is None or case.split == split][:limit]
    if not cases:
        raise BadFileError(f"{questions} has no question{f' of the split {split!r}' if split else ''} to ask")
    if index is None and not found.passages:
        raise BadFileError(f"{questions} brings no passages of its own; name the index to ask with --index DIR")
    opened = open_index(index) if index else index_passages(found.passages).index
    if not cross_encoder:
        opened = replace(opened, cross_encoder=None)
    outcomes = list(run(opened, cases, lambda done: progress("answering", done, len(cases))))
    facts = {
        "questions": f"{len(cases)} of {questions}" + (f", split {split}" if split else ""),
        "left out": f"{found.ungraded} of which no answer is known",
        "errors": str(sum(bool(outcome.error) for outcome in outcomes)),
        "index": str(index or questions),
        "documents": f"{len(opened.documents)} in {len(opened.passages)} passages",
        "model": opened.embedder.name,
        "cross-encoder": "yes" if opened.cross_encoder else "no",
        "day": date.today().isoformat(),
    }
    return {"kind": "run", "format": FORMAT, "facts": facts, **summarise(outcomes)}
