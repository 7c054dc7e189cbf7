"""What kind of thing a question wants, and whether a sentence has it."""

import pytest

from assistant.question_words import Wanted, holds, wanted

DATE, NUMBER, PERSON, ANYTHING = Wanted.DATE, Wanted.NUMBER, Wanted.PERSON, Wanted.ANYTHING


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
        ("Who chaired the meeting?", PERSON),
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
    ("sentence", "kind", "expected"),
    [
        ("Закон подписан 17 ноября 2025 года.", DATE, True),
        ("Закон подписан до конца квартала.", DATE, True),
        ("Заң қараша айында қабылданды.", DATE, True),
        ("It was signed in May.", DATE, True),
        ("It will be signed soon.", DATE, True),
        ("The mayor signed it.", DATE, False),
        ("Закон подписан.", DATE, False),
        ("В законе 31 статья.", NUMBER, True),
        ("В законе много статей.", NUMBER, False),
        ("Закон подписал Касым-Жомарт Токаев.", PERSON, True),
        ("Заңға Қасым-Жомарт Тоқаев қол қойды.", PERSON, True),
        ("Olzhas Bektenov chaired the meeting.", PERSON, True),
        ("The law was signed.", PERSON, False),
        ("Закон подписан 17 ноября 2025 года.", ANYTHING, False),
    ],
)
def test_whether_a_sentence_has_it(sentence: str, kind: Wanted, expected: bool) -> None:
    assert holds(sentence, kind) is expected
