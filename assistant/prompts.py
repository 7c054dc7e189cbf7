"""The only opener of `prompts/`: every sentence that Jauap says, by language, file and key."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from corpus.passage import Language

FOLDER = Path(__file__).parent.parent / "prompts"


@cache
def wording(language: Language, file: str) -> dict[str, Any]:
    """Return the tables of `prompts/<language>/<file>.toml`."""
    with (FOLDER / language / f"{file}.toml").open("rb") as stream:
        return tomllib.load(stream)


def say(language: Language, file: str, key: str, /, **values: object) -> str:
    """Return the wording at `key` ("table.name") with its placeholders filled."""
    table, name = key.split(".")
    return str(wording(language, file)[table][name]).format(**values)


def say_date(language: Language, day: date) -> str:
    """Write a date as the language does."""
    return say(language, "answers", "date.pattern", day=day.day, month=day.month, year=day.year)
