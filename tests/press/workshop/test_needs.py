"""What the press needs of a machine, and how it is looked for."""

import pytest

from press.workshop import needs
from press.workshop.needs import CHROMIUM, JDK, PANGO, POPPLER, SUBSETTER, VENV, Need, lacking, package, present

ALL = (VENV, PANGO, SUBSETTER, JDK, POPPLER, CHROMIUM, needs.ATOMIC, needs.XZ)


def test_debian_and_ubuntu_call_the_parts_by_these_names():
    assert [package(need, "apt", "ubuntu 24.04", "python3") for need in ALL] == [
        "python3-venv", "libpangoft2-1.0-0", "libharfbuzz-subset0", "default-jdk-headless", "poppler-utils",
        "chromium", "libatomic1", "xz-utils"]


def test_debian_12_has_its_jdk_under_its_number():
    assert package(JDK, "apt", "debian 12", "python3") == "openjdk-17-jdk-headless"


def test_a_python_beside_the_system_s_has_its_own_venv():
    assert package(VENV, "apt", "debian 12", "python3.13") == "python3.13-venv"


@pytest.mark.parametrize("manager", ["apt", "dnf", "pacman", "brew"])
def test_every_manager_has_a_name_for_every_need(manager):
    assert all(package(need, manager, "", "python3") for need in ALL)


def test_every_command_says_what_it_needs():
    assert needs.OF_COMMAND["lint"] == ()
    assert needs.OF_COMMAND["make"] == (PANGO, SUBSETTER)
    assert [need for need in needs.OF_COMMAND["test"] if need != needs.ATOMIC] == [
        PANGO, SUBSETTER, POPPLER, JDK, CHROMIUM, needs.MINISIGN, needs.GIT, needs.XZ]


def test_what_a_machine_cannot_have_is_lacking():
    library = Need("a library", {}, library="no-such-library", library_files=("libno-such-library.so.9",))
    module = Need("a module", {}, module="no_such_module_of_python")
    tool = Need("a tool", {}, programs=("python3", "no-such-program"))

    assert lacking((library, module, tool)) == (library, module, tool)


def test_what_a_machine_has_is_present():
    assert present(Need("a module", {}, module="venv"))
    assert present(PANGO)


def test_one_of_the_names_of_a_library_is_enough(monkeypatch):
    monkeypatch.setattr(needs.ctypes.util, "find_library", lambda name: None)
    monkeypatch.setattr(needs, "_loads", lambda name: name.endswith(".dylib"))

    assert present(PANGO)


def test_a_library_that_only_the_linker_finds_is_present(monkeypatch):
    monkeypatch.setattr(needs.ctypes.util, "find_library", lambda name: f"/opt/lib/lib{name}.so")
    monkeypatch.setattr(needs, "_loads", lambda name: name == "/opt/lib/libpangoft2-1.0.so")

    assert present(PANGO)


def test_a_program_off_the_path_is_found_where_its_packager_keeps_it(tmp_path):
    tool = tmp_path / "no-such-program"
    tool.write_text("#!/bin/sh\n", encoding="utf-8")
    tool.chmod(0o755)
    need = Need("a tool", {}, programs=("no-such-program",), program_folders=(str(tmp_path),))

    assert needs.program("no-such-program", need) == str(tool)
    assert present(need)
