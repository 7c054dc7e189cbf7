"""Words into terms for the lexical search: folded letters, numbers in one form, stems of the word's language.

Russian words become lemmas (pymorphy3), surnames and English words Snowball stems; Kazakh words lose their endings by
the table below. Kazakh letters are folded to their neighbours on a Russian keyboard: "казакстан" finds "Қазақстан".
"""

import re
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from corpus.language import fold
from corpus.morphology import russian_morphology
from corpus.passage import Language
from index.stop_words import STOP_WORDS

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_GROUPED = re.compile(r"(?<=\d)(?<!\d{4})[ \u00a0\u202f](?=\d{3}(?!\d))")  # "2025 195" are two numbers
_ENGLISH_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_VOWEL = re.compile("[аоуыиеэяюё]")
_CACHED_WORDS = 200_000
_STEMMING = Lock()  # a Snowball stemmer keeps the word at hand in itself; questions may be asked at once

# Endings of nouns and verbs in folded letters (i and и fall together): plural, possession, case, and what joins them;
# then derivation and the commonest verb forms. Taken off from the end, longest first, up to four times.
_ENDINGS = sorted(
    set(
        """
        ларымыз леримиз дарымыз деримиз тарымыз теримиз ларынын леринин дарынын деринин тарынын теринин
        ларында леринде дарында деринде тарында теринде ларынан леринен дарынан деринен тарынан теринен
        ларына лерине дарына дерине тарына терине ларын лерин дарын дерин тарын терин
        лардын лердин дардын дердин тардын тердин ларга лерге дарга дерге тарга терге
        ларды лерди дарды дерди тарды терди ларда лерде дарда дерде тарда терде
        лардан лерден дардан дерден тардан терден лармен лермен дармен дермен тармен термен
        лары лери дары дери тары тери лар лер дар дер тар тер
        ымыздын имиздин ымызда имизде ымызга имизге ымызды имизди ымыз имиз ыныз иниз мыз миз ныз низ
        сынын синин нын нин дын дин тын тин сында синде ында инде нда нде да де та те
        сынан синен ынан инен нан нен дан ден тан тен сына сине ына ине сын син ын ин
        га ге ка ке на не ны ни ды ди ты ти сымен симен ымен имен мен бен пен
        дагы деги тагы теги ндагы ндеги ындагы индеги сындагы синдеги
        лык лик дык дик тык тик лыгы лиги дыгы диги тыгы тиги лы ли сыз сиз дай дей тай тей ша ше шы ши
        ган ген кан кен гандар гендер атын етин йтын йтин ады еди йды йди ып ип са се сы си ы и а е у м н п
        """.split()
    ),
    key=lambda ending: (-len(ending), ending),
)
_SURNAME = re.compile(r"[ое]в\w{0,3}$")
_NO_PLURAL = frozenset({"токаев"})  # surnames that a dictionary takes for the plural of another word
_HARD = {"г": "к", "б": "п"}
_MIN_STEM, _MIN_STEM_BEFORE_LETTER = 3, 4


def tokens(text: str) -> list[str]:
    """Return the words and numbers of `text` in order, in lower case."""
    return _TOKEN.findall(_GROUPED.sub("", text).lower())


def terms(text: str, language: Language) -> list[str]:
    """Return the terms of `text` in order, with repeats."""
    return [term(token, language) for token in tokens(text)]


def term(token: str, language: Language) -> str:
    """Return the term of one token."""
    if token[0].isdigit():
        if language is Language.EN and _ENGLISH_GROUPED.fullmatch(token):
            return token.replace(",", "")
        return token.replace(",", ".")
    if token.isascii():
        return _stem(token, "english")
    return _russian_lemma(token) if language is Language.RU else _kazakh_stem(fold(token))


def is_common(word: str, language: Language) -> bool:
    """Tell whether `word`, lower case, is a function word of `language` or, but for Kazakh, any of its dictionary."""
    if fold(word) in STOP_WORDS[language]:
        return True
    if language is Language.EN:
        return word in _english_words()
    return language is Language.RU and not word.isascii() and bool(russian_morphology().word_is_known(word))


@lru_cache(_CACHED_WORDS)
def _kazakh_stem(word: str) -> str:
    word = _hardened(word)
    for _ in range(4):
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            least = _MIN_STEM if len(ending) > 1 else _MIN_STEM_BEFORE_LETTER
            if stem != word and len(stem) >= least and _VOWEL.search(stem):
                word = _hardened(stem)
                break
        else:
            break
    return word


def _hardened(stem: str) -> str:
    """Undo what an ending that begins with a vowel does to the consonant before it: "дайындығы" from "дайындық"."""
    return stem[:-1] + _HARD.get(stem[-1], stem[-1])


@lru_cache(_CACHED_WORDS)
def _russian_lemma(word: str) -> str:
    """The likeliest lemma, a noun or adjective rather than the verb of a participle ("данные" is data, not "given").

    What no dictionary has and may be a surname becomes a stem: its lemma would be another guess for each form.
    """
    if _SURNAME.search(word) and (word in _NO_PLURAL or not russian_morphology().word_is_known(word)):
        stem = _stem(word, "russian")
        return fold(_stem(stem, "russian") if stem.endswith(("ов", "ев")) else stem)  # "бектенов" is cut at once
    parses = russian_morphology().parse(word)
    if parses[0].tag.POS in ("PRTF", "PRTS"):
        nominal = [parse for parse in parses if parse.tag.POS in ("NOUN", "ADJF")]
        parses = sorted(nominal, key=lambda parse: parse.tag.POS != "NOUN") or parses
    first = parses[0]
    likeliest = (parse for parse in parses if parse.score >= first.score and parse.tag.POS == first.tag.POS)
    return fold(next(filter(_reads_as_itself, likeliest), first).normal_form)


def _reads_as_itself(parse: Any) -> bool:  # noqa: ANN401
    """Tell "статья" from "стать", both likely for "статей": the dictionary form "стать" is another word first."""
    first = russian_morphology().parse(parse.normal_form)[0]
    return bool(first.normal_form == parse.normal_form and first.tag.POS == parse.tag.POS)


@lru_cache(_CACHED_WORDS)
def _stem(word: str, language: str) -> str:
    with _STEMMING:
        return str(_snowball(language).stemWord(word))


@cache
def _english_words() -> Any:  # noqa: ANN401
    from spellchecker import SpellChecker

    return SpellChecker("en")


@cache
def _snowball(language: str) -> Any:  # noqa: ANN401
    import snowballstemmer

    return snowballstemmer.stemmer(language)
