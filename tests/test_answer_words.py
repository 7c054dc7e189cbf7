"""What sentences have to offer: kinds of things, questions of an interview, what has not happened yet."""

import pytest

from assistant.answer_words import Wanted, asks, holds, leans_back, says_not_yet


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("Закон подписан 17 ноября 2025 года.", Wanted.DATE, True),
        ("Закон подписан до конца квартала.", Wanted.DATE, True),
        ("Заң қараша айында қабылданды.", Wanted.DATE, True),
        ("It was signed in May.", Wanted.DATE, True),
        ("It will be signed soon.", Wanted.DATE, True),
        ("The mayor signed it.", Wanted.DATE, False),
        ("Закон подписан.", Wanted.DATE, False),
        ("В законе 31 статья.", Wanted.NUMBER, True),
        ("В законе много статей.", Wanted.NUMBER, False),
        ("Закон подписал Касым-Жомарт Токаев.", Wanted.PERSON, True),
        ("Заңға Қасым-Жомарт Тоқаев қол қойды.", Wanted.PERSON, True),
        ("Olzhas Bektenov chaired the meeting.", Wanted.PERSON, True),
        ("The law was signed.", Wanted.PERSON, False),
        ("Anna Lee, rector of the university, spoke.", Wanted.HEAD, True),
        ("Совет возглавляет Анна Ли.", Wanted.HEAD, True),
        ("Университет ректоры Анна Ли сөйледі.", Wanted.HEAD, True),
        ("President Anna Lee said that the cluster unites 2 thousand companies.", Wanted.HEAD, False),
        ("The cluster has a director.", Wanted.HEAD, False),
        ("The platform is run by the Ministry of Finance.", Wanted.ORGANISATION, True),
        ("Оператором назначено АО «НИТ».", Wanted.ORGANISATION, True),
        ("The platform has many users.", Wanted.ORGANISATION, False),
        ("Закон подписан 17 ноября 2025 года.", Wanted.ANYTHING, False),
    ],
)
def test_whether_a_sentence_has_it(sentence: str, kind: Wanted, expected: bool) -> None:
    assert holds(sentence, kind) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("— Модельді кім жасады?", True),
        ("**Who made the model?**", True),
        ("«Кто её создал?»", True),
        ("«Кто её создал?» — спросил он.", False),
        ("Who made it", False),
        ("", False),
    ],
)
def test_whether_a_text_is_a_question(text: str, expected: bool) -> None:
    assert asks(text) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Закон ещё не вступил в силу.", True),
        ("Закон пока не действует.", True),
        ("Заң әлі күшіне енген жоқ.", True),
        ("Заң әлі күшіне енбеген.", True),
        ("The law is not yet in force.", True),
        ("Закон не действует.", False),
        ("Заң күшіне енді.", False),
        ("The law is in force.", False),
    ],
)
def test_whether_something_has_not_happened_yet(sentence: str, expected: bool) -> None:
    assert says_not_yet(sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Он вступит в силу.", True),
        ("«Бұл — жаңалық.»", True),
        ("It also binds owners.", True),
        ("The law binds.", False),
    ],
)
def test_whether_a_sentence_leans_on_the_one_before(sentence: str, expected: bool) -> None:
    assert leans_back(sentence) is expected
