"""What is to be found for which question: sets with passages of their own, and questions to an index."""

import json
from pathlib import Path

import pytest

from corpus.passage import Language
from eval.jsonl import BadFileError
from eval.pools import SearchedSet, open_set
from eval.rankings import by
from index.search import FUSION, PassageIndex

EN, RU = Language.EN, Language.RU
ROW = {"language": "en", "answerable": True, "must_contain": [["31"]]}


def asked(folder: Path, index: PassageIndex | None, *rows: dict[str, object]) -> SearchedSet:
    path = folder / "questions.jsonl"
    path.write_text("".join(json.dumps(ROW | row) + "\n" for row in rows), encoding="utf-8")
    return open_set(path, lambda passages: pytest.fail("no passages to index"), index)


QUESTION = {
    "id": "articles",
    "question": "How many articles does the law have?",
    "evidence": [{"quote": "The law has 31 articles."}, {"quote": "В законе 31 статья."}],
}


def test_passages_that_hold_the_evidence_are_to_be_found(tmp_path: Path, toy_index: PassageIndex) -> None:
    searched = asked(tmp_path, toy_index, QUESTION)
    assert searched.cases[0].gold.relevant == {"law.en.md#1", "law.ru.md#1"}
    assert {(pool.asked, pool.searched): pool.relevant for pool in searched.pools()} == {
        (EN, EN): [{"law.en.md#1"}],
        (EN, RU): [{"law.ru.md#1"}],
        (EN, None): [{"law.en.md#1", "law.ru.md#1"}],
    }
    pool = next(searched.pools())
    assert searched.find(pool.cases[0], pool.only, by(FUSION))[0] == "law.en.md#1"


def test_questions_without_evidence_are_left_out_and_a_follow_up_is_understood(
    tmp_path: Path, toy_index: PassageIndex
) -> None:
    follow_up = QUESTION | {"id": "follow", "question": "And how many?", "history": ["What about articles of the law?"]}
    searched = asked(tmp_path, toy_index, {"id": "none", "question": "Why?"}, follow_up)
    assert [case.id for case in searched.cases] == ["follow"]
    pool = next(searched.pools())
    assert searched.find(pool.cases[0], pool.only, by(FUSION))[0] == "law.en.md#1"


def test_an_index_has_to_be_named_for_questions_without_passages(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="name the index to search with --index DIR"):
        asked(tmp_path, None, QUESTION)
