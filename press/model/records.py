"""Records: the single entries of the registers that the book is made from.

Every register of `content/` is a list of records of one kind.  The keys of the
YAML are the names of the fields with hyphens for underscores; a register names
sources, people, places and organizations by their ids.

Two keys differ from their field: the spot in a source file is called `place`
in the press, so the `place:` of an event or a memorial is the field `where`.
"""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from press.findings import Place
from press.model.dates import Date
from press.model.evidence import (
    PAGES,
    ClaimKind,
    Confidence,
    EstimateKind,
    EstimateStatus,
    Excusable,
    Fit,
    Living,
    Status,
)
from press.model.source import Record, hyphened


def _listed(value: object) -> object:
    """One form on its own counts as a list of one."""
    return (value,) if isinstance(value, str) else value


def _paired(value: object) -> object:
    """A mapping as pairs in the order in which it was written."""
    if isinstance(value, Mapping):
        return tuple(value.items())
    if isinstance(value, tuple):
        return value
    raise PydanticCustomError("dict_type", "a mapping is expected")


def _located(name: str) -> str:
    """The YAML key of a field where the key `place` is the field `where`."""
    return {"where": "place", "place": "@place"}.get(name) or hyphened(name)


def _isbn(text: str) -> str:
    """The text, when it is an ISBN-13 with the right check digit (ISO 2108:2017, annex A)."""
    if not re.fullmatch(r"97[89](-?\d){10}", text):
        raise PydanticCustomError("isbn", "an ISBN has thirteen figures and begins with 978 or 979")
    figures = [int(figure) for figure in text.replace("-", "")]
    check = -sum(figures[:-1:2]) - 3 * sum(figures[1:-1:2])
    if figures[-1] != check % 10:
        raise PydanticCustomError("isbn", "its last figure should be {check}", {"check": check % 10})
    return text


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Field(min_length=1)]
Sources = Annotated[tuple[Id, ...], Field(min_length=1)]
Forms = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
NameForms = Annotated[tuple[tuple[Text, Forms], ...], BeforeValidator(_paired)]
Number = Annotated[int, Field(ge=0)]
Isbns = Annotated[tuple[tuple[Text, Annotated[str, AfterValidator(_isbn)]], ...], BeforeValidator(_paired)]
Breakdown = Annotated[tuple[tuple[Text, Number], ...], BeforeValidator(_paired)]


class Entry(Record):
    """A record that has an id and rests on sources."""

    id: Id
    sources: Sources
    note: str = ""


class Discrepancy(Record):
    """The two readings of a claim on which the base text and other sources differ.

    `book` is what the book prints, where that is more than the statement of the claim.
    """

    base_text: Text
    other: Text
    book: str = ""


class Claim(Entry):
    """A statement of the book in its own words, and what it rests on.

    `holders` are the names of those who make a disputed statement, one of which
    stands in every passage that tells it.
    """

    section: Text
    statement: Text
    kind: ClaimKind
    status: Status
    in_base_text: bool
    date: Date | None = None
    places: tuple[Id, ...] = ()
    people: tuple[Id, ...] = ()
    organizations: tuple[Id, ...] = ()
    discrepancy: Discrepancy | None = None
    disputed_by: str = ""
    holders: tuple[Text, ...] = ()


class Event(Entry):
    """A dated line of the chronology; `where` is a place of the gazetteer, if the line names one.

    `timeline` is the short label under which the drawn timeline shows it.
    """

    model_config = ConfigDict(alias_generator=_located)

    place: Place = Field(default=Place(""), exclude=True)
    date: Date
    event: Text
    confidence: Confidence
    where: str = ""
    timeline: str = ""


class Estimate(Entry):
    """A published number of the dead: who gave it, when, and how; `high` is None when it is open.

    `chart` is the short name under which the range chart shows it.
    """

    by: Text
    published: Date | None
    low: Number
    high: Number | None
    kind: EstimateKind
    status: EstimateStatus
    breakdown: Breakdown = ()
    chart: str = ""


class Position(Entry):
    """What one side said on a question that is in dispute."""

    topic: Text
    side: Text
    who: Text
    when: Date | None
    position: Text
    short_phrase: str = ""


class Act(Entry):
    """An act of recognition or commemoration, with the instrument and the word it used."""

    body: Text
    jurisdiction: Text
    date: Date | None
    instrument: Text
    wording: Text
    status: Status


class Memorial(Entry):
    """A monument; `where` says where it stands, in words."""

    model_config = ConfigDict(alias_generator=_located)

    place: Place = Field(default=Place(""), exclude=True)
    name: Text
    where: Text
    date: Date | None
    initiative_or_author: Text
    status: Status


class Film(Entry):
    """A film on the subject of the book."""

    title: Text
    kind: Text
    year: Date
    director: Text
    status: Status


class Named(Entry):
    """A bearer of a name, with the forms of it in each language."""

    name: Text
    name_forms: NameForms = ()

    def forms(self, lang: str) -> tuple[str, ...]:
        """The forms of the name in one language, the preferred one first."""
        return dict(self.name_forms).get(lang, ())


class Person(Named):
    """A person of the account; `withheld` says why the name of one is not printed."""

    role_in_account: Text
    living: Living
    withheld: str = ""


class Coordinates(Record):
    """A spot on the globe in degrees, and the text that gave it."""

    lat: float = Field(ge=-90, le=90, allow_inf_nan=False)
    lon: float = Field(ge=-180, le=180, allow_inf_nan=False)
    as_given: Text
    status: Text


class GazetteerEntry(Named):
    """A place of the account."""

    kind: Text
    coordinates: Coordinates | None = None


class Organization(Named):
    """A body, court, movement or armed formation of the account."""

    kind: Text
    role_in_account: Text


class Term(Record):
    """A word that readers may need explained."""

    term: Text
    meaning: Text
    sources: Sources
    note: str = ""


class EventName(Record):
    """A name by which the event is called, and who calls it so."""

    form: Text
    language: Text
    used_by: Text
    sources: Sources
    note: str = ""


class CrossReference(Record):
    """A heading of the general index that sends its reader elsewhere."""

    heading: Text
    see: tuple[Text, ...] = ()
    see_also: tuple[Text, ...] = ()


class Excuse(Record):
    """A fault of the galley that the editors have looked at and let stand: its rule, its passage, and why.

    `passage` is the name that the finding's passage has, or the id of a section for all of it;
    `format` is the one on whose pages it stands.
    """

    rule: Excusable
    passage: Text
    reason: Text
    format: Text = PAGES


class Copyfit(Record):
    """A paragraph that is set tighter or looser than the rest, within limits that no reader sees."""

    passage: Text
    fit: Fit
