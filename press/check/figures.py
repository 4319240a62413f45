"""Figures: a figure in the text is its record's, and says so.

A figure that comes from a record is marked with it, `[613]{figure="dt15"}`, and reads as
the record does.  A number that is typed without a mark in a passage citing the source of
an equal figure is taken for that figure; `{figure="none"}` says that it is another one.
Numbers up to 31, which may be days, and years are left alone.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from press.check.book import place_of
from press.findings import Report, did_you_mean
from press.model.records import Estimate
from press.model.section import Section

NONE = "none"
DAYS = 31
BLOCKS = frozenset({"p", "li", "td"})
TYPED = re.compile(r"(?<![\w.,:/§])(?:\d{1,3}(?:,\d{3})+|\d{2,3})(?![\w:/]|[.,]\d)")


def check_figures(section: Section, estimates: Mapping[str, Estimate], report: Report) -> None:
    """Marked figures are right, and figures of a record are marked."""
    _check_marked(section, estimates, report)
    for block in section.body.iter():
        if block.tag in BLOCKS:
            _check_typed(block, estimates, section, report)


def _check_marked(section: Section, estimates: Mapping[str, Estimate], report: Report) -> None:
    for span in section.body.iter("span"):
        named = span.get("figure", "")
        if named in ("", NONE):
            continue
        key, _, part = named.partition(".")
        if key not in estimates:
            report.add("V-04", place_of(span, section), f"no figure is filed under “{key}”",
                       did_you_mean(key, estimates) or "file it in content/estimates.yaml")
            continue
        allowed = dict(_values(estimates[key]))
        if part not in allowed:
            report.add("V-04", place_of(span, section), f"the figure {key} has no part “{part}”",
                       did_you_mean(part, allowed) or f"it has: {', '.join(filter(None, allowed))}")
        elif "".join(span.itertext()).replace(",", "").strip() != str(allowed[part]):
            report.add("V-05", place_of(span, section),
                       f"“{''.join(span.itertext())}” is not the figure of {named}, which is {allowed[part]:,}",
                       "correct the text or the record; one of them is wrong")


def _values(estimate: Estimate) -> Iterator[tuple[str, int]]:
    """The numbers of a record by the name of their part; the nameless one only where there is one figure."""
    yield "low", estimate.low
    if estimate.high is not None:
        yield "high", estimate.high
    if estimate.high in (None, estimate.low):
        yield "", estimate.low
    yield from estimate.breakdown


def _check_typed(block: Element, estimates: Mapping[str, Estimate], section: Section, report: Report) -> None:
    """No number of a passage is the figure of a record that rests on what the passage cites, and unmarked."""
    cited = {one.get("key", "") for one in block.iter("cite-one")} if estimates else set()
    if not cited:
        return
    figures = {value: f"{estimate.id}.{part}".rstrip(".")
               for estimate in estimates.values() if cited & set(estimate.sources)
               for part, value in _values(estimate) if value > DAYS}
    for element, text in _unmarked(block):
        for number in TYPED.findall(text):
            value = int(number.replace(",", ""))
            if value in figures:
                report.add("V-10", place_of(element, section),
                           f"“{number}” is the figure of {figures[value]}, and is not marked with it",
                           f'write [{number}]{{figure="{figures[value]}"}}, or {{figure="{NONE}"}} if it is another')


def _unmarked(element: Element) -> Iterator[tuple[Element, str]]:
    """The text of an element without citations and marked figures, with the element that it stands in."""
    if element.tag == "cite-one" or element.get("figure"):
        return
    yield element, element.text or ""
    for child in element:
        yield from _unmarked(child)
        yield element, child.tail or ""
