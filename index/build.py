"""Folders of documents into an index: only what changed is read and embedded again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from corpus.decisions.read import read_decisions
from corpus.decisions.values import Decision
from corpus.draft import UnreadableError
from corpus.load import Problem, Source, find_sources, fingerprint, load
from corpus.passage import Document, Passage
from corpus.split import DEFAULT_SIZE, split_document
from index import storage
from index.dense import Vectors
from index.embed import Embedder
from index.probe import is_same_model, probe
from index.storage import Contents, IndexUnusableError, Manifest

Vector = NDArray[np.float32]
Progress = Callable[[str, int, int], None]


class NothingToIndexError(Exception):
    """No file could be read; `problems` says why."""

    def __init__(self, message: str, problems: list[Problem]) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: files read, texts embedded, files that are gone."""

    manifest: Manifest
    problems: list[Problem]
    read: int
    embedded: int
    removed: int
    changed: bool


@dataclass(frozen=True, slots=True)
class _Previous:
    manifest: Manifest
    contents: Contents


def build(
    roots: Sequence[Path],
    folder: Path,
    embedder: Embedder,
    passage_size: int = DEFAULT_SIZE,
    progress: Progress = lambda stage, done, total: None,
    announce: Callable[[str], None] = lambda message: None,
) -> BuildReport:
    """Bring the index in `folder` up to date with the files under `roots`; other builds of it wait."""
    folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder, announce):
        sources, problems = find_sources(roots, folder)
        previous = _previous(folder, embedder, announce)
        kept, changed, gone = _compare(sources, previous, passage_size, progress)
        documents, passages, decisions, failed = _read(changed, passage_size, progress)
        problems += gone + failed
        if previous:
            stored = previous.contents
            documents |= {d.id: d for d in stored.documents.values() if d.source in kept}
            passages += [p for p in stored.passages if stored.documents[p.document_id].source in kept]
            decisions += [d for d in stored.decisions if stored.documents[d.document_id].source in kept]
        if not passages:
            raise NothingToIndexError(f"no document could be read under {', '.join(map(str, roots))}", problems)
        present = {document.source for document in documents.values()}
        digests = kept | {source.id: digest for source, digest in changed if source.id in present}
        removed = len(previous.manifest.sources.keys() - digests.keys()) if previous else 0
        if previous and previous.manifest.sources == digests and previous.manifest.passage_size == passage_size:
            return BuildReport(previous.manifest, problems, 0, 0, 0, changed=False)
        passages.sort(key=lambda passage: (passage.document_id, passage.position))
        place = {passage.id: at for at, passage in enumerate(passages)}
        decisions.sort(key=lambda decision: (place[decision.passage_id], decision.start))
        vectors = _Vectors(previous, embedder, progress)
        sentences = [p.text[start:end] for p in passages for start, end in p.sentences]
        vectors.embed([p.text for p in passages], sentences)
        describe = partial(
            Manifest,
            format=storage.FORMAT,
            embedder=embedder.name,
            dimension=embedder.dimension,
            probe=probe(embedder),
            passage_size=passage_size,
            sources=digests,
        )
        manifest = storage.write(
            folder,
            dict(sorted(documents.items())),
            passages,
            decisions,
            vectors.of([p.text for p in passages]),
            vectors.of(sentences),
            describe,
        )
    return BuildReport(manifest, problems, len(digests.keys() - kept.keys()), vectors.fresh, removed, changed=True)


@contextmanager
def _alone_in(folder: Path, announce: Callable[[str], None]) -> Iterator[None]:
    lock = FileLock(folder / storage.LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        announce(f"another build of {folder} is running; waiting for it to finish")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _previous(folder: Path, embedder: Embedder, announce: Callable[[str], None]) -> _Previous | None:
    """The present generation, if it is whole and of this model; else everything is built anew."""
    if not (folder / storage.MANIFEST).exists():
        return None
    try:
        manifest, contents = storage.read(folder)
    except IndexUnusableError as error:
        announce(f"{error.reason}; building it anew")
        return None
    if manifest.embedder != embedder.name or not is_same_model(manifest, embedder):
        announce(f"the index was built with {manifest.embedder}; building it anew with {embedder.name}")
        return None
    storage.remove_others(folder, manifest.generation)
    return _Previous(manifest, contents)


def _compare(
    sources: list[Source], previous: _Previous | None, passage_size: int, progress: Progress
) -> tuple[dict[str, str], list[tuple[Source, str]], list[Problem]]:
    """Part the sources into those kept, with their digests, those to be read, and those that cannot be."""
    known = previous.manifest.sources if previous and previous.manifest.passage_size == passage_size else {}
    kept: dict[str, str] = {}
    changed, problems = [], []
    for done, source in enumerate(sources, start=1):
        try:
            digest = fingerprint(source)
        except OSError as error:
            problems.append(Problem(source.path, _reason(error)))
        else:
            if known.get(source.id) == digest:
                kept[source.id] = digest
            else:
                changed.append((source, digest))
        progress("comparing", done, len(sources))
    return kept, changed, problems


def _read(
    changed: list[tuple[Source, str]], passage_size: int, progress: Progress
) -> tuple[dict[str, Document], list[Passage], list[Decision], list[Problem]]:
    documents: dict[str, Document] = {}
    passages: list[Passage] = []
    decisions: list[Decision] = []
    problems = []
    for done, (source, _) in enumerate(changed, start=1):
        try:
            for document in load(source):
                documents[document.id] = document
                cut = split_document(document, passage_size)
                passages += cut
                decisions += read_decisions(cut)
        except UnreadableError as error:
            problems.append(Problem(source.path, str(error)))
        except OSError as error:
            problems.append(Problem(source.path, _reason(error)))
        progress("reading", done, len(changed))
    return documents, passages, decisions, problems


def _reason(error: OSError) -> str:
    return f"it cannot be read ({error.strerror}); check that it is there and may be read"


class _Vectors:
    """Vectors by text; a text that the previous generation holds is not embedded again.

    Sentences are stored in half precision, which does for sentences only: a passage is not given such a vector.
    """

    def __init__(self, previous: _Previous | None, embedder: Embedder, progress: Progress) -> None:
        self._embedder = embedder
        self._progress = progress
        self._known: dict[str, Vector] = {}
        self._halved: dict[str, Vector] = {}
        self.fresh = 0
        if previous:
            contents = previous.contents
            sentences = (p.text[start:end] for p in contents.passages for start, end in p.sentences)
            self._halved.update(zip(sentences, contents.sentences.all(), strict=True))
            rows = contents.dense.vectors(np.arange(len(contents.passages)))
            self._known.update(zip((p.text for p in contents.passages), rows, strict=True))

    def embed(self, passages: Iterable[str], sentences: Iterable[str]) -> None:
        """Embed what is not known yet."""
        new = sorted((set(passages) | (set(sentences) - self._halved.keys())) - self._known.keys())

        def report(count: int) -> None:
            self.fresh += count
            self._progress("embedding", self.fresh, len(new))

        if new:
            self._known.update(zip(new, self._embedder.embed_passages(new, report), strict=True))

    def of(self, texts: Sequence[str]) -> Vectors:
        """Return rows of the texts, float32 [n, d]."""
        rows = [self._known[text] if text in self._known else self._halved[text] for text in texts]
        return np.vstack(rows) if rows else np.zeros((0, self._embedder.dimension), np.float32)
