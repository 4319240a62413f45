"""Locators as an index prints them: runs within a passage, notes of a page together."""

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.model.folio import EN_DASH, Folio, roman
from press.model.locator import Locator, Mention, fold, printed

WRITTEN = re.compile(r"(?P<page>\d+|[ivxl]+)(?P<passage>[A-Z]?)(?:n(?P<note>\d+))?")
ROMAN = {roman(number): number for number in range(1, 60)}


def page(folio: str) -> Folio:
    return Folio(body=True, number=int(folio)) if folio.isdigit() else Folio(body=False, number=ROMAN[folio])


def mentions(written: str) -> list[Mention]:
    """`71A` is passage A on page 71, `88n12` note 12 of page 88; each leads to a name of its own."""
    found = []
    for word in written.split():
        match = WRITTEN.fullmatch(word)
        assert match
        note, passage = int(match["note"] or 0), match["passage"]
        found.append(Mention(page(match["page"]), note, passage, f"n{note}" if note else f"p{passage}"))
    return found


@pytest.mark.parametrize(("written", "index"), [
    # runs: only within a passage, as Chicago writes them
    ("71A 72A", "71–72"),
    ("71A 72B", "71, 72"),
    ("71 72", "71, 72"),
    ("71A 73A", "71, 73"),
    ("100A 101A 102A 103A 104A", "100–104"),
    ("101A 102A 103A", "101–3"),
    ("321A 322A 323A", "321–23"),
    ("5A 7B 8B 9B 12C", "5, 7–9, 12"),
    ("71A 72A 74A 75A", "71–72, 74–75"),
    # passages that meet are joined; those that only follow one another are not
    ("71A 72A 72B 73B", "71–73"),
    ("71A 72A 73A 74A 72B", "71–74"),
    ("71A 71B", "71"),
    ("71A 72A 73B 74B", "71–72, 73–74"),
    ("71A 72A 72B 73B 73C 74C", "71–74"),
    # roman and arabic
    ("xiiA xiiiA", "xii–xiii"),
    ("xiiA 1B", "xii, 1"),
    ("iiA 1A 2A", "ii, 1–2"),
    ("9 x 2 ix", "ix, x, 2, 9"),
    # notes: after the page, together
    ("88n12", "88n12"),
    ("88n12 88n14", "88nn12, 14"),
    ("88n12 89n13", "88n12, 89n13"),
    ("xn2", "xn2"),
    # a page with both; inside a longer run the run is enough
    ("88 88n12", "88 and n12"),
    ("88A 88n12 88n14", "88 and nn12, 14"),
    ("88A 89A 88n12", "88–89"),
    ("88A 89A 90A 89n12 90n14 91n15", "88–90, 91n15"),
    ("87 88n12 89", "87, 88n12, 89"),
    # in the order of the pages, each once
    ("101 9 88n12 9 88n12", "9, 88n12, 101"),
    ("", ""),
])
def test_locators_are_folded_as_an_index_prints_them(written, index):
    assert printed(fold(mentions(written))) == index


def test_every_locator_leads_to_the_name_it_was_made_from():
    folded = fold(mentions("70A 71A 71B 72B 88C 88n12 88n14 90n15"))

    assert folded == (Locator("70–72", "pA"), Locator("88", "pC"), Locator("and nn12", "n12"),
                      Locator("14", "n14"), Locator("90n15", "n15"))


def made(mention: Mention) -> Mention:
    """The mention with a target that says what it is."""
    kind = f"note {mention.note}" if mention.note else "text"
    return Mention(mention.folio, mention.note, "" if mention.note else mention.passage,
                   f"{kind} of {mention.passage} on {mention.folio}")


pages = st.one_of(st.builds(Folio, st.just(value=True), st.integers(98, 103)),
                  st.builds(Folio, st.just(value=False), st.integers(1, 4)))
some = st.lists(st.builds(Mention, pages, st.sampled_from([0, 0, 0, 1, 2, 13]), st.sampled_from(["", *"ABC"]))
                .map(made), max_size=14)


def pages_of(run: str) -> list[Folio]:
    """The pages a reader turns to for a printed run."""
    first, _, last = run.partition(EN_DASH)
    last = first[:max(0, len(first) - len(last))] + last if last.isdigit() else last
    begin, end = page(first), page(last or first)
    return [Folio(begin.body, number) for number in range(begin.number, end.number + 1)]


def read(locators: Iterable[Locator]) -> tuple[list[list[Folio]], set[tuple[Folio, int]]]:
    """The runs and the notes that a reader finds in locators, told apart by where they lead."""
    runs, notes, here = [], set(), Folio(body=True, number=0)
    for locator in locators:
        if locator.target.startswith("text"):
            runs.append(pages_of(locator.text))
            here = runs[-1][0]
            continue
        folio, _, note = locator.text.removeprefix("and ").rpartition("n")
        here = page(folio.rstrip("n")) if folio.rstrip("n") else here
        notes.add((here, int(note)))
    return runs, notes


@given(some)
def test_every_mention_is_reached_from_the_index(many):
    runs, notes = read(fold(many))
    in_text = {folio for run in runs for folio in run}
    in_long_runs = {folio for run in runs if len(run) > 1 for folio in run}

    assert in_text == {m.folio for m in many if not m.note}
    assert notes == {(m.folio, m.note) for m in many if m.note and m.folio not in in_long_runs}


@given(some)
def test_runs_follow_one_another_and_never_meet(many):
    runs, _ = read(fold(many))

    assert all(before[-1] < after[0] for before, after in pairwise(runs))


@given(some)
def test_a_run_is_one_passage_or_passages_that_share_a_page(many):
    on = {(m.folio, m.passage) for m in many if not m.note and m.passage}

    for run in read(fold(many))[0]:
        assert all(any((a, name) in on and (b, name) in on for name in "ABC")
                   for a, b in pairwise(run))


@given(some)
def test_a_locator_leads_to_a_mention_of_its_first_page(many):
    for locator in fold(many):
        mention = next(m for m in many if m.target == locator.target)
        if not mention.note:
            assert mention.folio == pages_of(locator.text)[0]


@given(some, st.randoms())
def test_the_order_of_the_mentions_does_not_matter(many, chance):
    mixed = chance.sample(many, len(many))

    assert fold(mixed) == fold(many)
