"""Text is made whole, layout is undone, and no word is changed otherwise."""

import pytest

from corpus.clean import clean, drop_running_lines, join_broken_lines, join_pages


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("Президент\r\nподписал\rзакон", "Президент\nподписал\nзакон"),
        ("И\u0306од", "Йод"),
        ("искус\u00adственный ин\u200bтеллект", "искусственный интеллект"),
        ("\ufeffЗаң", "Заң"),
        ("2\u00a0000 \t\u202fадам", "2 000 адам"),
        ("  бір  \n\n\n\n  екі  ", "бір\n\nекі"),
        ("строка\u000bдругая\u0085третья\u2028четвёртая", "строка\nдругая\nтретья\nчетвёртая"),
        ("абзац\u2029абзац", "абзац\n\nабзац"),
        ("стр. 1\fстр. 2", "стр. 1\nстр. 2"),
        ("\x00\x01AI\x1b\x7f law\x9f", "AI law"),
        ("AI\u202e law\u2066 \U000e0041\U000e0042", "AI law"),
        ("битый \ud800 знак", "битый \ufffd знак"),
        ("Қ.-Ж. Тоқаев: «ЖИ — 60-орын» № 269", "Қ.-Ж. Тоқаев: «ЖИ — 60-орын» № 269"),
        ("", ""),
        (" \n\u200b\n ", ""),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_cleaning_twice_changes_nothing_more() -> None:
    raw = "И\u0306\u200b а\u00a0 б\r\n\r\n\r\nв\u00ad г\u2029д"
    assert clean(clean(raw)) == clean(raw)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("искусст-\nвенный интеллект", "искусственный интеллект"),
        ("жасан-\nды интеллект", "жасанды интеллект"),
        ("искус\u00ad\nственный", "искусственный"),
        ("искус\u2010 \n ственный", "искусственный"),
        ("ПРАВИ-\nТЕЛЬСТВО", "ПРАВИТЕЛЬСТВО"),
    ],
)
def test_a_word_divided_at_the_line_end_is_rejoined(lines: str, joined: str) -> None:
    assert join_broken_lines(lines) == joined


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("60-\nорын", "60-орын"),
        ("2024-\n2025 годы", "2024-2025 годы"),
        ("ИИ-\nуниверситет", "ИИ-университет"),
        ("ЖИ-\nге", "ЖИ-ге"),
        ("Касым-\nЖомарт", "Касым-Жомарт"),
        ("Премьер-\nминистр", "Премьер-министр"),
        ("e-\ngov", "e-gov"),
        ("state-\nof-the-art", "state-of-the-art"),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_stays(lines: str, joined: str) -> None:
    assert join_broken_lines(lines) == joined


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("Закон подписан\n17 ноября 2025 года.", "Закон подписан 17 ноября 2025 года."),
        ("выделено 5 млн\n(пять миллионов)", "выделено 5 млн (пять миллионов)"),
        ("Узбекистан,\nКазахстан", "Узбекистан, Казахстан"),
        ("Первое предложение.\nвторое", "Первое предложение.\nвторое"),
        ("Поручено:\nсоздать центр", "Поручено:\nсоздать центр"),
        ("создать центр\n• обучить людей", "создать центр\n• обучить людей"),
        ("создать центр\n2) обучить людей", "создать центр\n2) обучить людей"),
        ("Глава 1\nОбщие положения", "Глава 1\nОбщие положения"),
        ("абзац\n\nабзац", "абзац\n\nабзац"),
    ],
)
def test_a_line_that_stops_in_mid_sentence_runs_on(lines: str, joined: str) -> None:
    assert join_broken_lines(lines) == joined


def test_a_full_line_runs_on_before_a_name() -> None:
    page = (
        "Заседание Цифрового штаба\n"
        "Заседание Цифрового штаба 26 ноября 2025 года провёл Премьер-министр\n"
        "Казахстана Олжас Бектенов. В нём участвовали министры и руководители\n"
        "Национального банка."
    )
    assert join_broken_lines(page) == (
        "Заседание Цифрового штаба\n"
        "Заседание Цифрового штаба 26 ноября 2025 года провёл Премьер-министр "
        "Казахстана Олжас Бектенов. В нём участвовали министры и руководители "
        "Национального банка."
    )


def test_pages_are_joined_and_their_starts_told() -> None:
    text, starts = join_pages(["Первая страница.", "Закон об искусст-", "венном интеллекте,", "", "Новый абзац"])
    assert text == "Первая страница.\n\nЗакон об искусственном интеллекте,\n\n\n\nНовый абзац"
    # "Первая страница." has 16 characters and a seam of 2; "Закон об искусст" 16 and none; "венном интеллекте," 18, 2.
    assert starts == (0, 18, 34, 54, 56)
    assert [text[start : start + 5] for start in starts] == ["Перва", "Закон", "венно", "\n\nНов", "Новый"]


def test_a_sentence_runs_over_the_page() -> None:
    text, starts = join_pages(["Министр поручил", "создать центр."])
    assert text == "Министр поручил создать центр."
    assert starts == (0, 16)


def test_no_pages() -> None:
    assert join_pages([]) == ("", ())


PAGES = [
    "Вестник правительства\n№ 12, ноябрь\nЗакон подписан 17 ноября.\nВ нём 31 статья.\nСтраница 1 из 3",
    "Вестник правительства\n№ 12, ноябрь\nШтаб заседал 26 ноября.\nКодекс принят.\nСтраница 2 из 3",
    "Вестник правительства\n№ 12, ноябрь\nИндекс вышел 25 декабря.\nМесто 60-е.\nСтраница 3 из 3",
]


def test_running_headers_and_footers_go() -> None:
    assert drop_running_lines(PAGES) == [
        "Закон подписан 17 ноября.\nВ нём 31 статья.",
        "Штаб заседал 26 ноября.\nКодекс принят.",
        "Индекс вышел 25 декабря.\nМесто 60-е.",
    ]


def test_two_pages_prove_no_running_line() -> None:
    assert drop_running_lines(PAGES[:2]) == PAGES[:2]


def test_bare_page_numbers_go_and_bare_figures_stay() -> None:
    pages = ["Расходы\n410\nмлн тенге\n1", "Доходы\n97\nмлрд тенге\n2", "Остаток\n12\nтенге\n3"]
    assert drop_running_lines(pages) == ["Расходы\n410\nмлн тенге", "Доходы\n97\nмлрд тенге", "Остаток\n12\nтенге"]


def test_empty_lines_between_paragraphs_stay() -> None:
    pages = [f"Шапка\nАбзац {word}.\n\nДругой {word}.\nПодвал" for word in ("один", "два", "три")]
    assert drop_running_lines(pages)[1] == "Абзац два.\n\nДругой два."


def test_a_line_repeated_inside_the_pages_stays() -> None:
    pages = [f"{word} первая\n{word} вторая\nИтого\n{word} третья\n{word} четвёртая" for word in ("а", "б", "в")]
    assert drop_running_lines(pages) == pages
