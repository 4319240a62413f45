"""Numbers: ordinals, runs of pages and locators as notes print them.

`pp. 119-128, 130` is printed 119–28, 130; `paras 7-10` keeps its label: paras 7–10.
"""

import re

from press.model.folio import run

_RUN = re.compile(r"\b(\d+)[–-](\d+)\b(?![–-])")
_PAGES = re.compile(r"(?:pp?\.|pages?)\s?(?=[A-Z]{0,2}\d|[ivxlc]+\b)", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<![\w/-])([A-Z]?\d+)-([A-Z]?\d+)(?![\w/-])")
_LABEL = re.compile(r"[^\W\d]+\.?\s|[§¶]")


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def page_runs(pages: str) -> str:
    """Pages with their runs folded as Chicago 9.61 folds them."""
    return _RUN.sub(lambda found: _run(int(found[1]), int(found[2]), found[0]), _dashes(pages))


def locator(text: str) -> str:
    """A locator as a note prints it: pages without their label (Chicago 14.150), all else as written."""
    bare = _PAGES.match(text)
    if not bare or _LABEL.search(text, bare.end()):
        return page_runs(text) if bare or text[:1].isdigit() else _dashes(text)
    return page_runs(text[bare.end():])


def _dashes(text: str) -> str:
    """The hyphen between two numbers made a dash; dates and document numbers keep theirs."""
    return _HYPHEN.sub(r"\1–\2", text)


def _run(first: int, last: int, written: str) -> str:
    return run(first, last) if first < last else written
