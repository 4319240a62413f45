"""Data package: what the files of data are, for programs (Frictionless Data Package 1) and for readers."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from press.model.book import Book
from press.publish.data_words import said
from press.publish.tables import BETWEEN, Table

SOURCES = {
    "sources.json": ("Sources as CSL-JSON", "application/vnd.citationstyles.csl+json"),
    "sources.bib": ("Sources as BibTeX", "application/x-bibtex"),
    "sources.ris": ("Sources as RIS", "application/x-research-info-systems"),
}
LICENCES = "https://spdx.org/licenses/"


def data_package(book: Book, tables: Sequence[Table], files: Mapping[str, bytes]) -> dict[str, Any]:
    """The description of an edition's data."""
    title, edition = book.title, book.edition
    return {
        "profile": "data-package",
        "name": f"{edition.id}-data",
        "id": edition.identifier,
        "title": f"{title.title}: data of the {edition.statement.lower()}",
        "description": title.description,
        "version": edition.id,
        "created": f"{edition.date}T00:00:00Z",
        "licenses": [{"name": title.licence, "path": f"{LICENCES}{title.licence}.html"}],
        "contributors": [{"title": name.literal or f"{name.given} {name.family}".strip(), "role": "author"}
                         for name in title.editors],
        "resources": [*_sources(files), *(one for table in tables for one in _tabular(table, files))],
    }


def _sources(files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    for path, (title, kind) in SOURCES.items():
        yield _resource(f"sources-{path.partition('.')[2]}", path, title, kind, files)


def _tabular(table: Table, files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    yield {**_resource(table.name, f"{table.name}.csv", table.title, "text/csv", files),
           "profile": "tabular-data-resource", "schema": _schema(table)}
    yield _resource(f"{table.name}-json", f"{table.name}.json", table.title, "application/json", files)
    yield _resource(f"{table.name}-schema", f"{table.name}.schema.json", f"JSON Schema of {table.name}.json",
                    "application/schema+json", files)


def _resource(name: str, path: str, title: str, kind: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {"name": name, "path": path, "title": title, "format": path.rpartition(".")[2], "mediatype": kind,
            "encoding": "utf-8", "bytes": len(files[path]),
            "hash": f"sha256:{hashlib.sha256(files[path]).hexdigest()}"}


def _schema(table: Table) -> dict[str, Any]:
    """The columns of a table (Table Schema 1)."""
    fields = [{"name": column, "type": table.kind(column), "description": _column(table, column)}
              for column in table.columns]
    return {"fields": fields, "missingValues": [""], **({"primaryKey": "id"} if "id" in table.columns else {})}


def _column(table: Table, column: str) -> str:
    field, _, part = column.partition(".")
    words = {"": "", "earliest": "; the first day it allows", "latest": "; the last day it allows"}
    return said(table.name, field) + words.get(part, f": {part.replace('-', ' ')}")


def readme(book: Book, tables: Iterable[Table]) -> str:
    """What the files are, in words."""
    title, edition = book.title, book.edition
    lines = [
        f"# {title.title}: data", "", f"{edition.statement}, {edition.date}. {title.description}", "",
        f"Licence: {title.licence}. {title.rights}", "", f"Identifier: {edition.identifier}", "",
        "| file | is |", "|---|---|", *(f"| `{path}` | {words} |" for path, (words, _) in SOURCES.items()),
        *(f"| `{table.name}.csv`, `{table.name}.json` | {table.title}: {len(table.records)} |" for table in tables),
        "| `*.schema.json` | the JSON Schema of each JSON file |",
        "| `datapackage.json` | every file and every column, for programs (Frictionless Data) |", "",
        f"The files are in UTF-8. In CSV, the members of a list stand in one cell, parted by `{BETWEEN}`;",
        "a name such as `name-forms.hy` is the part `hy` of the field `name-forms`. Dates are EDTF (ISO 8601-2),",
        "exactly as they are known; `.earliest` and `.latest` are the first and the last day that a date allows.",
        "Names that the book withholds, and notes that the editors keep, are not in the data.", "",
    ]
    return "\n".join(lines)
