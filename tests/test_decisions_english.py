"""Decisions in English sentences: what kind, who told whom, by when; and what is no decision."""

from datetime import date

import pytest

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.english.sentences import GRAMMAR
from corpus.decisions.values import Actor, Kind

EVENT = date(2025, 8, 12)
INSTRUCTION, ADOPTED, ANNOUNCED, PLANNED = Kind.INSTRUCTION, Kind.ADOPTED, Kind.ANNOUNCED, Kind.PLANNED


def _last_day(sentence: str) -> date | None:
    found = find_deadline(sentence, GRAMMAR.deadlines, EVENT)
    return found.day if found else None


@pytest.mark.parametrize(
    ("sentence", "issuer", "addressees", "deadline"),
    [
        (
            "President Kassym-Jomart Tokayev instructed the Government to draft a data strategy by the end of March.",
            Actor("Kassym-Jomart Tokayev", "President"),
            ("Government",),
            date(2026, 3, 31),
        ),
        (
            "The Head of State ordered the Ministry of Education to review the curriculum within three months.",
            Actor("", "Head of State"),
            ("Ministry of Education",),
            date(2025, 11, 12),
        ),
        (
            "Bektenov tasked the Ministry of Energy and KEGOC with modernising the northern grid by 1 October.",
            Actor("Bektenov"),
            ("Ministry of Energy", "KEGOC"),
            date(2025, 10, 1),
        ),
        (
            "Akims of all regions have been instructed to submit proposals within two weeks.",
            None,
            ("Akims of all regions",),
            date(2025, 8, 26),
        ),
        (
            "The Ministry of Health, together with akimats, was tasked with screening two million people by 2027.",
            None,
            ("Ministry of Health", "akimats"),
            date(2027, 1, 1),
        ),
        (
            "The Ministry of Ecology has been given a month to fix it.",
            None,
            ("Ministry of Ecology",),
            date(2025, 9, 12),
        ),
        (
            "Tokayev gave the Government until the end of the year to settle the matter.",
            Actor("Tokayev"),
            ("Government",),
            date(2025, 12, 31),
        ),
        (
            "The Minister gave the regional departments ten days to correct the errors.",
            Actor("", "Minister"),
            ("regional departments",),
            date(2025, 8, 22),
        ),
        ("The Finance Ministry has until 1 March to publish the list.", None, ("Finance Ministry",), date(2026, 3, 1)),
        (
            "The Prime Minister set a deadline of 1 November for the Ministry of Industry.",
            Actor("", "Prime Minister"),
            ("Ministry of Industry",),
            date(2025, 11, 1),
        ),
        (
            "The Government, together with maslikhats, must adopt the rules before the end of the year.",
            None,
            ("Government", "maslikhats"),
            date(2025, 12, 31),
        ),
        ("All state bodies are to switch to the new mail by 15 September.", None, ("state bodies",), date(2025, 9, 15)),
        ("By 10 April, akimats must submit lists of unsafe houses.", None, ("akimats",), date(2026, 4, 10)),
        ("The Government should begin work on a new code.", None, ("Government",), None),
        ("Work must be completed by 1 December, the head of government stressed.", None, (), date(2025, 12, 1)),
        (
            "It is necessary for the Government to work out rules by 1 March.",
            None,
            ("Government",),
            date(2026, 3, 1),
        ),
        ("I am instructing the Government to submit a bill.", None, ("Government",), None),
        ("I ask the Government to make proposals within half a year.", None, ("Government",), date(2026, 2, 12)),
        ("I entrust this work to the Security Council.", None, ("Security Council",), None),
        (
            "Deputy Prime Minister Serik Zhumangarin demanded that akims stabilise prices.",
            Actor("Serik Zhumangarin", "Deputy Prime Minister"),
            ("akims",),
            None,
        ),
        (
            "The chairman of the agency, Marat Omarov, instructed the territorial departments to step up control.",
            Actor("Marat Omarov", "chairman of the agency"),
            ("territorial departments",),
            None,
        ),
        (
            "Olzhas Bektenov instructed to speed up the repair of roads in the fourth quarter of 2025.",
            Actor("Olzhas Bektenov"),
            (),
            date(2025, 12, 31),
        ),
        (
            "Specific instructions were given to the heads of regions to strengthen control over prices.",
            None,
            ("heads of regions",),
            None,
        ),
        (
            "The decree requires the Government to approve an action plan by 1 July.",
            None,
            ("Government",),
            date(2026, 7, 1),
        ),
        (
            "1. The Ministry of Justice to bring the acts into line within one month.",
            None,
            ("Ministry of Justice",),
            date(2025, 9, 12),
        ),
        (
            "3. Ministry of Health (A. Alnazarova) jointly with MAIDD – submit a proposal by 20 January 2026.",
            None,
            ("Ministry of Health", "MAIDD"),
            date(2026, 1, 20),
        ),
        ("5. Akimats of regions: ensure weekly monitoring of prices.", None, ("Akimats of regions",), None),
        (
            "4. Control over this resolution shall be entrusted to the Administration of the President.",
            None,
            ("Administration of the President",),
            None,
        ),
        (
            "The Ministry of Finance of the Republic of Kazakhstan shall report on it in December.",
            None,
            ("Ministry of Finance",),
            date(2025, 12, 31),
        ),
    ],
)
def test_an_order_tells_who_told_whom_by_when(
    sentence: str, issuer: Actor | None, addressees: tuple[str, ...], deadline: date | None
) -> None:
    (statement,) = GRAMMAR.statements(sentence)

    assert statement.kind is INSTRUCTION
    assert statement.issuer == issuer
    assert statement.addressees == addressees
    assert _last_day(sentence) == deadline
    assert (statement.start, statement.end) == (0, len(sentence))


