"""What the whole way is worth, on our own questions and on public sets where they lie beside the project."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SHARED

from eval.cases import Case
from eval.pools import open_set
from eval.rankings import measure_rankings
from eval.ready import index_passages
from eval.run import run
from eval.sets import read_cases
from index.embed import DEFAULT
from index.search import PassageIndex

QUESTIONS = ROOT / "eval" / "questions"
A_FEW = 0.05  # three questions of 66


def _cases(name: str) -> list[Case]:
    """The questions that were not looked at while the system was made."""
    return [case for case in read_cases(QUESTIONS / f"{name}.jsonl").cases if case.split == "test"]


def _check(index: PassageIndex, cases: list[Case], least_right: float, least_abstained: float) -> None:
    """Check the shares of answers and of abstentions when due against floors a little below what was measured."""
    outcomes = list(run(index, cases, lambda done: None))

    def total(key: str) -> tuple[float, float]:
        parts, wholes = zip(*(outcome.scores[key] for outcome in outcomes), strict=True)
        return sum(parts), sum(wholes)

    right, answerable = total("right")
    assert right / answerable >= least_right
    abstained, due = total("abstention_recall")
    assert abstained / due >= least_abstained
    assert total("language")[0] >= 0.98 * len(cases)
    verbatim, citations = total("verbatim")
    assert verbatim == citations > 0
    lines_supported, lines = total("support")
    assert lines_supported == lines > 0
    assert total("errors")[0] == 0


def test_starter_corpus_answers_unseen_questions(starter_index: PassageIndex) -> None:
    _check(starter_index, _cases("starter"), least_right=0.78, least_abstained=0.5)


def test_other_texts_answer_unseen_questions(make_index: Callable[[Path], PassageIndex]) -> None:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the five news texts are not here")
    _check(make_index(SHARED / "seeds"), _cases("seeds"), least_right=0.8, least_abstained=0.75)


@pytest.mark.parametrize("name", ["kazqad", "mozilla_faq"])
def test_fused_search_is_as_good_as_the_better_of_its_parts(name: str, tmp_path: Path) -> None:
    folder = SHARED / "data" / name
    if not folder.is_dir():
        pytest.skip(f"the question set {name} is not here")
    make_index = partial(index_passages, embedder=DEFAULT, progress=lambda stage, done, total: None, cache=tmp_path)
    data = measure_rankings(open_set(folder, make_index), lambda stage, done, total: None)
    pairs: dict[str, dict[str, dict[str, Any]]] = {}
    for pair in data["pairs"]:
        if pair["searched"] != "all":
            pairs.setdefault(f"{pair['asked']}->{pair['searched']}", {})[pair["search"]] = pair["figures"]
    assert len(pairs) == (1 if name == "kazqad" else 9)
    for measure in ("hit@1", "hit@5", "MRR@10"):
        gained = [
            searches["fused"][measure]["value"] - max(searches[part][measure]["value"] for part in ("dense", "lexical"))
            for searches in pairs.values()
        ]
        assert sum(gained) >= 0, measure
        assert min(gained) >= -A_FEW, (measure, pairs)
