"""How English tells what is announced as decided, and what is planned."""

from corpus.decisions.english.frames import NUMBERED, Left, Need, frames, row
from corpus.decisions.values import Kind

_DONE = (
    r"introduced|created|established|declared|abolished|frozen|built|opened|banned|set up|cancelled|suspended|lifted|"
    r"doubled|raised|reduced|transferred|merged|transformed|extended|closed|moved|replaced|reorgani[sz]ed|renamed|"
    r"exempted|prohibited|adopted|approved|signed|submitted|increased|expanded|simplified|granted|updated|"
    r"commissioned|completed|launched|indexed|paid|"
    r"imposed|formed|allocated|appointed|headed|constructed|tightened|taught|barred|forbidden|restricted|limited|"
    r"provided|"
    r"given|financed|funded|subsidi[sz]ed|included|connected|digiti[sz]ed|moderni[sz]ed|repaired|renovated|equipped|"
    r"installed|delivered|purchased|bought|recruited|hired|trained|halved|tripled|linked|integrated|relocated|"
    r"revised|cut|unified|automated|scrapped|phased out|written off|reimbursed|rolled out|piloted|put into|"
    r"developed|drafted|brought|placed|assigned|set|laid|resettled|redistributed|restored|discontinued|organi[sz]ed"
)
_SOON = r"(?:will|would|shall) (?:also |soon |now )?"
_NEWS = (
    r"(?:creation|establishment|introduction|moratorium|ban|year|ministry|launch|control|programme|program|decision|"
    r"start|abolition|reform|plan|increase|reduction|project|fund|agency|transition|move|freeze|amnesty|referendum|"
    r"election|appointment|construction|opening|closure|strategy|centre|center|university|council|commission)s?"
)
_STARTS = (
    r"(?:receive|get|pay|switch|move|go|stop|apply|start|begin|become|cease|take over|be (?:optional|mandatory|"
    r"compulsory|free|available|exempt|"
    r"eligible|entitled|obliged|required|allowed|able))"
)
_STARTS_NOW = (
    r"(?:receives?|gets?|pays?|switch(?:es)?|moves?|go(?:es)?|stops?|appl(?:y|ies)|starts?|begins?|becomes?|ceases?|"
    r"takes? over|introduces?)"
)

