"""One answer against what is known of it: every measure as a part and a whole, summed over questions by others."""

import re
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.cite import ELLIPSIS, is_verbatim, source
from assistant.prompts import say
from corpus.passage import Language
from eval.cases import Case
from eval.gold import carries, groups_found, holds, is_right, plain

Score = tuple[float, float]
DEPTHS = (1, 5, 10)
MARKER = re.compile(r"\[(\d+)\]")
LEADS = ("kk", "ru", "en", "mixed", "differ")


@dataclass(frozen=True, slots=True)
class Measure:
    """Sum of parts over sum of wholes; `better` is 1 where more is better, -1 where less is, 0 where neither."""

    key: str
    title: str
    better: int
    definition: str
    decimals: int = 3


MEASURES = (
    Measure("right", "answer accuracy", 1, "right answers / answerable questions"),
    Measure("wrong", "wrong, not abstained", -1, "wrong answers / answerable questions"),
    Measure("false_abstention", "false abstention", -1, "abstentions on answerable questions / answerable questions"),
    Measure("abstention_recall", "abstention recall", 1, "abstentions when due / questions on which to abstain"),
    Measure("abstention_precision", "abstention precision", 1, "abstentions when due / all abstentions"),
    Measure("good", "right or honestly silent", 1, "right answers and abstentions when due / all questions"),
    *(
        Measure(
            f"evidence_{k}",
            f"evidence recall@{k}",
            1,
            f"answerable questions with gold evidence in the first {k} hits / those that have gold evidence",
        )
        for k in DEPTHS
    ),
    Measure(
        "citation_precision",
        "citation precision",
        1,
        "citations that carry gold / citations in answers to answerable questions",
    ),
    Measure(
        "citation_recall",
        "citation recall",
        1,
        "groups of must_contain found in the cited quotes / groups of the answerable questions that were answered",
    ),
    Measure("support", "sentence support", 1, "lines of answers found in what they cite / lines of answers"),
    Measure("verbatim", "verbatim quotes", 1, "citations found character for character in their document / citations"),
    Measure("language", "language match", 1, "answers and abstentions in the question's language / all questions"),
    Measure("errors", "errors", -1, "questions that raised an error / all questions"),
    Measure("characters", "characters", 0, "mean length of answers and abstentions", 0),
    Measure("seconds", "seconds", -1, "mean time to an answer"),
)


def is_right_answer(case: Case, answer: Answer) -> bool:
    """Tell whether `answer` answers, and rightly; numbers of citations do not count as words."""
    if answer.abstention is not None:
        return False
    return is_right(case.gold, MARKER.sub(" ", answer.text), [citation.quote for citation in answer.citations])


def judge(case: Case, answer: Answer | None) -> dict[str, Score]:
    """Return (part, whole) by key of measure; None, an error, counts as nothing good wherever the question counts."""
    gold = case.gold
    right = answer is not None and is_right_answer(case, answer)
    abstained = answer is not None and answer.abstention is not None
    due = not gold.answerable and not right
    answerable = float(gold.answerable)
    scores: dict[str, Score] = {
        "right": (right and gold.answerable, answerable),
        "wrong": (gold.answerable and answer is not None and not right and not abstained, answerable),
        "false_abstention": (gold.answerable and abstained, answerable),
        "abstention_recall": (due and abstained, due),
        "abstention_precision": (due and abstained, abstained),
        "good": (right or (due and abstained), 1),
        "language": (answer is not None and answer.language is case.language, 1),
        "errors": (answer is None, 1),
    }
    sought = gold.answerable and bool(gold.evidence)
    hits = gold_hits(case, answer) if answer and sought else []
    scores |= {f"evidence_{k}": (any(hits[:k]), sought) for k in DEPTHS}
    if answer is None:
        scores["citation_recall"] = (0, len(gold.must_contain) * answerable)
    else:
        scores |= _of_citations(case, answer) | {
            "support": (0, 0) if abstained else _support(answer),
            "characters": (len(answer.text), 1),
            "seconds": (answer.seconds, 1),
        }
    return {m.key: (float(part), float(whole)) for m in MEASURES for part, whole in [scores.get(m.key, (0, 0))]}


def gold_hits(case: Case, answer: Answer) -> list[bool]:
    """Tell of every hit whether its passage holds gold evidence, in any language."""
    return [any(holds(hit.passage.text, quote) for quote in case.gold.evidence) for hit in answer.hits]


def _of_citations(case: Case, answer: Answer) -> dict[str, Score]:
    gold, quotes = case.gold, [citation.quote for citation in answer.citations]
    counted = gold.answerable and answer.abstention is None
    found = groups_found(" ".join(quotes), gold.must_contain)
    return {
        "citation_precision": (sum(carries(gold, quote) for quote in quotes), len(quotes)) if counted else (0, 0),
        "citation_recall": (found, len(gold.must_contain)) if counted else (0, 0),
        "verbatim": (sum(map(is_verbatim, answer.citations)), len(quotes)),
    }


def _support(answer: Answer) -> Score:
    """Count the lines of an answer that are found in the quotes they name, and all but the line of introduction."""
    leads = {say(answer.language, "answers", f"lead.{name}") for name in LEADS}
    lines = [line for line in answer.text.splitlines() if line.strip() and line not in leads]
    cited = {citation.number: citation for citation in answer.citations}
    return sum(_is_supported(line, cited, answer.language) for line in lines), len(lines)


def _is_supported(line: str, cited: dict[int, Citation], language: Language) -> bool:
    numbers = [int(number) for number in MARKER.findall(line)]
    if not cited.keys() >= set(numbers):
        return False
    said = MARKER.sub("", line)
    for number in numbers:
        said = said.replace(source(language, cited[number].document), "")
    said = said.strip().removesuffix(ELLIPSIS)
    return bool(plain(said)) and any(holds(cited[number].quote, said) for number in numbers)
