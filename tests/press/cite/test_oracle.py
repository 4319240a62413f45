"""Forms and notes against Pandoc's citeproc with the Chicago style: see `oracle/README.md`."""

import html
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypandoc
import pytest
import yaml

from press.cite.elements import prints_without_address
from press.cite.forms import KINDS, bibliography_form
from press.cite.notes import note_text
from press.findings import Place, Report
from press.load.citations import parse_group
from press.model.date_words import cited
from press.model.inline import plain
from press.model.source import Name, Source, Verification

ORACLE = Path(__file__).parent / "oracle"
CONTENT = Path(__file__).parents[3] / "content" / "sources"
STYLE = "chicago-notes-bibliography-17th-edition.csl"
MADE = {"provenance-class": "made", "verification": "text-consulted"}
PAGE = "p. 12"
JOINER = "\u2060"
CSL_NAMES = {"archive_location": "archive_location", "url": "URL", "doi": "DOI"}
BRITISH_DATE = """
    <date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>
    <date-part name="year"/></date>"""
FILLER = {"id": "filler", "type": "book", "title": "Filler"}
FULLY_DATED = ("report", "legislation", "bill")
NEEDS_CONTAINER = ("article", "article-newspaper", "entry-encyclopedia")
BEYOND_CSL = {
    "title_romanization": "", "title_translation": "", "container_title_romanization": "",
    "verification": Verification.TEXT_CONSULTED}
NAMES = ("author", "editor", "translator", "recipient", "interviewer", "director")
PARTS_OF_NAMES = ("family", "given", "literal", "suffix", "non_dropping_particle", "dropping_particle")
KEY = re.compile(r"@([\w-]+)")


def listed(path: Path, top: str) -> list[dict]:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)[top]


MADE_SOURCES = {r["id"]: Source.model_validate(MADE | r) for r in listed(ORACLE / "sources.yaml", "sources")}
REAL_SOURCES = {r["id"]: Source.model_validate(r)
                for path in sorted(CONTENT.glob("*.yaml")) for r in listed(path, "sources")}
SOURCES = MADE_SOURCES | REAL_SOURCES
GROUPS = {g["id"]: g for g in listed(ORACLE / "groups.yaml", "groups")}
DEVIATIONS = {case: deviation["reason"] for deviation in listed(ORACLE / "deviations.yaml", "deviations")
              for case in deviation["cases"]}


def comparable(source: Source) -> Source:
    """The source without what CSL cannot say; `golden/` shows how that is printed."""
    bare = {"author": tuple(name.model_copy(update={"original": ""}) for name in source.author)}
    return source.model_copy(update=BEYOND_CSL | bare)


COMPARED = {key: comparable(source) for key, source in SOURCES.items()}


# What the press prints

def ours() -> dict[str, str]:
    printed = {f"entry/{key}": plain(bibliography_form(source)) for key, source in COMPARED.items()}
    for case, group, before in asked():
        report = Report()
        citations = parse_group(group, Place("groups.yaml"), report)
        printed[case] = plain(note_text(citations, COMPARED, set(before), report))
        assert report.findings == []
    return printed


def asked() -> Iterator[tuple[str, str, list[str]]]:
    """Every note: its case, its citations, and the keys cited before it."""
    for key in SOURCES:
        yield f"full/{key}", f"@{key}, {PAGE}" if key in MADE_SOURCES else f"@{key}", []
    for key in SOURCES:
        yield f"short/{key}", f"@{key}" if key in MADE_SOURCES else f"@{key}, {PAGE}", [key]
    for key, case in GROUPS.items():
        yield f"group/{key}", case["group"], case.get("before", [])


# What the oracle is told, and what it answers

def house_style() -> str:
    """The style with the decisions of the house that CSL can be told."""
    style = (ORACLE / STYLE).read_text(encoding="utf-8")
    style = style.replace('<locale xml:lang="en">', f'<locale xml:lang="en">{BRITISH_DATE}', 1)
    style = re.sub(r' subsequent-author-substitute="[^"]*"', "", style)
    style = style.replace(' disambiguate-add-givenname="true" disambiguate-add-names="true"', "")
    return style.replace('disambiguate="true"', 'type="figure"')  # no source is a figure: never


def told(source: Source, key: str, *, in_note: bool) -> dict:
    """The source as an item of CSL."""
    item: dict = {"id": key, "language": "la"}
    fields = source.model_dump(exclude={*NAMES, "id", "language", "note", "supports", "via"})
    for name, value in fields.items():
        if isinstance(value, str) and value:
            item[CSL_NAMES.get(name, name.replace("_", "-"))] = quoted(value)
    for name in NAMES:
        if names := getattr(source, name):
            item[name] = [told_name(one, " " if in_note else JOINER) for one in names]
    for name in ("issued", "accessed", "original_date"):
        if date := getattr(source, name):
            item[name.replace("_", "-")] = str(date)
    item |= told_otherwise(source)
    if in_note and prints_without_address(source):
        item |= {"URL": "", "DOI": ""}
    return {name: value for name, value in item.items() if value}


