"""Retrieval over ready passages: rank them for questions, and compare rankings per language pair."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.understand import MAX_CHARACTERS, QuestionError, understand
from corpus.passage import Language, Passage
from eval.answer import asked
from eval.jsonl import BadFileError, numbered_rows, to_line
from eval.metrics import hit_at, reciprocal_rank
from index.build import build, open_index
from index.embed import open_embedder
from index.search import Filter, PassageIndex, Ranking

DEPTH = 10


@dataclass(frozen=True, slots=True)
class PairScores:
    """Means over the questions of one language against the passages of one language, or of all when None."""

    asked: Language
    searched: Language | None
    ranking: Ranking
    questions: int
    hit_at_1: float
    hit_at_5: float
    mrr_at_10: float


@dataclass(frozen=True, slots=True)
class ReadyPassages:
    """An index of ready passages, and their ids as given, by the keys under which they are indexed."""

    index: PassageIndex
    ids: dict[str, Any]

    def id_of(self, passage: Passage) -> Any:  # noqa: ANN401
        """Return the id of `passage` as it stands in its file."""
        return self.ids[passage.id.split("#", 1)[1]]


def index_passages(
    passages: Path, embedder: str, progress: Callable[[str, int, int], None], cache: Path
) -> ReadyPassages:
    """Index a JSONL file of ready passages under `cache`, by its content: what was indexed before is only opened."""
    text, ids = _keyed(passages)
    key = hashlib.sha256(f"{embedder}\n{text}".encode()).hexdigest()[:16]
    documents = cache / key / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    replacement = documents / f".{os.getpid()}"
    replacement.write_text(text, encoding="utf-8")
    replacement.replace(documents / "passages.jsonl")
    build([documents], cache / key / "index", open_embedder(embedder), progress=progress)
    return ReadyPassages(open_index(cache / key / "index"), ids)


def _keyed(passages: Path) -> tuple[str, dict[str, Any]]:
    """Return the file with each passage's id replaced by the number of its line, and the ids by number."""
    ids: dict[str, Any] = {}
    seen: set[str | int] = set()
    lines = []
    for number, row in numbered_rows(passages, ("id", "text")):
        if not isinstance(row["text"], str) or not row["text"].strip():
            raise BadFileError(f"{passages}, line {number}: the passage has no text")
        if not isinstance(row["id"], str | int) or row["id"] in seen:
            raise BadFileError(f"{passages}, line {number}: the id {row['id']!r} stands twice or is no id")
        seen.add(row["id"])
        key = f"{number:07}"
        ids[key] = row["id"]
        lines.append(to_line(row | {"id": key}))
    return "".join(lines), ids


def retrieve(
    ready: ReadyPassages,
    question: str,
    depth: int,
    only: Filter = Filter(),  # noqa: B008 (frozen)
    ranking: Ranking = Ranking.FUSED,
) -> list[Any]:
    """Return the ids of the best ready passages, as they stand in their file; raises QuestionError."""
    query = understand(question[:MAX_CHARACTERS], (), ready.index.spelling)
    return [ready.id_of(hit.passage) for hit in ready.index.search(query.search, query.language, depth, only, ranking)]


def retrieve_all(
    ready: ReadyPassages, rows: Iterable[dict[str, Any]], depth: int, report: Callable[[int], None]
) -> Iterator[dict[str, Any]]:
    """Yield {"id", "hits"} per question, in order; one that cannot be taken has no hits and its reason in `error`."""
    for done, row in enumerate(rows, start=1):
        try:
            result: dict[str, Any] = {"hits": retrieve(ready, asked(row), depth)}
        except QuestionError as error:
            result = {"hits": [], "error": error.key}
        report(done)
        yield {"id": row["id"]} | result


def compare(
    ready: ReadyPassages, rows: Sequence[dict[str, Any]], report: Callable[[int, int], None]
) -> Iterator[PairScores]:
    """Score each ranking on each pair of languages, then on the mixed index; only questions with a relevant passage."""
    languages = sorted(ready.index.centres)
    language_of = {ready.id_of(passage): passage.language for passage in ready.index.passages}
    searched: list[Language | None] = [*languages, *([None] if len(languages) > 1 else [])]
    total, done = len(rows) * len(searched) * len(Ranking), 0
    for language in sorted({Language(row["lang"]) for row in rows}):
        for target in searched:
            only = Filter(languages=frozenset({target})) if target else Filter()
            for ranking in Ranking:
                values = []
                for row in (row for row in rows if row["lang"] == language):
                    relevant = {key for key in row["relevant"] if target in (None, language_of.get(key))}
                    if relevant:
                        found = retrieve(ready, asked(row), DEPTH, only, ranking)
                        values.append(
                            (hit_at(found, relevant, 1), hit_at(found, relevant, 5), reciprocal_rank(found, relevant))
                        )
                    done += 1
                    report(done, total)
                if values:
                    means = [sum(column) / len(values) for column in zip(*values, strict=True)]
                    yield PairScores(language, target, ranking, len(values), *means)
