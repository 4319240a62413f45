"""Comparing: the changes of an edition as lines to read before it is printed."""

from collections.abc import Iterator

from press.findings import Report
from press.load.book import load_book
from press.load.editions import editions, manifest_file
from press.load.recorded import read_record_file
from press.model.changes import Change, changes
from press.model.wording import Piece
from press.publish.request import Request
from press.workshop.logbook import Hindrance


def changed(request: Request, report: Report) -> Iterator[str]:
    """Every change since the edition before, a line each, with its wordings and what follows from it below."""
    known = editions(request.content)
    edition = request.edition or (known[-1] if known else "")
    book = load_book(request.content, edition, report)
    if book is None or report.errors:
        return
    if not book.before:
        raise Hindrance(f"no edition came before {edition}")
    found = book.changes
    if manifest_file(request.content, edition).exists():  # the files at hand may be those of a later edition
        now = read_record_file(request.content, edition, report)
        found = changes(book.before, now, book.edition.reasons) if now else ()
    for change in found:
        yield from _lines(change, "")
    yield f"{len(found)} change{'' if len(found) == 1 else 's'} since {book.before.statement}"


def _lines(change: Change, indent: str) -> Iterator[str]:
    """A change, its wordings with what differs between marks, and what follows from it."""
    name = "a person" if change.is_unnamed else str(change.item)
    yield f"{indent}{name}: {', '.join(change.sorts)}{f' ({change.reason})' if change.reason else ''}"
    whole = all(not one.was for one in change.readings) or all(not one.now for one in change.readings)
    for reading in () if whole else change.readings:
        was, now = ("".join(map(_marked, one)) for one in reading.beside)
        yield f"{indent}    {reading.key} was: {was}"
        yield f"{indent}    {' ' * len(reading.key)}  is: {now}"
    for follower in change.follows:
        yield from _lines(follower, f"{indent}    ")


def _marked(piece: Piece) -> str:
    """A piece, between marks where it differs."""
    text, differs = piece
    words = text.lstrip()
    return f"{text[:len(text) - len(words)]}[{words}]" if differs else text
