"""Laid section: the pages of one section and everything known about them, as data.

Lengths are in pt; x grows to the right from the page's left edge, y upwards from
its foot, as in PDF.  Pages are counted from 0 within the section.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Job:
    """What a section's layout depends on, and nothing else.

    `html` is the whole document but for its styles; `css` the text of the styles
    that all sections share, `heads` of those that only this one has; `base` the
    folder that the urls in all are relative to.
    """

    id: str
    html: str
    css: str
    base: str
    heads: str = ""


class Spot(NamedTuple):
    """Where a name stands."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page: its size, the name of its page type, its text block, and the notes carried onto it.

    `text` is the left, foot, right and head edge of the text block; `notes_top`
    is where the rule above the notes stands, 0 without notes; `opening` are the words
    with which the page goes on in the text, without what line breaking adds or drops,
    empty on a page of notes or pictures alone.
    """

    width: float
    height: float
    name: str
    blank: bool
    text: tuple[float, float, float, float]
    carried: tuple[str, ...] = ()
    notes_top: float = 0.0
    opening: str = ""


class LaidNote(NamedTuple):
    """A note: the page of its call, the pages it stands on, and whether every word stands there once."""

    id: str
    called_on: int
    pages: tuple[int, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline."""

    title: str
    spot: Spot
    below: tuple["Heading", ...] = ()


class Fault(StrEnum):
    """What is seen."""

    LADDER = "ladder"
    STUB = "stub"
    HOLE = "hole"
    OVERFULL = "overfull"
    HEADING = "heading"
    SHORT_PAGE = "short page"
    WIDOW = "widow"
    ORPHAN = "orphan"
    FACING = "facing pages"
    WHITE = "white"
    TURN = "turn"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Observation:
    """A fault on one page of a section, counted from 0, the words by which to find it, and its passage's name."""

    fault: Fault
    page: int
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class LaidSection:
    """One section, laid out by itself; with a `failure` a page in its place.

    `refers` are the names to which its references lead, sorted; `job` is the name of all that its layout
    depends on, where that is known.
    """

    id: str
    pages: tuple[LaidPage, ...]
    names: dict[str, tuple[Spot, ...]]
    notes: tuple[LaidNote, ...]
    outline: tuple[Heading, ...]
    warnings: tuple[str, ...]
    style_warnings: tuple[str, ...]
    observed: tuple[Observation, ...]
    pdf: bytes
    failure: str = ""
    refers: tuple[str, ...] = ()
    job: str = ""

    def described(self) -> str:
        """Everything but the PDF, as JSON."""
        fields = {name: value for name, value in asdict_shallow(self).items() if name != "pdf"}
        return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def asdict_shallow(section: LaidSection) -> dict[str, Any]:
    """The fields of a section as plain lists and mappings."""
    return {
        "id": section.id,
        "pages": [asdict(page) for page in section.pages],
        "names": section.names,
        "notes": section.notes,
        "outline": [_written(heading) for heading in section.outline],
        "warnings": list(section.warnings),
        "style_warnings": list(section.style_warnings),
        "observed": [asdict(one) for one in section.observed],
        "pdf": section.pdf,
        "refers": section.refers,
    }


def _written(heading: Heading) -> list[Any]:
    spot = heading.spot
    return [heading.title, [spot.page, spot.x, spot.y], [_written(below) for below in heading.below]]


def _heading(written: list[Any]) -> Heading:
    title, spot, below = written
    return Heading(title, Spot(*spot), tuple(_heading(item) for item in below))


def from_description(description: str, pdf: bytes) -> LaidSection:
    """The section that `described` wrote; ValueError, KeyError or TypeError when it is not one."""
    fields = json.loads(description)
    pages = tuple(LaidPage(**{**page, "carried": tuple(page["carried"]), "text": tuple(page["text"])})
                  for page in fields["pages"])
    return LaidSection(
        id=fields["id"],
        pages=pages,
        names={name: tuple([Spot(*spot) for spot in spots]) for name, spots in fields["names"].items()},
        notes=tuple([LaidNote(name, called_on, tuple(on), whole) for name, called_on, on, whole in fields["notes"]]),
        outline=tuple(_heading(item) for item in fields["outline"]),
        warnings=tuple(fields["warnings"]),
        style_warnings=tuple(fields["style_warnings"]),
        observed=tuple(Observation(**{**one, "fault": Fault(one["fault"])}) for one in fields["observed"]),
        pdf=pdf,
        refers=tuple(fields["refers"]),
    )
