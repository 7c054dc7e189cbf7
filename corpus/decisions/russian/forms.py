"""Noun phrases of Russian brought to the form of a dictionary."""

import re
from typing import Any

from corpus.decisions.russian.morphs import Word
from corpus.decisions.russian.words import QUALIFIERS


def title_of(words: list[Word], first: int, head: int, last: int, reading: Any | None) -> str:  # noqa: ANN401 (pymorphy3 has no types)
    """Return the words of a phrase in the nominative; what stands in parentheses is left out."""
    parts = [_nominative(word, reading) for word in words[first:head] if word.lemma not in QUALIFIERS]
    parts.append(_inflect(words[head], reading))
    inside = False
    for word in words[head + 1 : last]:
        inside = (inside or word.text == "(") and word.text != ")"
        if not inside and word.text != ")":
            parts.append(word.text)
    return re.sub(r"\s+([,.])", r"\1", " ".join(part for part in parts if part))


def _nominative(word: Word, head: Any | None) -> str:  # noqa: ANN401
    """Return an adjective in the nominative, of the number and gender of its noun."""
    tag = head.tag if head is not None else None
    adjectives = [r for r in word.readings if "ADJF" in r.tag or "PRTF" in r.tag]
    agreeing = (r for r in adjectives if tag is None or (r.tag.case == tag.case and r.tag.number == tag.number))
    reading = next(agreeing, None)
    if reading is None:
        return word.text
    wanted = {"nomn", "plur"} if head is not None and "plur" in head.tag else {"nomn", "sing"}
    if "sing" in wanted and head is not None and head.tag.gender:
        wanted.add(str(head.tag.gender))
    form = _like(word.text, reading.inflect(wanted))
    return re.sub("ысочайш", "ысш", form) if "ысш" in word.text else form  # "Высшая палата" is no superlative


def _inflect(word: Word, reading: Any | None) -> str:  # noqa: ANN401
    if reading is None or (word.fixed and not word.reads("Orgn")):
        return word.text
    return _like(word.text, reading.inflect({"nomn"}))


def _like(text: str, form: Any | None) -> str:  # noqa: ANN401
    """Return the inflected word with the capitals of `text`."""
    if form is None:
        return text
    if text.isupper() and len(text) > 1:
        return text
    pieces = zip(form.word.split("-"), text.split("-") + [""] * 9, strict=False)
    return "-".join(piece.capitalize() if like[:1].isupper() else piece for piece, like in pieces)
