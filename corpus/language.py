"""Which of the three languages a text is in, by letters and frequent words; and Kazakh in Latin letters made Cyrillic.

Works from a word up; knows Kazakh typed without its own letters and in the common Latin spellings. Other languages are
not told apart from these three.
"""

import re
from collections.abc import Callable

from corpus.passage import Language

KAZAKH_LETTERS = frozenset("әғқңөұүһі")
FOLD = str.maketrans(
    {"ә": "а", "і": "и", "ң": "н", "ғ": "г", "ү": "у", "ұ": "у", "қ": "к", "ө": "о", "һ": "х", "ё": "е"}
)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)
_ENGLISH_QUESTION = re.compile(
    r"\W*(?:what|who|whom|whose|when|where|which|why|how|does|did|do|is|are|was|were|can)\b", re.I
)

# Frequent words, Kazakh ones folded to Russian letters. Words of both languages stand in neither list.
_KAZAKH = frozenset(
    "айтты айтылды ал алды алган алу арасында аркылы асты атты байланысты бар барлык басшысы баска башка "
    "бекиту берилди беру бизде биз бизге биздин билим бир биринши болады болат болган болды болуы болу болып "
    "больша бойынша бул бурын гана дайын даму дамыту дегенимиз деген деди дейин деп ел елде елимиз елдин еки "
    "екинши екен емес енди енгизу енгизилди жагдай жана жане жаналык жасады жасалды жасанды жасау жатыр "
    "женинде жили жок журт жузеге журеди жуйеси жыл жылга жылдын жылгы жылы жылдары жыйын зан занга занды "
    "зангы казак казакша казакстан казакстанда казакстаннын кай кайда кайдан кайсы калай каланын калады канша "
    "кандай кашан кашанга карай карар каржы керек кезде кейин келеди ким кимге кимдер кимнин кимди коп "
    "копшилик койды котерилди косу косылды кыз кызмет кызмети кызметкер курды курылды кылды кылу кыска "
    "мемлекет мемлекеттик мен мектеп милдетти мумкин мындай мынау наурыз не нени негизги негиз неге неликтен "
    "неше нешинши орын орындау орталык отандык откен отти оку окыту окушы осы олар онда оны онын оган озге "
    "олай одан пен пайда пайыз сайын сала салада сол сондай сонгы тагы талап тапсырды тапсырма туралы туры "
    "турган турде ушин ушинши укимет укиметке улт улттык усыныс халык халыкаралык шама шара шешим шыкты "
    "шыгару шилде жатады ма ме ба бе па пе да де та те гой шейин сиякты ше".split()
)
_RUSSIAN = frozenset(
    "а без более бы был была были было быть в вам вас ваш весь во вот впервые все всего всех вы где год года "
    "году для до его ее если есть еще же за и из или им имеет их к каждый как какая какие каким какими каких "
    "какого какое какой каком какую какова каков каковы когда кого кем ком кому которая которого которой "
    "которые который куда кто ли лет между меня меры мне может можно мой мы на над надо нам нас наш не него "
    "нее нет ни но нужно о об один он она они оно от по под показал после почему поэтому поручил при против "
    "про работает с сам себя сейчас сказал сколько со стал стоит стране такое такой там того тоже только том "
    "тот тут ты у уже хочу что чего чем чему чтобы чье чья эта эти это этого этой этом этот я зачем откуда "
    "насчет расскажи казахстан казахстана казахстане казахстанский казахстану кратко должен должна должны "
    "будет будут какие-то".split()
)
_BOTH = frozenset({"тенге"})
_KAZAKH_ENDING = re.compile(
    r"(?:лар|лер|дар|дер|тар|(?<!ью)тер|лары|лери|дары|дери|тары|тери|нын|нин|дын|дин|тын|тин|ында|инде|дагы|деги|тагы|"
    r"теги|лык|лик|"
    r"дык|дик|тык|тик|ган|ген|кан|кен|атын|етин|йтын|йтин|ады|еди|йды|йди|мыз|миз|дан|ден|тан|тен|сыз|сиз|гы|ги|сы|си|"
    r"мен|пен|бен|уи|гини|уга|уге|ылды|илди|шы|ши|га|ге)$"
)
_RUSSIAN_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ость|ости|остью|ение|ения|ением|ений|ации|ация|"
    r"ацию|ать|ить|еть|ться|"
    r"ется|ются|ает|ают|ует|уют|ила|или|ала|али|ской|ском|скую|ов|ам|ами|ях|ах|щих|вший|ция|ции|цию)$"
)
_ENGLISH = frozenset(
    "a about all an and any are as at be been by can could did do does during each for from give had has have "
    "how if in into is it its kazakh kazakhstan last law many me more most much must new not of on or our "
    "said should so tell than that the their there they this to under up use was we were what when where "
    "which who whom whose why will with year you your please explain list rank government country president "
    "ministry between after before".split()
)
# Latin Kazakh: a few frequent words in their common spellings, enough to tell it from English.
_LATIN_KAZAKH = re.compile(
    r"\b(?:qazaqs?h\w*|qazaqstan\w+|qa[iyj]\w*|qansha\w*|kansha|qanda[iyjı]\w*|kanda[iy]|qashan\w*|kashan|"
    r"neshe\w*|neshinshi|turaly|ush[iı]n|[uü]sh[iı]n|jasandy|zhasandy|jasandi|[zj]h?yly\w*|"
    r"[zj]h?yl\w*|bar\s?ma|bar|degen\w*|kim\w*|memleket\w*|[uüú]k[iı]met\w*|nege|nelikten|qala[iyj]|"
    r"kalai|kalay|bo[iy]ynsha|oryn\w*|[zj](?:h)?[aá]ne|[zj]ane|emes|kerek|boldy|bolady|bolad|aldy|"
    r"tapsyr\w*|zan[gn]?y?|mektep\w*|damyt\w*|damu\w*|el[iı]mi[zs]\w*|qyzmet\w*|kyzmet\w*|bul|osy|ne|"
    r"pen|ma|ba|alu|alady|be[rl]u|b[iı]l[iı]m\w*|jasa\w*|zhasa\w*|qa[ln]ay|bastal\w*|is?ke)\b",
    re.IGNORECASE,
)
# Words with a q beside a vowel, in small letters since names have them too; and endings that English lacks.
_LATIN_KAZAKH_SHAPE = re.compile(
    r"\b(?:(?!qaz)[a-z]*(?:q[aoyei]|[aoyei]q(?!u))[a-z]*|[a-z]{3,}(?:inen|ynan|ynyn|inin|nyn|dyn|tyn|lary|leri|dary|deri|tary|teri|lardy|lerdi|"
    r"symen|simen|gha|synda|sinde|ynda|inde|aidy|eidi|ymyz|imiz|syz))\b"
)
_LATIN_SPECIAL = re.compile("[äáöóüúūñńŋğǵşšıý]")

