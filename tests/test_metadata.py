"""Title, date, publisher and language: declared ones stand, gaps are filled from the first lines, words stay."""

from datetime import date

import pytest

from corpus.metadata import Metadata, complete, shorten
from corpus.passage import Language


def test_a_news_page_as_copied_from_a_site() -> None:
    text = (
        "16:26, 26 Ноябрь 2025 | GMT +5\n\nИИ-университет появится в Казахстане\n\n"
        "Премьер-министр провел заседание, передает Kazinform со ссылкой на primeminister.kz."
    )
    known, rest = complete(Metadata(), text, "news")
    assert known == Metadata(
        title="ИИ-университет появится в Казахстане",
        publisher="Kazinform",
        published=date(2025, 11, 26),
        language=Language.RU,
    )
    assert rest == text.split("\n\n", 1)[1]


def test_what_is_declared_stands() -> None:
    declared = Metadata("Заголовок", "zan.kz", "https://zan.kz", date(2025, 11, 18), date(2025, 11, 17), Language.KK)
    text = "Другое\n\nТекст, передает BAQ.KZ."
    assert complete(declared, text, "file") == (declared, text)


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("date 2025-08-12 Он раскритиковал", date(2025, 8, 12), "Он раскритиковал"),
        ("Дата: 12.08.2025\nЗаголовок", date(2025, 8, 12), "Заголовок"),
        ("Дата публикации: 12 мая 2026 года\nТекст", date(2026, 5, 12), "Текст"),
        ("Күні: 2025 жылғы 25 желтоқсан\nТақырып", date(2025, 12, 25), "Тақырып"),
        ("Published: 2 October 2025. The text", date(2025, 10, 2), "The text"),
        ("Published on November 26, 2025\nText", date(2025, 11, 26), "Text"),
        ("18 қаңтар 2026 жыл\nТақырып", date(2026, 1, 18), "Тақырып"),
        ("Заголовок\n\n12.08.2025 / 15:30\nТекст", date(2025, 8, 12), "Заголовок\n\nТекст"),
    ],
)
def test_a_line_that_is_only_a_date_is_taken_out(text: str, day: date, rest: str) -> None:
    known, left = complete(Metadata(), text, "file")
    assert known.published == day
    assert left == rest


@pytest.mark.parametrize("text", ["Заседание 26.11.2025\nТекст", "Астана, 26 ноября 2025 года\nТекст"])
def test_a_line_of_a_date_and_a_word_or_two_dates_the_text_and_stays(text: str) -> None:
    known, rest = complete(Metadata(), text, "file")
    assert known.published == date(2025, 11, 26)
    assert rest == text


@pytest.mark.parametrize(
    "text",
    [
        "Закон об искусственном интеллекте подписан 17 ноября 2025 года.",
        "Раз\nДва\nТри\nЧетыре\nПять\nШесть\n17.11.2025",
        "Без даты",
    ],
    ids=["in a sentence", "far down", "none"],
)
def test_a_date_in_the_text_is_not_the_date_of_the_text(text: str) -> None:
    known, rest = complete(Metadata(), text, "file")
    assert known.published is None
    assert rest == text


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Закон принят, передает BAQ.KZ.", "BAQ.KZ"),
        ("Закон принят, передаёт Kazinform со ссылкой на министерство.", "Kazinform"),
        ("Закон принят, сообщает Tengrinews.kz. Далее — подробности.", "Tengrinews.kz"),
        ("The law was signed, reports Kazinform News Agency. It has 31 articles.", "Kazinform News Agency"),
        ("Заң қабылданды, деп хабарлайды ҚР Цифрлық даму министрлігі.", "ҚР Цифрлық даму министрлігі"),
        ("Заң қабылданды, деп жазды Egemen Qazaqstan.", "Egemen Qazaqstan"),
        ("The ministry reports Kazakhstan ranks 60th.", ""),
        ("It rose, according to Article 5.", ""),
        ("Министр передает Казахстану опыт.", ""),
    ],
)
def test_the_publisher_is_who_the_text_says_reports_it(text: str, publisher: str) -> None:
    assert complete(Metadata(), text, "file")[0].publisher == publisher


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n## Закон об ИИ\nТекст", "Закон об ИИ"),
        ("2025-10-02\nЗаседание совета", "Заседание совета"),
        ("2025-10-02", "note"),
        ("", "note"),
    ],
)
def test_the_title_is_the_first_line_else_the_name_of_the_file(text: str, title: str) -> None:
    assert complete(Metadata(), text, "note")[0].title == title


def test_shorten_cuts_at_a_word_and_within_the_limit() -> None:
    assert shorten("Закон об искусственном интеллекте", 26) == "Закон об искусственном…"
    assert shorten("Закон об ИИ, — сказал", 16) == "Закон об ИИ…"
    assert shorten("Закон", 5) == "Закон"
    assert shorten("я" * 200) == "я" * 119 + "…"
