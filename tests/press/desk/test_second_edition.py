"""The whole way: a first edition recorded, a second with ten changes, and the first made again from both its keeps."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from pikepdf import Pdf

from press.desk.comparing import changed
from press.desk.editions import listed, open_next
from press.desk.making import make
from press.desk.rebuilding import rebuild
from press.desk.recording import record
from press.desk.verifying import verify
from press.findings import Report
from press.load.editions import Closed, closed, manifest_file
from press.load.recorded import record_file
from press.publish.request import Outcome
from press.workshop.logbook import Hindrance
from tests.books.making import Making, silent
from tests.press.desk.project import Project, project, told

CHANGES = """---
id: changes
title: Changes since the first edition
template: changes
---

What follows from a change stands under it.
"""
PLANS = """  - id: feld-plans
    type: manuscript
    title: Plans of the tower
    author:
      - family: Feld
        given: Jonas
    issued: 1823
    language: en
    provenance-class: official
    verification: text-consulted

  - id: feld-log
"""
CLAIM = """claims:
  - id: c005
    section: the-wreck
    statement: The engine of the bell came from Riga.
    kind: fact
    sources: [lights-board-1871]
    status: confirmed
    in-base-text: false

"""
EVENT = """    sources: [orr-1990]
    confidence: confirmed

  - id: e11
    date: 1960-05
    event: The bell is taken down.
    sources: [orr-1990]
    confidence: confirmed
"""
PARAGRAPH = """§2.2a The engine came from Riga.[@lights-board-1871, p. 32]
{: claims="c005" ix="Fog bell!engine for" }
"""


@dataclass(frozen=True)
class Story:
    """What was done, and what came of it."""

    project: Project
    first: Outcome
    commit: str
    second: Outcome
    record: Closed


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, lighthouse: Making) -> Story:
    here = project(tmp_path_factory.mktemp("second") / "book", lighthouse.request.root / ".cache" / "sections")
    commit = here.git("rev-parse", "HEAD").strip()
    first = record(here.request, silent)
    assert told(first) == []
    here.commit("Record the first edition")
    assert open_next(here.request.content, Report())
    ten_changes(here)
    here.commit("[Editorial] The second edition")
    second = make(here.request, silent)
    assert told(second) == []
    kept = closed(here.request.content, "1st", Report())
    assert kept
    return Story(here, first, commit, second, kept)


def ten_changes(here: Project) -> None:
    """The second edition's file, and ten changes of all kinds."""
    here.edit("editions/2nd.yaml", "date: 2024-05-01", "date: 2025-06-01")
    here.edit("editions/2nd.yaml", "withdrawals: []", "withdrawals:\n  - {of: claim c003, reason: The log has "
              "another day.}")
    here.edit("editions/2nd.yaml", "corrections: []", "corrections:\n  - date: 2024-09-01\n    place: first edition, "
              "Figure 2.1\n    of: figure n03\n    was: 58\n    is: 59\n    reason: A misread figure.\n"
              "    class: error of fact")
    (here.root / "content" / "back" / "changes.md").write_text(CHANGES, encoding="utf-8")
    here.edit("book.yaml", "  - back/colophon.md", "  - back/changes.md\n  - back/colophon.md")
    here.edit("estimates.yaml", "low: 58", "low: 59")                                       # a corrected figure
    here.edit("sources/papers.yaml", "  - id: feld-log\n", PLANS)                           # a new source, cited
    here.edit("body/01-the-tower.md", "[@feld-1860, pp. 9–10]", "[@feld-1860, pp. 9–10; @feld-plans]")
    claims = here.root / "content" / "claims.yaml"                                          # a withdrawn claim
    before, _, after = claims.read_text(encoding="utf-8").partition("  - id: c003")
    claims.write_text(before + after[after.index("  - id: c004"):], encoding="utf-8")
    here.edit("body/01-the-tower.md", 'claims="c003" events', "events")
    here.edit("body/01-the-tower.md", "It followed their advice at once.", "It took their advice at once.")  # reworded
    here.edit("chronology.yaml", "event: The last keeper leaves.\n    sources: [orr-1990]\n    confidence: confirmed\n",
              "event: The last keeper leaves.\n" + EVENT)                                   # a new event
    here.edit("claims.yaml", "claims:\n", CLAIM)                                            # a new claim, told
    here.edit("body/02-the-wreck.md", "## After the wreck", f"{PARAGRAPH}\n## After the wreck")
    here.edit("chronology.yaml", "date: 1873?", "date: 1874")                               # a date
    here.edit("body/01-the-tower.md", "[@orr-1990, pp. 11–14;", "[@orr-1990, pp. 11–15;")  # the place in a source
    here.edit("body/02-the-wreck.md", "[@orr-1990, p. 200]", "[@orr-1990, p. 200; @feld-1860, p. 3]")  # re-sourced
    here.edit("glossary.yaml", "a ring of stones of one height", "a ring of stones, all of one height")  # a term


