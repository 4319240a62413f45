"""Signing: the manifest of an edition under a key that the test makes."""

import subprocess
from pathlib import Path

import pytest

from press.desk.signing import KEY, PUBLIC, SIGNATURE, check_signature, sign
from press.findings import Report
from press.workshop.logbook import Hindrance


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return made_key(tmp_path, "key")


def made_key(folder: Path, name: str) -> Path:
    subprocess.run(["minisign", "-G", "-W", "-p", str(folder / f"{name}.pub"), "-s", str(folder / name)],
                   check=True, capture_output=True)
    return folder / name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "1st").mkdir()
    (tmp_path / "1st" / "manifest.json").write_text("{}\n", encoding="utf-8")
    return tmp_path / "1st"


def rules(folder: Path, public: Path | None = None) -> list[str]:
    report = Report()
    check_signature(folder, public, report)
    return [finding.rule for finding in report.findings]


def test_a_signature_and_the_public_key_stand_beside_the_manifest(key: Path, folder: Path) -> None:
    assert sign(folder, key) == (folder / SIGNATURE, folder / PUBLIC)
    assert check_signature(folder, folder / PUBLIC, Report())
    assert check_signature(folder, None, Report())


def test_minisign_itself_agrees(key: Path, folder: Path) -> None:
    sign(folder, key)
    said = subprocess.run(["minisign", "-V", "-p", str(key.with_name("key.pub")), "-m", str(folder / "manifest.json")],
                          capture_output=True, encoding="utf-8", check=False)

    assert said.returncode == 0
    assert "Trusted comment: 1st manifest sha256:" in said.stdout


def test_the_same_manifest_has_the_same_signature(key: Path, folder: Path) -> None:
    sign(folder, key)
    before = (folder / SIGNATURE).read_bytes()
    sign(folder, key)

    assert (folder / SIGNATURE).read_bytes() == before


def test_a_signature_left_from_another_manifest_is_found_without_a_key(key: Path, folder: Path) -> None:
    sign(folder, key)
    (folder / "manifest.json").write_text("{ }\n", encoding="utf-8")

    assert rules(folder) == ["F-08"]


def test_a_signature_of_another_key_is_found(key: Path, folder: Path, tmp_path: Path) -> None:
    sign(folder, key)
    made_key(tmp_path, "other")

    assert rules(folder, tmp_path / "other.pub") == ["F-08"]


def test_the_key_may_be_named_by_the_surroundings(key: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, str(key))

    assert sign(folder, None)


def test_what_is_missing_is_one_line(key: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY, raising=False)
    with pytest.raises(Hindrance, match="no key to sign with"):
        sign(folder, None)
    with pytest.raises(Hindrance, match="nowhere is not there"):
        sign(folder, key.with_name("nowhere"))
    with pytest.raises(Hindrance, match="make the edition first"):
        sign(folder.parent, key)
    key.write_text("no key", encoding="utf-8")
    with pytest.raises(Hindrance, match="minisign did not sign"):
        sign(folder, key)


def test_an_edition_that_is_not_signed_has_nothing_to_check(folder: Path) -> None:
    assert rules(folder) == []
    assert not check_signature(folder, None, Report())
