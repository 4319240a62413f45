"""Printing: what a printer takes, and what an edition asks of one.

A printer's numbers belong to him and change; they stand in `styles/printers/`, each
file with the day and the source of its numbers.  Lengths are in mm, as printers
give them, and carry it in their names.
"""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from press.model.records import Id, Text
from press.model.source import Record

PT_A_MM = 72 / 25.4
GUTTER_SPARE_MM = 3.0  # the house keeps an eighth of an inch more than the printer asks for


class Gutter(Record):
    """The least inner margin of a book of up to so many pages."""

    to_pages: int
    mm: float


class Paper(Record):
    """A paper: how thick a page of it is (half a leaf), and what the boards add to the spine."""

    id: Id
    page_mm: float
    boards_mm: float = 0.0


class Printer(Record):
    """A printer, from `styles/printers/`: the pages, extents, papers and inks that he takes.

    `signature` is the number of pages that the extent is a multiple of; `edge_mm` the
    least margin of anything that does not bleed, `bleeding_edge_mm` that of a page on which
    something does; `ink` the most that the inks of a spot may add up to, in per cent;
    `spine_from_pages` the extent from which the spine carries words, `spine_clear_mm` what
    stays clear on either side of them; `cover_edge_mm` what stays clear along trim and folds.
    `assumed` names the numbers that no source gives and that the printer is to be asked for.
    """

    id: Id
    name: Text
    date: Text
    source: Text
    remark: str = ""
    assumed: tuple[Text, ...] = ()
    trims: tuple[Text, ...] = Field(min_length=1)
    signature: int = Field(gt=0)
    shortest: int
    longest: int
    last_blank: bool = False
    gutters: tuple[Gutter, ...] = Field(min_length=1)
    edge_mm: float
    bleeding_edge_mm: float
    bleed_mm: float
    marks: bool
    transparency: bool
    ink: float
    smallest_type: float
    resolution: float
    papers: tuple[Paper, ...] = Field(min_length=1)
    spine_from_pages: int
    spine_clear_mm: float
    spine_narrow_mm: float = 0.0
    cover_edge_mm: float

    def gutter_mm(self, extent: int) -> float:
        """The least inner margin of a book of that extent."""
        return next((step.mm for step in self.gutters if extent <= step.to_pages), self.gutters[-1].mm)

    def filled(self, extent: int) -> int:
        """The extent with the blanks that fill the last signature; one more leaf where the last page must be blank."""
        return -(-extent // self.signature) * self.signature

    def spine_mm(self, extent: int, paper: Paper) -> float:
        """How thick a book of that extent is (checklist 87)."""
        return extent * paper.page_mm + paper.boards_mm

    def paper(self, name: str) -> Paper:
        """A paper by its id; the first when none is named."""
        return next((paper for paper in self.papers if paper.id == name), self.papers[0])


class Colour(StrEnum):
    """The inks that a profile tells of, by their names in the head of an ICC profile."""

    GREY = "GRAY"
    CMYK = "CMYK"


class Profile(Record):
    """A printing condition, from `styles/icc/`: its ICC profile, and how the output intent names it.

    `condition` is its name in the registry of characterisations at `registry`, or one of
    the house's own when it is in none.
    """

    id: Id
    file: Text
    condition: Text
    info: Text
    registry: str = ""
    licence: Text


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition with the text of its ICC profile, and the inks that it tells of."""

    profile: Profile
    icc: bytes
    colour: Colour


class Printing(Record):
    """What an edition asks of a printer: on which paper, in which colour conditions, with crop marks or without.

    Without an `id` the files are called after the edition and the format alone.
    """

    id: str = ""
    printer: Text = "offset"
    paper: str = ""
    profile: Text = "uncoated"
    cover_profile: Text = "coated"
    crop_marks: bool = False