@pytest.mark.parametrize(
    ("sentence", "kind", "issuer"),
    [
        ("The President signed a law on the protection of animals.", ADOPTED, Actor("", "President")),
        ("The Mazhilis passed the bill in the first reading.", ADOPTED, Actor("Mazhilis")),
        ("The Senate ratified the agreement with Uzbekistan on transport.", ADOPTED, Actor("Senate")),
        ("The Government extended the ban on fuel exports for six months.", ADOPTED, Actor("Government")),
        ("The National Bank raised the base rate to 18 percent.", ADOPTED, Actor("National Bank")),
        (
            "By order of the Prime Minister, a special commission was set up to study the accident.",
            ADOPTED,
            Actor("", "Prime Minister"),
        ),
        ("A new Tax Code comes into force on 1 January 2026.", ADOPTED, None),
        ("2. Approve the attached Rules for the use of data.", ADOPTED, None),
        ("To recognise the order of 3 May 2019 as invalid.", ADOPTED, None),
        ("The President declared 2026 the Year of Working Professions.", ANNOUNCED, Actor("", "President")),
        ("The Commission decided to suspend the licence of the company.", ANNOUNCED, Actor("Commission")),
        ("From 1 September, phones will be banned in schools, Minister Gani Beisembayev said.", ANNOUNCED, None),
        ("It was decided to transfer the powers to the regions.", ANNOUNCED, None),
        ("A moratorium on new filling stations will take effect on 1 January 2026.", ANNOUNCED, None),
        (
            "The Ministry of Digital Development plans to launch the new portal by the end of 2026.",
            PLANNED,
            Actor("Ministry of Digital Development"),
        ),
        ("KEGOC will complete the line in 2027.", PLANNED, Actor("KEGOC")),
        ("It is planned to build 20 schools in Turkistan region in 2027.", PLANNED, None),
        ("The opening of the plant is scheduled for December 2026.", PLANNED, None),
    ],
)
def test_other_decisions_have_their_kind_and_issuer(sentence: str, kind: Kind, issuer: Actor | None) -> None:
    (statement,) = GRAMMAR.statements(sentence)

    assert statement.kind is kind
    assert statement.issuer == issuer


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Prime Minister instructed the Ministry of Energy to test the network by 1 October, the Ministry of "
            "Finance to find the money, and akimats to lay in coal.",
            [("Ministry of Energy",), ("Ministry of Finance",), ("akimats",)],
        ),
        (
            "The Council approved the roadmap and instructed its secretariat to publish it within five days.",
            [(), ("secretariat",)],
        ),
        (
            "The Prime Minister ordered: 1) the Ministry of Energy to submit a forecast; 2) akimats to store coal.",
            [("Ministry of Energy",), ("akimats",)],
        ),
    ],
)
def test_a_sentence_may_hold_several_decisions(sentence: str, expected: list[tuple[str, ...]]) -> None:
    statements = GRAMMAR.statements(sentence)

    assert [statement.addressees for statement in statements] == expected
    assert all(one.end <= other.start for one, other in zip(statements, statements[1:], strict=False))


