"""Tables: the records of an edition as JSON with its schema, and as CSV.

In JSON a record has the keys of the editors' files (JSON Schema, draft 2020-12).  In CSV
(RFC 4180, UTF-8) a list stands in one cell, its members parted by ` | `, and so do the
parts of a figure; what else a record holds under names of its own has a column each,
`name-forms.hy`; a date, in EDTF, is followed by the first and the last day it allows.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from press.model.date_parts import Day
from press.model.dates import AFTER_ALL, BEFORE_ALL, UncertainDate
from press.model.source import Record
from press.publish.data_words import said
from press.publish.disclosed import KEPT_BACK

BETWEEN = " | "
KINDS = ((frozenset({bool}), "boolean"), (frozenset({int}), "integer"), (frozenset({int, float}), "number"))
DRAFT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class Table:
    """A register as a table: the name of its files, what it is, the model of its records and these."""

    name: str
    title: str
    model: type[Record]
    records: tuple[Record, ...]

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The records with the keys of the editors' files, without what is kept back and what is not given."""
        hidden = KEPT_BACK.get(self.model, frozenset())
        return [{key: dict(value) if key in self._mappings else value
                 for key, value in record.model_dump(mode="json", by_alias=True, exclude_defaults=True).items()
                 if key not in hidden} for record in self.records]

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the table's file."""
        told = _plain(self.model.model_json_schema(mode="serialization"))
        told["properties"] = {key: {**value, "description": said(self.name, key)}
                              for key, value in told["properties"].items() if key not in KEPT_BACK.get(self.model, ())}
        told["required"] = [key for key in told["required"] if key in told["properties"]]
        definitions = {name: one for name, one in told.pop("$defs", {}).items() if f"#/$defs/{name}" in str(told)}
        return {"$schema": DRAFT, "title": self.title, "type": "array", "items": told,
                **({"$defs": definitions} if definitions else {})}

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the CSV, those that no record fills left out."""
        found = dict.fromkeys(key for row in self.cells for key in row)
        order = list(self.schema["items"]["properties"])
        return tuple(sorted(found, key=lambda column: order.index(column.partition(".")[0])))

    @cached_property
    def cells(self) -> list[dict[str, Any]]:
        """What stands in each row of the CSV by column."""
        return [dict(cell for key, value in row.items() for cell in self._cells(key, value, record))
                for row, record in zip(self.rows, self.records, strict=True)]

    def csv(self) -> bytes:
        """The table as CSV."""
        written = io.StringIO(newline="")
        writer = csv.DictWriter(written, self.columns, restval="")
        writer.writeheader()
        writer.writerows({column: _cell(value) for column, value in row.items()} for row in self.cells)
        return written.getvalue().encode()

    def kind(self, column: str) -> str:
        """What a column holds, in the words of Table Schema: string, integer, number, boolean or date."""
        if column.endswith((".earliest", ".latest")):
            return "date"
        held = {type(row[column]) for row in self.cells if row.get(column) is not None}
        return next((word for types, word in KINDS if held and held <= types), "string")

    @cached_property
    def _mappings(self) -> frozenset[str]:
        return frozenset(key for key, value in _plain(self.model.model_json_schema(mode="serialization"))
                         ["properties"].items() if "additionalProperties" in value)

    def _cells(self, key: str, value: Any, record: Record) -> Iterator[tuple[str, Any]]:
        if isinstance(value, Mapping) and all(isinstance(held, int) for held in value.values()):
            yield key, [f"{part}: {number}" for part, number in value.items()]
            return
        if isinstance(value, Mapping):
            for inner, held in (sorted(value.items()) if key in self._mappings else value.items()):
                yield f"{key}.{inner}", held
            return
        yield key, value
        date = next((getattr(record, name) for name, field in type(record).model_fields.items()
                     if field.alias == key and isinstance(getattr(record, name), UncertainDate)), None)
        if date is not None:
            yield f"{key}.earliest", _day(date.earliest)
            yield f"{key}.latest", _day(date.latest)


def _cell(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return BETWEEN.join(map(_cell, value))
        case None:
            return ""
        case _:
            return str(value)


def _day(day: Day) -> str:
    """A day as ISO 8601 writes it; nothing where none is known."""
    return "" if day in (BEFORE_ALL, AFTER_ALL) else f"{day[0]:04}-{day[1]:02}-{day[2]:02}"


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without the words of the program: pairs are a mapping, titles and defaults go."""
    made: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "properties":
            made[key] = {name: _plain(one) for name, one in value.items()}
        elif key == "$defs":
            made[key] = {name: {**_plain(one), **_said(one)} for name, one in value.items()}
        elif key == "items" and "prefixItems" in value:
            made |= {"type": "object", "additionalProperties": _plain(value["prefixItems"][1])}
        elif key in ("title", "default", "description"):
            continue
        elif key not in made:
            made[key] = _inner(value)
    return made


def _said(definition: dict[str, Any]) -> dict[str, str]:
    """What a definition says of itself: the first sentence of it."""
    return {"description": definition["description"].partition("\n")[0]} if "description" in definition else {}


def _inner(value: Any) -> Any:
    if isinstance(value, dict):
        return _plain(value)
    if isinstance(value, list):
        return [_inner(one) for one in value]
    return value
