"""Section layout: one section's HTML becomes its pages, by itself.

A pure function of the job, the fonts and the engine: no number in it depends on
where the section stands in the book.  A note called in a table row that would
stand on the page after its call takes its row with it: the row is broken before,
and the section laid out again.
"""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from press.layout import boxes, engine, galley
from press.layout.laid import Job, LaidSection

ROUNDS = 40  # at most one a page is ever needed; a long appendix has fewer than this many late rows
VARIANT = "pdf/ua-1"


class _Listener(logging.Handler):
    """Keeps what the engine says, for the findings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What the engine warns of meanwhile."""
    listener, logger = _Listener(), logging.getLogger("weasyprint")
    kept = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [listener], False
    try:
        yield listener.said
    finally:
        logger.handlers, logger.propagate = kept


def lay_out(job: Job) -> LaidSection:
    """Lay out one section; engine warnings come back with it."""
    with _listening() as said:
        document = pages_of(job)
        pdf = io.BytesIO()
        document.write_pdf(pdf, pdf_variant=VARIANT, pdf_tags=True)
    return LaidSection(
        id=job.id,
        pages=boxes.pages(document),
        names=boxes.names(document),
        notes=boxes.notes(document),
        outline=boxes.outline(document),
        warnings=tuple(dict.fromkeys(said)),
        style_warnings=_styles(job.css, job.base)[2],
        observed=galley.observe(document),
        pdf=pdf.getvalue(),
    )


def pages_of(job: Job) -> Any:
    """The engine's pages of a section, nothing written."""
    import weasyprint  # half a second: paid only where a section is laid out

    engine.install()
    styles, fonts, _ = _styles(job.css, job.base)
    html = weasyprint.HTML(string=_document(job), base_url=job.base, url_fetcher=_fetcher())
    return _render(html, styles, fonts)


def _document(job: Job) -> str:
    return job.html.replace("</head>", f"<style>{job.heads}</style></head>", 1)


def _fetcher() -> Any:
    """Files and data only: a section never reads from the network."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=("file", "data"))


@cache
def _styles(css: str, base: str) -> tuple[Any, Any, tuple[str, ...]]:
    """The shared styles, their fonts, and what the engine said of them: read once a process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    with _listening() as said:
        styles = CSS(string=css, base_url=base, url_fetcher=_fetcher(), font_config=fonts)
    return styles, fonts, tuple(dict.fromkeys(said))


def _render(html: Any, styles: Any, fonts: Any) -> Any:
    """Render, and again while a row's note stands on a later page than the row."""
    def render() -> Any:
        return html.render(font_config=fonts, stylesheets=[styles], pdf_variant=VARIANT, pdf_tags=True)

    document = render()
    parents: dict[Any, Any] = {}
    moved: list[Any] = []
    for _ in range(ROUNDS):
        fragments = boxes.note_fragments(document)
        late = [note for note, page in boxes.calls(document).items()
                if note in fragments and fragments[note][0][0] > page]
        if not late:
            break
        parents = parents or {child: parent for parent in html.etree_element.iter() for child in parent}
        rows = [row for note in late if (row := _row(note, parents)) is not None and row not in moved]
        if not rows:
            break
        moved.append(rows[0])
        rows[0].set("style", f"{rows[0].get('style', '')}; break-before: page")
        document = render()
    return document


def _row(element: Any, parents: dict[Any, Any]) -> Any:
    """The table row an element stands in, or None."""
    while element is not None and element.tag != "tr":
        element = parents.get(element)
    return element
