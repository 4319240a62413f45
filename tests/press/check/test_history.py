"""History: what a first edition says of its own impressions is held against what stands."""

import shutil
from pathlib import Path

import pytest

from press.check.history import check_history
from press.findings import Report
from press.load.book import load_book
from tests.books.making import LIGHTHOUSE

CORRECTION = """corrections:
  - date: 2024-06-01
    place: {place}
    was: grey
    is: {now}
    reason: A slip.
    class: misprint
"""


def rules(folder: Path, written: str) -> list[str]:
    content = shutil.copytree(LIGHTHOUSE, folder / "content")
    file = content / "editions" / "1st.yaml"
    file.write_text(file.read_text(encoding="utf-8") + written, encoding="utf-8")
    report = Report()
    book = load_book(content, "", report)
    assert book
    check_history(book, report)
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize(("place", "now", "told"), [
    ("p. 3, §1.1", "Skarholm is a bare rock", []), ("p. 3, §1.99", "white", ["H-03"]), ("p. 3", "white", ["H-03"]),
    ("p. 3, §1.1", "white rock", ["H-05"])])
def test_a_correction_of_an_impression_names_a_passage_of_the_book(tmp_path, place, now, told):
    assert rules(tmp_path, CORRECTION.format(place=place, now=now)) == told


def test_nothing_is_withdrawn_from_an_edition_that_none_came_before(tmp_path):
    assert rules(tmp_path, "withdrawals:\n  - {of: claim c009, reason: The log has grey.}\n") == ["H-03"]
