"""The Decisions tab: filters over the register, a timeline, a table whose rows open, CSV and calendar files."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import gradio as gr

from assistant.prompts import say
from assistant.register.export import csv_text, ics
from assistant.register.merge import Entry, Register
from assistant.register.page import SHOWN, State, state_of, table_html, timeline_html
from assistant.register.select import Selection, in_language_first, select
from assistant.render import escape
from corpus.decisions.values import Kind
from corpus.passage import Language

ANY = ""
_ANYTHING = [("", ANY)]
MOST_NAMES = 60
FIRST_YEAR, LAST_YEAR = 1990, 2100
# The browser makes the text into a file: nothing is written on the server.
_SAVE = """(text) => {
    if (!text) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['%s' + text], { type: '%s;charset=utf-8' }))
    link.download = '%s'
    link.click()
    URL.revokeObjectURL(link.href)
}"""
# A dot of the timeline opens the row of its decision.
_OPEN = """element.addEventListener('click', (event) => {
    const row = document.getElementById(event.target.closest('a')?.getAttribute('href').slice(1))
    if (!row) return
    event.preventDefault()
    row.open = true
    row.scrollIntoView({ block: 'center' })
    row.querySelector('summary').focus({ preventScroll: true })
})"""
# Spreadsheets take a file for Unicode by the mark at its head.
_FILES = {"csv": (csv_text, "text/csv", "\\ufeff"), "ics": (ics, "text/calendar", "")}
_FILTERS = ("search", "addressee", "issuer", "state", "kind", "language", "as_of")


@dataclass(frozen=True, slots=True)
class Found:
    """The entries that the filters let through, as things stood on `day`."""

    entries: list[Entry]
    day: date


def build_tab(page: gr.Blocks, register: Register, language: gr.Radio) -> None:
    """Lay out the tab in `page`, which is being built; it follows `language`, the choice of the interface."""
    with gr.Row(elem_classes="filters"):
        text = gr.Textbox(elem_id="decision-text", scale=2)
        addressee, issuer = (gr.Dropdown(_ANYTHING, value=ANY, allow_custom_value=True, scale=2) for _ in range(2))
    with gr.Row(elem_classes="filters"):
        state, kind, told_in = (gr.Dropdown(_ANYTHING, value=ANY, scale=1) for _ in range(3))
        as_of = gr.Textbox(elem_id="decision-as-of", scale=1)
    summary, timeline, table = gr.HTML(), gr.HTML(js_on_load=_OPEN), gr.HTML(elem_id="decisions")
    with gr.Row(elem_classes="tools"):
        buttons = {name: gr.Button(size="sm", elem_id=f"decisions-{name}") for name in _FILES}
    saved = gr.Textbox(visible=False)

    def show(choice: str, *values: str) -> list[str]:
        return _shown(register, Language(choice), *values)

    def relabel(choice: str) -> list[Any]:
        return _relabel(register, Language(choice))

    filters = [text, addressee, issuer, state, kind, told_in, as_of]
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    shown = {"fn": show, "inputs": [language, *filters], "outputs": [summary, timeline, table], **quiet}
    for each in filters:
        each.change(**shown, trigger_mode="always_last")
    page.load(_today, None, as_of, **quiet)
    for event in (page.load, language.change):
        event(relabel, language, [*filters, *buttons.values()], **quiet).then(**shown)
    for name, (write, media, head) in _FILES.items():
        written = buttons[name].click(_writer(register, write), [language, *filters], saved, **quiet)
        written.then(None, saved, None, js=_SAVE % (head, media, f"decisions.{name}"), **quiet)


def _today() -> str:
    return date.today().isoformat()


def _found(
    register: Register,
    interface: Language,
    text: str,
    addressee: str,
    issuer: str,
    state: str,
    kind: str,
    told_in: str,
    as_of: str,
) -> Found:
    """Return what the filters let through; raises ValueError for a day that is none or is far away. Empty is today."""
    day = date.fromisoformat(as_of.strip()) if as_of.strip() else date.today()
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{day} is too far away")
    wanted = Selection(
        text=text or ANY,
        addressee=addressee or ANY,
        issuer=issuer or ANY,
        kind=Kind(kind) if kind else None,
        language=Language(told_in) if told_in else None,
        as_of=day,
    )
    entries = select(register, wanted)
    if not told_in:
        entries = [in_language_first(entry, interface) for entry in entries]
    return Found([entry for entry in entries if not state or state_of(entry, day) is State(state)], day)


def _shown(register: Register, interface: Language, *values: str) -> list[str]:
    """Values for the summary, the timeline and the table."""
    try:
        found = _found(register, interface, *values)
    except ValueError:
        said = say(interface, "register", "tab.wrong_day", day=values[-1][:40])
        return [f'<p class="error">{escape(said)}</p>', "", ""]
    entries, day = found.entries, found.day
    dated = sum(entry.deadline is not None for entry in entries)
    shown = min(len(entries), SHOWN)
    count = escape(say(interface, "register", "tab.count", count=len(entries), dated=dated, shown=shown))
    documents, passages = register.index.documents, register.passages
    return [
        f'<p class="hint">{count}</p>',
        timeline_html(entries, day, interface),
        table_html(entries, day, interface, documents, passages),
    ]


def _writer(register: Register, write: Callable[..., str]) -> Callable[..., str]:
    """Return what writes the entries shown; nothing where the day is none."""

    def written(choice: str, *values: str) -> str:
        try:
            found = _found(register, Language(choice), *values)
        except ValueError:
            return ""
        return write(found.entries, register.index.documents)

    return written


def _relabel(register: Register, language: Language) -> list[Any]:
    """Values for the filters, in order, and the buttons."""
    labels = {name: say(language, "register", f"tab.{name}") for name in (*_FILTERS, "any", *_FILES)}
    anything = (labels["any"], ANY)
    states = [(say(language, "register", f"state.{each}"), each.value) for each in State]
    kinds = [(say(language, "register", f"kind.{each}"), each.value) for each in Kind]
    languages = [(say(language, "interface", f"language.{each}"), each.value) for each in Language]
    told = [decision for entry in register.entries for decision in in_language_first(entry, language).told[:1]]
    addressees = _frequent(name for decision in told for name in decision.addressed_to)
    issuers = _frequent(decision.issued_by or decision.issuer_post for decision in told)
    choices = (addressees, issuers, states, kinds, languages)
    return [
        gr.update(label=labels["search"]),
        *(
            gr.update(label=labels[name], choices=[anything, *of])
            for name, of in zip(_FILTERS[1:6], choices, strict=True)
        ),
        gr.update(label=labels["as_of"]),
        *(labels[name] for name in _FILES),
    ]


def _frequent(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the most frequent names in the order of the alphabet, as choices."""
    common = Counter(name for name in names if name).most_common(MOST_NAMES)
    return sorted((name, name) for name, _ in common)
