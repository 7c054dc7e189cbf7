"""Builds: only what changed is embedded, the result is that of a fresh build, and no kill and no rival harms it."""

import itertools
import multiprocessing
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filelock import FileLock
from orders import ORDERS
from toy import ToyEmbedder

from corpus.decisions.read import read_decisions
from corpus.decisions.values import Decision
from corpus.language import detect_language
from corpus.passage import Language, Passage
from index import storage
from index.build import NothingToIndexError, build
from index.embed import Report, Vectors
from index.open import open_index
from index.search import PassageIndex
from index.storage import IndexUnusableError, read, read_manifest

# Children are forked from a server that has imported this module and nothing that runs threads.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["test_build"])


class SlowEmbedder(ToyEmbedder):
    """The toy, two milliseconds a text."""

    def embed_passages(self, texts: Sequence[str], report: Report = lambda count: None) -> Vectors:
        """Embed passages, slowly."""
        for _ in texts:
            time.sleep(0.002)
        return super().embed_passages(texts, report)


class OtherEmbedder(ToyEmbedder):
    """Another model: the toy with its buckets turned round."""

    name = "other"

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Embed questions: float32 [n, 256]."""
        return np.ascontiguousarray(super().embed_questions(texts)[:, ::-1])


def write_documents(root: Path, numbers: Sequence[int]) -> Path:
    """Write a document for each number; two sentences, a passage each document."""
    root.mkdir(exist_ok=True)
    for number in numbers:
        text = f"Article {number} names duty {number * 7}. The owner of system {number} labels its content."
        (root / f"article-{number:03}.txt").write_text(text)
    return root


@dataclass
class State:
    """What an index holds and answers."""

    passages: list[tuple[str, str]]
    vectors: np.ndarray
    sentences: np.ndarray
    answers: list[list[tuple[str, float]]]

    def __eq__(self, other: object) -> bool:
        """Compare texts and answers exactly, vectors number by number."""
        assert isinstance(other, State)
        return (
            self.passages == other.passages
            and np.array_equal(self.vectors, other.vectors)
            and np.array_equal(self.sentences, other.sentences)
            and self.answers == other.answers
        )


QUESTIONS = ["Who labels the content of system 7?", "What does article 3 name?", "Қазақстан ЖИ индексі", "закон об ИИ"]


def state(folder: Path, embedder: ToyEmbedder | None = None) -> State:
    toy = embedder or ToyEmbedder()
    index = open_index(folder, lambda name: toy)
    rows = np.arange(len(index.passages))
    answers = [
        [(hit.passage.id, hit.score) for hit in index.search(question, detect_language(question))]
        for question in QUESTIONS
    ]
    return State([(p.id, p.text) for p in index.passages], index.dense.vectors(rows), index.sentences.all(), answers)


def fresh(root: Path, tmp_path: Path) -> State:
    """The state of a build from nothing."""
    target = tmp_path / f"fresh-{len(list(tmp_path.iterdir()))}"
    build([root], target, ToyEmbedder())
    return state(target)


def test_a_first_build_reads_everything(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    report = build([folder], tmp_path / "index", toy)
    assert (report.read, report.removed, report.changed, report.problems) == (4, 0, True, [])
    # 6 passages and their 13 sentences; no passage is a single sentence.
    assert report.embedded == toy.embedded == 19


def test_an_unchanged_folder_costs_no_embedding(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    build([folder], tmp_path / "index", toy)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "index").rglob("*") if path.is_file()}
    toy.embedded = 0
    for path in folder.iterdir():
        os.utime(path)
    report = build([folder], tmp_path / "index", toy)
    assert (report.changed, report.read, report.embedded, report.removed, toy.embedded) == (False, 0, 0, 0, 0)
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "index").rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before.get(path)} <= {tmp_path / "index" / storage.LOCK}


def test_adding_one_document_to_many_embeds_only_its_texts(tmp_path: Path, toy: ToyEmbedder) -> None:
    root, target = write_documents(tmp_path / "documents", range(200)), tmp_path / "index"
    build([root], target, toy)
    toy.embedded = 0
    write_documents(root, [200])
    report = build([root], target, toy)
    # One passage and its two sentences.
    assert (report.read, report.embedded, toy.embedded) == (1, 3, 3)
    assert report.manifest.documents == 201
    assert state(target) == fresh(root, tmp_path)


def test_a_text_that_is_known_from_elsewhere_is_not_embedded_again(
    folder: Path, tmp_path: Path, toy: ToyEmbedder
) -> None:
    build([folder], tmp_path / "index", toy)
    toy.embedded = 0
    shutil.copy(folder / "law.en.md", folder / "copy.en.md")
    report = build([folder], tmp_path / "index", toy)
    assert (report.read, toy.embedded) == (1, 0)
    assert state(tmp_path / "index") == fresh(folder, tmp_path)


def test_deleting_a_document_removes_it(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    target = tmp_path / "index"
    build([folder], target, toy)
    assert "Olzhas" in open_index(target, lambda name: toy).search("Olzhas Bektenov", Language.EN)[0].passage.text
    (folder / "note.txt").unlink()
    toy.embedded = 0
    report = build([folder], target, toy)
    assert (report.removed, report.read, toy.embedded, report.manifest.documents) == (1, 0, 0, 3)
    hits = open_index(target, lambda name: toy).search("Olzhas Bektenov", Language.EN)
    assert all(hit.passage.document_id != "note.txt" for hit in hits)
    assert state(target) == fresh(folder, tmp_path)


def test_a_changed_document_is_read_again(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    target = tmp_path / "index"
    build([folder], target, toy)
    toy.embedded = 0
    (folder / "note.txt").write_text(
        "Digital Headquarters met on 26 November 2025. Zhaslan Madiyev spoke at the meeting in Astana.\n"
    )
    report = build([folder], target, toy)
    # The passage and its second sentence are new; the first sentence is known.
    assert (report.read, report.removed, toy.embedded) == (1, 0, 2)
    assert "Zhaslan" in open_index(target, lambda name: toy).search("Who spoke?", Language.EN)[0].passage.text
    assert state(target) == fresh(folder, tmp_path)


def test_decisions_are_read_again_only_where_a_document_changed(
    tmp_path: Path, toy: ToyEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, target = tmp_path / "orders", tmp_path / "index"
    root.mkdir()
    for name, text in ORDERS.items():
        (root / name).write_text(text, encoding="utf-8")
    build([root], target, toy)
    before = read(target)[1].decisions
    assert len({decision.document_id for decision in before}) == len(ORDERS)
    reads: list[str] = []

    def reading(passages: Sequence[Passage]) -> list[Decision]:
        reads.append(passages[0].document_id)
        return read_decisions(passages)

    monkeypatch.setattr("index.build.read_decisions", reading)
    later = ORDERS["delay.ru.md"].replace("до 1 марта 2026 года", "до 1 мая 2026 года")
    (root / "delay.ru.md").write_text(later, encoding="utf-8")
    (root / "other.en.md").unlink()
    build([root], target, toy)
    assert reads == ["delay.ru.md"]
    after = read(target)[1].decisions
    same = [decision for decision in before if decision.document_id not in ("delay.ru.md", "other.en.md")]
    assert [decision for decision in after if decision.document_id != "delay.ru.md"] == same
    assert [decision.deadline for decision in after if decision.document_id == "delay.ru.md"] == [date(2026, 5, 1)]


def test_many_changes_one_after_another_end_as_a_fresh_build(tmp_path: Path, toy: ToyEmbedder) -> None:
    """Twelve rounds of adding, changing, copying and deleting; a sentence also becomes a passage of its own."""
    chance = random.Random(11)
    root, target = write_documents(tmp_path / "documents", range(10)), tmp_path / "index"
    for round_number in range(12):
        for path in chance.sample(sorted(root.iterdir()), 3):
            kind = chance.choice(["delete", "change", "copy", "first sentence only"])
            if kind == "delete":
                path.unlink()
            elif kind == "change":
                path.write_text(f"{path.read_text()} Added in round {round_number}.")
            elif kind == "copy":
                shutil.copy(path, root / f"copy-{round_number}.txt")
            else:
                (root / f"short-{round_number}.txt").write_text(path.read_text().split(". ")[0] + ".")
        write_documents(root, [100 + round_number])
        build([root], target, toy)
    assert state(target) == fresh(root, tmp_path)


def test_another_passage_size_rebuilds(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    target = tmp_path / "index"
    whole = build([folder], target, toy, passage_size=300).manifest
    cut = build([folder], target, toy, passage_size=50).manifest
    assert (whole.passage_size, whole.passages) == (300, 6)
    assert cut.passage_size == 50
    assert cut.passages > 6
    build([folder], tmp_path / "other", toy, passage_size=50)
    assert state(target) == state(tmp_path / "other")


@pytest.mark.parametrize("name", ["other", "toy"], ids=["another name", "the same name, other vectors"])
def test_another_model_rebuilds(
    folder: Path, tmp_path: Path, toy: ToyEmbedder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    target = tmp_path / "index"
    build([folder], target, toy)
    other = OtherEmbedder()
    monkeypatch.setattr(other, "name", name, raising=False)
    said: list[str] = []
    report = build([folder], target, other, announce=said.append)
    assert (report.read, other.embedded, report.manifest.embedder) == (4, 19, name)
    assert said == [f"the index was built with toy; building it anew with {name}"]
    assert np.array_equal(state(target, other).vectors, state_of_other(folder, tmp_path).vectors)


def state_of_other(root: Path, tmp_path: Path) -> State:
    build([root], tmp_path / "by-other", OtherEmbedder())
    return state(tmp_path / "by-other", OtherEmbedder())


def test_an_index_is_not_opened_with_another_model(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    build([folder], tmp_path / "index", toy)
    with pytest.raises(IndexUnusableError, match="built with another model than the present 'toy'; build it"):
        open_index(tmp_path / "index", lambda name: OtherEmbedder())


def test_the_model_is_opened_by_the_name_in_the_manifest(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    build([folder], tmp_path / "index", toy)
    asked: list[str] = []

    def opener(name: str) -> ToyEmbedder:
        asked.append(name)
        return toy

    open_index(tmp_path / "index", opener)
    assert asked == ["toy"]


@pytest.mark.parametrize("damage", ["dense.faiss", "passages.jsonl", storage.MANIFEST])
def test_a_damaged_index_is_built_anew(folder: Path, tmp_path: Path, toy: ToyEmbedder, damage: str) -> None:
    target = tmp_path / "index"
    build([folder], target, toy)
    expected = state(target)
    path = next(target.rglob(damage))
    path.write_bytes(path.read_bytes()[:-20])
    said: list[str] = []
    report = build([folder], target, toy, announce=said.append)
    assert report.read == 4
    assert damage in said[0]
    assert said[0].endswith("building it anew")
    assert state(target) == expected


def test_a_file_that_cannot_be_read_is_named_and_the_rest_indexed(
    folder: Path, tmp_path: Path, toy: ToyEmbedder
) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    report = build([folder], tmp_path / "index", toy)
    assert sorted(problem.path for problem in report.problems) == ["broken.pdf", "empty.txt", "picture.png"]
    assert report.manifest.documents == 4
    again = build([folder], tmp_path / "index", toy)
    assert (again.changed, len(again.problems)) == (False, 3)


def test_a_document_that_breaks_leaves_the_index(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    build([folder], tmp_path / "index", toy)
    (folder / "note.txt").write_text("")
    report = build([folder], tmp_path / "index", toy)
    assert ([problem.path for problem in report.problems], report.removed) == (["note.txt"], 1)
    assert "note.txt" not in read(tmp_path / "index")[1].documents


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_an_unreadable_file_is_named_and_the_rest_indexed(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    (folder / "unreadable.txt").symlink_to("/proc/self/mem")
    report = build([folder], tmp_path / "index", toy)
    assert [str(problem) for problem in report.problems] == [
        "unreadable.txt: it cannot be read (Input/output error); check that it is there and may be read"
    ]
    assert report.manifest.documents == 4


def test_a_name_that_is_not_text_is_reported(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    """A name in cp1251, as archives from Windows hold them."""
    try:
        Path(os.fsdecode(bytes(folder) + "/закон.txt".encode("cp1251"))).write_text("The law has 31 articles.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    report = build([folder], tmp_path / "index", toy)
    assert [problem.reason for problem in report.problems] == ["its name is not UTF-8; rename it"]
    assert report.manifest.documents == 4


def test_half_a_character_in_a_ready_passage_is_no_trouble(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    """Texts cut in the middle of an emoji hold lone surrogates, which no file can."""
    row = r'{"id": "1", "lang": "en", "title": "Half \ud83d", "text": "A launch \ud83d of the centre."}'
    (folder / "ready.jsonl").write_text(row)
    build([folder], tmp_path / "index", toy)
    assert "ready.jsonl#1" in read(tmp_path / "index")[1].documents


def test_nothing_readable_is_an_error(tmp_path: Path, toy: ToyEmbedder) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "empty.md").write_text(" \n")
    with pytest.raises(NothingToIndexError, match="no document could be read under .*documents") as caught:
        build([tmp_path / "documents"], tmp_path / "index", toy)
    assert [problem.path for problem in caught.value.problems] == ["empty.md"]


def test_a_missing_folder_is_an_error(tmp_path: Path, toy: ToyEmbedder) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere is not a folder"):
        build([tmp_path / "nowhere"], tmp_path / "index", toy)


def test_several_folders_are_one_index(tmp_path: Path, toy: ToyEmbedder) -> None:
    """Files of the same name keep apart, even three of them, and a folder named twice counts once."""
    roots = [tmp_path / side / "documents" for side in ("a", "b", "c")]
    for number, root in enumerate(roots):
        root.mkdir(parents=True)
        (root / "same.txt").write_text(f"Article {number} names a duty.")
    report = build([*roots, roots[0]], tmp_path / "index", toy)
    assert report.manifest.documents == 3
    contents = read(tmp_path / "index")[1]
    assert sorted(document.text for document in contents.documents.values()) == [
        "Article 0 names a duty.",
        "Article 1 names a duty.",
        "Article 2 names a duty.",
    ]
    assert {document.path for document in contents.documents.values()} == {"same.txt"}


def test_an_index_inside_the_documents_does_not_index_itself(folder: Path, toy: ToyEmbedder) -> None:
    for _ in range(2):
        report = build([folder], folder / "index", toy)
        assert (report.manifest.documents, report.problems) == (4, [])


def test_progress_names_the_stages(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> None:
    seen: list[tuple[str, int, int]] = []
    build([folder], tmp_path / "index", toy, progress=lambda *step: seen.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == ["comparing", "reading", "embedding"]
    assert seen[-1] == ("embedding", 19, 19)


def build_slowly(root: Path, target: Path, started: Event) -> None:
    """Build in a process of its own."""
    started.set()
    build([root], target, SlowEmbedder())


def start(target: Callable[..., None], *arguments: Any) -> Any:
    process = PROCESSES.Process(target=target, args=arguments)
    process.start()
    return process


def test_two_builds_at_once_do_not_corrupt(tmp_path: Path) -> None:
    root, target = write_documents(tmp_path / "documents", range(40)), tmp_path / "index"
    started = PROCESSES.Event()
    running = [start(build_slowly, root, target, started) for _ in range(2)]
    assert started.wait(60)
    write_documents(root, range(40, 60))
    running.append(start(build_slowly, root, target, started))
    for process in running:
        process.join(120)
    assert [process.exitcode for process in running] == [0, 0, 0]
    assert len(state(target).passages) == 60
    assert state(target) == fresh(root, tmp_path)


def build_and_tell(root: Path, target: Path, waiting: Event) -> None:
    """Build; tell when it has to wait."""
    build([root], target, ToyEmbedder(), announce=lambda message: waiting.set() if "waiting" in message else None)


def test_a_build_that_had_to_wait_sees_the_files_as_they_are_then(tmp_path: Path) -> None:
    """Else it would remove what the build before it has added."""
    root, target = write_documents(tmp_path / "documents", range(3)), tmp_path / "index"
    target.mkdir()
    waiting = PROCESSES.Event()
    with FileLock(target / storage.LOCK):
        process = start(build_and_tell, root, target, waiting)
        assert waiting.wait(60)
        write_documents(root, [3])
    process.join(60)
    assert process.exitcode == 0
    assert read_manifest(target).documents == 4


@pytest.fixture
def old_and_new(tmp_path: Path) -> tuple[Path, Path, State, State]:
    """An index of 20 documents, and a folder in which some went, some changed and many came."""
    root, target = write_documents(tmp_path / "documents", range(20)), tmp_path / "old"
    build([root], target, ToyEmbedder())
    for path in sorted(root.iterdir())[:5]:
        path.unlink()
    (root / "article-007.txt").write_text("Article 7 is repealed. Nobody labels anything now.")
    write_documents(root, range(20, 120))
    return root, target, state(target), fresh(root, tmp_path)


def check_after_kill(root: Path, target: Path, old: State, new: State) -> bool:
    """The index is wholly old or wholly new, and the next build ends well. Return whether it was new."""
    found = state(target)
    assert found in (old, new)
    build([root], target, ToyEmbedder())
    assert state(target) == new
    assert len(list(target.glob("generation-*"))) == 1
    return found == new


def test_a_build_killed_at_any_time_leaves_an_index_that_answers(
    tmp_path: Path, old_and_new: tuple[Path, Path, State, State]
) -> None:
    """Ten kills at random, one in each tenth of the time that a whole build takes."""
    root, pristine, old, new = old_and_new
    chance = random.Random(20251117)

    def copy(name: str) -> Path:
        return Path(shutil.copytree(pristine, tmp_path / name))

    def start_in(target: Path) -> tuple[Any, float]:
        started = PROCESSES.Event()
        process = start(build_slowly, root, target, started)
        assert started.wait(60)
        return process, time.perf_counter()

    process, begun = start_in(copy("whole"))
    process.join(120)
    duration = time.perf_counter() - begun
    assert (process.exitcode, state(tmp_path / "whole") == new) == (0, True)
    outcomes = []
    for tenth in range(10):
        target = copy(f"killed-{tenth}")
        process, begun = start_in(target)
        time.sleep(max(0.0, duration * (tenth + chance.random()) / 10 - (time.perf_counter() - begun)))
        process.kill()
        process.join(60)
        outcomes.append((process.exitcode == -signal.SIGKILL, check_after_kill(root, target, old, new)))
    killed_before_the_end = [new_already for killed, new_already in outcomes if killed]
    assert len(killed_before_the_end) >= 5
    assert killed_before_the_end[0] is False


WRITES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree")


def build_until(root: Path, target: Path, stop_at: int, log: Path) -> None:
    """Build, and kill oneself just before step number `stop_at` of those that change the index folder."""
    steps = itertools.count()
    inside = f"{target}{os.sep}"

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        changes = event in WRITES or (event == "open" and isinstance(arguments[1], str) and "w" in arguments[1])
        names = [os.fsdecode(a) for a in arguments[:2] if isinstance(a, str | bytes | os.PathLike)]
        relative = event in ("os.remove", "os.rmdir") and not names[0].startswith("/")
        if changes and names and (names[0].startswith(inside) or relative):
            if next(steps) == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)
            os.write(handle, f"{event} {Path(names[0]).name}\n".encode())

    handle = os.open(log, os.O_WRONLY | os.O_CREAT)
    sys.addaudithook(watch)
    build([root], target, ToyEmbedder())


def test_a_build_killed_before_each_step_of_writing(
    tmp_path: Path, old_and_new: tuple[Path, Path, State, State]
) -> None:
    """The old index answers up to the step that renames the manifest, the new one from then on."""
    root, pristine, old, new = old_and_new

    def stop(at: int) -> tuple[Path, list[str], int]:
        target = Path(shutil.copytree(pristine, tmp_path / f"stopped-{at}"))
        process = start(build_until, root, target, at, tmp_path / f"log-{at}")
        process.join(120)
        return target, (tmp_path / f"log-{at}").read_text().splitlines(), process.exitcode

    target, steps, status = stop(1_000)
    assert (status, state(target) == new) == (0, True)
    renamed = steps.index(f"os.rename {storage.MANIFEST}.tmp")
    assert renamed >= 8, steps
    assert len(steps) > renamed + 10, "the old generation is removed file by file"
    for at in [*range(renamed + 1), renamed + 1, renamed + 3, len(steps) - 1]:
        target, done, status = stop(at)
        assert (done, status) == (steps[:at], -signal.SIGKILL)
        assert check_after_kill(root, target, old, new) == (at > renamed), steps[at]


def test_an_index_that_was_opened_before_a_kill_keeps_answering(
    tmp_path: Path, old_and_new: tuple[Path, Path, State, State]
) -> None:
    root, target, _, _ = old_and_new
    toy = ToyEmbedder()
    opened: PassageIndex = open_index(target, lambda name: toy)
    started = PROCESSES.Event()
    process = start(build_slowly, root, target, started)
    assert started.wait(60)
    time.sleep(0.2)
    process.kill()
    process.join(60)
    assert opened.search("What does article 3 name?", Language.EN)[0].passage.id == "article-003.txt#0"