def read(story: Story) -> list[dict]:
    written = json.loads((story.project.root / "dist" / "2nd" / "changes.json").read_text(encoding="utf-8"))
    assert written["count"] == len(written["changes"])
    return written["changes"]


def test_the_list_of_changes_has_exactly_the_ten(story: Story) -> None:
    found = {one["item"]: (one["sorts"], [follower["item"] for follower in one.get("follows", [])])
             for one in read(story)}

    assert found == {
        "claim c003": (["withdrawn"], []),
        "claim c005": (["added"], ["§2.2a"]),
        "figure n03": (["range changed"], []),
        "source feld-plans": (["added"], ["§1.3"]),
        "event e09": (["date changed"], []),
        "event e11": (["added"], []),
        "term Course": (["reworded"], []),
        "§1.1": (["notes changed"], []),
        "§1.6": (["reworded"], []),
        "§2.3": (["re-sourced"], []),
    }


def test_each_change_has_its_words_sources_and_reason(story: Story) -> None:
    by_item = {one["item"]: one for one in read(story)}

    assert by_item["§1.6"]["wording"][0]["was"][1] == [" followed", True]
    assert by_item["§1.6"]["wording"][0]["is"][1] == [" took", True]
    assert by_item["§2.3"]["sources-added"] == ["feld-1860"]
    assert by_item["figure n03"]["reason"] == "A misread figure."
    assert by_item["claim c003"]["reason"] == "The log has another day."


def test_the_command_lists_the_ten_with_what_differs_marked(story: Story) -> None:
    report = Report()
    lines = list(changed(story.project.request, report))

    assert report.findings == []
    assert lines[-1] == "10 changes since First edition"
    assert len([line for line in lines if not line.startswith(" ")]) == 11
    assert "claim c003: withdrawn (The log has another day.)" in lines
    assert lines[lines.index("source feld-plans: added") + 1] == "    §1.3: re-sourced"
    at = lines.index("§1.6: reworded")
    assert "It [followed] their advice at once." in lines[at + 1]
    assert "It [took] their advice at once." in lines[at + 2]


def test_a_first_edition_has_nothing_to_compare_with(story: Story) -> None:
    with pytest.raises(Hindrance, match="no edition came before 1st"):
        list(changed(story.project.asks(edition="1st"), Report()))


def test_the_book_prints_its_changes(story: Story) -> None:
    with Pdf.open(story.project.root / "dist" / "2nd" / "2nd-screen.pdf") as pdf:
        outline = [str(item.title) for item in pdf.open_outline().root]
    assert "Changes since the first edition" in outline


def test_the_list_of_editions_says_which_is_recorded(story: Story) -> None:
    shown = listed(story.project.request.content, Report())

    assert [str(one) for one in shown] == [
        f"1st  First edition, 1 May 2024, recorded at {story.commit[:12]}: screen",
        "2nd  Second edition, 1 June 2025, open: screen"]


def test_the_record_keeps_commit_machine_and_every_file(story: Story) -> None:
    assert story.record.commit == story.commit
    assert story.record.content == "content"
    assert story.record.formats == ("screen",)
    assert {"pango", "harfbuzz-subset", "python", "zlib", "liblzma"} == set(story.record.machine)
    assert list(story.record.files) == ["1st-screen.pdf"]
    assert hashlib.sha256((story.project.root / "dist/1st/1st-screen.pdf").read_bytes()).hexdigest() == \
        story.record.files["1st-screen.pdf"][0]


def test_the_first_edition_is_made_again_from_its_commit_and_proved(story: Story, tmp_path: Path) -> None:
    report = Report()
    again = tmp_path / "again"
    agreed = list(verify(story.project.asks(out=again), ["1st"], None, report, silent))

    assert report.findings == []
    assert agreed == [again / "1st" / "1st-screen.pdf"]
    assert agreed[0].read_bytes() == (story.project.root / "dist/1st/1st-screen.pdf").read_bytes()
    assert sorted(path.name for path in (story.project.root / "dist").iterdir()) == ["1st", "2nd"]


