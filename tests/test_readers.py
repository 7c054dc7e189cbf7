"""Every reader with small real files, good and broken: the text, what the file says of itself, and why it cannot be."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document as new_word_document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.draft import Draft, UnreadableError
from corpus.load import Source, load
from corpus.metadata import Metadata
from corpus.passage import Language
from corpus.readers import READERS, read_html, read_markdown, read_pdf, read_text
from corpus.ready import read_csv, read_jsonl
from corpus.split import split_document
from corpus.word import read_docx

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
REPORT = [
    "Вестник правительства\nЗаседание Цифрового штаба прошло\n26 ноября 2025 года. Штаб одобрил модель искусст-\n"
    "венного интеллекта. Министр поручил\n1",
    "Вестник правительства\nсоздать центр до конца года. Премьер-\nминистр назвал 60-\nе место успехом.\n2",
    "Вестник правительства\nҚазақстан 2025 жылы ЖИ-ге дайындық\nиндексінде 60-\nорын алды. Заң күшіне енді.\n3",
]


def only(drafts: object) -> Draft:
    """The one draft of a file."""
    (draft,) = drafts  # type: ignore[attr-defined]
    assert isinstance(draft, Draft)
    return draft


def reason(reader: Callable[[bytes], object], data: bytes) -> str:
    """Why the file cannot be read."""
    with pytest.raises(UnreadableError) as caught:
        list(reader(data))  # type: ignore[call-overload]
    return str(caught.value)


def make_pdf(pages: list[str], **info: str) -> bytes:
    """A PDF with a text layer, a page each, line by line."""
    if not FONT.exists():
        pytest.skip(f"no Cyrillic font to make a PDF with: {FONT} (Debian package fonts-dejavu-core)")
    pdfmetrics.registerFont(TTFont("DejaVuSans", str(FONT)))
    canvas = Canvas(stream := io.BytesIO())
    for page in pages:
        canvas.setFont("DejaVuSans", 10)
        for number, line in enumerate(page.split("\n")):
            canvas.drawString(50, 780 - 15 * number, line)
        canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(stream))
    writer.metadata = None
    writer.add_metadata({f"/{name}": value for name, value in info.items()})
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    writer.write(stream := io.BytesIO())
    return stream.getvalue()


def encrypted(pdf: bytes, password: str, algorithm: str) -> bytes:
    """The PDF under a user password; an empty one opens it but forbids changes."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(password, "owner", algorithm=algorithm)
    return written(writer)