@pytest.mark.parametrize(
    "sentence",
    [
        "The President met the Minister of Education and discussed the development of schools.",
        "The Government must not lag behind global trends.",
        "We must all work to protect nature.",
        "Teachers must constantly improve their skills.",
        "In 2025, 300 thousand pupils were trained in robotics.",
        "The Ministry of Health reported that 120 clinics had been modernised.",
        "The Prime Minister was told about the progress of construction.",
        "Under the Law on Education, a school must inform parents.",
        "Has the Government approved the programme?",
        "The minister did not instruct anyone to close the school.",
        "If the Government approves the plan, construction will begin in spring.",
        "China plans to build 100 data centres by 2030.",
        "The Russian government approved a plan to build chips.",
        "Experts believe that the ministry should act faster.",
        "The instructions of the President were discussed at the meeting.",
        "The Ministry of Culture has not yet approved the list.",
        "The Ministry of Energy was created in 2014.",
        "The document must be clear and concise.",
        "Applicants must submit documents by 20 July.",
        "The minister could order an inspection.",
        "The court ordered the company to pay a fine of two million tenge.",
        "The minister asked the reporters not to take photos.",
        "The population will reach 25 million by 2050.",
        "The President stressed the need to accelerate reforms.",
    ],
)
def test_wishes_reports_and_laws_are_no_decisions(sentence: str) -> None:
    assert GRAMMAR.statements(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("“Roads come first”, said Prime Minister Olzhas Bektenov.", Actor("Olzhas Bektenov", "Prime Minister")),
        ("“Roads come first,” the Minister of Transport told reporters.", Actor("", "Minister of Transport")),
        ("According to the President, the reform goes on.", Actor("", "President")),
        ("The akim of Almaty was given two weeks.", None),
        ("Wheat exports rose by 14 percent.", None),
    ],
)
def test_who_speaks_is_read(sentence: str, actor: Actor | None) -> None:
    assert GRAMMAR.speaker(sentence) == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Decree of the President of the Republic of Kazakhstan", Actor("", "President")),
        ("Order of the Minister of Health dated 5 May 2025", Actor("", "Minister of Health")),
        ("The Commission DECIDED:", Actor("Commission")),
        ("Schools in the south get new roofs", None),
    ],
)
def test_who_issued_a_document_is_read(text: str, actor: Actor | None) -> None:
    assert GRAMMAR.author(text) == actor


def test_an_action_is_what_is_to_be_done_without_who_and_when() -> None:
    (statement,) = GRAMMAR.statements("The Government was told to submit the draft by 1 May, the press service said.")

    assert statement.action == "submit the draft"


