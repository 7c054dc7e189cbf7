"""A question as typed into a question that can be searched for: its language, letters, and what went before it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Query, Turn
from assistant.guard import without_instructions
from assistant.keyboard import mend_layout
from assistant.periods import as_of, name_years
from corpus.language import detect_language, fold, is_latin_kazakh, latin_to_cyrillic
from corpus.passage import Language
from index.search import Filter
from index.spelling import Spelling
from index.stop_words import STOP_WORDS

MAX_CHARACTERS = 2_000
_SPACES = re.compile(r"\s+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_CONNECTIVE = re.compile(
    r"^(?:(?:ok|okay|ок|окей|хорошо|понятно|жарайды|жақсы|жаксы)[,.!]? )?"
    r"(?:а ещ[её]|а если|ну а|ал енд[іи]|al endi|and also|(?:(?:а|и|and|but|so) )?"
    r"(?:как насч[её]т|что насч[её]т|what about|how about)|а|и|ал|al|ж[әа]не|сонда|and|but|so|then)(?![\w-])[\s,:—-]*",
    re.IGNORECASE,
)
_MOST_AFTER_CONNECTIVE, _MOST_UNNAMED = 3, 5
# A word that names something: inside a sentence with a capital letter, or with one inside, or a number.
_NAME = re.compile(
    r"(?<![.?!] )(?<!^)\b[^\W\d_a-zа-яәғқңөұүһі][\w.-]*\w|\b[^\W\d_]+[A-ZА-ЯӘҒҚҢӨҰҮІ][\w.-]*|\b\d[\d.,]*\b"
)
_ALSO = re.compile(r"\s+ше(?=\W*$)", re.IGNORECASE)
_POINTERS = frozenset(
    fold(
        "он она оно они его ее ему ей ею их им ими нем ней него нее них ним ними этот эта это эти этого этой этом этим "
        "эту этих тот там тогда туда ол оны оның оған онда одан онымен олар олардың оларға бұл бұны бұның осы осыны "
        "осының мұны мұның соны соның сонда сол he she it they him her them his its their this these those"
    ).split()
)
_ALSO_POINTERS = re.compile(
    r"\b(?:about|after|before|by|of|for|is|was|does|did|will|why) that\b|\b(?:that|there|then)\W*$", re.IGNORECASE
)
# What looks like pointing back and does not: "this year", "is it true", "X это что", "Kazakhstan ... its law".
_POINTS_ELSEWHERE = re.compile(
    r"(?i:\bis it true\b|\bthis (?:year|month|week|country)\b|\bв эт(?:ом году|ом месяце|ой стране)\b|"
    r"\b(?:осы|бұл|бул) (?:жыл|ай)\w*|\bэто правда\b|(?<=\w )это (?:что|кто)\b|[—–-] (?:это|бұл|бул)\b)|"
    r"(?<=\s)[A-Z]\w+\b.*\b(?:its|their|his|her)\b"
)
_DEFINES = re.compile(r"\b(?:что так(?:ое|ие)|кто так(?:ой|ая|ие)|деген(?:іміз|имиз)? (?:не|кім|ким))\b", re.IGNORECASE)
_YEAR_WORDS = frozenset("год года году годы г жыл жылы жылгы жылда year years ше".split())
_FUNCTION_WORDS = frozenset.union(*STOP_WORDS.values())
# AI within a name ("Alem.ai", "AI-Sana", "Government AI Readiness") is none; with an ending ("ЖИ-ге", "AI-ға") it is.
_AI = r"(?<![\w.-])ai(?!\w|\.\w|-[a-z])"
_AI_ALONE = rf"(?<![a-z] ){_AI}(?! [a-z])"
_ABBREVIATIONS = {
    Language.RU: (re.compile(rf"\bии\b|{_AI_ALONE}", re.IGNORECASE), "искусственный интеллект (ИИ)"),
    Language.KK: (re.compile(rf"\b[жи]и\b|{_AI_ALONE}", re.IGNORECASE), "жасанды интеллект (ЖИ)"),
    Language.EN: (re.compile(_AI, re.IGNORECASE), "artificial intelligence (AI)"),
}


_IN_FULL = re.compile("|".join(rf"{re.escape(full.split(' (')[0])} \((\w+)\)" for _, full in _ABBREVIATIONS.values()))


class QuestionError(Exception):
    """A question that cannot be taken; `key` names the wording in `errors.toml`, `values` fill its placeholders."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def understand(
    question: str,
    history: Sequence[Turn],
    spelling: Spelling,
    only: Filter = Filter(),  # noqa: B008 (frozen)
    today: date | None = None,
) -> Query:
    """Return `question`, asked on `today`, understood; raise QuestionError when it is empty or too long."""
    if len(question) > MAX_CHARACTERS:
        raise QuestionError("question.too_long", limit=MAX_CHARACTERS, length=len(question))
    text = _tidy(question)
    if not any(character.isalnum() for character in text):
        raise QuestionError("question.empty")
    asked = without_instructions(mend_layout(text, lambda word: any(spelling.knows(word, each) for each in Language)))
    subject, latest = _follow(history)
    language = _language(asked or text, latest)
    standalone = _standalone(asked, subject, latest, language) if asked else ""
    standalone = name_years(standalone, language, today or date.today())
    day = as_of(standalone)
    if day:
        only = replace(only, until=min(day, only.until or day))
    return Query(text, standalone, _searchable(standalone, language, spelling), language, only, day)


