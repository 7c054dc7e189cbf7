"""The index on disk: what is written is read back, damage is named with its remedy, a swap is never seen half done."""

import hashlib
import json
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from toy import ToyEmbedder

from corpus.passage import Language
from index import storage
from index.build import build
from index.lexicon import Concept
from index.open import open_index
from index.storage import MANIFEST, Contents, IndexUnusableError, Manifest, read, read_manifest


@pytest.fixture
def index_folder(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> Path:
    """The four documents indexed with the toy embedder."""
    build([folder], tmp_path / "index", toy)
    return tmp_path / "index"


def generation(index_folder: Path) -> Path:
    return index_folder / read_manifest(index_folder).generation


def words(contents: Contents, word: str, language: Language) -> list[int]:
    """Rows that hold the term."""
    rows: list[int] = contents.lexical.search([Concept(((word,),))], language, 10)[0].tolist()
    return sorted(rows)


def test_what_is_written_is_read_back(index_folder: Path, toy: ToyEmbedder) -> None:
    manifest, contents = read(index_folder)
    passages = contents.passages
    assert list(contents.documents) == ["index.kk.md", "law.en.md", "law.ru.md", "note.txt"]
    assert [passage.id for passage in passages] == [
        "index.kk.md#0",
        "law.en.md#0",
        "law.en.md#1",
        "law.ru.md#0",
        "law.ru.md#1",
        "note.txt#0",
    ]
    law = passages[1]
    assert law.text == (
        "The law on artificial intelligence was signed on 17 November 2025. It entered into force on 18 January 2026."
    )
    assert (law.title, law.publisher, str(law.date), law.language) == ("The AI law", "zan.kz", "2025-11-17", "en")
    assert [law.text[start:end] for start, end in law.sentences] == [
        "The law on artificial intelligence was signed on 17 November 2025.",
        "It entered into force on 18 January 2026.",
    ]
    assert (passages[2].heading, passages[5].date, passages[5].publisher) == ("Articles", None, "")
    for passage in passages:
        assert contents.documents[passage.document_id].text[passage.start : passage.end] == passage.text
    expected = toy.embed_passages([passage.text for passage in passages])
    np.testing.assert_array_equal(contents.dense.vectors(np.arange(len(passages))), expected)
    sentences = [passage.text[start:end] for passage in passages for start, end in passage.sentences]
    np.testing.assert_allclose(contents.sentences.all(), toy.embed_passages(sentences), atol=1e-3)
    np.testing.assert_array_equal(contents.sentences.of(1), contents.sentences.all()[3:5])
    assert (words(contents, "law", Language.EN), words(contents, "закон", Language.RU)) == ([1, 2], [3, 4])
    assert contents.words[Language.KK]["қазақстан"] == contents.words[Language.RU]["подписан"] == 1
    assert (contents.words[Language.EN]["the"], contents.words[Language.EN].get("қазақстан")) == (3, None)
    assert (manifest.documents, manifest.passages, manifest.languages) == (4, 6, {"kk": 1, "ru": 2, "en": 3})


def test_words_of_title_and_heading_are_found(index_folder: Path) -> None:
    """ "ai" stands in the title of the law only, "articl" in the heading of its second passage too."""
    _, contents = read(index_folder)
    assert "AI" not in contents.passages[1].text + contents.passages[2].text
    assert words(contents, "ai", Language.EN) == [1, 2]
    rows, shares = contents.lexical.search([Concept((("articl",),))], Language.EN, 10)
    assert rows.tolist() == [2]
    # Three times in 3 + 1 + 13 terms of title, heading and text. The others have 3 + 0 + 19 and, a note whose only
    # line is its title as well, 14 + 0 + 14; so the mean is 67 / 3.
    assert shares[0] == pytest.approx(3 * 2.2 / (3 + 1.2 * (0.25 + 0.75 * 17 / (67 / 3))), rel=1e-5)


def test_the_manifest_describes_the_generation(index_folder: Path) -> None:
    manifest = read_manifest(index_folder)
    assert (manifest.embedder, manifest.dimension, manifest.generation) == ("toy", 256, "generation-000001")
    assert set(manifest.sources) == {"index.kk.md", "law.en.md", "law.ru.md", "note.txt"}
    for name, checksum in manifest.files.items():
        data = (generation(index_folder) / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == checksum
    stored = {path.relative_to(generation(index_folder)).as_posix() for path in generation(index_folder).rglob("*")}
    kinds = {
        "documents.jsonl",
        "passages.jsonl",
        "decisions.jsonl",
        "dense.faiss",
        "sentences.npy",
        "words.json",
        "lexical/ru/meta.json",
    }
    assert kinds <= set(manifest.files) <= stored


def test_nothing_but_the_current_generation_is_left(index_folder: Path) -> None:
    assert sorted(path.name for path in index_folder.iterdir()) == ["generation-000001", "lock", MANIFEST]


def test_damage_of_any_file_is_named_with_the_remedy(index_folder: Path) -> None:
    for name in read_manifest(index_folder).files:
        path = generation(index_folder) / name
        data = path.read_bytes()
        for damaged in (data[:-1], data + b"\0", bytes([data[0] ^ 1]) + data[1:]):
            path.write_bytes(damaged)
            with pytest.raises(IndexUnusableError) as caught:
                read(index_folder)
            assert f"generation-000001/{name} is damaged" in str(caught.value)
            assert f"python -m index build --documents DIR --out {index_folder}" in str(caught.value)
        path.write_bytes(data)
    assert len(read(index_folder)[1].passages) == 6


def test_a_missing_file_is_named_with_the_remedy(index_folder: Path) -> None:
    for name in read_manifest(index_folder).files:
        path = generation(index_folder) / name
        path.rename(index_folder / "elsewhere")
        with pytest.raises(IndexUnusableError, match="No such file.* build it: python -m index build") as caught:
            read(index_folder)
        assert str(path) in str(caught.value)
        (index_folder / "elsewhere").rename(path)


def test_a_missing_generation_is_an_error(index_folder: Path) -> None:
    shutil.rmtree(generation(index_folder))
    with pytest.raises(IndexUnusableError, match="generation-000001.* cannot be read"):
        read(index_folder)


@pytest.mark.parametrize("make", ["nothing", "an empty folder", "a file"])
def test_where_there_is_no_index(tmp_path: Path, make: str) -> None:
    target = tmp_path / "index"
    if make == "an empty folder":
        target.mkdir()
    elif make == "a file":
        target.write_text("hello")
    with pytest.raises(IndexUnusableError, match=r"there is none yet; build it: python -m index build"):
        read(target)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b'"text"'),
        *(json.dumps({"format": storage.FORMAT, **more}).encode() for more in ({}, {"unknown": 2})),
    ],
    ids=repr,
)
def test_a_damaged_manifest_is_named(index_folder: Path, content: bytes) -> None:
    (index_folder / MANIFEST).write_bytes(content)
    with pytest.raises(IndexUnusableError, match=r"manifest.json is damaged .* build it"):
        read(index_folder)


