"""How Russian says that something is ordered, and who said it. Tables; `russian_rules` reads them."""

from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """What must follow an order's words for them to be an order."""

    NOTHING = ""
    INFINITIVE = "infinitive"
    ADDRESSEE = "addressee"
    BOTH = "both"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Order:
    """Words that tell somebody to do something.

    `places` are the case and the preposition that the addressee may stand in, the likeliest first; `by_subject` tells
    that the issuer is the subject of the words, `by_authority` that without one named they are no order.
    """

    words: str
    places: tuple[tuple[str, str], ...] = ()
    by_subject: bool = False
    need: Need = Need.NOTHING
    by_authority: bool = False


_TO, _WHOM, _FROM, _ON, _BEFORE = ("datv", ""), ("accs", ""), ("gent", "от"), ("accs", "на"), ("ablt", "перед")
_TASK = (
    r"(?:поручени[еяй]|задани[еяй]|указани[еяй]|задач[аиу]|команд[ауы]|распоряжени[еяй]|требовани[еяй]|"
    r"установк[ауи]|предписани[еяй]|наказ[аы]?|приказ[аы]?|рекомендаци[июя])"
)
_BETWEEN = r"(?:[^,;:.]{0,90}?\s)?"
_SPAN = r"(?:\S+\s+)?(?:дн(?:я|ей)|сут(?:ки|ок)|недел[юиь]|месяц(?:а|ев)?|полгода|год(?:а)?|лет)\b"
ORDERS = (
    Order(
        rf"(?:дал[аио]?|да[её]т|дают|постав\w+|став(?:ит|ят|лю|им)|выдал[аио]?|даю|да[её]м)\s+{_BETWEEN}{_TASK}",
        (_TO, _BEFORE),
        True,
        Need.EITHER,
    ),
    Order(
        rf"(?:направил|адресовал|определил|обозначил|сформулировал|озвучил|выдвинул|вын[её]с)[аио]?\s+{_BETWEEN}{_TASK}",
        (_TO, _BEFORE, ("datv", "к")),
        True,
        Need.BOTH,
    ),
    Order(
        rf"(?:отв[её]л|дал|установил|определил|назначил|поставил|обозначил)[аио]?\s+{_BETWEEN}срок\w*(?=\s+(?:до|к|на|в)\s)",
        (_TO,),
        True,
    ),
    Order(
        rf"(?:дан[аоы]|даны|поставлен[аоы]|выдан[аоы]|адресован[аоы]|направлен[аоы]|прозвучал[аои]|"
        rf"определ[её]н[аоы]?|обозначен[аоы]|сформулирован[аоы])\s+{_BETWEEN}{_TASK}",
        (_TO, _BEFORE, ("datv", "к")),
        need=Need.EITHER,
    ),
    Order(
        rf"{_TASK}\s+{_BETWEEN}(?:дан[аоы]|поставлен[аоы]|выдан[аоы]|адресован[аоы]|"
        r"обозначен[аоы]|сформулирован[аоы]|направлен[аоы]|озвучен[аоы])",
        (_TO, _BEFORE),
        need=Need.EITHER,
    ),
    Order(rf"получил[аио]?\s+{_BETWEEN}{_TASK}", (("nomn", ""),), need=Need.BOTH),
    Order(r"(?:поруч(?:ил|ал)[аио]?|поруча(?:ет|ют))", (_TO,), True),
    Order(
        r"(?:приказал|повелел|велел|предписал|наказал|рекомендовал|вменил)[аио]?|предписыва(?:ет|ют)|"
        r"рекоменду(?:ет|ют)|приказыва(?:ет|ют)",
        (_TO,),
        True,
    ),
    Order(
        r"(?:обязал|нацелил|уполномочил|сориентировал|ориентировал)[аио]?|обязыва(?:ет|ют)|обязывающ\w+", (_WHOM,), True
    ),
    Order(r"указал[аио]?(?=\s+на необходимость|\s)", (_TO,), True, Need.INFINITIVE),
    Order(r"распорядил(?:ся|ась|ись|ось)", (), True, Need.INFINITIVE),
    Order(r"(?:попросил|просил)[аио]?|прос(?:ит|ят)", (_WHOM,), True, Need.BOTH, True),
    Order(r"(?:предложил)[аио]?", (_TO,), True, Need.BOTH, True),
    Order(r"(?:потребовал|требовал)[аио]?|требу(?:ет|ют)", (_FROM,), True, by_authority=True),
    Order(r"(?:жд[её]т|ждут)(?=\s)", (_FROM,), True, Need.ADDRESSEE, True),
    Order(r"возлож(?:ил[аио]?|ен[аоы]?)|возлагается|возлагаю", (_ON,), True, Need.ADDRESSEE),
    Order(
        rf"(?:дал|дала|дали|отв[её]л[аио]?|предоставил[аио]?)\s+{_BETWEEN}{_SPAN}(?=\s+(?:на|для|чтобы)|\s*[.;,»]|$)",
        (_TO,),
        True,
    ),
    Order(rf"(?:дан[оы]?|отведен[оы]?|отводится|да[её]тся)\s+{_BETWEEN}{_SPAN}", (_TO,), need=Need.ADDRESSEE),
    Order(
        r"поруч(?:ено|ена|ены)|приказано|велено|предписано|предписывается|поруча(?:ет|ют)ся|"
        r"рекомендован[оа]|рекомендуется|вменен[ао]",
        (_TO,),
    ),
    Order(r"указано(?=\s+на необходимость|\s)", (_TO,), need=Need.BOTH),
    Order(
        r"поруча(?:ю|ем)|приказываю|предписываю|рекоменду(?:ю|ем)|велю|\A(?:поручить|рекомендовать|предписать)", (_TO,)
    ),
    Order(r"обязываю|нацеливаю|\A(?:обязать|уполномочить)", (_WHOM,)),
    Order(r"(?:проверит|проследит|проконтролирует|возьм[её]т на контроль)(?!,)", (("nomn", ""),), need=Need.ADDRESSEE),
    Order(r"прошу|просим", (_WHOM,), need=Need.BOTH),
    Order(r"предлага(?:ю|ем)", (_TO,), need=Need.BOTH),
    Order(r"требую|требуем|жду|ожидаю|спрошу|спрашивать буду", (_FROM, ("gent", "с")), need=Need.ADDRESSEE),
    Order(r"хочу, чтобы|настаиваю, чтобы|требую, чтобы"),
    Order(rf"(?:даю|да[её]м)\s+{_BETWEEN}{_SPAN}", (_TO,)),
    Order(r"ставлю (?:вам |перед вами )?(?:дату|срок)"),
    Order(r"надлежит|вменяется в обязанность", (_TO,), need=Need.INFINITIVE),
    Order(
        r"(?:это|таков[оаы]?|вот|таким)\s[^.,;]{0,30}(?:поручение|указание|требование|распоряжение|приказ|наказ|задание|задача)м?",
        (_TO,),
        need=Need.ADDRESSEE,
    ),
    Order(r"с таким (?:поручением|требованием)", (("datv", "к"),)),
    Order(r"напомнил[аи]?\s[^,.;]{0,50}(?:про|о|об)\s(?:сво[её]м?\s)?поручени[еи] (?:об?|про)\b", (_TO,), True),
)
# Verbs that only tell that an order was an order: "..., поручил Токаев".
ORDERING = r"поручил[аи]?|распорядил(?:ся|ась|ись)|потребовал[аи]?|приказал[аи]?|велел[аи]?|предписал[аи]?"
# Words of duty, and what is no task though it follows them.
MODAL_SUBJECT = r"\b(?:долж(?:ен|на|но|ны)|обязан[аоы]?)\b(?!\s+был)"
MODAL_DATIVE = r"(?<!как )(?<!отсюда )\b(?:следует|необходимо|нужно|надо|предстоит|требуется)\b"
NO_TASK = frozenset(
    "отметить подчеркнуть сказать помнить понимать понять учитывать учесть признать напомнить знать заметить добавить "
    "иметь быть думать уметь говорить стоять ждать осознать осознавать пояснить оставаться помогать забывать".split()
)
NO_IMPERATIVE = frozenset(
    "сказать давать смотреть посмотреть извинить простить представить поверить верить помнить позволить разрешить "
    "учесть звонить читать следить подписаться знать понять подумать заметить напомнить рассказать "
    "объяснить пояснить".split()
)
# What "you will ..." is no charge of.
NO_CHARGE = frozenset(
    "мочь смочь хотеть видеть увидеть знать узнать думать получить жить стать сказать понять помнить".split()
)
