"""Whether a construction found in an English clause has what it needs to be a decision."""

import re
from collections.abc import Callable

from corpus.dates import MONTH
from corpus.decisions.english.actors import is_body, main_head, mentions
from corpus.decisions.english.clause import Clause, subject_phrase
from corpus.decisions.english.frames import DOCUMENT, INSTITUTED, Left, Need
from corpus.decisions.english.objections import NOBODY, PARTNERS, against
from corpus.decisions.english.orderable import GENERIC, LAW, PUBLIC, STATIVE, orderable
from corpus.decisions.english.words import HEADS, REPORTS, spaced
from corpus.decisions.quantities import HASTE
from corpus.decisions.values import Kind

_LONE_NAME = re.compile(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?<!s)")
_MEASURE = re.compile(
    r"\b(?:moratorium|ban|law|code|decree|emergency|quarantine|rules?|amendments|quotas?|duty|duties|restrictions?|"
    r"tariffs?)\b",
    re.IGNORECASE,
)
_GROWTH = spaced(
    r"^(?:also )?(?:be able|grow|rise|increase|amount|exceed|last|cost|become|allow|help|need|have to|remain|continue|"
    r"make|total|fall|decline|see|average|account|depend|be (?:more|less|enough|needed|possible|cheaper|expensive)|"
    r"exist|reach|get (?:worse|bored)|benefit|earn|turn|know|come)\b"
)
_PRONOUN = re.compile(r"^(?:we|I|it|he|she|they|which|who)$", re.IGNORECASE)
_PRONOUN_ACTS = spaced(r"\b(?:he|she|I|who|it) (?:also |has |have |had |already |then )*$", ignore_case=True)
_COUNTRY = spaced(r"Kazakhstan|[Tt]he (?:country|republic|state)")
_NO_PLANNER = re.compile(r"^(?:experts?|specialists?|scientists?|analysts?|members?|leaders?)$", re.IGNORECASE)
_DECIDED = spaced(
    r"\b(?:decided|decision|signed|approved|decreed?|starting|from now on|henceforth|it was announced|settled|"
    rf"(?:from|as of|beginning) (?:the )?(?:first|\d|20\d\d|next|tomorrow|{MONTH}))\b",
    ignore_case=True,
)
_STARTING = spaced(
    r"\b(?:from|starting(?: from| with| on| in)?|beginning(?: from| with| on| in)?|as of|with effect from) "
    rf"(?:the )?(?:next|new|coming|tomorrow|first|\d|20\d\d|{MONTH})",
    ignore_case=True,
)
_FOUNDED = spaced(
    r"(?:will|would|shall) (?:also |soon |now )?be (?:created|established|set up|founded|formed|abolished|merged|"
    r"reorgani[sz]ed|transformed|introduced|imposed|banned)"
)
_FOUNDATION = re.compile(
    r"(?:ministry|agency|committee|commission|council|headquarters|fund|university|inspectorate|authority|centre|"
    r"center|office|institute|department|moratorium|ban|tax|duty|quotas?|zone|chamber)",
    re.IGNORECASE,
)
_HEADLINE = spaced(r"^(?!The\b|the\b|An?\b)[A-Z][\w-]*(?: (?:of|for|and|[A-Z][\w-]*))*")
_SAY = re.compile(r"\b(?:said|announced|added|told|promised|noted)\b")
_FINITE = spaced(r" (?:is|was|are|were|has|have|had|will|would|can|must|should|[a-z]+s (?:that|to|the|an?)) ")
_SAID = spaced(rf"\b{REPORTS}\b|\bstrategy\b|: “|[Ii]t is planned")
_PLANS = spaced(r"\b[Ii]t (?:is|was) (?:also )?(?:planned|envisaged|intended)\b")
_FUTURE = spaced(
    r"\b(?:will|would|is to|are to|could (?:not|no)|cannot|starts?|going to|be \w+ed)\b|^\s*to\s",
)
_ACT = re.compile(r"(?:address|decree|order|resolution|instruction|protocol|minutes)$", re.IGNORECASE)
_IN_NAME = re.compile(
    rf"(?:{HEADS}|of|the|and|for|in|on|with|jointly|together|along|as|well|all|other|regional|state|local|central|"
    r"relevant|first|interested|competent|concerned|authori[sz]ed|responsible|territorial|structural|city|district|"
    r"national|republican|cities|significance|members|public|government|deputy|prime|region|regions|oblast|within|by|"
    r"days|weeks|months|month|year|end|a|two|three|six|ten|five)",
    re.IGNORECASE,
)


def allowed(clause: Clause) -> bool:
    """Tell whether the construction is a decision here."""
    return not against(clause) and all(_NEEDS[need](clause) for need in clause.frame.needs)


def _body(clause: Clause) -> bool:
    told = clause.group.get("to") or subject_phrase(clause.left)
    return is_body(told) and not GENERIC.match(told)