@pytest.mark.parametrize(
    ("sentence", "issuer", "addressees", "deadline"),
    [
        (
            "The Head of State set the Government the goal of doubling processed exports by 2030.",
            Actor("", "Head of State"),
            ("Government",),
            date(2030, 1, 1),
        ),
        (
            "The Ministry of Transport has received an instruction from the President to finish the road by 1 October.",
            Actor("", "President"),
            ("Ministry of Transport",),
            date(2025, 10, 1),
        ),
        (
            "An order has been received by the Forestry Committee to close the depots.",
            None,
            ("Forestry Committee",),
            None,
        ),
        ("The Prime Minister put the akim in charge of repairs.", Actor("", "Prime Minister"), ("akim",), None),
        (
            "The National Bank has been entrusted with drafting a law on banks by the end of the year.",
            None,
            ("National Bank",),
            date(2025, 12, 31),
        ),
        (
            "The inventory must be carried out by the akimats no later than 1 December.",
            None,
            ("akimats",),
            date(2025, 12, 1),
        ),
        (
            "A plan is expected from the Minister of Energy by 5 September.",
            None,
            ("Minister of Energy",),
            date(2025, 9, 5),
        ),
        (
            "The Prime Minister demanded from the akims that they pave the streets by 1 November.",
            Actor("", "Prime Minister"),
            ("akims",),
            date(2025, 11, 1),
        ),
        (
            "The Council recommended that the Government review the balance within two months.",
            Actor("Council"),
            ("Government",),
            date(2025, 10, 12),
        ),
        (
            "The Minister of Digital Development was tasked by the Head of State with opening a centre.",
            Actor("", "Head of State"),
            ("Minister of Digital Development",),
            None,
        ),
        (
            "Summing up, Arman Seitov noted delays and instructed the akimats to catch up within two weeks.",
            Actor("Arman Seitov"),
            ("akimats",),
            date(2025, 8, 26),
        ),
        ("Until 1 October, akimats are to complete the inventory.", None, ("akimats",), date(2025, 10, 1)),
        (
            "Akimats shall submit lists not later than 15 calendar days from the date of signing.",
            None,
            ("Akimats",),
            date(2025, 8, 27),
        ),
        ("The team has exactly ten days for the transition.", None, ("team",), date(2025, 8, 22)),
        ("I consider it necessary to introduce a moratorium on new fees.", None, (), None),
        (
            "Therefore, the Government, jointly with the National Bank, should prepare amendments.",
            None,
            ("Government", "National Bank"),
            None,
        ),
        (
            "“Connect every school, and do it without delay”, he said, addressing the Minister of Education.",
            None,
            ("Minister of Education",),
            None,
        ),
    ],
)
def test_tasks_are_set_received_and_expected(
    sentence: str, issuer: Actor | None, addressees: tuple[str, ...], deadline: date | None
) -> None:
    (statement,) = GRAMMAR.statements(sentence)

    assert statement.kind is INSTRUCTION
    assert (statement.issuer, statement.addressees, _last_day(sentence)) == (issuer, addressees, deadline)


@pytest.mark.parametrize(
    ("sentence", "kind", "deadline"),
    [
        ("Mazhilis passes bill on archives in second reading.", ADOPTED, None),
        ("Kazakhstan approves national plan for clean air.", ADOPTED, None),
        ("The Constitutional Court found the rule on fees to be unconstitutional.", ADOPTED, None),
        ("A package of measures for weavers has been agreed on.", ADOPTED, None),
        ("Kazakhstan and Armenia signed an agreement on social security.", ADOPTED, None),
        ("The order of the Minister of Health approves new rules for pharmacies.", ADOPTED, None),
        ("The President vetoed the law on advertising.", ADOPTED, None),
        ("By decree of the President, a state of emergency was declared in two districts.", ADOPTED, None),
        ("I hereby impose a ban on banquets at the expense of the budget.", ANNOUNCED, None),
        ("From now on, officials will be barred from casinos.", ANNOUNCED, None),
        ("Nurses in villages will receive an allowance starting from January.", ANNOUNCED, None),
        ("From next month tax disputes move to an online court.", ANNOUNCED, None),
        ("An Agency for Seismic Safety will be created.", ANNOUNCED, None),
        ("The port receives the status of a special economic zone.", ANNOUNCED, None),
        ("The Ministry of Agriculture is banning the export of onions for six months.", ANNOUNCED, None),
        ("The Minister said the stadium would be finished by the end of next year.", ANNOUNCED, date(2026, 12, 31)),
        ("Under the National Project, 900 kilometres of pipes will be laid by 2028.", PLANNED, date(2028, 1, 1)),
        ("The register is to be introduced by the end of 2027.", PLANNED, date(2027, 12, 31)),
        ("The launch of the register is scheduled for October 2026.", PLANNED, date(2026, 10, 31)),
        ("It is planned to build a logistics hub in Aktau in 2026–2027.", PLANNED, date(2027, 12, 31)),
        ("There is no hurry, but next year it plans to fly to Rome.", PLANNED, date(2026, 12, 31)),
        ("We intend to sign the contract before the New Year.", PLANNED, date(2025, 12, 31)),
        (
            "Creation of a register of wells – second quarter of 2026 (Ministry of Ecology, akimats).",
            PLANNED,
            date(2026, 6, 30),
        ),
    ],
)
def test_acts_and_plans_in_other_words(sentence: str, kind: Kind, deadline: date | None) -> None:
    (statement,) = GRAMMAR.statements(sentence)

    assert statement.kind is kind
    assert (_last_day(sentence) if kind is not ADOPTED else None) == deadline


