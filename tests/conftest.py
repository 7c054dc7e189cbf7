"""What the tests share: the toy embedder, the real one, and indices of a few real sentences."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from orders import ORDERS
from toy import ToyEmbedder

from index.build import build
from index.cross_encoder import CrossEncoder, Scores
from index.embed import DEFAULT, Embedder, open_embedder
from index.open import open_index
from index.search import PassageIndex

ROOT = Path(__file__).parent.parent
STARTER = ROOT / "corpus" / "documents"
SHARED = ROOT.parent / "shared"

DOCUMENTS = {
    "law.en.md": """---
title: The AI law
publisher: zan.kz
url: https://example.org/law
published: 2025-11-18
event_date: 2025-11-17
language: en
---
# The AI law

The law on artificial intelligence was signed on 17 November 2025. It entered into force on 18 January 2026.

## Articles

The law has 31 articles. Article 21 obliges owners to label synthetic content.
""",
    "law.ru.md": """---
title: Закон об ИИ
publisher: zan.kz
url: https://example.org/law
published: 2025-11-18
event_date: 2025-11-17
language: ru
---
# Закон об ИИ

Закон об искусственном интеллекте подписан 17 ноября 2025 года. Он вступил в силу 18 января 2026 года.

## Статьи

В законе 31 статья. Статья 21 обязывает владельцев помечать синтетический контент.
""",
    "index.kk.md": """---
title: ЖИ-ге дайындық индексі
publisher: baq.kz
url: https://example.org/index
published: 2025-12-25
language: kk
---
# ЖИ-ге дайындық индексі

Қазақстан ЖИ-ге дайындық индексінде 60-орын алды. Рейтинг әлемнің 195 елін қамтиды.

Суперкомпьютер Alem.Cloud 2025 жылғы шілдеде іске қосылды.
""",
    "note.txt": "Digital Headquarters met on 26 November 2025. Olzhas Bektenov chaired the meeting in Astana.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with four small documents in three languages."""
    root = tmp_path / "documents"
    root.mkdir()
    for name, text in DOCUMENTS.items():
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def toy() -> ToyEmbedder:
    """The toy embedder, fresh."""
    return ToyEmbedder()


@pytest.fixture
def toy_index(folder: Path, tmp_path: Path, toy: ToyEmbedder) -> PassageIndex:
    """The four documents indexed with the toy embedder."""
    build([folder], tmp_path / "index", toy)
    return open_index(tmp_path / "index", lambda name: toy)


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The embedded default model."""
    return open_embedder(DEFAULT)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions for which the cross-encoder reads sentences during the test."""
    asked: list[str] = []
    score = CrossEncoder.score

    def reported(self: CrossEncoder, question: str, sentences: Sequence[str]) -> Scores:
        asked.append(question)
        return score(self, question, sentences)

    monkeypatch.setattr(CrossEncoder, "score", reported)
    return asked


@pytest.fixture(scope="session")
def starter_folder(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of the starter corpus with the embedded default model; not to be changed."""
    target = tmp_path_factory.mktemp("starter")
    build([STARTER], target, embedder)
    return target


@pytest.fixture(scope="session")
def starter_index(starter_folder: Path, embedder: Embedder) -> PassageIndex:
    """The starter corpus indexed with the embedded default model."""
    return open_index(starter_folder, lambda name: embedder)


@pytest.fixture(scope="session")
def make_index(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], PassageIndex]:
    """Index a folder with the embedded default model."""

    def make(root: Path) -> PassageIndex:
        target = tmp_path_factory.mktemp("index")
        build([root], target, embedder)
        return open_index(target, lambda name: embedder)

    return make


@pytest.fixture(scope="session")
def orders_folder(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of documents that tell of decisions; not to be changed."""
    root, target = (tmp_path_factory.mktemp(name) for name in ("orders", "orders-index"))
    for name, text in ORDERS.items():
        (root / name).write_text(text, encoding="utf-8")
    build([root], target, embedder)
    return target


@pytest.fixture(scope="session")
def orders_index(orders_folder: Path, embedder: Embedder) -> PassageIndex:
    """The documents that tell of decisions, indexed with the embedded default model."""
    return open_index(orders_folder, lambda name: embedder)
