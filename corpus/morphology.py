"""The Russian dictionary of word forms: pymorphy3, opened once."""

from functools import cache
from typing import Any


@cache
def russian_morphology() -> Any:  # noqa: ANN401 (pymorphy3 has no types)
    """Return the analyser; `parse(word)` gives the readings of a word, likeliest first."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")
