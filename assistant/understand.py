"""A question as typed into a question that can be searched for: its language, letters, and what went before it."""

import re
from collections.abc import Sequence

from assistant.answer import Query, Turn
from assistant.question_words import Wanted, wanted
from corpus.language import detect_language, is_latin_kazakh, latin_to_cyrillic
from corpus.passage import Language
from index.search import Filter
from index.spelling import Spelling

MAX_CHARACTERS = 2_000
_SPACES = re.compile(r"\s+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_CONNECTIVE = re.compile(
    r"^(?:а ещ[её]|а если|а|и|ну а|ал|ал енді|және|сонда|and also|and|but|so|then|(?:and )?what about|"
    r"(?:and )?how about|что насчет|что насчёт|как насчет|как насчёт)\b[\s,:—-]*",
    re.IGNORECASE,
)
_POINTS_BACK = frozenset(
    "он она оно они его ее её их ему ей им нем нём ней этот эта это эти этого этой этом этим тот там тогда "
    "туда такой такое ол оны оның оған онда одан олар олардың бұл бул осы осыны мұны соны сонда сол he she it "
    "they him her them his its their this that these those there then".split()
)
_STOP = frozenset(
    "а в во на и с со к о об у по из за до для не ли же бы мне нам еще ещё ну да ал ма ме ба бе па пе да де ғой енді "
    "the a an of in on at to for and or is was are were do does did be by it about".split()
)
_ABBREVIATIONS = {
    Language.RU: ((re.compile(r"\bии\b", re.IGNORECASE), "искусственный интеллект (ИИ)"),),
    Language.KK: ((re.compile(r"\bжи\b", re.IGNORECASE), "жасанды интеллект (ЖИ)"),),
    Language.EN: ((re.compile(r"\bai\b", re.IGNORECASE), "artificial intelligence (AI)"),),
}


class QuestionError(Exception):
    """A question that cannot be taken; `key` names the wording in `errors.toml`, `values` fill its placeholders."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def understand(question: str, history: Sequence[Turn], spelling: Spelling, only: Filter = Filter()) -> Query:  # noqa: B008
    """Return `question` understood; raise QuestionError when it is empty or too long."""
    if len(question) > MAX_CHARACTERS:
        raise QuestionError("question.too_long", limit=MAX_CHARACTERS, length=len(question))
    text = _SPACES.sub(" ", question).strip()
    if not any(character.isalnum() for character in text):
        raise QuestionError("question.empty")
    previous = _previous_standalone(history)
    language = _language(text, previous)
    standalone = rewrite(text, previous, language) if previous and is_follow_up(text) else text
    return Query(text, standalone, _searchable(standalone, language, spelling), language, only)


def is_follow_up(question: str) -> bool:
    """Tell whether `question` leans on what went before: it begins with a connective, points back, or is a fragment."""
    words = [word.lower() for word in _WORD.findall(question)]
    if _CONNECTIVE.match(question) and len(words) <= 8:
        return True
    if _POINTS_BACK.intersection(words):
        return True
    return len([word for word in words if word not in _STOP]) <= 1 and (
        wanted(question) is not Wanted.ANYTHING or _YEAR.search(question) is not None
    )


def rewrite(question: str, previous: str, language: Language) -> str:
    """Say a follow-up so that it stands alone: put its year into the previous question, else join the two."""
    rest = _CONNECTIVE.sub("", question).strip()
    words = [word.lower() for word in _WORD.findall(rest)]
    year = _YEAR.search(rest)
    if year and len([word for word in words if word not in _STOP]) <= 2:
        if _YEAR.search(previous):
            return _YEAR.sub(year.group(), previous)
        bare, period = previous.rstrip(" ?.!"), rest.rstrip(" ?.!")
        return f"{period} {bare[:1].lower()}{bare[1:]}?" if language is Language.KK else f"{bare} {period}?"
    return f"{previous.rstrip()} {rest[:1].upper()}{rest[1:]}"


def last_question(query: Query) -> str:
    """Return what is asked now, in the letters of the language: the last sentence of the question searched for."""
    return re.split(r"(?<=[?!.])\s+", query.search.strip())[-1]


def _previous_standalone(history: Sequence[Turn]) -> str:
    """Follow the conversation from its start, so that a follow-up to a follow-up keeps its subject."""
    standalone = ""
    for turn in history[-6:]:
        text = _SPACES.sub(" ", turn.question).strip()[:MAX_CHARACTERS]
        if text:
            standalone = (
                rewrite(text, standalone, _language(text, standalone)) if standalone and is_follow_up(text) else text
            )
    return standalone


def _language(text: str, previous: str) -> Language:
    """Short follow-ups ("2024?", "AI-Sana?") are in the language of the conversation."""
    if previous and len(_WORD.findall(text)) <= 2 and wanted(text) is Wanted.ANYTHING:
        return detect_language(previous)
    return detect_language(text)


def _searchable(text: str, language: Language, spelling: Spelling) -> str:
    if language is Language.KK:
        if is_latin_kazakh(text):
            text = latin_to_cyrillic(text)
        text = spelling.restore(text)
    for pattern, full in _ABBREVIATIONS[language]:
        if full.split(" (")[0] not in text.lower():
            text = pattern.sub(full, text)
    return text
