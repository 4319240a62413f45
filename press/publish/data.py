"""Data: the records of an edition in the formats of other programs.

Sources as CSL-JSON (the variable names of CSL 1.0.2, dates as date-parts) and as
BibTeX; chronology, estimates and claims as JSON, with the keys of the editors' files.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from press.assemble.attachments import Attachment, Relationship
from press.model.date_parts import End
from press.model.dates import UncertainDate
from press.model.registers import Registers
from press.model.source import Name, Source

CSL_NAMES = ("author", "editor", "translator", "recipient", "interviewer", "director")
HOUSE = frozenset({"verification", "provenance-class", "via", "supports", "unused", "title-romanization",
                   "title-translation", "container-title-romanization"})
BIBTEX = {"book": "book", "chapter": "incollection", "article-journal": "article", "article-magazine": "article",
          "article-newspaper": "article", "report": "techreport", "thesis": "phdthesis"}
FIELDS = {"title": "title", "container-title": "journal", "publisher": "publisher", "publisher-place": "address",
          "volume": "volume", "issue": "number", "page": "pages", "URL": "url", "DOI": "doi", "ISBN": "isbn",
          "note": "note", "language": "language"}


def evidence(registers: Registers) -> tuple[Attachment, ...]:
    """The records of an edition as files to attach."""
    sources = registers.sources.values()
    return (
        Attachment("sources.json", "application/vnd.citationstyles.csl+json", _json([csl(s) for s in sources]),
                   Relationship.SOURCE, "Sources of the book as CSL-JSON"),
        Attachment("sources.bib", "application/x-bibtex", bibtex(sources).encode(),
                   Relationship.SOURCE, "Sources of the book as BibTeX"),
        Attachment("chronology.json", "application/json", _json(_plain(registers.events)),
                   Relationship.DATA, "Chronology of the book"),
        Attachment("estimates.json", "application/json", _json(_plain(registers.estimates)),
                   Relationship.DATA, "Published figures, with who gave them and when"),
        Attachment("claims.json", "application/json", _json(_plain(registers.claims)),
                   Relationship.DATA, "Claims of the book, with their status and sources"),
    )


def csl(source: Source) -> dict[str, Any]:
    """A source as an item of CSL-JSON; the house's own variables are under `custom`."""
    written = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    item: dict[str, Any] = {key: value for key, value in written.items() if key not in HOUSE}
    for role in CSL_NAMES:
        if role in item:
            item[role] = [_name(name) for name in getattr(source, role)]
    for field in ("issued", "accessed", "original-date"):
        if field in item:
            item[field] = _csl_date(getattr(source, field.replace("-", "_")))
    item["custom"] = {key: value for key, value in written.items() if key in HOUSE}
    return item


def _name(name: Name) -> dict[str, str]:
    return {key: value for key, value in name.model_dump(by_alias=True, exclude_defaults=True).items()
            if key not in ("original", "lang")}


def _csl_date(date: UncertainDate) -> dict[str, Any]:
    """Date-parts where both ends are whole days, months or years; else the date as written."""
    parts = []
    for bound in dict.fromkeys((date.start, date.end)):
        if isinstance(bound, End) or not bound.is_specified:
            return {"raw": date.text}
        parts.append([int(part.digits) for part in (bound.year, bound.month, bound.day) if part])
    return {"date-parts": parts, **({"circa": True} if date.is_approximate else {})}


def bibtex(sources: Iterable[Source]) -> str:
    """The sources as BibTeX, one entry a source, under the book's own keys."""
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Source) -> str:
    written = source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    fields = {"author": " and ".join(_bibtex_name(name) for name in source.author)}
    fields |= {FIELDS[key]: str(written[key]) for key in FIELDS if key in written}
    if source.issued:
        fields["year"] = str(source.issued.years[0])
        fields["date"] = source.issued.text
    lines = [f"  {name} = {{{_escaped(value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{BIBTEX.get(source.type, 'misc')}{{{source.id},", *lines, "}", ""])


def _bibtex_name(name: Name) -> str:
    return f"{{{name.literal}}}" if name.literal else f"{name.family}, {name.given}".strip(", ")


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "%&#$_" else c for c in text.replace("{", "").replace("}", ""))


def _plain(register: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [record.model_dump(mode="json", by_alias=True, exclude_defaults=True) for record in register.values()]


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
