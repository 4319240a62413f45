"""The file of a face is the one that the engine reads, and read only where the engine would read it."""

from base64 import b64encode
from pathlib import Path

import pytest
import weasyprint
from weasyprint.text import fonts
from weasyprint.urls import URLFetcher

from press.layout import faces
from press.layout.engine import install
from tests.press.layout.paper import STYLES

FACE, OTHER, *_ = sorted((STYLES / "fonts").glob("*.ttf"))


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


@pytest.fixture
def folders(monkeypatch, tmp_path) -> list[str]:
    """The folders that fonts were written into, by whoever writes them."""
    made: list[str] = []

    def folder(prefix: str) -> str:
        made.append(str(tmp_path / f"{prefix}{len(made)}"))
        Path(made[-1]).mkdir()
        return made[-1]

    monkeypatch.setattr(faces, "mkdtemp", folder)
    monkeypatch.setattr(fonts, "mkdtemp", folder)
    assert install()
    return made


def with_faces(*sources: str) -> fonts.FontConfiguration:
    """A configuration that knows these faces, one family each."""
    configuration = fonts.FontConfiguration()
    rules = "".join(f"@font-face {{ font-family: f{at}; src: url({source}) }}" for at, source in enumerate(sources))
    weasyprint.CSS(string=rules, font_config=configuration)
    return configuration


def drawn(configuration: fonts.FontConfiguration, family: str) -> bytes:
    """The PDF of a word in a family."""
    html = weasyprint.HTML(string=f'<p style="font-family: {family}">fluent office</p>')
    return html.write_pdf(font_config=configuration, pdf_identifier=b"x", uncompressed_pdf=True)


def test_a_font_is_used_where_it_lies_and_written_nowhere(folders):
    configuration = with_faces(FACE.as_uri())
    used = drawn(configuration, "f0")
    configuration.__del__()  # as when nobody knows it any more

    assert folders == []
    assert FACE.exists()
    assert used == drawn(with_faces(f"data:font/ttf;base64,{b64encode(FACE.read_bytes()).decode()}"), "f0")
    assert used != drawn(with_faces(OTHER.as_uri()), "f0")
    assert len(folders) == 1


def test_a_file_that_two_faces_use_is_written_for_the_second(folders):
    configuration = with_faces(FACE.as_uri(), FACE.as_uri())

    assert drawn(configuration, "f1") == drawn(with_faces(OTHER.as_uri(), FACE.as_uri()), "f1")
    folder, = folders
    assert [path.read_bytes() for path in Path(folder).iterdir()] == [FACE.read_bytes()]
    configuration.__del__()  # as when nobody knows it any more
    assert not Path(folder).exists()
