"""What the commands of the measurements share: the application, options, and how errors are told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from assistant.prompts import say
from assistant.understand import QuestionError
from corpus.passage import Language
from eval.jsonl import BadFileError
from index.build import NothingToIndexError
from index.bundled_model import ModelMissingError
from index.command_line import FAILED, WRONG_USAGE, stop
from index.embed import EmbedderError
from index.progress import console
from index.storage import IndexUnusableError

CACHE = Path(__file__).parent.parent / "index" / "built" / "retrieval"

app = typer.Typer(help="Measure answers and retrieval.", no_args_is_help=True, add_completion=False)
QuestionFile = Annotated[Path, typer.Option("--questions", help='JSONL: {"id", "question", "history"?} a line.')]
OutFile = Annotated[Path, typer.Option("--out", help="JSONL to write, a line per question in the same order.")]
CacheFolder = Annotated[Path, typer.Option(help="Folder in which vectors are kept.")]
EmbedderName = Annotated[str, typer.Option(help="Embedding model: the default or a Sentence Transformers one.")]
ReportFolder = Annotated[Path, typer.Option("--report", help="Folder for report.html, report.md and report.json.")]


def name_failed(failed: int) -> None:
    """Say how many questions failed, if any, and leave with the status for it."""
    if failed:
        console.print(f'{failed} questions could not be taken; see their "error"', style="red", markup=False)
        raise typer.Exit(FAILED)


@contextmanager
def told() -> Iterator[None]:
    """Say what went wrong on stderr and leave with the right status."""
    try:
        yield
    except BadFileError as error:
        raise stop(str(error), WRONG_USAGE) from None
    except QuestionError as error:
        raise stop(say(Language.EN, "errors", error.key, **error.values), WRONG_USAGE) from None
    except NothingToIndexError as error:
        raise stop("\n".join(map(str, [error, *error.problems])), FAILED) from None
    except ModuleNotFoundError as error:
        raise stop(f"{error.name} is not installed; run: pip install -r requirements-eval.txt", FAILED) from None
    except (IndexUnusableError, EmbedderError, ModelMissingError, OSError) as error:
        raise stop(str(error), FAILED) from None
