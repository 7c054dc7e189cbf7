"""A construction found in an English clause, and the noun phrase that its verb belongs to."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.decisions.deadlines import find_deadline
from corpus.decisions.english.actors import is_body, subject
from corpus.decisions.english.frames import Frame
from corpus.decisions.english.words import DEADLINES, spaced
from corpus.decisions.values import Actor

_SOME_DAY = date(2025, 1, 1)
_LEADING = spaced(
    r"^\W*(?:By|On|In|At|Under|According to|Following|From|Starting|After|Before|During|Within|As|Based|Pursuant|"
    r"To|For|Therefore|Thus|Accordingly|Moreover|Also|First|Firstly|Second|Secondly|Finally|Today|Now|However|"
    r"[Gg]iven|[Tt]aking into account|[Cc]onsidering|in order to|Speaking|"
    r"Answering|Summing|No later)\b[^,]*, (?=\S)"
)
_LEADING_DAY = spaced(
    r"^\W*(?:[Bb]y|[Ff]rom|On|In|Before|Within|No later than) (?:the )?(?:end of )?(?:\d{1,2} )?[A-Z]?\w+"
    r"(?: 20\d\d| (?:days|weeks|months))? (?=(?:the|all|an?|it|they|we|he|she)\b|[A-Z])|"
    r"^by the end of (?:20\d\d|the year) "
)
_LEADING_TIME = spaced(r"^\W*(?:[Tt]his|[Nn]ext) (?:year|month|week|spring|summer|autumn),? ")
_POINT = spaced(r"^\W*(?:\d{1,2}(?:\.\d+)*[.)] )+")
_BREAK = spaced(r"[\s\S]*(?:[;:“]|\s(?:that|because|although|since|so|but|while|noted|said)\s|, (?:and|but|so)\s)")
_ASIDE = spaced(r", (?!(?:together|jointly|along)\b|the\s|[A-Z])[^,]*,?\s*$")
_SPEECH = spaced(r"^(?:We|I|He|She|It|They) .*? (?:and|but) (?=\S)")
_ADVERB = spaced(r" (?:also|then|now|therefore|both|will|jointly|further|already|thus|all)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A construction found in a stretch `text` of a `sentence`."""

    sentence: str
    text: str
    frame: Frame
    match: re.Match[str]
    carried: Actor | None = None

    @property
    def left(self) -> str:
        """What stands left of the construction."""
        return self.text[: self.match.start()]

    @property
    def issuer(self) -> Actor | None:
        """Who does what the construction says, if the clause names him."""
        return subject(self.left) or (self.carried if not self.left.strip(" ,") else None)

    @property
    def group(self) -> dict[str, str | None]:
        """The named parts of the construction."""
        return self.match.groupdict()

    @property
    def what(self) -> str:
        """The words that say what is to be done, or nothing."""
        return self.group.get("what") or ""

    @property
    def has_deadline(self) -> bool:
        """Whether the clause names a time by which."""
        found = find_deadline(self.text, DEADLINES, _SOME_DAY)
        return found is not None and found.rule is not None


def subject_phrase(left: str) -> str:
    """Return the noun phrase that ends where the verb begins."""
    phrase = _BREAK.sub("", _POINT.sub("", left.rstrip(" ")))
    phrase = _LEADING_TIME.sub("", phrase)
    phrase = _LEADING_DAY.sub("", _LEADING.sub("", _LEADING.sub("", phrase)))
    if phrase.endswith(","):
        phrase = _ASIDE.sub("", phrase[:-1])
    phrase = _SPEECH.sub("", phrase.strip(' ,“"'))
    last = phrase.rpartition(", ")[2]
    phrase = last if not is_body(phrase) and is_body(last) else phrase
    return _ADVERB.sub("", phrase.strip(' ,“"(–—-'))
