"""Doctor: every part that the press uses is named, with what it is for and what mends it."""

import shutil

from press.workshop import doctor, environment, needs
from press.workshop.machine import MANAGERS, Machine
from tests.books.making import ROOT

APT = Machine(manager=MANAGERS[0], is_root=True, release="debian 12")


def test_every_need_of_a_command_is_examined():
    examined = {need.name for need, _ in doctor.USES}

    assert {need.name for needed in needs.OF_COMMAND.values() for need in needed} <= examined


def test_what_is_missing_is_told_with_its_cure(monkeypatch):
    monkeypatch.setattr(needs, "present", lambda need: need is not needs.JDK)
    signs = [sign for sign in doctor.examine(ROOT, APT) if not sign.well and "Java" in sign.name]

    assert len(signs) == 1
    assert str(signs[0]).startswith("missing  a Java development kit, 17 or newer: runs veraPDF, which holds ")
    assert "apt-get install -y --no-install-recommends openjdk-17-jdk-headless" in signs[0].cure


def test_a_folder_without_fonts_is_told(tmp_path):
    for name in ("pyproject.toml", environment.LOCK, environment.TEST_LOCK):
        shutil.copy(ROOT / name, tmp_path)
    signs = {sign.name: sign.well for sign in doctor.examine(tmp_path, APT)}

    assert signs["styles/fonts (0)"] is False
    assert signs["styles/icc (0)"] is False


def test_the_machine_that_runs_the_tests_is_well():
    assert doctor.can_make()
    assert [str(sign) for sign in doctor.examine(ROOT, APT) if not sign.well and "styles" in sign.name] == []
