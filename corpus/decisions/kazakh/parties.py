"""Who is told and who decides in a clause of a Kazakh sentence."""

from corpus.decisions.kazakh import rules
from corpus.decisions.kazakh.clause import Clause
from corpus.decisions.kazakh.phrase import Phrase, Role, coordinated
from corpus.decisions.kazakh.verbs import Told
from corpus.decisions.values import Actor, Kind

Group = list[Phrase]


def told(clause: Clause) -> tuple[str, ...]:
    """Return who is told, in base form."""
    return tuple(dict.fromkeys(each.base for each in told_phrases(clause)))


def told_phrases(clause: Clause) -> list[Phrase]:
    """Return who is told, as the clause names them."""
    if clause.verb.told is Told.NOBODY:
        return []
    groups = list(coordinated(clause.sentence, clause.actors))
    named = [each for each in groups if not rules.DOCUMENT_OF.match(clause.sentence, each[-1].end)]
    found = _ordered(clause, named) if clause.verb.told is Told.DATIVE else _commanded(clause, named)
    jointly = [
        each
        for group in groups
        if group[-1].case == "instrumental" and rules.JOINTLY.match(clause.sentence, group[-1].end)
        for each in group
    ]
    return [*found, *(each for each in jointly if found and each not in found)]


def _ordered(clause: Clause, groups: list[Group]) -> Group:
    """Return those to whom an order goes: right before the verb, or first."""
    sentence = clause.sentence
    datives = receivers(clause, groups)
    chosen = [g for g in groups if g[-1].case == "dative" and at_verb(clause, g)]
    chosen = chosen or [g for g in groups if not _oblique(g) and rules.BEFORE.match(sentence, g[-1].end)] or datives
    if not chosen and "талап" in clause.verb_text:
        chosen = [g for g in groups if g[-1].case == "ablative"]
    if not chosen and rules.OBLIGED.match(clause.verb_text):
        case = "accusative" if clause.verb.agent else ""
        chosen = [g for g in groups if g[-1].case == case and _is_subject(clause.sentence, g[-1])]
    return chosen[0] if chosen else []


def at_verb(clause: Clause, group: Group) -> bool:
    """Tell whether a group stands right before the verb."""
    return clause.sentence[group[-1].end : clause.verb_start].strip() in ("", "да", "де")


def _oblique(group: Group) -> bool:
    return group[-1].case not in ("", "genitive")


def receivers(clause: Clause, groups: list[Group]) -> list[Group]:
    """Return those in the dative to whom nothing is only given or sent."""
    return [g for g in groups if g[-1].case == "dative" and not rules.GIVEN_TO.match(clause.sentence, g[-1].end)]


def _commanded(clause: Clause, groups: list[Group]) -> Group:
    """Return the subject of "must" or of an imperative, or to whom it is needful."""
    nounly = rules.NOUNLY.search(clause.verb_text)
    subjects = [
        g
        for g in groups
        if (g[-1].case == "genitive" and nounly or not g[-1].case) and _is_subject(clause.sentence, g[-1])
        # "Министр Үкіметтің ... керектігін айтты": a person who is named first says so.
        if not (nounly and g is groups[0] and g[-1].role is not Role.BODY and not g[-1].case)
    ]
    if subjects and not rules.PASSIVE.match(clause.verb_text):
        subjects = [g for g in subjects if g[0].start >= clause.piece] or subjects
        return next((g for g in subjects if rules.OFFICIAL.search(g[-1].base)), subjects[0])
    datives = receivers(clause, groups)
    return datives[0] if datives and rules.NEEDFUL.match(clause.verb_text) else []


def _is_subject(sentence: str, phrase: Phrase) -> bool:
    """Tell whether a nominative is who acts: neither who speaks, nor what is to be made ("орталық құру")."""
    said = any(match.end() == phrase.start for match in rules.SAYS.finditer(sentence))
    made = sentence[phrase.start].islower() and rules.MAKING.match(sentence, phrase.end)
    return not said and not made and not rules.NOT_ACTING.match(sentence, phrase.end)


def subject(clause: Clause) -> Phrase | None:
    """Return who acts in the clause: a person or post before a body."""
    names = {each.start for each in told_phrases(clause)}
    acting = [
        each
        for each in clause.actors
        if not each.case and each.start not in names and each.role is not Role.GROUP
        if not rules.NOT_ACTING.match(clause.sentence, each.end)
    ]
    persons = [each for each in acting if each.role is Role.PERSON]
    posts = [each for each in acting if each.role is Role.POST and rules.HIGH_POST.search(each.post)]
    bodies = [each for each in acting if each.role is Role.BODY]
    return next(iter(persons or posts or bodies), None)


def decider(clause: Clause) -> Actor | None:
    """Return who decides, if the clause says so; not for the first person."""
    for each in clause.actors:
        if each.case in ("", "genitive") and (
            _sits(clause, each) or rules.DOCUMENT_OF.match(clause.sentence, each.end)
        ):
            return Actor(each.name, each.post)
    if not clause.verb.agent or rules.SAID_SO.search(clause.before) or rules.FIRST_PERSON.search(clause.verb_text):
        return None
    found = subject(clause)
    return Actor(found.name, found.post) if found else None


def _sits(clause: Clause, phrase: Phrase) -> bool:
    """Tell whether something was adopted at a sitting of the one named."""
    return clause.verb.kind is Kind.ADOPTED and bool(rules.SITTING_OF.match(clause.sentence, phrase.end))
