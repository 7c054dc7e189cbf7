"""Bytes into text: UTF-8, UTF-16 with or without a mark, and the Cyrillic code pages."""

import re

CYRILLIC_ENCODINGS = ("cp1251", "kz1048", "koi8-r", "cp866")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b"})
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
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    if b"\0" in head or controls > 0.01 * len(head):
        raise NotTextError("it holds binary data, not text")
    text = data.decode("utf-8", errors="replace")
    # A file cut in the middle of a letter is still UTF-8: damage is rare in it, in a code page it is everywhere.
    damaged = text.count("\ufffd")
    if damaged == 0 or damaged < 0.1 * len(re.findall("[^\x00-\x7f]", text)):
        return text
    return max((data.decode(name, errors="replace") for name in CYRILLIC_ENCODINGS), key=_likeness)


def _likeness(text: str) -> int:
    """Score a decoding of Cyrillic text: frequent and small letters speak for it, rare ones and stray signs against."""
    sample = text[:_SAMPLE]

    def count(signs: str, flags: int = 0) -> int:
        return len(re.findall(signs, sample, flags))

    likely = count("[а-яёәғқңөұүһі]") + 6 * count("[оеаинтсырл]", re.IGNORECASE)
    rare = count("[щцэфъёһ]", re.IGNORECASE)
    stray = count("[^\\s\x20-\x7eа-яА-ЯёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ«»—–…“”„№’]")
    odd_capitals = count("[а-яё][А-ЯЁ]")
    return likely - 6 * rare - 20 * stray - 6 * odd_capitals
