"""The file of a face is the one that the engine reads, and read only where the engine would read it."""

import pytest
from weasyprint.text import fonts
from weasyprint.urls import URLFetcher

from press.layout import faces
from press.layout.engine import install
from tests.press.layout.paper import STYLES

FACE = next((STYLES / "fonts").glob("*.ttf"))


class Asked(URLFetcher):
    """A reader of addresses of another kind."""


@pytest.fixture
def engine_s(monkeypatch) -> list[str]:
    """The addresses that the engine is asked for."""
    assert install()
    asked: list[str] = []
    fetch = faces._fetch
    monkeypatch.setattr(faces, "_fetch", lambda fetcher, url: asked.append(url) or fetch(fetcher, url))
    return asked


def test_a_file_is_read_as_the_engine_reads_it(engine_s):
    with fonts.fetch(URLFetcher(allowed_protocols=("file", "data")), FACE.as_uri()) as response:
        found = response.read()
    assert engine_s == []
    with faces._fetch(URLFetcher(), FACE.as_uri()) as response:
        assert response.read() == found == FACE.read_bytes()


@pytest.mark.parametrize(("fetcher", "url"), [
    (Asked(), FACE.as_uri()),
    (URLFetcher(), FACE.as_uri() + "?x"),
    (URLFetcher(), FACE.as_uri().replace("s", "%73")),
    (URLFetcher(), "data:,x"),
])
def test_what_is_no_plain_path_is_the_engine_s(engine_s, fetcher, url):
    with fonts.fetch(fetcher, url) as response:
        assert response.read()
    assert engine_s == [url]


@pytest.mark.parametrize(("fetcher", "url"), [
    (URLFetcher(allowed_protocols=("data",)), FACE.as_uri()),
    (URLFetcher(), FACE.as_uri() + "x"),
])
def test_what_may_not_be_read_or_is_not_there_is_refused_by_the_engine(engine_s, fetcher, url):
    with pytest.raises(Exception, match=r"URI|File|file"), fonts.fetch(fetcher, url):
        pass
    assert engine_s == [url]
