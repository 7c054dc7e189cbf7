"""Folders into files, a file into documents. What cannot be read becomes a Problem; the rest goes on."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.clean import clean, join_pages
from corpus.draft import Draft, UnreadableError
from corpus.metadata import complete
from corpus.passage import Document, Language
from corpus.readers import READERS
from corpus.split import HEADING

MAX_MEGABYTES = 200
MAX_CHARACTERS = 20_000_000
HIDDEN = (".", "~$")  # the second heads the name of what Word leaves beside an open file


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: `id` is unique over all roots, `path` is relative to its root."""

    id: str
    path: str
    file: Path


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not read, with the reason and the remedy."""

    path: str
    reason: str

    def __str__(self) -> str:
        """Name the file and the reason on one line."""
        return f"{self.path}: {self.reason}"


def find_sources(roots: Iterable[Path], leave_out: Path | None = None) -> tuple[list[Source], list[Problem]]:
    """List the readable files under `roots` by path, less those under `leave_out`, hidden and repeated ones.

    Raise FileNotFoundError for a root that is not a folder.
    """
    sources: dict[str, Source] = {}
    problems = []
    seen: set[Path] = set()
    left_out = leave_out.resolve() if leave_out else None
    for place, root in {root.resolve(): root for root in roots}.items():
        if not root.is_dir():
            raise FileNotFoundError(f"{root} is not a folder; --documents takes folders of documents")
        for file in sorted(path for path in root.rglob("*") if path.is_file()):
            path = file.relative_to(root).as_posix()
            if any(part.startswith(HIDDEN) for part in Path(path).parts):
                continue
            if (place / path) in seen or (left_out and (place / path).is_relative_to(left_out)):
                continue
            seen.add(place / path)
            if (legible := path.encode(errors="replace").decode()) != path:
                problems.append(Problem(legible, "its name is not UTF-8; rename it"))
                continue
            if file.suffix.lower() not in READERS:
                known = " ".join(READERS)
                problems.append(Problem(path, f"files of this kind are not read; convert it to one of {known}"))
                continue
            names = (path, f"{place.name}/{path}", (place / path).as_posix())
            identity = next(name for name in names if name not in sources)
            sources[identity] = Source(identity, path, file)
    return [sources[key] for key in sorted(sources)], problems


def fingerprint(source: Source) -> str:
    """SHA-256 of the file's bytes, hexadecimal; raises OSError when it cannot be read."""
    with source.file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def load(source: Source) -> list[Document]:
    """Read one file; raise UnreadableError with a reason and a remedy when it holds no usable text."""
    megabytes = source.file.stat().st_size / 1e6
    if megabytes > MAX_MEGABYTES:
        raise UnreadableError(f"it has {megabytes:.1f} MB, more than the limit of {MAX_MEGABYTES} MB; split it")
    data = source.file.read_bytes()
    if not data.strip():
        raise UnreadableError("it is empty; remove it or add its text")
    documents = list(_documents(source, READERS[source.file.suffix.lower()](data)))
    if not documents:
        raise UnreadableError("it has no text (headings apart); remove it or add its text")
    return documents


def _documents(source: Source, drafts: Iterable[Draft]) -> Iterator[Document]:
    seen: set[str] = set()
    for draft in drafts:
        if draft.key in seen:
            raise UnreadableError(f"the id {draft.key!r} stands twice; every passage needs an id of its own")
        seen.add(draft.key)
        document = _document(source, draft)
        if document is not None:
            yield document


def _document(source: Source, draft: Draft) -> Document | None:
    if len(draft.text) > MAX_CHARACTERS:
        raise UnreadableError(f"it has more than {MAX_CHARACTERS:,} characters; split it")
    text, starts = join_pages(map(clean, draft.pages)) if draft.pages else (clean(draft.text), ())
    known, text_without_date = complete(draft.metadata, text, Path(source.path).stem)
    if not starts and not draft.key:
        text = text_without_date
    if not any(character.isalnum() for character in (text if draft.key else HEADING.sub("", text))):
        return None
    return Document(
        id=f"{source.id}#{draft.key}" if draft.key else source.id,
        source=source.id,
        path=source.path,
        title=known.title,
        language=known.language or Language.EN,
        publisher=known.publisher,
        url=known.url,
        published=known.published,
        event_date=known.event_date,
        text=text,
        pages=starts,
        ready=bool(draft.key),
    )
