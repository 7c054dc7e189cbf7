"""Questions with a sentence that answers and sentences that do not, to learn the difference from.

Our own are in `pairs/*.jsonl`: a line holds two or more pairs of question and sentence about the same thing, each in
Kazakh, Russian and English, and may hold questions that are `unanswered`; a sentence answers its own question and no
other of the line. Reading-comprehension sets (a folder with passages.jsonl and questions.jsonl, as in
docs/evaluation.md) give the sentence that holds the answer, and the others of its passage; parallel sets the same
sentence in several languages.
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
    """A question, the sentence that answers it, if one does, and at least one on the same subject that does not."""

    question: ByLanguage
    answering: ByLanguage | None
    silent: tuple[ByLanguage, ...]


Line = tuple[Example, ...]


def own_examples(folder: Path = OWN) -> list[Line]:
    """Read our pairs: the examples of a line are each other's counter-examples; in the order of the files."""
    return [_examples(row) for path in sorted(folder.glob("*.jsonl")) for row in _rows(path)]


def learnt(lines: Sequence[Line]) -> list[Line]:
    """Return the lines to learn from."""
    return [line for at, line in enumerate(lines) if at % HELD_OUT]


def held_out(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that nothing was learnt from."""
    return list(lines[::HELD_OUT])


def _examples(row: dict[str, Any]) -> Line:
    said = [_in_languages(pair["sentence"]) for pair in row["pairs"]]
    answered = [
        Example(_in_languages(pair["question"]), said[at], (*said[:at], *said[at + 1 :]))
        for at, pair in enumerate(row["pairs"])
    ]
    unanswered = [Example(_in_languages(question), None, tuple(said)) for question in row.get("unanswered", ())]
    return (*answered, *unanswered)


def _in_languages(texts: dict[str, str]) -> ByLanguage:
    return {Language(key): text for key, text in texts.items()}


def parallel_sentences(folder: Path) -> list[ByLanguage]:
    """Read a parallel set, in which questions of one `group` are translations: those that all languages have."""
    groups: dict[str, ByLanguage] = {}
    for row in _rows(folder / "questions.jsonl"):
        groups.setdefault(row["group"], {})[Language(row["lang"])] = row["question"]
    return [texts for texts in groups.values() if len(texts) == len(Language)]


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
