"""`python -m eval`: answers and rankings for evaluators, in order, with bad rows told and the rest done."""

import json
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import DOCUMENTS
from typer.testing import CliRunner, Result

from assistant.answer import Turn
from assistant.prompts import say
from assistant.understand import QuestionError
from corpus.passage import Language
from eval.__main__ import app
from eval.answer import turns
from eval.jsonl import BadFileError, read_rows, to_line
from eval.rankings import SEARCHES
from index.build import build
from index.embed import DEFAULT, Embedder
from index.open import open_index

FIELDS = {"id", "question", "language", "answer", "abstention", "citations", "model", "seconds"}
CITATION_FIELDS = {"number", "document", "title", "date", "language", "passage", "quote"}
SIGNED = "When was the law on artificial intelligence signed?"
PASSAGES = [
    {"id": "en:law", "lang": "en", "text": "The law on artificial intelligence has 31 articles."},
    {"id": "en:cloud", "lang": "en", "text": "The Alem.Cloud supercomputer was launched in July 2025."},
    {"id": "ru:law", "lang": "ru", "text": "В законе об искусственном интеллекте 31 статья."},
    {
        "id": "ru:cloud",
        "lang": "ru",
        "text": "Суперкомпьютер Alem.Cloud запущен в июле 2025 года.",
        "title": "Alem.Cloud",
    },
    {"id": "kk:law", "lang": "kk", "text": "Жасанды интеллект туралы заңда 31 бап бар."},
    {"id": 7, "lang": "kk", "text": "Alem.Cloud суперкомпьютері 2025 жылғы шілдеде іске қосылды."},
]
NAMED = ("fused", "dense", "lexical", "no-carried-words", "no-distinctiveness")
QUESTIONS = [
    {"id": "1", "lang": "en", "question": "How many articles are in the AI law?", "relevant": ["en:law", "ru:law"]},
    {"id": "2", "lang": "ru", "question": "Когда запустили суперкомпьютер Alem.Cloud?", "relevant": ["ru:cloud"]},
    {"id": "3", "lang": "kk", "question": "Суперкомпьютер қашан іске қосылды?", "relevant": [7]},
]


@pytest.fixture(scope="module", autouse=True)
def _opened_once(embedder: Embedder) -> Iterator[None]:
    """Open the model and the index once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.open.open_index", cache(open_index))
        patch.setattr("eval.ready.open_embedder", lambda name: embedder)
        yield


@pytest.fixture(scope="module")
def index(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four documents indexed with the embedded model."""
    root = tmp_path_factory.mktemp("documents")
    for name, text in DOCUMENTS.items():
        (root / name).write_text(text, encoding="utf-8")
    folder = tmp_path_factory.mktemp("eval") / "index"
    build([root], folder, embedder)
    return folder


