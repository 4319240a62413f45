"""The stages of the press import one way, and its modules keep the house's measures."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRESS = ROOT / "press"
STAGES = "versions findings rules model load check cite compose layout assemble prove publish".split()
KNOW_NO_FILES = {"check", "cite", "compose"}  # they see the book, never the files it was read from
MODULES = sorted(PRESS.rglob("*.py"))
IN_ORDER = [module for module in MODULES if not {"workshop", "desk"} & set(module.parts)]
TEXTS = {".py", ".html", ".css", ".xml", ".xhtml", ".svg", ".jinja", ".yaml", ".txt", ".md", ".opf", ".js"}
FIRST_TITLE = re.compile(r"k?ho[djžz]+h?al|xocal|hocal[ıi]|ходжал|խոջալ|ivan[iy]an", re.IGNORECASE)

each_module = pytest.mark.parametrize("module", [ROOT / "build.py", *MODULES], ids=lambda m: str(m.relative_to(ROOT)))


def imported(module: Path) -> list[str]:
    """The dotted names of what a module imports, wherever in it."""
    names = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno} imports by a relative name"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def stage(name: str) -> str:
    """The stage that a dotted name such as `press.cite.forms` belongs to."""
    return [*name.split("."), ""][1]


def of_press(module: Path) -> list[str]:
    """The stages of the press that a module imports."""
    return [stage(name) for name in imported(module) if name.startswith("press.")]


def own_stage(module: Path) -> str:
    """The stage that a module stands in."""
    return module.relative_to(PRESS).with_suffix("").parts[0]


@pytest.mark.parametrize("module", IN_ORDER, ids=lambda m: str(m.relative_to(PRESS)))
def test_a_stage_imports_only_earlier_stages(module):
    here = own_stage(module)
    if here == "__init__":
        assert of_press(module) == []
        return
    later = [*STAGES[STAGES.index(here) + 1:], "workshop"]

    assert [name for name in of_press(module) if name in later or name not in STAGES] == []
    assert here not in KNOW_NO_FILES or "load" not in of_press(module)


def test_only_the_driver_knows_all_stages():
    for module in (m for m in IN_ORDER if m.name != "__init__.py"):
        if set(STAGES[1:-1]) <= set(of_press(module)):
            assert module.name == "driver.py"


def test_the_workshop_stands_on_python_alone():
    import sys

    for module in (PRESS / "workshop").glob("*.py"):
        foreign = {name.split(".")[0] for name in imported(module)} - sys.stdlib_module_names - {"press"}
        assert foreign <= ({"rich"} if module.name == "console.py" else set())
        assert set(of_press(module)) <= {"versions", "findings", "workshop"}


def test_the_desk_stands_after_all_stages_and_only_the_command_asks_it():
    assert [str(module) for module in MODULES if "desk" not in module.parts and "desk" in of_press(module)] == []


@each_module
def test_a_module_is_one_idea_of_at_most_300_lines(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


@each_module
def test_a_module_says_first_what_it_is(module):
    first = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]

    assert re.fullmatch(r"[A-Z][^:]*: \S.*\.", first), first


@each_module
def test_a_function_ends_within_40_lines(module):
    functions = [node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
                 if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert [f.name for f in functions if f.end_lineno - f.lineno + 1 > 40] == []


def test_the_press_knows_no_book():
    files = [file for folder in (PRESS, ROOT / "templates", ROOT / "styles")
             for file in sorted(folder.rglob("*")) if file.suffix in TEXTS]
    named = {str(file.relative_to(ROOT)): FIRST_TITLE.findall(file.read_text(encoding="utf-8"))
             for file in files}

    assert {file: words for file, words in named.items() if words} == {}
