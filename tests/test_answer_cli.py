"""`python -m assistant ask`: one question, a conversation, JSON, and what goes wrong."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from conftest import DOCUMENTS, ROOT
from typer.testing import CliRunner, Result

from assistant.__main__ import app
from assistant.prompts import say
from corpus.passage import Language
from index.build import build
from index.embed import Embedder
from index.open import open_index

FIELDS = {"question", "language", "answer", "abstention", "citations", "model", "seconds"}
CITATION_FIELDS = {"number", "document", "title", "date", "language", "passage", "quote"}
SIGNED = "When was the law on artificial intelligence signed?"


@pytest.fixture(scope="module")
def index(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four documents in a folder of laws, indexed with the embedded model."""
    root = tmp_path_factory.mktemp("documents")
    (root / "laws").mkdir()
    for name, text in DOCUMENTS.items():
        (root / "laws" / name).write_text(text, encoding="utf-8")
    folder = tmp_path_factory.mktemp("cli") / "index"
    build([root], folder, embedder)
    return folder


@pytest.fixture(scope="module", autouse=True)
def _opened_once() -> Iterator[None]:
    """Open the index once for all tests in this process; `test_as_a_program` opens it as users do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assistant.__main__.open_index", cache(open_index))
        yield


def ask(*arguments: str, typed: str | bytes | None = None) -> Result:
    """Run the command in this process, with `typed` on its standard input."""
    return CliRunner().invoke(app, ["ask", *arguments], input=typed)


def test_one_question(index: Path) -> None:
    result = ask(SIGNED, "--index", str(index))
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.split("\n")
    assert lines[0] == "The law on artificial intelligence was signed on 17 November 2025. (zan.kz, 2025-11-17) [1]"
    assert "[1] The AI law · zan.kz · 2025-11-17 · in English" in lines
    assert "    https://example.org/law" in lines


def test_the_cross_encoder_can_be_left_out(index: Path, readings: list[str]) -> None:
    without = ask(SIGNED, "--no-cross-encoder", "--index", str(index))
    assert (without.exit_code, readings) == (0, [])
    assert "signed on 17 November 2025" in without.stdout
    ask(SIGNED, "--index", str(index))
    assert readings


def test_as_a_program(index: Path) -> None:
    command = [sys.executable, "-m", "assistant", "ask", "Закон об ИИ когда подписан?", "--index", str(index)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(
        "Закон об искусственном интеллекте подписан 17 ноября 2025 года. (zan.kz, 17.11.2025) [1]"
    )


@pytest.mark.parametrize(
    ("question", "language", "quote"),
    [
        (SIGNED, "en", "The law on artificial intelligence was signed on 17 November 2025."),
        ("Когда подписан закон об ИИ?", "ru", "Закон об искусственном интеллекте подписан 17 ноября 2025 года."),
        (
            "Қазақстан ЖИ-ге дайындық индексінде нешінші орын алды?",
            "kk",
            "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды.",
        ),
    ],
)
def test_json_has_the_fields_of_the_contract(index: Path, question: str, language: str, quote: str) -> None:
    result = ask(question, "--json", "--index", str(index))
    row = json.loads(result.stdout)
    assert result.stdout.count("\n") == 1
    assert row.keys() >= FIELDS
    assert (row["question"], row["language"], row["abstention"], row["model"]) == (question, language, None, "")
    assert row["seconds"] >= 0
    first = row["citations"][0]
    assert first.keys() >= CITATION_FIELDS
    assert [citation["number"] for citation in row["citations"]] == list(range(1, len(row["citations"]) + 1))
    assert first["quote"] == quote
    assert first["quote"] in first["passage"]
    assert first["language"] == language
    assert first["document"].startswith("laws/")
    assert quote in row["answer"]


def test_a_date_is_iso_or_null(index: Path) -> None:
    row = json.loads(ask(SIGNED, "--json", "--index", str(index)).stdout)
    assert row["citations"][0]["date"] == "2025-11-17"
    row = json.loads(ask("Who chaired the Digital Headquarters in Astana?", "--json", "--index", str(index)).stdout)
    assert {citation["document"]: citation["date"] for citation in row["citations"]}["laws/note.txt"] is None


def test_an_abstention_in_json(index: Path) -> None:
    row = json.loads(ask("Как сварить борщ?", "--json", "--index", str(index)).stdout)
    assert (row["abstention"], row["citations"], row["language"]) == ("weak_evidence", [], "ru")
    assert "Как сварить борщ?" in row["answer"]


@pytest.mark.parametrize(
    ("question", "code", "said"),
    [
        ("What is the home address of Olzhas Bektenov?", "refused", "I neither look for personal data"),
        ("Сколько статей было в законе об ИИ на октябрь 2020 года?", "outside_period", "31.10.2020"),
        ("How many articles did the AI law have as of 1 October 2020?", "outside_period", "2020-10-01"),
        ("2020 жылғы қазандағы жағдай бойынша заңда неше бап болды?", "outside_period", "31.10.2020"),
    ],
)
def test_why_it_abstains(index: Path, question: str, code: str, said: str) -> None:
    row = json.loads(ask(question, "--json", "--index", str(index)).stdout)
    assert (row["abstention"], row["citations"]) == (code, [])
    assert said in row["answer"]


def test_a_question_as_of_a_day_is_answered_from_what_was_published_by_then(index: Path) -> None:
    row = json.loads(ask("When was the AI law signed, as of 1 December 2025?", "--json", "--index", str(index)).stdout)
    assert row["abstention"] is None
    assert {citation["date"] for citation in row["citations"]} == {"2025-11-17"}


def test_a_conversation_through_standard_input(index: Path) -> None:
    typed = "Закон об ИИ когда подписан?\nа кем?\n\nWhat is beyond the empty line?\n"
    result = ask("--index", str(index), typed=typed)
    assert result.exit_code == 0
    assert result.stdout.startswith("Закон об искусственном интеллекте подписан 17 ноября 2025 года.")
    assert result.stderr == "Вопрос понят так: Закон об ИИ когда подписан? Кем?\n"
    assert "beyond" not in result.stdout


def test_a_conversation_ends_with_its_input_and_can_be_json(index: Path) -> None:
    result = ask("--json", "--index", str(index), typed=f"{SIGNED}\nand in 2024?")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [row["question"] for row in rows] == [SIGNED, "and in 2024?"]
    assert rows[1]["standalone"] == f"{SIGNED[:-1]} in 2024?"


def test_a_question_that_cannot_be_taken_does_not_end_a_conversation(index: Path) -> None:
    result = ask("--index", str(index), typed=f"???\n{'я' * 3000}\n{SIGNED}\n")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        say(Language.EN, "errors", "question.empty"),
        say(Language.RU, "errors", "question.too_long", limit=2000, length=3000),
    ]
    assert "17 November 2025" in result.stdout


def test_bytes_that_are_no_text_do_not_end_a_conversation(index: Path) -> None:
    result = ask("--index", str(index), typed=b"When was the law \xff signed?\n")
    assert result.exit_code == 0
    assert "17 November 2025" in result.stdout


def test_without_an_index_it_says_how_to_build_one(tmp_path: Path) -> None:
    result = ask("question", "--index", str(tmp_path / "none"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"python -m index build --documents DIR --out {tmp_path / 'none'}" in result.stderr


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", say(Language.EN, "errors", "question.empty")),
        ("?!", say(Language.EN, "errors", "question.empty")),
        ("заң " * 600, say(Language.KK, "errors", "question.too_long", limit=2000, length=2400)),
    ],
)
def test_a_question_that_cannot_be_taken(index: Path, question: str, said: str) -> None:
    result = ask(question, "--index", str(index))
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{said}\n")


@pytest.mark.parametrize("arguments", [["question"], ["--index"], ["--nothing"], ["a", "b", "--index", "x"]])
def test_wrong_usage(arguments: list[str]) -> None:
    result = ask(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_help_names_options_and_exit_statuses() -> None:
    result = CliRunner().invoke(app, ["ask", "--help"])
    assert result.exit_code == 0
    assert all(word in result.stdout for word in ("--index", "--json", "Exit status", "conversation"))
