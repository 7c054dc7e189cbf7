"""Questions with a sentence that answers and sentences that do not, to learn the difference from.

Our own are in `pairs/*.jsonl`: a line holds two pairs of question and sentence about the same thing, each in Kazakh,
Russian and English; a sentence answers its own question and not the other. Reading-comprehension sets (a folder with
passages.jsonl and questions.jsonl, as in docs/evaluation.md) give the sentence that holds the answer, and the others of
its passage.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.passage import Language
from corpus.sentences import sentences

OWN = Path(__file__).parent / "pairs"
HELD_OUT = 8  # every eighth line of our pairs teaches nothing and is kept for judging

ByLanguage = dict[Language, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A question, a sentence that answers it and at least one on the same subject that does not."""

    question: ByLanguage
    answering: ByLanguage
    silent: tuple[ByLanguage, ...]


Both = tuple[Example, Example]


def own_examples(folder: Path = OWN) -> list[Both]:
    """Read our pairs: two examples a line, each other's counter-example, in the order of the files."""
    return [_both_ways(row["pairs"]) for path in sorted(folder.glob("*.jsonl")) for row in _rows(path)]


def learnt(lines: Sequence[Both]) -> list[Both]:
    """Return the lines to learn from."""
    return [both for at, both in enumerate(lines) if at % HELD_OUT]


def held_out(lines: Sequence[Both]) -> list[Both]:
    """Return the lines that nothing was learnt from."""
    return list(lines[::HELD_OUT])


def _both_ways(pairs: list[dict[str, dict[str, str]]]) -> Both:
    first, second = (
        ({Language(key): text for key, text in pair["question"].items()}, _in_languages(pair["sentence"]))
        for pair in pairs
    )
    return Example(first[0], first[1], (second[1],)), Example(second[0], second[1], (first[1],))


def _in_languages(texts: dict[str, str]) -> ByLanguage:
    return {Language(key): text for key, text in texts.items()}


def reading_examples(folder: Path) -> list[Example]:
    """Read a reading-comprehension set; questions whose answer stands in no sentence, or in all, are left out."""
    passages = {row["id"]: row for row in _rows(folder / "passages.jsonl")}
    found = []
    for row in _rows(folder / "questions.jsonl"):
        for key in row["relevant"]:
            passage = passages.get(key)
            if passage is None or passage["lang"] != row["lang"]:
                continue
            example = _in_passage(Language(row["lang"]), row, passage["text"])
            if example:
                found.append(example)
                break
    return found


def _in_passage(language: Language, row: dict[str, Any], text: str) -> Example | None:
    said = sentences(text)
    answering = [sentence for sentence in said if any(answer in sentence for answer in row["answers"])]
    silent = tuple({language: sentence} for sentence in said if sentence not in answering)
    if not answering or not silent:
        return None
    return Example({language: row["question"]}, {language: answering[0]}, silent)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
