"""What the tests in a browser share: made editions, a file server on the loopback, and Debian's chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from press.workshop.needs import CHROMIUM, program
from tests.books.making import Making

QUIET = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run")


class Handler(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_words: object) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Shelf:
    """An edition on the loopback: its folder, and the address of its pages."""

    folder: Path
    address: str

    def at(self, page: str) -> str:
        return f"{self.address}/web/{page}"

    @property
    def pages(self) -> list[str]:
        """Every page, from the folder of the web edition."""
        return sorted(str(file.relative_to(self.folder / "web")) for file in (self.folder / "web").rglob("*.html"))

    @property
    def samples(self) -> list[str]:
        """A page of every kind."""
        return [*(page for page in self.pages if "/" not in page and page not in ("colophon.html", "contents.html")),
                "sources/orr-1990.html"]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def shelf(lighthouse_web: Making) -> Iterator[Shelf]:
    """The tiny book's edition, below a path of the server as a site has it."""
    folder = lighthouse_web.request.out / "1st"
    with served(folder.parent) as address:
        yield Shelf(folder, f"{address}/1st")


@pytest.fixture(scope="session")
def first_shelf(first_book_web: Making) -> Iterator[Shelf]:
    """The first book's last edition."""
    folder = first_book_web.pdf.parent
    with served(folder.parent) as address:
        yield Shelf(folder, f"{address}/{folder.name}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program("chromium", CHROMIUM), args=QUIET)
        yield started
        started.close()


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """A page of a wide window."""
    yield from _page(browser, width=1400)


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A page of a telephone."""
    yield from _page(browser, width=390)


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A page of a telephone that runs no script."""
    yield from _page(browser, width=390, java_script_enabled=False)


def _page(browser: Browser, width: int, **settings: bool) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(15_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert wrong == []
