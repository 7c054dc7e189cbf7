"""Outcomes into the figures of a report, as plain data for report.json: by group, with intervals, and a row each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from corpus.passage import Language
from eval.bootstrap import estimate, rate
from eval.judge import MEASURES, gold_hits
from eval.run import Outcome
from eval.selective import area, calibration_error, curve, reliability

FORMAT = 1
SHOWN_HITS = 5
OF_PAIRS = ("right", "evidence_5", "false_abstention")
Data = dict[str, Any]


def summarise(outcomes: Sequence[Outcome]) -> Data:
    """Return the figures of at least one outcome, all that JSON can hold."""
    return {
        "groups": [
            {"by": by, "name": name, **_figures(group)}
            for by, key in GROUPS.items()
            for name, group in _grouped(outcomes, key).items()
        ],
        "selective": _selective(outcomes),
        "pairs": _pairs(outcomes),
        "questions": [_row(outcome) for outcome in outcomes],
    }


GROUPS: dict[str, Callable[[Outcome], str]] = {
    "all": lambda outcome: "all",
    "language": lambda outcome: outcome.case.language.value,
    "type": lambda outcome: outcome.case.type,
    "style": lambda outcome: outcome.case.style,
}


def _grouped(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if name := key(outcome):
            groups.setdefault(name, []).append(outcome)
    return dict(sorted(groups.items()))


def _figures(outcomes: Sequence[Outcome]) -> Data:
    figures = {}
    for measure in MEASURES:
        parts, wholes = zip(*(outcome.scores[measure.key] for outcome in outcomes), strict=True)
        figures[measure.key] = asdict(estimate(rate(parts, wholes), len(outcomes)))
    seconds = [outcome.answer.seconds for outcome in outcomes if outcome.answer]
    p50, p95 = np.percentile(seconds, [50, 95]).tolist() if seconds else (None, None)
    return {"questions": len(outcomes), "figures": figures, "seconds_p50": p50, "seconds_p95": p95}


def _selective(outcomes: Sequence[Outcome]) -> Data:
    sure = [outcome.confidence for outcome in outcomes]
    right = [outcome.right_if_answered for outcome in outcomes]
    wrong = [not one for one in right]
    answered = [outcome for outcome in outcomes if outcome.answer and outcome.answer.abstention is None]
    risk = sum(not outcome.right_if_answered for outcome in answered) / len(answered) if answered else 0.0
    return {
        "aurc": asdict(estimate(area(sure, wrong), len(outcomes))),
        "ece": asdict(estimate(calibration_error(sure, right), len(outcomes))),
        "curve": curve(sure, wrong),
        "reliability": reliability(sure, right),
        "as_set": [len(answered) / len(outcomes), risk],
    }


def _pairs(outcomes: Sequence[Outcome]) -> list[Data]:
    pairs = []
    for asked in Language:
        for searched in Language:
            scores = [
                outcome.pairs[searched]
                for outcome in outcomes
                if outcome.case.language is asked and searched in outcome.pairs
            ]
            if scores:
                figures = {
                    key: asdict(estimate(rate(*zip(*(score[key] for score in scores), strict=True)), len(scores)))
                    for key in OF_PAIRS
                }
                pairs.append({"asked": asked, "searched": searched, "questions": len(scores), "figures": figures})
    return pairs


def _row(outcome: Outcome) -> Data:
    case, answer = outcome.case, outcome.answer
    gold = asdict(case.gold) | {"relevant": sorted(case.gold.relevant)}
    row = {name: getattr(case, name) for name in ("id", "question", "language", "split", "type", "style")}
    row |= {"gold": gold, "history": [turn.question for turn in case.history]}
    row |= {"error": outcome.error, "answer": "", "abstention": None, "citations": [], "hits": []}
    row |= {"confidence": outcome.confidence, "right_if_answered": outcome.right_if_answered}
    row["scores"] = {key: score for key, score in outcome.scores.items() if score[1]}
    row["pairs"] = {
        language.value: {key: scores[key] for key in OF_PAIRS if scores[key][1]}
        for language, scores in outcome.pairs.items()
    }
    if answer:
        row |= {"answer": answer.text, "abstention": answer.abstention, "seconds": answer.seconds}
        row["citations"] = [{"document": cited.document.path, "quote": cited.quote} for cited in answer.citations]
        row["hits"] = [
            {"document": hit.passage.document_id, "score": hit.score, "gold": gold, "text": hit.passage.text}
            for hit, gold in list(zip(answer.hits, gold_hits(case, answer), strict=True))[:SHOWN_HITS]
        ]
    return row
