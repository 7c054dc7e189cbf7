"""Markdown becomes plain text in the house's form, and no word of it is lost."""

import pytest

from corpus.markdown import join_blocks, markdown_to_text, table_rows


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Закон\n\nПринят **17 ноября**\n*2025* года.", "# Закон\n\nПринят 17 ноября 2025 года."),
        ("Закон\n=====\n\nСтатьи\n------\nИх 31.", "# Закон\n\n## Статьи\n\nИх 31."),
        ("### С `кодом` и [ссылкой](https://a.kz)", "### С кодом и ссылкой"),
        ("до\n# Закон\nпосле", "до\n\n# Закон\n\nпосле"),
        ("[Закон](https://zan.kz/1 'т') и <https://gov.kz>", "Закон и https://gov.kz"),
        ("[закон]\n\n[закон]: https://zan.kz", "закон"),
        ("![Схема рисков](risk.png) рядом", "Схема рисков рядом"),
        ("строка  \nследующая\\\nтретья", "строка следующая третья"),
        ("> Цитата\n> продолжается", "Цитата продолжается"),
        ("Рост &mdash; 5 &lt; 6 \\*не курсив\\*", "Рост — 5 < 6 *не курсив*"),
        ("~~старое~~ новое", "старое новое"),
        ("до\n\n---\n\nпосле", "до\n\nпосле"),
        ("#безпробела", "#безпробела"),
        ("#\n\nтекст", "текст"),
        ("", ""),
    ],
)
def test_paragraphs_headings_and_links(source: str, text: str) -> None:
    assert markdown_to_text(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Поручено:\n\n- центр;\n- люди.\n\nСрок — год.", "Поручено:\n• центр;\n• люди.\n\nСрок — год."),
        ("* бір\n+ екі", "• бір\n• екі"),
        ("- a\n- b\n  - c\n    - d\n- e", "• a\n• b\n• c\n• d\n• e"),
        ("1. Центр\n2. Люди", "1. Центр\n2. Люди"),
        ("3) Центр\n4) Люди", "3) Центр\n4) Люди"),
        ("2025. Год начался.", "2025. Год начался."),
        ("- пункт\n\n  его второй абзац\n- другой", "• пункт\n\nего второй абзац\n• другой"),
        ("- ![](x.png)\n- пункт", "• пункт"),
        ("- ```\n  x = 1\n  ```\n\nабзац", "x = 1\n\nабзац"),
    ],
)
def test_lists(source: str, text: str) -> None:
    assert markdown_to_text(source) == text


def test_a_table_becomes_a_sentence_a_row() -> None:
    source = """
| Индекс | 2024 | 2025 |
|--------|-----:|:----:|
| **ЖИ-ге дайындық** | 76 | 60 |
| [EGDI](https://un.org) | 24 | |
"""
    assert markdown_to_text(source) == "Индекс: ЖИ-ге дайындық; 2024: 76; 2025: 60.\n\nИндекс: EGDI; 2024: 24."


def test_two_tables_keep_their_own_headers() -> None:
    source = "|A|\n|-|\n|1|\n\nмежду\n\n|B|C|\n|-|-|\n|2|3|\n"
    assert markdown_to_text(source) == "A: 1.\n\nмежду\n\nB: 2; C: 3."


def test_a_table_of_one_row_keeps_its_words() -> None:
    assert table_rows([["Год", "Место"]]) == ["Год; Место."]


def test_a_row_longer_than_its_header_keeps_its_words() -> None:
    assert table_rows([["Год", ""], ["2025", "60", "из 195"], ["", "", ""]]) == ["Год: 2025; 60; из 195.", ""]


def test_code_keeps_its_lines_and_makes_no_headings() -> None:
    source = "```python\n# не заголовок\nx = 1\n```\n\n    отступ\n\n\\# тоже не заголовок"
    assert markdown_to_text(source) == "не заголовок\nx = 1\n\nотступ\n\nтоже не заголовок"


def test_html_inside_markdown_leaves_its_text() -> None:
    source = (
        "Закон<br>принят <b>вчера</b><!-- скрыто -->.\n\n<div>блок <i>текста</i></div>\n\n"
        "<script>\nalert('x')\n</script>\n\n<!-- и это -->\n\n5 < 6 и <КазНУ>"
    )
    assert markdown_to_text(source) == "Закон принят вчера.\n\nблок текста\n\n5 < 6 и <КазНУ>"


def test_blocks_stand_apart_and_items_below_each_other() -> None:
    assert join_blocks(["Поручено:", "• центр", "", "12. люди", "Срок"]) == "Поручено:\n• центр\n12. люди\n\nСрок"