def make_docx() -> bytes:
    """A Word file with headings, lists and a table."""
    document = new_word_document()
    document.core_properties.title = "Отчёт о цифровизации"
    document.core_properties.created = datetime(2025, 11, 26, 9, 0)
    document.add_heading("Отчёт о цифровизации", 0)
    document.add_heading("Итоги года", 1)
    document.add_paragraph("Штаб одобрил\nмодель ИИ.")
    document.add_paragraph("Поручено:")
    document.add_paragraph("создать центр;", style="List Bullet")
    document.add_paragraph("обучить людей.", style="List Number")
    table = document.add_table(3, 3)
    for row, texts in zip(
        table.rows, (("Индекс", "2024", "2025"), ("EGDI", "24", ""), ("Қамту", "всюду", "")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(2, 1).merge(table.cell(2, 2))
    document.add_heading("Глубоко", 8)
    document.add_paragraph("Конец.")
    return saved(document)


def saved(document: object) -> bytes:
    document.save(stream := io.BytesIO())  # type: ignore[attr-defined]
    return stream.getvalue()


def with_member(package: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The zip package with one member changed, or left out where `change` returns None."""
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream := io.BytesIO(), "w") as new:
        for member in old.namelist():
            data: bytes | None = old.read(member)
            if member == name and data is not None:
                data = change(data)
            if data is not None:
                new.writestr(member, data)
    return stream.getvalue()


# Plain text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
def test_plain_text(encoding: str) -> None:
    text = "Қазақстан индексте 60-орын алды.\nРейтинг әлемнің 195 елін қамтиды."
    assert list(read_text(text.encode(encoding))) == [Draft(text)]


def test_a_program_called_txt() -> None:
    assert "UTF-8" in reason(read_text, b"\x7fELF\x02\x01\x01\0\0\0\0\0")


# Markdown


def test_markdown_with_front_matter() -> None:
    data = """---
title: "Закон: об ИИ"
publisher: zan.kz
url: https://example.org/law
published: 2025-11-18
event_date: 17.11.2025
language: ru-RU
kind: law
---
# Закон

Подписан **17 ноября**.
"""
    declared = Metadata(
        "Закон: об ИИ", "zan.kz", "https://example.org/law", date(2025, 11, 18), date(2025, 11, 17), Language.RU
    )
    expected = Draft("# Закон\n\nПодписан 17 ноября.", declared)
    assert list(read_markdown(data.encode())) == [expected]
    assert list(read_markdown(b"\xef\xbb\xbf" + data.replace("\n", "\r\n").encode())) == [expected]


def test_markdown_without_front_matter() -> None:
    assert list(read_markdown("# Заң\n\nКүшіне енді.".encode())) == [Draft("# Заң\n\nКүшіне енді.")]


def test_text_between_rules_is_no_front_matter() -> None:
    assert only(read_markdown("---\n\nТекст между чертами.\n\n---\n\nДальше.".encode())).text == (
        "Текст между чертами.\n\nДальше."
    )


def test_front_matter_of_odd_keys_and_values() -> None:
    keys = "1: 2\nTITLE: Заң\ncontent: x\nurl: [a, b]\npublisher: null\nlanguage: uz\ndate: 2025-11-18T10:00:00Z"
    data = f"---\n{keys}\n---\nм"
    assert list(read_markdown(data.encode())) == [Draft("м", Metadata(title="Заң", published=date(2025, 11, 18)))]


def test_declared_values_are_as_clean_as_the_text() -> None:
    data = '{"id": "a\\u0000 1", "text": "a", "title": "AI\\u202E\\u0007 law\\n  2025 \\ud800"}'
    draft = only(read_jsonl(data.encode()))
    assert (draft.key, draft.metadata.title) == ("a 1", "AI law 2025 \ufffd")


@pytest.mark.parametrize(
    ("front_matter", "why"),
    [
        ("---\ntitle: [a\n---\nтекст", "line 2"),
        ("---\ntitle: a: b\n---\nтекст", "line 2"),
        ('---\ntitle: "a\n---\nтекст', "line 2"),
        ("---\npublished: 2025-02-31\n---\nтекст", "day is out of range"),
        ("---\ntitle: !!python/object/apply:os.getcwd []\n---\nтекст", "python/object"),
        (f"---\ntitle: {'[' * 5000}\n---\nтекст", "not valid YAML"),
        ("---\ntitle: a\nтекст", "no end"),
    ],
    ids=["list", "colon", "quote", "date", "code", "depth", "open"],
)
def test_broken_front_matter(front_matter: str, why: str) -> None:
    message = reason(read_markdown, front_matter.encode())
    assert "its front matter" in message
    assert why in message
    assert "'---'" in message


# HTML

PAGE = """<!doctype html><html lang="ru"><head><meta charset="{charset}"><title>Закон подписан | Kazinform</title>
<meta property="og:title" content="Закон об ИИ подписан"><meta property="og:site_name" content="Kazinform">
<meta property="article:published_time" content="2025-11-18T10:00:00+05:00">
<link rel="canonical" href="https://inform.kz/a1"></head><body>
<header><nav><a href="/">Главная</a> <a href="/n">Новости</a></nav></header>
<article><h1>Закон об ИИ подписан</h1>
<p>Президент подписал закон «Об искусственном интеллекте» 17 ноября 2025 года в Астане.</p>
<h2>Что меняется</h2>
<p>Закон вводит маркировку <b>синтетического</b> контента на всей территории страны.</p>
<ul><li>маркировка контента;</li><li>запрет социального скоринга.</li></ul>
<table><tr><th>Год</th><th>Место</th></tr><tr><td>2024</td><td>76</td></tr><tr><td>2025</td><td>60</td></tr></table>
</article><script>track("x")</script>
<footer>© 2025 Kazinform. Все права защищены. <a href="/s">Подписывайтесь</a></footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_a_web_page_gives_its_article(encoding: str) -> None:
    draft = only(read_html(PAGE.format(charset=encoding).encode(encoding)))
    assert draft.text == (
        "# Закон об ИИ подписан\n\n"
        "Президент подписал закон «Об искусственном интеллекте» 17 ноября 2025 года в Астане.\n\n"
        "## Что меняется\n\n"
        "Закон вводит маркировку синтетического контента на всей территории страны.\n"
        "• маркировка контента;\n• запрет социального скоринга.\n\n"
        "Год: 2024; Место: 76.\n\nГод: 2025; Место: 60."
    )
    assert draft.metadata == Metadata(
        "Закон об ИИ подписан", "Kazinform", "https://inform.kz/a1", date(2025, 11, 18), None, None
    )


def test_a_year_in_the_text_is_not_the_date_of_the_page() -> None:
    page = "<html><body><article><p>Стратегия рассчитана на 2029 год.</p><p>" + "Слово. " * 30 + "</p></article></body>"
    assert only(read_html(page.encode())).metadata.published is None


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><head><style>p{}</style></head><body><script>document.write('x')</script></body></html>",
        "<!-- только комментарий -->",
        "<" * 3000,
        "<div>" * 3000,
    ],
    ids=["empty", "script", "comment", "brackets", "deep"],
)
def test_a_page_without_an_article(page: str) -> None:
    assert reason(read_html, page.encode()) == "no article text was found in the page; save its text as .txt or .md"


# PDF


def test_pdf_pages_without_layout() -> None:
    draft = only(read_pdf(make_pdf(REPORT, Title="Отчёт", CreationDate="D:20251126090000+05'00'")))
    assert draft.pages == (
        "Заседание Цифрового штаба прошло 26 ноября 2025 года. Штаб одобрил модель искусственного интеллекта. "
        "Министр поручил",
        "создать центр до конца года. Премьер-министр назвал 60-е место успехом.",
        "Қазақстан 2025 жылы ЖИ-ге дайындық индексінде 60-орын алды. Заң күшіне енді.",
    )
    assert draft.metadata == Metadata(title="Отчёт", published=date(2025, 11, 26))


def test_pdf_passages_know_their_page(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(make_pdf(REPORT))
    (document,) = load(Source("report.pdf", "report.pdf", tmp_path / "report.pdf"))
    passages = split_document(document, 60)
    assert [(passage.page, passage.language, passage.text) for passage in passages] == [
        (1, "ru", "Заседание Цифрового штаба прошло 26 ноября 2025 года."),
        (1, "ru", "Штаб одобрил модель искусственного интеллекта."),
        (1, "ru", "Министр поручил создать центр до конца года."),
        (2, "ru", "Премьер-министр назвал 60-е место успехом."),
        (3, "kk", "Қазақстан 2025 жылы ЖИ-ге дайындық индексінде 60-орын алды. Заң күшіне енді."),
    ]


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - отчет.docx", "Document1", "otchet_final.pdf", " "])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert only(read_pdf(make_pdf(["Текст закона."], Title=title))).metadata.title == ""


def test_a_scan_has_no_text() -> None:
    canvas = Canvas(stream := io.BytesIO())
    canvas.rect(50, 50, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    assert reason(read_pdf, stream.getvalue()) == (
        "it has no text layer (a scan?); run OCR over it first, for example ocrmypdf"
    )


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_an_encrypted_pdf(algorithm: str) -> None:
    pdf = make_pdf(["Секретный текст."])
    assert reason(read_pdf, encrypted(pdf, "secret", algorithm)) == "it is encrypted; save a copy without a password"
    assert only(read_pdf(encrypted(pdf, "", algorithm))).text == "Секретный текст."


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pdf: pdf[: len(pdf) // 2],
        lambda pdf: pdf[:100],
        lambda pdf: b"%PDF-1.4\n",
        lambda pdf: b"not a PDF at all",
        lambda pdf: b"\0" * 500,
        lambda pdf: pdf.replace(b"/FlateDecode", b"/FlateDecoxx"),
    ],
    ids=["half", "head", "mark", "text", "zeros", "filter"],
)
def test_a_damaged_pdf(spoil: Callable[[bytes], bytes]) -> None:
    message = reason(read_pdf, spoil(make_pdf(REPORT)))
    assert message.startswith("it is damaged (")
    assert message.endswith("); open it in a PDF viewer and save it again")


def test_damage_anywhere_in_a_pdf_is_reported_or_survived() -> None:
    pdf = make_pdf(REPORT)
    outcomes = set()
    for start in range(0, len(pdf), len(pdf) // 150):
        spoilt = pdf[:start] + b"\xff9(<" * 4 + pdf[start + 16 :]
        try:
            outcomes.add(type(only(read_pdf(spoilt))))
        except UnreadableError as error:
            outcomes.add(type(error))
    assert outcomes == {Draft, UnreadableError}


# Word


def test_word_headings_lists_and_tables() -> None:
    draft = only(read_docx(make_docx()))
    assert draft.text == (
        "# Отчёт о цифровизации\n\n# Итоги года\n\nШтаб одобрил модель ИИ.\n\n"
        "Поручено:\n• создать центр;\n• обучить людей.\n\n"
        "Индекс: EGDI; 2024: 24.\n\nИндекс: Қамту; 2024: всюду.\n\n###### Глубоко\n\nКонец."
    )
    assert draft.metadata == Metadata(title="Отчёт о цифровизации", published=date(2025, 11, 26))


def test_word_insertions_and_controls_are_read_and_deletions_are_not() -> None:
    document = new_word_document()
    paragraph = document.add_paragraph("Закон ")
    inserted = f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t>принят</w:t></w:r></w:ins>'
    deleted = f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText>отклонён</w:delText></w:r></w:del>'
    paragraph._p.append(parse_xml(inserted))
    paragraph._p.append(parse_xml(deleted))
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Из поля.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    paragraph._p.addnext(parse_xml(control))
    assert only(read_docx(saved(document))).text == "Закон принят\n\nИз поля."


def test_a_text_box_of_word_is_read_once() -> None:
    document = new_word_document()
    box = "<w:txbxContent><w:p><w:r><w:t>Врезка.</w:t></w:r></w:p></w:txbxContent>"
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    run = (
        f'<w:r {nsdecls("w")} xmlns:mc="{compatibility}"><mc:AlternateContent><mc:Choice Requires="wps">{box}'
        f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph("Закон принят.")._p.append(parse_xml(run))
    assert only(read_docx(saved(document))).text == "Закон принят. Врезка."


@pytest.mark.parametrize(
    "spoil",
    [
        lambda docx: docx[: len(docx) // 2],
        lambda docx: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
        lambda docx: b"plain text",
        lambda docx: docx[:2000] + b"\0" * 200 + docx[2200:],
        lambda docx: with_member(docx, "word/document.xml", lambda xml: xml[: len(xml) // 2]),
        lambda docx: with_member(docx, "word/document.xml", lambda xml: None),
        lambda docx: with_member(docx, "docProps/core.xml", lambda xml: b"<x"),
        lambda docx: with_member(docx, "[Content_Types].xml", lambda xml: None),
    ],
    ids=["cut", "old .doc", "text", "holes", "half a body", "no body", "bad properties", "no types"],
)
def test_a_damaged_word_file(spoil: Callable[[bytes], bytes]) -> None:
    message = reason(read_docx, spoil(make_docx()))
    assert message.startswith("it is not a readable .docx (")
    assert message.endswith("); if it is encrypted or an old .doc, save it anew as .docx")


def test_damage_anywhere_in_a_word_file_is_reported_or_survived() -> None:
    docx = make_docx()
    outcomes = set()
    for start in range(0, len(docx), len(docx) // 150):
        try:
            outcomes.add(type(only(read_docx(docx[:start] + b"\xff9(<" * 3 + docx[start + 12 :]))))
        except UnreadableError as error:
            outcomes.add(type(error))
    assert outcomes == {Draft, UnreadableError}


def test_a_word_file_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.word.MAX_UNPACKED_BYTES", 1000)
    assert "save it anew without its pictures" in reason(read_docx, make_docx())


def test_a_word_file_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("тайна", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    docx = with_member(
        make_docx(),
        "word/document.xml",
        lambda xml: xml.replace(b"?>", f"?>{entity}".encode(), 1).replace("Конец".encode(), b"&e;"),
    )
    text = only(read_docx(docx)).text
    assert text.startswith("# Отчёт")
    assert "тайна" not in text


# Ready passages


@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "kz1048"])
def test_csv_passages(delimiter: str, encoding: str) -> None:
    rows = [
        ("id", "lang", "text", "title", "date"),
        ("a1", "ru", '"Закон, сказал он; ""принят""."', "Закон", "2025-11-17"),
        ("a2", "kk", '"Заң\nкүшіне енді."', "", ""),
    ]
    data = "".join(f"{delimiter.join(row)}\r\n" for row in rows).encode(encoding)
    assert list(read_csv(data)) == [
        Draft(
            'Закон, сказал он; "принят".',
            Metadata(title="Закон", published=date(2025, 11, 17), language=Language.RU),
            key="a1",
        ),
        Draft("Заң\nкүшіне енді.", Metadata(language=Language.KK), key="a2"),
    ]


def test_csv_headers_in_any_case_and_place() -> None:
    data = "Text; note ; ID\nЗаң қабылданды.;x;7\n"
    assert list(read_csv(data.encode())) == [Draft("Заң қабылданды.", key="7")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("lang,text\nru,a", "its first row does not name the columns id and text; give it a header row: id,lang,text"),
        ("id|text\n1|a", "its first row does not name the columns id and text; give it a header row: id,lang,text"),
        ("\n", "its first row does not name the columns id and text; give it a header row: id,lang,text"),
        ("id,text\n1,a\n2,", "line 3 has no text; every passage needs id and text"),
        ("id,text\n1,a\n,b", "line 3 has no id; every passage needs id and text"),
        ('id,text\n1,"a\nb"\n2,', "line 4 has no text; every passage needs id and text"),
        ("id,text\n1,Закон, принятый вчера", "line 2 has more columns than the header; put text with commas in quotes"),
        (
            'id,text\n1,"Закон\n2,Кодекс',
            "it is not a readable CSV (unexpected end of data); mend its quotes and separators",
        ),
    ],
    ids=["no id", "bars", "blank", "no text", "empty id", "line number", "comma", "open quote"],
)
def test_a_broken_csv(data: str, why: str) -> None:
    assert reason(read_csv, data.encode()) == why


def test_jsonl_passages() -> None:
    rows = [
        {"id": "kk-1", "lang": "kk", "text": "Заң қабылданды.\u2028Ол күшіне енді.", "title": "Заң"},
        {"id": 0, "language": "en", "text": "It took effect.", "date": "2026-01-18T00:00:00Z", "publisher": "zan.kz"},
    ]
    data = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    assert list(read_jsonl(data.encode())) == [
        Draft(str(rows[0]["text"]), Metadata(title="Заң", language=Language.KK), key="kk-1"),
        Draft(
            "It took effect.",
            Metadata(publisher="zan.kz", published=date(2026, 1, 18), language=Language.EN),
            key="0",
        ),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "2", "text"', "line 2 is not valid JSON (Expecting ':' delimiter); mend or remove the line"),
        ('["2", "a"]', 'line 2 is not a JSON object; expected {"id", "lang", "text"}'),
        ('{"id": "2"}', "line 2 has no text; every passage needs id and text"),
        ('{"text": " "}', "line 2 has no id and no text; every passage needs id and text"),
        ('{"id": "2", "text": ["a"]}', "line 2 has no text; every passage needs id and text"),
        ('{"id": {"a": 1}, "text": "a"}', "line 2 has no id; every passage needs id and text"),
    ],
    ids=["cut", "list", "no text", "blank", "text of a list", "id of an object"],
)
def test_a_broken_line_of_jsonl(line: str, why: str) -> None:
    assert reason(read_jsonl, f'{{"id": "1", "text": "a"}}\n{line}\n'.encode()) == why


@pytest.mark.parametrize("line", ["[" * 100_000, '{"id": ' + "9" * 5000 + "}"], ids=["depth", "number"])
def test_a_monstrous_line_of_jsonl(line: str) -> None:
    assert reason(read_jsonl, line.encode()).startswith("line 1 is not valid JSON (")


def test_every_suffix_has_its_reader() -> None:
    assert list(READERS) == [".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".csv", ".jsonl"]
