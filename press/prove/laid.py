"""Laid proof: no note of a section is lost, doubled, cut short or before its call.

What the engine warns of is a finding too: no warning is harmless.
"""

import re

from press.findings import Place, Report, Severity
from press.layout.laid import LaidNote, LaidSection
from press.model.places import note_places
from press.model.section import Section
from press.prove.excuses import Excuses

UNSEEN = re.compile(r"(data:[\w/+.-]+)[;,][^\s'\")]*| at \d+:\d+")


def prove_laid(section: LaidSection, source: Section, excuses: Excuses, report: Report) -> None:
    """Hold every note against its call, and pass on what the engine said."""
    if section.failure:
        report.add("L-06", source.place, f"the section cannot be laid out: {section.failure}",
                   "look for what is unusual in it: a picture, a table, a style; or report a fault of the press")
    faulty = [note for note in section.notes if _is_faulty(note)
              and not (_is_late(note) and excuses.excused("L-05", note.id, source.id))]
    places = note_places(source) if faulty else {}
    for note in faulty:
        _prove_note(note, places.get(note.id, source.place), report)
    tell_warnings(section, source.place, report)


def tell_warnings(section: LaidSection, place: Place, report: Report) -> None:
    """Pass on what the engine said of what it laid out."""
    for warning in section.style_warnings:
        report.add("E-02", Place("styles"), f"the engine warns: {_told(warning)}",
                   "correct the stylesheet that it names")
    for warning in section.warnings:
        report.add("E-01", place, f"the engine warns: {_told(warning)}",
                   "correct the text, the template or the style it names")


def _told(warning: str) -> str:
    """What the engine says, on one line, without the bytes and the places that it alone saw."""
    return " ".join(UNSEEN.sub(r"\1", warning).split()).rstrip(" .:")


def _is_faulty(note: LaidNote) -> bool:
    """Whether it does not stand whole, from the page of its call on, once on each of its pages."""
    return not note.whole or note.pages[:1] != (note.called_on,) or len(set(note.pages)) != len(note.pages)


def _is_late(note: LaidNote) -> bool:
    return bool(note.pages) and note.whole and note.pages[0] > note.called_on


def _prove_note(note: LaidNote, place: Place, report: Report) -> None:
    number = note.id.rsplit("-n", 1)[-1]
    if not note.pages:
        report.add("L-01", place, f"note {number} is lost", "shorten the note or move its call")
    elif len(set(note.pages)) != len(note.pages):
        report.add("L-02", place, f"note {number} stands twice on a page",
                   "report it: this is a fault of the press")
    elif not note.whole:
        report.add("L-03", place, f"note {number} is not whole: words are lost or doubled",
                   "shorten the note or move its call")
    elif note.pages[0] < note.called_on:
        report.add("L-04", place, f"note {number} stands before its call", "move the call")
    elif _is_late(note):
        report.add("L-05", place, f"note {number} begins on the page after its call",
                   "move the call or shorten the notes of its page", Severity.REVIEW)
