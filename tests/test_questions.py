"""The questions of the repository: what they say of the documents is so, in every language."""

import html
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, STARTER

from corpus.passage import Language
from eval.sets import read_cases

FOLDER = ROOT / "eval" / "questions"
FILES = sorted(FOLDER.glob("*.jsonl"))
TYPES = frozenset(
    "fact figure date who list decision time-aware comparison follow-up unanswerable off-topic false-premise injection "
    "personal-data".split()
)
STYLES = frozenset("plain colloquial misspelt latin cyrillic mixed layout terse".split())
NEVER_ANSWERED = frozenset({"unanswerable", "off-topic", "false-premise", "personal-data"})
LEAST = 100

Row = dict[str, Any]


def rows_of(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def quotes_by_language(row: Row) -> dict[str, str]:
    """The quotes of a question's evidence, folded, by the language of their document."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for evidence in row.get("evidence", ()):
        quotes[Path(evidence["document"]).stem].append(evidence["quote"].casefold())
    return {language: " ".join(said) for language, said in quotes.items()}


STARTER_ROWS = rows_of(FOLDER / "starter.jsonl")


def test_ids_are_unique_over_all_files_and_no_question_is_asked_twice() -> None:
    rows = [row for path in FILES for row in rows_of(path)]
    assert [id_ for id_, times in Counter(row["id"] for row in rows).items() if times > 1] == []
    asked = Counter((row["question"].casefold().strip(), tuple(row.get("history", ()))) for row in rows)
    assert [question for question, times in asked.items() if times > 1] == []


def test_all_are_read_as_cases_and_none_is_ungraded() -> None:
    found = read_cases(FOLDER)
    assert len(found.cases) == sum(len(rows_of(path)) for path in FILES)
    assert found.ungraded == 0


def test_every_row_has_the_fields_and_words_that_reports_know() -> None:
    for row in STARTER_ROWS:
        assert row["language"] in set(Language), row["id"]
        assert row["type"] in TYPES, row["id"]
        assert row["style"] in STYLES, row["id"]
        assert row["split"] in {"dev", "test"}, row["id"]
        assert ("history" in row) == (row["type"] == "follow-up"), row["id"]


def test_what_can_be_answered_says_how_and_what_cannot_does_not() -> None:
    for row in STARTER_ROWS:
        if row["type"] in NEVER_ANSWERED:
            assert not row["answerable"], row["id"]
        elif row["type"] != "injection":
            assert row["answerable"], row["id"]
        if row["answerable"]:
            assert row["must_contain"], row["id"]
            assert row["evidence"], row["id"]
        else:
            assert bool(row["must_contain"]) == bool(row["evidence"]), row["id"]


def test_every_group_is_found_in_the_quotes_of_each_language() -> None:
    """So that an answer from the documents of one language can be right."""
    lacking = [
        (row["id"], language, group)
        for row in STARTER_ROWS
        for language, quotes in quotes_by_language(row).items()
        for group in row["must_contain"]
        if not any(variant.casefold() in quotes for variant in group)
    ]
    assert lacking == []


def test_what_must_not_be_said_is_in_no_quote() -> None:
    for row in STARTER_ROWS:
        quotes = " ".join(quotes_by_language(row).values())
        assert [said for said in row.get("must_not_contain", ()) if said.casefold() in quotes] == [], row["id"]


def test_evidence_stands_word_for_word_in_the_documents() -> None:
    texts = {path.relative_to(STARTER).as_posix(): path.read_text(encoding="utf-8") for path in STARTER.rglob("*.md")}
    bodies = {name: text.split("---\n", 2)[2] for name, text in texts.items()}
    wrong = [
        (row["id"], evidence["document"], evidence["quote"])
        for row in STARTER_ROWS
        for evidence in row["evidence"]
        if evidence["quote"] not in bodies.get(evidence["document"], "")
    ]
    assert wrong == []


def test_evidence_is_given_in_all_three_languages() -> None:
    lacking = [row["id"] for row in STARTER_ROWS if row["evidence"] and len(quotes_by_language(row)) < len(Language)]
    assert lacking == []


@pytest.mark.parametrize("language", list(Language))
def test_there_are_questions_of_every_type_in_every_language_and_split(language: Language) -> None:
    own = [row for row in STARTER_ROWS if row["language"] == language]
    assert len(own) >= LEAST
    assert {(row["type"], row["split"]) for row in own} == {
        (kind, split) for kind in TYPES for split in ("dev", "test")
    }
    assert sum(row["style"] != "plain" for row in own) >= 15
    assert {row["style"] for row in own} >= {"plain", "colloquial", "misspelt"}


def test_every_document_is_asked_about() -> None:
    asked = {Path(evidence["document"]).parts[0] for row in STARTER_ROWS for evidence in row["evidence"]}
    assert asked == {path.name for path in STARTER.iterdir() if path.is_dir()}


UNSEEN = ROOT / "eval" / "unseen"


def test_what_must_be_said_of_the_invented_documents_stands_in_them() -> None:
    for row in rows_of(UNSEEN / "questions.jsonl"):
        if row["answerable"]:
            said = " ".join((UNSEEN / "documents" / name).read_text(encoding="utf-8") for name in row["documents"])
            said = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", said))).casefold()
            for group in row["must_contain"]:
                assert any(" ".join(way.split()).casefold() in said for way in group), (row["id"], group)


def test_questions_about_invented_documents_are_read_as_cases() -> None:
    found = read_cases(UNSEEN / "questions.jsonl")
    assert (len(found.cases), found.ungraded) == (180, 0)
    assert Counter(case.split for case in found.cases) == {"dev": 150, "test": 30}