def write(path: Path, rows: Sequence[object]) -> Path:
    """Write `rows` as JSONL; strings are written as they are."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, Any]]:
    """Read JSONL."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def run(*arguments: object) -> Result:
    """Run a command of the room."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def answer(index: Path, folder: Path, rows: Sequence[object]) -> tuple[Result, list[dict[str, Any]]]:
    """Have `rows` answered; return the result and the rows written."""
    questions, out = write(folder / "questions.jsonl", rows), folder / "answers.jsonl"
    result = run("answer", "--index", index, "--questions", questions, "--out", out)
    return result, read(out) if out.exists() else []


def test_answers_have_the_fields_of_the_contract_in_the_order_of_the_questions(index: Path, tmp_path: Path) -> None:
    asked = [
        {"id": "b", "question": SIGNED, "note": "ignored"},
        {"id": "a", "question": "Как сварить борщ?"},
        {"id": 3, "question": "Қазақстан ЖИ-ге  дайындық индексінде нешінші орын алды?"},
    ]
    result, rows = answer(index, tmp_path, asked)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "answering: 3 of 3" in result.stderr
    assert [(row["id"], row["question"]) for row in rows] == [(row["id"], row["question"]) for row in asked]
    assert all(row.keys() >= FIELDS for row in rows)
    assert [row["language"] for row in rows] == ["en", "ru", "kk"]
    assert [row["abstention"] for row in rows] == [None, "weak_evidence", None]
    assert [bool(row["citations"]) for row in rows] == [True, False, True]
    citation = rows[0]["citations"][0]
    assert citation.keys() >= CITATION_FIELDS
    assert (citation["number"], citation["document"], citation["title"]) == (1, "law.en.md", "The AI law")
    assert (citation["date"], citation["language"]) == ("2025-11-17", "en")
    assert citation["quote"] == "The law on artificial intelligence was signed on 17 November 2025."
    assert citation["quote"] in citation["passage"]
    assert citation["passage"] in DOCUMENTS["law.en.md"]


HISTORIES = {
    "questions": [SIGNED],
    "pairs": [[SIGNED, "On 17 November 2025."]],
    "pairs with null": [[SIGNED, None]],
    "objects": [{"question": SIGNED, "answer": "On 17 November 2025."}],
    "objects without answers": [{"question": SIGNED}],
    "messages": [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": SIGNED},
        {"role": "assistant", "content": "On 17 November 2025."},
    ],
}


@pytest.mark.parametrize("form", HISTORIES)
def test_a_history_is_accepted_in_each_form(index: Path, tmp_path: Path, form: str) -> None:
    row = {"id": "1", "question": "and in 2024?", "history": HISTORIES[form]}
    result, [answered] = answer(index, tmp_path, [row])
    assert result.exit_code == 0
    assert answered["standalone"] == f"{SIGNED[:-1]} in 2024?"


@pytest.mark.parametrize("history", [None, []])
def test_no_history_is_none(history: object) -> None:
    assert turns(history) == []


def test_answers_in_a_history_belong_to_their_questions() -> None:
    expected = [Turn("A?", "a"), Turn("B?", "b")]
    assert turns([["A?", "a"], ["B?", "b"]]) == expected
    assert turns([{"question": "A?", "answer": "a"}, {"question": "B?", "answer": "b"}]) == expected
    users = [{"role": "user", "content": "A?"}, {"role": "user", "content": "B?"}]
    assert turns([users[0], {"role": "assistant", "content": "a"}, users[1]]) == [Turn("A?", "a"), Turn("B?")]


@pytest.mark.parametrize("history", ["A?", 7, {"question": "A?"}, [7], [["A?"]], [{"asked": "A?"}]])
def test_a_history_of_another_form_is_an_error(history: object) -> None:
    with pytest.raises(QuestionError) as caught:
        turns(history)
    assert caught.value.key == "question.history"


def test_a_bad_question_is_told_and_the_rest_answered(index: Path, tmp_path: Path) -> None:
    asked: list[dict[str, Any]] = [
        {"id": "empty", "question": " ?! "},
        {"id": "long", "question": "Когда? " * 1000},
        {"id": "no text", "question": None},
        {"id": "history", "question": "а когда?", "history": "before"},
        {"id": "half", "question": "When was \ud83d the law signed?"},
        {"id": "good", "question": SIGNED},
    ]
    result, rows = answer(index, tmp_path, [json.dumps(row) for row in asked])
    assert result.exit_code == 1
    assert '4 questions could not be taken; see their "error"' in result.stderr
    assert [row["id"] for row in rows] == [row["id"] for row in asked]
    assert [row["question"] for row in rows[:4]] == [row["question"] for row in asked[:4]]
    assert all(row.keys() >= FIELDS for row in rows)
    errors = ["question.empty", "question.too_long", "question.empty", "question.history", None, None]
    assert [row.get("error") for row in rows] == errors
    assert [row["language"] for row in rows] == ["en", "ru", "en", "ru", "en", "en"]
    assert rows[1]["answer"] == say(Language.RU, "errors", "question.too_long", limit=2000, length=7000)
    assert all(row["citations"] == [] and row["abstention"] is None for row in rows[:4])
    assert rows[5]["citations"][0]["number"] == 1


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"id": "1", "question": "A?"}, "{not json"], "questions.jsonl, line 2: not valid JSON"),
        (["", {"id": "1"}], "questions.jsonl, line 2: an object with id, question is expected"),
        (["[1]"], "questions.jsonl, line 1: an object with id, question is expected"),
        (["[" * 100_000], "questions.jsonl, line 1: not valid JSON"),
    ],
)
def test_a_bad_file_is_named_with_its_line(index: Path, tmp_path: Path, rows: list[object], said: str) -> None:
    result, written = answer(index, tmp_path, rows)
    assert (result.exit_code, result.stdout, written) == (2, "", [])
    assert said in result.stderr


def test_files_that_are_not_there_or_not_text(index: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run("answer", "--index", index, "--questions", tmp_path / "none.jsonl", "--out", out)
    assert result.exit_code == 2
    assert "none.jsonl cannot be read" in result.stderr
    (tmp_path / "cp1251.jsonl").write_bytes('{"id": "1", "question": "Когда?"}'.encode("cp1251"))
    result = run("answer", "--index", index, "--questions", tmp_path / "cp1251.jsonl", "--out", out)
    assert result.exit_code == 2
    assert "give a JSONL file in UTF-8" in result.stderr


def test_an_index_that_is_not_there(tmp_path: Path) -> None:
    result, _ = answer(tmp_path / "none", tmp_path, [{"id": "1", "question": "A?"}])
    assert result.exit_code == 1
    assert f"build it: python -m index build --documents DIR --out {tmp_path / 'none'}" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["answer"], ["run"], ["retrieve"], ["retrieve", "--depth", "0"], ["retrieval"], ["compare"], ["judge"], []],
)
def test_wrong_usage(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("command", ["answer", "run", "compare", "retrieve", "retrieval"])
def test_help_names_the_options(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert {"retrieval": "--set", "compare": "--report"}.get(command, "--questions") in result.stdout


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": 1}\r\n\r\n{"id": 2}\r\n')
    assert read_rows(path, ("id",)) == [{"id": 1}, {"id": 2}]


def test_rows_are_written_as_they_can_be() -> None:
    assert to_line({"text": "Қазақстан\n\u2028"}) == '{"text": "Қазақстан\\n\u2028"}\n'
    assert to_line({"text": "\ud83d"}) == '{"text": "?"}\n'


def retrieve(folder: Path, passages: Sequence[object], questions: Sequence[object], *more: object) -> Result:
    """Have `questions` retrieved from `passages`, with everything in `folder`."""
    return run(
        "retrieve",
        "--passages",
        write(folder / "passages.jsonl", passages),
        "--questions",
        write(folder / "questions.jsonl", questions),
        "--out",
        folder / "hits.jsonl",
        "--cache",
        folder / "cache",
        *more,
    )


def test_passages_are_ranked_by_their_ids_as_given(tmp_path: Path) -> None:
    result = retrieve(tmp_path, PASSAGES, QUESTIONS, "--depth", 3)
    rows = read(tmp_path / "hits.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    # The three passages on what is asked come before the three on the other matter, in whatever language.
    law, cloud = {"en:law", "ru:law", "kk:law"}, {"en:cloud", "ru:cloud", 7}
    assert [set(row["hits"]) for row in rows] == [law, cloud, cloud]


def test_depth_is_ten_unless_told_and_no_passage_comes_twice(tmp_path: Path) -> None:
    many = [{"id": f"p{at}", "lang": "en", "text": f"Article {at} of the law."} for at in range(12)]
    question = [{"id": "1", "question": "Which article of the law?"}]
    retrieve(tmp_path, many, question)
    assert len(set(read(tmp_path / "hits.jsonl")[0]["hits"])) == 10
    retrieve(tmp_path, many, question, "--depth", 100)
    assert sorted(read(tmp_path / "hits.jsonl")[0]["hits"]) == sorted(row["id"] for row in many)


def test_a_second_run_embeds_nothing_again_wherever_the_file_lies(tmp_path: Path) -> None:
    first = retrieve(tmp_path, PASSAGES, QUESTIONS)
    assert "embedding: " in first.stderr
    hits = (tmp_path / "hits.jsonl").read_bytes()
    second = retrieve(tmp_path, PASSAGES, QUESTIONS)
    assert "embedding: " not in second.stderr
    assert (tmp_path / "hits.jsonl").read_bytes() == hits
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "cache").rename(elsewhere / "cache")
    assert "embedding: " not in retrieve(elsewhere, PASSAGES, QUESTIONS).stderr
    changed = retrieve(elsewhere, [*PASSAGES[:-1], {"id": "new", "lang": "kk", "text": "Жаңа мәтін."}], QUESTIONS)
    assert "embedding: " in changed.stderr


def test_a_question_that_cannot_be_taken_has_no_hits_and_the_rest_are_ranked(tmp_path: Path) -> None:
    result = retrieve(tmp_path, PASSAGES, [{"id": "bad", "question": "?"}, QUESTIONS[0]])
    rows = read(tmp_path / "hits.jsonl")
    assert result.exit_code == 1
    assert '1 questions could not be taken; see their "error"' in result.stderr
    assert rows[0] == {"id": "bad", "hits": [], "error": "question.empty"}
    assert set(rows[1]["hits"][:3]) == {"en:law", "ru:law", "kk:law"}


def test_a_long_question_is_searched_by_its_beginning(tmp_path: Path) -> None:
    result = retrieve(tmp_path, PASSAGES, [{"id": "1", "question": "Сколько статей в законе? " * 200}])
    assert result.exit_code == 0
    assert len(read(tmp_path / "hits.jsonl")[0]["hits"]) == len(PASSAGES)


@pytest.mark.parametrize(
    ("passages", "said"),
    [
        (["", {"id": "a", "text": "A."}, {"id": "b"}], "passages.jsonl, line 3: an object with id, text is expected"),
        ([{"id": "a", "text": " "}], "passages.jsonl, line 1: the passage has no text"),
        ([{"id": "a", "text": 5}], "passages.jsonl, line 1: the passage has no text"),
        ([{"id": "a", "text": "A."}, {"id": "a", "text": "B."}], "passages.jsonl, line 2: the id 'a' stands twice"),
        ([{"id": None, "text": "A."}], "passages.jsonl, line 1: the id None stands twice or is no id"),
        (["{"], "passages.jsonl, line 1: not valid JSON"),
    ],
)
def test_a_bad_passage_is_named_with_its_line(tmp_path: Path, passages: list[object], said: str) -> None:
    result = retrieve(tmp_path, passages, QUESTIONS)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "hits.jsonl").exists()


def test_passages_without_a_letter_are_no_text_at_all(tmp_path: Path) -> None:
    result = retrieve(tmp_path, [{"id": "a", "lang": "en", "text": "—"}], QUESTIONS)
    assert result.exit_code == 1
    assert "no document could be read" in result.stderr


def compare(folder: Path, questions: Sequence[object]) -> Result:
    """Compare the rankings on a set in `folder`."""
    write(folder / "passages.jsonl", PASSAGES)
    write(folder / "questions.jsonl", questions)
    return run("retrieval", "--set", folder, "--report", folder / "report", "--cache", folder / "cache")


def scores(result: Result) -> dict[tuple[str, str], list[str]]:
    """The printed measures by pair and search."""
    return {(line.split()[0], line.split()[2]): line.split()[3:] for line in result.stdout.splitlines()[1:]}


def test_searches_are_compared_on_every_pair_of_languages(tmp_path: Path) -> None:
    result = compare(tmp_path, QUESTIONS)
    assert result.exit_code == 0, result.output
    measures = ["hit@1", "hit@5", "hit@10", "recall@5", "recall@10", "nDCG@10", "MRR@10"]
    assert result.stdout.splitlines()[0].split() == ["pair", "questions", "search", *measures]
    # Question 1 has a relevant passage in two languages, the others in one; each also in the index of all.
    pairs = ["en->en", "en->ru", "en->all", "kk->kk", "kk->all", "ru->ru", "ru->all"]
    assert [*scores(result)] == [(pair, search) for pair in pairs for search in NAMED]
    assert scores(result)["en->en", "fused"] == ["1.000"] * 7
    assert scores(result)["kk->kk", "lexical"] == ["1.000"] * 7
    assert "searching: 35 of 35" in result.stderr
    report = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    first = report["pairs"][0]
    assert (first["asked"], first["searched"], first["search"], first["questions"]) == ("en", "en", "fused", ["1"])
    assert first["figures"]["MRR@10"]["value"] == 1.0
    assert first["figures"]["MRR@10"]["values"] == [1.0]
    page = ET.fromstring(
        (tmp_path / "report" / "report.html").read_text(encoding="utf-8").removeprefix("<!DOCTYPE html>")
    )
    assert len(list(page.iter("table"))) == 2
    assert [chart.get("aria-label") for chart in page.iter("svg")] == [f"nDCG@10, {pair}" for pair in pairs]
    assert "| en-\\>en | 1 | fused | 1.000 |" in (tmp_path / "report" / "report.md").read_text(encoding="utf-8")


def test_means_are_over_the_questions_that_have_something_to_find(tmp_path: Path) -> None:
    found = {"id": "1", "lang": "en", "question": "How many articles are in the AI law?", "relevant": ["en:law"]}
    missed = found | {"id": "2", "relevant": ["en:cloud"]}
    none = found | {"id": "3", "relevant": ["somewhere else"]}
    result = compare(tmp_path, [found, missed, none])
    # Of two English passages "en:law" comes first for both:
    # hit@1 (1 + 0) / 2, nDCG (1 + 1/log2(3)) / 2, MRR (1 + 1/2) / 2.
    assert scores(result)["en->en", "fused"] == ["0.500", "1.000", "1.000", "1.000", "1.000", "0.815", "0.750"]
    assert result.stdout.splitlines()[1].split()[1] == "2"


def test_a_search_that_differs_is_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.rankings.SEARCHES", SEARCHES | {"none": lambda index, query, only: []})
    asked = {"lang": "en", "question": "How many articles are in the AI law?", "relevant": ["en:law"]}
    result = compare(tmp_path, [asked | {"id": str(at)} for at in range(3)])
    assert scores(result)["en->en", "none"] == ["0.000*"] * 7
    assert scores(result)["en->en", "dense"] == ["1.000"] * 7


def test_what_one_search_finds_better_than_another_is_said(tmp_path: Path) -> None:
    """Over all pairs a question counts once, by the mean of its pairs."""
    asked = {"lang": "en", "question": "How many articles are in the AI law?"}
    for folder, ids in {"missed": ["en:cloud"], "found": ["en:law"]}.items():
        (tmp_path / folder).mkdir()
        rows = [asked | {"id": str(at), "relevant": ids} for at in range(6)]
        assert compare(tmp_path / folder, [*rows, asked | {"id": "same", "relevant": ["en:law"]}]).exit_code == 0
    result = run("compare", tmp_path / "missed" / "report", tmp_path / "found" / "report")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    at = lines.index("fused: MRR@10")
    rows = {line.split()[0]: line.split()[1:] for line in lines[at + 2 : at + 5]}
    # The law is first of the English, and for six of seven the cloud, second, is to be found: (6 * 1/2 + 1) / 7, and 1.
    assert rows["en->en"][:4] == ["7", "0.571", "1.000", "+0.429"]
    # Among all the cloud is the sixth: (6 * 1/6 + 1) / 7; over both pairs the mean of the two.
    assert rows["en->all"][:4] == ["7", "0.286", "1.000", "+0.714"]
    assert rows["all"][:4] == ["7", "0.429", "1.000", "+0.571"]
    assert {row[-1] for row in rows.values()} == {"better"}
    same = run("compare", tmp_path / "found" / "report", tmp_path / "found" / "report" / "report.json")
    assert " better" not in same.stdout
    assert "no difference shown" in same.stdout


def test_reports_of_other_questions_or_of_two_kinds_are_not_compared(tmp_path: Path) -> None:
    for folder, question in {"one": QUESTIONS[0], "other": QUESTIONS[0] | {"id": "another"}}.items():
        (tmp_path / folder).mkdir()
        compare(tmp_path / folder, [question])
    result = run("compare", tmp_path / "one" / "report", tmp_path / "other" / "report")
    assert result.exit_code == 2
    assert "the two reports share no question" in result.stderr
    (tmp_path / "run.json").write_text('{"kind": "run", "format": 1}', encoding="utf-8")
    result = run("compare", tmp_path / "one" / "report", tmp_path / "run.json")
    assert result.exit_code == 2
    assert "is the report of a retrieval" in result.stderr
    assert "run.json of a run; give two alike" in result.stderr


def test_a_language_that_is_none_of_the_three_is_named(tmp_path: Path) -> None:
    result = compare(tmp_path, [QUESTIONS[0] | {"lang": "de"}])
    assert result.exit_code == 2
    assert "lang must be kk, ru or en, not de" in result.stderr


def test_a_question_that_cannot_be_taken_finds_nothing(tmp_path: Path) -> None:
    result = compare(tmp_path, [QUESTIONS[0], QUESTIONS[0] | {"id": "bad", "question": "?"}])
    assert result.exit_code == 0
    assert scores(result)["en->en", "fused"] == ["0.500"] * 7


def test_a_set_without_passages_has_nothing_to_search(tmp_path: Path) -> None:
    row = {"id": "1", "language": "en", "question": "A?", "answerable": False}
    result = run("retrieval", "--set", write(tmp_path / "q.jsonl", [row]), "--report", tmp_path / "report")
    assert result.exit_code == 2
    assert "brings no passages; give a folder with passages.jsonl, a SQuAD *.json, or name the index" in result.stderr


def test_a_library_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("eval.rankings", "eval.metrics"):
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "ir_measures", None)
    result = compare(tmp_path, QUESTIONS)
    assert result.exit_code == 1
    assert "ir_measures is not installed; run: pip install -r requirements-eval.txt" in result.stderr


SQUAD = {
    "data": [
        {
            "title": "Law",
            "paragraphs": [
                {
                    "context": "The law on artificial intelligence has 31 articles.",
                    "qas": [{"id": "a", "question": "How many articles has the law?", "answers": [{"text": "31"}]}],
                },
                {
                    "context": "The supercomputer was launched in July 2025.",
                    "qas": [
                        {"id": "b", "question": "When was the supercomputer launched?", "answers": [{"text": "July"}]}
                    ],
                },
            ],
        }
    ]
}


def test_a_squad_file_is_searched_and_answered_by_one_command_each(tmp_path: Path) -> None:
    squad = tmp_path / "squad.json"
    squad.write_text(json.dumps(SQUAD), encoding="utf-8")
    cache = ("--cache", tmp_path / "cache", "--report", tmp_path / "report")
    result = run("retrieval", "--set", squad, *cache)
    assert scores(result) == {("en->en", search): ["1.000"] * 7 for search in NAMED}
    result = run("run", "--questions", squad, *cache)
    assert result.exit_code == 0, result.output
    lines = {line[:22].strip(): line.split()[-2] for line in result.stdout.splitlines()[2:]}
    assert (lines["answer accuracy"], lines["evidence recall@1"]) == ("1.000", "1.000")


def test_ready_passages_are_answered_from_without_an_index(tmp_path: Path) -> None:
    write(tmp_path / "passages.jsonl", PASSAGES)
    write(tmp_path / "questions.jsonl", [row | {"answers": ["31", "2025"]} for row in QUESTIONS])
    result = run("run", "--questions", tmp_path, "--report", tmp_path / "report", "--cache", tmp_path / "cache")
    assert result.exit_code == 0, result.output
    data = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    assert [row["scores"]["good"] for row in data["questions"]] == [[1, 1]] * 3
    assert [row["scores"]["evidence_5"] for row in data["questions"]] == [[1, 1]] * 3


def test_the_default_model_is_the_embedded_one(embedder: Embedder) -> None:
    assert embedder.name == DEFAULT


def test_reading_raises_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="line 1: an object with id, question is expected"):
        read_rows(write(tmp_path / "rows.jsonl", [{"id": 1}]), ("id", "question"))