def test_those_in_charge_of_a_point_of_a_plan_are_told() -> None:
    (point,) = GRAMMAR.statements("3. Extension of telemedicine to villages (Ministry of Health, akimats; 2025–2026).")
    (aim,) = GRAMMAR.statements(
        "The share is to be brought to 60 percent by 2029; responsibility lies with the Ministry of Labour."
    )

    assert point.addressees == ("Ministry of Health", "akimats")
    assert aim.addressees == ("Ministry of Labour",)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        (
            "The akim was told to finish the survey by 1 September and to publish the list by 15 October.",
            [date(2025, 9, 1), date(2025, 10, 15)],
        ),
        (
            "A digital card is to be introduced in two regions by the end of 2026, and across the country by 2028.",
            [date(2026, 12, 31), date(2028, 1, 1)],
        ),
    ],
)
def test_tasks_with_days_of_their_own_are_parted(sentence: str, days: list[date]) -> None:
    statements = GRAMMAR.statements(sentence)

    assert [_last_day(sentence[each.start : each.end]) for each in statements] == days


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ministry approves the list of vaccines every year.",
        "President arrives in Beijing on a state visit.",
        "This Order shall come into force ten days after its first official publication.",
        "The Supreme Court found the driver guilty.",
        "The Government has no plans to raise the retirement age.",
        "Economist Marat Saduov says the Government must lower taxes by the end of the year.",
        "The hospital received new equipment for the cardiology department.",
        "The task received by the pupils was too difficult.",
        "The programme made it possible to create 12,000 jobs.",
        "The station was built by the akimat with the support of sponsors.",
        "The new bridge was opened by the Prime Minister on Friday.",
        "The agency is expected from time to time to publish reviews.",
        "I believe it is necessary to say a few words about our teachers.",
        "The Head of State urged young people to study.",
        "Show your documents at the entrance.",
        "The minister demanded of himself more than of others.",
        "As of 1 July, the debt stood at 4 trillion tenge.",
        "From September the temperature drops and the heating season begins.",
        "The Minister said inflation would fall to 8 percent by the end of 2026.",
        "The akim said the road would be repaired by spring if the weather allowed.",
        "The exhibition is scheduled for 5 October.",
        "The United States will impose new duties from 1 August.",
        "The Government of Japan signed an agreement with the bank.",
        "Development of tourism in the region is going well (see the report of the akimat).",
        "Before the New Year, sales usually rise by a third.",
    ],
)
def test_near_ones_are_no_decisions(sentence: str) -> None:
    assert GRAMMAR.statements(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The direction came from the Prosecutor General after a complaint.", Actor("", "Prosecutor General")),
        ("The words belong to the Minister of Justice.", Actor("", "Minister of Justice")),
        ("Minister, I am waiting for your proposals.", None),
        ("The deputy head of the agency was appointed.", None),
        ("The Government must submit a bill, the Supreme Court's ruling says.", Actor("Supreme Court")),
        ("We start in May, said the city's deputy akim Sanzhar Ospan.", Actor("Sanzhar Ospan", "deputy akim")),
    ],
)
def test_who_speaks_in_other_words(sentence: str, actor: Actor | None) -> None:
    assert GRAMMAR.speaker(sentence) == actor
