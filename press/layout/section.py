"""Section layout: one section's HTML becomes its pages, by itself.

A pure function of the job, the fonts and the engine: no number in it depends on
where the section stands in the book.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from press.layout import boxes, engine, galley, last_styles, matching, writing
from press.layout.laid import Job, LaidSection


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
        pdf = writing.written(document)
    return LaidSection(
        id=job.id,
        pages=boxes.pages(document),
        names=boxes.names(document),
        notes=boxes.notes(document),
        outline=boxes.outline(document),
        warnings=tuple(dict.fromkeys(said)),
        style_warnings=_styles(job.css, job.base)[2],
        observed=galley.observe(document),
        pdf=pdf,
        refers=boxes.refers(document),
    )


def pages_of(job: Job) -> Any:
    """The engine's pages of a section, nothing written."""
    import weasyprint  # half a second: paid only where a section is laid out

    engine.install()
    styles, fonts, _ = _styles(job.css, job.base)
    html = weasyprint.HTML(string=_document(job), base_url=job.base, url_fetcher=_fetcher())
    return html.render(font_config=fonts, stylesheets=[styles], pdf_variant=writing.VARIANT, pdf_tags=True)


def _document(job: Job) -> str:
    return job.html.replace("</head>", f"<style>{job.heads}</style></head>", 1)


def _fetcher() -> Any:
    """Files and data only: a section never reads from the network."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=("file", "data"))


_spare: list[Any] = []


def make_ready() -> None:
    """Find the fonts of the machine before there is work, and read the styles of the book before."""
    from weasyprint.text.fonts import FontConfiguration

    _spare.append(FontConfiguration())
    if styles := last_styles.last(last_styles.home()):
        sheet, *_ = _styles(*styles)
        matching.attributes(sheet.matcher)


@cache
def _styles(css: str, base: str) -> tuple[Any, Any, tuple[str, ...]]:
    """The shared styles, their fonts, and what the engine said of them: read once a process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = _spare.pop() if _spare else FontConfiguration()
    with _listening() as said:
        styles = CSS(string=css, base_url=base, url_fetcher=_fetcher(), font_config=fonts)
    return styles, fonts, tuple(dict.fromkeys(said))
