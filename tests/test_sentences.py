"""Sentences end where a reader would say so: after abbreviations, initials, quotes and lists, in three languages."""

import pytest

from corpus.sentences import MAX_LIST_LENGTH, sentence_spans, sentences

# In the examples a bar stands where one sentence ends and the next begins.
RUSSIAN = [
    "Закон принят 17 ноября. | Он вступил в силу через два месяца.",
    "В 1991 г. Казахстан стал независимым. | Это было в декабре.",
    "Закон подписан 17 ноября 2025 г. | Он вступил в силу 18 января 2026 г. и действует.",
    "В 2024–2025 гг. Казахстан поднялся на 16 мест. | Затем рейтинг замер.",
    "Выделено 40 млрд. тенге. | Казахстан получит 3 млн. специалистов.",
    "Выделено 40 млрд. | Казахстан получит их до конца года.",
    "Проект стоит 5 млн. | США оценили его в 7 млн долл. США. | Так говорится в отчёте.",
    "Статья 5 (п. 3 ст. 21) обязывает помечать контент. | См. также гл. 4.",
    "Это касается школ, вузов и т.д. | Министерство отчитается к 1 марта.",
    "Участвуют школы, вузы и др. организации. | Всего их 100 тыс. человек.",
    "Выступил К.-Ж. Токаев. | Потом ответил А. Б. Иванов.",
    "Академик В.И. Вернадский и М. Ауэзов жили в XX в. | Их помнят.",
    "Доля выросла с 4.8 до 5.1 процента. | Сайт gov.kz и Alem.Cloud работают.",
    "Сервис запущен. | eGov Mobile доступен всем.",
    "Ждали... | И дождались. | Он сказал… и ушёл.",
    "Что решил штаб? | Ничего! | Почему?! | Нет данных.",
    "Он сказал: «Мы готовы!» и вышел. | «Да!» — ответил министр. | «Все.» | Потом ушли.",
    'Он спросил: "Когда?" | Потом ушёл.',
    "Закон (см. ст. 5.) действует. | (Так сказано в указе.) | Далее.",
]
KAZAKH = [
    "Заң 2025 ж. 17 қарашада қабылданды. | Ол күшіне енді.",
    "Жоба 2025 ж. Астанада басталды. | Ол аяқталды.",
    "2024–2025 жж. Қазақстан 16 саты көтерілді. | Бұл жақсы нәтиже.",
    "Мектептер, колледждер т.б. оқу орындары қатысты. | Жоба жалғасады.",
    "Оған мектептер, колледждер т.б. | Қазақстан бойынша 500 орын қатысты.",
    "Оған 2,5 млрд. теңге бөлінді. | Ал 3 млн. адам оқыды.",
    "Жоба 60 млрд. АҚШ долларын құрайды. | Қаржы бөлінді.",
    "Жиында Қ.-Ж. Тоқаев сөйледі. | О. Бектенов есеп берді.",
    "Академик Ә.Б. Бектұров зерттеді. | XIX ғ. Абай өмір сүрді.",
    "«Дайынбыз ба?» – деп сұрады. | Жауап болмады.",
]
ENGLISH = [
    "The law was signed in Nov. 2025. | It has 31 articles.",
    "See Decree No. 269 of 2025. | It took effect at once.",
    "Is it in force? | No. | It is not.",
    "Tools, e.g. GPT, are allowed, i.e. not banned. | Labels are required.",
    "The share rose from 4.8% to 5.1%. | Mr. Smith and Dr. Jones agreed.",
    "The U.S. President spoke. | Officials of the U.K. listened.",
    "He works in the U.S. | They meet at 5 p.m. | Then they leave.",
    "The model is state of the art. | It follows art. 5 of the law.",
    "QazTech Inc. signed the memorandum. | Others, etc. | Follow.",
    "“We are ready.” | The minister left.",
    "The model has 8.5 bn parameters... | It speaks Kazakh.",
]


@pytest.mark.parametrize("marked", [*RUSSIAN, *KAZAKH, *ENGLISH])
def test_sentences(marked: str) -> None:
    expected = marked.split(" | ")
    assert sentences(" ".join(expected)) == expected


def test_lines_and_paragraphs_end_sentences() -> None:
    assert sentences("Заголовок\nПервый абзац\n\nВторой абзац.\n") == ["Заголовок", "Первый абзац", "Второй абзац."]


@pytest.mark.parametrize("text", ["", "  \n \n "])
def test_nothing_holds_no_sentence(text: str) -> None:
    assert sentences(text) == []


def test_spans_are_exact_ordered_and_leave_out_only_white_space() -> None:
    text = "  Закон принят.\n\n Поручено:\n• создать центр;\n• обучить людей.  Всё… «Да!»  "
    spans = sentence_spans(text)
    assert [text[start:end] for start, end in spans] == [
        "Закон принят.",
        "Поручено:\n• создать центр;\n• обучить людей.",
        "Всё…",
        "«Да!»",
    ]
    ends = [0, *(end for _, end in spans)]
    gaps = [text[end:start] for end, (start, _) in zip(ends, spans, strict=False)]
    assert not "".join(gaps).strip()


@pytest.mark.parametrize(
    "items",
    [
        "\n• создать центр;\n• обучить 100 тыс. человек;\n• доложить.",
        "\n\n• Создать центр.\n• Обучить людей.\n• Доложить.",
        "\n- создать центр\n- обучить людей",
        "\n1) создать центр;\n2) обучить людей.",
        "\n1. Создать центр.\n2. Обучить людей.",
        "\nа) создать центр;\nб) обучить людей.",
        "\nсоздать центр;\nобучить людей;\nдоложить.",
    ],
    ids=["semicolons", "full stops", "bare", "brackets", "numbers", "letters", "no marks"],
)
def test_a_list_stays_with_its_lead_in(items: str) -> None:
    text = f"Правительству поручено:{items}"
    assert sentences(f"Штаб заседал.\n{text}\n\nСрок — один год.") == ["Штаб заседал.", text, "Срок — один год."]


def test_a_list_without_a_lead_in_is_one_sentence_an_item() -> None:
    assert sentences("• Создать центр.\n• Обучить людей.") == ["• Создать центр.", "• Обучить людей."]


def test_a_paragraph_after_a_colon_is_no_list() -> None:
    assert sentences("Он сказал:\nЗакон нужен всем.") == ["Он сказал:", "Закон нужен всем."]


def test_a_long_list_is_cut_at_an_item() -> None:
    item = "обучить педагогов работе с искусственным интеллектом во всех областях страны;"
    text = "Поручено:" + f"\n• {item}" * 12
    found = sentences(text)
    # "Поручено:" has 9 characters and each item 1 + 2 + 77 = 80: seven items make 569, eight would make 649.
    assert len(item) == 77
    assert [len(sentence) for sentence in found] == [569, *[79] * 5]
    assert max(map(len, found)) <= MAX_LIST_LENGTH


def test_numbered_headings_are_not_cut_after_the_number() -> None:
    assert sentences("1. Общие положения\n2. Цели. Задачи.") == ["1. Общие положения", "2. Цели.", "Задачи."]


@pytest.mark.parametrize(
    "text",
    ["." * 30_000 + "x", "сл. " * 30_000, "«»!?" * 30_000, "А." * 30_000, "а " * 100_000],
    ids=["dots", "abbreviations", "signs", "initials", "no end"],
)
def test_odd_texts_are_taken_in_their_stride(text: str) -> None:
    spans = sentence_spans(text)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text.rstrip())