def test_a_truncated_manifest_is_named(index_folder: Path) -> None:
    path = index_folder / MANIFEST
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(IndexUnusableError, match="manifest.json is damaged"):
        read(index_folder)


@pytest.mark.parametrize("other", [0, 1, 99, None, "2"])
def test_another_format_is_named(index_folder: Path, other: object) -> None:
    path = index_folder / MANIFEST
    values = json.loads(path.read_text()) | {"format": other}
    path.write_text(json.dumps(values))
    with pytest.raises(IndexUnusableError, match=f"its format is {other}, not {storage.FORMAT}; build it"):
        read(index_folder)


@pytest.mark.parametrize("name", ["dense.faiss", "sentences.npy", "documents.jsonl", "words.json", "meta.json"])
def test_files_of_another_make_are_an_error_even_with_the_right_checksum(index_folder: Path, name: str) -> None:
    """As when a newer FAISS or tantivy wrote them."""
    path = next(generation(index_folder).rglob(name))
    path.write_bytes(b"another make")
    manifest = json.loads((index_folder / MANIFEST).read_text())
    relative = path.relative_to(generation(index_folder)).as_posix()
    manifest["files"][relative] = hashlib.sha256(b"another make").hexdigest()
    (index_folder / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(IndexUnusableError, match=r"generation-000001 is not understood .* build it"):
        read(index_folder)


def test_pickled_vectors_are_not_loaded(index_folder: Path) -> None:
    """An array of objects would run code when it is opened."""
    path = generation(index_folder) / "sentences.npy"
    np.save(path, np.array([{"any": "object"}], dtype=object), allow_pickle=True)
    manifest = json.loads((index_folder / MANIFEST).read_text())
    manifest["files"]["sentences.npy"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (index_folder / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(IndexUnusableError, match="not understood"):
        read(index_folder)


def test_an_open_index_answers_after_it_was_replaced(index_folder: Path, folder: Path, toy: ToyEmbedder) -> None:
    opened = open_index(index_folder, lambda name: toy)
    before = [(hit.passage.id, hit.score) for hit in opened.search("AI law", Language.EN)]
    (folder / "new.txt").write_text("The AI law is new.")
    build([folder], index_folder, toy)
    assert read_manifest(index_folder).generation == "generation-000002"
    assert not (index_folder / "generation-000001").exists()
    assert [(hit.passage.id, hit.score) for hit in opened.search("AI law", Language.EN)] == before


@pytest.mark.parametrize("changed", [True, False], ids=["with something new", "with nothing new"])
def test_the_next_build_removes_what_killed_ones_left(
    index_folder: Path, folder: Path, toy: ToyEmbedder, changed: bool
) -> None:
    """A half-written generation, one that was never made current, and half a manifest."""
    (index_folder / "generation-000002").mkdir()
    (index_folder / "generation-000003.tmp" / "lexical").mkdir(parents=True)
    (index_folder / f"{MANIFEST}.tmp").write_text('{"format"')
    assert read_manifest(index_folder).generation == "generation-000001"
    if changed:
        (folder / "new.txt").write_text("The AI law is new.")
    assert build([folder], index_folder, toy).changed is changed
    current = read_manifest(index_folder).generation
    assert [path.name for path in index_folder.glob("generation-*")] == [current]
    assert len(read(index_folder)[1].documents) == 4 + changed


def test_reading_never_sees_a_swap_half_done(index_folder: Path, folder: Path, toy: ToyEmbedder) -> None:
    """One thread replaces the index over and over, the other opens it: always one of the two states, and whole."""
    extra = folder / "extra.txt"
    done = threading.Event()

    def replace() -> None:
        for at in range(8):
            if at % 2:
                extra.unlink()
            else:
                extra.write_text("Law is law.")
            build([folder], index_folder, ToyEmbedder())
        done.set()

    thread = threading.Thread(target=replace)
    thread.start()
    seen: list[tuple[Manifest, Contents]] = []
    while not done.is_set():
        seen.append(read(index_folder))
    thread.join()
    assert len({manifest.generation for manifest, _ in seen}) > 1
    for manifest, contents in seen:
        has_extra = "extra.txt" in contents.documents
        assert manifest.passages == len(contents.passages) == contents.dense.size == 6 + has_extra
        assert words(contents, "law", Language.EN) == ([0, 2, 3] if has_extra else [1, 2])
        assert words(contents, "закон", Language.RU) == ([4, 5] if has_extra else [3, 4])
