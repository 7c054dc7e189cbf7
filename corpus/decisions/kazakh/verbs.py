"""What verbs decide in Kazakh, and what else a clause must then say to be a decision."""

from dataclasses import dataclass
from enum import Enum, auto

from corpus.decisions.values import Kind


class Told(Enum):
    """Where those stand who are told."""

    DATIVE = auto()
    SUBJECT = auto()
    NOBODY = auto()


class Need(Enum):
    """What a clause must say besides the verb, to be a decision."""

    NOTHING = auto()
    TASK = auto()
    TASK_OR_DEADLINE = auto()
    BODY = auto()
    BODY_AND_DEADLINE = auto()
    BODY_OR_DEADLINE = auto()
    DEADLINE = auto()
    DECREE = auto()
    ACT = auto()
    COURSE = auto()


@dataclass(frozen=True, slots=True)
class Verb:
    """A construction that decides: its words, what must be there besides, where the told stand.

    `agent` tells that its subject is who decides.
    """

    kind: Kind
    words: str
    need: Need
    told: Told = Told.NOBODY
    agent: bool = True


_INSTRUCTION, _ADOPTED, _ANNOUNCED, _PLANNED = Kind
_TO, _WHO = Told.DATIVE, Told.SUBJECT
_ENDS = r"(?=[\s\W]*(?:$|[,;»”\"–—]))"
_PAST = r"(?:[дт][ыі]м?|[ғқ]ан|[гк]ен)"
_NOW = r"(?:[еай]м[ыі]н|ймін|[іы]?п отырмын)"
_SAID = r"(?:айтты|мәлімдеді|жариялады|хабарлады|жеткізді|атап өтті|еске салды|баса айтты|растады|мәлім етті)"
_TASK = r"(?:тапсырма|нұсқау|нұсқама|бұйрық|өкім|міндет|талап|талаб)(?:лар|лер|тар|тер)?(?:ы|і|сы|сын|ін|ды|ді|ті)?"
_DOING = r"(?:(?<=уды\s)|(?<=уді\s)|(?<=уын\s)|(?<=уін\s)|(?<=уды\sда\s)|(?<=уді\sде\s))"
_TO_DO = r"\w+у(?:ы|і)?"
_MUST = r"(?:тиіс|керек|қажет|міндетті)(?!\s+(?:е[дт]\w+|болатын|емес|болды|қой\b|сияқты|шығар))"
_STEM_AND_WILL = r"(?:[ае]д[ыі]|[ае]т[ыі]н болады)"
# What only looks like the passive, or tells no more than what is so.
_NOT_DONE = (
    r"(?!күтіл|болжан|айтыл|көрсетіл|атал|санал|есептел|қолданыл|дейді|білін|көрін|сезіл|табыл|өткізіл|пайдаланыл|айнал|"
    r"орал|жоғал|жоғарыла|ескеріл|талқыла|бағала|белгіле|нақтыла|сарала|арала|ұсына|түсін|сүйен|сенеді|үйрен|қорғана|топтастырыл)"
)
_NO_INTENT = r"(?!(?:аймақ|тамақ|көмек|еңбек|өрмек|ермек|бармақ|сабақ|табақ|қабақ|қармақ|жұмақ|түбек|мектеп)(?!\w))"
# "Қолдады" is past and "қосады" to come: a stem in a vowel has its past there, apart from those few in a consonant.
_VOWEL_STEM = (
    r"(?<!ла)(?<!ле)(?<!да)(?<!де)(?<!жаса)(?<!баста)(?<!аяқта)(?<!тоқта)(?<!сақта)(?<!сұра)(?<!сана)(?<!қара)(?<!іске)"
)
_DOES = rf"(?:\w*й(?:ды|ді)|(?:\w*(?:сал|ал)а|\w{{2,}}[ае]{_VOWEL_STEM})д[ыі])"

