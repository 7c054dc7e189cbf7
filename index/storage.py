"""The index on disk: a manifest that names one complete generation of files and is replaced in one step.

A crash at any point leaves the old generation answering. Everything is JSON, JSONL, NumPy, FAISS or tantivy files;
checksums in the manifest tell damage. Nothing is pickled.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.passage import Document, Language, Passage
from index.dense import DenseIndex, Vectors
from index.lexical import LexicalIndex
from index.rows import document_row, passage_row, to_document, to_passage
from index.sentence_vectors import SentenceVectors
from index.spelling import count_words
from index.terms import terms

FORMAT = 4
MANIFEST = "manifest.json"
LOCK = "lock"


class IndexUnusableError(Exception):
    """An index that cannot be opened; the message says why and what to do."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"the index in {folder} cannot be used: {reason}; "
            f"build it: python -m index build --documents DIR --out {folder}"
        )
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds and how it was made.

    `probe` is the model's vector of a fixed text, by which the model is recognised; `sources` maps the files that were
    read to their SHA-256, `files` those of the generation.
    """

    format: int
    generation: str
    embedder: str
    dimension: int
    probe: list[float]
    passage_size: int
    documents: int
    passages: int
    languages: dict[str, int]
    sources: dict[str, str]
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Contents:
    """A generation's documents and passages with their searchable forms; rows are positions in `passages`."""

    documents: dict[str, Document]
    passages: list[Passage]
    dense: DenseIndex
    sentences: SentenceVectors
    lexical: LexicalIndex
    words: dict[Language, dict[str, int]]


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest; raise IndexUnusableError when there is none or it is of another make."""
    path = folder / MANIFEST
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if values.get("format") != FORMAT:
            raise IndexUnusableError(folder, f"its format is {values.get('format')}, not {FORMAT}")
        return Manifest(**values)
    except (FileNotFoundError, NotADirectoryError):
        raise IndexUnusableError(folder, "there is none yet") from None
    except OSError as error:
        raise IndexUnusableError(folder, f"{MANIFEST} cannot be read ({error.strerror})") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise IndexUnusableError(folder, f"{MANIFEST} is damaged ({error})") from None


def read(folder: Path) -> tuple[Manifest, Contents]:
    """Open the current generation; raise IndexUnusableError when any file is missing or altered."""
    while True:
        manifest = read_manifest(folder)
        problem = ""
        try:
            contents = _read_generation(folder / manifest.generation, manifest)
        except OSError as error:
            problem = f"{error.filename} cannot be read ({error.strerror})"
        except (ValueError, TypeError, AttributeError, KeyError, RuntimeError) as error:
            # The checksums were right: another version of Jauap, FAISS or tantivy wrote this.
            problem = f"{manifest.generation} is not understood ({error})"
        # A build may have replaced the generation meanwhile; then the new one is read.
        if read_manifest(folder).generation == manifest.generation:
            if problem:
                raise IndexUnusableError(folder, problem)
            return manifest, contents


def _read_generation(folder: Path, manifest: Manifest) -> Contents:
    for name, checksum in manifest.files.items():
        if _checksum(folder / name) != checksum:
            raise IndexUnusableError(folder.parent, f"{folder.name}/{name} is damaged")
    documents = {row["id"]: to_document(row) for row in _read_rows(folder / "documents.jsonl")}
    passages = [to_passage(row, documents[row["document"]]) for row in _read_rows(folder / "passages.jsonl")]
    return Contents(
        documents,
        passages,
        DenseIndex.read(folder / "dense.faiss"),
        SentenceVectors(passages, np.load(folder / "sentences.npy", mmap_mode="r", allow_pickle=False)),
        LexicalIndex.read(folder / "lexical"),
        {Language(key): words for key, words in _read_json(folder / "words.json").items()},
    )


def write(
    folder: Path,
    documents: dict[str, Document],
    passages: Sequence[Passage],
    vectors: Vectors,
    sentence_vectors: Vectors,
    describe: Callable[..., Manifest],
) -> Manifest:
    """Write a new generation beside the current one, then make it the current one.

    `describe` gets generation, documents, passages, languages and files, and returns the manifest. The caller holds the
    build lock.
    """
    folder.mkdir(parents=True, exist_ok=True)
    generation = _next_generation(folder)
    scratch = folder / f"{generation}.tmp"
    scratch.mkdir()
    _write_rows(scratch / "documents.jsonl", (document_row(document) for document in documents.values()))
    _write_rows(scratch / "passages.jsonl", (passage_row(passage) for passage in passages))
    DenseIndex.build(vectors).write(scratch / "dense.faiss")
    np.save(scratch / "sentences.npy", sentence_vectors.astype(np.float16), allow_pickle=False)
    LexicalIndex.build(
        scratch / "lexical",
        ((row, passage.language, _searchable(passage)) for row, passage in enumerate(passages)),
    )
    _write_json(scratch / "words.json", count_words((passage.language, passage.text) for passage in passages))
    files = {}
    for path in sorted([scratch, *scratch.rglob("*")]):
        _sync(path)
        if path.is_file() and path.suffix != ".lock":
            files[path.relative_to(scratch).as_posix()] = _checksum(path)
    scratch.rename(folder / generation)
    _sync(folder)
    languages = {language.value: sum(p.language is language for p in passages) for language in Language}
    manifest = describe(
        generation=generation, documents=len(documents), passages=len(passages), languages=languages, files=files
    )
    replacement = folder / f"{MANIFEST}.tmp"
    _write_json(replacement, asdict(manifest))
    _sync(replacement)
    replacement.replace(folder / MANIFEST)
    _sync(folder)
    remove_others(folder, generation)
    return manifest


def remove_others(folder: Path, generation: str) -> None:
    """Remove what earlier builds left, the killed ones included. The caller holds the build lock."""
    for path in folder.glob("generation-*"):
        if path.name != generation:
            shutil.rmtree(path, ignore_errors=True)


def _searchable(passage: Passage) -> list[str]:
    """The words of a passage are sought in its title and heading too."""
    return terms(f"{passage.title}\n{passage.heading}\n{passage.text}", passage.language)


def _next_generation(folder: Path) -> str:
    numbers = [int(path.name.split("-")[1].split(".")[0]) for path in folder.glob("generation-*")]
    return f"generation-{max(numbers, default=0) + 1:06d}"


def _checksum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def _read_json(path: Path) -> Any:  # noqa: ANN401
    return json.loads(path.read_text(encoding="utf-8"))


def _write_rows(path: Path, rows: Iterator[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _read_rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)
