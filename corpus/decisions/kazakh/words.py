"""Words of decisions in Kazakh: how deadlines are written."""

from corpus.dates import MONTH
from corpus.decisions.quantities import DAY, NUMBER, ORDINAL, UNIT, YEAR
from corpus.decisions.values import Rule

_YEAR = (
    rf"(?:{YEAR}\s*(?:жыл\w*|ж\.)\s*|(?:(?P<this>осы|ағымдағы|үстіміздегі|биылғы|биыл)|(?P<next>келесі|келер))"
    r"\s+(?:жыл\w*\s+)?)?"
)
_TILL = r"(?:дейін(?!гі)|шейін(?!гі)|қарай\b)"
_NOT_AFTER = r"кеш(?:іктірмей|ікпей|ірек емес)?\b"
_END_TILL = rf"(?:соңына|аяғына)\s+{_TILL}"
_A_SEASON = "".join(rf"(?<!{word} )" for word in ("жылыту", "туристік", "қысқы", "жазғы", "егіс", "спорт", "күзгі"))
# A month before the one who is told, or at the head of what is past, is when it was said.
_WHEN_SAID = (
    r"(?!.*\b(?:үкімет|\w*министрл|әкімд|агентт|комите)\w*[кгн]е\b.*(?:тапсыр|жүкте|міндет|бұйыр)|"
    r".*(?:екенін|керектігін|қажеттігін)\s+(?:айт|мәлімде|атап|жеткіз))"
)
_TO_BE_DONE = (
    r"(?=\s(?!\w+[ғқгк][ае]н\b)[^.;]*?"
    r"(?:у(?:ды|ді|ға|ге|ы|і|ын|ін)?|(?:[ае]|й)(?:ды|ді|мыз|міз)|[мбп][ае][қк](?:шы|ші)?|с[ыі]н)\b)"
)
_LATER = r"(?:(?<=[^\s«\"“–—-]\s)|(?<=\w\s[–—-]\s))"

DEADLINES = (
    (Rule.DATE, rf"\b{DAY}\.(?P<month_number>\d\d)\.{YEAR}\s*(?:ж\.?\s*)?(?:күніне\s+)?{_TILL}"),
    (Rule.DATE, rf"{_YEAR}\b{DAY}[\s-]+{MONTH}\s+(?:күніне\s+)?(?:қоса алғанда\s+)?{_TILL}"),
    (Rule.DATE, rf"{_YEAR}\b{DAY}[\s-]+{MONTH}\s+(?:күнінен\s+)?(?:асырмай|{_NOT_AFTER})"),
    (Rule.DATE, rf"{_YEAR}\b{MONTH}\s+(?:айының\s+)?{DAY}(?:[-–]?\w+)?\s+(?:күніне\s+)?{_TILL}"),
    (Rule.END_OF_QUARTER, rf"{_YEAR}{ORDINAL}[\s-]+тоқсан\w*\s+{_END_TILL}"),
    (Rule.END_OF_QUARTER, rf"{_YEAR}тоқсан(?:ның)?\s+{_END_TILL}"),
    (Rule.QUARTER, rf"{_YEAR}{ORDINAL}[\s-]+тоқсан(?:ында|да|ның ішінде|ы\s*(?=[);]))"),
    (Rule.END_OF_HALF_YEAR, rf"{_YEAR}{ORDINAL}\s+(?:жарты\s*жылды\w*|жартысы\w*)(?:\s+{_END_TILL})?"),
    (Rule.END_OF_MONTH, rf"{_YEAR}{_A_SEASON}{MONTH}\s+(?:айының\s+)?{_END_TILL}"),
    (Rule.END_OF_MONTH, rf"(?P<here>\b(?:осы\s+)?айдың)\s+{_END_TILL}"),
    (
        Rule.END_OF_YEAR,
        rf"(?:{YEAR}\s+|(?P<this>\bосы|ағымдағы|биылғы|үстіміздегі)\s+|(?P<next>келесі|келер)\s+)?"
        rf"\bжыл(?:дың)?\s+(?:{_END_TILL}|соңында|аяғында)",
    ),
    (Rule.WITHIN_MONTHS, r"\b(?P<half>жарты\s+жыл)(?:дың)?\s+(?:ішінде|уақыт|мерзім)"),
    (Rule.WITHIN_MONTHS, rf"\b{NUMBER}\s+{UNIT}\s+(?:ішінде|мерзім\w*|уақыт(?:та|\s+ішінде|\s+бер\w+)|аралығында)"),
    (Rule.WITHIN_MONTHS, rf"(?<!соңғы )(?<!өткен )\b{NUMBER}\s+{UNIT}[дт][ае](?!\w){_TO_BE_DONE}"),
    (Rule.WITHIN_MONTHS, rf"\b{NUMBER}\s+{UNIT}н[аеі]н\s+(?:асырмай|{_NOT_AFTER})"),
    (
        Rule.MONTH,
        rf"(?:{_LATER}|^(?!.*[дт][ыі]\W*$)){_WHEN_SAID}{_YEAR}\b{_A_SEASON}{MONTH}\s+айында\b(?:{_TO_BE_DONE}|(?=\s*$))",
    ),
    (
        Rule.MONTH,
        rf"{_LATER}{_WHEN_SAID}{_YEAR}\b{_A_SEASON}(?<!\d\s)(?(year)|(?<!жылғы )){MONTH}(?<=[дт][ае]){_TO_BE_DONE}",
    ),
    (Rule.MONTH, rf"{_YEAR}\b{MONTH}(?<=[ғқгк][ае])(?=\s+(?:жоспарлан|белгілен|межелен))"),
    (Rule.MONTH, rf"^(?!.*[дт][ыі]\W*$){_YEAR}{MONTH}(?<=[дт][ае]){_TO_BE_DONE}"),
    (Rule.YEAR, rf"{YEAR}\s+жыл(?:ға|дың\s+басына)\s+{_TILL}"),
    (Rule.END_OF_YEAR, rf"\b20\d\d\s*[–—-]\s*{YEAR}\s+жылдар(?:ы|да)\b(?=\s)"),
    (Rule.END_OF_YEAR, rf"\b(?P<next>келесі|келер)\s+жылы\b{_TO_BE_DONE}"),
    (Rule.END_OF_YEAR, rf"\b(?<![–—-]){YEAR}\s+жылы\b{_TO_BE_DONE}"),
)
