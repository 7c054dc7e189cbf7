"""The measurement of decisions as data and as a page: figures by language and style, then what was missed or wrong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from eval.bootstrap import estimate, rate
from eval.decisions import Counts, Judged, fields
from eval.page import Card, Cell, Page, Section, Table
from eval.run_page import figure_cell

Data = dict[str, Any]
FOUND, VERBATIM = "decisions", "quote verbatim"
MEASURES = (FOUND, "kind", "issuer", "addressees", "action", "issued_on", "deadline", VERBATIM)
PRECISION, RECALL, F1 = "precision", "recall", "F1"


def decisions_data(judged: Sequence[Judged], facts: dict[str, str]) -> Data:
    """Return the figures of all texts, by language and by style, with 95% intervals over texts."""
    groups = [("all", "all", list(judged))]
    for by in ("language", "style"):
        names = sorted({str(each.row.get(by) or "") for each in judged} - {""})
        groups += [(by, name, [each for each in judged if each.row.get(by) == name]) for name in names]
    return {
        "kind": "decisions",
        "facts": facts,
        "groups": [
            {"by": by, "name": name, "texts": len(of), "figures": {m: _figures(m, of) for m in MEASURES}}
            for by, name, of in groups
        ],
        "texts": [_text(each) for each in judged],
    }


def _figures(measure: str, judged: Sequence[Judged]) -> Data:
    counts = [_counted(measure, each) for each in judged]
    right, found, gold = (list(column) for column in zip(*counts, strict=True))
    twice, both = [2 * n for n in right], [a + b for a, b in zip(found, gold, strict=True)]
    figures = {PRECISION: rate(right, found), RECALL: rate(right, gold), F1: rate(twice, both)}
    return {
        **{name: asdict(estimate(statistic, len(counts))) for name, statistic in figures.items()},
        "right": sum(right),
        "found": sum(found),
        "gold": sum(gold),
    }


def _counted(measure: str, judged: Judged) -> Counts:
    """Count one text: decisions over all of them, fields over the pairs."""
    if measure == FOUND:
        return len(judged.pairs), len(judged.found), len(judged.row["decisions"])
    if measure == VERBATIM:
        told = sum(decision.quote in judged.text for decision in judged.found)
        return told, len(judged.found), len(judged.found)
    return _sum(fields(decision, gold)[measure] for decision, gold in judged.pairs)


def _sum(counts: Iterable[Counts]) -> Counts:
    columns = list(zip(*counts, strict=True)) or [(), (), ()]
    right, found, gold = map(sum, columns)
    return right, found, gold


def _text(judged: Judged) -> Data:
    paired = [decision for decision, _ in judged.pairs]
    given = [gold for _, gold in judged.pairs]
    return {
        "id": judged.row["id"],
        "missed": [gold for gold in judged.row["decisions"] if gold not in given],
        "extra": [_said(decision) for decision in judged.found if decision not in paired],
        "wrong": [
            {"fields": wrong, "found": _said(decision), "gold": gold}
            for decision, gold in judged.pairs
            if (wrong := [name for name, (a, b, c) in fields(decision, gold).items() if not a == b == c])
        ],
    }


def _said(decision: Any) -> Data:  # noqa: ANN401
    row = asdict(decision)
    return row | {name: row[name].isoformat() if row[name] else None for name in ("issued_on", "deadline")}


def decisions_page(data: Data) -> Page:
    """Return the page of what `decisions_data` counted."""
    text = "Fields are counted on the decisions that were found. Small figures are 95% intervals over texts."
    cards = {
        name: tuple(Card(row["id"], _facts(each)) for row in data["texts"] for each in row[name])
        for name in ("missed", "extra")
    }
    wrong = tuple(
        Card(
            f"{row['id']}: {', '.join(each['fields'])}",
            (("found", _line(each["found"])), ("gold", _line(each["gold"]))),
        )
        for row in data["texts"]
        for each in row["wrong"]
    )
    return Page(
        "Decisions read by Jauap",
        tuple(data["facts"].items()),
        (
            Section("Figures", text, tables=tuple(main_tables(data))),
            Section("By style", tables=tuple(main_tables(data, ("style",)))),
            Section(f"Missed ({len(cards['missed'])})", cards=cards["missed"]),
            Section(f"Found and no decision ({len(cards['extra'])})", cards=cards["extra"]),
            Section(f"Found with a wrong field ({len(wrong)})", cards=wrong),
        ),
    )


def main_tables(data: Data, by: Sequence[str] = ("all", "language")) -> Iterator[Table]:
    """Yield a table of F1, of precision and of recall: each measure for the groups made `by` something."""
    groups = [group for group in data["groups"] if group["by"] in by]
    for figure in (F1, PRECISION, RECALL):
        rows = [
            (Cell(measure), *(figure_cell(group["figures"][measure][figure]) for group in groups))
            for measure in MEASURES
        ]
        rows.insert(0, (Cell("texts"), *(Cell(str(group["texts"])) for group in groups)))
        yield Table(figure, (figure, *(group["name"] for group in groups)), tuple(rows))


def _facts(decision: Data) -> tuple[tuple[str, str], ...]:
    return ((str(decision["kind"]), str(decision["quote"])),)


def _line(decision: Data) -> str:
    names = ("kind", "issued_by", "issuer_post", "addressed_to", "action", "issued_on", "deadline", "deadline_text")
    return " | ".join(f"{name}: {decision[name]}" for name in names) + f" | {decision['quote']}"
