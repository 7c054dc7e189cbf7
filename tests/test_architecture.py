"""The plan of the house, checked: who may import whom, where third parties live, and how large things may grow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from conftest import ROOT

# Each room may import itself and what stands before it; `eval` and `app` are neighbours and do not know each other.
ROOMS: dict[str, frozenset[str]] = {
    "corpus": frozenset(),
    "index": frozenset({"corpus"}),
    "assistant": frozenset({"corpus", "index"}),
    "eval": frozenset({"corpus", "index", "assistant"}),
    "app": frozenset({"corpus", "index", "assistant"}),
}
FENCES: dict[str, set[str]] = {
    "faiss": {"index/dense.py"},
    "tantivy": {"index/lexical.py"},
    "gradio": {"assistant/ui.py", "assistant/register/tab.py"},
    "ir_measures": {"eval/metrics.py"},
    "icalendar": {"assistant/register/export.py"},
    "jinja2": {"eval/render.py"},
    "pymorphy3": {"corpus/morphology.py"},
    "rapidfuzz": {"index/spelling.py", "index/transcription.py"},
}
HEAVY = frozenset({"torch", "transformers", "sentence_transformers"})
CATCH_ALL = frozenset({"Exception", "BaseException"})
# Whatever goes wrong with one question must not stop a measurement; it is recorded and listed.
CATCHES_ALL = {"eval/run.py": ["Exception"]}
MODULE_LINES, FUNCTION_LINES = 220, 60
# Longer than they should be; none may be added, and these may not grow.
LONG_MODULES: dict[str, int] = {}
LONG_FUNCTIONS = {"assistant/ui.py": {"build_ui": 75}}

MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [ROOT / "app.py", *(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))]
    if "built" not in path.parts
)
every_module = pytest.mark.parametrize("module", MODULES)


@cache
def tree(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"), module)


def imports(module: str) -> Iterator[tuple[str, int, bool]]:
    """Yield (dotted name, line, whether it runs when the module is imported)."""
    at_start = set(map(id, statements_at_start(tree(module))))
    for node in ast.walk(tree(module)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: relative import"
            names = [str(node.module)]
        for name in names:
            yield name, node.lineno, id(node) in at_start


def statements_at_start(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs at import: everything but function bodies and what only type checkers see."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from statements_at_start(child)


def room_of(dotted: str) -> str:
    return dotted.split(".")[0].removesuffix("/").split("/")[0]


def docstrings(module: str) -> set[int]:
    """Return the ids of the docstring nodes of `module`."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree(module))
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }


def test_every_room_is_there() -> None:
    assert {room_of(module) for module in MODULES} == set(ROOMS)


