"""`python -m index`: data on stdout, everything else on stderr, and an exit status that programs can rely on."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import DOCUMENTS, ROOT
from typer.testing import CliRunner

from index.__main__ import app
from index.embed import Embedder, open_embedder
from index.open import open_index

OK, SOME_FAILED, WRONG_USAGE = 0, 1, 2


def run(*arguments: object) -> Result:
    """Run in this process; stdout and stderr are kept apart."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "200"})


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == OK, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module", autouse=True)
def model_opened_once(embedder: Embedder) -> Iterator[None]:
    """Opening the embedded model takes a second; the last test opens it as programs do."""

    def opened(name: str, announce: Callable[[str], None] = print) -> Embedder:
        return embedder if name == embedder.name else open_embedder(name, announce)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.embed.open_embedder", opened)
        patch.setattr("index.__main__.open_index", lambda folder: open_index(folder, opened))
        yield


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("documents")
    for name, text in DOCUMENTS.items():
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def index(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four documents, indexed by the command."""
    target = tmp_path_factory.mktemp("built") / "index"
    result = run("build", "--documents", documents, "--out", target)
    assert result.exit_code == OK, result.stderr
    return target


def test_a_build_says_what_it_did(documents: Path, tmp_path: Path) -> None:
    target = tmp_path / "index"
    first = run("build", "--documents", documents, "--out", target)
    assert first.exit_code == OK
    assert first.stdout == (
        f"{target}: 4 documents, 6 passages; 4 files read, 0 gone, 19 passages and sentences embedded\n"
    )
    assert "embedding: 19 of 19" in first.stderr
    again = run("build", "--documents", documents, "--out", target)
    assert (again.exit_code, again.stdout) == (OK, f"{target}: 4 documents, 6 passages; up to date\n")


def test_several_folders(documents: Path, tmp_path: Path) -> None:
    """After one --documents or after several."""
    more = [tmp_path / "more", tmp_path / "and more"]
    for number, folder in enumerate(more):
        folder.mkdir()
        (folder / f"note-{number}.txt").write_text(f"Article {number} of the law.")
    together = run("build", "--documents", documents, *more, "--out", tmp_path / "one")
    apart = ["--documents", documents, "--documents", more[0], "--documents", more[1]]
    assert together.exit_code == run("build", *apart, "--out", tmp_path / "other").exit_code == OK
    for name in ("one", "other"):
        files = json.loads(run("info", "--index", tmp_path / name).stdout)["files"]
        assert sorted(files) == sorted([*DOCUMENTS, "note-0.txt", "note-1.txt"])


def test_a_file_that_cannot_be_read_is_named_and_the_status_says_so(documents: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "empty.txt").write_text("")
    (broken / "scan.pdf").write_bytes(b"%PDF-1.4 no more")
    result = run("build", "--documents", documents, broken, "--out", tmp_path / "index")
    assert result.exit_code == SOME_FAILED
    assert "4 documents" in result.stdout
    assert "not read: empty.txt: it is empty; remove it or add its text" in result.stderr
    assert "not read: scan.pdf: " in result.stderr
    assert "not read" not in result.stdout


def test_nothing_readable_is_a_failure_with_reasons(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "empty.txt").write_text("")
    result = run("build", "--documents", tmp_path / "documents", "--out", tmp_path / "index")
    assert (result.exit_code, result.stdout) == (SOME_FAILED, "")
    assert "not read: empty.txt" in result.stderr
    assert "no document could be read under" in result.stderr
    assert run("info", "--index", tmp_path / "index").exit_code == SOME_FAILED


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Usage"),
        (["build"], "Missing option '--documents'"),
        (["build", "--documents", "."], "Missing option '--out'"),
        (["build", "--documents", "nowhere", "--out", "INDEX"], "nowhere is not a folder"),
        (["build", "--documents", "pyproject.toml", "--out", "INDEX"], "pyproject.toml is not a folder"),
        (["build", "--documents", "corpus/documents", "--out", "FILE"], "is a file"),
        (["build", "--documents", "corpus", "--out", "INDEX", "--passage-size", "10"], "greater than or equal to 50"),
        (["info"], "Missing option '--index'"),
        (["search", "--index", "INDEX"], "Missing argument 'question'"),
        (["search", "--index", "INDEX", "AI", "-k", "0"], "greater than or equal to 1"),
        (["search", "--index", "INDEX", "AI", "--language", "kz"], "'kz' is not one of"),
        (["search", "--index", "INDEX", "AI", "--ranking", "best"], "'best' is not one of"),
        (
            ["search", "--index", "INDEX", "AI", "--since", "12.08.2025"],
            "'12.08.2025' is not a day; write it as YYYY-MM-DD",
        ),
        (["search", "--index", "INDEX", "  "], "an empty text cannot be embedded"),
        (["find", "AI"], "No such command 'find'"),
    ],
)
def test_wrong_usage(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "file").write_text("")
    named = {"INDEX": str(index if arguments[:1] == ["search"] else tmp_path / "index"), "FILE": str(tmp_path / "file")}
    result = run(*(named.get(argument, argument) for argument in arguments))
    assert result.exit_code == WRONG_USAGE
    assert said in " ".join((result.stdout + result.stderr).split())


def test_an_index_that_is_not_there(tmp_path: Path) -> None:
    for arguments in (["info"], ["search", "AI"]):
        result = run(*arguments, "--index", tmp_path)
        assert (result.exit_code, result.stdout) == (SOME_FAILED, "")
        assert f"the index in {tmp_path} cannot be used: there is none yet; build it: python -m index" in result.stderr


def test_a_model_that_is_not_there(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    result = run("build", "--documents", documents, "--out", tmp_path / "index", "--embedder", tmp_path / "model")
    assert (result.exit_code, result.stdout) == (SOME_FAILED, "")
    assert "cannot be opened" in result.stderr


def test_info_is_json(index: Path) -> None:
    result = run("info", "--index", index)
    facts = json.loads(result.stdout)
    assert result.exit_code == OK
    assert (facts["embedder"], facts["dimension"], facts["passage_size"]) == ("multilingual-e5-small", 384, 300)
    assert (facts["documents"], facts["passages"], facts["languages"]) == (4, 6, {"kk": 1, "ru": 2, "en": 3})
    assert facts["publishers"] == ["baq.kz", "zan.kz"]
    assert sorted(facts["files"]) == sorted(DOCUMENTS)


def test_search_prints_hits_best_first(index: Path) -> None:
    result = run("search", "--index", index, "Who chaired the Digital Headquarters?", "-k", 2)
    assert result.exit_code == OK
    heads = [line for line in result.stdout.splitlines() if line and not line.startswith(" ") and "#" in line]
    assert [head.split()[1:3] for head in heads][0] == ["note.txt#0", "[en]"]
    assert float(heads[0].split()[0]) >= float(heads[1].split()[0])
    assert "  Digital Headquarters met on 26 November 2025. Olzhas Bektenov chaired the meeting" in result.stdout


def test_search_as_json_lines(index: Path) -> None:
    hits = rows(run("search", "--index", index, "Сколько статей в законе?", "--language", "ru", "--json"))
    assert [hit["id"] for hit in hits] == ["law.ru.md#1", "law.ru.md#0"]
    best = hits[0]
    assert set(best) == {"id", "document", "title", "date", "language", "score", "similarity", "lexical", "text"}
    assert (best["document"], best["title"], best["date"]) == ("law.ru.md", "Закон об ИИ", "2025-11-17")
    assert best["text"] == "В законе 31 статья. Статья 21 обязывает владельцев помечать синтетический контент."
    assert best["score"] > hits[1]["score"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--language", "kk"], {"index.kk.md"}),
        (["--language", "kk", "--language", "ru"], {"index.kk.md", "law.ru.md"}),
        (["--publisher", "baq.kz"], {"index.kk.md"}),
        (["--document", "note.txt"], {"note.txt"}),
        (["--since", "2025-12-01"], {"index.kk.md"}),
        (["--until", "2025-11-30"], {"law.en.md", "law.ru.md"}),
        (["--since", "2030-01-01"], set()),
    ],
    ids=" ".join,
)
def test_filters(index: Path, options: list[str], expected: set[str]) -> None:
    hits = rows(run("search", "--index", index, "law", "--json", *options))
    assert {hit["document"] for hit in hits} == expected


def test_rankings(index: Path) -> None:
    def scores(ranking: str) -> list[tuple[float, float]]:
        hits = rows(run("search", "--index", index, "AI law articles", "--json", "--ranking", ranking))
        return [(hit["score"], hit["similarity" if ranking == "dense" else "lexical"]) for hit in hits]

    for ranking in ("dense", "lexical"):
        found = scores(ranking)
        assert found == sorted(found, reverse=True)
        assert all(score == part for score, part in found)
    assert len(scores("dense")) == 6
    assert len(scores("fused")) == 6
    assert 0 < len(scores("lexical")) < 6


@pytest.mark.parametrize("ranking", ["no-carried-words", "no-distinctiveness"])
def test_rankings_with_a_stage_left_out(index: Path, ranking: str) -> None:
    found = rows(run("search", "--index", index, "AI law articles", "--json", "--ranking", ranking))
    assert found[0]["document"] in {"law.en.md", "law.ru.md"}
    assert [hit["score"] for hit in found] == sorted((hit["score"] for hit in found), reverse=True)
    assert len(found) == 6


def test_lexicon_says_what_it_knows_of_the_words_and_what_it_lacks(index: Path) -> None:
    result = run("lexicon", "--index", index, "--missing", 2)
    assert (result.exit_code, result.stderr) == (OK, "")
    senses, *lines = result.stdout.splitlines()
    assert re.fullmatch(r"\d{4,} senses", senses)
    assert [line[:3] for line in lines[::2]] == ["en:", "kk:", "ru:"]
    for counted, missing in zip(lines[::2], lines[1::2], strict=True):
        found = re.fullmatch(r"\w\w: (\d+) of (\d+) words have an entry \((.+)%\)", counted)
        assert found
        covered, words, share = map(float, found.groups())
        assert 0 < covered <= words
        assert share == pytest.approx(100 * covered / words, abs=0.05)
        assert re.fullmatch(r"    without: (?:\w+ \d+(?:, \w+ \d+)?)?", missing)


def test_lexicon_of_a_text_without_words(tmp_path: Path) -> None:
    (tmp_path / "numbers.txt").write_text("2025, 2026, 2027.")
    built = run("build", "--documents", tmp_path, "--out", tmp_path / "index")
    assert built.exit_code == OK, built.stderr
    result = run("lexicon", "--index", tmp_path / "index")
    assert result.exit_code == OK, result.output
    assert "0 of 0 words have an entry (100.0%)" in result.stdout


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ([], ["build", "info", "search", "lexicon"]),
        (["lexicon"], ["--index", "--missing"]),
        (["build"], ["--documents", "--out", "--embedder", "--passage-size", "DIR", "Exit status"]),
        (["info"], ["--index"]),
        (
            ["search"],
            ["--index", "-k", "--language", "--publisher", "--document", "--since", "--until", "--ranking", "--json"],
        ),
    ],
    ids=["index", "lexicon", "build", "info", "search"],
)
def test_help_names_every_option(command: list[str], named: list[str]) -> None:
    result = run(*command, "--help")
    assert (result.exit_code, result.stderr) == (OK, "")
    assert [name for name in named if name not in result.stdout] == []


def test_as_a_program(documents: Path, index: Path, tmp_path: Path) -> None:
    """In a process of its own: nothing but the data on stdout, no colours in a pipe, the exit status of the command."""

    def program(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "index", *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)

    found = program("search", "--index", index, "Қазақстан нешінші орын алды?", "-k", "1", "--json")
    assert (found.returncode, found.stderr) == (OK, "")
    assert json.loads(found.stdout)["id"] == "index.kk.md#0"
    (tmp_path / "empty.txt").write_text("")
    built = program("build", "--documents", documents, tmp_path, "--out", tmp_path / "index")
    assert (built.returncode, "\x1b" in built.stdout + built.stderr) == (SOME_FAILED, False)
    assert built.stdout.startswith(f"{tmp_path / 'index'}: 4 documents, 6 passages;")
    assert "not read: empty.txt" in built.stderr
    assert program("search", "--index", tmp_path / "nowhere", "AI").returncode == SOME_FAILED
    assert program("search").returncode == WRONG_USAGE
