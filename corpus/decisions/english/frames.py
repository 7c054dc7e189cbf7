"""How English says decisions: the constructions that the tables of `orders`, `duties`, `adopted` and `coming` list.

In a pattern `to` is who is told, `what` is what is to be done, `by` is who does it; a space stands for any white space.
What stands left of the match is by `Left` the issuer, the addressee, or the thing that is decided on.
"""

import re
from dataclasses import dataclass
from enum import Enum

from corpus.decisions.values import Kind

TO = r"(?P<to>(?!(?:to|by|that|with)\b)(?>(?:(?:the|all|its) )?)[^;:]{2,260}?)"
WHAT = r"(?P<what>.+)"
NUMBERED = r"^(?:\d{1,2}(?:\.\d+)*[.)]\s*)*"
ACTIVE = r"(?<!\bbe\s)(?<!\bbeen\s)(?<!\bbeing\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\bare\s)"
_DOCUMENT = (
    r"(?:laws?|bill|decrees?|resolutions?|orders?|strateg(?:y|ies)|concepts?|programmes?|programs?|plans?|code|rules?|"
    r"regulations?|amendments?|methodolog(?:y|ies)|standards?|budget|lists?|road\s?maps?|polic(?:y|ies)|doctrine|"
    r"constitution|charter|procedures?|requirements?|guidelines?|tariffs?|model|schedule|document|register|"
    r"inclusion|decisions?|convention|treat(?:y|ies)|package|measures|candidacy|appointment|composition|master plan|"
    r"framework|concession|reform|rates?|quotas?|draft|protocol|subsid(?:y|ies)|criteria|formula|statute|declaration|"
    r"instructions?)"
)
_INSTITUTION = (
    r"(?:ministry|agency|committee|commission|council|working group|fund|headquarters|centre|center|office|zone|medal|"
    r"award|prize|holiday|university|institute|board|department|authority|inspectorate|title|scholarship|day|status|"
    r"post)"
)
_MEASURE = (
    r"(?:moratorium|ban|quotas?|fees?|tax(?:es)?|dut(?:y|ies)|restrictions?|limits?|state of (?:[\w-]+ "
    r"){0,2}emergency|emergency situation|embargo|"
    r"regime|system|subsid(?:y|ies)|rate|requirement|procedure|curfew|quarantine|tariffs?|price|fines?|visa)"
)
DOCUMENT = re.compile(rf"\b{_DOCUMENT}\b", re.IGNORECASE)
INSTITUTED = re.compile(rf"\b(?:{_INSTITUTION}|{_MEASURE}|{_DOCUMENT})\b", re.IGNORECASE)


class Left(Enum):
    """What stands left of a construction."""

    ISSUER = "issuer"
    ADDRESSEE = "addressee"
    THING = "thing"
    SPEAKER = "speaker"


class Need(Enum):
    """What a construction needs besides its words."""

    THING = "what is told is no body"
    TASK = "what is told is no state of mind"
    BODY = "the addressee is a body or an office"
    DEADLINE = "a day is named"
    ISSUER = "the issuer stands in the clause"
    TOLD = "the left side is a body, an office, or stands for one"
    LIST = "nothing but names of bodies stands before the infinitive"
    ORDERABLE = "the left side can be told, or is to be done by a day"
    ACT = "the left side is an address or an act"
    DOCUMENT = "a document is named"
    INSTITUTED = "a body, a measure or a document is named"
    PLANNER = "the left side can plan"
    FOUNDED = "a body or a measure is founded or ended, or somebody says it, or a day or a decision is named"
    REPORTED = "somebody says it, or a day or a decision is named"
    COMING = "somebody says it, or the moratorium, ban or law itself begins"
    FUTURE = "something to come is told"
    STARTING = "it begins with a day, a month or a year to come"
    SUBJECT = "a subject that is not just anybody"
    FORETOLD = "somebody said that it would be so by a day"
    URGED = "a day or haste is named, and it is not the public that is told"
    HEADLINE = "the subject is a body or an office without its article, as headlines write"
    PARTNERS = "Kazakhstan is one of those who sign"
    POINT = "nothing but a noun phrase stands before those in charge"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what stands left of a construction, its pattern, and what it needs."""

    left: Left
    pattern: str
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A construction and the kind of decision that it tells; `pattern` is searched in a clause."""

    kind: Kind
    left: Left
    pattern: re.Pattern[str]
    needs: tuple[Need, ...]


def row(left: Left, pattern: str, *needs: Need) -> Row:
    """Return a line of a table."""
    return Row(left, pattern, needs)


def frames(kind: Kind, *rows: Row) -> tuple[Frame, ...]:
    """Return the constructions of one kind."""
    return tuple(Frame(kind, each.left, re.compile(each.pattern.replace(" ", r"\s+")), each.needs) for each in rows)
