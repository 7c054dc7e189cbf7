"""What a report shows, whatever it is written as: sections of tables, charts and cards. No behaviour, no layout."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a table, with a smaller note; `shade`, 0 to 1, colours a heat map."""

    text: str
    note: str = ""
    shade: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head; the first cell of a row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Points (x, y), each 0 to 1, drawn as a line; `dots` marks the points, `dashed` is for comparison."""

    name: str
    points: tuple[tuple[float, float], ...]
    dots: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Curves:
    """Lines in the unit square."""

    title: str
    x_label: str
    y_label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A named share, 0 to 1, with the ends of its interval."""

    name: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares beside one another."""

    title: str
    x_label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One case in full: named texts."""

    title: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under a heading; `facts` are named texts."""

    title: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    curves: tuple[Curves, ...] = ()
    bars: tuple[Bars, ...] = ()
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A report; `facts` say what was measured."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
