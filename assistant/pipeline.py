"""From a question to an answer, one step after another."""

import time
from collections.abc import Sequence

from assistant.answer import Abstention, Answer, Query, Turn
from assistant.cite import write_extracted
from assistant.evidence import judge
from assistant.extract import choose, rank_sentences
from assistant.prompts import say
from assistant.understand import understand
from corpus.metadata import shorten
from index.search import Filter, Hit, PassageIndex

DEPTH = 20
NEAREST_TITLES = 3
ECHOED = 200


class Assistant:
    """Answers questions from one index."""

    def __init__(self, index: PassageIndex) -> None:
        self.index = index

    def ask(self, question: str, history: Sequence[Turn] = (), only: Filter = Filter()) -> Answer:  # noqa: B008
        """Answer `question` in its language with verified citations, or abstain; raises QuestionError."""
        started = time.perf_counter()
        query = understand(question, history, self.index.spelling, only)
        hits = self.index.search(query.search, query.language, DEPTH, only)
        evidence = choose(query, rank_sentences(self.index, query, hits))
        abstention = judge(evidence, self.index.embedder.name)
        text, citations = write_extracted(query, [] if abstention else evidence, self.index.documents)
        if not citations:
            abstention = abstention or Abstention.UNSUPPORTED
            text = self._abstain(query, hits, abstention)
        seconds = time.perf_counter() - started
        return Answer(query, text, query.language, citations, abstention, tuple(hits), "", seconds)

    def _abstain(self, query: Query, hits: Sequence[Hit], abstention: Abstention) -> str:
        """Say what was searched and name the nearest documents, in the question's language where there is a choice."""
        said = say(
            query.language,
            "answers",
            f"abstention.{abstention}",
            documents=len(self.index.documents),
            question=shorten(query.standalone, ECHOED),
        )
        own_first = sorted(hits, key=lambda hit: hit.passage.language is not query.language)
        titles = list(dict.fromkeys(hit.passage.title for hit in own_first))[:NEAREST_TITLES]
        if not titles:
            return said
        nearest = say(query.language, "answers", "abstention.nearest", titles="; ".join(titles))
        return f"{said} {nearest}"
