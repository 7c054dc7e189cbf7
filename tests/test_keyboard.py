"""Questions typed on another keyboard layout: read as they were meant, and whatever was typed right stays."""

import time

import pytest

from assistant.keyboard import mend_layout

RUSSIAN = """
казахстан казахстане когда вступил в силу закон законы об ии искусственном интеллекте что такое кто подписал какой какие
номер у закона штраф штрафы за контент без маркировки министр министра министерство сколько стран входит в рейтинг году
год место занял было ли его объём это можно если да то нет хлеб бюджет цель объект где как токаев астане открыли центр
пользуется моделью модель ещё съезд и на по для почему
"""
KAZAKH = """
қазақстан қазақстанда үкімет заң заңға заңның қашан күшіне енді кім қол қойды қандай қанша орын нешінші алды жасанды
интеллект туралы өз сөз сөзге көше жөніндегі кеңес кеңесі ең жаңа жүйе іске қосылды ЖИ жи ге дайындық индексінде жылы
жыл мен және неге ұлттық өнер һәм қала деген не бар ма тыйым салды алғаш рет айтты
"""
ENGLISH = """
what is the law on artificial intelligence when did it enter into force who signed ai kazakhstan how many articles does
have which place took in and of readiness index where was founded supercomputer alem cloud kazllm government egov gpt
astana hub qaztech what's s it's a digital isn't isn t fine for unlabelled content year
"""
WORDS = frozenset(f"{RUSSIAN} {KAZAKH} {ENGLISH}".lower().split())


def mend(text: str) -> str:
    return mend_layout(text, WORDS.__contains__)


RUSSIAN_ON_LATIN = [
    ("rfpf[cnfy", "казахстан"),
    ("Rfpf[cnfy", "Казахстан"),
    ("RFPF[CNFY", "КАЗАХСТАН"),
    ("Rjulf dcnegbk d cbke pfrjy&", "Когда вступил в силу закон?"),
    ("rjulf dcnegbk d cbke pfrjy?", "когда вступил в силу закон?"),
    ("rjulf dcnegbk d cbke pfrjy", "когда вступил в силу закон"),
    ("Pfrjy j, bcreccndtyyjv byntkktrnt", "Закон об искусственном интеллекте"),
    ("Rnj gjlgbcfk pfrjy/", "Кто подписал закон."),
    ("Rnj gjlgbcfk pfrjy.", "Кто подписал закон."),
    ("Rfrjt vtcnj pfyzk Rfpf[cnfy d 2025 ujle&", "Какое место занял Казахстан в 2025 году?"),
    ("Crjkmrj cnhfy d[jlbn d htqnbyu& 'nj 195&", "Сколько стран входит в рейтинг? это 195?"),
    ("rfrjq inhfa pf rjyntyn ,tp vfhrbhjdrb", "какой штраф за контент без маркировки"),
    ("tckb lf? nj rjulf&", "если да, то когда?"),
    ("vj;yj kb", "можно ли"),
    ("pfrjy$ inhfa^ jnrhskb", "закон; штраф: открыли"),
    ("[kt, b ,.l;tn", "хлеб и бюджет"),
    ("j,]`v jtsrnf j,]trn", "объём оеыкта объект"),
    ("tot c]tpl", "еще съезд"),
    ("gjkmpetncz vjltkm.", "пользуется моделью"),
    ("Xnj nfrjt Alem.Cloud&", "Что такое Alem.Cloud?"),
    ("Xnj nfrjt KazLLM?", "Что такое KazLLM?"),
    ("Xnj nfrjt Astana Hub? ult 'nj&", "Что такое Astana Hub, где это?"),
    ("Jnrhskb wtynh d Alem.ai d 2025", "Открыли центр в Alem.ai в 2025"),
    ("xnj gj GPT-4 b https://egov.kz/a-b", "что по GPT-4 и https://egov.kz/a-b"),
    ("rnj ,skj Tokayevb xnj", "кто было Ещлфнуми что"),
]
KAZAKH_ON_LATIN = [
    ("0fpf0cnfy", "қазақстан"),
    (")fpf0cnfy yti3yi3 jhsy fkls?", "Қазақстан нешінші орын алды?"),
    ("pf4 0fify r8i3yt tyl3?", "заң қашан күшіне енді?"),
    ("Pf45f r3v 0jk 0jqls?", "Заңға кім қол қойды?"),
    (")FPF)CNFYLF", "ҚАЗАҚСТАНДА"),
    ("*r3vtn 2025 ;sks 0fylfq pf4", "Үкімет 2025 жылы қандай заң"),
    ("2024 ;sks 0fylfq jhsy", "2024 жылы қандай орын"),
    ("-p c-p r-it -yth", "өз сөз көше өнер"),
    (":B-ut lfqsyls0 byltrc3ylt", "ЖИ-ге дайындық индексінде"),
    (";-y3yltu3 rt4tc6 t4 ;f4f ;8qt", "жөніндегі кеңес, ең жаңа жүйе"),
    ("pf4 nsqsv cfkls7", "заң тыйым салды."),
    ("QazTech ltuty yt?", "QazTech деген не?"),
    ("9knns0 =2v _yth", "ұлттық һәм Өнер"),
    ("60-jhsy yti3yi3", "60-орын нешінші"),
]
ENGLISH_ON_CYRILLIC = [
    ("црфе", "what"),
    ("Црфе шы еру дфц", "What is the law"),
    ("ЦРФЕ ШЫ ФШ", "WHAT IS AI"),
    ("Црут вшв еру дфц утеук штещ ащксу,", "When did the law enter into force?"),
    ("Црут вшв еру дфц утеук штещ ащксу?", "When did the law enter into force?"),
    ("Рщц ьфтн фкешсдуы вщуы еру дфц рфму", "How many articles does the law have"),
    ("Црщ ышптув ше шт 2025,", "Who signed it in 2025?"),
    ("Црщ ышптув ше шт әқәғ?", "Who signed it in 2025?"),
    ('шт ер әқ"ұ црщ ышптув ше', "in th 2019 who signed it"),
    ("Црфеэы еру дфц,", "What's the law?"),
    ("Црщ ышптув еру Лфяфлрыефт дфцб фтв црут,", "Who signed the Kazakhstan law, and when?"),
    ("Црфе шы Alem.ai,", "What is Alem.ai?"),
    ("ащк гтдфиуддув сщтеуте црфе ашту", "for unlabelled content what fine"),
    ("Црфе вшв Токаев ышпт фтв црут", "What did Токаев sign and when"),
]
KAZAKH_ON_RUSSIAN = [
    ("0аза0стан", "қазақстан"),
    (")аза0стан нешінші орын алды?", "Қазақстан нешінші орын алды?"),
    ("за4 0ашан к8ш3не енд3?", "заң қашан күшіне енді?"),
    ("За45а к3м 0ол 0ойды?", "Заңға кім қол қойды?"),
    ("*к3мет 2025 жылы 0анша за4", "Үкімет 2025 жылы қанша заң"),
    ("ЖИ-ге дайынды0 39-орын", "ЖИ-ге дайындық 39-орын"),
    ("ж-н3ндег3 ке4ес -з с-з", "жөніндегі кеңес өз сөз"),
    ("QazTech-т34 ж8йе 9лтты0", "QazTech-тің жүйе ұлттық"),
]


