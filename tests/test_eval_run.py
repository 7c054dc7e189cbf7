"""Whole runs on four documents with the toy embedder: isolation of errors, language pairs, reports, comparison."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from toy import ToyEmbedder
from typer.testing import CliRunner, Result

from assistant.pipeline import Assistant
from corpus.passage import Language
from eval.__main__ import app
from eval.cases import Case, Gold
from eval.judge import MEASURES
from eval.page import Cell, Page, Section, Table
from eval.render import html, markdown, plain_table
from eval.run import Remembering, run
from index.search import PassageIndex

HOSTILE = '<script>alert("1")</script> | **bold** [link](http://example.org) & more'
ROWS: list[dict[str, Any]] = [
    {
        "id": "law-en",
        "language": "en",
        "type": "figure",
        "style": "plain",
        "question": "How many articles does the law have?",
        "answerable": True,
        "must_contain": [["31 articles", "31 стат"]],
        "evidence": [
            {"document": "law.en.md", "quote": "The law has 31 articles."},
            {"document": "law.ru.md", "quote": "В законе 31 статья."},
        ],
    },
    {
        "id": "wrong",
        "language": "ru",
        "type": "date",
        "style": "plain",
        "question": "Когда подписан закон об искусственном интеллекте?",
        "answerable": True,
        "must_contain": [["1999"]],
        "evidence": [{"document": "law.ru.md", "quote": "подписан 17 ноября 2025 года"}],
    },
    {"id": "off", "language": "en", "type": "off-topic", "style": "plain", "question": HOSTILE, "answerable": False},
]


@pytest.fixture
def measured(toy_index: PassageIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line on ROWS, or others, over the four documents; the report is in tmp_path / name."""
    monkeypatch.setattr("eval.measure.open_index", lambda folder: toy_index)

    def measure(name: str = "report", rows: list[dict[str, Any]] = ROWS, *more: str) -> Result:  # noqa: B006
        questions = tmp_path / "questions.jsonl"
        questions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        arguments = ["run", "--index", "x", "--questions", str(questions), "--report", str(tmp_path / name), *more]
        return CliRunner().invoke(app, arguments)

    return measure


def report_in(folder: Path) -> dict[str, Any]:
    """Read report.json."""
    data: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return data


def test_a_run_writes_three_reports_and_prints_the_main_table(measured: Callable[..., Result], tmp_path: Path) -> None:
    result = measured()
    assert result.exit_code == 0, result.output
    head, questions, accuracy, *_ = result.stdout.splitlines()
    assert head.split() == ["measure", "all", "en", "ru"]
    assert questions.split() == ["questions", "3", "2", "1"]
    assert accuracy.split()[:3] == ["answer", "accuracy", "0.500"]
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == ["report.html", "report.json", "report.md"]
    assert "answering: 3 of 3" in result.stderr


def test_the_data_holds_every_figure_and_every_question(measured: Callable[..., Result], tmp_path: Path) -> None:
    measured()
    data = report_in(tmp_path / "report")
    groups = {(group["by"], group["name"]): group for group in data["groups"]}
    assert [*groups] == [
        ("all", "all"),
        *(("language", name) for name in ("en", "ru")),
        *(("type", name) for name in ("date", "figure", "off-topic")),
        ("style", "plain"),
    ]
    assert groups["language", "en"]["figures"]["right"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert groups["language", "ru"]["figures"]["wrong"]["value"] == 1.0
    assert groups["all", "all"]["figures"]["evidence_5"]["value"] == 1.0
    assert groups["all", "all"]["figures"]["verbatim"]["value"] == 1.0
    assert groups["type", "off-topic"]["figures"]["right"]["value"] is None
    assert groups["all", "all"]["seconds_p50"] <= groups["all", "all"]["seconds_p95"]
    law, wrong, off = data["questions"]
    assert (law["id"], law["scores"]["good"], wrong["scores"]["good"]) == ("law-en", [1, 1], [0, 1])
    assert law["citations"][0]["quote"] == "The law has 31 articles."
    assert any(hit["gold"] for hit in law["hits"])
    assert off["question"] == HOSTILE
    # Evidence is known in English and Russian for the one, in Russian for the other.
    assert {row["id"]: sorted(row["pairs"]) for row in data["questions"]} == {
        "law-en": ["en", "ru"],
        "wrong": ["ru"],
        "off": [],
    }
    pairs = [(pair["asked"], pair["searched"], pair["questions"]) for pair in data["pairs"]]
    assert pairs == [("ru", "ru", 1), ("en", "ru", 1), ("en", "en", 1)]
    assert data["selective"]["curve"][-1][0] == 1.0
    assert data["selective"]["curve"][-1][1] == pytest.approx(2 / 3)  # answering everything, one of three is right


def test_the_cross_encoder_can_be_left_out(
    measured: Callable[..., Result], tmp_path: Path, readings: list[str]
) -> None:
    for name, more in {"without": ["--no-cross-encoder"], "with": []}.items():
        assert measured(name, ROWS, *more).exit_code == 0
        assert bool(readings) == (name == "with")
    assert [report_in(tmp_path / name)["facts"]["cross-encoder"] for name in ("without", "with")] == ["no", "yes"]


def test_the_page_is_well_formed_and_holds_its_tables_and_charts(
    measured: Callable[..., Result], tmp_path: Path
) -> None:
    measured()
    text = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    page = ET.fromstring(text.replace("<!DOCTYPE html>", ""))
    captions = ["".join(caption.itertext()) for caption in page.iter("caption")]
    assert captions == [
        *("All questions and by language", "Figures by type", "Figures by style", "Less is better"),
        *("Answer accuracy", "Evidence recall@5", "Abstention"),
    ]
    main = next(page.iter("table"))
    assert [row[0].text for row in main.iter("tr")][2:-2] == [measure.title for measure in MEASURES]
    charts = [chart.get("aria-label") for chart in page.iter("svg")]
    assert charts == [
        "Right or honestly silent, by language and type",
        "Risk against coverage: risk: share of them wrong against coverage: share of questions answered",
        "Reliability of confidence: share of answers right against confidence, mean of the bin",
    ]
    failures = [summary.text for summary in page.iter("summary")]
    assert "wrong: Когда подписан закон об искусственном интеллекте?" in failures
    assert not any(failure and failure.startswith("law-en") for failure in failures)


def test_the_page_needs_nothing_from_elsewhere(measured: Callable[..., Result], tmp_path: Path) -> None:
    measured()
    text = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"<(?:script|link|img|iframe)\b|\bsrc=|\bhref=|@import|url\(", text)


