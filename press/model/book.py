"""Book: one title in one edition, with its sections in the order of the leaves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, ConfigDict, Field

from press.findings import Place
from press.model.cover import Cover
from press.model.dates import UncertainDate
from press.model.edtf import EdtfError
from press.model.evidence import PAGES
from press.model.history import Item, Reference, Withdrawal
from press.model.printing import Printing
from press.model.records import Id, Isbns, NameForms, Text
from press.model.registers import Registers
from press.model.section import Section
from press.model.source import Name, Record

if TYPE_CHECKING:  # of an edition that follows another
    from press.model.changes import Change
    from press.model.recorded import Recorded


def _day(text: str) -> str:
    """The text, when it writes a day of the calendar."""
    UncertainDate.parse(text)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise EdtfError(text, 0, "a day is expected, as 2026-02-26")
    return text


Day = Annotated[str, AfterValidator(_day)]


class Title(Record):
    """The title as `book.yaml` gives it, and the files of the book in order.

    `running_head` stands on versos; `names` are the forms of the subject's name by
    language, printed on the title page in the order of the language codes.
    """

    title: Text
    subtitle: Text
    running_head: Text
    description: Text
    names: NameForms = ()
    language: Text = "en"
    editors: tuple[Name, ...] = Field(min_length=1)
    licence: Text
    rights: Text
    cover: Cover = Cover()
    front: tuple[Text, ...] = ()
    body: tuple[Text, ...] = Field(min_length=1)
    back: tuple[Text, ...] = ()


class CorrectionKind(StrEnum):
    """What a correction mends: a misprint in the next impression, the others in the next edition."""

    MISPRINT = "misprint"
    ERROR = "error of fact"
    JUDGEMENT = "change of judgement"


def _corrected(name: str) -> str:
    """The YAML key of a field of a correction."""
    return {"where": "place", "place": "@place", "now": "is", "kind": "class"}.get(name, name)


class Correction(Record):
    """A correction to a printed edition: where it stands, what was printed there, and what is right.

    The YAML keys `place`, `is` and `class` are the fields `where`, `now` and `kind`; `of` names the
    passage or record that was mended, as `§4.12` or `claim c031`.
    """

    model_config = ConfigDict(alias_generator=_corrected)

    place: Place = Field(default=Place(""), exclude=True)
    date: Day
    where: Text
    was: Text
    now: Text
    reason: Text
    source: str = ""
    of: Reference | None = None
    kind: CorrectionKind


class Edition(Record):
    """An edition: its number in words, its date, its imprint, its trim and formats.

    `date` and `state_of_knowledge` are days, YYYY-MM-DD; nothing printed comes from the
    clock.  `previous` is the id of the edition that this one follows; `corrections` and
    `withdrawals` tell what became of what stood there.  `isbns` are ISBN-13 by format.
    """

    id: Id
    statement: Text
    date: Day
    state_of_knowledge: Day
    imprint: Text
    imprint_place: str = ""
    identifier: Text
    corrections_to: Text
    history: tuple[Text, ...] = ()
    previous: str = ""
    corrections: tuple[Correction, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    isbns: Isbns = ()
    trim: Text = "a5"
    formats: tuple[Text, ...] = Field(default=("screen",), min_length=1)
    printings: tuple[Printing, ...] = (Printing(),)

    @property
    def reasons(self) -> Mapping[Item, str]:
        """Why each item that the edition names was corrected or withdrawn."""
        return ({one.of: one.reason for one in self.corrections if one.of}
                | {one.of: one.reason for one in self.withdrawals})

    def isbn(self, form: str) -> str:
        """The ISBN-13 of a format as written, or nothing."""
        return dict(self.isbns).get(form, "")


class Kind(StrEnum):
    """What a format is made as: a PDF, an interior or a cover for a printing machine, an EPUB, data, web pages."""

    PAGES = "pages"
    PRINT = "print"
    COVER = "cover"
    EPUB = "epub"
    DATA = "data"
    WEB = "web"


class Format(Record):
    """A format of the edition, from `styles/formats/`: its kind, its stylesheets in order, whether links live.

    `carries_sources` says that its file holds all that the edition is made from; `interior` is
    the format that a cover is for, `folios` the one whose folios one without pages names, `fits`
    the one for whose pages its passages are fitted and its faults excused.
    `page_letters` is about what a page holds: folios that are not known yet are guessed by it.
    Sizes are in pt: the folio, its distance above and below the text block, and the label of
    a note that goes on.
    """

    id: Id
    purpose: Text
    kind: Kind = Kind.PAGES
    stylesheets: tuple[Text, ...]
    live: bool = True
    carries_sources: bool = False
    trim: str = ""
    interior: str = ""
    folios: str = PAGES
    fits: str = PAGES
    page_letters: int = 1830
    folio_size: float = 10.0
    folio_above: float = 13.6
    folio_below: float = 31.3
    label_size: float = 7.25


@dataclass(frozen=True, slots=True)
class Book:
    """A title in one edition: everything that composition needs to know.

    `whole` is False when a section could not be read; nobody can say then what no passage does.
    `before` is what the previous edition said, where there is one, and `changes` all that differs.
    """

    title: Title
    edition: Edition
    sections: tuple[Section, ...]
    registers: Registers
    whole: bool = True
    before: "Recorded | None" = None
    changes: "tuple[Change, ...]" = ()

    @property
    def sources(self) -> Mapping[str, object]:
        """The sources by key."""
        return self.registers.sources
