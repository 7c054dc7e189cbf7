"""Leave-one-set-out: what is chosen on the other sets is judged on the one left out."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from corpus.passage import Language
from eval import left_out
from eval.__main__ import app
from eval.cases import Case, Gold
from eval.left_out import CHOICES, left_out_page, measure_left_out
from eval.pools import SearchedSet
from index.search import FUSION, Fusion, PassageIndex

OFF, WEAK, STRONG = (replace(FUSION, carried=value) for value in (0.0, 0.3, 0.6))
# Per set and option, the values of two questions: A and B are best with STRONG, C loses by it.
VALUES = {
    "a": {OFF: [0.2, 0.4], WEAK: [0.3, 0.5], STRONG: [0.5, 0.7]},
    "b": {OFF: [0.5, 0.5], WEAK: [0.6, 0.6], STRONG: [0.9, 0.7]},
    "c": {OFF: [0.8, 0.6], WEAK: [0.8, 0.6], STRONG: [0.4, 0.2]},
}


@pytest.fixture
def measured(toy_index: PassageIndex, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    def values(searched: SearchedSet, fusion: Fusion) -> list[float]:
        return VALUES[str(searched.path)][fusion]

    monkeypatch.setattr(left_out, "CHOICES", {"carried": {"0": OFF, "0.3": WEAK, "0.6": STRONG}})
    monkeypatch.setattr(left_out, "_per_question", values)
    sets = [SearchedSet(Path(name), toy_index, lambda passage: passage.id, []) for name in VALUES]
    return measure_left_out(sets, None, lambda *progress: None)


def test_the_option_best_on_the_other_sets_is_judged_on_the_one_left_out(measured: dict[str, Any]) -> None:
    """Sums over the others: without a, 0.6 has 1.1 and 0.3 has 1.3; without c, 0.6 has 1.4 and 0.3 has 1.0."""
    (choice,) = measured["choices"]
    assert choice["used"] == "0.3"
    assert [(row["set"], row["chosen"]) for row in choice["sets"]] == [("a", "0.3"), ("b", "0.3"), ("c", "0.6")]
    gains = [row["gained"]["after"] - row["gained"]["before"] for row in choice["sets"]]
    assert gains == pytest.approx([0.1, 0.1, -0.4])
    assert choice["sets"][0]["means"] == pytest.approx({"0": 0.3, "0.3": 0.4, "0.6": 0.6})


def test_the_page_marks_what_differs_and_gives_the_mean(measured: dict[str, Any]) -> None:
    page = left_out_page(measured)
    table = page.sections[0].tables[0]
    assert table.head == ("stage", "in use", "a", "b", "c", "mean")
    assert [cell.text for cell in table.rows[0]] == ["carried", "0.3", "+0.100*", "+0.100*", "-0.400*", "-0.067"]
    assert table.rows[0][4].note == "0.6; -0.400 to -0.400"
    assert [cell.text for cell in page.sections[1].tables[0].rows[0]] == ["a", "0.300", "0.400", "0.600"]


def test_every_choice_has_what_is_in_use_and_begins_without_the_stage() -> None:
    for part, options in CHOICES.items():
        assert FUSION in options.values()
        assert next(iter(options.values())) == replace(FUSION, **{part: 0.0})


def test_the_values_are_means_over_the_pools_of_a_question(toy_index: PassageIndex) -> None:
    """Found first in English and in all together, second in Russian: (1 + 1 + 1/2) / 3."""
    gold = Gold(True, relevant=frozenset({"law.en.md#1", "law.ru.md#1"}))
    case = Case("1", "How many articles does the law have?", Language.EN, gold)
    searched = SearchedSet(Path("a"), toy_index, lambda passage: passage.id, [case])
    assert left_out._per_question(searched, FUSION) == pytest.approx([5 / 6])


@pytest.mark.parametrize(("limit", "kept"), [(None, "abcdefg"), (7, "abcdefg"), (3, "ace"), (1, "a")])
def test_a_limit_takes_questions_evenly_spaced(toy_index: PassageIndex, limit: int | None, kept: str) -> None:
    cases = [Case(name, "Who?", Language.EN, Gold(True)) for name in "abcdefg"]
    searched = SearchedSet(Path("a"), toy_index, lambda passage: passage.id, cases)
    assert "".join(case.id for case in left_out._thinned(searched, limit).cases) == kept


def test_one_set_is_too_few(tmp_path: Path) -> None:
    same = ["--set", str(tmp_path), "--set", str(tmp_path)]
    result = CliRunner().invoke(app, ["left-out", *same, "--report", str(tmp_path / "report")])
    assert result.exit_code == 2
    assert "give at least two different --set" in result.output


def test_the_command_measures_and_writes_a_report(
    toy_index: PassageIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.open.open_index", lambda folder: toy_index)
    arguments = ["left-out", "--index", str(tmp_path), "--report", str(tmp_path / "report")]
    for name, quote in (("one", "The law has 31 articles."), ("two", "В законе 31 статья.")):
        row = {"id": "1", "language": "en", "question": "How many articles does the law have?", "answerable": True}
        path = tmp_path / f"{name}.jsonl"
        path.write_text(json.dumps(row | {"evidence": [{"quote": quote}]}), encoding="utf-8")
        arguments += ["--set", str(path)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert [line.split()[0] for line in result.stdout.splitlines()[1:]] == [*CHOICES]
    report = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    assert [*report["sets"].values()] == [1, 1]
    assert "two" in (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
