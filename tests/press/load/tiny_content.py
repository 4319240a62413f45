"""A tiny content folder in which every register has one record."""

from pathlib import Path

FILES = {
    "sources/reports.yaml": """\
sources:
  - id: smith-1995
    type: book
    title: A history of the valley
    title-short: History of the valley
    author:
      - family: Smith
        given: Jane
    issued: 1995
    provenance-class: scholarship
    verification: text-consulted
    supports:
      - fact: The bridge was closed in winter
        locator: p. 12
  - id: jones-2001
    type: article-newspaper
    title: The bridge
    provenance-class: press
    verification: cited-by
    via: [smith-1995]
""",
    "claims.yaml": """\
claims:
  - id: c001
    section: background
    statement: The bridge was closed in the winter of 1991.
    kind: fact
    date: 1991-12
    places: [valley]
    people: [jane-smith]
    organizations: [bridge-company]
    sources: [smith-1995]
    status: discrepancy
    discrepancy:
      base-text: the whole winter
      other: December only
    in-base-text: true
""",
    "chronology.yaml": """\
events:
  - id: t01
    date: 1991-12-10/1991-12-12
    event: The bridge in the valley is closed.
    place: valley
    sources: [smith-1995]
    confidence: testimony
""",
    "estimates.yaml": """\
estimates:
  - id: dt01
    by: Commission of inquiry
    published: 1992-05
    low: 120
    high: null
    breakdown:
      women: 40
      children: 12
    kind: minimum known
    status: consulted
    sources: [smith-1995]
""",
    "positions.yaml": """\
positions:
  - id: p01
    topic: responsibility
    side: Scholar
    who: Jane Smith
    when: null
    position: The company is to blame.
    sources: [smith-1995]
""",
    "recognition.yaml": """\
acts:
  - id: r01
    body: Senate
    jurisdiction: Ruritania
    date: 2012-02-01
    instrument: resolution
    wording: tragedy
    status: attributed
    sources: [jones-2001]
""",
    "memorials.yaml": """\
memorials:
  - id: m01
    name: Stone of remembrance
    place: Valley, at the bridge
    date: ~
    initiative-or-author: not stated
    status: attributed
    sources: [jones-2001]
""",
    "films.yaml": """\
films:
  - id: f01
    title: The road
    kind: documentary
    year: 1999
    director: John Doe
    status: confirmed
    sources: [jones-2001]
""",
    "people.yaml": """\
people:
  - id: jane-smith
    name: Jane Smith
    role-in-account: Author of a history
    name-forms:
      en: Jane Smith
      ru: [Джейн Смит, Дж. Смит]
    living: no
    sources: [smith-1995]
""",
    "gazetteer.yaml": """\
places:
  - id: valley
    name: The Valley
    kind: village
    name-forms:
      en: The Valley
    coordinates:
      lat: 10.5
      lon: 20.25
      as-given: 10°30′N 20°15′E
      status: from a map
    sources: [smith-1995]
""",
    "organizations.yaml": """\
organizations:
  - id: bridge-company
    name: Bridge Company
    kind: company
    role-in-account: Owner of the bridge
    sources: [smith-1995]
""",
    "glossary.yaml": """\
terms:
  - term: Oblast
    meaning: a region
    sources: [smith-1995]
names-of-the-event:
  - form: The closing
    language: en
    used-by: newspapers
    sources: [jones-2001]
""",
    "index.yaml": """\
cross-references:
  - heading: Crossing
    see: [Bridge]
""",
}


def write_content(folder: Path) -> Path:
    """The content folder, written under `folder`."""
    content = folder / "content"
    for name, text in FILES.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content
