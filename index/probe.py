"""Whether an embedding model is the one that built an index, told by the vector of a short text."""

import numpy as np

from index.embed import Embedder
from index.storage import Manifest

PROBE = "Қазақстан Казахстан Kazakhstan 2025"
SAME_MODEL = 0.999  # a cosine; one training of the adapter and the next differ more than processors do


def probe(embedder: Embedder) -> list[float]:
    """Return the vector of the probe as it is kept with an index: [dimension]."""
    return [round(float(value), 5) for value in embedder.embed_questions([PROBE])[0]]


def is_same_model(manifest: Manifest, embedder: Embedder) -> bool:
    """Tell whether `embedder` gives the vectors that the index of `manifest` was built with."""
    return manifest.dimension == embedder.dimension and bool(np.dot(manifest.probe, probe(embedder)) >= SAME_MODEL)
