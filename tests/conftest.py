"""What all tests share: the books, each made once in a run, and the option to write expected files anew."""

import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from press.publish.request import Request
from tests.books.making import ROOT, Making, make, once, request, workshop

# How long a draw takes says something of the machine and nothing of the press.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

PRINTINGS = """isbns: {print: 978-0-306-40615-7}
printings:
  - {id: offset, printer: offset, profile: grey, crop-marks: true}
  - {id: ingram, printer: ingram, paper: white}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the expected files anew; read the diff")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def lighthouse(shared: Path) -> Making:
    """The tiny book, finished."""
    root = shared / "lighthouse"
    once(root, lambda: workshop(root))
    return finished(request(root))


@pytest.fixture(scope="session")
def reflowable(shared: Path, lighthouse: Making) -> Making:
    """The tiny book as EPUB and data, finished."""
    root = shared / "reflowable"
    once(root, lambda: (workshop(root), (root / ".cache").symlink_to(lighthouse.request.root / ".cache")))
    return finished(replace(request(root), formats=("epub", "data")))


@pytest.fixture(scope="session")
def lighthouse_web(lighthouse: Making) -> Making:
    """The tiny book as PDF and as pages of the web, from the sections that were laid out for the PDF."""
    asked = lighthouse.request
    return finished(replace(asked, out=asked.root / "dist-web", formats=("screen", "web")), "web")


@pytest.fixture(scope="session")
def first_book(shared: Path) -> Making:
    """The first book, finished from a copy of its content, with the sections that the project's cache has."""
    root = shared / "first-book"
    once(root, lambda: (workshop(root, ROOT / "content"), share_cache(root)))
    return finished(replace(request(root), formats=("screen", "epub", "data")))


@pytest.fixture(scope="session")
def first_book_web(first_book: Making) -> Making:
    """The first book as PDF and as pages of the web."""
    asked = first_book.request
    return finished(replace(asked, out=asked.root / "dist-web", formats=("screen", "web")), "web")


@pytest.fixture(scope="session")
def printed(shared: Path, lighthouse: Making) -> Making:
    """The tiny book for two printers, interior and cover, from the pages that it was laid out in for the screen."""
    root = shared / "printed"
    once(root, lambda: for_printers(root, lighthouse))
    return finished(request(root))


def for_printers(root: Path, lighthouse: Making) -> None:
    """A workshop of the tiny book whose edition asks for two printers."""
    workshop(root)
    (root / ".cache").symlink_to(lighthouse.request.root / ".cache", target_is_directory=True)
    edition = root / "content" / "editions" / "1st.yaml"
    told = edition.read_text(encoding="utf-8").replace("formats: [screen]", "formats: [print, cover]")
    edition.write_text(told + PRINTINGS, encoding="utf-8")


def share_cache(root: Path) -> None:
    """Let a workshop take sections from the project's cache and keep them there."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    (root / ".cache").symlink_to(ROOT / ".cache", target_is_directory=True)


def finished(asked: Request, how: str = "made") -> Making:
    """The book that was asked for, made by one of the workers."""
    kept = asked.root.with_suffix(f".{how}.pickle")
    once(asked.root.with_name(f"{asked.root.name}-{how}"), lambda: kept.write_bytes(pickle.dumps(make(asked))))
    making: Making = pickle.loads(kept.read_bytes())
    assert list(map(str, making.outcome.report.errors)) == []
    return making
