"""When to answer, fitted: what is observed, what is learned from it, and the command that writes it."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from toy import ToyEmbedder
from typer.testing import CliRunner, Result

from assistant.answer import Features
from assistant.evidence import models
from corpus.passage import Language
from eval.__main__ import app
from eval.calibrate import FEATURE_SETS, SAID, Observation, fit, observe, strangers
from eval.cases import Case, Gold
from eval.jsonl import BadFileError
from index.build import build
from index.open import open_index
from index.search import PassageIndex

EN = Language.EN
KNOWN = Case("1", "How many articles does the law have?", EN, Gold(True, (("31",),)))
WRONG = replace(KNOWN, id="2", gold=Gold(True, (("forty",),)))
STRANGE = Case("3", "Why do zebras sing opera?", EN, Gold(False))
PRIVATE = Case("4", "What is the home address of Olzhas Bektenov?", EN, Gold(False))


def observations(count: int = 400) -> list[Observation]:
    """Right where more is said of the question, nearer in meaning and read as an answer, with some noise."""
    random = np.random.default_rng(0)
    observed = []
    for quality in random.uniform(0, 1, count):
        noise = random.normal(0, 0.1, 6)
        found = Features(
            1 - quality + noise[0],
            *(random.uniform(0, 1, 3) > quality).astype(float).tolist(),
            0.7 + 0.3 * quality + 0.3 * noise[1],
            0.2 * quality + 0.1 * noise[5],
            12 * quality - 6 + noise[2],
        )
        observed.append(Observation(found, True, bool(quality + noise[4] > 0.4)))
    return observed


def sure(model: dict[str, Any], found: Features) -> float:
    """The confidence of a fitted model."""
    odds = model["offset"] + sum(weight * found.known()[name] for name, weight in model["weights"].items())
    return float(1 / (1 + np.exp(-odds)))


def test_what_was_found_and_whether_it_was_right_is_observed(toy_index: PassageIndex) -> None:
    """First of all documents, then of those in other languages: in Russian there is "31" as well."""
    observed = observe(toy_index, [KNOWN, WRONG, STRANGE])
    said = [(each.answerable, each.right) for each in observed]
    assert said == [(True, True)] * 2 + [(True, False)] * 2 + [(False, False)] * 2
    assert observed[0].features == observed[2].features != observed[1].features == observed[3].features
    known, strange = observed[0].features.known(), observed[4].features.known()
    assert known.keys() == strange.keys() == {*SAID, "reading"}
    assert known["reading"] > strange["reading"]


def test_documents_of_one_language_are_asked_once(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    for path in folder.glob("*.md"):
        path.unlink()
    build([folder], tmp_path / "english", toy)
    english = open_index(tmp_path / "english", lambda name: toy)
    assert len(observe(english, [replace(KNOWN, question="Who chaired the meeting in Astana?")])) == 1


def test_nothing_is_observed_of_what_is_refused(toy_index: PassageIndex) -> None:
    assert observe(toy_index, [PRIVATE]) == []


def test_a_model_is_fitted_for_every_set_of_features() -> None:
    fitted = fit(observations(), 0.04)
    assert [tuple(model["weights"]) for model in fitted] == list(FEATURE_SETS)
    assert sorted(map(sorted, FEATURE_SETS)) == sorted(sorted(model.weights) for model in models()), (
        "what Jauap reads is what is fitted"
    )


def test_what_speaks_for_an_answer_weighs_for_it() -> None:
    *_, by_both, by_missing = fit(observations(), 0.04)
    assert by_both["weights"]["similarity"] > 0 > by_both["weights"]["missing"]
    assert by_missing["weights"]["missing"] < 0


def test_the_fit_is_that_of_features_as_they_are() -> None:
    """Columns are standardised for fitting only: features in other units give the same confidences."""
    observed = observations()
    in_percent = [
        replace(each, features=replace(each.features, missing=100 * each.features.missing)) for each in observed
    ]
    one, other = fit(observed, 0.04)[-1], fit(in_percent, 0.04)[-1]
    assert other["weights"]["missing"] == pytest.approx(one["weights"]["missing"] / 100, abs=1e-3)
    for each, scaled in zip(observed[:20], in_percent, strict=False):
        assert sure(other, scaled.features) == pytest.approx(sure(one, each.features), abs=0.01)


@pytest.mark.parametrize("share", [0.0, 0.04, 0.25])
def test_so_many_right_answers_are_given_up_and_no_more(share: float) -> None:
    observed = observations()
    right = [each.features for each in observed if each.right]
    for model in fit(observed, share):
        given_up = sum(sure(model, found) < model["least"] for found in right) / len(right)
        assert given_up == pytest.approx(share, abs=0.01)


def test_the_same_observations_give_the_same_model() -> None:
    assert fit(observations(), 0.04) == fit(observations(), 0.04)


@pytest.mark.parametrize(
    ("right", "said"), [(True, "of 3 questions 3 were answered rightly"), (False, "of 3 questions 0 were")]
)
def test_answers_that_are_all_right_or_all_wrong_teach_nothing(right: bool, said: str) -> None:
    observed = [replace(each, right=right) for each in observations(3)]
    with pytest.raises(BadFileError, match=f"{said}.*; fitting needs right and wrong answers"):
        fit(observed, 0.04)
    with pytest.raises(BadFileError, match="of 0 questions 0"):
        fit([], 0.04)


def row(case: Case, split: str = "dev") -> str:
    """A case as a line of a question file."""
    gold = case.gold
    fields = {"id": case.id, "language": case.language, "question": case.question, "answerable": gold.answerable}
    return json.dumps({**fields, "must_contain": gold.must_contain, "split": split}) + "\n"


@pytest.fixture
def calibrate(toy_index: PassageIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command on the toy index, with lines as the question file."""
    monkeypatch.setattr("index.open.open_index", lambda folder: toy_index)

    def run(*lines: str, arguments: tuple[str, ...] = ()) -> Result:
        (tmp_path / "questions.jsonl").write_text("".join(lines), encoding="utf-8")
        files = ["--index", "x", "--questions", str(tmp_path / "questions.jsonl"), "--out", str(tmp_path / "out.json")]
        return CliRunner().invoke(app, ["calibrate", *files, *arguments])

    return run


