"""History: what an edition says of the one before it is so, and nothing vanishes silently."""

import re
from typing import TYPE_CHECKING

from press.findings import Place, Report, Severity, did_you_mean
from press.model.book import Book, Correction, Edition
from press.model.history import Item, ItemKind

if TYPE_CHECKING:
    from press.model.recorded import Recorded, Said

NUMBERS = re.compile(r"§\s?(\d+\.\d+[a-z]?)")


def check_history(book: Book, report: Report) -> None:
    """Every rule on corrections, withdrawals and what is gone."""
    edition, before = book.edition, book.before
    _check_isbns(edition, before, report)
    unknown = edition.previous and not before
    if book.whole and not book.registers.incomplete and not unknown:  # else nobody can say what stands or stood
        _check_named(book, report)
    if before is None:
        return
    if edition.date < before.date:
        report.add("H-08", edition.place, f"the edition is dated {edition.date}, the one before it {before.date}",
                   "write the day on which this edition comes out")
    _check_gone(book, report)
    from press.model.recording import CHANGES

    if not any(section.template == CHANGES for section in book.sections) and book.whole:
        report.add("H-06", edition.place, "no section prints the changes since the previous edition",
                   f"write back/changes.md with template: {CHANGES}, and name it in book.yaml", Severity.REVIEW)


def _check_named(book: Book, report: Report) -> None:
    """Corrections and withdrawals name what stood; the corrections of a first edition name what stands."""
    if not book.edition.corrections and not book.edition.withdrawals:
        return
    from press.model.recording import record_of

    stood = {said.item: said for said in (book.before.said if book.before else ())}
    stands = {said.item: said for said in record_of(book).said}
    for correction in book.edition.corrections:
        _check_correction(correction, stood, stands, report)
    for one in book.edition.withdrawals:
        _check_known(one.of, stood, one.place, report)
        if one.of in stood and one.of in stands:
            report.add("H-03", one.place, f"{one.of} is said to be withdrawn, and it stands",
                       "take it out of the book, or the entry out of the list")


def _check_correction(one: Correction, stood: "dict[Item, Said]", stands: "dict[Item, Said]", report: Report) -> None:
    """What is corrected is named and stood; what was and what is are words of it."""
    named = [one.of] if one.of else [Item.read(f"§{number}") for number in NUMBERS.findall(one.where)]
    if not named:
        report.add("H-03", one.place, "the correction names no passage or record",
                   "add of: and what was corrected, as §4.12 or claim c031")
    for item in named:
        _check_known(item, {**stood, **stands}, one.place, report)
        for said, quoted, key in ((stood.get(item), one.was, "was"), (stands.get(item), one.now, "is")):
            if said and quoted not in " ".join(words for _, words in said.wording):
                report.add("H-05", one.place, f"“{quoted}” does not stand in {item}, where {key}: has it",
                           "quote the words as they are printed", Severity.REVIEW)


def _check_known(item: Item, stood: "dict[Item, Said]", place: Place, report: Report) -> None:
    if item not in stood:
        known = {str(one): one for one in stood if one.kind is item.kind}
        report.add("H-03", place, f"the edition before has no {item}" if stood else f"there is no {item}",
                   did_you_mean(str(item), known) or "name what stood there, as §4.12 or claim c031")


def _check_gone(book: Book, report: Report) -> None:
    """Records and numbered paragraphs that are gone are told, or follow from what is."""
    for change in book.changes:
        kept = change.item.kind is not ItemKind.PARAGRAPH or change.item.id.startswith("§")
        if change.is_withdrawal and kept and change.item not in book.edition.reasons:
            report.add("H-04", book.edition.place, f"{change.item} stood in the edition before and is gone",
                       f"put it back, or write under withdrawals: of: {change.item} and reason: …")


def _check_isbns(edition: Edition, before: "Recorded | None", report: Report) -> None:
    taken = set(before.isbns) if before else set()
    for form, number in edition.isbns:
        if number in taken:
            report.add("H-07", edition.place, f"the ISBN {number} of {form} belongs to another format or edition",
                       "each format of each edition has its own")
        taken.add(number)
