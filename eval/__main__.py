"""Command line of the measurements: of answers and of retrieval."""

from eval import answer_commands, retrieval_commands  # noqa: F401 (their commands join the application)
from eval.command_line import app

if __name__ == "__main__":
    app(prog_name="python -m eval")
