"""The clerk gathers and packs while sections are laid out, and keeps nobody waiting."""

import subprocess
import sys

import pytest

from press.model.book import Kind
from press.publish import archive, clerk
from press.publish.clerk import Clerk
from press.publish.makers import maker
from press.publish.request import Request
from tests.books.making import LIGHTHOUSE, ROOT

ASKED = Request(ROOT, LIGHTHOUSE, ROOT / "dist", cache=False)


def test_the_clerk_does_nothing_before_the_first_sections_are_given():
    with Clerk(ASKED, "1st", [Kind.PAGES], carried=True) as one:
        assert not one.named.running()
        assert not one.named.done()
        one.resting.set()
        sources = archive.gather(ROOT, LIGHTHOUSE, "1st")

        assert one.named.result() == archive.digest(sources)
        assert one.packing
        assert one.packing.result() == archive.pack(sources, None)


def test_what_is_wanted_first_is_done_before_the_sources_are_gathered(monkeypatch):
    done = []
    monkeypatch.setattr(clerk, "gather", lambda *_: done.append("gathered") or {})
    with Clerk(ASKED, "1st", [Kind.PAGES], carried=False) as one:
        one.first.append(lambda: done.append("read"))
        one.resting.set()
        one.named.result()

    assert done == ["read", "gathered"]


def test_what_no_format_carries_is_not_packed(monkeypatch):
    monkeypatch.setattr(clerk, "pack", lambda *_: pytest.fail("the sources were packed"))
    with Clerk(ASKED, "1st", [Kind.PAGES], carried=False) as one:
        assert one.packing is None

    assert one.named.result()


def test_a_run_that_fails_does_not_wait_for_its_clerk_for_ever():
    with pytest.raises(KeyError), Clerk(ASKED, "1st", [Kind.PAGES], carried=False) as one:
        raise KeyError

    assert one.named.result()


def test_a_source_that_went_away_is_told_to_whom_it_is_wanted_by(monkeypatch):
    def gone(*_: object) -> dict[str, bytes]:
        raise FileNotFoundError

    monkeypatch.setattr(clerk, "gather", gone)
    with Clerk(ASKED, "1st", [Kind.PAGES], carried=True) as one:
        one.resting.set()
        with pytest.raises(FileNotFoundError):
            one.named.result()


def test_every_kind_of_format_has_its_maker():
    assert {kind: callable(maker(kind)) for kind in Kind} == dict.fromkeys(Kind, True)


def test_before_sections_are_given_nothing_is_loaded_that_writes_files_or_draws():
    modules = ("build", *(f"press.publish.{name}" for name in "driver manuscript clerk forme".split()))
    told = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)

    assert {"pikepdf", "uharfbuzz", "weasyprint", "fontTools", "tinycss2", "press.assemble", "press.compose.figures",
            "ssl"} & set(done.stdout.split()) == set()