def _planner(clause: Clause) -> bool:
    phrase, will = subject_phrase(clause.left), clause.match.group().startswith("will")
    if _PRONOUN.match(phrase):
        return not will or (phrase.lower() in ("we", "i") and not _GROWTH.match(clause.what))
    if _COUNTRY.fullmatch(phrase):
        return not will
    if GENERIC.match(phrase) or _NO_PLANNER.match(main_head(phrase)) or (will and _GROWTH.match(clause.what)):
        return False
    return is_body(phrase) or _LONE_NAME.fullmatch(phrase) is not None


def _reported(clause: Clause) -> bool:
    """Tell whether somebody with a say tells what is to come, as decided or by a day."""
    phrase, announced = subject_phrase(clause.left), clause.frame.kind is Kind.ANNOUNCED
    if announced and _PLANS.search(clause.sentence):
        return False
    if phrase.lower() == "it":
        return announced and clause.has_deadline and bool(_SAID.search(clause.sentence))
    if not phrase or NOBODY.match(phrase) or _GROWTH.match(clause.what.strip()):
        return False
    if "become" in clause.match.group() and not is_body(phrase):
        return False
    said = _SAID.search(clause.sentence) and mentions(clause.sentence)
    return bool(said or _DECIDED.search(clause.sentence) or (announced and clause.has_deadline))


def _founded(clause: Clause) -> bool:
    founded = _FOUNDED.match(clause.match.group()) and _FOUNDATION.fullmatch(main_head(subject_phrase(clause.left)))
    return bool(founded) or _reported(clause)


def _headline(clause: Clause) -> bool:
    subject = clause.left.strip()
    return _HEADLINE.fullmatch(subject) is not None and (clause.issuer is not None or subject == "Kazakhstan")


def _foretold(clause: Clause) -> bool:
    phrase = subject_phrase(clause.left)
    told = _SAY.search(clause.left) and clause.has_deadline and not _GROWTH.match(clause.what)
    return bool(told and phrase) and not _PRONOUN.match(phrase) and phrase.lower() != "there"


def _urged(clause: Clause) -> bool:
    urgent = clause.has_deadline or re.search(HASTE, clause.text, re.IGNORECASE)
    return bool(urgent) and not PUBLIC.search(clause.what)


def _point(clause: Clause) -> bool:
    in_charge = [each.strip() for each in re.split(r",|;|\sand\s", clause.group["to"] or "")]
    named = any(map(is_body, in_charge)) and all(is_body(each) or each[:1].isupper() for each in in_charge)
    return named and not _FINITE.search(clause.what)


def _told(clause: Clause) -> bool:
    phrase = subject_phrase(clause.left)
    if _PRONOUN.match(phrase):
        return phrase.lower() not in ("we", "i")
    return is_body(phrase) and not GENERIC.match(phrase) and not LAW.search(clause.sentence)


def _list(clause: Clause) -> bool:
    """Tell whether what stands before an infinitive is a plain list of bodies, without a verb."""
    named = re.sub(r"\([^)]*\)", "", clause.group.get("to") or "")
    return all(_IN_NAME.fullmatch(word) for word in re.findall(r"(?<![\w’'-])[a-z][\w’'-]*", named))


_NEEDS: dict[Need, Callable[[Clause], bool]] = {
    Need.BODY: _body,
    Need.DEADLINE: lambda clause: clause.has_deadline,
    Need.ISSUER: lambda clause: clause.issuer is not None or _PRONOUN_ACTS.search(clause.left) is not None,
    Need.TOLD: _told,
    Need.LIST: _list,
    Need.ACT: lambda clause: _ACT.match(main_head(subject_phrase(clause.left))) is not None,
    Need.ORDERABLE: orderable,
    Need.DOCUMENT: lambda clause: DOCUMENT.search(clause.text) is not None or "signed it" in clause.text,
    Need.INSTITUTED: lambda clause: INSTITUTED.search(clause.text) is not None,
    Need.PLANNER: _planner,
    Need.FOUNDED: _founded,
    Need.STARTING: lambda clause: _STARTING.search(clause.text) is not None,
    Need.SUBJECT: lambda clause: not NOBODY.match(subject_phrase(clause.left)),
    Need.FORETOLD: _foretold,
    Need.URGED: _urged,
    Need.HEADLINE: _headline,
    Need.PARTNERS: lambda clause: PARTNERS.search(clause.left) is not None,
    Need.POINT: _point,
    Need.REPORTED: _reported,
    Need.COMING: lambda clause: _reported(clause) or _MEASURE.search(subject_phrase(clause.left)) is not None,
    Need.THING: lambda clause: not is_body(clause.what),
    Need.TASK: lambda clause: not STATIVE.match(clause.what),
    Need.FUTURE: lambda clause: clause.frame.left is Left.THING or _FUTURE.search(clause.what) is not None,
}