def in_short(question: str) -> str:
    """Return `question` as it was before its abbreviations were written out, which takes no heed of grammar."""
    return _IN_FULL.sub(lambda match: next(filter(None, match.groups())), question)


def is_follow_up(question: str) -> bool:
    """Tell whether `question` leans on what went before.

    It does if it says nothing of its own but a question word or a year, points back, or follows a connective shortly.
    """
    text = _own_script(question)
    if not _content(text) or _ALSO.search(text) or _points_back(text):
        return True
    connective = _CONNECTIVE.match(text)
    if not connective or _DEFINES.search(text):
        return False
    return len(_content(text[connective.end() :])) <= (
        _MOST_AFTER_CONNECTIVE if _NAME.search(question) else _MOST_UNNAMED
    )


def rewrite(question: str, previous: str, language: Language) -> str:
    """Say a follow-up so that it stands alone: put its year into the previous question, else join the two."""
    rest = _ALSO.sub("", _CONNECTIVE.sub("", question)).strip()
    year = _YEAR.search(rest)
    if year and not _content(rest):
        if _YEAR.search(previous):
            return _YEAR.sub(year.group(), previous)
        bare, period = previous.rstrip(" ?.!"), rest.rstrip(" ?.!")
        return f"{year.group()} жылы {_uncapital(bare)}?" if language is Language.KK else f"{bare} {period}?"
    return f"{previous.rstrip()} {rest[:1].upper()}{rest[1:]}"


def last_question(query: Query) -> str:
    """Return the last sentence of the question searched for that asks, or the last of all where none has a mark."""
    sentences = re.split(r"(?<=[?!.])\s+", query.search.strip())
    return next((each for each in reversed(sentences) if each.endswith("?")), sentences[-1])


def asked_now(query: Query) -> str:
    """Return the last question if it says something of its own, else all that is searched for ("... And when?")."""
    last = last_question(query)
    return last if _content(last) else query.search


def _follow(history: Sequence[Turn]) -> tuple[str, str]:
    """Return the question that the conversation is about, and the same with what was last turned to ("А Узбекистан?").

    Follow-ups do not pile up: "а когда?", "а кто?" are each put to the subject, not to one another.
    """
    subject = latest = ""
    for turn in history:
        text = _tidy(turn.question[:MAX_CHARACTERS])
        if not any(character.isalnum() for character in text):
            continue
        said = _standalone(text, subject, latest, _language(text, latest))
        if _content(_own_script(text)) and said != text:
            latest = said
        elif said == text or _YEAR.search(text):
            subject = latest = said
    return subject, latest


def _standalone(text: str, subject: str, latest: str, language: Language) -> str:
    if not subject or not is_follow_up(text):
        return text
    return rewrite(text, subject if _content(_own_script(text)) else latest, language)


def _language(text: str, previous: str) -> Language:
    """Short follow-ups that only name something ("2024?", "AI-Sana?") are in the language of the conversation."""
    own = detect_language(text)
    if not previous or len(_WORD.findall(text)) > 2 or not _names(_own_script(text)):
        return own
    other = detect_language(previous)
    return own if own is not Language.EN and other is Language.EN else other


def _tidy(text: str) -> str:
    """Return `text` on one line, without halves of characters that nothing can write."""
    return _SPACES.sub(" ", text.encode("utf-8", "replace").decode()).strip()


def _own_script(text: str) -> str:
    return latin_to_cyrillic(text) if is_latin_kazakh(text) else text


def _names(text: str) -> list[str]:
    """The words of `text` that are no function words, folded."""
    return [word for word in map(fold, _WORD.findall(text)) if word not in _FUNCTION_WORDS]


def _content(text: str) -> list[str]:
    """The words that say what `text` is about: neither function words nor years."""
    return [word for word in _names(text) if not word.isdigit() and word not in _YEAR_WORDS]


def _points_back(text: str) -> bool:
    text = _POINTS_ELSEWHERE.sub(" ", text)
    return not _POINTERS.isdisjoint(map(fold, _WORD.findall(text))) or _ALSO_POINTERS.search(text) is not None


def _uncapital(question: str) -> str:
    """Begin with a small letter, unless it may be a name."""
    first = _WORD.match(question)
    return question[:1].lower() + question[1:] if first and fold(first.group()) in _FUNCTION_WORDS else question


def _searchable(text: str, language: Language, spelling: Spelling) -> str:
    if language is Language.KK:
        text = spelling.restore(spelling.from_latin(text) if is_latin_kazakh(text) else text)
    text = spelling.mend(text, language)
    pattern, full = _ABBREVIATIONS[language]
    return text if full.split(" (")[0] in text.lower() else pattern.sub(full, text)