_TO_CYRILLIC = [
    ("shch", "щ"), ("iya", "ия"), ("iyu", "ию"), ("yya", "ыя"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"),
    ("gh", "ғ"), ("ng'", "ң"), ("ts", "ц"), ("ya", "я"), ("yu", "ю"), ("yo", "ё"), ("a'", "ә"), ("g'", "ғ"),
    ("n'", "ң"), ("o'", "ө"), ("u'", "ү"), ("i'", "и"), ("y'", "у"), ("s'", "ш"), ("c'", "ч"), ("ä", "ә"), ("á", "ә"),
    ("ö", "ө"), ("ó", "ө"), ("ü", "ү"), ("ú", "ү"), ("ū", "ұ"), ("ñ", "ң"), ("ń", "ң"), ("ŋ", "ң"), ("ğ", "ғ"),
    ("ǵ", "ғ"), ("ş", "ш"), ("š", "ш"), ("ç", "ч"), ("ı", "ы"), ("ý", "у"), ("ï", "и"), ("q", "қ"), ("w", "у"),
    ("x", "х"), ("c", "к"), ("j", "ж"), ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"),
    ("z", "з"), ("i", "і"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"),
    ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("y", "ы"),
]  # fmt: skip
# The second part of a diphthong: qandai, qanday, júıe.
_SHORT_I = re.compile("(?<=[aeoäáöó])[iıyï]|(?<=[uüúū])[iı](?=[aeyı])")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’ʼ`´][A-Za-zÀ-ɏ]+)*['’ʼ`´]?")


def fold(text: str) -> str:
    """Lower-case `text` with Kazakh letters replaced by their neighbours on a Russian keyboard."""
    return text.lower().translate(FOLD)


def detect_language(text: str, without_letters: Language = Language.EN) -> Language:
    """Return the language of `text`, and `without_letters` where it has none."""
    words = _WORD.findall(text)
    if not words:
        return without_letters
    cyrillic = [word.lower() for word in words if _CYRILLIC.search(word)]
    latin = [word for word in words if not _CYRILLIC.search(word)]
    english = sum(word.lower() in _ENGLISH for word in latin)
    in_latin_letters = sum(word.islower() for word in latin) > 2 * len(cyrillic) and is_latin_kazakh(text)
    if not cyrillic or in_latin_letters:
        return Language.KK if is_latin_kazakh(text) else Language.EN
    if english > len(cyrillic) or (_ENGLISH_QUESTION.match(text) and len(latin) >= len(cyrillic)):
        return Language.EN
    # A Kazakh letter in a name says little: "Кто возглавляет «Самрук-Қазына»?"
    special = sum(3.0 if word.islower() else 1.0 for word in words if KAZAKH_LETTERS & set(word.lower()))
    folded = [fold(word) for word in cyrillic]
    kazakh = special + sum(_vote(word, _KAZAKH, _KAZAKH_ENDING) for word in folded)
    russian = sum(_vote(word, _RUSSIAN, _RUSSIAN_ENDING) for word in folded)
    return Language.KK if kazakh > russian else Language.RU


def _vote(word: str, frequent: frozenset[str], ending: re.Pattern[str]) -> float:
    if word in _BOTH:
        return 0.0
    if word in frequent:
        return 1.5
    return 0.6 if len(word) > 4 and ending.search(word) else 0.0


def is_latin_kazakh(text: str) -> bool:
    """Tell Kazakh in Latin letters from English."""
    words = [word.lower() for word in _LATIN_WORD.findall(text)]
    english = len(_ENGLISH & set(words))
    shaped = {*_LATIN_KAZAKH.findall(text.lower()), *_LATIN_KAZAKH_SHAPE.findall(text)}
    kazakh = len(shaped) + len(_LATIN_SPECIAL.findall(text.lower()))
    return kazakh > english and kazakh >= max(1, len(words) // 6)


def latin_to_cyrillic(text: str, stays: Callable[[str], bool] = lambda word: False) -> str:
    """Spell Latin-script Kazakh words of `text` in Cyrillic.

    Names with inner capitals (AI, KazLLM) stay, and words of which `stays`, given one in lower case, says so.
    """
    if text.isupper() and " " in text:
        text = text.lower()

    def spell(match: re.Match[str]) -> str:
        word = match.group()
        if any(letter.isupper() for letter in word[1:]) or stays(word.lower()):
            return word
        low = re.sub("[’ʼ`´]", "'", word.lower()).replace("yev", "ev")
        low = _SHORT_I.sub("й", low)
        for latin, cyrillic in _TO_CYRILLIC:
            low = low.replace(latin, cyrillic)
        return low.replace("йа", "я").replace("йу", "ю").replace("'", "")

    return _LATIN_WORD.sub(spell, text)
