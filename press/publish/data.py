"""Data: the records of an edition for other programs, in a folder, in one archive, and within the PDF.

Sources as CSL-JSON, BibTeX and RIS; every register as JSON with its JSON Schema and as
CSV; and a Data Package that says what each file is, under which licence and of which
edition (Frictionless Data, Tabular Data Package 1).
"""

import json
from collections.abc import Iterable, Mapping

from press.assemble.attachments import Attachment, Relationship
from press.model import records
from press.model.book import Format
from press.model.registers import Registers
from press.model.source import Record
from press.publish.data_package import data_package, readme
from press.publish.data_words import TITLES
from press.publish.disclosed import disclosed
from press.publish.forme import Run
from press.publish.references import bibtex, csl, ris
from press.publish.tables import Table
from press.publish.zipped import zipped


def make_data(chosen: Format, css: str, run: Run) -> Mapping[str, bytes]:
    """The files of data, and the archive of them all, by name."""
    del css
    run.progress(f"write {chosen.id}", 0, 1)
    book = run.book
    made = tables(book.registers)
    files = references(book.registers)
    for table in made:
        files |= {f"{table.name}.csv": table.csv(), f"{table.name}.json": _json(table.rows),
                  f"{table.name}.schema.json": _json(table.schema)}
    files["datapackage.json"] = _json(data_package(book, made, files))
    files["README.md"] = readme(book, made).encode()
    named = {f"{chosen.id}/{name}": content for name, content in sorted(files.items())}
    run.progress(f"write {chosen.id}", 1, 1)
    return {**named, f"{book.edition.id}-{chosen.id}.zip": zipped(
        {f"{book.edition.id}-{name}": content for name, content in named.items()}, book.edition.date)}


def references(registers: Registers) -> dict[str, bytes]:
    """The sources in the formats of reference managers, by name of file."""
    sources = registers.sources.values()
    return {"sources.json": _json([csl(source) for source in sources]), "sources.bib": bibtex(sources).encode(),
            "sources.ris": ris(sources).encode()}


def tables(registers: Registers) -> tuple[Table, ...]:
    """The registers that have a record, without what is private in them."""
    told = disclosed(registers)
    filed: tuple[tuple[str, type[Record], Iterable[Record]], ...] = (
        ("chronology", records.Event, told.events.values()),
        ("estimates", records.Estimate, told.estimates.values()),
        ("claims", records.Claim, told.claims.values()),
        ("positions", records.Position, told.positions.values()),
        ("recognition", records.Act, told.acts.values()),
        ("memorials", records.Memorial, told.memorials.values()),
        ("films", records.Film, told.films.values()),
        ("people", records.Person, told.people.values()),
        ("gazetteer", records.GazetteerEntry, told.gazetteer.values()),
        ("organizations", records.Organization, told.organizations.values()),
        ("glossary", records.Term, told.terms),
        ("event-names", records.EventName, told.event_names),
    )
    made = (Table(name, TITLES[name], model, tuple(kept)) for name, model, kept in filed)
    return tuple(table for table in made if table.records)


def evidence(registers: Registers) -> tuple[Attachment, ...]:
    """The records of an edition as files to attach."""
    rows = {table.name: _json(table.rows) for table in tables(registers)}
    files = references(registers)
    return (
        Attachment("sources.json", "application/vnd.citationstyles.csl+json", files["sources.json"],
                   Relationship.SOURCE, "Sources of the book as CSL-JSON"),
        Attachment("sources.bib", "application/x-bibtex", files["sources.bib"],
                   Relationship.SOURCE, "Sources of the book as BibTeX"),
        Attachment("chronology.json", "application/json", rows.get("chronology", b"[]\n"),
                   Relationship.DATA, "Chronology of the book"),
        Attachment("estimates.json", "application/json", rows.get("estimates", b"[]\n"),
                   Relationship.DATA, "Published figures, with who gave them and when"),
        Attachment("claims.json", "application/json", rows.get("claims", b"[]\n"),
                   Relationship.DATA, "Claims of the book, with their status and sources"),
    )


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
