"""Command line of the measurements: of answers, of retrieval and of decisions."""

from eval import answer_commands, decision_commands, retrieval_commands  # noqa: F401 (their commands join the application)
from eval.command_line import app

if __name__ == "__main__":
    app(prog_name="python -m eval")
