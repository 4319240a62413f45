"""Versions are those that `importlib.metadata` tells."""

import sys
from importlib import metadata

import pytest

from press import versions
from press.versions import described, plain, version


@pytest.mark.parametrize("package", ["weasyprint", "jinja2", "Markdown", "pikepdf", "PyYAML", "typing_extensions"])
def test_a_version_is_the_one_that_its_description_tells(package):
    assert version(package) == metadata.version(package)


def test_every_package_of_the_environment_is_found():
    for one in metadata.distributions():
        if one.name and "dist-info" in str(one._path):
            assert version(one.name) == metadata.version(one.name)


def test_a_package_that_is_not_installed_is_told():
    with pytest.raises(metadata.PackageNotFoundError):
        version("no-such-package")


def test_the_first_folder_counts(tmp_path, monkeypatch):
    for folder, name in (("a", "Some_Tool-1.0.dist-info"), ("b", "some.tool-2.0.dist-info"), ("b", "some-tool.py")):
        (tmp_path / folder / name).mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "none"), str(tmp_path / "a"), str(tmp_path / "b")])
    version.cache_clear()
    try:
        assert version("some-tool") == "1.0"
    finally:
        version.cache_clear()
    assert described(str(tmp_path / "b")) == {"some-tool": "2.0"}


@pytest.mark.parametrize(("name", "meant"), [("Types_PyYAML", "types-pyyaml"), ("zope.interface", "zope-interface")])
def test_names_are_compared_as_indexes_do(name, meant):
    assert plain(name) == meant
    assert versions.plain(meant) == meant
