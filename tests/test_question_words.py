"""What kind of thing a question wants, whether a list of them, and whether the present one."""

import pytest

from assistant.answer_words import Wanted
from assistant.question_words import asks_for_now, asks_for_several, wanted

DATE, NUMBER, PERSON, ANYTHING = Wanted.DATE, Wanted.NUMBER, Wanted.PERSON, Wanted.ANYTHING
HEAD, ORGANISATION = Wanted.HEAD, Wanted.ORGANISATION


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Когда вступил в силу закон?", DATE),
        ("До какого срока разработать стратегию?", DATE),
        ("В каком году запустили Alem.Cloud?", DATE),
        ("Заң қашан күшіне енді?", DATE),
        ("зан кашан кушине енди", DATE),
        ("Тапсырманың мерзімі қандай?", DATE),
        ("When was it signed?", DATE),
        ("What is the deadline?", DATE),
        ("Сколько статей в законе?", NUMBER),
        ("Какое место занял Казахстан?", NUMBER),
        ("Неше баптан тұрады?", NUMBER),
        ("Казакстан нешинши орын алды?", NUMBER),
        ("How many articles does it have?", NUMBER),
        ("What share of services is online?", NUMBER),
        ("Кто подписал закон?", PERSON),
        ("Кому поручили?", PERSON),
        ("Заңға кім қол қойды?", PERSON),
        ("Заңға ким кол койды?", PERSON),
        ("Who spoke at the meeting?", PERSON),
        ("По словам главы государства, кто пишет правила?", PERSON),
        ("Who chaired the meeting?", HEAD),
        ("Who heads the Astana Hub cluster?", HEAD),
        ("chair of the agency for reforms", HEAD),
        ("Кто председатель Совета по ИИ?", HEAD),
        ("Директор центра кто?", HEAD),
        ("Университеттің ректоры кім?", HEAD),
        ("Министрликти ким баскарады?", HEAD),
        ("Which ministry runs the platform?", ORGANISATION),
        ("Какое ведомство отвечает за реестр?", ORGANISATION),
        ("Платформаны қай мекеме жүргізеді?", ORGANISATION),
        ("How many ministers spoke?", NUMBER),
        ("Что такое QazTech?", ANYTHING),
        ("Бұл не?", ANYTHING),
        ("Why was it built?", ANYTHING),
        ("", ANYTHING),
    ],
)
def test_what_a_question_wants(question: str, kind: Wanted) -> None:
    assert wanted(question) is kind


def test_when_goes_before_how_many_and_who() -> None:
    assert wanted("Когда и сколько выделили?") is DATE
    assert wanted("Кто и сколько получил?") is NUMBER


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Какие министры выступили?", True),
        ("Перечисли сроки указа", True),
        ("Қандай министрлер баяндама жасады?", True),
        ("Жарлықта кандай уш мерзим белгиленген?", True),
        ("Сроктарды тізіп бер", True),
        ("Which four ministers gave reports?", True),
        ("What sizes does it come in?", True),
        ("What deadlines are in the decree?", True),
        ("Какой министр выступил?", False),
        ("Қай күні қайтарып жіберді?", False),
        ("Тізімде нешінші болды?", False),
        ("What was signed?", False),
        ("What gives the country an edge?", False),
        ("Which status does it have?", False),
    ],
)
def test_whether_a_list_is_asked_for(question: str, expected: bool) -> None:
    assert asks_for_several(question) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Кто сейчас министр?", True),
        ("Какое место на сегодняшний день?", True),
        ("Қазір нешінші орында?", True),
        ("What is the latest figure?", True),
        ("Is it in force now?", True),
        ("Кто был министром?", False),
        ("Is it known?", False),
    ],
)
def test_whether_the_present_is_asked_for(question: str, expected: bool) -> None:
    assert asks_for_now(question) is expected
