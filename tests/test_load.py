"""Folders become documents; what cannot be read is named with the reason and the remedy, and the rest goes on."""

import os
from datetime import date
from pathlib import Path

import pytest
from conftest import DOCUMENTS, SHARED, STARTER

from corpus.draft import UnreadableError
from corpus.load import Problem, Source, find_sources, fingerprint, load
from corpus.passage import Document, Language
from corpus.split import split_document


def write(root: Path, path: str, text: str | bytes) -> Source:
    """Put a file below `root`."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Source(path, path, file)


def reason(source: Source) -> str:
    with pytest.raises(UnreadableError) as caught:
        load(source)
    return str(caught.value)


def test_files_are_found_in_order_with_paths_relative_to_the_root(folder: Path) -> None:
    write(folder, "2025/қараша/есеп.TXT", "Есеп.")
    sources, problems = find_sources([folder])
    assert [source.id for source in sources] == ["2025/қараша/есеп.TXT", *sorted(DOCUMENTS)]
    assert all(source.path == source.id and source.file == folder / source.path for source in sources)
    assert problems == []


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    for path in (".git/notes.md", ".hidden.md", "a/.cache/b.txt", "~$report.docx", "seen/.keep", "seen/law.md"):
        write(tmp_path, path, "Текст.")
    sources, problems = find_sources([tmp_path])
    assert [source.id for source in sources] == ["seen/law.md"]
    assert problems == []


def test_a_root_inside_a_hidden_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, ".data/law.md", "Закон.")
    assert [source.id for source in find_sources([tmp_path / ".data"])[0]] == ["law.md"]


def test_files_of_unknown_kinds_are_reported(tmp_path: Path) -> None:
    for path in ("law.md", "old/report.doc", "sheet.xlsx", "README"):
        write(tmp_path, path, "Текст.")
    sources, problems = find_sources([tmp_path])
    assert [source.id for source in sources] == ["law.md"]
    remedy = "files of this kind are not read; convert it to one of .txt .md .html .htm .pdf .docx .csv .jsonl"
    assert problems == [Problem(path, remedy) for path in ("README", "old/report.doc", "sheet.xlsx")]
    assert str(problems[0]) == f"README: {remedy}"


def test_a_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe7\xe0\xea\xee\xed.md")).write_text("Закон.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    sources, (problem,) = find_sources([tmp_path])
    assert sources == []
    assert problem.path.encode().decode() == "?????.md"
    assert "rename it" in problem.reason


def test_a_root_that_is_no_folder(tmp_path: Path) -> None:
    file = write(tmp_path, "law.md", "Закон.").file
    for root in (tmp_path / "none", file):
        with pytest.raises(FileNotFoundError, match="is not a folder; --documents takes folders of documents"):
            find_sources([root])


def test_an_empty_folder_has_no_sources(tmp_path: Path) -> None:
    assert find_sources([tmp_path]) == ([], [])


def test_two_roots_with_the_same_relative_path(tmp_path: Path) -> None:
    for root in ("a/texts", "b/texts", "c/texts"):
        write(tmp_path, f"{root}/law.md", f"Закон из {root}.")
    roots = [tmp_path / name / "texts" for name in "abc"]
    sources, problems = find_sources(roots)
    assert problems == []
    assert {source.id: source.file for source in sources} == {
        "law.md": roots[0] / "law.md",
        "texts/law.md": roots[1] / "law.md",
        (roots[2] / "law.md").as_posix(): roots[2] / "law.md",
    }
    assert {source.path for source in sources} == {"law.md"}
    assert len({load(source)[0].id for source in sources}) == 3


def test_a_root_given_twice_is_read_once(folder: Path) -> None:
    twice, _ = find_sources([folder, folder / ".." / folder.name])
    assert [source.id for source in twice] == sorted(DOCUMENTS)


def test_a_root_inside_another_adds_nothing(tmp_path: Path) -> None:
    write(tmp_path, "laws/ai.md", "Закон.")
    sources, problems = find_sources([tmp_path, tmp_path / "laws"])
    assert [source.id for source in sources] == ["laws/ai.md"]
    assert problems == []


def test_what_is_to_be_left_out_is(tmp_path: Path) -> None:
    write(tmp_path, "law.md", "Закон.")
    write(tmp_path, "index/passages.jsonl", "{}")
    sources, problems = find_sources([tmp_path], leave_out=tmp_path / "index")
    assert [source.id for source in sources] == ["law.md"]
    assert problems == []


def test_the_fingerprint_is_that_of_the_bytes(tmp_path: Path) -> None:
    # sha256 of "abc", from FIPS 180-2
    source = write(tmp_path, "a.txt", "abc")
    assert fingerprint(source) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_document_with_front_matter(folder: Path) -> None:
    (document,) = load(Source("x/law.ru.md", "law.ru.md", folder / "law.ru.md"))
    assert document == Document(
        id="x/law.ru.md",
        source="x/law.ru.md",
        path="law.ru.md",
        title="Закон об ИИ",
        language=Language.RU,
        publisher="zan.kz",
        url="https://example.org/law",
        published=date(2025, 11, 18),
        event_date=date(2025, 11, 17),
        text=DOCUMENTS["law.ru.md"].split("---\n")[2].strip(),
        pages=(),
        ready=False,
    )


def test_a_document_that_says_nothing_of_itself(folder: Path) -> None:
    (document,) = load(Source("note.txt", "note.txt", folder / "note.txt"))
    assert (document.title, document.language, document.published) == (
        "Digital Headquarters met on 26 November 2025. Olzhas Bektenov chaired the meeting in Astana.",
        Language.EN,
        None,
    )


def test_ready_passages_are_documents_of_their_own(tmp_path: Path) -> None:
    source = write(
        tmp_path,
        "faq.jsonl",
        '{"id": "q1", "lang": "kk", "text": "# Заң  бар."}\n{"id": "q2", "text": "2025-10-02\\nЗакон есть."}\n',
    )
    first, second = load(source)
    assert (first.id, first.source, first.path, first.ready) == ("faq.jsonl#q1", "faq.jsonl", "faq.jsonl", True)
    assert (first.language, first.text) == (Language.KK, "# Заң бар.")
    # A ready passage keeps every line, also one that dates it.
    assert (second.language, second.text, second.published) == (
        Language.RU,
        "2025-10-02\nЗакон есть.",
        date(2025, 10, 2),
    )
    assert [passage.id for document in (first, second) for passage in split_document(document)] == [
        "faq.jsonl#q1",
        "faq.jsonl#q2",
    ]


def test_an_id_that_stands_twice(tmp_path: Path) -> None:
    source = write(tmp_path, "faq.csv", "id,text\n7,Закон.\n8,Кодекс.\n7,Указ.\n")
    assert reason(source) == "the id '7' stands twice; every passage needs an id of its own"


@pytest.mark.parametrize(
    ("path", "data", "why"),
    [
        ("a.txt", b"", "it is empty; remove it or add its text"),
        ("a.md", b" \n\t\n", "it is empty; remove it or add its text"),
        ("a.txt", b"\xef\xbb\xbf", "it has no text (headings apart); remove it or add its text"),
        ("a.txt", "… — !\n".encode(), "it has no text (headings apart); remove it or add its text"),
        ("a.txt", b"2025-10-02\n", "it has no text (headings apart); remove it or add its text"),
        ("a.md", "# Закон\n\n## Статьи\n".encode(), "it has no text (headings apart); remove it or add its text"),
        ("a.md", b"---\ntitle: AI\n---\n", "it has no text (headings apart); remove it or add its text"),
        ("a.csv", b"id,text\n", "it has no text (headings apart); remove it or add its text"),
        ("a.jsonl", b"\xef\xbb\xbf\n", "it has no text (headings apart); remove it or add its text"),
    ],
)
def test_files_without_text(tmp_path: Path, path: str, data: bytes, why: str) -> None:
    assert reason(write(tmp_path, path, data)) == why


def test_a_file_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path, "long.txt", b"a" * 1_600_000)
    monkeypatch.setattr("corpus.load.MAX_MEGABYTES", 1.5)
    assert reason(source) == "it has 1.6 MB, more than the limit of 1.5 MB; split it"


def test_a_text_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path, "long.txt", "Закон принят. " * 100)
    monkeypatch.setattr("corpus.load.MAX_CHARACTERS", 1000)
    assert reason(source) == "it has more than 1,000 characters; split it"


def test_a_text_is_one_text_in_any_encoding(tmp_path: Path) -> None:
    text = "Қазақстан дайындық индексінде 60-орын алды.\r\nБұл жақсы нәтиже."
    loaded = [
        load(write(tmp_path, f"{encoding}.txt", text.encode(encoding)))[0]
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048")
    ]
    assert {document.text for document in loaded} == {text.replace("\r\n", "\n")}
    assert {document.language for document in loaded} == {Language.KK}


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, "bad.docx", b"\xd0\xcf\x11\xe0" * 100)
    write(tmp_path, "bad.pdf", b"%PDF-1.7\n")
    write(tmp_path, "good.txt", "Закон принят.")
    texts, problems = [], []
    for source in find_sources([tmp_path])[0]:
        try:
            texts += [document.text for document in load(source)]
        except UnreadableError as error:
            problems.append(str(Problem(source.path, str(error))))
    assert texts == ["Закон принят."]
    assert [problem.split(": it is ")[0] for problem in problems] == ["bad.docx", "bad.pdf"]
    assert all("; " in problem for problem in problems)


@pytest.mark.parametrize("root", [STARTER, SHARED / "seeds"], ids=["starter", "seeds"])
def test_real_documents_load_and_split_exactly(root: Path) -> None:
    if not root.is_dir():
        pytest.skip(f"{root} is not here")
    sources, problems = find_sources([root])
    assert problems == []
    assert sources
    for source in sources:
        (document,) = load(source)
        passages = split_document(document)
        assert passages
        assert all(document.text[passage.start : passage.end] == passage.text for passage in passages)
