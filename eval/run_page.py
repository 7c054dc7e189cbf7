"""The figures of a run as a page: what to read first comes first, failures and definitions last."""

from typing import Any

from corpus.passage import Language
from eval.judge import MEASURES
from eval.page import Bar, Bars, Card, Cell, Curves, Line, Page, Section, Table

Data = dict[str, Any]
SHORT = ("right", "wrong", "false_abstention", "abstention_recall", "good", "evidence_5", "citation_precision")
TITLES = {measure.key: measure.title for measure in MEASURES}
PAIR_TITLES = {"right": "Answer accuracy", "evidence_5": "Evidence recall@5", "false_abstention": "Abstention"}
DIAGONAL = ((0.0, 0.0), (1.0, 1.0))


def run_page(data: Data) -> Page:
    """Return the page of a report's data, as `summarise` and the command line wrote it."""
    failures = [row for row in data["questions"] if not row["error"] and not row["scores"]["good"][0]]
    errors = [row for row in data["questions"] if row["error"]]
    sections = [
        Section("Main figures", "Small figures are 95% intervals.", tables=(main_table(data),), bars=_bars(data)),
        *(_breakdown(data, by) for by in ("type", "style")),
        _selective(data["selective"]),
        *([_pairs(data["pairs"])] if data["pairs"] else []),
        Section(f"Errors ({len(errors)})", "They count as nothing good.", cards=tuple(map(_error_card, errors))),
        Section(f"Failures ({len(failures)})", "Neither right nor rightly silent.", cards=tuple(map(_card, failures))),
        _definitions(),
    ]
    return Page("Evaluation of Jauap", tuple(data["facts"].items()), tuple(sections))


def main_table(data: Data) -> Table:
    """Return every measure for all questions and by language."""
    groups = [group for group in data["groups"] if group["by"] in ("all", "language")]
    rows = [
        (Cell(measure.title), *(figure_cell(group["figures"][measure.key], measure.decimals) for group in groups))
        for measure in MEASURES
    ]
    for title, key in (("seconds, median", "seconds_p50"), ("seconds, 95th percentile", "seconds_p95")):
        rows.append((Cell(title), *(Cell(number(group[key])) for group in groups)))
    rows.insert(0, (Cell("questions"), *(Cell(str(group["questions"])) for group in groups)))
    return Table("All questions and by language", ("measure", *(group["name"] for group in groups)), tuple(rows))


def figure_cell(figure: Data, decimals: int = 3) -> Cell:
    """Write an estimate with its interval; a dash where nothing was measured."""
    if figure["value"] is None:
        return Cell("–")
    low, high = (number(figure[end], decimals) for end in ("low", "high"))
    return Cell(number(figure["value"], decimals), f"{low}–{high}")


def number(value: float | None, decimals: int = 3) -> str:
    """Write `value` with so many decimals; None is a dash."""
    return "–" if value is None else f"{value:.{decimals}f}"


def _bars(data: Data) -> tuple[Bars, ...]:
    bars = [
        Bar(group["name"], figure["value"], figure["low"], figure["high"])
        for group in data["groups"]
        if group["by"] in ("all", "language", "type")
        for figure in [group["figures"]["good"]]
    ]
    return (Bars("Right or honestly silent, by language and type", "share of questions", tuple(bars)),)


def _breakdown(data: Data, by: str) -> Section:
    rows = tuple(
        (
            Cell(group["name"]),
            Cell(str(group["questions"])),
            *(figure_cell(group["figures"][key]) for key in SHORT),
        )
        for group in data["groups"]
        if group["by"] == by
    )
    head = (by, "questions", *(TITLES[key] for key in SHORT))
    text = "Small figures are 95% intervals." if rows else "The questions name none."
    return Section(f"By {by}", text, tables=(Table(f"Figures by {by}", head, rows),) if rows else ())


def _selective(data: Data) -> Section:
    curve = tuple((coverage, risk) for coverage, risk in data["curve"])
    bins = tuple((sure, right) for sure, right, _ in data["reliability"])
    rows = ((Cell("AURC"), figure_cell(data["aurc"])), (Cell("ECE"), figure_cell(data["ece"])))
    risk = Curves(
        "Risk against coverage",
        "coverage: share of questions answered",
        "risk: share of them wrong",
        (Line("answering only when sure", curve), Line("as Jauap is set", (tuple(data["as_set"]),), dots=True)),
    )
    reliability = Curves(
        "Reliability of confidence",
        "confidence, mean of the bin",
        "share of answers right",
        (Line("measured, by tenths", bins, dots=True), Line("as it should be", DIAGONAL, dashed=True)),
    )
    text = "Over all questions, answered whether sure or not; an answer where none is in the documents is wrong."
    table = Table("Less is better", ("measure", "all"), rows)
    return Section("Confidence", text, tables=(table,), curves=(risk, reliability))


def _pairs(pairs: list[Data]) -> Section:
    by_languages = {(pair["asked"], pair["searched"]): pair for pair in pairs}
    tables = []
    for key, title in PAIR_TITLES.items():
        rows = []
        for asked in Language:
            cells = [_heat(by_languages.get((asked, searched)), key) for searched in Language]
            rows.append((Cell(asked), *cells))
        tables.append(Table(title, ("question", *(f"in {searched}" for searched in Language)), tuple(rows)))
    text = "Answerable questions, searched in documents of one language only, where evidence is known to stand there."
    return Section("Languages of question and documents", text, tables=tuple(tables))


def _heat(pair: Data | None, key: str) -> Cell:
    if pair is None or pair["figures"][key]["value"] is None:
        return Cell("–")
    value = pair["figures"][key]["value"]
    return Cell(number(value), f"of {pair['questions']}", value)


def _card(row: Data) -> Card:
    gold = row["gold"]
    wanted = "; ".join(" or ".join(group) for group in gold["must_contain"]) or "\n".join(gold["evidence"])
    if not gold["answerable"]:
        wanted = f"to abstain, or: {wanted}" if wanted else "to abstain"
    answer = f"abstained ({row['abstention']})" if row["abstention"] else row["answer"]
    facts = [
        *_asked(row),
        ("expected", wanted),
        *([("not expected", "; ".join(gold["must_not_contain"]))] if gold["must_not_contain"] else []),
        ("answered", answer),
        ("confidence", number(row["confidence"])),
    ]
    for rank, hit in enumerate(row["hits"], start=1):
        mark = " ✓ gold" if hit["gold"] else ""
        facts.append((f"hit {rank}", f"{hit['score']:.3f}{mark} · {hit['document']}\n{hit['text']}"))
    return Card(f"{row['id']}: {row['question']}", tuple(facts))


def _error_card(row: Data) -> Card:
    return Card(f"{row['id']}: {row['question']}", (*_asked(row), ("error", row["error"])))


def _asked(row: Data) -> list[tuple[str, str]]:
    kind = " · ".join(part for part in (row["language"], row["type"], row["style"]) if part)
    return [("kind", kind), *([("asked before", "\n".join(row["history"]))] if row["history"] else [])]


def _definitions() -> Section:
    facts = [(measure.title, measure.definition) for measure in MEASURES]
    facts.append(("AURC", "mean risk over coverage, less is better (Geifman & El-Yaniv 2017)"))
    facts.append(("ECE", "mean gap of confidence and share right in ten bins, less is better (Naeini et al. 2015)"))
    return Section("What the figures mean", "Parts / wholes, each summed over the questions.", tuple(facts))