@pytest.mark.parametrize(
    ("typed", "meant"), [*RUSSIAN_ON_LATIN, *KAZAKH_ON_LATIN, *ENGLISH_ON_CYRILLIC, *KAZAKH_ON_RUSSIAN]
)
def test_a_question_on_another_layout_is_read_as_meant(typed: str, meant: str) -> None:
    assert mend(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [*RUSSIAN_ON_LATIN, *KAZAKH_ON_LATIN, *ENGLISH_ON_CYRILLIC, *KAZAKH_ON_RUSSIAN]
)
def test_what_was_mended_is_mended_once_for_all(typed: str, meant: str) -> None:
    assert mend(meant) == meant


@pytest.mark.parametrize(
    "text",
    [
        # Russian, with unknown words, names in Latin letters, numbers.
        "Когда вступил в силу закон об ИИ?",
        "Что такое Alem.ai и KazLLM?",
        "Кто возглавляет Цифровой штаб при GPT-4 на https://egov.kz/law?a=b&c=d",
        "Какое место занял Казахстан в 2025 году (60-е)?",
        "Статья 5, пункт 10а, 41-й квартал, № 881",
        "Каво спросить пра закон?",
        "скоко стран",
        "температура (в градусах)",
        # Kazakh.
        "Заң қашан күшіне енді?",
        "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды",
        "ірі компанияларға ше?",
        "2025-жылы 5-ші, 10-ға, 3-бап, 2026ж.",
        "Казакстан канша орын алды?",
        "аты-жөні кім?",
        # Latin-script Kazakh.
        "Qazaqstan neshinshi oryn aldy?",
        "Zań qashan kúshine endi?",
        "Jasandy intellekt degen ne",
        # English, with unknown words.
        "What is the law on artificial intelligence?",
        "Which entity has a monopoly on initiating legislation?",
        "Explain quantum herbology to beginners",
        "e-gov, eGov Mobile, Alem.cloud: what's new?",
        "Government AI Readiness Index 2025, 60th",
        "flibber wobble dree",
        # Too little to tell.
        "AI",
        "IT?",
        "jy",
        "ns",
        "цру",
        "ii",
        "5G",
        "2025",
        "17.11.2025",
        "asdfgh",
        "йцукен",
        "???",
        "",
        "   ",
    ],
)
def test_what_was_typed_right_or_means_nothing_stays(text: str) -> None:
    assert mend(text) == text


def test_white_space_stays_where_nothing_is_mended() -> None:
    assert mend("  закон \n об  ИИ ") == "  закон \n об  ИИ "


@pytest.mark.parametrize("part", ["rfpf[cnfy ", "0аза0стан ", "- ", "a-", "1", "қ,", "a.", "?!", "x", "яю"])
def test_two_thousand_characters_of_anything_take_less_than_a_second(part: str) -> None:
    started = time.perf_counter()
    mend((part * 2_000)[:2_000])
    assert time.perf_counter() - started < 1.0
