"""The comparison of searches as a page."""

from typing import Any

from eval.metrics import MEASURES
from eval.page import Cell, Page, Section, Table
from eval.run_page import figure_cell, number

Data = dict[str, Any]


def retrieval_page(data: Data) -> Page:
    """Return the page of what `measure_rankings` found: the figures, then the intervals of the same."""
    sections = (
        Section(
            "Searches compared",
            f"* differs from {data['facts']['compared with']}: the 95% interval of the paired gain leaves out zero.",
            (_table("Means over questions", data, notes=False),),
        ),
        Section("With intervals", "Small figures are 95% intervals.", (_table("Means", data, notes=True),)),
    )
    return Page("Retrieval of Jauap", tuple(data["facts"].items()), sections)


def _table(caption: str, data: Data, notes: bool) -> Table:
    head = ("pair", "questions", "search", *MEASURES)
    rows = []
    for pair in data["pairs"]:
        figures = [pair["figures"][name] for name in MEASURES]
        cells = [
            figure_cell(figure) if notes else Cell(number(figure["value"]) + ("*" if figure["differs"] else " "))
            for figure in figures
        ]
        names = (f"{pair['asked']}->{pair['searched']}", str(len(pair["questions"])), pair["search"])
        rows.append((*map(Cell, names), *cells))
    return Table(caption, head, tuple(rows))
