"""Documents become passages: exact slices of whole sentences under one heading, near the size that is set."""

from datetime import date

import pytest

from corpus.passage import Document, Language, Passage
from corpus.split import sections, split_document

RUSSIAN = "Закон об искусственном интеллекте подписан 17 ноября 2025 года. "
KAZAKH = "Қазақстан дайындық индексінде 60-орын алып, 16 саты көтерілді. "
ENGLISH = "The law on artificial intelligence has thirty-one articles now. "


def document(
    text: str,
    *,
    title: str = "",
    language: Language = Language.RU,
    pages: tuple[int, ...] = (),
    ready: bool = False,
    published: date | None = None,
    event_date: date | None = None,
) -> Document:
    return Document(
        "law.md", "law.md", "law.md", title, language, "zan.kz", "", published, event_date, text, pages, ready
    )


def assert_exact(source: Document, passages: list[Passage]) -> None:
    """Passages are slices in order, without overlap, and so are the sentences in them."""
    end = 0
    for position, passage in enumerate(passages):
        assert passage.text == source.text[passage.start : passage.end]
        assert passage.text == passage.text.strip() != ""
        assert (passage.position, passage.id) == (position, f"law.md#{position}")
        assert passage.start >= end
        end = passage.end
        inside = [passage.text[start:stop] for start, stop in passage.sentences]
        assert all(inside)
        assert "".join("".join(inside).split()) == "".join(passage.text.split())


def test_sentences_are_gathered_up_to_the_size() -> None:
    # Each sentence has 63 characters, so that n of them with spaces have 64 n - 1.
    assert len(RUSSIAN) == len(KAZAKH) + 1 == len(ENGLISH) == 64
    source = document((RUSSIAN * 10).strip())
    passages = split_document(source, 300)
    assert_exact(source, passages)
    # 300 * 1.25 = 375: five sentences make 319, six would make 383.
    assert [len(passage.text) for passage in passages] == [319, 319]


def test_a_short_remainder_joins_the_passage_before_it() -> None:
    source = document((RUSSIAN * 5 + "Он действует.").strip())
    (passage,) = split_document(source, 250)
    assert_exact(source, [passage])
    # 250 * 1.25 = 312 stops after four sentences; the rest, 63 + 14, is a third of 250 short of a passage of its own.
    assert passage.text == source.text


@pytest.mark.parametrize("size", [100, 200, 300, 500, 1000])
def test_passages_are_near_the_size(size: int) -> None:
    source = document((RUSSIAN * 60).strip())
    passages = split_document(source, size)
    assert_exact(source, passages)
    assert all(size / 3 <= len(passage.text) <= size * 1.5 for passage in passages)
    assert sum(len(passage.sentences) for passage in passages) == 60


def test_every_passage_stands_under_its_heading() -> None:
    source = document(
        "Введение.\n\n# Закон\n\nПринят вчера.\n\n## Статьи\n\nИх 31.\n\nСтатья 21 важна.\n\n"
        "## Пусто\n\n### Сроки\nДва месяца.",
        title="Закон",
    )
    passages = split_document(source)
    assert_exact(source, passages)
    assert [(passage.heading, passage.text) for passage in passages] == [
        ("", "Введение."),
        ("", "Принят вчера."),  # a heading that is the title is not repeated
        ("Статьи", "Их 31.\n\nСтатья 21 важна."),
        ("Сроки", "Два месяца."),
    ]


