"""Text comes out the same from every encoding that Kazakh and Russian files are met in; binary data does not pass."""

import codecs
import gzip

import pytest

from corpus.encoding import NotTextError, decode

RUSSIAN = "Закон об искусственном интеллекте подписан 17 ноября 2025 года."
KAZAKH = "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды. Үкімет отырысы өтті, ғылым һәм білім."
ENGLISH = "The AI law was signed on 17 November 2025."
CAPITALS = "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН О ЦИФРОВИЗАЦИИ ПРИНЯТ ПАРЛАМЕНТОМ СТРАНЫ"


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, ENGLISH, CAPITALS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_big_endian_with_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + KAZAKH.encode("utf-16-be")) == KAZAKH


@pytest.mark.parametrize("text", [RUSSIAN, CAPITALS, "Закон", "Digital Qazaqstan стратегиясы"])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "kz1048"])
def test_cyrillic_code_pages(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_the_kazakh_code_page() -> None:
    assert decode(KAZAKH.encode("kz1048")) == KAZAKH


def test_signs_of_the_code_page() -> None:
    text = "«Цифровой Казахстан» – программа № 5 – утверждена…"
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\x7fELF\x02\x01\x01\x00\x00\x00",
        gzip.compress(b"text" * 500),
        bytes(range(256)) * 10,
        bytes(range(1, 256)) * 10,
    ],
    ids=["png", "program", "gzip", "all bytes", "all but zero"],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError, match="binary"):
        decode(data)


def test_a_utf8_file_cut_in_a_letter_keeps_the_rest() -> None:
    assert decode(KAZAKH.encode()[:-2]) == KAZAKH[:-2] + "\ufffd"


def test_a_utf8_file_with_one_bad_byte_keeps_the_rest() -> None:
    assert decode(RUSSIAN.encode() + b"\xff" + KAZAKH.encode()) == f"{RUSSIAN}\ufffd{KAZAKH}"


def test_a_dash_of_the_code_page_in_latin_text() -> None:
    assert decode(b"AI law \x97 signed") == "AI law — signed"


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_is_the_empty_text(data: bytes) -> None:
    assert decode(data) == ""
