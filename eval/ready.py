"""An index of ready passages, kept by their content; and what is found in it, by the ids of their file."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.understand import MAX_CHARACTERS, QuestionError, understand
from corpus.passage import Passage
from eval.answer import asked
from eval.jsonl import to_line
from index.build import build
from index.embed import open_embedder
from index.open import open_index
from index.search import PassageIndex


@dataclass(frozen=True, slots=True)
class ReadyPassages:
    """An index of ready passages, and their ids as given, by the keys under which they are indexed."""

    index: PassageIndex
    ids: dict[str, Any]

    def id_of(self, passage: Passage) -> Any:  # noqa: ANN401
        """Return the id of `passage` as it stands in its file."""
        return self.ids[passage.id.split("#", 1)[1]]


def index_passages(
    rows: Sequence[dict[str, Any]], embedder: str, progress: Callable[[str, int, int], None], cache: Path
) -> ReadyPassages:
    """Index ready passages under `cache`, by their content: what was indexed before is only opened."""
    ids = {f"{number:07}": row["id"] for number, row in enumerate(rows, start=1)}
    text = "".join(to_line(row | {"id": key}) for key, row in zip(ids, rows, strict=True))
    key = hashlib.sha256(f"{embedder}\n{text}".encode()).hexdigest()[:16]
    documents = cache / key / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    replacement = documents / f".{os.getpid()}"
    replacement.write_text(text, encoding="utf-8")
    replacement.replace(documents / "passages.jsonl")
    build([documents], cache / key / "index", open_embedder(embedder), progress=progress)
    return ReadyPassages(open_index(cache / key / "index"), ids)


def retrieve_all(
    ready: ReadyPassages, rows: Iterable[dict[str, Any]], depth: int, report: Callable[[int], None]
) -> Iterator[dict[str, Any]]:
    """Yield {"id", "hits"} per question, in order; one that cannot be taken has no hits and its reason in `error`."""
    for done, row in enumerate(rows, start=1):
        try:
            query = understand(asked(row)[:MAX_CHARACTERS], (), ready.index.spelling)
            hits = ready.index.search(query.search, query.language, depth)
            result: dict[str, Any] = {"hits": [ready.id_of(hit.passage) for hit in hits]}
        except QuestionError as error:
            result = {"hits": [], "error": error.key}
        report(done)
        yield {"id": row["id"]} | result