def test_texts_from_questions_are_escaped(measured: Callable[..., Result], tmp_path: Path) -> None:
    measured("report", [ROWS[0] | {"question": HOSTILE, "type": HOSTILE, "must_contain": [[HOSTILE]]}])
    text = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "<script>" not in text
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;" in text
    assert "<script>" not in (written := (tmp_path / "report" / "report.md").read_text(encoding="utf-8"))
    assert r"\<script\>alert(" in written
    assert r"\| \*\*bold\*\* \[link\](http://example.org) \& more" in written


def test_tables_are_written_alike_everywhere() -> None:
    table = Table("Shares", ("name", "share"), ((Cell("a"), Cell("0.5", "0.4–0.6", 0.5)), (Cell("bb"), Cell("–"))))
    page = Page("Title", (("day", "today"),), (Section("One", tables=(table,)),))
    assert plain_table(table) == "name        share\na     0.5 0.4–0.6\nbb              –"
    assert "| name | share |\n|---|---|\n| a | 0.5 (0.4–0.6) |\n| bb | – |\n" in markdown(page)
    assert 'rgba(var(--heat), 0.30)">0.5<span class="note">0.4–0.6</span>' in html(page)


def test_a_question_that_raises_counts_as_nothing_is_listed_and_stops_nothing(
    measured: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Assistant.ask

    def fail(self: Assistant, question: str, *more: Any) -> Any:
        if "articles" in question:
            raise ZeroDivisionError("division by <zero>")
        return ask(self, question, *more)

    monkeypatch.setattr(Assistant, "ask", fail)
    result = measured("report", [*ROWS, {**ROWS[2], "id": "empty", "question": " ?! "}])
    assert result.exit_code == 0
    data = report_in(tmp_path / "report")
    assert data["facts"]["errors"] == "2"
    assert [row["error"] for row in data["questions"]] == [
        *("ZeroDivisionError: division by <zero>", "", "", "QuestionError: question.empty"),
    ]
    assert data["questions"][0]["scores"]["right"] == [0, 1]
    assert data["questions"][3]["scores"]["abstention_recall"] == [0, 1]
    everything = data["groups"][0]["figures"]
    assert (everything["errors"]["value"], everything["right"]["value"]) == (0.5, 0.0)
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "Errors (2)" in page
    assert "ZeroDivisionError: division by &lt;zero&gt;" in page


def test_only_a_split_or_the_first_so_many(measured: Callable[..., Result], tmp_path: Path) -> None:
    measured("report", [ROWS[0], ROWS[1] | {"split": "test"}], "--split", "test")
    assert [row["id"] for row in report_in(tmp_path / "report")["questions"]] == ["wrong"]
    measured("report", ROWS, "--limit", "2")
    assert [row["id"] for row in report_in(tmp_path / "report")["questions"]] == ["law-en", "wrong"]
    result = measured("report", ROWS, "--split", "none")
    assert result.exit_code == 2
    assert "has no question of the split 'none' to ask" in result.stderr


def test_questions_without_passages_need_an_index(tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(json.dumps(ROWS[0]), encoding="utf-8")
    result = CliRunner().invoke(app, ["run", "--questions", str(questions), "--report", str(tmp_path / "report")])
    assert result.exit_code == 2
    assert "brings no passages of its own; name the index to ask with --index DIR" in result.stderr


def test_what_would_have_been_answered_is_judged_where_it_abstained(
    toy_index: PassageIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.pipeline.confidence", lambda found: 0.2)
    known = Case("1", "How many articles does the law have?", Language.EN, Gold(True, (("31",),)))
    [outcome] = run(toy_index, [known], lambda done: None)
    assert outcome.answer is not None
    assert outcome.answer.abstention is not None
    assert outcome.scores["false_abstention"] == (1, 1)
    assert (outcome.confidence, outcome.right_if_answered) == (0.2, True)


def test_a_pair_of_languages_is_answered_from_documents_of_one(toy_index: PassageIndex) -> None:
    case = Case("1", "How many articles does the law have?", Language.EN, Gold(True, (("31 articles",),)))
    [outcome] = run(toy_index, [case], lambda done: None)
    assert {language.value: scores["right"] for language, scores in outcome.pairs.items()} == {
        "en": (1, 1),
        "ru": (0, 1),  # a Russian document says it in other words
        "kk": (0, 1),
    }


def test_confidence_is_less_where_nothing_answers(toy_index: PassageIndex) -> None:
    known = Case("1", "How many articles does the law have?", Language.EN, Gold(True, (("31",),)))
    # Nothing of it is in the documents, but there is always a nearest sentence.
    strange = Case("2", "Why do zebras sing opera?", Language.EN, Gold(False))
    first, second = run(toy_index, [known, strange], lambda done: None)
    assert (first.right_if_answered, second.right_if_answered) == (True, False)
    assert first.confidence > 0.8
    assert second.confidence < first.confidence - 0.2


def test_a_question_is_embedded_once() -> None:
    calls: list[str] = []

    class Counting(ToyEmbedder):
        def embed_questions(self, texts: Any) -> Any:
            calls.extend(texts)
            return super().embed_questions(texts)

    remembering = Remembering(Counting())
    first = remembering.embed_questions(["a law", "a digest"])
    again = remembering.embed_questions(["a digest", "a law"])
    assert calls == ["a law", "a digest"]
    assert (again[::-1] == first).all()
    assert (first == ToyEmbedder().embed_questions(["a law", "a digest"])).all()


def compared(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["compare", *map(str, arguments)])


def test_a_run_compared_with_itself_shows_no_difference(measured: Callable[..., Result], tmp_path: Path) -> None:
    measured()
    result = compared(tmp_path / "report", tmp_path / "report" / "report.json")
    assert result.exit_code == 0
    verdicts = [line for line in result.stdout.splitlines() if "+0.000" in line]
    assert len(verdicts) > 20
    assert all(re.search(r"\+0\.000  \+0\.000 to \+0\.000  1\.000  no difference shown$", line) for line in verdicts)


def test_what_got_worse_is_said_and_the_questions_that_changed_sides_are_listed(
    measured: Callable[..., Result], tmp_path: Path
) -> None:
    many = [ROWS[0] | {"id": str(at)} for at in range(6)]
    measured("before", many)
    measured("after", [row | {"must_contain": [["1999"]]} for row in many[:5]])
    result = compared(tmp_path / "before", tmp_path / "after", "--report", tmp_path / "change.md")
    line = next(line for line in result.stdout.splitlines() if line.startswith("answer accuracy"))
    assert line.split()[2:] == ["1.000", "0.000", "-1.000", "-1.000", "to", "-1.000", "0.002", "worse"]
    line = next(line for line in result.stdout.splitlines() if line.startswith("wrong, not abstained"))
    assert line.endswith("worse")
    written = (tmp_path / "change.md").read_text(encoding="utf-8")
    assert "5 questions; 1 are in A only, 0 in B only" in written
    assert "## Good in A only (5)" in written
    assert "## Good in B only (0)" in written
    assert "### 4: How many articles does the law have?" in written


def test_files_that_cannot_be_compared(measured: Callable[..., Result], tmp_path: Path) -> None:
    measured()
    measured("other", [ROWS[0] | {"question": "How many chapters?"}])
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    (tmp_path / "old.json").write_text('{"kind": "run"}', encoding="utf-8")
    for name, reason in {
        "none": "none cannot be read",
        "bad.json": "bad.json: not valid JSON",
        "list.json": "list.json is no report that can be compared; give the report of: python -m eval run",
        "old.json": "old.json was written by another version; make both reports anew",
        "other": "the two runs share no question",
    }.items():
        result = compared(tmp_path / "report", tmp_path / name)
        assert result.exit_code == 2, name
        assert reason in result.stderr
