"""The words by which questions ask for decisions, in the three languages, Kazakh also without its special letters."""

import re

from corpus.dates import MONTH
from corpus.passage import Language
from index.terms import terms

_FEW, _SOME = r"(?:[\w'-]+ ){0,2}?", r"(?:[\w'-]+ ){0,5}?"


def _any(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(ways)})", re.IGNORECASE)


# What was somebody told to do?
TOLD = _any(
    rf"(?:что|как(?:ие|ое|ую|их)) {_SOME}(?:поруч(?:ил|ен|ал|ает|и\b)|поручени[еяй]|задани|задач[иу]\b)",
    rf"поруч(?:ил|ен)\w* {_SOME}что\b",
    r"(?:поручения|задания|указания) (?:президента|премьер|правительств|главы|министр)",
    rf"что {_FEW}(?:обязал|велел|потребовал|указал)",
    rf"(?:не(?:ні|ни)?|қандай|кандай) {_SOME}(?:тапсыр(?:ды|ылды|ыл?ған|ыл?ган|ма)|м[іи]ндет)",
    r"тапсырмалар\w* (?:қандай|кандай)",
    rf"what {_SOME}(?:told|instruct|order(?:ed)?\b|task(?:ed)?\b|assigned|asked|charged|directed|required)",
    rf"(?:what|which) {_FEW}(?:instructions?|orders?|tasks?|assignments?)\b",
)
# What has to be done? Only with a time by which.
DUE = _any(
    rf"что {_SOME}(?:должн\w+|нужно|надо|необходимо|предстоит|требуется|следует)\b",
    rf"как(?:ие|ой|ого) {_FEW}(?:срок|дедлайн|поручени|задач)",
    rf"срок\w* {_FEW}(?:истека|исполн|наступа)",
    rf"не(?:лер)? {_SOME}(?:керек|тиіс|тиис|қажет|кажет)\b",
    rf"(?:қандай|кандай) {_FEW}(?:мерзім|мерзим|тапсырма)",
    r"мерз[іи]м\w* (?:б[іи]те|аяқтал|аяктал|жете|келе)",
    rf"what {_SOME}due\b",
    rf"what {_FEW}(?:must|has to|have to|needs to|should|is to)\b",
    rf"(?:what|which) {_FEW}(?:deadline|task|instruction)s?\b",
    r"deadlines? (?:in|by|before|for|falls?|ends?|until)\b",
    r"due (?:in|by|before|this|next)\b",
)
# What is overdue?
OVERDUE = _any(
    r"просроч",
    r"не исполнен\w* в срок",
    r"срок\w* (?:уже )?(?:прош|ист[её]к(?:л[иао])?\b)",
    r"мерз[іи]м[іи] [өо]ткен",
    r"мерз[іи]м[іи]нен кеш[іи]к",
    r"overdue",
    r"past due",
    r"missed (?:the |its |their )?deadlines?",
)
# What can be overdue as decisions are; a loan is not.
TASKS = _any(
    r"поручени",
    r"задани",
    r"задач",
    r"решени",
    r"срок",
    r"тапсырма",
    r"м[іи]ндет",
    r"мерз[іи]м",
    r"шеш[іи]м",
    r"instruction",
    r"task",
    r"deadline",
    r"decision",
    r"assignment",
)
# What was decided?
DECIDED = _any(
    rf"как(?:ие|ое) {_FEW}решени",
    rf"что {_FEW}(?:решил|решено|постановил)",
    rf"(?:қандай|кандай) {_FEW}шеш[іи]м",
    r"не шеш[іи]лд[іи]",
    rf"(?:what|which) {_FEW}decisions?\b",
    rf"what {_FEW}decided\b",
)
YEAR_ALONE = _any(
    r"(?:в|за|на)\s+(?P<ru>20\d\d)(?:-?м)?(?:\s+год\w*)?\b",
    r"(?:in|during|for)\s+(?P<en>20\d\d)\b",
    r"(?P<kk>20\d\d)\s+жыл(?:ы|да|ғы|гы)?\b",
)

MONTH_ALONE = re.compile(
    rf"\b(?:в|во|за|in|during|for)\s+{MONTH}(?:\s+(?P<year>20\d\d))?|"
    rf"(?:(?P<year_before>20\d\d)\s+жыл\w*\s+)?{MONTH.replace('month', 'month_kk')}\s+айында",
    re.IGNORECASE,
)

# Words that say that decisions are asked for, or when, and not about what; they are not sought in the quotes.
_ASKING = {
    Language.RU: """
        поручить поручение дать дано даны задача задание поставить обязать велеть потребовать указание указать должен
        нужно надо необходимо следует предстоит требуется сделать выполнить исполнить срок истекает наступает дедлайн
        решение решить принять принят конец год квартал месяц первый второй третий четвертый ближайший вопрос тема
        сфера отношение касательно насчет состояние поводу список перечисли назови скажи покажи просрочено просроченный
        прошел истек который
        """,
    Language.KK: """
        тапсырды тапсырылды тапсырма тапсырған тапсырылған берді берілді бер міндеттеді міндеттелді міндет істеу істелуі
        керек тиіс қажет орындалу орындау мерзім бітеді аяқталады шешім қабылданды қабылдады шешілді соң аяғы жыл тоқсан
        ай бірінші екінші үшінші төртінші дейін қарай жағдай бойынша туралы қатысты жөнінде тізім ата айт көрсет өткен
        кешіккен нелер
        """,
    Language.EN: """
        told instruct instruction order task assigned assignment asked charged directed required due deadline must
        should needs done happen finish complete ready decide decision made taken end year quarter month first second
        third fourth regarding concerning list show tell name overdue past missed fall expire come set
        """,
}
ASKING = {language: frozenset(terms(words, language)) for language, words in _ASKING.items()}
