"""The Decisions tab: the timeline, the table whose rows open, its filters, and hostile text."""

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import gradio as gr
import pytest
from icalendar import Calendar

from assistant.prompts import say
from assistant.register.export import csv_text, ics
from assistant.register.merge import Register
from assistant.register.page import State, state_of, table_html, timeline_html
from assistant.register.select import Selection, select
from assistant.register.tab import ANY, _relabel, _shown, _writer
from corpus.passage import Language
from index.search import PassageIndex

RU, KK, EN = Language.RU, Language.KK, Language.EN
DAY = date(2026, 4, 1)
EVERYTHING = (ANY, ANY, ANY, ANY, ANY, ANY, "2026-07-01")


@pytest.fixture(scope="module")
def register(orders_index: PassageIndex) -> Register:
    return Register(orders_index)


def visible(markup: str) -> str:
    """The text that a browser shows of `markup`."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def test_states_on_a_day(register: Register) -> None:
    entries = select(register, Selection())
    assert [state_of(entry, DAY) for entry in entries] == [
        State.SUPERSEDED,
        State.DONE,
        State.OVERDUE,
        State.UPCOMING,
        State.DONE,
    ]
    assert state_of(entries[2], date(2026, 3, 1)) is State.UPCOMING  # the last day is not over


def test_a_dot_a_deadline_in_the_order_of_days(register: Register) -> None:
    entries = select(register, Selection())
    page = ET.fromstring(f"<page>{timeline_html(entries, DAY, EN)}</page>")
    drawing = next(page.iter("svg"))
    dots = [(dot.get("class"), float(str(dot.get("cx")))) for dot in drawing.iter("circle")]
    assert [name for name, _ in dots] == ["superseded", "done", "overdue", "upcoming"]
    places = [x for _, x in dots]
    assert places == sorted(places)
    now = next(line for line in drawing.iter("line") if line.get("class") == "now")
    assert places[2] < float(str(now.get("x1"))) < places[3]
    assert [link.get("href") for link in drawing.iter("a")] == [f"#decision-{at}" for at in range(4)]
    assert "as of 2026-04-01" in "".join(drawing.itertext())
    legend = " ".join("".join(next(page.iter("p")).itertext()).split())
    assert legend == "superseded done deadline passed upcoming"


def test_without_deadlines_there_is_no_drawing(register: Register) -> None:
    entries = [entry for entry in register.entries if entry.deadline is None]
    assert entries
    assert timeline_html(entries, DAY, EN) == ""


def test_a_row_opens_to_every_source_and_to_what_changed_it(register: Register) -> None:
    entries = select(register, Selection())[:1]
    page = table_html(entries, DAY, RU, register.index.documents, register.passages)
    assert page.count("<details") == 1
    assert page.count("<mark>") == 4  # three tellings and the later one
    for decision in (*entries[0].told, entries[0].changed_by):
        assert decision is not None
        assert decision.quote in visible(page)
    assert say(RU, "register", "tab.changed") in visible(page)
    assert page.count('href="') == 4


def test_hostile_text_is_shown_as_text(register: Register) -> None:
    entry = select(register, Selection())[3]
    hostile = "<script>alert(1)</script> **b** [l](javascript:alert(1))"
    entry = replace(entry, told=(replace(entry.first, action=hostile, issued_by=hostile, addressed_to=(hostile,)),))
    page = table_html([entry], DAY, EN, register.index.documents, register.passages) + timeline_html([entry], DAY, EN)
    assert "<script" not in page
    assert "](javascript" not in page
    assert visible(page).count("alert(1)</script> **b**") >= 3


def test_an_address_that_is_no_web_page_is_no_link(register: Register) -> None:
    entry = select(register, Selection())[3]
    documents = {
        key: replace(document, url="javascript:alert(1)") for key, document in register.index.documents.items()
    }
    assert "href" not in table_html([entry], DAY, EN, documents, register.passages)


@pytest.mark.parametrize(("language", "count"), [(KK, 5), (RU, 5), (EN, 5)])
def test_the_tab_shows_the_register_in_each_language(register: Register, language: Language, count: int) -> None:
    summary, timeline, table = _shown(register, language, *EVERYTHING)
    assert say(language, "register", "tab.count", count=count, dated=4, shown=count) in visible(summary)
    assert "<svg" in timeline
    assert table.count("<details") == count
    assert say(language, "register", "state.upcoming") in visible(table)


def test_filters_of_the_tab(register: Register) -> None:
    values = dict(zip(("text", "addressee", "issuer", "state", "kind", "told_in", "as_of"), EVERYTHING, strict=True))

    def rows(**chosen: str) -> int:
        return _shown(register, EN, *(values | chosen).values())[2].count("<details")

    assert rows(state="overdue") == 1
    assert rows(state="upcoming") == 1
    assert rows(kind="adopted") == 1
    assert rows(told_in="kk") == 2
    assert rows(addressee="Government") == 1
    assert rows(issuer="Bektenov", text="schools") == 1
    assert rows(as_of="2025-10-01") == 2
    assert rows(as_of="") == 5  # today
    assert rows(text="fish") == 0


def test_a_day_that_is_none_is_told_in_the_interface_language(register: Register) -> None:
    for language in Language:
        summary, timeline, table = _shown(register, language, *EVERYTHING[:-1], "31.12.2025")
        assert visible(summary) == say(language, "register", "tab.wrong_day", day="31.12.2025")
        assert (timeline, table) == ("", "")
        assert _writer(register, csv_text)(language.value, *EVERYTHING[:-1], "31.12.2025") == ""
    for far in ("9999-12-31", "0001-01-01"):
        assert "error" in _shown(register, EN, *EVERYTHING[:-1], far)[0]


def test_a_deadline_of_another_age_does_not_press_the_others_together(register: Register) -> None:
    entries = select(register, Selection())[:4]
    far = replace(entries[0], told=(replace(entries[0].first, deadline=date(3025, 1, 1)),))
    page = ET.fromstring(f"<page>{timeline_html([*entries[1:], far], DAY, EN)}</page>")
    assert len([link for link in page.iter("a")]) == 3
    wide = replace(entries[0], told=(replace(entries[0].first, deadline=date(2040, 1, 1)),))
    labels = [text for text in ET.fromstring(f"<page>{timeline_html([*entries, wide], DAY, EN)}</page>").iter("text")]
    assert len(labels) < 30


def test_what_is_saved_is_what_is_shown(register: Register) -> None:
    chosen = ("schools", *EVERYTHING[1:])
    assert _writer(register, csv_text)("en", *chosen).count("\r\n") == 2  # a head and a row
    assert len(Calendar.from_ical(_writer(register, ics)("en", *chosen)).walk("VEVENT")) == 1


def test_the_filters_offer_what_the_documents_name(register: Register) -> None:
    updates = _relabel(register, EN)
    assert len(updates) == 9
    addressees = [value for _, value in updates[1]["choices"]]
    assert addressees[0] == ANY
    assert {"Government", "Ministry of Energy", "Ministry of Education"} <= set(addressees)
    assert updates[-2:] == [say(EN, "register", "tab.csv"), say(EN, "register", "tab.ics")]
    assert updates[0] == gr.update(label="Words in the decision")
