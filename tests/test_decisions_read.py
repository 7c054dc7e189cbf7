"""From a document to its decisions: who speaks is carried over, deadlines are counted from the day of the decision."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.decisions.named import Named
from corpus.decisions.read import read_decisions
from corpus.decisions.values import Actor, Decision, Kind, Rule
from corpus.passage import Document, Language
from corpus.split import split_document

DAY = date(2025, 9, 8)
RU, EN = Language.RU, Language.EN


def document(text: str, language: Language = EN, title: str = "", day: date | None = DAY) -> Document:
    return Document("d", "d", "d", title, language, "", "", day, day, text, (), False)


def read(text: str, language: Language = EN, title: str = "", day: date | None = DAY) -> list[Decision]:
    return read_decisions(split_document(document(text, language, title, day)))


def test_quote_and_place_are_exact() -> None:
    said = "President Kassym-Jomart Tokayev instructed the Government to build a school by 1 May 2026."
    text = f"The road is long.\n\n{said}"
    (decision,) = read(text)
    assert text[int(decision.id.split("@")[1]) :].startswith(decision.quote)
    assert (decision.start, decision.kind) == (len("The road is long.\n\n"), Kind.INSTRUCTION)
    assert (decision.issued_by, decision.issuer_post) == ("Kassym-Jomart Tokayev", "President")
    assert decision.addressed_to == ("Government",)
    assert (decision.deadline, decision.deadline_rule) == (date(2026, 5, 1), Rule.DATE)
    assert decision.deadline_text in decision.quote


def test_who_spoke_last_is_the_issuer_of_what_is_only_quoted() -> None:
    decisions = read(
        "Prime Minister Olzhas Bektenov held a meeting on schools. "
        "The Ministry of Education was instructed to connect all schools by 1 May 2026."
    )
    assert [(each.issued_by, each.issuer_post) for each in decisions] == [("Olzhas Bektenov", "Prime Minister")]


def test_the_end_of_a_quotation_names_who_speaks() -> None:
    decisions = read(
        "Министр Айгуль Нурова рассказала о школах.\n\n"
        "«Школы ждут интернета. Поручаю Министерству просвещения подключить все школы до 1 мая 2026 года. "
        "Это важно», — сказал Олжас Бектенов.",
        RU,
    )
    assert [each.issued_by for each in decisions] == ["Олжас Бектенов"]


def test_a_surname_stands_for_the_whole_name_and_the_post_named_before() -> None:
    decisions = read(
        "President Kassym-Jomart Tokayev instructed the Government to build a school by 1 May 2026. "
        "Tokayev instructed the Ministry of Energy to submit a plan by 1 June 2026."
    )
    assert {(each.issued_by, each.issuer_post) for each in decisions} == {("Kassym-Jomart Tokayev", "President")}


@pytest.mark.parametrize(
    ("first", "then", "full"),
    [
        (Actor("Олжас Бектенов", "Премьер-министр"), Actor("Бектенов"), Actor("Олжас Бектенов", "Премьер-министр")),
        (Actor("Олжас Бектенов", "Премьер-министр"), Actor("", "Премьер-министр"), None),
        (Actor("Касым-Жомарт Токаев", "Президент"), Actor("", "Глава государства"), None),
        (Actor("Kassym-Jomart Tokayev", "President"), Actor("", "Head of State"), None),
        (Actor("Олжас Бектенов", "Премьер-министр"), Actor("Нурова"), Actor("Нурова")),
        (Actor("", "министр"), Actor("", "министр"), Actor("", "министр")),
    ],
)
def test_mentions_of_the_same_person(first: Actor, then: Actor, full: Actor | None) -> None:
    people = Named()
    people.remember(first)
    assert people.in_full(then) == (full or Actor(first.name, then.post))


def test_two_persons_of_one_surname_are_two() -> None:
    people = Named()
    people.remember(Actor("Ерлан Болатович Ахметов", "министр"))
    assert people.in_full(Actor("Болат Ахметов", "аким")) == Actor("Болат Ахметов", "аким")
    assert people.in_full(Actor("Ерлан Ахметов")) == Actor("Ерлан Болатович Ахметов", "министр")


def test_one_called_now_by_name_and_now_by_post_is_one_person() -> None:
    people = Named()
    for actor in (Actor("Касым-Жомарт Токаев"), Actor("", "Президент"), Actor("", "Глава государства")):
        people.remember(actor)
    alias = people.in_other_words()
    assert alias is not None
    assert alias.name == "Касым-Жомарт Токаев"
    assert Named.joined(Actor("", "Президент"), alias).name == "Касым-Жомарт Токаев"
    assert Named.joined(Actor("Токаев"), alias).post == alias.post
    assert Named.joined(Actor("Нурова", "министр"), alias) == Actor("Нурова", "министр")
    people.remember(Actor("Олжас Бектенов"))
    assert people.in_other_words() is None  # two persons: nobody knows who holds the post


def test_a_deadline_is_counted_from_the_day_that_the_sentence_names() -> None:
    (decision,) = read(
        "On 12 August 2025 Tokayev instructed the Government to submit a plan within three months.",
        day=date(2026, 1, 4),
    )
    assert (decision.issued_on, decision.deadline) == (date(2025, 8, 12), date(2025, 11, 12))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tokayev instructed the Government to amend the Law of 24 November 2015 within three months.", EN),
        ("Токаев поручил Правительству в течение трех месяцев внести изменения в Закон от 24 ноября 2015 года.", RU),
        (
            "Во исполнение Указа от 15 марта 2010 года Токаев поручил Правительству внести план за три месяца.",
            RU,
        ),
    ],
)
def test_the_date_of_an_act_that_is_cited_is_not_the_day(text: str, language: Language) -> None:
    (decision,) = read(text, language, day=date(2026, 1, 15))
    assert (decision.issued_on, decision.deadline) == (date(2026, 1, 15), date(2026, 4, 15))


def test_a_quotation_mark_left_open_spoils_nothing_after_it() -> None:
    decisions = read(
        "Проект ведёт ТОО «Компания «Алатау».\n\n"
        "«Поручаю Министерству просвещения подключить все школы до 1 мая 2026 года», — сказал Олжас Бектенов.\n\n"
        "Айгуль Нурова рассказала о школах.",
        RU,
    )
    assert [each.issued_by for each in decisions] == ["Олжас Бектенов"]


def test_who_is_told_by_post_is_not_the_issuer() -> None:
    decisions = read(
        "Prime Minister Olzhas Bektenov held a meeting. The Prime Minister must submit a plan by 1 May 2026."
    )
    assert [(each.issued_by, each.addressed_to) for each in decisions] == [("", ("Prime Minister",))]


def test_the_date_of_a_deadline_is_not_the_day_of_the_decision() -> None:
    (decision,) = read("Tokayev instructed the Government to submit a plan by 15 September 2025.", day=date(2026, 1, 4))
    assert (decision.issued_on, decision.deadline) == (date(2026, 1, 4), date(2025, 9, 15))


def test_without_any_date_there_is_a_decision_all_the_same() -> None:
    (decision,) = read("Tokayev instructed the Government to submit a plan within three months.", day=None)
    assert (decision.issued_on, decision.deadline) == (None, None)
    assert decision.deadline_text == "within three months"


def test_nobody_decides_in_a_sentence_without_end() -> None:
    said = "President Tokayev instructed the Government to build a school by 1 May 2026"
    assert read(f"{said}.") != []
    assert (
        read_decisions(split_document(replace(document(f"{said} and a road" + " and a road" * 300 + "."), ready=True)))
        == []
    )


def test_a_text_without_decisions_has_none() -> None:
    assert read("The road to the airport is long. It was built in 1975.") == []
    assert read_decisions([]) == []


def test_a_title_that_names_the_author_of_a_decree() -> None:
    (decision,) = read(
        "2. The Government shall submit proposals within three months.",
        title="Decree of the President of the Republic of Kazakhstan",
    )
    assert "President" in decision.issuer_post or "President" in decision.issued_by