@every_module
def test_imports_only_go_down(module: str) -> None:
    here = room_of(module)
    wrong = [
        f"{module}:{line} imports {name}"
        for name, line, _ in imports(module)
        if room_of(name) in ROOMS and room_of(name) != here and room_of(name) not in ROOMS[here]
    ]
    assert wrong == []


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "app"])
def test_no_circle_within_a_room(room: str) -> None:
    """Modules of a room can be put in an order in which every import points back."""
    waiting = {module[:-3].replace("/", ".").removesuffix(".__init__"): set[str]() for module in MODULES}
    waiting = {name: needs for name, needs in waiting.items() if room_of(name) == room}
    for name in waiting:
        path = name.replace(".", "/")
        module = f"{path}.py" if f"{path}.py" in MODULES else f"{path}/__init__.py"
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.ImportFrom) and node.module:
                below = {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                below = {alias.name for alias in node.names}
            else:
                continue
            waiting[name] |= below & waiting.keys() - {name, room}
    while free := {name for name, needs in waiting.items() if not needs}:
        waiting = {name: needs - free for name, needs in waiting.items() if name not in free}
    assert waiting == {}, "these modules import each other"


def test_no_room_for_odds_and_ends() -> None:
    inside = [path for room in ("corpus", "index", "assistant", "eval", "tests") for path in (ROOT / room).rglob("*")]
    names = {path.stem for path in [*ROOT.iterdir(), *inside]}
    assert not names & {"utils", "util", "core", "common", "helpers", "misc", "shared"}


@pytest.mark.parametrize(("package", "homes"), FENCES.items())
def test_fenced_packages_stay_where_they_are(package: str, homes: set[str]) -> None:
    users = {module for module in MODULES for name, _, _ in imports(module) if name.split(".")[0] == package}
    assert users == homes


@every_module
def test_heavy_packages_are_imported_when_used(module: str) -> None:
    early = [
        f"{module}:{line} imports {name}"
        for name, line, starts in imports(module)
        if starts and name.split(".")[0] in HEAVY
    ]
    assert early == []


@every_module
def test_the_prompts_are_opened_by_one_module(module: str) -> None:
    if module == "assistant/prompts.py":
        return
    skip = docstrings(module)
    named = [
        node.lineno
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in skip
        and (node.value == "prompts" or node.value.startswith("prompts/") or node.value.endswith(".toml"))
    ]
    reads_toml = [line for name, line, _ in imports(module) if name == "tomllib"]
    assert (named, reads_toml) == ([], []), module


def test_the_prompts_hold_no_code() -> None:
    assert {path.suffix for path in (ROOT / "prompts").rglob("*") if path.is_file()} == {".toml"}


@every_module
def test_nothing_is_pickled(module: str) -> None:
    pickles = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
    assert [name for name, _, _ in imports(module) if name.split(".")[0] in pickles] == []


@every_module
def test_arrays_are_loaded_without_pickle(module: str) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("np.load", "numpy.load"):
            said = {word.arg: ast.unparse(word.value) for word in node.keywords}
            assert said.get("allow_pickle") == "False", f"{module}:{node.lineno}"


@every_module
def test_no_error_is_caught_unnamed(module: str) -> None:
    blanket = [
        ast.unparse(node.type) if node.type else "everything"
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or any(isinstance(name, ast.Name) and name.id in CATCH_ALL for name in ast.walk(node.type))
        )
    ]
    assert blanket == CATCHES_ALL.get(module, []), module


@every_module
def test_modules_stay_small(module: str) -> None:
    lines = len((ROOT / module).read_text(encoding="utf-8").splitlines())
    assert lines <= LONG_MODULES.get(module, MODULE_LINES), f"{module} has {lines} lines"


@every_module
def test_functions_stay_small(module: str) -> None:
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONG_FUNCTIONS.get(module, {}).get(node.name, FUNCTION_LINES)
    ]
    assert long == [], module


@every_module
def test_sentences_for_people_are_not_written_in_code(module: str) -> None:
    """A Cyrillic text in Python is a word of a table or a pattern, never a sentence said to somebody."""
    skip = docstrings(module)
    said = [
        f"{module}:{node.lineno}: {node.value[:40]}"
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in skip
        and looks_like_a_sentence(node.value)
    ]
    assert said == []


def looks_like_a_sentence(text: str) -> bool:
    """Three Cyrillic words in a row of which the first begins with a capital, or an end of sentence after two."""
    words = text.split()
    cyrillic = [all("\u0400" <= letter <= "\u04ff" for letter in word.strip(".,!?:;«»")) for word in words]
    runs = [all(three) for three in zip(cyrillic, cyrillic[1:], cyrillic[2:], strict=False)]
    starts = any(run and words[at][:1].isupper() for at, run in enumerate(runs))
    ends = any(both and words[at + 1][-1:] in ".!?" for at, both in enumerate(map(all, pairwise(cyrillic))))
    return starts or ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ответ не найден.", True),
        ("ничего нет!", True),
        ("Құжаттарда жауап табылмады", True),
        ("если есть еще же за", False),
        ("ларымыз леримиз", False),
        ("No answer was found.", False),
        (r"^(?:а ещ[её]|а если|ну а)", False),
    ],
)
def test_what_counts_as_a_sentence(text: str, expected: bool) -> None:
    assert looks_like_a_sentence(text) is expected


def test_help_starts_without_the_heavy_packages() -> None:
    """What `python -m index`, `python -m assistant`, `python -m eval` and `app.py` import pulls in no torch.

    Nor what only some commands need, which may not even be installed.
    """
    program = (
        "import sys, index.__main__, assistant.__main__, eval.__main__, app\n"
        f"print(sorted({set(HEAVY) | {'gradio', 'onnx', 'ir_measures'}!r} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr
