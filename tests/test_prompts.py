"""The wording: the same files, keys and placeholders in three languages, nothing missing and nothing idle."""

import re
import string
import tomllib
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from assistant.answer import Abstention
from assistant.prompts import say, say_date, wording
from assistant.register.page import State
from corpus.decisions.values import Kind
from corpus.passage import Language

RU, KK, EN = Language.RU, Language.KK, Language.EN
PROMPTS = ROOT / "prompts"
REGISTER = ("register/tab.py", "register/page.py")
SOURCES = [*(ROOT / "assistant").rglob("*.py"), *(ROOT / "eval").glob("*.py"), ROOT / "app.py"]


def keys(language: Language, file: str) -> dict[str, str]:
    """The wording of a file by "table.name"."""
    tables = tomllib.loads((PROMPTS / language / f"{file}.toml").read_text(encoding="utf-8"))
    return {f"{table}.{name}": text for table, names in tables.items() for name, text in names.items()}


def files(language: Language) -> list[str]:
    """The names of the files in a language."""
    return sorted(path.stem for path in (PROMPTS / language).glob("*.toml"))


def placeholders(text: str) -> set[str]:
    """The names of the placeholders in `text`."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


FILES = files(EN)


def test_there_is_wording() -> None:
    assert FILES == ["answers", "errors", "interface", "register"]
    assert sorted(path.name for path in PROMPTS.iterdir()) == ["en", "kk", "ru"]


@pytest.mark.parametrize("language", [KK, RU])
def test_the_languages_have_the_same_files(language: Language) -> None:
    assert files(language) == FILES
    assert sorted(path.name for path in (PROMPTS / language).iterdir()) == [f"{name}.toml" for name in FILES]


@pytest.mark.parametrize("language", [KK, RU])
@pytest.mark.parametrize("file", FILES)
def test_the_languages_have_the_same_keys_with_the_same_placeholders(file: str, language: Language) -> None:
    own, english = keys(language, file), keys(EN, file)
    assert list(own) == list(english)
    assert {key: placeholders(text) for key, text in own.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("file", FILES)
def test_nothing_is_empty_or_padded(file: str, language: Language) -> None:
    for key, text in keys(language, file).items():
        assert text.strip(), key
        assert text == text.strip() or key == "terminal.prompt", key


@pytest.mark.parametrize("file", FILES)
def test_every_language_is_in_its_own_letters(file: str) -> None:
    foreign = {RU: r"[әғқңөұүһі]", EN: r"[а-яәғқңөұүһі]"}
    for language, letters in foreign.items():
        for key, text in keys(language, file).items():
            assert not re.search(letters, text, re.IGNORECASE), f"{language}: {key}"
    kazakh = " ".join(keys(KK, file).values())
    assert re.search(r"[әғқңөұүһі]", kazakh)


def said_in_code() -> set[tuple[str, str]]:
    """Every (file, key) that the code names outright."""
    said = re.compile(r'"(answers|errors|interface|register)",\s*"([a-z_]+\.[a-z_]+)"')
    return {match for path in SOURCES for match in said.findall(path.read_text(encoding="utf-8"))}


def composed_in_code() -> set[tuple[str, str]]:
    """Every (file, key) that the code puts together: from a language, an abstention, a name on the page, an error."""
    ui = (ROOT / "assistant" / "ui.py").read_text(encoding="utf-8")
    pages = set(re.findall(r"""words\[["']([a-z_]+)["']\]""", ui))
    pages |= {name for name in ("copy", "retry", "clear") if f'"{name}"' in ui}
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    errors = set(re.findall(r'QuestionError\("([a-z_.]+)"', code))
    return (
        {("answers", f"lead.{language}") for language in Language}
        | {("answers", "lead.mixed")}
        | {("answers", f"abstention.{abstention}") for abstention in Abstention}
        | {("interface", f"language.{language}") for language in Language}
        | {("interface", f"page.{name}") for name in pages}
        | {("interface", f"examples.{name}") for name in ("first", "second", "third", "fourth")}
        | {("errors", key) for key in errors}
        | {("register", f"state.{state}") for state in State}
        | {("register", f"kind.{kind}") for kind in Kind}
        | {("register", f"tab.{name}") for name in ("chat", "decisions", *register_names())}
    )


def register_names() -> set[str]:
    """The keys of the tab that the code names in its tables of filters, columns and files."""
    tables = "".join(
        "".join(re.findall(r"^_(?:FILTERS|FILES) = .*$|for name in \([^()]*\)|\(\*_FILTERS.*\)", text, re.MULTILINE))
        for text in ((ROOT / "assistant" / path).read_text(encoding="utf-8") for path in REGISTER)
    )
    return set(re.findall(r'"([a-z_]+)"', tables))


def test_every_key_that_the_code_says_exists_and_every_key_that_exists_is_said() -> None:
    used = said_in_code() | composed_in_code()
    existing = {(file, key) for file in FILES for key in keys(EN, file)}
    assert used - existing == set()
    assert existing - used == set()


def test_say_fills_the_placeholders() -> None:
    assert say(RU, "interface", "answer.page", page=7) == "стр. 7"
    assert say(KK, "interface", "answer.page", page=7) == "7-бет"
    assert say(EN, "interface", "answer.page", page=7) == "page 7"


def test_braces_in_what_is_filled_in_stay() -> None:
    assert say(EN, "interface", "answer.understood", question="{x} {0}") == "Understood as: {x} {0}"


def test_a_key_or_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        say(EN, "interface", "answer.nothing")
    with pytest.raises(KeyError):
        say(EN, "interface", "answer.page")


@pytest.mark.parametrize(("language", "written"), [(RU, "05.01.2026"), (KK, "05.01.2026"), (EN, "2026-01-05")])
def test_dates_are_written_so_that_day_and_month_cannot_be_mixed_up(language: Language, written: str) -> None:
    assert say_date(language, date(2026, 1, 5)) == written


def test_wording_is_read_once() -> None:
    assert wording(EN, "errors") is wording(EN, "errors")


def test_only_one_module_opens_the_wording() -> None:
    openers = [
        path.relative_to(ROOT).as_posix()
        for room in ("corpus", "index", "assistant", "eval")
        for path in (ROOT / room).rglob("*.py")
        if re.search(r'"prompts"|tomllib', path.read_text(encoding="utf-8"))
    ]
    assert [Path(opener).as_posix() for opener in openers] == ["assistant/prompts.py"]
