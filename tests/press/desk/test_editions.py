"""Editions: the list, and the file of the next one."""

from pathlib import Path

import pytest

from press.desk.editions import listed, open_next
from press.findings import Report
from press.load.book import load_edition
from press.load.editions import editions
from press.model.ordinals import in_figures, in_words
from press.workshop.logbook import Hindrance

FIRST = """# The first edition.  Dates are days.

id: 1st
# as printed on the title page
statement: First edition
date: 2024-05-01
state-of-knowledge: 2024-04-30
imprint: The Press
identifier: urn:uuid:00000000-0000-4000-8000-000000000001
corrections-to: by letter to the keeper.
history:
  - Working edition.
corrections:
  - date: 2024-06-01
    place: p. 3
    was: teh
    is: the
    reason: A slip.
    class: misprint
isbns:
  screen: 978-0-306-40615-7
trim: a5
formats: [screen, print]
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "1st.yaml").write_text(FIRST, encoding="utf-8")
    return tmp_path


def close(content: Path, edition: str) -> None:
    (content / "editions" / f"{edition}.manifest.json").write_text("{}", encoding="utf-8")


def test_the_next_edition_is_the_last_one_but_for_what_belongs_to_that_alone(content: Path) -> None:
    close(content, "1st")
    file = open_next(content, Report())

    assert file == content / "editions" / "2nd.yaml"
    assert file.read_text(encoding="utf-8") == """# The second edition.  Dates are days.

id: 2nd
statement: Second edition
date: 2024-05-01
state-of-knowledge: 2024-04-30
imprint: The Press
identifier: urn:uuid:81a48df9-a792-5e87-8aa5-4c39c6c5954f
corrections-to: by letter to the keeper.
trim: a5
formats: [screen, print]
previous: 1st
history:
  - First edition, 1 May 2024.
corrections: []
withdrawals: []
"""
    report = Report()
    assert load_edition(content, "", report)
    assert report.findings == []


def test_an_edition_that_is_open_is_not_passed_over(content: Path) -> None:
    with pytest.raises(Hindrance, match="the edition 1st is open"):
        open_next(content, Report())

    assert editions(content) == ["1st"]


def test_after_a_name_without_a_number_nobody_counts_on(content: Path) -> None:
    (content / "editions" / "1st.yaml").rename(content / "editions" / "jubilee.yaml")
    file = content / "editions" / "jubilee.yaml"
    file.write_text(FIRST.replace("id: 1st", "id: jubilee"), encoding="utf-8")
    close(content, "jubilee")
    with pytest.raises(Hindrance, match="by hand"):
        open_next(content, Report())


def test_a_damaged_manifest_is_a_finding_and_the_edition_is_still_listed(content: Path) -> None:
    close(content, "1st")
    report = Report()

    assert [str(one) for one in listed(content, report)] == ["1st  First edition, 1 May 2024, open: screen, print"]
    assert [finding.rule for finding in report.findings] == ["F-02"]


def test_the_tenth_edition_comes_after_the_ninth(content: Path) -> None:
    for name in ("10th", "9th", "2nd"):
        (content / "editions" / f"{name}.yaml").write_text(FIRST.replace("id: 1st", f"id: {name}"), encoding="utf-8")

    assert editions(content) == ["1st", "2nd", "9th", "10th"]


def test_ordinals_are_written_as_one_says_them() -> None:
    assert [in_figures(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "103rd", "111th"]
    assert [in_words(number) for number in (1, 2, 12, 20, 21)] == ["First", "Second", "Twelfth", "Twentieth", "21st"]
