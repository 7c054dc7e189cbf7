"""What the whole way is worth, on our own questions and on public sets where they lie beside the project."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SHARED

from assistant.pipeline import Assistant
from eval.jsonl import read_rows
from eval.retrieve import PairScores, compare, index_passages
from eval.run import run
from index.embed import DEFAULT
from index.search import PassageIndex, Ranking

QUESTIONS = ROOT / "eval" / "questions"


def _rows(name: str) -> list[dict[str, Any]]:
    """The questions that were not looked at while the system was made."""
    with (QUESTIONS / f"{name}.jsonl").open(encoding="utf-8") as stream:
        return [row for row in map(json.loads, stream) if row["split"] == "test"]


def _check(assistant: Assistant, rows: list[dict[str, Any]]) -> None:
    tallies, _ = run(assistant, rows, lambda done: None)
    everything = tallies["all"]
    assert everything.questions == len(rows)
    assert everything.right / everything.answerable >= 0.8
    assert everything.own_language == everything.questions
    assert everything.verbatim == everything.citations > 0


def test_starter_corpus_answers_unseen_questions(starter_index: PassageIndex) -> None:
    _check(Assistant(starter_index), _rows("starter"))


def test_other_texts_answer_unseen_questions(make_index: Callable[[Path], PassageIndex]) -> None:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the five news texts are not here")
    _check(Assistant(make_index(SHARED / "seeds")), _rows("seeds"))


@pytest.mark.parametrize("name", ["kazqad", "mozilla_faq"])
def test_fused_search_is_as_good_as_the_better_of_its_parts(name: str, tmp_path: Path) -> None:
    folder = SHARED / "data" / name
    if not folder.is_dir():
        pytest.skip(f"the question set {name} is not here")
    index = index_passages(folder / "passages.jsonl", DEFAULT, lambda stage, done, total: None, tmp_path)
    rows = read_rows(folder / "questions.jsonl", ("id", "lang", "question", "relevant"))
    pairs: dict[str, dict[Ranking, PairScores]] = {}
    for score in compare(index, rows, lambda done, total: None):
        if score.searched is not None:
            pairs.setdefault(f"{score.asked}->{score.searched}", {})[score.ranking] = score
    worse = [
        (pair, measure)
        for pair, scores in pairs.items()
        for measure in ("hit_at_1", "hit_at_5", "mrr_at_10")
        if getattr(scores[Ranking.FUSED], measure)
        < max(getattr(scores[part], measure) for part in (Ranking.DENSE, Ranking.LEXICAL)) - 1e-9
    ]
    assert len(pairs) == (1 if name == "kazqad" else 9)
    assert worse == []
