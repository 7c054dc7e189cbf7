"""Bytes into text: UTF-8, UTF-16 with or without a mark, and the Cyrillic code pages."""

import re

CYRILLIC_ENCODINGS = ("cp1251", "kz1048", "koi8-r", "cp866")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 20_000


class NotTextError(Exception):
    """The bytes are not text in any encoding read here."""


def decode(data: bytes) -> str:
    """Decode by byte order mark, as UTF-16 by its high bytes, as UTF-8, else as the likeliest Cyrillic code page."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    head = data[:_SAMPLE]
    for encoding, high_bytes in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        # In UTF-16 every second byte of Latin and Cyrillic text is 0 or 4.
        if len(head) > 3 and sum(byte in (0, 4) for byte in high_bytes) > 0.9 * len(high_bytes):
            return data.decode(encoding, errors="replace")
    if b"\0" in head:
        raise NotTextError("it holds binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return max((data.decode(name, errors="replace") for name in CYRILLIC_ENCODINGS), key=_likeness)


def _likeness(text: str) -> int:
    """Score a decoding of Cyrillic text: frequent small letters speak for it, stray signs and odd capitals against."""
    sample = text[:_SAMPLE]
    likely = len(re.findall("[а-яёәғқңөұүһі]", sample)) + 2 * len(re.findall("[оеаинтсы]", sample))
    stray = len(re.findall("[^\\s\x20-\x7eа-яА-ЯёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ«»—–…“”„№’]", sample))
    odd_capitals = len(re.findall("[а-яё][А-ЯЁ]", sample))
    return likely - 10 * stray - 3 * odd_capitals
