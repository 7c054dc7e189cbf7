"""When to answer: a logistic regression from what was found to whether the answer is right, fitted to questions.

Questions about something else altogether are asked besides. There is one model for each set of features that an
assistant may have (see assistant.evidence); the confidence from which it answers is the highest that keeps false
abstentions, on these questions, at the share wanted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Features
from assistant.pipeline import Assistant
from corpus.passage import Language
from eval.cases import Case, Gold
from eval.jsonl import BadFileError
from eval.judge import is_right_answer
from index.search import Filter, PassageIndex
from index.training.examples import held_out, own_examples

SAID = ("missing", "unsaid_name", "unsaid_number", "unmet")
FEATURE_SETS = (
    (*SAID, "similarity", "lead", "reading"),
    (*SAID, "reading"),
    (*SAID, "similarity", "lead"),
    SAID,
)
DECIMALS = 4
STRIDE = 24  # so few strangers that the questions about the documents weigh more


@dataclass(frozen=True, slots=True)
class Observation:
    """What was found for a question, whether it can be answered, and whether the answer from it is right."""

    features: Features
    answerable: bool
    right: bool


def observe(index: PassageIndex, cases: Iterable[Case]) -> list[Observation]:
    """Ask without ever abstaining; what is refused or finds nothing teaches nothing.

    Each question is asked of all documents and, where there are others, of those in other languages than its own, since
    most documents exist in one language only.
    """
    assistant = Assistant(index, least_confidence=0)
    observed = []
    for case in cases:
        others = index.languages - {case.language}
        views = [Filter(), Filter(languages=others)] if case.language in index.languages and others else [Filter()]
        for view in views:
            answer = assistant.ask(case.question, case.history, view)
            if answer.features:
                observed.append(Observation(answer.features, case.gold.answerable, is_right_answer(case, answer)))
    return observed


def strangers() -> list[Case]:
    """Return questions of near subjects that no index of documents answers, a third in each language.

    They are a few of the held-out questions among those with which the cross-encoder was trained.
    """
    languages = sorted(Language)
    asked = [
        (languages[at % len(languages)], line[0].question) for at, line in enumerate(held_out(own_examples())[::STRIDE])
    ]
    return [Case(texts[language], texts[language], language, Gold(False)) for language, texts in asked]


def fit(observed: Sequence[Observation], false_abstention: float) -> list[dict[str, Any]]:
    """Fit all models: weights by feature, offset, and the least confidence; `false_abstention` is a share, 0 to 1.

    Raises BadFileError where the questions teach no difference: none was answered rightly, or none wrongly.
    """
    right = np.array([each.right for each in observed])
    if len(set(right.tolist())) < 2:
        raise BadFileError(
            f"of {len(observed)} questions {sum(right)} were answered rightly; fitting needs right and wrong answers"
        )
    return [_fit(names, _columns(observed, names), right, false_abstention) for names in FEATURE_SETS]


def _columns(observed: Sequence[Observation], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[each.features.known()[name] for name in names] for each in observed])


def _fit(
    names: Sequence[str], values: NDArray[np.float64], right: NDArray[np.bool_], false_abstention: float
) -> dict[str, Any]:
    """Fit one model on standardised columns, [n, features]; the weights returned are for the features as they are."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    regression = LogisticRegression().fit((values - mean) / spread, right)
    weights = regression.coef_[0] / spread
    offset = float(regression.intercept_[0] - weights @ mean)
    sure = 1 / (1 + np.exp(-(values @ weights + offset)))
    return {
        "weights": {name: round(float(weight), DECIMALS) for name, weight in zip(names, weights, strict=True)},
        "offset": round(offset, DECIMALS),
        "least": round(float(np.quantile(sure[right], false_abstention)), DECIMALS),
    }
