"""Folders of documents into an index: only what changed is read and embedded again."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from corpus.load import Problem, Source, find_sources, fingerprint, load
from corpus.passage import Document, Passage
from corpus.readers import UnreadableError
from corpus.split import DEFAULT_SIZE, split_document
from index import embed, storage
from index.dense import Vectors
from index.embed import Embedder
from index.lexicon import default_lexicon
from index.search import PassageIndex
from index.spelling import Spelling
from index.storage import Contents, IndexUnusableError, Manifest

PROBE = "Қазақстан Казахстан Kazakhstan 2025"
SAME_MODEL = 0.995  # a cosine; processors differ in the last digits of int8 arithmetic

Progress = Callable[[str, int, int], None]


class NothingToIndexError(Exception):
    """No file could be read; `problems` says why."""

    def __init__(self, message: str, problems: list[Problem]) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: files read, passages embedded, files that are gone."""

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


def open_index(folder: Path, announce: Callable[[str], None] = lambda message: None) -> PassageIndex:
    """Open the index in `folder` with the model that built it; raise IndexUnusableError when either is not as it was."""
    manifest, contents = storage.read(folder)
    embedder = embed.open_embedder(manifest.embedder, announce)
    if not _same_model(manifest, embedder):
        raise IndexUnusableError(folder, f"it was built with another model than the present {manifest.embedder!r}")
    return PassageIndex(
        contents.documents,
        contents.passages,
        contents.dense,
        contents.lexical,
        Spelling(contents.spelling),
        default_lexicon(),
        embedder,
    )


def build(
    roots: Sequence[Path],
    folder: Path,
    embedder_name: str = embed.DEFAULT,
    passage_size: int = DEFAULT_SIZE,
    progress: Progress = lambda stage, done, total: None,
    announce: Callable[[str], None] = lambda message: None,
) -> BuildReport:
    """Bring the index in `folder` up to date with the files under `roots`; other builds of it wait."""
    sources, problems = find_sources(roots)
    embedder = embed.open_embedder(embedder_name, announce)
    folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder, announce):
        previous = _previous(folder, embedder, announce)
        kept, changed = _compare(sources, previous, passage_size, progress)
        documents, passages, failed = _read(changed, passage_size, progress)
        problems += failed
        if previous:
            documents |= {d.id: d for d in previous.contents.documents.values() if d.source in kept}
            passages += [p for p in previous.contents.passages if previous.contents.documents[p.document_id].source in kept]
        if not passages:
            raise NothingToIndexError(f"no document could be read under {', '.join(map(str, roots))}", problems)
        digests = kept | {source.id: digest for source, digest in changed if source.id in {d.source for d in documents.values()}}
        removed = len(previous.manifest.sources.keys() - digests.keys()) if previous else 0
        if previous and previous.manifest.sources == digests and previous.manifest.passage_size == passage_size:
            return BuildReport(previous.manifest, problems, 0, 0, 0, changed=False)
        passages.sort(key=lambda passage: (passage.document_id, passage.position))
        vectors, embedded = _embed(passages, previous, embedder, progress)
        describe = partial(
            Manifest,
            format=storage.FORMAT,
            embedder=embedder.name,
            dimension=embedder.dimension,
            probe=_probe(embedder),
            passage_size=passage_size,
            sources=digests,
        )
        manifest = storage.write(folder, dict(sorted(documents.items())), passages, vectors, describe)
    return BuildReport(manifest, problems, len(digests.keys() - kept.keys()), embedded, removed, changed=True)


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
    if manifest.embedder != embedder.name or not _same_model(manifest, embedder):
        announce(f"the index was built with {manifest.embedder}; building it anew with {embedder.name}")
        return None
    return _Previous(manifest, contents)


def _compare(
    sources: list[Source], previous: _Previous | None, passage_size: int, progress: Progress
) -> tuple[dict[str, str], list[tuple[Source, str]]]:
    """Part the sources into those kept, with their digests, and those to be read."""
    known = previous.manifest.sources if previous and previous.manifest.passage_size == passage_size else {}
    kept: dict[str, str] = {}
    changed = []
    for done, source in enumerate(sources, start=1):
        digest = fingerprint(source)
        if known.get(source.id) == digest:
            kept[source.id] = digest
        else:
            changed.append((source, digest))
        progress("comparing", done, len(sources))
    return kept, changed


def _read(
    changed: list[tuple[Source, str]], passage_size: int, progress: Progress
) -> tuple[dict[str, Document], list[Passage], list[Problem]]:
    documents: dict[str, Document] = {}
    passages: list[Passage] = []
    problems = []
    for done, (source, _) in enumerate(changed, start=1):
        try:
            for document in load(source):
                documents[document.id] = document
                passages += split_document(document, passage_size)
        except (UnreadableError, OSError) as error:
            problems.append(Problem(source.path, str(error)))
        progress("reading", done, len(changed))
    return documents, passages, problems


def _embed(
    passages: list[Passage], previous: _Previous | None, embedder: Embedder, progress: Progress
) -> tuple[Vectors, int]:
    """Vectors of all passages, float32 [n, d], and how many were computed; a text embedded before is not again."""
    known = {passage.text: row for row, passage in enumerate(previous.contents.passages)} if previous else {}
    vectors = np.zeros((len(passages), embedder.dimension), np.float32)
    old = [at for at, passage in enumerate(passages) if passage.text in known]
    if previous and old:
        vectors[old] = previous.contents.dense.vectors(np.array([known[passages[at].text] for at in old], np.int64))
    new = sorted({passage.text for passage in passages} - known.keys())
    done = 0

    def report(count: int) -> None:
        nonlocal done
        done += count
        progress("embedding", done, len(new))

    if new:
        fresh = dict(zip(new, embedder.embed_passages(new, report), strict=True))
        for at, passage in enumerate(passages):
            if passage.text in fresh:
                vectors[at] = fresh[passage.text]
    return vectors, len(new)


def _probe(embedder: Embedder) -> list[float]:
    return [round(float(value), 5) for value in embedder.embed_questions([PROBE])[0]]


def _same_model(manifest: Manifest, embedder: Embedder) -> bool:
    return manifest.dimension == embedder.dimension and bool(
        np.dot(manifest.probe, _probe(embedder)) >= SAME_MODEL
    )
