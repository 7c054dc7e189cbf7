"""Documents that tell of decisions, in three languages: an order, what became of it, and another order put off."""

HEAD = """---
title: {title}
publisher: {publisher}
url: https://example.org/{name}
published: {day}
event_date: {day}
language: {language}
---
# {title}

{text}
"""


def _document(name: str, language: str, day: str, title: str, text: str) -> tuple[str, str]:
    facts = {"title": title, "publisher": f"{name}.kz", "name": name, "day": day, "language": language, "text": text}
    return f"{name}.{language}.md", HEAD.format(**facts)


ORDERS = dict(
    [
        _document(
            "order",
            "ru",
            "2025-09-08",
            "Совещание по цифровизации",
            "Президент Касым-Жомарт Токаев поручил Правительству до конца 2025 года разработать стратегию Digital "
            "Qazaqstan.\n\n"
            "Токаев поручил Министерству энергетики в течение трех месяцев представить план электроснабжения "
            "дата-центров.",
        ),
        _document(
            "order",
            "kk",
            "2025-09-08",
            "Цифрландыру жөніндегі кеңес",
            "Президент Қасым-Жомарт Тоқаев Үкіметке 2025 жылдың соңына дейін Digital Qazaqstan стратегиясын әзірлеуді "
            "тапсырды.\n\n"
            "Тоқаев Энергетика министрлігіне үш ай ішінде дата-орталықтарды электрмен жабдықтау жоспарын ұсынуды "
            "тапсырды.",
        ),
        _document(
            "order",
            "en",
            "2025-09-08",
            "Meeting on digitalisation",
            "President Kassym-Jomart Tokayev instructed the Government to develop the Digital Qazaqstan strategy by "
            "the end of 2025.\n\n"
            "Tokayev instructed the Ministry of Energy to submit a plan for the power supply of data centres within "
            "three months.",
        ),
        _document(
            "approval",
            "ru",
            "2026-06-10",
            "Стратегия утверждена",
            "Президент утвердил стратегию Digital Qazaqstan.",
        ),
        _document(
            "approval",
            "en",
            "2026-06-10",
            "The strategy is approved",
            "The President approved the Digital Qazaqstan strategy.",
        ),
        _document(
            "delay",
            "ru",
            "2025-12-20",
            "Заседание Правительства",
            "Премьер-министр Олжас Бектенов поручил Министерству энергетики до 1 марта 2026 года представить план "
            "электроснабжения дата-центров.",
        ),
        _document(
            "other",
            "en",
            "2026-02-01",
            "Schools and roads",
            "Prime Minister Olzhas Bektenov instructed the Ministry of Education to connect all rural schools to the "
            "Internet by 1 September 2026.\n\nThe road to the airport is long.",
        ),
    ]
)
