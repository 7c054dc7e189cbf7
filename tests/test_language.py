"""The language of short questions and passages, and Kazakh in Latin letters made Cyrillic."""

import pytest

from corpus.language import detect_language, fold, is_latin_kazakh, latin_to_cyrillic
from corpus.passage import Language

KAZAKH = [
    "Қазақстан қанша орын алды?",
    "Заң қашан күшіне енді?",
    "Қашан?",
    "ал кім?",
    "ЖИ деген не?",
    "Министр кім?",
    "Alem.Cloud қашан іске қосылды?",
    "Astana Hub қанша стартап қолдады?",
    "Digital Qazaqstan стратегиясы не туралы?",
    "Oxford Insights Government AI Readiness Index рейтингіндегі орны",
    "МЕМЛЕКЕТ БАСШЫСЫ НЕ ТАПСЫРДЫ?",
]
KAZAKH_IN_RUSSIAN_LETTERS = [
    "Казакстан канша орын алды?",
    "Казакстан канша",
    "Занды кашан кабылдады?",
    "Токаев не айтты",
    "министр ким?",
    "мектептерде жасанды интеллект окытыла ма?",
    "KazLLM деген не",
    "кандай айыппулдар бар",
    "Сонда ше?",
]
RUSSIAN = [
    "Какое место занял Казахстан?",
    "бюджет digital qazaqstan 2027 млрд тенге",
    "Когда?",
    "а кто?",
    "и в 2024?",
    "Что такое KazLLM?",
    "Когда запустили AI Sana?",
    "Закон об ИИ",
    "Digital Qazaqstan: что это за стратегия?",
    "место Казахстана в рейтинге Government AI Readiness Index",
    "КТО МИНИСТР?",
    "astana hub, alem.ai, kazllm, qaztech: что это?",
    "цифровая экономика",
    "разработка закона",
    "экономика",
    "политика",
    "суперкомпьютер",
    "практика других стран",
]
ENGLISH = [
    "What rank did Kazakhstan get?",
    "When?",
    "and in 2024?",
    "Who is Kim?",
    "AI law",
    "KazLLM",
    "Tokayev's instructions",
    "Qazaqstan TV",
    "Which bar is it?",
    "What is Цифровой штаб?",
    "What does жасанды интеллект mean?",
    "The law (Закон об искусственном интеллекте) was signed in Astana by the President",
    "",
    "2025?",
]
KAZAKH_IN_LATIN_LETTERS = [
    "Budjet bir-birinen nesimen ozgeshe?",
    "Bul model ozi me, alde basqa model me?",
    "Qazaqstan neshinshi oryn aldy",
    "Kazakstan neshinshi oryn aldy?",
    "Kazakhstan kansha oryn aldy",
    "Zhasandy intellekt turaly zan kashan kushine endi?",
    "Jasandy intellekt turaly zań qashan küshine endi?",
    "U'kimet otyrysy qashan o'tti?",
    "Úkimet otyrysy qashan ótti?",
    "Şkolalarda jasandy intellekt oqytyla ma",
    "AI Sana bagdarlamasy qandai",
    "KazLLM degen ne?",
    "Bektenov ne dedi?",
    "Qazaqstan ЖИ boiynsha neshinshi oryn aldy?",
    "ministr kim?",
    "qashan?",
]


@pytest.mark.parametrize("question", [*KAZAKH, *KAZAKH_IN_RUSSIAN_LETTERS, *KAZAKH_IN_LATIN_LETTERS])
def test_kazakh(question: str) -> None:
    assert detect_language(question) is Language.KK


@pytest.mark.parametrize("question", RUSSIAN)
def test_russian(question: str) -> None:
    assert detect_language(question) is Language.RU


@pytest.mark.parametrize("question", ENGLISH)
def test_english(question: str) -> None:
    assert detect_language(question) is Language.EN


def test_kazakh_survives_the_loss_of_its_letters() -> None:
    assert [detect_language(fold(question)) for question in KAZAKH] == [Language.KK] * len(KAZAKH)


def test_a_text_without_letters_takes_the_language_around_it() -> None:
    assert detect_language("60; 76.", Language.KK) is Language.KK
    assert detect_language("60-е место", Language.KK) is Language.RU


def test_a_russian_passage_that_quotes_kazakh_is_russian() -> None:
    text = "Программа «Жасанды интеллект» начнётся в 2026 году, сообщил министр Мәдиев на заседании в Астане."
    assert detect_language(text) is Language.RU


def test_a_kazakh_passage_full_of_international_words_is_kazakh() -> None:
    text = "Digital Qazaqstan стратегиясы бойынша платформа, инфрақұрылым, университет және суперкомпьютер дамытылады."
    assert detect_language(text) is Language.KK


@pytest.mark.parametrize("question", KAZAKH_IN_LATIN_LETTERS)
def test_latin_kazakh_is_told_from_english(question: str) -> None:
    assert is_latin_kazakh(question)


@pytest.mark.parametrize("question", [*ENGLISH, "Bar exam in Kazakhstan", "The AI law of Kazakhstan", "Astana Hub"])
def test_english_is_not_latin_kazakh(question: str) -> None:
    assert not is_latin_kazakh(question)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Qazaqstan neshinshi oryn aldy", "қазақстан нешінші орын алды"),
        ("Jasandy intellekt turaly zań", "жасанды інтеллект туралы заң"),
        ("Ükimet otyrysy qashan ötti?", "үкімет отырысы қашан өтті?"),
        ("Úkimet otyrysy qashan ótti?", "үкімет отырысы қашан өтті?"),
        ("U'kimet otyrysy qashan o'tti?", "үкімет отырысы қашан өтті?"),
        ("U’kimet qashan o’tti", "үкімет қашан өтті"),
        ("Şymkent, Aqtau, ğylym, jaña", "шымкент, ақтау, ғылым, жаңа"),
        ("qandai qanday qandaı", "қандай қандай қандай"),
        ("keiin, meiram, oıyn, aıqyn", "кейін, мейрам, ойын, айқын"),
        ("júıe jüie", "жүйе жүйе"),
        ("sayasat saıasat saiasat", "саясат саясат саясат"),
        ("berilui", "берілуі"),
        ("Tokayev", "токаев"),
        ("zhana zan kushine endi", "жана зан кушіне енді"),
        ("1-oryn, 2025 jyly", "1-орын, 2025 жылы"),
        ("KazLLM degen ne, AI Sana she?", "KazLLM деген не, AI сана ше?"),
        ("QAZAQSTAN NESHINSHI ORYN ALDY", "қазақстан нешінші орын алды"),
        ("AI", "AI"),
        ("Қазақстан қашан?", "Қазақстан қашан?"),
        ("", ""),
    ],
)
def test_latin_to_cyrillic(latin: str, cyrillic: str) -> None:
    assert latin_to_cyrillic(latin) == cyrillic


def test_fold_writes_kazakh_with_russian_letters() -> None:
    assert (
        fold("ӘЛЕМДЕ ғылым қаңтар үкімет өңір ұлт іс жиһаз ёлка") == "алемде гылым кантар укимет онир улт ис жихаз елка"
    )


def test_a_kazakh_name_does_not_make_a_russian_question_kazakh() -> None:
    assert detect_language("Кто возглавляет «Самрук-Қазына»?") is Language.RU
    assert detect_language("«Самрук-Қазынаны» кім басқарады?") is Language.KK
    assert detect_language("Қазақстан") is Language.KK
