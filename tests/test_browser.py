"""The chat in headless Chromium, with the network cut off: asked in three languages, citations opened."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from assistant.prompts import say
from corpus.passage import Language

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
try:
    from playwright.sync_api import Page, Route, sync_playwright
except ImportError:
    pytest.skip("playwright is not installed", allow_module_level=True)
if CHROMIUM is None:
    pytest.skip("there is no chromium; run: apt-get install chromium", allow_module_level=True)

pytestmark = pytest.mark.browser
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
QUESTIONS = {
    "kk-KZ": ("Жасанды интеллект туралы заң қашан күшіне енді?", "18 қаңтар"),
    "ru-RU": ("Когда вступил в силу закон об искусственном интеллекте?", "18 января"),
    "en-US": ("When did the law on artificial intelligence come into force?", "18 January"),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, starter_folder: Path) -> Iterator[str]:
    """The running application over the starter corpus."""
    log_file = tmp_path_factory.mktemp("browser") / "log"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "app.py", "--index", str(starter_folder), "--port", str(port)]
    with log_file.open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env=os.environ | {"HF_HUB_OFFLINE": "1"})
    try:
        _wait_for(f"http://127.0.0.1:{port}/", server, log_file)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(url, timeout=5)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"no page at {url}: {log.read_text()}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Any]:
    """Open the chat in a browser of a given locale; any request that would leave the machine fails the test."""
    contexts = []
    outside: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def make(locale: str) -> Page:
        context = browser.new_context(locale=locale, viewport={"width": 1100, "height": 900})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page: Page = context.new_page()
        page.route("**/*", guard)
        page.goto(address)
        page.wait_for_selector("#question textarea")
        return page

    yield make
    for context in contexts:
        context.close()
    assert outside == []


def _ask(page: Page, question: str) -> None:
    """Ask and wait until the answer has its citations or is a sentence without."""
    answered = page.locator(".answer").count()
    page.fill("#question textarea", question)
    page.click("#ask")
    page.wait_for_function(f"document.querySelectorAll('.answer').length > {answered}", timeout=60_000)
    page.wait_for_timeout(1_000)


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("locale", QUESTIONS)
def test_question_is_answered_and_its_citation_opens_with_the_quote_highlighted(
    open_page: Any, locale: str, tmp_path: Path
) -> None:
    page = open_page(locale)
    question, expected = QUESTIONS[locale]
    _ask(page, question)
    answer = page.locator(".answer").last
    assert expected in answer.inner_text()
    citation = answer.locator("details.citation").first
    assert not citation.locator("mark").is_visible()
    citation.locator("summary").click()
    mark = citation.locator("mark")
    mark.wait_for(state="visible")
    quote = _words(mark.inner_text())
    assert quote in _words(answer.locator("p").first.inner_text())
    assert quote in _words(citation.locator("blockquote").inner_text())
    assert citation.locator("a").get_attribute("href").startswith("http")
    page.screenshot(path=str(tmp_path / f"{locale}.png"))


@pytest.mark.parametrize(
    ("locale", "ask"), [("kk-KZ", "Сұрау"), ("ru-RU", "Спросить"), ("en-US", "Ask"), ("de-DE", "Ask")]
)
def test_interface_follows_the_browser(open_page: Any, locale: str, ask: str) -> None:
    page = open_page(locale)
    page.wait_for_function(f"document.querySelector('#ask')?.innerText.trim() == '{ask}'")


def test_language_switch_is_kept(open_page: Any) -> None:
    page = open_page("en-US")
    page.wait_for_function("document.querySelector('#ask')?.innerText.trim() == 'Ask'")
    page.get_by_text("Русский").click()
    page.wait_for_function("document.querySelector('#ask')?.innerText.trim() == 'Спросить'")
    page.reload()
    page.wait_for_function("document.querySelector('#ask')?.innerText.trim() == 'Спросить'")


def test_markup_in_a_question_is_shown_as_text(open_page: Any) -> None:
    page = open_page("en-US")
    _ask(page, "What is QazTech? <img src=x onerror=\"document.title='hacked'\"> <b>bold</b> *stars*")
    shown = page.locator(".asked").last
    assert "<b>bold</b> *stars*" in shown.inner_text()
    assert shown.locator("b, img, em").count() == 0
    assert page.title() == "Jauap"


def test_follow_up_shows_the_question_as_understood(open_page: Any) -> None:
    page = open_page("en-US")
    _ask(page, "What place did Kazakhstan take in the AI readiness index?")
    _ask(page, "and in 2024?")
    assert "in the AI readiness index in 2024?" in page.locator(".answer .understood").last.inner_text()
    assert "76th" in page.locator(".answer").last.inner_text()


def test_copy_retry_and_clear(open_page: Any) -> None:
    page = open_page("ru-RU")
    question, expected = QUESTIONS["ru-RU"]
    _ask(page, question)
    page.click("#copy")
    page.wait_for_function(f"navigator.clipboard.readText().then(text => text.includes('{expected}'))")
    page.click("#retry")
    page.wait_for_timeout(2_000)
    assert page.locator(".asked").count() == 1
    assert expected in page.locator(".answer").last.inner_text()
    page.click("#clear")
    page.wait_for_function("document.querySelectorAll('.answer').length == 0")


def test_empty_question_is_told_in_the_interface_language(open_page: Any) -> None:
    page = open_page("kk-KZ")
    page.fill("#question textarea", "???")
    page.click("#ask")
    page.wait_for_selector(".error")
    assert page.locator(".error").inner_text() == say(Language.KK, "errors", "question.empty")


def test_retry_after_an_error_asks_what_failed_again(open_page: Any) -> None:
    page = open_page("ru-RU")
    _ask(page, QUESTIONS["ru-RU"][0])
    page.fill("#question textarea", "???")
    page.keyboard.press("Enter")
    page.wait_for_selector(".error")
    assert page.input_value("#question textarea") == "???"
    page.click("#retry")
    page.wait_for_timeout(2_000)
    assert page.locator(".asked").all_inner_texts() == [QUESTIONS["ru-RU"][0], "???"]
    assert page.locator(".error").count() == 1
    assert page.locator(".answer").count() == 1


def test_the_next_question_can_be_typed_while_one_is_answered(open_page: Any) -> None:
    page = open_page("ru-RU")
    page.fill("#question textarea", QUESTIONS["ru-RU"][0])
    page.keyboard.press("Enter")
    page.wait_for_selector(".asked")
    page.fill("#question textarea", "а кто его подписал?")
    page.wait_for_selector("details.citation")
    page.wait_for_timeout(1_000)
    assert page.input_value("#question textarea") == "а кто его подписал?"
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.answer .citations').length == 2", timeout=60_000)
    assert "подписал" in page.locator(".answer .understood").inner_text()


def test_examples_clicked_one_after_another_are_all_answered(open_page: Any) -> None:
    page = open_page("en-US")
    page.wait_for_function("document.querySelector('#ask')?.innerText.trim() == 'Ask'")
    examples = page.locator(".example").all_inner_texts()
    for at in range(3):
        page.locator(".example").nth(at).click()
    page.wait_for_function("document.querySelectorAll('.answer .citations').length == 3", timeout=60_000)
    assert page.locator(".asked").all_inner_texts() == examples[:3]


def test_two_browsers_at_once_do_not_hear_each_other(open_page: Any) -> None:
    pages = {locale: open_page(locale) for locale in QUESTIONS}
    for locale, page in pages.items():
        page.fill("#question textarea", QUESTIONS[locale][0])
        page.keyboard.press("Enter")
    for locale, page in pages.items():
        page.wait_for_selector("details.citation", state="attached", timeout=60_000)
        assert page.locator(".asked").all_inner_texts() == [QUESTIONS[locale][0]]
        assert QUESTIONS[locale][1] in page.locator(".answer").inner_text()


def _in_view(page: Page, selector: str) -> bool:
    """Tell whether the last `selector` lies wholly within the part of the conversation that is seen."""
    return bool(
        page.evaluate(
            """selector => {
                const found = [...document.querySelectorAll(selector)].pop().getBoundingClientRect()
                const seen = document.querySelector('#chat').getBoundingClientRect()
                return found.top >= seen.top && found.bottom <= seen.bottom + 1
            }""",
            selector,
        )
    )


def test_an_opened_quote_and_a_new_answer_are_scrolled_to(open_page: Any) -> None:
    page = open_page("ru-RU")
    _ask(page, QUESTIONS["ru-RU"][0])
    _ask(page, "Что такое Alem.Cloud?")
    page.locator("details.citation summary").first.click()
    page.wait_for_timeout(1_000)
    assert _in_view(page, "details[open] mark")
    _ask(page, "а когда?")
    assert _in_view(page, ".answer:last-child .citations")
    assert page.locator(".asked").last.inner_text() == "а когда?"


def test_an_address_of_no_web_page_is_no_link_and_others_open_elsewhere(open_page: Any) -> None:
    page = open_page("en-US")
    _ask(page, QUESTIONS["en-US"][0])
    for link in page.locator(".citation a").all():
        assert link.get_attribute("target") == "_blank"
        assert "noopener" in link.get_attribute("rel")
        assert link.get_attribute("href").startswith(("http://", "https://"))


def test_the_page_fits_a_telephone(open_page: Any, tmp_path: Path) -> None:
    page = open_page("kk-KZ")
    page.set_viewport_size({"width": 390, "height": 800})
    _ask(page, QUESTIONS["kk-KZ"][0])
    page.locator("details.citation summary").first.click()
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.screenshot(path=str(tmp_path / "telephone.png"))


def _open_decisions(page: Page) -> None:
    page.click("#tab-decisions-button")
    page.wait_for_selector("#decisions .row[id]")


@pytest.mark.parametrize(("locale", "tab"), [("kk-KZ", "Шешімдер"), ("ru-RU", "Решения"), ("en-US", "Decisions")])
def test_the_register_is_shown_and_a_dot_of_the_timeline_opens_its_source(
    open_page: Any, locale: str, tab: str, tmp_path: Path
) -> None:
    page = open_page(locale)
    page.wait_for_function(f"document.querySelector('#tab-decisions-button')?.innerText.trim() == '{tab}'")
    _open_decisions(page)
    assert page.locator("#decisions .row[id]").count() > 20
    dot = page.locator(".timeline a").first
    row = page.locator(f"#{str(dot.get_attribute('href')).removeprefix('#')}")
    assert not row.locator("mark").first.is_visible()
    dot.click()
    row.locator("mark").first.wait_for(state="visible")
    page.screenshot(path=str(tmp_path / f"decisions-{locale}.png"))


def test_filters_narrow_the_register_and_what_is_shown_can_be_saved(open_page: Any) -> None:
    page = open_page("en-US")
    _open_decisions(page)
    every = page.locator("#decisions .row[id]").count()
    page.fill("#decision-text textarea, #decision-text input", "QazTech")
    page.wait_for_function(f"document.querySelectorAll('#decisions .row[id]').length < {every}")
    shown = page.locator("#decisions .row[id]").count()
    assert shown > 0
    with page.expect_download() as saved:
        page.click("#decisions-csv")
    table = saved.value.path().read_text(encoding="utf-8-sig")
    assert table.startswith("id,kind,status")
    assert saved.value.suggested_filename == "decisions.csv"
    with page.expect_download() as saved:
        page.click("#decisions-ics")
    assert saved.value.path().read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    page.fill("#decision-as-of textarea, #decision-as-of input", "yesterday")
    page.wait_for_selector(".error")
    assert "yesterday" in page.locator(".error").inner_text()


def test_a_question_for_decisions_is_answered_with_sources_that_open(open_page: Any) -> None:
    page = open_page("ru-RU")
    _ask(page, "Что поручили Правительству по суперкомпьютеру?")
    answer = page.locator(".answer").last
    assert "Найдено решений" in answer.inner_text()
    answer.locator("details.citation summary").first.click()
    answer.locator("mark").first.wait_for(state="visible")
