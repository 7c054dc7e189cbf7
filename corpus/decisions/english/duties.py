"""How English lays a duty on somebody: points of protocols, "must" and "is to", deadlines, and bare commands."""

from corpus.decisions.english.frames import NUMBERED, TO, WHAT, Left, Need, frames, row
from corpus.decisions.values import Kind

_POINT = rf"(?:{NUMBERED}|: (?:\d{{1,2}}[.)]\s*)?)"
_POINT_VERBS = (
    "prepare|ensure|submit|provide|develop|take|complete|organi[sz]e|draft|create|launch|introduce|hold|conduct|finish|"
    "analy[sz]e|bring|transfer|implement|carry|work|arrange|make|send|report|present|check|finali[sz]e|strengthen|"
    "update"
)
_COMMANDS = (
    "Do|Submit|Close|Fix|Finish|Prepare|Bring|Complete|Give|Stop|Return|Find|Check|Ensure|Put|Send|Restore|Deliver|"
    "Start|Launch|Report|Open|Build|Introduce|Take|Draw up|Work out|Provide|Organi[sz]e|Speed up|Connect|Hold|Create|"
    "Involve|Strengthen|Analy[sz]e|Make|Review|Draft|Remove|Settle|Resolve|Set up|Carry out|Show|Agree|Develop|Conduct"
)

DUTIES = frames(
    Kind.INSTRUCTION,
    row(
        Left.THING,
        rf"{NUMBERED}[Tt]o (?:instruct|oblige|task|charge|commission|recommend(?: that)?|direct|entrust) {TO} "
        rf"(?:to|with|increase|ensure|should) {WHAT}",
    ),
    row(Left.THING, rf"{_POINT}(?P<to>[^;:]{{3,260}}?),?\s*(?::|\s[–—-])\s*to {WHAT}", Need.BODY, Need.LIST),
    row(Left.THING, rf"{_POINT}(?P<to>(?:[Tt]he )?\w[^;:]{{3,200}}?) to (?P<what>[a-z]\w+\b.+)", Need.BODY, Need.LIST),
    row(
        Left.THING,
        rf"{_POINT}(?P<to>(?:[Tt]he )?[A-Z][^;:]{{3,200}}?)(?:,|:| [–—-])? (?:(?:within|by) [\w\s]+?,?"
        rf" )?(?P<what>(?:{_POINT_VERBS}) .+)",
        Need.BODY,
        Need.LIST,
    ),
    row(
        Left.ADDRESSEE,
        r"\b(?:must|shall|(?:is|are|was|were) to|(?:has|have|will have) to|(?<!the\s)(?<!a\s)needs? to|should|ought"
        r" to)(?:,[^,]+,)? (?!not\b|of\b)(?P<what>\w+.*)",
        Need.ORDERABLE,
    ),
    row(Left.THING, rf"\b(?:is|are) due {WHAT}", Need.DEADLINE),
    row(Left.ISSUER, rf"\b(?:requires|asks for|calls for|prescribes) {WHAT}", Need.DEADLINE, Need.ACT),
    row(Left.ISSUER, r"\b(?:asks|calls) for (?P<what>.+?\bto be \w+.*)", Need.ACT),
    row(Left.ISSUER, rf"\b(?:set|sets|has set) a deadline of [\w\s]+? for {TO}(?: to {WHAT}|[.,]|$)", Need.BODY),
    row(Left.ISSUER, rf"\b(?:set|sets|has set) a deadline of [\w\s]+? for {WHAT}"),
    row(Left.ISSUER, r"\b(?:set|sets) (?:a|the) (?P<what>deadline of [\w\s]+)\W*$", Need.DEADLINE, Need.ISSUER),
    row(
        Left.SPEAKER,
        rf"^[“\"]?(?:And |So |Then )?(?P<what>(?:{_COMMANDS}) (?:me|it|this|all|the|your|an?|these|them|every|new) .+)",
        Need.URGED,
    ),
)
