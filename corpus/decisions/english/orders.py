"""How English tells somebody to do something."""

from corpus.decisions.english.frames import ACTIVE, TO, WHAT, Left, Need, frames, row
from corpus.decisions.quantities import NUMBER
from corpus.decisions.values import Kind

_TIME = (
    rf"(?:only |just |exactly |no more than |at most )?{NUMBER} (?:more |working |calendar )?"
    r"(?:days?|weeks?|months?|years?|quarters?)"
)
_UNTIL = r"until (?:the )?[\w\s]+?"
_ORDERED = (
    r"(?:instructed|instructs|instructing|ordered|orders|ordering|directed|directs|tasked|commissioned|obliged|"
    r"mandated|"
    r"charged|commanded|assigned)"
)
_I = r"(?:\bI (?:hereby |also |am |therefore |once again )*)"
_I_ORDER = (
    rf"{_I}(?:instruct(?:ing)?|order(?:ing)?|direct(?:ing)?|task(?:ing)?|oblige|charge|ask(?:ing)?|command|assign|"
    r"request|telling)"
)
_ASKED = r"(?:asked|asks|urged|urges|called (?:up)?on|calls on|requested|told|tells|required|requires)"
_BE = r"\b(?:shall be|is|are|was|were|(?:has|have|had) been|will be|being) (?:also |now |further |once again )?"
_TOLD = (
    r"(?:instructed|ordered|directed|tasked|commissioned|obliged|mandated|charged|told|required|asked|assigned|"
    r"requested|recommended)"
)
_TASK = r"(?:tasks?|instructions?|orders?|assignments?|directives?|commands?)"
_SET = r"(?:ha(?:s|ve) (?:also )?been|was|were|is|are) (?:also )?(?:set|given|issued|assigned|sent)"

