"""The register over a few documents: a decision told in three languages is one entry, with what became of it."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.register.follow import completes, follows
from assistant.register.merge import Entry, Register, Status
from assistant.register.select import Selection, in_language_first, select
from corpus.decisions.values import Decision, Kind
from corpus.passage import Language
from index.search import PassageIndex

STRATEGY, POWER, DELAY, SCHOOLS = (date(2025, 12, 31), date(2025, 12, 8), date(2026, 3, 1), date(2026, 9, 1))


@pytest.fixture(scope="module")
def register(orders_index: PassageIndex) -> Register:
    return Register(orders_index)


def deadlines(entries: list[Entry]) -> list[date | None]:
    return [entry.deadline for entry in entries]


def entry_due(register: Register, day: date) -> Entry:
    return next(entry for entry in register.entries if entry.deadline == day)


def test_what_three_documents_tell_is_one_entry(register: Register) -> None:
    assert len(register.index.decisions) == 10
    assert sorted(len(entry.told) for entry in register.entries) == [1, 1, 2, 3, 3]
    for day in (STRATEGY, POWER):
        told = entry_due(register, day).told
        assert sorted(decision.language for decision in told) == ["en", "kk", "ru"]
        assert {decision.document_id.split(".")[0].rsplit("/")[-1] for decision in told} == {"order"}


def test_a_quote_is_the_stretch_of_its_passage(register: Register) -> None:
    for decision in register.index.decisions:
        passage = register.passages[decision.passage_id]
        document = register.index.documents[decision.document_id]
        assert decision.quote == passage.text[decision.start : decision.end]
        place = int(decision.id.rsplit("@")[1])
        assert document.text[place : place + len(decision.quote)] == decision.quote


def test_a_later_approval_makes_it_done_and_is_the_evidence(register: Register) -> None:
    entry = entry_due(register, STRATEGY)
    assert entry.status is Status.DONE
    assert entry.changed_by is not None
    assert entry.changed_by.kind is Kind.ADOPTED
    assert entry.changed_by.document_id.endswith(("approval.en.md", "approval.ru.md"))


def test_a_later_day_for_the_same_supersedes_it(register: Register) -> None:
    entry = entry_due(register, POWER)
    assert entry.status is Status.SUPERSEDED
    assert entry.changed_by is not None
    assert entry.changed_by.deadline == DELAY
    assert entry_due(register, DELAY).status is Status.OPEN


def test_what_nobody_tells_more_of_is_open(register: Register) -> None:
    assert (entry_due(register, SCHOOLS).status, entry_due(register, SCHOOLS).changed_by) == (Status.OPEN, None)


def test_as_of_a_day_later_documents_are_not_known(register: Register) -> None:
    then = register.entries_by(date(2025, 10, 1))
    assert [(entry.deadline, entry.status) for entry in then] == [(STRATEGY, Status.OPEN), (POWER, Status.OPEN)]
    assert {entry.status for entry in register.entries_by(date(2026, 1, 1))} == {Status.OPEN, Status.SUPERSEDED}


def test_entries_with_a_deadline_come_first_by_day(register: Register) -> None:
    assert deadlines(select(register, Selection())) == [POWER, STRATEGY, DELAY, SCHOOLS, None]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Selection(due_before=date(2025, 12, 31)), [POWER, STRATEGY]),
        (Selection(due_after=date(2025, 12, 31), due_before=date(2026, 3, 1)), [STRATEGY, DELAY]),
        (Selection(since=date(2025, 12, 1), until=date(2026, 2, 1)), [DELAY, SCHOOLS]),
        (Selection(addressee="Министерство энергетики"), [POWER, DELAY]),
        (Selection(addressee="министерству энергетики"), [POWER, DELAY]),  # in any form
        (Selection(addressee="Ministry of Energy"), [POWER, DELAY]),  # and told in Russian only
        (Selection(addressee="Үкімет"), [STRATEGY]),
        (Selection(issuer="Bektenov"), [DELAY, SCHOOLS]),  # a name in the other script
        (Selection(issuer="Премьер-министр"), [DELAY, SCHOOLS]),
        (Selection(text="дата-центр"), [POWER, DELAY]),
        (Selection(text="schools"), [SCHOOLS]),
        (Selection(kind=Kind.ADOPTED), [None]),
        (Selection(status=Status.SUPERSEDED), [POWER]),
        (Selection(text="fisheries"), []),
        (Selection(text="  "), [POWER, STRATEGY, DELAY, SCHOOLS, None]),
        (Selection(text="?!"), []),
        (Selection(addressee="Government", due_before=date(2025, 12, 8)), []),
    ],
)
def test_entries_are_selected(register: Register, wanted: Selection, expected: list[date | None]) -> None:
    assert deadlines(select(register, wanted)) == expected


def test_a_language_wanted_is_the_one_shown(register: Register) -> None:
    for language in Language:
        found = select(register, Selection(language=language))
        assert {entry.first.language for entry in found} == {language}
    assert deadlines(select(register, Selection(language=Language.KK))) == [POWER, STRATEGY]


def test_an_entry_is_shown_in_the_language_of_who_asks_where_it_is_told_in_it(register: Register) -> None:
    assert in_language_first(entry_due(register, STRATEGY), Language.KK).first.language is Language.KK
    assert in_language_first(entry_due(register, SCHOOLS), Language.KK).first.language is Language.EN


def test_an_index_without_decisions_has_an_empty_register(toy_index: PassageIndex) -> None:
    empty = Register(replace(toy_index, decisions=()))
    assert empty.entries == []
    assert select(empty, Selection(text="law")) == []


def test_a_first_reading_completes_nothing() -> None:
    adopted = Decision(
        *("id", "document", "passage", 0, 1, Language.EN, Kind.ADOPTED, "Mazhilis", "", (), "the Digital Code"),
        *(date(2025, 11, 12), None, "", None, "The Mazhilis adopted the Digital Code."),
    )
    assert completes(adopted)
    for quote in (
        "The Mazhilis adopted the Digital Code in the first reading.",
        "Проект Цифрового кодекса одобрен в первом чтении.",
        "Цифрлық кодекс бірінші оқылымда мақұлданды.",
    ):
        assert not completes(replace(adopted, quote=quote))
    assert not completes(replace(adopted, kind=Kind.PLANNED))


def test_words_of_coming_about_are_not_the_thing(register: Register) -> None:
    was = replace(
        entry_due(register, STRATEGY).first,
        language=Language.RU,
        action="появиться в Казахстане",
        issued_on=date(2026, 1, 1),
    )
    now = replace(
        next(each for each in register.index.decisions if each.kind is Kind.ADOPTED),
        language=Language.RU,
        quote="Указ об особом статусе города появился в Казахстане.",
        issued_on=date(2026, 3, 1),
    )
    assert not follows(register.index, was, now)
    assert follows(
        register.index,
        replace(was, action="принять указ об особом статусе города"),
        now,
    )
    cited = replace(was, action="принять указ об особом статусе города")
    assert not follows(register.index, cited, replace(now, issued_on=None))
    assert not follows(register.index, replace(cited, issued_on=None), now)  # which was first, nobody knows