def test_the_command_writes_what_an_assistant_reads(
    calibrate: Any, toy_index: PassageIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eval.calibrate.FEATURE_SETS", FEATURE_SETS[1::2])  # the toy embedder's cosines are not judged
    result = calibrate(row(KNOWN), row(STRANGE), row(WRONG, split="test"))
    assert result.exit_code == 0, result.output
    asked = observe(toy_index, [KNOWN, STRANGE, *strangers()])
    assert result.stdout == f"{tmp_path / 'out.json'}: fitted to {len(asked)} questions, 2 answered rightly\n"
    monkeypatch.setattr("assistant.evidence.WEIGHTS", tmp_path / "out.json")
    read = models.__wrapped__()
    assert [model.weights.keys() for model in read] == [{*SAID, "reading"}, {*SAID}]
    assert all(0 < model.least < 1 for model in read)


def test_every_index_needs_its_questions(calibrate: Any, tmp_path: Path) -> None:
    result = calibrate(row(KNOWN), arguments=("--index", "y"))
    assert result.exit_code == 2
    assert "give as many --questions as --index" in result.stderr


def test_a_split_without_questions_is_told_and_nothing_written(calibrate: Any, tmp_path: Path) -> None:
    result = calibrate(row(KNOWN), arguments=("--split", "train"))
    assert result.exit_code == 2
    assert re.search(r"of \d+ questions 0 were answered rightly", result.stderr)
    assert not (tmp_path / "out.json").exists()