def test_sections_leave_out_the_heading_lines() -> None:
    text = "# А\nодин\n#не заголовок\n\n####### семь\n## Б \nдва"
    assert [(heading, text[start:end]) for heading, start, end in sections(text)] == [
        ("А", "\nодин\n#не заголовок\n\n####### семь\n"),
        ("Б", "\nдва"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# Только заголовок", "# А\n\n## Б\n"])
def test_nothing_to_cut(text: str) -> None:
    assert split_document(document(text)) == []


def test_a_long_sentence_stays_whole_up_to_three_sizes() -> None:
    sentence = "Министерство " + "развивает, " * 20 + "и точка."
    source = document(sentence)
    assert len(sentence) == 241
    assert [passage.text for passage in split_document(source, 81)] == [sentence]
    cut = split_document(source, 80)
    assert_exact(source, cut)
    assert len(cut) > 1


def test_an_over_long_sentence_is_cut_at_its_best_separator() -> None:
    source = document(
        "Поручено создать центр обработки данных; " * 4 + "обучить, наконец, сто тысяч человек работе с ИИ."
    )
    passages = split_document(source, 50)
    assert_exact(source, passages)
    assert [passage.text for passage in passages] == [
        *["Поручено создать центр обработки данных;"] * 4,
        "обучить, наконец, сто тысяч человек работе с ИИ.",
    ]


def test_a_text_without_any_break_is_cut_all_the_same() -> None:
    source = document("абвгдежзик" * 200)
    passages = split_document(source, 300)
    assert_exact(source, passages)
    assert "".join(passage.text for passage in passages) == source.text
    assert max(len(passage.text) for passage in passages) <= 300 * 1.5


def test_repeated_stretches_of_a_cut_sentence_keep_their_places() -> None:
    source = document("да, " * 400)
    passages = split_document(source, 100)
    assert_exact(document(source.text), passages)
    assert "".join("".join(passage.text for passage in passages).split()) == "да," * 400


def test_a_list_stays_in_one_passage_with_its_lead_in() -> None:
    source = document(
        RUSSIAN * 4 + "\n\nПравительству поручено:\n• создать центр;\n• обучить людей;\n• доложить к 1 марта."
    )
    passages = split_document(source, 150)
    assert_exact(source, passages)
    assert passages[-1].text == "Правительству поручено:\n• создать центр;\n• обучить людей;\n• доложить к 1 марта."


def test_the_language_is_that_of_each_passage() -> None:
    source = document(f"{RUSSIAN * 2}\n\n{KAZAKH * 2}\n\n{ENGLISH * 2}\n\n# Итог\n\n60; 76.", language=Language.KK)
    passages = split_document(source, 130)
    assert_exact(source, passages)
    assert [passage.language for passage in passages] == ["ru", "kk", "en", "kk"]


def test_page_numbers() -> None:
    first, second = "На первой странице.", "На второй странице. И ещё на второй."
    text = f"{first}\n\n{second}\n\n\n\nНа четвёртой."
    starts = (0, 21, 21 + 38, 21 + 38 + 2)
    assert [text[start : start + 5] for start in starts] == ["На пе", "На вт", "\n\nНа ", "На че"]
    passages = split_document(document(text, pages=starts), 20)
    assert [(passage.page, passage.text) for passage in passages] == [
        (1, first),
        (2, "На второй странице."),
        (2, "И ещё на второй."),
        (4, "На четвёртой."),
    ]
    assert split_document(document(text))[0].page is None


def test_a_passage_is_dated_by_the_event_before_the_publication() -> None:
    published, event = date(2025, 11, 18), date(2025, 11, 17)
    dates = [
        split_document(document("Закон принят.", published=published, event_date=day))[0].date for day in (event, None)
    ]
    assert dates == [event, published]


def test_a_ready_passage_is_not_cut() -> None:
    text = "# Не заголовок\n\n" + RUSSIAN * 30
    (passage,) = split_document(document(text, title="Т", language=Language.KK, ready=True), 100)
    assert (passage.id, passage.document_id, passage.position) == ("law.md", "law.md", 0)
    assert (passage.start, passage.end, passage.text, passage.heading) == (0, len(text), text, "")
    assert passage.language is Language.KK
    assert len(passage.sentences) == 31


def test_splitting_is_the_same_every_time() -> None:
    source = document(f"# А\n{RUSSIAN * 7}\n# Б\n{KAZAKH * 9}{'слово, ' * 300}")
    assert split_document(source, 200) == split_document(source, 200)
