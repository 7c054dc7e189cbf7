"""`python -m eval decisions`: how decisions found are paired with the gold and counted."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from corpus.decisions.read import read_decisions
from corpus.passage import Language
from eval.__main__ import app
from eval.decisions import count_names, fields, judge, passages_of, read_gold, same_name
from eval.jsonl import BadFileError

GOLD: dict[str, Any] = {
    "quote": "President Kassym-Jomart Tokayev instructed the Government to build a school by 1 May 2026.",
    "kind": "instruction",
    "issued_by": ["Tokayev"],
    "issuer_post": "President",
    "addressed_to": ["Government"],
    "action": "build a school",
    "issued_on": "2025-09-08",
    "deadline": "2026-05-01",
    "deadline_text": "by 1 May 2026",
    "deadline_rule": "date",
}
ROW: dict[str, Any] = {
    "id": "one",
    "language": "en",
    "style": "news",
    "split": "test",
    "event_date": "2025-09-08",
    "text": f"The road is long. {GOLD['quote']}",
    "decisions": [GOLD],
}


def judged(row: dict[str, Any]) -> Any:
    passages = passages_of(row, None)
    return judge(row, passages, read_decisions(passages))


def measured(folder: Path, *rows: dict[str, Any], more: tuple[str, ...] = ()) -> Result:
    gold = folder / "gold.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return CliRunner().invoke(app, ["decisions", "--gold", str(gold), "--report", str(folder / "report"), *more])


def test_a_decision_found_is_paired_with_its_gold() -> None:
    found = judged(ROW)
    assert [(decision.quote, gold) for decision, gold in found.pairs] == [(GOLD["quote"], GOLD)]
    assert set(fields(*found.pairs[0]).values()) == {(1, 1, 1)}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("kind", {"kind": "planned"}),
        ("issuer", {"issued_by": ["Bektenov"], "issuer_post": "Prime Minister"}),
        ("addressees", {"addressed_to": ["Ministry of Energy"]}),
        ("action", {"action": "repair every bridge"}),
        ("issued_on", {"issued_on": "2025-09-07"}),
        ("deadline", {"deadline": "2026-05-02"}),
    ],
)
def test_a_wrong_field_is_wrong_alone(name: str, wrong: dict[str, Any]) -> None:
    counts = fields(*judged(ROW | {"decisions": [GOLD | wrong]}).pairs[0])
    assert {key for key, (right, _, _) in counts.items() if not right} == {name}


def test_nothing_to_be_found_and_nothing_found_count_as_nothing() -> None:
    counts = fields(*judged(ROW | {"decisions": [GOLD | {"deadline": None, "addressed_to": []}]}).pairs[0])
    assert (counts["deadline"], counts["addressees"]) == ((0, 1, 0), (0, 1, 0))
    decision, gold = judged(ROW).pairs[0]
    bare = replace(decision, deadline=None, addressed_to=(), issued_by="", issuer_post="")
    without = fields(bare, gold | {"issued_by": [], "issuer_post": None})
    assert (without["deadline"], without["issuer"]) == ((0, 0, 1), (0, 0, 0))


def test_each_gold_decision_is_found_once() -> None:
    decision = judged(ROW).found[0]
    twice = judge(ROW, passages_of(ROW, None), [decision, replace(decision, id="other")])
    assert (len(twice.found), len(twice.pairs)) == (2, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tokayev", "Kassym-Jomart Tokayev", True),
        ("Ministry of Energy", "the Ministry of Energy", True),
        ("Ministry of Energy", "Ministry of Justice", False),
        ("Minister of Energy", "Ministry of Energy", False),
        ("", "Government", False),
    ],
)
def test_names_agree_by_their_words(one: str, other: str, same: bool) -> None:
    assert same_name(one, other, Language.EN) is same


def test_names_agree_in_other_cases() -> None:
    assert same_name("Министерство энергетики", "Министерству энергетики", Language.RU)
    assert not same_name("Министерство сельского хозяйства", "министерство водного хозяйства", Language.RU)
    assert count_names(["Government", "Government"], ["Government", "Senate"], Language.EN) == (1, 2, 2)


def test_a_report_counts_by_language_and_lists_what_went_wrong(tmp_path: Path) -> None:
    missed = ROW | {"id": "two", "text": "Nothing here.", "style": "speech"}
    extra = ROW | {"id": "three", "decisions": []}
    result = measured(tmp_path, ROW, missed, extra)
    assert result.exit_code == 0, result.output
    data = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    groups = {(group["by"], group["name"]): group for group in data["groups"]}
    assert list(groups) == [("all", "all"), ("language", "en"), ("style", "news"), ("style", "speech")]
    found = groups["all", "all"]["figures"]["decisions"]
    assert (found["right"], found["found"], found["gold"]) == (1, 2, 2)
    assert (found["precision"]["value"], found["recall"]["value"], found["F1"]["value"]) == (0.5, 0.5, 0.5)
    assert groups["all", "all"]["figures"]["quote verbatim"]["F1"]["value"] == 1.0
    assert groups["all", "all"]["figures"]["deadline"]["F1"]["value"] == 1.0
    texts = {text["id"]: text for text in data["texts"]}
    assert (len(texts["two"]["missed"]), len(texts["three"]["extra"])) == (1, 1)
    assert result.stdout.splitlines()[0].split() == ["F1", "all", "en"]
    page = (tmp_path / "report" / "report.md").read_text(encoding="utf-8")
    assert "## Missed (1)" in page
    assert "## Found and no decision (1)" in page


def test_what_the_gold_does_not_know_may_be_null(tmp_path: Path) -> None:
    unknown = dict.fromkeys(("issued_by", "issuer_post", "addressed_to", "action", "issued_on", "deadline"))
    result = measured(tmp_path, ROW | {"decisions": [GOLD | unknown]})
    assert result.exit_code == 0, result.output


def test_a_whole_document_is_read_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "order.txt").write_text(ROW["text"] + "\n", encoding="utf-8")
    row = {key: value for key, value in ROW.items() if key != "text"} | {"document": "order.txt"}
    assert [passage.text for passage in passages_of(row, tmp_path)] == [ROW["text"]]
    with pytest.raises(BadFileError, match="one is a whole document; name the folder it lies in with --documents DIR"):
        passages_of(row, None)
    with pytest.raises(BadFileError, match="cannot be read"):
        passages_of(row | {"document": "none.txt"}, tmp_path)


def test_gold_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    for row, reason in (
        ({"id": "x"}, "line 1: an object with id, language, event_date, decisions is expected"),
        ({key: value for key, value in ROW.items() if key != "text"}, "line 1: neither text nor document"),
        (ROW | {"decisions": [{"quote": "x"}]}, "line 1: each decision needs quote, kind"),
        (ROW | {"language": "de"}, "line 1: language must be kk, ru or en, not 'de'"),
        (ROW | {"event_date": "8.9.2025"}, "line 1: event_date must be a day, YYYY-MM-DD, not '8.9.2025'"),
        (ROW | {"event_date": None}, "line 1: event_date must be a day"),
        (ROW | {"decisions": [GOLD | {"issued_by": "Tokayev"}]}, "line 1: issued_by and addressed_to must be lists"),
    ):
        result = measured(tmp_path, row)
        assert result.exit_code == 2
        assert reason in result.stderr
    assert measured(tmp_path, ROW, more=("--split", "dev")).exit_code == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(BadFileError, match=r"has no \*.jsonl"):
        read_gold(empty)


def test_the_gold_of_the_project_stands_in_its_texts() -> None:
    """Every quote and deadline verbatim, days as ISO dates, at least 120 texts a language, one whole corpus."""
    folder = Path(__file__).parent.parent
    rows = read_gold(folder / "eval" / "decisions")
    assert len({row["id"] for row in rows}) == len(rows)
    for language in Language:
        assert sum(row["language"] == language and "text" in row for row in rows) >= 120
    documents = {row["document"] for row in rows if "document" in row}
    assert documents == {
        path.relative_to(folder / "corpus" / "documents").as_posix()
        for path in (folder / "corpus" / "documents").rglob("ru.md")
    }
    for row in rows:
        text = "\n".join(passage.text for passage in passages_of(row, folder / "corpus" / "documents"))
        date.fromisoformat(row["event_date"])
        for gold in row["decisions"]:
            assert gold["quote"] in text, row["id"]
            assert (gold["deadline_text"] or "") in text, row["id"]
            for day in filter(None, (gold["deadline"], gold["issued_on"])):
                date.fromisoformat(day)