def test_an_edit_after_the_last_edition_was_recorded_is_told_and_does_not_change_it(
        story: Story, tmp_path: Path) -> None:
    content = shutil.copytree(story.project.request.content, story.project.root / "other")
    for name in ("editions/2nd.yaml", "back/changes.md"):
        (content / name).unlink()
    try:
        outcome = make(story.project.asks(content=content, out=tmp_path / "again"), silent)
    finally:
        shutil.rmtree(content)

    assert [(one.rule, str(one.place)) for one in outcome.report.findings] == [("H-09", "other/editions/1st.yaml")]
    assert (tmp_path / "again/1st/1st-screen.pdf").read_bytes() == \
        (story.project.root / "dist/1st/1st-screen.pdf").read_bytes()


def test_the_first_edition_is_made_again_from_its_pdf_alone(story: Story, tmp_path: Path) -> None:
    book = shutil.copy(story.project.root / "dist/1st/1st-screen.pdf", tmp_path / "found.pdf")
    plans = []
    asked = story.project.asks(root=tmp_path, content=tmp_path / "content", out=tmp_path / "empty")
    outcome = rebuild(Path(book), asked, lambda plan: plans.append(plan) or True)

    assert told(outcome) == []
    assert (tmp_path / "empty/1st/1st-screen.pdf").read_bytes() == Path(book).read_bytes()
    assert (plans[0].edition, plans[0].sources) == ("1st", story.record.sources)
    assert plans[0].known == "no edition of that name is recorded here"
    assert "build.py make --edition 1st" in "\n".join(plans[0].lines)


def test_nothing_of_a_book_is_run_unless_somebody_says_so(story: Story, tmp_path: Path) -> None:
    asked = story.project.asks(out=tmp_path / "empty")
    plans = []
    with pytest.raises(Hindrance, match="nothing was run"):
        rebuild(story.project.root / "dist/1st/1st-screen.pdf", asked, plans.append)

    assert plans[0].known == "the sources that the edition 1st was recorded with"

    assert [path.name for path in (tmp_path / "empty").iterdir()] == ["1st-sources"]
    with pytest.raises(Hindrance, match="is there already"):
        rebuild(story.project.root / "dist/1st/1st-screen.pdf", asked, lambda plan: True)


def test_a_recorded_edition_is_held_against_what_was_recorded_and_not_its_own_manifest(story: Story) -> None:
    dist = story.project.root / "dist" / "1st"
    whole = {path: path.read_bytes() for path in dist.iterdir()}
    report = Report()
    assert list(verify(story.project.request, ["1st"], None, report, silent)) == [dist / "1st-screen.pdf"]
    forged = b"%PDF-1.7 forged"
    manifest = json.loads((dist / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["1st-screen.pdf"] |= {"sha256": hashlib.sha256(forged).hexdigest(), "size": len(forged)}
    (dist / "1st-screen.pdf").write_bytes(forged)
    (dist / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    try:
        assert list(verify(story.project.request, [], None, report, silent)) == [
            dist.parent / "2nd" / name for name in ("2nd-screen.pdf", "changes.json")]
        assert [(finding.rule, str(finding.place)) for finding in report.findings] == [("F-04", "1st/1st-screen.pdf")]
    finally:
        for path, content in whole.items():
            path.write_bytes(content)


def test_an_edition_whose_commit_is_not_there_is_told_in_one_line(story: Story, tmp_path: Path) -> None:
    copy = shutil.copytree(story.project.root, tmp_path / "copy", symlinks=True,
                           ignore=shutil.ignore_patterns(".git", "dist", ".cache"))
    asked = story.project.asks(root=copy, content=copy / "content", out=copy / "dist", edition="1st")
    with pytest.raises(Hindrance, match=f"was made from the commit {story.commit[:12]}, which is not in this copy"):
        make(asked, silent)

    assert not (copy / "dist").exists()


def test_what_has_been_recorded_is_not_recorded_again_and_an_open_one_is_not_passed_over(story: Story) -> None:
    content = story.project.request.content
    with pytest.raises(Hindrance, match="the edition 1st has been recorded"):
        record(story.project.asks(edition="1st"), silent)
    with pytest.raises(Hindrance, match="the edition 2nd is open"):
        open_next(content, Report())


def test_only_what_is_committed_is_recorded(story: Story) -> None:
    stray = story.project.root / "content" / "stray.txt"
    stray.write_text("a leaf", encoding="utf-8")
    try:
        with pytest.raises(Hindrance, match=r"not all is committed: content/stray\.txt"):
            record(story.project.request, silent)
    finally:
        stray.unlink()
    assert not manifest_file(story.project.request.content, "2nd").exists()
    assert not record_file(story.project.request.content, "2nd").exists()
