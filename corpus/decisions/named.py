"""Who was named in a document: a surname stands for the full name and the post that came with it, and so on."""

from collections import Counter

from corpus.decisions.values import Actor

# Posts by which one and the same person is meant.
_SAME_POST = {"глава государства": "президент", "мемлекет басшысы": "президент", "head of state": "president"}


class Named:
    """The persons named, by surname and by post; the latest of a post is meant by it."""

    def __init__(self) -> None:
        self._by_surname: dict[str, Actor] = {}
        self._by_post: dict[str, Actor] = {}
        self._posts_alone: dict[str, Actor] = {}
        self._mentions: Counter[str] = Counter()

    def remember(self, actor: Actor | None) -> None:
        """Keep a person, or an office without its holder, for other mentions."""
        if actor is None:
            return
        actor = self.in_full(actor)
        if not actor.name:
            self._posts_alone[_post(actor)] = actor
            self._mentions[_post(actor)] += 1
            return
        self._mentions[_surname(actor)] += 1
        self._by_surname[_surname(actor)] = actor
        if actor.post:
            self._by_post[_post(actor)] = actor

    def in_full(self, actor: Actor) -> Actor:
        """Return `actor` with the fuller name and the post under which it was named before."""
        known = self._by_surname.get(_surname(actor)) if actor.name else self._by_post.get(_post(actor))
        if known is None or (actor.name and not _may_be_one(actor, known)):
            return actor
        name = max(actor.name, known.name, key=lambda name: len(name.split()))
        return Actor(name, actor.post or known.post)

    def in_other_words(self) -> Actor | None:
        """Return the one whom a text calls now by name and now by post, never by both, where it is plain who that is.

        So press reports write: "said Kassym-Jomart Tokayev" after one quotation, "said the President" after the next.
        """
        names = {key: actor for key, actor in self._by_surname.items() if not actor.post and " " in actor.name}
        posts = {key: actor for key, actor in self._posts_alone.items() if key not in self._by_post}
        name, post = self._foremost(names), self._foremost(posts)
        return Actor(name.name, post.post) if name and post else None

    def _foremost(self, actors: dict[str, Actor]) -> Actor | None:
        """Return the one named at least twice as often as any other."""
        counted = sorted(actors, key=lambda key: -self._mentions[key])
        if not counted or (len(counted) > 1 and self._mentions[counted[0]] < 2 * self._mentions[counted[1]]):
            return None
        return actors[counted[0]]

    @staticmethod
    def joined(actor: Actor, alias: Actor) -> Actor:
        """Return `actor` as `alias` if it is one half of it."""
        by_post = not actor.name or actor.name == actor.post
        if by_post and _post(actor) == _post(alias):
            return Actor(alias.name, actor.post)
        if not actor.post and _may_be_one(actor, alias):
            return Actor(actor.name, alias.post)
        return actor


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Tell whether one name is a shorter form of the other: "Бектенов", "Олжас Бектенов"."""
    shorter, longer = sorted((set(one.name.lower().split()), set(other.name.lower().split())), key=len)
    return shorter <= longer


def _surname(actor: Actor) -> str:
    return actor.name.split()[-1].lower() if actor.name else ""


def _post(actor: Actor) -> str:
    post = actor.post.lower()
    return _SAME_POST.get(post, post)
