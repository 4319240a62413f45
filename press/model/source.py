"""Source: a work that the book cites, with the variable names of CSL.

Names of variables follow the CSL 1.0.2 specification as Zotero and Pandoc
export it to YAML; `verification`, `provenance-class`, `via`, `supports` and the
romanized and translated titles are the house's own.
"""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from press.findings import Place
from press.model.dates import Date


def hyphened(name: str) -> str:
    """The YAML key of a field: `container_title` is written `container-title`."""
    return {"url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}.get(name, name.replace("_", "-"))


class Record(BaseModel):
    """A record of an editor's file: frozen, strict about its keys, with its place."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=hyphened, populate_by_name=True,
                              defer_build=True)

    place: Place = Field(default=Place(""), exclude=True)


class Verification(StrEnum):
    """What the editors saw of a source."""

    TEXT_CONSULTED = "text-consulted"
    CITED_BY = "cited-by"
    NAMED_ONLY = "named-only"


class Name(Record):
    """A person or body: `family` and `given`, or `literal`; `original` in its own script."""

    family: str = ""
    given: str = ""
    literal: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    original: str = ""
    lang: str = ""


class Support(Record):
    """A fact that a source was seen to support, and where in it."""

    fact: str
    locator: str = ""


class Source(Record):
    """A work that the book cites; `unused` says why one that was consulted is not.

    `title_supplied` says that the title is the editors' description of a work whose own title was not seen.
    """

    id: str
    type: str
    title: str
    title_short: str = ""
    title_romanization: str = ""
    title_translation: str = ""
    title_supplied: bool = False
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    recipient: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    authority: str = ""
    issued: Date | None = None
    accessed: Date | None = None
    original_date: Date | None = None
    container_title: str = ""
    container_title_romanization: str = ""
    collection_title: str = ""
    collection_number: str = ""
    edition: str = ""
    genre: str = ""
    medium: str = ""
    publisher: str = ""
    publisher_place: str = ""
    jurisdiction: str = ""
    archive: str = ""
    archive_place: str = ""
    archive_location: str = ""
    number: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    section: str = ""
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    url: str = ""
    language: str = "en"
    note: str = ""
    provenance_class: str
    verification: Verification
    via: tuple[str, ...] = ()
    supports: tuple[Support, ...] = ()
    unused: str = ""
