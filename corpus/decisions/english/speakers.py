"""Who speaks in an English sentence, by whom something is done, and who issued a document."""

import re

from corpus.decisions.english.actors import Mention, mentions, subject
from corpus.decisions.english.names import NAME
from corpus.decisions.english.words import REPORTS, spaced
from corpus.decisions.values import Actor

_REPORTED = re.compile(rf"\b{REPORTS}\b")
_PASSIVE = spaced(r"\b(?:was|were|been|is|are) $")
_NAMED_AFTER = ("said", "says", "explained", "added", "noted", "stressed", "announced")
_ACCORDING = spaced(r"\b(?:[Aa]ccording to|[Aa]s (?:stressed|noted) by) (?:the )?")
_LAST_PART = spaced(r"^.*[,;] (?=[^,;]+$)")
_ADJUNCT = "On|At|In|During|After|Following|As|With|Then|Meanwhile|Earlier|Today|Yesterday|Speaking|By"
_SUBJECT = re.compile(
    rf"(?:.*[,:”\"]\s+|(?:{_ADJUNCT})\b.*?\s)?(?:[Tt]he\s+)?|.*\bby\s+(?:the\s+)?|.*\boffice\s+of\s+(?:the\s+)?|"
    r".*\b(?:c[ao]mes?\s+from|belongs?\s+to)\s+(?:the\s+)?",
    re.DOTALL,
)
_TOLD_AFTER = spaced(
    r" (?:(?:was|were|is|are|has been|have been) (?:also |now |officially )?"
    r"(?:given|instructed|told|tasked|ordered|obliged|asked|directed|entrusted|charged|assigned|commissioned|appointed|"
    r"dismissed|relieved|summoned|reprimanded|warned|made|put)|must\b|"
    r"(?:is|are|has|have) (?:to|until)\b|(?:has|have) (?:exactly )?\w+ (?:days|weeks|months)\b|(?:has |have "
    r")?received\b|[–-] to\b|should\b|shall\b)|\s*: to\b"
)
_ACT = (
    r"(?:[Jj]oint )?(?:[Oo]rder|[Dd]ecree|[Rr]esolution|[Ii]nstruction|[Dd]irective|[Aa]ddress|[Mm]inutes|[Pp]rotocol|"
    r"[Dd]ecision)s?"
)
_AUTHOR = spaced(rf"^\W*(?:(?:[A-Z][\w-]+|from|the) ){{0,4}}?{_ACT} (?:\w+ ){{0,3}}?(?:of|by|from) (?:the )?")
_RESOLVES = spaced(
    r"^(?P<who>[^:;]{3,400}?) (?:HEREBY |hereby )?"
    r"(?:DECIDED|DECIDES|RESOLVED|ORDERED|ORDERS?|DECREES?|RESOLVES|decided|resolved|decrees|orders)\s*:"
)
_BY_PRESIDENT = spaced(r"\b(?:by|under|on) (?:a )?presidential (?:decree|order|instruction)", ignore_case=True)
_BY_GOVERNMENT = spaced(r"\b[Bb]y (?:a )?Government (?:Resolution|Decree|Order|resolution|decree|decision)")
_BY = spaced(
    r"\b(?:[Bb]y|[Uu]nder|[Oo]n|[Ff]ollowing|[Aa]t) (?:the |an? )?(?:joint )?"
    r"(?:order|decree|decision|resolution|instructions?|ruling|directive) (?:of|from) (?:the )?|"
    r"(?<!headed\s)(?<!chaired\s)(?<!reported\s)(?<!led\s)\bby (?:the )?"
)
_OWNER = spaced(rf"\b(?:[Bb]y|[Uu]nder|[Oo]n) (?P<name>{NAME}|the \w+)[’']s (?:instruction|order|decree|decision)")
# "Minister, I am waiting for your proposals": who is spoken to does not speak.
_SPOKEN_TO = re.compile(r"[“\"–\s]*(?:[A-Z][\w-]+\s){0,3}?[A-Z][\w-]+,\s[^,”]*\b(?:I|you|your)\b")
_RULING = spaced(
    r"(?P<who>\b[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})[’']s (?:order|ruling|resolution|decree|instruction|directive|"
    r"decision) (?:says|reads|states)\b"
)
_NAME = spaced(NAME)


def _first(text: str) -> Mention | None:
    return next((mention for mention in mentions(text) if mention.start == 0), None)


def agent(text: str) -> Actor | None:
    """Return by whom something is done, "by the Government", "by order of the Prime Minister"; None if not said."""
    if _BY_PRESIDENT.search(text):
        return Actor("", "President")
    if _BY_GOVERNMENT.search(text):
        return Actor("Government")
    for start in _BY.finditer(text):
        rest = text[start.end() :]
        if found := _first(rest):
            return found.actor
        if bare := _NAME.match(rest):
            return Actor(bare.group())
    owner = _OWNER.search(text)
    return Actor(owner["name"].removeprefix("the ")) if owner else None


def speaker(sentence: str) -> Actor | None:
    """Return who speaks or acts in the sentence, if it names one."""
    if ruling := _RULING.search(sentence):
        return Actor(re.sub(r"^The\s+", "", ruling["who"]))
    said = _ACCORDING.search(sentence)
    if said and (found := _first(sentence[said.end() :])):
        return found.actor
    for verb in _REPORTED.finditer(sentence):
        before, after = sentence[: verb.start()], sentence[verb.end() :]
        if _PASSIVE.search(before):
            continue
        if verb.group() in _NAMED_AFTER and (
            found := _first(re.sub(r"^\s+(?:the\s+|our\s+)?(?:\w+[’']s\s+)?", "", after))
        ):
            return found.actor
        left = re.split(r"[”\"]", before)[-1]
        if who := subject(_LAST_PART.sub("", left) or left):
            return who
    return _acting(sentence)


def _acting(sentence: str) -> Actor | None:
    """Return the person or office that a sentence without "said" is about."""
    if _SPOKEN_TO.match(sentence):
        return None
    for mention in mentions(sentence):
        before = sentence[: mention.start]
        if mention.person and _SUBJECT.fullmatch(before) and not _TOLD_AFTER.match(sentence, mention.end):
            return mention.actor
    return None


def author(text: str) -> Actor | None:
    """Return who issued a document that begins like `text`, if it says so."""
    if begun := _RESOLVES.match(text):
        return subject(begun["who"])
    title = _AUTHOR.match(text)
    found = _first(text[title.end() :]) if title else None
    return found.actor if found else None
