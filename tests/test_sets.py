"""The three forms of question sets into the same cases, and what is said of files that cannot be used."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Turn
from corpus.passage import Language
from eval.cases import Case, Gold
from eval.jsonl import BadFileError
from eval.sets import read_cases

OURS: dict[str, Any] = {
    "id": "fi-ru-014",
    "split": "test",
    "language": "ru",
    "type": "figure",
    "style": "terse",
    "question": "а статей сколько",
    "answerable": True,
    "must_contain": [["31", "тридцать одна"]],
    "must_not_contain": ["13"],
    "evidence": [{"document": "law/ru.md", "quote": "В законе 31 статья."}, {"document": "law/en.md", "quote": "31."}],
    "history": ["Когда подписан закон?"],
    "documents": ["law"],
}
LEAST = {"id": 1, "language": "en", "question": "What is the weather?", "answerable": False}


def write(path: Path, rows: list[Any]) -> Path:
    """Write `rows` as JSONL."""
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
    return path


def test_our_own_format_in_full_and_at_its_least(tmp_path: Path) -> None:
    found = read_cases(write(tmp_path / "q.jsonl", [OURS, LEAST]))
    gold = Gold(True, (("31", "тридцать одна"),), ("13",), ("В законе 31 статья.", "31."))
    history = (Turn("Когда подписан закон?"),)
    assert found.cases == (
        Case("fi-ru-014", "а статей сколько", Language.RU, gold, history, "test", "figure", "terse"),
        Case("1", "What is the weather?", Language.EN, Gold(False)),
    )
    assert (found.passages, found.ungraded) == ((), 0)


def test_a_folder_is_all_its_files_in_order(tmp_path: Path) -> None:
    write(tmp_path / "b.jsonl", [LEAST | {"id": "b"}])
    write(tmp_path / "a.jsonl", [LEAST | {"id": "a"}])
    assert [case.id for case in read_cases(tmp_path).cases] == ["a", "b"]
    write(tmp_path / "c.jsonl", [LEAST | {"id": "a"}])
    with pytest.raises(BadFileError, match=r"c.jsonl, line 1: the id 'a' stands twice; give each question its own"):
        read_cases(tmp_path)


def test_a_folder_without_questions(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="has no question file; give a"):
        read_cases(tmp_path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"question": 7}, "question must be a text"),
        ({"language": "de"}, "language must be kk, ru or en, not 'de'"),
        ({"language": ["ru"]}, "language must be kk, ru or en"),
        ({"answerable": "yes"}, "answerable must be true or false, not 'yes'"),
        ({"history": "before"}, "history must be a list of questions"),
        ({"must_contain": ["31"]}, "must_contain must be a list of groups"),
        ({"must_contain": [[]]}, "must_contain must be a list of groups"),
        ({"must_contain": [["31", ""]]}, "a group of must_contain must hold texts only"),
        ({"must_not_contain": "13"}, "must_not_contain must hold texts only"),
        ({"evidence": ["quote"]}, "evidence must be a list of"),
        ({"evidence": [{"quote": 5}]}, "a quote of evidence must hold texts only"),
        ({"must_contain": None, "evidence": None}, "needs must_contain or evidence"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    path = write(tmp_path / "q.jsonl", [LEAST, OURS | change])
    with pytest.raises(BadFileError) as caught:
        read_cases(path)
    assert str(caught.value).startswith(f"{path}, line 2: ")
    assert said in str(caught.value)


PASSAGES = [{"id": "p1", "text": "В законе 31 статья."}, {"id": 2, "text": "It is cold.", "lang": "en"}]
ASKED: dict[str, Any] = {"id": "q", "lang": "ru", "question": "Сколько статей?", "relevant": ["p1", "gone"]}


def passage_set(folder: Path, *questions: dict[str, Any]) -> Path:
    """Write a folder of ready passages with `questions`."""
    write(folder / "passages.jsonl", PASSAGES)
    write(folder / "questions.jsonl", list(questions))
    return folder


@pytest.mark.parametrize(
    ("change", "gold"),
    [
        ({}, Gold(True, evidence=("В законе 31 статья.",), relevant=frozenset({"p1"}))),
        ({"answers": ["31"]}, Gold(True, (("31",),), (), ("В законе 31 статья.",), frozenset({"p1"}))),
        ({"answers": "['31', 'x']"}, Gold(True, (("31", "x"),), (), ("В законе 31 статья.",), frozenset({"p1"}))),
        ({"answers": "31"}, Gold(True, evidence=("В законе 31 статья.",), relevant=frozenset({"p1"}))),
        ({"answers": "[31"}, Gold(True, (("[31",),), (), ("В законе 31 статья.",), frozenset({"p1"}))),
        ({"answers": ["word " * 20]}, Gold(True, evidence=("В законе 31 статья.",), relevant=frozenset({"p1"}))),
        ({"relevant": [2]}, Gold(True, evidence=("It is cold.",), relevant=frozenset({"2"}))),
        ({"answerable": False, "answers": ["31"]}, Gold(False, relevant=frozenset({"p1"}))),
    ],
)
def test_a_question_about_ready_passages(tmp_path: Path, change: dict[str, Any], gold: Gold) -> None:
    found = read_cases(passage_set(tmp_path, ASKED | change))
    assert found.cases == (Case("q", "Сколько статей?", Language.RU, gold),)
    assert found.passages == tuple(PASSAGES)


def test_questions_of_which_no_answer_is_known_are_counted(tmp_path: Path) -> None:
    found = read_cases(passage_set(tmp_path, ASKED, ASKED | {"id": "r", "relevant": ["gone"]}))
    assert ([case.id for case in found.cases], found.ungraded) == (["q"], 1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"lang": "de"}, "lang must be kk, ru or en, not de"),
        ({"relevant": "p1"}, "relevant a list of passage ids"),
        ({"question": None}, "question must be a text"),
        ({}, "the id 'q' stands twice"),
    ],
)
def test_a_question_about_passages_that_cannot_be_used(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    folder = passage_set(tmp_path, ASKED, ASKED | change)
    with pytest.raises(BadFileError) as caught:
        read_cases(folder)
    assert str(caught.value).startswith(f"{folder / 'questions.jsonl'}, line 2: ")
    assert said in str(caught.value)


SQUAD: dict[str, Any] = {
    "version": "v2.0",
    "data": [
        {
            "title": "Law",
            "paragraphs": [
                {
                    "context": "The law has 31 articles.",
                    "qas": [
                        {
                            "id": "a",
                            "question": "How many articles?",
                            "answers": [{"text": "31", "answer_start": 12}, {"text": "31", "answer_start": 12}],
                        },
                        {"id": "b", "question": "Who wrote it?", "answers": [], "is_impossible": True},
                    ],
                },
                {
                    "context": "Заң 2025 жылы қабылданды.",
                    "qas": [{"id": 5, "question": "Заң қашан қабылданды?", "answers": [{"text": "2025"}]}],
                },
            ],
        }
    ],
}


def test_squad(tmp_path: Path) -> None:
    path = tmp_path / "dev.json"
    path.write_text(json.dumps(SQUAD), encoding="utf-8")
    found = read_cases(path)
    english, kazakh = "The law has 31 articles.", "Заң 2025 жылы қабылданды."
    assert found.passages == (
        {"id": "p00000", "text": english, "title": "Law", "lang": "en"},
        {"id": "p00001", "text": kazakh, "title": "Law", "lang": "kk"},
    )
    golds = [
        Gold(True, (("31",),), (), (english,), frozenset({"p00000"})),
        Gold(False),
        Gold(True, (("2025",),), (), (kazakh,), frozenset({"p00001"})),
    ]
    assert [(case.id, case.gold) for case in found.cases] == list(zip(["a", "b", "5"], golds, strict=True))
    assert [case.language for case in found.cases] == [Language.EN, Language.EN, Language.KK]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "dev.json: not valid JSON"),
        ("[]", 'dev.json: not in the form of SQuAD; an object with "data"'),
        ('{"data": [{"title": "x"}]}', 'dev.json, article 1: an object with "paragraphs" is expected'),
        ('{"data": [{"paragraphs": [{"context": ""}]}]}', 'article 1, paragraph 1: an object with a text "context"'),
        ('{"data": [{"paragraphs": [{"context": "A.", "qas": [{"id": 1}]}]}]}', 'every question needs "id"'),
        (
            '{"data": [{"paragraphs": [{"context": "A.", "qas": [{"id": 1, "question": "B?"}]}]}]}',
            "paragraph 1: the question 1 has no answer and is not marked is_impossible",
        ),
    ],
)
def test_a_damaged_squad_file(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "dev.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFileError) as caught:
        read_cases(path)
    assert said in str(caught.value)


def test_a_squad_id_that_stands_twice(tmp_path: Path) -> None:
    path = tmp_path / "dev.json"
    path.write_text(json.dumps({"data": SQUAD["data"] * 2}), encoding="utf-8")
    with pytest.raises(BadFileError, match="the id 'a' stands twice"):
        read_cases(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("none.json", "none.jsonl"):
        with pytest.raises(BadFileError, match=f"{name} cannot be read"):
            read_cases(tmp_path / name)
