"""The comparison of searches as a page."""

from typing import Any

from eval.metrics import MEASURES
from eval.page import Bar, Bars, Cell, Page, Section, Table
from eval.run_page import figure_cell, number

Data = dict[str, Any]
DRAWN = "nDCG@10"


def retrieval_page(data: Data) -> Page:
    """Return the page of what `measure_rankings` found: the figures, then the intervals of the same."""
    text = f"* differs from {data['facts']['compared with']}: the 95% interval of the paired gain leaves out zero."
    means = _table("Means over questions", data, notes=False)
    intervals = _table("Means over questions, with 95% intervals", data, notes=True)
    sections = (
        Section("Searches compared", text, tables=(means,), bars=_bars(data)),
        Section("How sure the figures are", tables=(intervals,)),
    )
    return Page("Retrieval of Jauap", tuple(data["facts"].items()), sections)


def _bars(data: Data) -> tuple[Bars, ...]:
    bars: dict[str, list[Bar]] = {}
    for pair in data["pairs"]:
        figure = pair["figures"][DRAWN]
        bars.setdefault(_name(pair), []).append(Bar(pair["search"], figure["value"], figure["low"], figure["high"]))
    return tuple(Bars(f"{DRAWN}, {name}", f"mean {DRAWN}", tuple(of)) for name, of in bars.items())


def _name(pair: Data) -> str:
    return f"{pair['asked']}->{pair['searched']}"


def _table(caption: str, data: Data, notes: bool) -> Table:
    head = ("pair", "questions", "search", *MEASURES)
    rows = []
    for pair in data["pairs"]:
        figures = [pair["figures"][name] for name in MEASURES]
        cells = [
            figure_cell(figure) if notes else Cell(number(figure["value"]) + ("*" if figure["differs"] else " "))
            for figure in figures
        ]
        names = (_name(pair), str(len(pair["questions"])), pair["search"])
        rows.append((*map(Cell, names), *cells))
    return Table(caption, head, tuple(rows))