ORDERS = frames(
    Kind.INSTRUCTION,
    row(Left.SPEAKER, rf"{_I_ORDER} (?:that )?{TO} (?:to|with|should|must) {WHAT}"),
    row(Left.SPEAKER, rf"{_I_ORDER}\s*,? (?:to|that|for) {WHAT}"),
    row(
        Left.SPEAKER,
        r"\bI (?:also |therefore )?(?:(?:consider|deem|find) it|believe (?:that )?it is|think it is) "
        r"(?:necessary|appropriate|advisable|expedient|essential) to "
        r"(?P<what>(?!(?:say|note|stress|mention|recall|emphasi[sz]e|point|thank|draw|repeat|remind|add|share|speak|"
        r"talk)\b).+)",
        Need.TASK,
    ),
    row(Left.SPEAKER, rf"{_I}(?:entrust|assign) (?P<what>[^;:]+?) to (?P<to>[^;:.,]+)", Need.BODY),
    row(Left.SPEAKER, rf"{_I}(?:giv(?:e|ing)|set(?:ting)?) {TO} (?:{_TIME}|{_UNTIL})(?: (?:to|for) {WHAT}|[.,”]|$)"),
    row(
        Left.SPEAKER,
        rf"{_I}(?:waiting for|wait for|expect(?:ing)?|demand(?:ing)?|want(?! to (?!see\b|have\b|hear\b|get\b|"
        rf"receive\b))|require|insist on) {WHAT}",
        Need.DEADLINE,
    ),
    row(Left.ISSUER, rf"\b{_ORDERED} that {TO} (?:(?:should|must) |(?=(?:be|is|are)\b)){WHAT}"),
    row(
        Left.ISSUER,
        rf"{ACTIVE}\b{_ORDERED} {TO} (?:to (?!(?:the|a|an)\b)|with (?=(?:\w+ly )?\w+ing\b)){WHAT}",
        Need.ISSUER,
    ),
    row(Left.ISSUER, rf"{ACTIVE}\b{_ASKED} {TO} to (?!(?:the|a|an)\b){WHAT}", Need.BODY, Need.ISSUER, Need.TASK),
    row(Left.ISSUER, rf"\bentrusted {TO} with {WHAT}", Need.ISSUER),
    row(Left.ADDRESSEE, rf"{_BE}entrusted (?:by (?P<by>[^,;]+?) )?with (?!(?:it|this|that)\b){WHAT}", Need.TOLD),
    row(Left.ADDRESSEE, rf"{_BE}(?:made (?:personally )?responsible|put in charge) (?:for|of) {WHAT}", Need.TOLD),
    row(
        Left.ISSUER,
        rf"\b(?:made|put) {TO} (?:(?:personally )?responsible for|in charge of) {WHAT}",
        Need.BODY,
        Need.ISSUER,
    ),
    row(
        Left.ISSUER,
        rf"\b(?:set|sets|gave|gives|assigned) (?:before )?{TO} (?:the|an?) (?:\w+ )?(?:goals?|targets?|objectives?|"
        rf"{_TASK}) "
        rf"(?:of|to) {WHAT}",
        Need.BODY,
        Need.ISSUER,
    ),
    row(
        Left.ADDRESSEE,
        rf"\b(?:has |have )?(?:also )?(?:received|got) (?:(?:an?|the|several|clear|direct|specific|separate|concrete|"
        rf"corresponding) )*{_TASK} "
        rf"(?:from (?P<by>[^,;]+?) )?(?:to|on|for) {WHAT}",
        Need.TOLD,
    ),
    row(Left.THING, rf"\b{_TASK} (?:was|were|has been|have been) received by {TO} to {WHAT}", Need.BODY),
    row(
        Left.THING, rf"^(?P<what>.+?)[,:]? (?:[–—] )?such (?:is|was) the {_TASK} received by {TO}(?=[.,;]|$)", Need.BODY
    ),
    row(
        Left.THING,
        rf"\b(?:is|are) (?:expected|awaited|required) (?:from|of) {TO} (?=by|within|before|no later){WHAT}",
        Need.BODY,
        Need.DEADLINE,
    ),
    row(Left.ISSUER, rf"\bdemanded (?:of|from) {TO} (?:to|that (?:they|it|he|she)) {WHAT}", Need.BODY, Need.ISSUER),
    row(
        Left.ISSUER,
        rf"\b(?:set|sets|gave|gives|has set|has given) {TO} (?:an? |the )(?:[\w-]+ )?deadline(?: (?:of|until) "
        rf"[\w\s]+?)?(?: (?:to|for) {WHAT}|[.,]|$)",
        Need.BODY,
        Need.ISSUER,
    ),
    row(Left.ISSUER, rf"\brecommended (?:that )?{TO} (?:to|should) {WHAT}", Need.BODY, Need.ISSUER),
    row(
        Left.ISSUER,
        r"\brecommended that (?P<to>(?>(?:(?:the|all|its) )?)\w[^;:]{1,200}?) (?!(?:of|and|for|in|on|with|to|"
        r"should)\b)(?P<what>[a-z].+)",
        Need.BODY,
        Need.ISSUER,
    ),
    row(
        Left.ISSUER,
        rf"\b(?:gave|gives|has given|had given|allotted|allowed) {TO} (?:{_TIME}|{_UNTIL})(?: (?:to|for|in which to)"
        rf" {WHAT}|[.,]|$)",
    ),
    row(
        Left.ADDRESSEE,
        rf"{_BE}(?:given|allocated|granted|allotted|allowed) (?:{_TIME}|{_UNTIL}|(?:a )?deadline[\w\s]*)(?: (?:to|"
        rf"for) {WHAT}|[.,]|$)",
        Need.TOLD,
    ),
    row(Left.ADDRESSEE, rf"\b(?:has|have) (?:{_TIME}|until [\w\s]+?)(?: (?:to|for) {WHAT}|[.,”]|$)", Need.TOLD),
    row(Left.ADDRESSEE, r"\b(?:has|have) (?:been given )?a deadline\b(?P<what>.*)", Need.TOLD),
    row(Left.ADDRESSEE, rf"{_BE}{_TOLD}(?:,[^,]+,)? (?:by [^,;]+? )?(?:to|with) {WHAT}", Need.TOLD),
    row(
        Left.ADDRESSEE,
        rf"{_BE}(?:given|issued|handed|set) (?:an? |the |several |new )*{_TASK} (?:to|of|on) {WHAT}",
        Need.TOLD,
    ),
    row(
        Left.THING,
        rf"\b{_TASK} {_SET} (?:to|for|before) {TO} to {WHAT}",
        Need.BODY,
    ),
    row(
        Left.THING,
        rf"\b{_TASK} {_SET} (?:to(?! (?:the|all|an?)\b)|of) {WHAT}",
    ),
    row(
        Left.ISSUER,
        rf"\b(?:gave|gives|issued|set|sets|sent) (?:(?!to\b|for\b)[\w-]+ ){{0,4}}?{_TASK} (?:to|for|before) {TO} to"
        rf" {WHAT}",
        Need.BODY,
    ),
    row(
        Left.ISSUER,
        r"\b(?:gave|gives|issued|set|sets) (?:(?P<to>(?:the )?[^;:]{2,120}?) )?(?:an?|the|several|specific"
        rf"|concrete|separate|clear|following|instructive) (?:\w+ )?{_TASK} (?:to(?! (?:the|all|an?)\b)|of) {WHAT}",
        Need.ISSUER,
    ),
    row(Left.ISSUER, rf"{ACTIVE}\b(?:instructed|ordered|directed|assigned) to {WHAT}", Need.ISSUER),
    row(
        Left.THING,
        rf"\b[Ii]t is (?:also |therefore )?(?:necessary|required|imperative|essential) for {TO} to {WHAT}",
        Need.BODY,
    ),
    row(
        Left.SPEAKER,
        rf"\b[Ii]t is (?:also |therefore )?(?:necessary|required|imperative|essential) to {WHAT}",
        Need.DEADLINE,
    ),
    row(
        Left.SPEAKER,
        rf"\b(?:[Tt]he|[Oo]ur|[Yy]our) (?:main |next |priority )?task (?:for [\w\s]{{3,40}} )?is to {WHAT}",
        Need.DEADLINE,
    ),
    row(
        Left.THING,
        rf"\btasks? (?:that|which) (?P<by>[^,;]+?) (?:put before|set|set for|gave|gave to) {TO}(?= for the|[.,;]|$)",
    ),
    row(Left.THING, rf"{_BE}(?:entrusted|assigned|delegated|laid|placed) (?:to|on|upon) (?P<to>[^;:.]+)", Need.BODY),
    row(
        Left.ISSUER,
        rf"\b(?:demanded|demands|decreed) that {TO} (?:should |must )?(?=[a-z])(?!(?:of|and|for|in|on|with)\b){WHAT}",
        Need.ISSUER,
    ),
    row(
        Left.ISSUER,
        rf"\b{_ORDERED[:-1]}|demanded) (?P<what>(?!by\b|to\b|of\b|in\b|that\b|on\b|at\b|from\b|"
        r"an (?:explanation|answer|apology))[a-z].+)",
        Need.ISSUER,
        Need.THING,
    ),
    row(Left.ISSUER, rf"\b{_ORDERED} that {WHAT}", Need.ISSUER),
    row(
        Left.ISSUER,
        rf"\b(?:requires|obliges|instructs|orders|tasks|directs) {TO} (?:to|with) {WHAT}",
        Need.BODY,
        Need.ACT,
    ),
    row(Left.ISSUER, r"\b(?:asked|asks|called|calls) for (?P<what>.+?\bto be \w+.*)", Need.ISSUER),
    row(Left.ISSUER, rf"\b(?:asks|asked|calls|called) for {WHAT}", Need.ISSUER, Need.DEADLINE),
    row(
        Left.ISSUER,
        r"\b(?:expects|awaits|wants|requires|demands) (?P<what>(?:(?!\bto\b).)+)$",
        Need.ISSUER,
        Need.DEADLINE,
    ),
)
