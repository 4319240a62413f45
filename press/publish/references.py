"""References: the sources of an edition for the programs that manage references.

CSL-JSON has the variable names of CSL 1.0.2, dates as date-parts, and under `custom`
what the house adds.  BibTeX and RIS (the specification of 2011) have what they have
fields for; a date that they cannot write is left out there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from press.model.date_parts import End, SingleDate
from press.model.dates import UncertainDate
from press.model.source import Name, Source

CSL_NAMES = ("author", "editor", "translator", "recipient", "interviewer", "director")
HOUSE = frozenset({"verification", "provenance-class", "via", "supports", "unused", "title-romanization",
                   "title-translation", "container-title-romanization"})
BIBTEX = {"book": "book", "chapter": "incollection", "article-journal": "article", "article-magazine": "article",
          "article-newspaper": "article", "article": "article", "report": "techreport", "thesis": "phdthesis",
          "paper-conference": "inproceedings"}
BIBTEX_FIELDS = {"title": "title", "title-short": "shorttitle", "container-title": "journal",
                 "publisher": "publisher", "publisher-place": "address", "volume": "volume", "issue": "number",
                 "number": "number", "page": "pages", "edition": "edition", "ISBN": "isbn", "ISSN": "issn",
                 "language": "langid", "note": "annote"}
BIBTEX_NAMES = {"report": {"publisher": "institution"}, "thesis": {"publisher": "school"},
                "chapter": {"container-title": "booktitle"}, "paper-conference": {"container-title": "booktitle"}}
TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
       **{c: f"\\{c}" for c in "%&#$_"}, "{": "", "}": ""}
RIS = {"book": "BOOK", "chapter": "CHAP", "article-journal": "JOUR", "article-magazine": "MGZN",
       "article-newspaper": "NEWS", "article": "JOUR", "report": "RPRT", "document": "RPRT", "pamphlet": "PAMP",
       "thesis": "THES", "paper-conference": "CPAPER", "webpage": "ELEC", "post": "ELEC", "post-weblog": "BLOG",
       "legislation": "STAT", "bill": "BILL", "legal_case": "CASE", "hearing": "HEAR", "dataset": "DATA",
       "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT", "map": "MAP", "manuscript": "UNPB",
       "interview": "PCOMM", "personal_communication": "PCOMM", "motion_picture": "MPCT", "broadcast": "VIDEO"}
RIS_FIELDS = {"title": "TI", "title-short": "ST", "container-title": "T2", "publisher": "PB", "publisher-place": "CY",
              "volume": "VL", "issue": "IS", "number": "M1", "edition": "ET", "ISBN": "SN", "ISSN": "SN",
              "DOI": "DO", "URL": "UR", "language": "LA", "note": "N1"}
RIS_NAMES = (("author", "AU"), ("editor", "ED"), ("translator", "A4"))
RUN = re.compile(r"^(?P<first>\w+)\s*[–-]\s*(?P<last>\w+)$")


def csl(source: Source) -> dict[str, Any]:
    """A source as an item of CSL-JSON; the house's own variables are under `custom`."""
    written = _written(source)
    item: dict[str, Any] = {key: value for key, value in written.items() if key not in HOUSE}
    for role in CSL_NAMES:
        if role in item:
            item[role] = [_csl_name(name) for name in getattr(source, role)]
    for field in ("issued", "accessed", "original-date"):
        if field in item:
            item[field] = _csl_date(getattr(source, field.replace("-", "_")))
    item["custom"] = {key: value for key, value in written.items() if key in HOUSE}
    return item


def bibtex(sources: Iterable[Source]) -> str:
    """The sources as BibTeX, one entry a source, under the book's own keys; titles keep their capitals."""
    return "\n".join(_bibtex_entry(source) for source in sources)


def ris(sources: Iterable[Source]) -> str:
    """The sources as RIS, one record a source."""
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for source in sources
                   for tag, value in (*_ris_entry(source), ("ER", "")))


def _written(source: Source) -> dict[str, Any]:
    return source.model_dump(mode="json", by_alias=True, exclude_defaults=True) | {"language": source.language}


def _csl_name(name: Name) -> dict[str, str]:
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


def _bibtex_entry(source: Source) -> str:
    written, named = _written(source), BIBTEX_FIELDS | BIBTEX_NAMES.get(source.type, {})
    fields = {role: " and ".join(map(_bibtex_name, getattr(source, role))) for role in ("author", "editor")}
    fields |= {named[key]: _tex(str(written[key])) for key in named if key in written}
    fields["title"] = f"{{{fields['title']}}}"
    fields |= {name: written[key] for key, name in (("URL", "url"), ("DOI", "doi")) if key in written}
    if source.issued:
        fields["year"] = str(source.issued.years[0])
        fields["date"] = source.issued.text
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{BIBTEX.get(source.type, 'misc')}{{{source.id},", *lines, "}", ""])


def _bibtex_name(name: Name) -> str:
    if name.literal:
        return f"{{{_tex(name.literal)}}}"
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return ", ".join(_tex(part) for part in (family, name.suffix, name.given) if part)


def _tex(text: str) -> str:
    return "".join(TEX.get(character, character) for character in text)


def _ris_entry(source: Source) -> Iterator[tuple[str, str]]:
    written = _written(source)
    yield "TY", RIS.get(source.type, "GEN")
    yield "ID", source.id
    for role, tag in RIS_NAMES:
        for name in getattr(source, role):
            yield tag, _ris_name(name)
    if source.issued:
        yield from _ris_date(source.issued)
    for key, tag in RIS_FIELDS.items():
        if key in written:
            yield tag, str(written[key])
    yield from _ris_pages(written)


def _ris_name(name: Name) -> str:
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return name.literal or ", ".join(filter(None, (family, name.given, name.suffix)))


def _ris_date(date: UncertainDate) -> Iterator[tuple[str, str]]:
    """The year, and the day or month where the date is one: `1992/02/26/`."""
    yield "PY", str(date.years[0])
    if isinstance(date.start, SingleDate) and date.start == date.end and date.start.is_specified and date.start.month:
        parts = [part.digits if part else "" for part in (date.start.year, date.start.month, date.start.day)]
        yield "DA", "/".join([*parts, ""])


def _ris_pages(written: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "page" in written:
        run = RUN.match(written["page"])
        yield from ((("SP", run["first"]), ("EP", run["last"])) if run else (("SP", written["page"]),))
