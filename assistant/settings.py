"""What an operator can set: from JAUAP_* in the environment, and flags over them. Read once, at the top."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.split import DEFAULT_SIZE
from index.embed import DEFAULT

ROOT = Path(__file__).parent.parent


class Settings(BaseSettings):
    """All settings with their defaults; a wrong value is an error that names the variable."""

    model_config = SettingsConfigDict(env_prefix="JAUAP_", frozen=True)

    documents: Path = Field(ROOT / "corpus" / "documents", description="Folder of the documents.")
    index: Path = Field(ROOT / "index" / "built" / "starter", description="Folder of the index.")
    embedder: str = Field(DEFAULT, description="Embedding model: the embedded default, or a Sentence Transformers one.")
    cross_encoder: bool = Field(True, description="Whether the cross-encoder reads the sentences found.")
    passage_size: int = Field(DEFAULT_SIZE, ge=50, le=4000, description="Characters in a passage, about.")
    host: str = Field("127.0.0.1", description="Address to serve on.")
    port: int = Field(7860, ge=1, le=65535, description="Port to serve on.")