def told_otherwise(source: Source) -> dict:
    """What the README says is given to the oracle in another way."""
    changed: dict = {}
    if source.issued and source.type in FULLY_DATED:
        changed["issued"] = {"literal": cited(source.issued)}
    if source.type in NEEDS_CONTAINER and (source.type == "article" or not source.container_title):
        changed["type"] = "webpage"
    if source.type == "legal_case":
        court = ", ".join(name.literal for name in source.author)
        changed |= {"authority": court, "number": f"no. {source.number}"}
    if source.type == "speech":
        changed |= {"event-title": source.publisher, "event-place": source.publisher_place,
                    "publisher": "", "publisher-place": ""}
    return changed


def told_name(name: Name, joiner: str) -> dict[str, str]:
    """A name; an entry keeps a surname of two words together."""
    parts = {part.replace("_", "-"): getattr(name, part) for part in PARTS_OF_NAMES if getattr(name, part)}
    return parts | ({"family": name.family.replace(" ", joiner)} if name.family else {})


def quoted(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


def pandoc(items: list[dict], body: str, style: Path) -> str:
    head = json.dumps({"references": items, "csl": str(style), "lang": "en-US"}, ensure_ascii=False)
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "html", "--wrap=none", "--citeproc"]
    text = f"---\n{head}\n---\n\n{body}"
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def text_of(fragment: str) -> str:
    plain_text = html.unescape(re.sub(r"<[^>]+>", "", fragment))
    return plain_text.replace("\u00a0", " ").replace(JOINER, " ").strip()


def notes(style: Path) -> dict[str, str]:
    """The notes of all cases, in one run: a group has copies of its sources to itself."""
    items = [FILLER, *(told(source, key, in_note=True) for key, source in COMPARED.items())]
    calls: list[tuple[str, str]] = []
    for case, group, before in asked():
        copies = {}
        if case.startswith("group/"):
            copies = {key: f"{case.removeprefix('group/')}:{key}" for key in [*KEY.findall(group), *before]}
            items += [told(COMPARED[key], copy, in_note=True) for key, copy in copies.items()]
            calls += [("", copies[key]) for key in before] + [("", "filler")]  # the filler prevents *ibid.*
        calls.append((case, KEY.sub(lambda found, names=copies: f"@{names.get(found[1], found[1])}", group)))
    body = "\n\n".join(f"text [{call if case else '@' + call}]" for case, call in calls)
    found = re.findall(r'<li id="fn\d+"><p>(.*?)<a href="#fnref', pandoc(items, body, style), re.DOTALL)
    return {case: text_of(note) for (case, _), note in zip(calls, found, strict=True) if case}


def entries(style: Path) -> dict[str, str]:
    items = [told(source, key, in_note=False) for key, source in COMPARED.items()]
    made = pandoc(items, "---\nnocite: '@*'\n---\n\ntext", style)
    found = dict(re.findall(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\n(.*?)\n</div>', made, re.DOTALL))
    return {f"entry/{key}": text_of(found.get(key, "")) for key in SOURCES}


@dataclass(frozen=True)
class Answers:
    ours: dict[str, str]
    theirs: dict[str, str]


@pytest.fixture(scope="session")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    style = tmp_path_factory.mktemp("oracle") / STYLE
    style.write_text(house_style(), encoding="utf-8")
    return Answers(ours(), notes(style) | entries(style))


CASES = [*(case for case, _, _ in asked()), *(f"entry/{key}" for key in SOURCES)]


@pytest.mark.parametrize("case", CASES)
def test_a_form_agrees_with_the_oracle_or_says_why_not(answers: Answers, case: str):
    mine, theirs = answers.ours[case], answers.theirs[case]
    if case in DEVIATIONS:
        assert mine != theirs, f"{case} agrees now: take it off the list of deviations"
    else:
        assert mine == theirs


def test_the_list_of_deviations_names_only_cases_that_there_are():
    assert [case for case in DEVIATIONS if case not in CASES] == []


def test_every_deviation_has_one_reason_and_stands_once():
    deviations = listed(ORACLE / "deviations.yaml", "deviations")
    cases = [case for deviation in deviations for case in deviation["cases"]]

    assert len(cases) == len(set(cases))
    assert all(len(reason.split()) > 5 for reason in DEVIATIONS.values())


def test_the_oracle_is_asked_about_every_kind():
    assert {source.type for source in MADE_SOURCES.values()} == set(KINDS)
