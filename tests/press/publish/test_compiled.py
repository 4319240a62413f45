"""Templates are compiled once and read again as they were; a damaged one is compiled anew."""

from pathlib import Path

import jinja2
import pytest

from press.compose.templates import environment
from press.publish.compiled import Compiled


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were compiled."""
    names: list[str] = []
    stock = jinja2.Environment.compile
    monkeypatch.setattr(jinja2.Environment, "compile", lambda self, source, name=None, filename=None: names.append(
        name) or stock(self, source, name, filename))
    return names


def printed(templates: Path, folder: Path | None) -> str:
    return environment(templates, Compiled(folder)).get_template("a.html").render(word="<b>")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("A {{ word }}.", encoding="utf-8")
    return tmp_path / "templates"


def test_a_template_is_compiled_once(templates, tmp_path, compilations):
    assert printed(templates, tmp_path / "kept") == printed(templates, tmp_path / "kept") == "A &lt;b&gt;."
    assert compilations == ["a.html"]


def test_a_template_that_was_changed_is_compiled_anew(templates, tmp_path, compilations):
    printed(templates, tmp_path / "kept")
    (templates / "a.html").write_text("Another {{ word }}.", encoding="utf-8")

    assert printed(templates, tmp_path / "kept") == "Another &lt;b&gt;."
    assert len(compilations) == 2


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: kept[:-1] + b"x", lambda _: b""])
def test_a_damaged_template_is_compiled_anew(templates, tmp_path, compilations, damage):
    printed(templates, tmp_path / "kept")
    file, = (tmp_path / "kept").iterdir()
    file.write_bytes(damage(file.read_bytes()))

    assert printed(templates, tmp_path / "kept") == "A &lt;b&gt;."
    assert len(compilations) == 2


def test_where_nothing_can_be_kept_templates_are_compiled_every_time(templates, compilations):
    assert printed(templates, None) == printed(templates, None)
    assert len(compilations) == 2
