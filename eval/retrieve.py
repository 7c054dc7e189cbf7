"""Retrieval over ready passages: rank them for questions, and compare rankings per language pair."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.understand import MAX_CHARACTERS, understand
from corpus.passage import Language
from eval.metrics import hit_at, reciprocal_rank
from index.build import build, open_index
from index.embed import open_embedder
from index.search import Filter, PassageIndex, Ranking

CACHE = Path(__file__).parent.parent / "index" / "built" / "retrieval"
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


def index_passages(
    passages: Path, embedder: str, progress: Callable[[str, int, int], None], cache: Path = CACHE
) -> PassageIndex:
    """Index a JSONL file of ready passages under `cache`; texts embedded before are not embedded again."""
    key = hashlib.sha256(f"{passages.resolve()}\n{embedder}".encode()).hexdigest()[:16]
    documents = cache / key / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    (documents / "passages.jsonl").write_bytes(passages.read_bytes())
    build([documents], cache / key / "index", open_embedder(embedder), progress=progress)
    return open_index(cache / key / "index")


def retrieve(
    index: PassageIndex,
    question: str,
    depth: int,
    only: Filter = Filter(),  # noqa: B008 (frozen)
    ranking: Ranking = Ranking.FUSED,
) -> list[str]:
    """Return the ids of the best ready passages, as they stand in their file."""
    query = understand(question[:MAX_CHARACTERS], (), index.spelling)
    hits = index.search(query.search, query.language, depth, only, ranking)
    return [hit.passage.id.split("#", 1)[1] for hit in hits]


def retrieve_all(
    index: PassageIndex, rows: Iterable[dict[str, Any]], depth: int, report: Callable[[int], None]
) -> Iterator[dict[str, Any]]:
    """Yield {"id", "hits"} per question, in order."""
    for done, row in enumerate(rows, start=1):
        yield {"id": row["id"], "hits": retrieve(index, str(row["question"]), depth)}
        report(done)


def compare(
    index: PassageIndex, rows: Sequence[dict[str, Any]], report: Callable[[int, int], None]
) -> Iterator[PairScores]:
    """Score each ranking on each pair of languages, then on the mixed index; only questions with a relevant passage."""
    languages = sorted(index.centres)
    language_of = {passage.id.split("#", 1)[1]: passage.language for passage in index.passages}
    searched: list[Language | None] = [*languages, *([None] if len(languages) > 1 else [])]
    total, done = len(rows) * len(searched) * len(Ranking), 0
    for asked in sorted({Language(row["lang"]) for row in rows}):
        for target in searched:
            only = Filter(languages=frozenset({target})) if target else Filter()
            for ranking in Ranking:
                values = []
                for row in (row for row in rows if row["lang"] == asked):
                    relevant = {key for key in row["relevant"] if target in (None, language_of.get(key))}
                    if relevant:
                        found = retrieve(index, str(row["question"]), DEPTH, only, ranking)
                        values.append(
                            (hit_at(found, relevant, 1), hit_at(found, relevant, 5), reciprocal_rank(found, relevant))
                        )
                    done += 1
                    report(done, total)
                if values:
                    means = [sum(column) / len(values) for column in zip(*values, strict=True)]
                    yield PairScores(asked, target, ranking, len(values), *means)
