"""Is there enough evidence to answer? The judgement before anything is written."""

from collections.abc import Sequence

from assistant.answer import Abstention, Evidence, Query
from index.search import Hit, PassageIndex


def judge(index: PassageIndex, query: Query, hits: Sequence[Hit], ranked: Sequence[Evidence]) -> Abstention | None:
    """Return why not to answer, or None to go on."""
    if not ranked:
        return Abstention.NOTHING_FOUND
    return None
