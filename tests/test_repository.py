"""What is committed: no address of a package registry, no path of somebody's machine, locks that agree."""

import ast
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from press.workshop import environment

ROOT = Path(__file__).parents[1]
IGNORED = [".git", *(line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split())]
FILES = [file for file in sorted(ROOT.rglob("*")) if file.is_file() and not any(
    fnmatch(part, pattern) for part in file.relative_to(ROOT).parts for pattern in IGNORED)]
# Written apart, so that this file does not name them either.
HOSTS = [".".join(parts) for parts in (
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("deb", "debian", "org"),
    ("security", "debian", "org"), ("snapshot", "debian", "org"), ("archive", "ubuntu", "com"),
    ("maven", "apache", "org"), ("crates", "io"), ("proxy", "golang", "org"), ("rubygems", "org"))]
HOMES = ["/".join(("", *parts, "")) for parts in (
    ("work", "main"), ("work", "shared"), ("root",), ("var", "tmp"))]


@pytest.mark.parametrize("word", HOSTS + HOMES)
def test_no_file_names_a_registry_or_somebody_s_machine(word):
    assert [str(file.relative_to(ROOT)) for file in FILES if word.encode() in file.read_bytes()] == []


def lock(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_lock_for_tests_holds_all_of_the_other_one():
    packages = re.findall(r"^\S+==.*(?:\n    .*)*", lock(environment.LOCK), re.MULTILINE)

    assert len(packages) > 10
    assert [package for package in packages if package not in lock(environment.TEST_LOCK)] == []


@pytest.mark.parametrize("name", [environment.LOCK, environment.TEST_LOCK])
def test_every_package_of_a_lock_has_its_version_and_hashes(name):
    for entry in re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", lock(name), flags=re.MULTILINE).strip()):
        assert re.match(r"\S+==\S+( ; .+)? \\\n", entry)
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry)


def test_the_locks_hold_what_the_project_asks_for():
    import tomllib

    project = tomllib.loads(lock("pyproject.toml"))
    for name, asked in ((environment.LOCK, project["project"]["dependencies"]),
                        (environment.TEST_LOCK, project["dependency-groups"]["dev"])):
        held = environment.locked(lock(name))
        assert [wish for wish in asked if not environment.meets(held, wish)] == []


def test_an_older_python_can_read_the_command_to_its_end():
    ast.parse(lock("build.py"), feature_version=(3, 7))


def test_every_licence_is_there_with_its_text():
    named = re.findall(r'SPDX-License-Identifier = "(.+)"', lock("REUSE.toml"))

    told = {licence for names in named for licence in names.split(" AND ")}
    assert told == {file.stem for file in (ROOT / "LICENSES").iterdir()}


def test_the_forge_asks_only_for_commands_that_there_are():
    import build

    scripts = [lock(f".ci/{name}") for name in ("run", "release")]
    asked = re.findall(r"build\.py(?: ([a-z][a-z-]*))?", "\n".join(re.sub(r"^ *#.*$", "", text, flags=re.MULTILINE)
                                                            for text in scripts))

    assert {"all", "verify", "sign", "editions", "test", "lint"} <= set(asked) - {""} <= set(build.COMMANDS)


def test_a_release_makes_what_it_attaches_before_it_attaches_it():
    import yaml

    jobs = yaml.safe_load(lock(".github/workflows/release.yml"))["jobs"]

    assert [job for job in jobs if jobs[job].get("needs") != "make"] == ["make"]
    assert "bash .ci/release" in str(jobs["make"]["steps"])
    assert {"fetch-depth": 0} in [step.get("with") for step in jobs["make"]["steps"]]
