"""How a machine is mended, and the one line that says what it lacks."""

import os
from pathlib import Path

import pytest

from press.workshop import machine
from press.workshop.logbook import Hindrance
from press.workshop.machine import MANAGERS, Machine, command, mend, missing_line, python_name, release
from press.workshop.needs import JDK, PANGO, SUBSETTER, VENV, Need

APT, DNF, PACMAN, BREW = MANAGERS


def line(needs, **machine_is):
    return missing_line(needs, Machine(**{"manager": APT, **machine_is}))


def test_a_user_with_sudo_is_told_what_to_run():
    assert line((VENV, PANGO), has_sudo=True) == (
        "missing: python3-venv, libpangoft2-1.0-0: run: sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends python3-venv libpangoft2-1.0-0  "
        "or run again with --setup")


def test_root_needs_no_sudo():
    assert line((PANGO,), is_root=True, has_sudo=True) == (
        "missing: libpangoft2-1.0-0: run: apt-get update && "
        "apt-get install -y --no-install-recommends libpangoft2-1.0-0  or run again with --setup")


def test_a_user_without_sudo_is_sent_to_root():
    assert line((PANGO,)) == ("missing: libpangoft2-1.0-0: run as root: apt-get update && "
                              "apt-get install -y --no-install-recommends libpangoft2-1.0-0")


def test_each_system_gets_its_own_line():
    parts, root = (PANGO, SUBSETTER), {"is_root": True}

    assert ": run: sudo dnf install -y pango harfbuzz  or" in line(parts, manager=DNF, has_sudo=True)
    assert ": run: pacman -Sy && pacman -S --needed --noconfirm pango" in line(parts, manager=PACMAN, **root)
    assert ": run: brew install pango harfbuzz  or" in line(parts, manager=BREW)


def test_a_system_without_a_known_manager_is_told_the_names_of_the_parts():
    assert line((PANGO,), manager=None) == ("missing: Pango (libpangoft2-1.0): install by hand "
                                            "(none of apt-get, dnf, pacman, brew is on this machine)")


def test_a_package_that_holds_two_parts_is_named_once():
    twin = Need("a twin", {"dnf": "pango"})

    assert Machine(DNF).packages((PANGO, twin)) == ("pango",)


def test_apt_asks_nothing_recommends_nothing_and_waits_for_its_lock():
    words = command(APT, (*APT.install, "p"), as_root=True)

    assert " ".join(words) == ("env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "
                               "install -y --no-install-recommends p")


def test_a_user_s_command_goes_through_sudo_and_brew_s_never(monkeypatch):
    monkeypatch.setattr(machine.sys, "stdin", None)

    assert command(DNF, ("install", "p"), as_root=False) == ("sudo", "-n", "dnf", "-q", "install", "p")
    assert command(BREW, ("install", "p"), as_root=False) == ("brew", "install", "p")


@pytest.mark.parametrize(("text", "told"), [
    ('ID=debian\nVERSION_ID="12"\n', "debian 12"),
    ("ID=arch\n", "arch"),
    ('ID="fedora"\nVERSION_ID=41', "fedora 41"),
])
def test_a_release_is_told_by_its_name_and_number(tmp_path, text, told):
    (tmp_path / "os-release").write_text(f"# a comment\n{text}", encoding="utf-8")

    assert release(tmp_path / "os-release") == told


def test_a_machine_that_tells_no_release_has_none(tmp_path):
    assert release(tmp_path / "os-release") == ""


def test_the_system_s_own_python_is_python3(tmp_path):
    own, other = tmp_path / "python3.11", tmp_path / "python3.13"
    own.touch()
    other.touch()
    (tmp_path / "python3").symlink_to(own)

    assert python_name(tmp_path / "python3", own) == "python3"
    assert python_name(tmp_path / "python3", other).startswith("python3.")
    assert python_name(tmp_path / "none", other) == "python3"


ROOT_S_DEBIAN = Machine(APT, is_root=True)


class Shell:
    """Notes the commands it is given, and answers them in turn."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.commands = []

    def __call__(self, words, environment=None):
        self.commands.append(" ".join(words))
        return self.answers.pop(0) if self.answers else (0, "")


@pytest.fixture
def mended(monkeypatch, tmp_path):
    """Mends a root's Debian with a shell that only notes, after which `left` is still missing."""
    def run(shell, left=(), needs=(PANGO,), here=ROOT_S_DEBIAN):
        said = []
        monkeypatch.setattr(machine, "overhear", shell)
        monkeypatch.setattr(machine, "lacking", lambda needs: left)
        monkeypatch.setattr(machine.time, "sleep", lambda seconds: None)
        mend(needs, here, tmp_path, said.append)
        return said
    return run


def test_the_lists_are_fetched_before_anything_is_installed(mended):
    shell = Shell()

    assert mended(shell) == ["installing with apt-get: libpangoft2-1.0-0"]
    assert [words.split()[6] for words in shell.commands] == ["update", "install"]


def test_a_list_that_cannot_be_fetched_does_not_end_the_mending(mended):
    mended(Shell((100, "no such host")))


def test_another_s_lock_is_waited_for(mended):
    shell = Shell((0, ""), (100, "E: Could not get lock /var/lib/dpkg/lock"), (0, ""))
    mended(shell)

    assert len(shell.commands) == 3


def test_a_package_that_cannot_be_installed_is_one_line_with_its_log(mended, tmp_path):
    with pytest.raises(Hindrance, match=r"^apt-get could not install libpangoft2-1.0-0: see .*setup\.log$"):
        mended(Shell((0, "fetched\n"), (100, "E: Unable to locate package\n")))
    assert "Unable to locate" in (tmp_path / ".cache" / "log" / "setup.log").read_text(encoding="utf-8")


def test_what_is_installed_and_not_found_is_one_line(mended):
    with pytest.raises(Hindrance, match=r"^installed, but not found: Pango"):
        mended(Shell(), left=(PANGO,))


@pytest.mark.parametrize("here", [Machine(None), Machine(APT)])
def test_a_machine_that_cannot_be_mended_is_left_alone(mended, here):
    shell = Shell()

    with pytest.raises(Hindrance, match=r"^missing: "):
        mended(shell, here=here, needs=(JDK,))
    assert shell.commands == []


def test_the_survey_knows_the_machine_it_runs_on():
    here = machine.survey()

    assert here.is_root == (os.geteuid() == 0)
    assert (here.release != "") == Path("/etc/os-release").exists()
