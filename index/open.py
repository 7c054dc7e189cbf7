"""A stored index opened for searching: with the model that built it, the lexicon and the words of its documents."""

from collections.abc import Callable
from pathlib import Path

from corpus.passage import Language
from index import embed, storage
from index.cross_encoder import open_cross_encoder
from index.embed import Embedder
from index.lexicon import default_lexicon
from index.probe import is_same_model
from index.search import PassageIndex
from index.spelling import Spelling
from index.storage import IndexUnusableError
from index.terms import is_common
from index.transcription import Transcriptions


def open_index(
    folder: Path, open_embedder: Callable[[str], Embedder] = embed.open_embedder, cross_encoder: bool = True
) -> PassageIndex:
    """Open the index in `folder` with the model that built it; raise IndexUnusableError when either has changed.

    Without `cross_encoder` sentences are ranked and judged by similarity and words alone.
    """
    manifest, contents = storage.read(folder)
    embedder = open_embedder(manifest.embedder)
    if not is_same_model(manifest, embedder):
        raise IndexUnusableError(folder, f"it was built with another model than the present {manifest.embedder!r}")
    lexicon = default_lexicon()

    def knows(word: str, language: Language) -> bool:
        return is_common(word, language) or lexicon.knows(word, language) or contents.lexical.knows(word, language)

    return PassageIndex(
        contents.documents,
        contents.passages,
        contents.dense,
        contents.sentences,
        contents.lexical,
        Spelling(
            {each: dict.fromkeys(lexicon.words[each], 0) | contents.words[each] for each in Language},
            knows,
            contents.lexical.knows,
        ),
        Transcriptions(contents.words),
        lexicon,
        embedder,
        open_cross_encoder() if cross_encoder else None,
        contents.decisions,
    )