VERBS = (
    # Told to somebody: an act of ordering.
    Verb(_INSTRUCTION, rf"тапсыр(?:{_PAST}|ғанын|{_NOW}|ып(?=,))", Need.TASK, _TO),
    Verb(_INSTRUCTION, r"тапсырыл(?:ды|ған|ғаны|ғанын|ады|сын|ып отыр)", Need.TASK, _TO, agent=False),
    Verb(_INSTRUCTION, rf"(?:жүкте|міндетте)(?:{_PAST}|{_NOW}|п(?=,))", Need.TASK, _TO),
    Verb(_INSTRUCTION, r"(?:жүктел|міндеттел)(?:ді|ген|гені|генін|еді|сін|іп отыр)", Need.TASK, _TO, agent=False),
    Verb(_INSTRUCTION, rf"бұйыр(?:{_PAST}|{_NOW})|бұйырыл(?:ды|ған)", Need.TASK, _TO),
    Verb(_INSTRUCTION, rf"{_DOING}(?:қатаң\s+)?(?:талап ет|ескерт|шегеле)(?:{_PAST}|{_NOW})", Need.TASK, _TO),
    Verb(_INSTRUCTION, rf"(?:{_DOING}|(?<=\wу\s))талап етіл(?:ді|ген|іп отыр)", Need.TASK, _TO, agent=False),
    Verb(_INSTRUCTION, rf"{_DOING}(?:талап етеді|жүктейді|міндеттейді)", Need.DECREE, _TO, agent=False),
    Verb(_INSTRUCTION, rf"{_TASK}\s+(?:бер|қой|жүкте)(?:{_PAST}|{_NOW}|[ыі]?п(?=,)|ді)", Need.TASK, _TO),
    Verb(_INSTRUCTION, rf"{_TASK}\s+(?:беріл|қойыл|жүктел)(?:{_PAST}|[іы]п отыр)", Need.TASK, _TO, agent=False),
    Verb(_INSTRUCTION, rf"{_TASK}\s+(?:алды|алған|тұр)", Need.TASK, _WHO, agent=False),
    Verb(_INSTRUCTION, rf"(?:уақыт|мерзім|апта|ай|күн)\s+(?:бер|белгіле)(?:{_PAST}|{_NOW})", Need.DEADLINE, _TO),
    Verb(_INSTRUCTION, r"(?:уақыт|мерзім|апта|ай|күн)\s+(?:беріл|белгілен)(?:ді|ген)", Need.DEADLINE, _TO, agent=False),
    # Told by "must" or by the imperative.
    Verb(
        _INSTRUCTION,
        rf"(?:{_TO_DO}|\w+уға|\w+уге)\s+{_MUST}(?:\s+(?:екен\w+|деді\b|деген\b))?",
        Need.BODY_OR_DEADLINE,
        _WHO,
        agent=False,
    ),
    Verb(_INSTRUCTION, rf"{_TO_DO}\s+(?:керектігін|қажеттігін|тиістігін)", Need.BODY_OR_DEADLINE, _WHO, agent=False),
    Verb(
        _ADOPTED,
        r"(?:құрыл|бекітіл|тағайындал|енгізіл|қабылдан|таныл|таратыл|босатыл|жариялан|өзгертіл|берілс)с?[ыі]н",
        Need.NOTHING,
        agent=False,
    ),
    Verb(_INSTRUCTION, rf"\w{{2,}}с[ыі]н{_ENDS}", Need.BODY_OR_DEADLINE, _WHO, agent=False),
    Verb(
        _INSTRUCTION, rf"\w{{2,}}(?:[ыі]?ң[ыі]з(?:дар|дер)?|с[ыі]з(?:дар|дер)){_ENDS}", Need.DEADLINE, _TO, agent=False
    ),
    # Made.
    Verb(_ADOPTED, r"(?:бекіт|мақұлда|ратификацияла|қабылда)(?:т[іі]м?|ды|дым|кен|ған)", Need.ACT),
    Verb(_ADOPTED, r"(?:бекітіл|мақұлдан|ратификациялан|қабылдан)(?:ді|ды|ген|ған)", Need.ACT, agent=False),
    Verb(_ADOPTED, r"қол қой(?:ды|ған|дым|ып(?=,))", Need.ACT),
    Verb(_ADOPTED, r"қол қойыл(?:ды|ған|ғанын)", Need.ACT, agent=False),
    Verb(_ADOPTED, r"(?:күшіне ен|қолданысқа ен|қолданысқа енгізіл)(?:ді|ген|еді(?!\s+де))", Need.ACT, agent=False),
    Verb(_ADOPTED, r"(?:оқылым\w+ өт|күші жойыл|күшін жой)(?:т[іі]|ды|кен|ған)", Need.ACT, agent=False),
    Verb(_ADOPTED, r"(?:қызметіне|лауазымына|болып|етіп)\s+тағайында(?:ды|лды|лған)", Need.NOTHING),
    Verb(_ADOPTED, r"тыйым сал(?:ды|ған)", Need.BODY),
    Verb(_ADOPTED, r"тыйым салын(?:ды|ады)", Need.NOTHING, agent=False),
    Verb(
        _ADOPTED,
        r"(?:енгізіл|құрыл|белгілен|бөлін|тоқтатыл|жойыл|таратыл|қызметінен босатыл)(?:ді|ды|ген|ған)",
        Need.COURSE,
        agent=False,
    ),
    Verb(_ADOPTED, r"(?:бұйрық|қаулы|жарлық|өкім)\s+(?:[\w-]+\s+){0,4}(?:шығар|шық)(?:ды|ған|ты|қан)", Need.NOTHING),
    # Made known.
    Verb(_ANNOUNCED, r"жыл[ыі]\s+(?:деп|болып)\s+жарияла(?:н?ды|нады|йды|нған|ймын)", Need.NOTHING),
    Verb(_ANNOUNCED, rf"\w+(?:[ае]|й)т[ыі]н[ыі]н\s+(?:\w+\s+)?{_SAID}", Need.COURSE),
    Verb(_ANNOUNCED, r"\w+(?:[ае]|й)м[ыі]з\s+деп\s+(?:жариялады|мәлімдеді)", Need.NOTHING),
    Verb(_ANNOUNCED, r"(?:мораторий|тыйым|режим|шектеу)\w*\s+(?:жариялады|жарияланды|енгізді)", Need.NOTHING),
    Verb(_ANNOUNCED, r"деп (?:шешті|ұйғарды)|(?<=ға )(?:ұйғарды|бел буды)|(?<=ды )ұйғарды", Need.TASK),
    # Meant.
    Verb(_PLANNED, r"жоспарла(?:п отыр\w*|уда|йды|ймыз|ды|ған)|көзде(?:йді|п отыр\w*|йміз)", Need.TASK_OR_DEADLINE),
    Verb(
        _PLANNED,
        r"(?:жоспарлан(?:ды|ған)|(?:көздел|қарастырыл)(?:ген|ған)|"
        r"(?:жоспарлан|көздел|қарастырыл)(?:[ыі]п отыр|уда|уде|ады|еді))",
        Need.TASK_OR_DEADLINE,
        agent=False,
    ),
    Verb(_PLANNED, r"(?<=у[ғг][ае]\s)(?:ниетті|ниеттен\w+|ниет білдірді|дайындалып жатыр|әзірленіп жатыр)", Need.BODY),
    Verb(_PLANNED, r"(?:ниеті бар|ниетінде)", Need.BODY),
    Verb(_PLANNED, r"жоспар(?:ға|ына)\s+енгіз(?:ді|ілді|ген|ілген)", Need.TASK),
    Verb(_PLANNED, r"мақсат\w*\s+(?:қой|қойыл)(?:ды|ып отыр|ған|ады|яды)|мақсатын қояды", Need.DEADLINE),
    Verb(_PLANNED, r"уәде\s+(?:берді|берілді|етті)", Need.DEADLINE),
    Verb(
        _PLANNED,
        rf"{_NO_INTENT}(?-i:[а-яәіңғүұқөһ]{{2,}})[мбп][ае][қк](?:шы|ші)?(?=\s*(?:[.,;»–—]|$)|\s+(?:ойда|ниетте))",
        Need.BODY,
    ),
    Verb(_ANNOUNCED, rf"{_NOT_DONE}\w{{2,}}(?:[ыі][лн]|[ае][лн]|йыл){_STEM_AND_WILL}", Need.COURSE, agent=False),
    Verb(_PLANNED, rf"(?!дей|бол|қал|бар|кел){_DOES}{_ENDS}", Need.BODY_AND_DEADLINE),
    Verb(_PLANNED, rf"\w{{2,}}(?:[ае]|й)м[ыі]з{_ENDS}", Need.DEADLINE, agent=False),
)
