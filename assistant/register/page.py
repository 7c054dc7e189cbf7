"""The register as HTML: a timeline of deadlines and a table whose rows open. Text of others is escaped."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from assistant.answer import Citation
from assistant.prompts import say, say_date
from assistant.register.merge import Entry, Status
from assistant.render import escape, in_context
from corpus.decisions.values import Decision
from corpus.passage import Document, Language, Passage

WIDTH, HEIGHT, MARGIN, RADIUS = 960, 150, 24, 6
MOST_STACKED = 8
MONTHS_WITH_NAMES = 18
SHOWN = 500
FAR_YEARS, MOST_YEARS = 15, 20


class State(StrEnum):
    """What there is to say of an entry on a day."""

    OVERDUE = "overdue"
    UPCOMING = "upcoming"
    OPEN = "open"
    DONE = "done"
    SUPERSEDED = "superseded"


def state_of(entry: Entry, day: date) -> State:
    """Return the state of `entry` on `day`; without a deadline what is not done stays open."""
    if entry.status is not Status.OPEN:
        return State(entry.status.value)
    if entry.deadline is None:
        return State.OPEN
    return State.OVERDUE if entry.deadline < day else State.UPCOMING


def timeline_html(entries: Sequence[Entry], day: date, interface: Language) -> str:
    """Draw the deadlines of `entries` as dots over the months, with `day` as a line; empty without deadlines."""
    dated = [(at, entry) for at, entry in enumerate(entries) if entry.deadline and _near(entry.deadline, day)]
    if not dated:
        return ""
    days = [*(entry.deadline for _, entry in dated if entry.deadline), day]
    scale = _Scale(min(days), max(days))
    stacked: dict[int, int] = {}
    dots = []
    for at, entry in dated:
        x = scale.x(entry.deadline or day)
        place = round(x / (2.4 * RADIUS))
        height = stacked[place] = stacked.get(place, -1) + 1
        dots.append(_dot(at, entry, x, min(height, MOST_STACKED), state_of(entry, day), interface))
    title = escape(say(interface, "register", "tab.timeline"))
    now = escape(say(interface, "register", "tab.today", day=say_date(interface, day)))
    at_day = scale.x(day)
    anchor, beside = ("end", -5) if at_day > WIDTH / 2 else ("start", 5)
    states = dict.fromkeys(state_of(entry, day) for _, entry in dated)
    return (
        f'<div class="scrolled"><svg class="timeline" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{title}">'
        f"{scale.ticks()}"
        f'<line class="now" x1="{at_day:.0f}" x2="{at_day:.0f}" y1="12" y2="{HEIGHT - 22}"/>'
        f'<text class="now" x="{at_day + beside:.0f}" y="14" text-anchor="{anchor}">{now}</text>'
        f"{''.join(dots)}</svg></div>{_legend(states, interface)}"
    )


def table_html(
    entries: Sequence[Entry],
    day: date,
    interface: Language,
    documents: Mapping[str, Document],
    passages: Mapping[str, Passage],
) -> str:
    """Write the entries as rows that open to their sources: the first SHOWN of them."""
    if not entries:
        return f'<p class="hint">{escape(say(interface, "register", "tab.none"))}</p>'
    head = "".join(
        f"<span>{escape(say(interface, 'register', f'tab.{name}'))}</span>" for name in ("due", "state", "who", "what")
    )
    rows = (_row(at, entry, day, interface, documents, passages) for at, entry in enumerate(entries[:SHOWN]))
    return f'<div class="register"><div class="row head">{head}</div>{"".join(rows)}</div>'


def _near(deadline: date, day: date) -> bool:
    """Tell whether a deadline lies near enough to `day` to be drawn beside others."""
    return abs(deadline.year - day.year) <= FAR_YEARS


def _legend(states: Iterable[State], interface: Language) -> str:
    dot = f'<svg viewBox="0 0 12 12"><circle class="{{}}" cx="6" cy="6" r="{RADIUS - 1}"/></svg>'
    named = (f"{dot.format(state)} {escape(say(interface, 'register', f'state.{state}'))}" for state in states)
    return f'<p class="legend timeline">{"".join(f"<span>{each}</span>" for each in named)}</p>'


def _row(
    at: int,
    entry: Entry,
    day: date,
    interface: Language,
    documents: Mapping[str, Document],
    passages: Mapping[str, Passage],
) -> str:
    decision, state = entry.first, state_of(entry, day)
    due = say_date(interface, entry.deadline) if entry.deadline else say(interface, "register", "tab.undated")
    issuer = decision.issued_by or decision.issuer_post
    who = " → ".join(filter(None, (issuer, ", ".join(decision.addressed_to))))
    cells = (
        escape(due),
        f'<b class="state {state}">{escape(say(interface, "register", f"state.{state}"))}</b>'
        f"<small>{escape(say(interface, 'register', f'kind.{decision.kind}'))}</small>",
        escape(who),
        f'<span lang="{decision.language}">{escape(decision.action or decision.quote)}</span>',
    )
    sources = "".join(_source(told, interface, documents, passages) for told in entry.told)
    summary = "".join(f"<span>{cell}</span>" for cell in cells)
    opened = f"{_facts(entry, interface)}{sources}{_changed(entry, interface, documents, passages)}"
    return (
        f'<details class="row" id="decision-{at}"><summary>{summary}</summary>'
        f'<div class="sources">{opened}</div></details>'
    )


def _facts(entry: Entry, interface: Language) -> str:
    issuer = entry.first.issued_by or entry.first.issuer_post
    facts = [" → ".join(filter(None, (issuer, ", ".join(entry.first.addressed_to))))]
    if entry.issued_on:
        issued = say(interface, "register", "tab.issued")
        facts.append(f"{issued}: {say_date(interface, entry.issued_on)}")
    if entry.first.deadline_text:
        facts.append(say(interface, "register", "tab.rule", text=entry.first.deadline_text))
    facts.append(say(interface, "register", "tab.told", count=len(entry.told)))
    return f'<p class="hint">{escape(" · ".join(filter(None, facts)))}</p>'


def _changed(
    entry: Entry, interface: Language, documents: Mapping[str, Document], passages: Mapping[str, Passage]
) -> str:
    if entry.changed_by is None:
        return ""
    heading = escape(say(interface, "register", "tab.changed"))
    return f'<p class="hint">{heading}</p>{_source(entry.changed_by, interface, documents, passages)}'


def _source(
    decision: Decision, interface: Language, documents: Mapping[str, Document], passages: Mapping[str, Passage]
) -> str:
    document, passage = documents[decision.document_id], passages[decision.passage_id]
    citation = Citation(1, document, passage, decision.start, decision.end)
    day = document.event_date or document.published
    facts = (
        document.publisher,
        say_date(interface, day) if day else "",
        say(interface, "interface", f"language.{passage.language}"),
    )
    link = ""
    if document.url.startswith(("http://", "https://")):
        label = escape(say(interface, "interface", "answer.open_original"))
        link = f'<a href="{escape(document.url)}" target="_blank" rel="noopener noreferrer">{label}</a>'
    return (
        f'<div class="source"><h3 lang="{document.language}">{escape(document.title)}</h3>'
        f'<p class="hint">{" · ".join(escape(fact) for fact in facts if fact)}</p>'
        f'<blockquote lang="{passage.language}">{in_context(citation)}</blockquote>{link}</div>'
    )


def _dot(at: int, entry: Entry, x: float, height: int, state: State, interface: Language) -> str:
    decision = entry.first
    said = f"{say_date(interface, entry.deadline)}: {decision.action or decision.quote}" if entry.deadline else ""
    y = HEIGHT - 34 - height * 2 * RADIUS
    told = escape(said)
    return (
        f'<a href="#decision-{at}" aria-label="{told}"><circle class="{state}" cx="{x:.0f}" cy="{y}" r="{RADIUS - 1}">'
        f"<title>{told}</title></circle></a>"
    )


class _Scale:
    """Days on the width of the drawing, from the first of a month to the last of one."""

    def __init__(self, first: date, last: date) -> None:
        self._first = first.replace(day=1)
        self._last = (last.replace(day=28) + timedelta(days=4)).replace(day=1)
        self._days = (self._last - self._first).days

    def x(self, day: date) -> float:
        return MARGIN + (WIDTH - 2 * MARGIN) * (day - self._first).days / self._days

    def ticks(self) -> str:
        """The axis with a mark a month, or a year where there are many."""
        y = HEIGHT - 22
        drawn = [f'<line class="axis" x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{y}" y2="{y}"/>']
        months = (self._last.year - self._first.year) * 12 + self._last.month - self._first.month
        for number in range(months + 1):
            year, month = divmod(self._first.year * 12 + self._first.month - 1 + number, 12)
            if months > MONTHS_WITH_NAMES and (month or year % max(1, months // (12 * MOST_YEARS) + 1)):
                continue
            x = self.x(date(year, month + 1, 1))
            drawn.append(f'<line class="axis" x1="{x:.0f}" x2="{x:.0f}" y1="{y}" y2="{y + 5}"/>')
            label = str(year) if months > MONTHS_WITH_NAMES else f"{month + 1:02}.{year % 100:02}"
            drawn.append(f'<text x="{x:.0f}" y="{HEIGHT - 4}" text-anchor="middle">{label}</text>')
        return "".join(drawn)
