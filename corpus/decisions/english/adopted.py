"""How English tells what was adopted: laws, decrees, rules, bodies, appointments, points of decrees."""

from corpus.decisions.english.frames import ACTIVE, NUMBERED, Left, Need, frames, row
from corpus.decisions.values import Kind

_ADOPTS = (
    r"(?:approv|adopt|endors|ratifi|enact|promulgat|repeal|abolish|institut|confirm|cancel+|back|veto)ed|passed|"
    r"signed|rejected|"
    r"greenlit"
)
_MAKES = (
    r"(?:established|created|set up|introduced|founded|imposed|lifted|extended|formed|banned|prohibited|appointed|"
    r"dismissed|amended|instituted|reorgani[sz]ed|liquidated|classified|granted|suspended|tightened|eased|relaxed|"
    r"dissolved|renamed|merged|"
    r"simplified)"
)
_POINTS = (
    r"approve|adopt|endorse|declare(?! (?:the year )?20\d\d)|establish|create|set(?! out)|agree|recogni[sz]e|appoint|"
    r"dismiss|abolish|repeal|amend|institute|form|ratify|confirm|invalidate|introduce|grant|award|rename|transform|"
    r"reorgani[sz]e|ban|prohibit|extend"
)

ADOPTED = frames(
    Kind.ADOPTED,
    row(
        Left.ISSUER,
        r"\b(?:signs|approves|adopts|passes|ratifies|endorses|repeals|enacts) (?P<what>[a-z0-9“].+)",
        Need.HEADLINE,
        Need.DOCUMENT,
    ),
    row(
        Left.ISSUER,
        r"(?<=Court\s)(?:has |also )?(?:found|ruled|recogni[sz]ed|declared|held) (?P<what>.+?\b(?:inconsistent|"
        r"incompatible|unconstitutional|unlawful|illegal|invalid|null and void|contrary)\b.*)",
        Need.ISSUER,
    ),
    row(
        Left.THING,
        r"\b(?:signed|ratified|concluded) (?P<what>.*\b(?:treaty|agreement|convention|protocol)\b.*)",
        Need.PARTNERS,
    ),
    row(
        Left.ISSUER,
        r"\b(?:fixed|set|approved|called) (?P<what>(?:the )?date\b.*|(?:\w+[- ])?elections?\b.*)",
        Need.ISSUER,
    ),
    row(
        Left.THING,
        r"\b(?:order|decree|resolution|decision) (?:of|by) (?P<by>[^,;]+?) (?:approves|approved|establishes|"
        r"established|"
        r"introduces|introduced|sets|adopts|adopted) (?P<what>[^,;]*.+)",
        Need.INSTITUTED,
    ),
    row(Left.SPEAKER, r"\bI hereby (?:approve|appoint|dismiss|sign|adopt|institute|repeal|relieve) (?P<what>.+)"),
    row(
        Left.THING,
        r"(?<!\bit\s)(?<!\bIt\s)\b(?:was|were|has been|have been) (?:also )?agreed(?: on| upon)?(?=[.,;:]|$| (?:on|"
        r"at|by|with)\b)",
        Need.DOCUMENT,
    ),
    row(Left.ISSUER, r"\bdecreed (?P<what>the .+)", Need.ISSUER),
    row(
        Left.THING,
        rf"\b(?:which|that) (?P<by>[^,;]{{3,80}}?) (?:has |have )?(?:{_ADOPTS}) (?=on|at its|today|yesterday|this)",
        Need.DOCUMENT,
    ),
    row(Left.ISSUER, rf"{ACTIVE}\b(?:{_ADOPTS}) (?P<what>(?!(?:by|on|as|at|of)\b).+)", Need.ISSUER, Need.INSTITUTED),
    row(
        Left.SPEAKER,
        r"\bI (?:have )?(?:already |just )?(?:signed|approved) (?P<what>(?!the (?:relevant|corresponding)).+)",
        Need.DOCUMENT,
    ),
    row(
        Left.THING,
        r"\b(?:was|were|has been|have been|(?:is|are)(?= (?:hereby|approved))|shall be|and) (?:hereby |officially "
        rf"|also |duly )*(?:{_ADOPTS})\b",
        Need.DOCUMENT,
    ),
    row(
        Left.THING,
        r"\b(?:was|were|has been|have been|shall be) (?:hereby |officially )*(?:recogni[sz]ed as|declared (?:invalid"
        rf"|void)|{_MAKES}|set at|fixed at)\b",
        Need.INSTITUTED,
    ),
    row(
        Left.THING,
        r"\b(?:(?:entered|enters|shall enter) into (?:legal )?force|c[ao]mes? into (?:force|effect)|"
        r"becomes? effective|t(?:ook|akes)"
        r" effect)\b",
        Need.DOCUMENT,
    ),
    row(Left.THING, r"\b(?:has )?passed (?:its|the|in) (?:the )?(?:first|second|third|final) reading", Need.DOCUMENT),
    row(Left.ISSUER, rf"{ACTIVE}\b{_MAKES} (?P<what>(?!by\b).+)", Need.ISSUER, Need.INSTITUTED),
    row(Left.ISSUER, rf"{ACTIVE}\b(?:ratified|appointed|dismissed) (?P<what>(?!by\b).+)", Need.ISSUER),
    row(
        Left.THING,
        r"\b(?:was|were|has been|have been) (?:officially )?(?:appointed|dismissed|relieved of|ratified)\b",
    ),
    row(Left.ISSUER, r"\b(?:banned|prohibited) (?P<what>the \w+|\w+ing\b.+)", Need.ISSUER),
    row(
        Left.ISSUER,
        rf"{ACTIVE}\b(?:raised|lowered|cut|kept|left|increased|reduced) (?P<what>(?:the )?(?:base|key|refinancing"
        r"|minimum|excise|policy) .+)",
        Need.ISSUER,
    ),
    row(Left.ISSUER, r"\bvoted (?:unanimously )?(?:to|for|in favour of) (?P<what>.+)", Need.ISSUER),
    row(Left.THING, rf"{NUMBERED}(?:[Tt]o |(?=[A-Z]))(?i:{_POINTS}) (?P<what>.+)"),
    row(Left.THING, rf"(?<=[.:]\s)(?:[Tt]o (?:{_POINTS})) (?P<what>.+)"),
)
