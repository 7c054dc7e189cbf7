"""Whether "must" and "is to" lay a task on somebody, and are not a wish, a law or a description."""

import re

from corpus.decisions.english.actors import is_body, main_head, mentions
from corpus.decisions.english.clause import Clause, subject_phrase
from corpus.decisions.english.speakers import agent
from corpus.decisions.english.words import STATE_HEADS, spaced

# What a law, not an order, lays on everybody.
LAW = spaced(
    r"\b(?:[Uu]nder|[Aa]ccording to|[Bb]y|in accordance with) (?:the |Article )?(?:[\w-]+ ){0,4}"
    r"(?:[Ll]aw|[Cc]ode|Constitution|legislation)\b|\b[Aa]rticle \d|\blaw (?:says|requires|obliges|states)|"
    r"\bas a rule\b|\b(?:draft|bill) (?:provides|states|envisages|says)\b|"
    r"\bat least once\b|\bsince 20\d\d|\brecall(?:s|ed)\b|\btaxpayers?\b|\bapplicants?\b"
)
GENERIC = spaced(
    r"^(?:an?|every|each|any|no|nobody|everyone|everybody|we|you|one|people|citizens?|all of us|one of|there|he|she|I|"
    r"this|that|these|those|they|it|who|which|what|nothing|users?|owners?|students?|teachers?|parents?|residents|"
    r"drivers)\b",
    ignore_case=True,
)
PUBLIC = re.compile(r"\b(?:declarations?|applications?|taxes|forms|bids|tickets|fines)\b", re.IGNORECASE)
STATIVE = spaced(
    r"^(?:be\b(?! \w+ed\b)|understand|remember|learn|know|feel|think|strive|remain|stay|consist|have\b|include|mean|"
    r"meet\b|apply|love|live|reali[sz]e|become|believe|serve|play|keep in mind|go\b|see\b|say\b|admit|note|contain|"
    r"comply|respect|lag|thank|respond to|face|work together|recogni[sz]e|always)"
)
_TO_DO = spaced(
    r"^(?:be \w+(?:ed|en|ne|lt|nd|de|d|t)\b|migrate|move|receive|appear|be (?:ready|passable)|switch|have|reach|stop|"
    r"finish|start|get|guarantee|involve|close|open|connect|pass|replace|complete|begin|"
    r"be (?:back )?(?:on|in|at|with|under|up) |arrive|lie|work|run|function|operate|undergo|go (?:live|online|through))"
)
_DONE_TO = spaced(r"be \w+(?:ed|en|ne|lt|nd|de|t)\b")
_ADOPTION = spaced(r"be (?:hereby )?(?:recogni|approved|adopted|established|declared|repealed|introduced from)")
_ORDER_NEAR = spaced(
    r", [A-Z][\w\s-]+ (?:ordered|instructed|demanded)|\b(?:Under|By|In) the (?:Address|decree|instruction|order)|"
    r"\bset a \w*\s*(?:target|task)"
)
_RELATIVE = spaced(r" (?:that|which|who)$")
_HEADS_OF = spaced(r"(?:[Tt]he )?[Hh]eads of [a-z]")


def orderable(clause: Clause) -> bool:
    """Tell whether "must" lays a task on somebody, and is not a wish, a law or a description."""
    phrase, what, deadline = subject_phrase(clause.left), clause.what, clause.has_deadline
    verb = clause.match.group().split()[0]
    passive = _DONE_TO.match(what)
    if not phrase or _RELATIVE.search(phrase) or _ADOPTION.match(what) or LAW.search(clause.sentence):
        return False
    if phrase.lower() == "you":
        return deadline
    if GENERIC.match(phrase) and not (passive and deadline):
        return False
    if not deadline and (STATIVE.match(what) or verb in ("ought", "was", "were")):
        return False
    if is_body(phrase) and not passive:
        return deadline or _is_state(phrase)
    ordered = deadline or agent(clause.text) is not None or _ORDER_NEAR.search(clause.sentence)
    return bool(ordered and _TO_DO.match(what) and not PUBLIC.search(phrase))


def _is_state(phrase: str) -> bool:
    """Tell whether a noun phrase names a body or office of the state, or any body by its name."""
    named = _HEADS_OF.match(phrase) or re.fullmatch(STATE_HEADS, main_head(phrase), re.IGNORECASE) or mentions(phrase)
    return bool(named)