ANNOUNCED = frames(
    Kind.ANNOUNCED,
    row(
        Left.SPEAKER,
        r"\bI (?:(?:hereby|am|now|today) )+(?:announc(?:e|ing)|introduc(?:e|ing)|declar(?:e|ing)|impos(?:e|ing)|"
        r"ban(?:ning)?|"
        r"abolish(?:ing)?|cancel(?:l?ing)?|establish(?:ing)?) (?P<what>(?!.* (?:open|closed)\W*$).+)",
        Need.INSTITUTED,
    ),
    row(
        Left.ISSUER,
        r"\b(?:is|are) (?:introducing|banning|imposing|lifting|abolishing|extending|suspending|cancelling) "
        r"(?P<what>.+)",
        Need.PLANNER,
        Need.INSTITUTED,
    ),
    row(Left.THING, rf"\b(?:will|would|shall) (?:also )?{_STARTS}\b(?P<what>.*)", Need.STARTING, Need.REPORTED),
    row(
        Left.THING,
        rf"^(?:From|Starting|Beginning|As of) (?=(?:the )?(?:next|new|tomorrow|"
        rf"\d))(?P<what>.{{3,160}}?(?<!to\s)\b{_STARTS_NOW}\b.+)",
        Need.STARTING,
    ),
    row(
        Left.THING,
        r"\b(?:receives|is (?:being )?(?:given|granted)|will (?:receive|get|be (?:given|granted))) (?P<what>the "
        r"status of .+)",
        Need.SUBJECT,
    ),
    row(
        Left.SPEAKER,
        r"\b(?:[Ww]e|Kazakhstan|[Tt]he (?:country|republic)) will (?P<what>(?:introduce|ban|abolish|launch|cancel|"
        r"raise|lower) .+ from (?:20\d\d|next|\d).*)",
    ),
    row(Left.THING, r"\b(?:has been|was|is) declared\b(?P<what>.*)", Need.COMING, Need.INSTITUTED),
    row(Left.ISSUER, r"\b(?:[Tt]o )?declar(?:e|ed|es|ing) (?P<what>(?:the year )?20\d\d .*|.*\bYear of.*)"),
    row(Left.THING, r"\b(?:is|was|has been|will be) declared (?P<what>.*(?:[Yy]ear|[Dd]ay|zone|holiday).*)"),
    row(Left.ISSUER, r"\b(?:has |have )?(?:decided|resolved) to (?P<what>.+)", Need.ISSUER),
    row(Left.SPEAKER, r"\b[Ww]e (?:have )?(?:already )?(?:decided|resolved) to (?P<what>.+)", Need.TASK),
    row(Left.THING, r"\b[Ii]t (?:was|has been|is) (?:also )?(?:decided|resolved) (?:to|that) (?P<what>.+)"),
    row(
        Left.THING,
        r"\bdecision (?:(?:to|on) [^,;]+? )?(?:has been|was) (?:made|taken|announced) (?P<what>\w.{9,})",
        Need.FUTURE,
    ),
    row(
        Left.ISSUER,
        r"\b(?:announced|announces|declared)(?: on [\w\s]+?| in [A-Z]\w+(?: \d+)?)? that (?P<what>.+)",
        Need.FUTURE,
        Need.ISSUER,
    ),
    row(Left.ISSUER, rf"\b(?:announced|announces|declared) (?P<what>(?:[\w-]+ ){{0,5}}?{_NEWS}\b.*)", Need.ISSUER),
    row(
        Left.ISSUER,
        r"\b(?:named|designated) (?P<what>(?:the )?[A-Z].+?\b(?:coordinat\w+|responsible|lead|main)\s.*)",
        Need.ISSUER,
    ),
    row(Left.THING, rf"\b{_SOON}be (?:{_DONE})\b(?P<what>.*)", Need.FOUNDED),
    row(Left.THING, r"\bwould (?!not\b|never\b)(?P<what>\w+ .+)", Need.FORETOLD),
    row(
        Left.THING,
        r"\b(?:will|would) (?:no longer|become|cease|coordinate|decide|start|begin|open|appear|operate|take"
        r" over)\b(?P<what>.*)",
        Need.REPORTED,
    ),
    row(
        Left.THING,
        r"\b(?:starts|begins|(?:will|would) (?:take effect|(?:enter|come) into (?:force|effect))|is (?:being"
        r" )?introduced|are (?:being )?introduced) (?:in|from|on|as of|after) (?P<what>.+)",
        Need.COMING,
        Need.INSTITUTED,
    ),
)
PLANNED = frames(
    Kind.PLANNED,
    row(
        Left.THING,
        rf"^(?:(?:Action|Measure|Activity|Task|Step|Item|Stage) \d+(?:\.\d+)*[.:)]? |{NUMBERED[1:]})"
        r"(?P<what>[A-Z][a-z]+(?:ion|ment|ing|al|ch|sis|up) [^()]+?(?: "
        r"\([A-Z]{2,}\)[^()]*?)?)\s*\((?P<to>[^();]+)[^()]*\)\W*$",
        Need.POINT,
    ),
    row(Left.ISSUER, r"\b(?:has|have) plans to (?P<what>.+)", Need.PLANNER),
    row(Left.THING, r"\b(?:There are plans|[Tt]he plan is) to (?!be\b)(?P<what>.+)"),
    row(
        Left.ISSUER,
        r"\b(?:set|sets|setting) (?:itself |themselves |ourselves )?(?:an? |the )(?:\w+ )?(?:goal|target|aim) (?:of|"
        r"to) (?P<what>.+)",
    ),
    row(
        Left.ISSUER,
        r"\b(?:plans?|intends?|(?:is|are) (?:going|planning|preparing|set)|has pledged|pledged|undertook|will seek)"
        r" to (?!be a\b)(?P<what>.+)",
        Need.PLANNER,
    ),
    row(
        Left.ISSUER,
        r"\b(?:expects?|aims?|(?<!had\s)promised|promises|undertakes|hopes and plans|committed) to (?P<what>.+)",
        Need.PLANNER,
        Need.DEADLINE,
    ),
    row(Left.THING, r"\b(?:envisages|provides for|foresees|stipulates) (?P<what>.+)", Need.DEADLINE),
    row(Left.ISSUER, r"\bplans (?P<what>an?\s.+)", Need.PLANNER),
    row(
        Left.THING,
        r"\b(?:[Ii]t (?:is|was) (?:also )?(?:planned|envisaged|intended|provided)|provides for plans) (?:to|that"
        r" (?P<to>[^,;:]+?) will) (?P<what>.+)",
    ),
    row(Left.THING, r"\b[Ii]t (?:is|was) (?:also )?(?:planned|envisaged|intended|provided) that (?P<what>.+)"),
    row(
        Left.THING,
        r"\b(?:is|are|was|were) (?:also )?(?:planned|scheduled|envisaged|slated|promised|due|targeted) (?:to|for|by"
        r"|in|before|within)\s*(?P<what>.+)",
    ),
    row(Left.SPEAKER, r"\b(?:[Ww]e|I) (?:are|am) (?P<what>(?!going|working|talking|waiting)\w+ing\b.+)", Need.DEADLINE),
    row(Left.ISSUER, r"\bwill (?!not\b|never\b)(?P<what>\w+.+)", Need.PLANNER, Need.DEADLINE),
    row(Left.THING, r"\bwill (?!not\b|never\b)(?P<what>\w+.+)", Need.REPORTED, Need.DEADLINE),
)
