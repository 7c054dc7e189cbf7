"""From a question to an answer, one step after another."""

import time
from collections.abc import Callable, Sequence
from datetime import date

from assistant.answer import Abstention, Answer, Citation, Features, Query, Turn
from assistant.cite import write_extracted
from assistant.conflict import newest_first
from assistant.evidence import confidence, features, least_confidence
from assistant.extract import choose, rank_sentences, read, with_context
from assistant.guard_personal import asks_for_personal_data
from assistant.prompts import say, say_date
from assistant.register.answer import write_entries
from assistant.register.merge import Register
from assistant.register.question import Asked, answering, asked_of_register
from assistant.understand import understand
from corpus.metadata import shorten
from index.search import Filter, Hit, PassageIndex

DEPTH = 20
NEAREST_TITLES = 3
ECHOED = 200


class Assistant:
    """Answers questions from one index, and abstains below `least_confidence`; at 0 it answers whatever it finds."""

    def __init__(
        self,
        index: PassageIndex,
        least_confidence: float | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.index = index
        self.register = Register(index)
        self._least_confidence = least_confidence
        self._today = today

    def ask(self, question: str, history: Sequence[Turn] = (), only: Filter = Filter()) -> Answer:  # noqa: B008
        """Answer `question` in its language with verified citations, or abstain; raises QuestionError."""
        started = time.perf_counter()
        query = understand(question, history, self.index.spelling, only, self._today())
        refused = not query.standalone or asks_for_personal_data(query.standalone)
        hits = [] if refused else self.index.search(query.search, query.language, DEPTH, query.only)
        ranked = read(self.index, query, rank_sentences(self.index, query, hits)) if hits else []
        evidence = choose(query, ranked)
        found = features(self.index, query, ranked, evidence) if evidence else None
        abstention = Abstention.REFUSED if refused else self._doubt(query, found)
        evidence, differ = newest_first(query, [] if abstention else evidence, self._today())
        quoted = [with_context(each) for each in evidence]
        text, citations = write_extracted(query, quoted, self.index.documents, differ)
        if not refused and (asked := asked_of_register(query, self._today())):
            told = self._from_register(query, asked)
            if told or asked.dated:
                text, citations = told or ("", ())
                abstention = None if told else Abstention.NOTHING_FOUND
        if not citations:
            abstention = abstention or Abstention.UNSUPPORTED
            text = self._abstain(query, hits, abstention)
        sure = confidence(found) if found else 0.0
        seconds = time.perf_counter() - started
        return Answer(query, text, query.language, citations, abstention, sure, found, tuple(hits), "", seconds)

    def _from_register(self, query: Query, asked: Asked) -> tuple[str, tuple[Citation, ...]] | None:
        """Answer from the register of decisions; None where it has no entry of this kind."""
        entries = answering(self.register, query, asked)
        told = write_entries(query, entries, self.index.documents, self.register.passages)
        return told if told[1] else None

    def _doubt(self, query: Query, found: Features | None) -> Abstention | None:
        """Return why not to answer from what was found, or None to go on."""
        if found:
            least = least_confidence(found) if self._least_confidence is None else self._least_confidence
            if confidence(found) >= least:
                return None
        if query.as_of:
            return Abstention.OUTSIDE_PERIOD
        return Abstention.WEAK_EVIDENCE if found else Abstention.NOTHING_FOUND

    def _abstain(self, query: Query, hits: Sequence[Hit], abstention: Abstention) -> str:
        """Say what was searched and name the nearest documents, in the question's language where there is a choice."""
        said = say(
            query.language,
            "answers",
            f"abstention.{abstention}",
            documents=len(self.index.documents),
            question=shorten(query.standalone, ECHOED),
            day=say_date(query.language, query.as_of) if query.as_of else "",
        )
        own_first = sorted(hits, key=lambda hit: hit.passage.language is not query.language)
        titles = list(dict.fromkeys(hit.passage.title for hit in own_first))[:NEAREST_TITLES]
        if not titles:
            return said
        nearest = say(query.language, "answers", "abstention.nearest", titles="; ".join(titles))
        return f"{said} {nearest}"
