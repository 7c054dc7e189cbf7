"""Two runs on the same questions: what got better, what got worse, and what cannot be told apart."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpus.passage import Language
from eval.bootstrap import Difference, Statistic, difference, rate
from eval.jsonl import BadFileError
from eval.judge import MEASURES
from eval.page import Card, Cell, Page, Section, Table
from eval.selective import area, calibration_error
from eval.summary import FORMAT

Data = dict[str, Any]
NOTHING = (0.0, 0.0)
KINDS = ("run", "retrieval")
GIVE = "give the report of: python -m eval run, or: python -m eval retrieval"


def read_report(path: Path) -> Data:
    """Read report.json of a run or of retrieval, or the one in the folder `path`; BadFileError for anything else."""
    file = path / "report.json" if path.is_dir() else path
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadFileError(f"{file} cannot be read ({error}); {GIVE}") from None
    except (ValueError, RecursionError) as error:
        raise BadFileError(f"{file}: not valid JSON ({error}); {GIVE}") from None
    if not isinstance(data, dict) or data.get("kind") not in KINDS:
        raise BadFileError(f"{file} is no report that can be compared; {GIVE}")
    if data.get("format") != FORMAT:
        raise BadFileError(f"{file} was written by another version; make both reports anew")
    return data


def compare_page(before: Data, after: Data) -> Page:
    """Return what `after` gained on the questions that both were asked; raise BadFileError where there are none."""
    old, new = ({row["id"]: row for row in data["questions"]} for data in (before, after))
    shared = [key for key in old if key in new and old[key]["question"] == new[key]["question"]]
    if not shared:
        raise BadFileError("the two runs share no question; compare runs on the same questions")
    pairs = [(old[key], new[key]) for key in shared]
    facts = (
        *(
            (name, ", ".join(data["facts"][fact] for fact in ("questions", "day", "model")))
            for name, data in (("A", before), ("B", after))
        ),
        (
            "compared",
            f"{len(shared)} questions; {len(old) - len(shared)} are in A only, {len(new) - len(shared)} in B only",
        ),
    )
    sections = [Section("All questions", tables=(_table("all", pairs),))]
    for language in Language:
        if of := [pair for pair in pairs if pair[0]["language"] == language]:
            sections.append(Section(f"Questions in {language}", tables=(_table(language, of),)))
    sections += [_changed("Good in A only", pairs, True), _changed("Good in B only", pairs, False)]
    return Page("Comparison of two runs of Jauap", facts, tuple(sections))


def verdict(found: Difference, better: int) -> str:
    """Name what became of a measure, where `better` is 1 if more is better, -1 if less is and 0 if neither."""
    if not found.shown:
        return "no difference shown"
    return {1: "better", -1: "worse", 0: "changed"}[better if found.gained > 0 else -better]


def _table(name: str, pairs: Sequence[tuple[Data, Data]]) -> Table:
    rows = []
    for title, better, of in STATISTICS:
        old, new = zip(*pairs, strict=True)
        found = difference(of(old), of(new), len(pairs))
        if found:
            figures = (f"{found.before:.3f}", f"{found.after:.3f}", f"{found.gained:+.3f}")
            interval = f"{found.low:+.3f} to {found.high:+.3f}"
            rows.append(tuple(map(Cell, (title, *figures, interval, f"{found.p:.3f}", verdict(found, better)))))
    head = ("measure", "A", "B", "B - A", "95% interval", "p", "verdict")
    return Table(f"{name}, {len(pairs)} questions", head, tuple(rows))


def _rate(key: str) -> Callable[[Sequence[Data]], Statistic]:
    return lambda rows: rate(*zip(*(row["scores"].get(key, NOTHING) for row in rows), strict=True))


def _area(rows: Sequence[Data]) -> Statistic:
    return area([row["confidence"] for row in rows], [not row["right_if_answered"] for row in rows])


def _calibration(rows: Sequence[Data]) -> Statistic:
    return calibration_error([row["confidence"] for row in rows], [row["right_if_answered"] for row in rows])


STATISTICS: tuple[tuple[str, int, Callable[[Sequence[Data]], Statistic]], ...] = (
    *((measure.title, measure.better, _rate(measure.key)) for measure in MEASURES),
    ("AURC", -1, _area),
    ("ECE", -1, _calibration),
)


def _changed(title: str, pairs: Sequence[tuple[Data, Data]], was_good: bool) -> Section:
    """List the questions that were good, right or rightly silent, in one run only: the first if `was_good`."""
    cards = tuple(
        Card(f"{old['id']}: {old['question']}", (("A", _said(old)), ("B", _said(new))))
        for old, new in pairs
        if bool(old["scores"]["good"][0]) is was_good and bool(new["scores"]["good"][0]) is not was_good
    )
    return Section(f"{title} ({len(cards)})", cards=cards)


def _said(row: Data) -> str:
    return str(row["error"] or (f"abstained ({row['abstention']})" if row["abstention"] else row["answer"]))
