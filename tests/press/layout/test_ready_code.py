"""Ready code: what was compiled before is found again, is the same, and is missed by nobody when it is not there."""

import dataclasses
import os
import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.layout import ready_code
from press.layout.ready_code import Recorder, kept, name
from tests.books.making import ROOT

PATTERNS = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)", 0), (r"[^\W\d_]+", re.IGNORECASE), (rb"/Length\s+(\d+)", 0),
    (r"(?x) a  b  # and so on", 0), (r"^(?:xl|l)?x{0,3}$", re.MULTILINE | re.ASCII), (r"[а-яё]{2,}|[ա-ֆ]+", 0),
    (r"(a)|b(?(1)c|d)", re.DOTALL))
TEXTS = ("1992-02-26", "Xocalı Ходжалы Խոջալու", "ab", "xlix\nx", "ac bd", "", "/Length 12")


def shelf_of(person):
    """A dataclass, made where it is asked for."""
    @dataclasses.dataclass(frozen=True, order=True, slots=True)
    class Shelf:
        """Some books."""

        number: int
        names: tuple[str, ...] = (person,)
        place: str = dataclasses.field(default="", compare=False)

    return Shelf


@pytest.fixture
def found(monkeypatch, tmp_path):
    """What some patterns and a dataclass were compiled to, and is found now; `compile` is not to be asked."""
    re.purge()
    with Recorder() as recorder:
        for text, flags in PATTERNS:
            re.compile(text, flags)
        shelf_of("a")
    recorder.keep(str(tmp_path))
    monkeypatch.setattr(ready_code, "_known", kept(str(tmp_path)))
    monkeypatch.setattr(dataclasses, "exec", ready_code.run, raising=False)
    monkeypatch.setattr(re._compiler, "compile", ready_code.pattern)
    re.purge()
    yield
    re.purge()


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_a_pattern_that_was_kept_finds_what_it_found(text, flags):
    re.purge()
    with Recorder() as recorder:
        meant = re.compile(text, flags)
    parts = recorder.made[text, int(flags)]
    again = ready_code._sre.compile(text, *ready_code.marshal.loads(parts))

    assert (again.flags, again.groups, again.groupindex, again == meant) == (
        meant.flags, meant.groups, meant.groupindex, True)
    for words in TEXTS:
        said = words.encode() if isinstance(text, bytes) else words
        assert [m.span() for m in again.finditer(said)] == [m.span() for m in meant.finditer(said)]


PARTS = "a", "b|", "(?:", ")", "[x-z]", "*", "+?", "(", r"\d", "^", "{2}", "(?i:", "é"


@given(st.lists(st.sampled_from(PARTS), max_size=8))
def test_whatever_is_no_pattern_is_none_when_it_is_recorded(parts):
    text = "".join(parts)
    re.purge()
    try:
        meant = re.compile(text)
    except re.error:
        meant = None
    re.purge()
    with Recorder() as recorder:
        if meant is None:
            with pytest.raises(re.error):
                re.compile(text)
            assert recorder.made == {}
        else:
            assert re.compile(text) == meant
            assert set(recorder.made) == {(text, 0)}


def test_patterns_and_dataclasses_are_not_compiled_again(found, monkeypatch):
    monkeypatch.setattr(ready_code, "_pattern", lambda *_: pytest.fail("a pattern was compiled"))
    monkeypatch.setattr(ready_code.builtins, "compile", lambda *_: pytest.fail("a text was compiled"))

    assert re.compile(*PATTERNS[0]).match("1992-02-26")["month"] == "02"
    one, two = shelf_of("a")(1), shelf_of("a")(2, place="hall")
    assert repr(one).endswith("Shelf(number=1, names=('a',), place='')")
    assert two.place == "hall"
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.number = 3


def test_what_was_not_kept_is_compiled_as_ever(found):
    @dataclasses.dataclass
    class Another:
        size: float

    assert Another(0.5) == Another(0.5)
    assert re.compile(r"[aeiou]{3}").search("queue")


@pytest.mark.parametrize("content", [b"", b"too short", b"\0" * 32, b"\0" * 40, None])
def test_what_is_damaged_or_not_there_is_nothing(tmp_path, content):
    if content is not None:
        (tmp_path / name()).write_bytes(content)

    assert kept(str(tmp_path)) == {}


def test_what_is_cut_off_is_nothing(tmp_path):
    with Recorder() as recorder:
        shelf_of("b")
    recorder.keep(str(tmp_path))
    path = tmp_path / name()
    assert kept(str(tmp_path))
    path.write_bytes(path.read_bytes()[:-1])

    assert kept(str(tmp_path)) == {}


def test_all_is_as_it_was_when_nothing_is_recorded_any_more():
    def at_work():
        return vars(dataclasses).get("exec", exec), re._compiler.compile, re._compiler._sre

    before = at_work()
    with Recorder():
        assert at_work() != before

    assert at_work() == before


CHECK = """
import re, sys
from press.layout import ready_code
ready_code.folder = lambda: sys.argv[1]
ready_code.install()
missed = []
before = ready_code._pattern
ready_code._pattern = lambda text, flags=0: (missed.append(text), before(text, flags))[1]
import press.publish.manuscript, press.publish.forme, press.publish.interior, press.layout.loaded
print(len(missed), len(ready_code._known))
"""


def test_the_press_is_loaded_with_what_an_environment_keeps(tmp_path):
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    asked = f"from press.layout import ready_code; ready_code.fill({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", asked], env=surroundings, check=True)
    said = subprocess.run([sys.executable, "-c", CHECK, str(tmp_path)], env=surroundings, check=True,
                          capture_output=True, text=True).stdout.split()
    missed, known = map(int, said)

    assert known > 500
    assert missed < 10  # of three hundred


def test_a_python_that_compiles_patterns_in_another_way_is_left_alone(monkeypatch, tmp_path):
    other = ModuleType("re")
    vars(other).update({key: value for key, value in vars(re).items() if key != "_compiler"})
    monkeypatch.setitem(sys.modules, "re", other)
    spec = spec_from_file_location("alone", ready_code.__file__)
    alone = module_from_spec(spec)
    spec.loader.exec_module(alone)
    before = dict(vars(dataclasses)), re._compiler.compile
    alone.install()

    assert not alone.serves()
    assert alone.fill(str(tmp_path)) == 0
    assert (dict(vars(dataclasses)), re._compiler.compile) == before
    assert list(tmp_path.iterdir()) == []
