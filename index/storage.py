"""The index on disk: a manifest that names one complete generation of files and is replaced in one step.

A crash at any point leaves the old generation answering. Everything is JSON, JSONL, NumPy, FAISS or tantivy files;
checksums in the manifest tell damage. Nothing is pickled.
"""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from corpus.decisions.values import Decision
from corpus.passage import Document, Language, Passage
from index.dense import DenseIndex, Vectors
from index.files import checksum, read_json, read_rows, sync, write_json, write_rows
from index.lexical import LexicalIndex
from index.rows import decision_row, document_row, passage_row, to_decision, to_document, to_passage
from index.sentence_vectors import SentenceVectors
from index.spelling import count_words
from index.terms import terms

FORMAT = 5
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
    """A generation's documents, passages and decisions with searchable forms; rows are positions in `passages`."""

    documents: dict[str, Document]
    passages: list[Passage]
    dense: DenseIndex
    sentences: SentenceVectors
    lexical: LexicalIndex
    words: dict[Language, dict[str, int]]
    decisions: list[Decision]


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
    for name, expected in manifest.files.items():
        if checksum(folder / name) != expected:
            raise IndexUnusableError(folder.parent, f"{folder.name}/{name} is damaged")
    documents = {row["id"]: to_document(row) for row in read_rows(folder / "documents.jsonl")}
    passages = [to_passage(row, documents[row["document"]]) for row in read_rows(folder / "passages.jsonl")]
    by_id = {passage.id: passage for passage in passages}
    return Contents(
        documents,
        passages,
        DenseIndex.read(folder / "dense.faiss"),
        SentenceVectors(passages, np.load(folder / "sentences.npy", mmap_mode="r", allow_pickle=False)),
        LexicalIndex.read(folder / "lexical"),
        {Language(key): words for key, words in read_json(folder / "words.json").items()},
        [to_decision(row, by_id[row["passage"]]) for row in read_rows(folder / "decisions.jsonl")],
    )


def write(
    folder: Path,
    documents: dict[str, Document],
    passages: Sequence[Passage],
    decisions: Sequence[Decision],
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
    write_rows(scratch / "documents.jsonl", (document_row(document) for document in documents.values()))
    write_rows(scratch / "passages.jsonl", (passage_row(passage) for passage in passages))
    write_rows(scratch / "decisions.jsonl", (decision_row(decision) for decision in decisions))
    DenseIndex.build(vectors).write(scratch / "dense.faiss")
    np.save(scratch / "sentences.npy", sentence_vectors.astype(np.float16), allow_pickle=False)
    LexicalIndex.build(
        scratch / "lexical",
        ((row, passage.language, _searchable(passage)) for row, passage in enumerate(passages)),
    )
    write_json(scratch / "words.json", count_words((passage.language, passage.text) for passage in passages))
    files = {}
    for path in sorted([scratch, *scratch.rglob("*")]):
        sync(path)
        if path.is_file() and path.suffix != ".lock":
            files[path.relative_to(scratch).as_posix()] = checksum(path)
    scratch.rename(folder / generation)
    sync(folder)
    languages = {language.value: sum(p.language is language for p in passages) for language in Language}
    manifest = describe(
        generation=generation, documents=len(documents), passages=len(passages), languages=languages, files=files
    )
    replacement = folder / f"{MANIFEST}.tmp"
    write_json(replacement, asdict(manifest))
    sync(replacement)
    replacement.replace(folder / MANIFEST)
    sync(folder)
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
