"""Pagination: the folios that are printed become the folios that are found, and then the work stops."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from press.findings import Place, Report
from press.layout.laid import Job, LaidSection
from press.layout.page_maps import Plan, doubts, page_map
from press.layout.paginate import ROUNDS, paginate
from press.model.folio import Folio
from press.model.pages import Extent, PageMap
from tests.press.layout.paper import stub

Written = Callable[[PageMap], str]


class Printer:
    """Lays out nothing: a section has as many pages as lines, and the names that stand in them."""

    def __init__(self) -> None:
        self.rounds: list[list[str | None]] = []

    def lay(self, composed: Iterable[Job | None], found: dict[str, LaidSection]) -> None:
        """Lay out what comes, one by one where one has to be ready; `rounds` has None for each that was waited for."""
        told, given = list[str | None](), list[Job]()
        for job in composed:
            told.append(job.id if job else None)
            if job:
                given.append(job)
            elif given:
                first = given.pop(0)
                found[first.id] = self.section(first)
        found.update({job.id: self.section(job) for job in given})
        if told:
            self.rounds.append(told)

    @staticmethod
    def section(job: Job) -> LaidSection:
        lines = job.html.split("\n")
        names: dict[str, list[int]] = {}
        for page, line in enumerate(lines):
            for word in line.split():
                if word.startswith("#"):
                    names.setdefault(word[1:], []).append(page)
        return stub(job.id, len(lines), names)


def plan(name: str, written: str | Written, body: bool = True, level: int = 0) -> Plan:
    """A section whose text is given, or made from the page map."""
    def compose(found: PageMap) -> Job:
        return Job(id=name, html=written if isinstance(written, str) else written(found), css="", base="")

    return Plan(name, body, level, compose, Place(f"{name}.md"))


def folio(name: str) -> Written:
    """A text that prints the folio of a name."""
    return lambda found: f"see {found.folio(name)}"


def body(*numbers: int) -> tuple[Folio, ...]:
    return tuple(Folio(body=True, number=number) for number in numbers)


def front(*numbers: int) -> tuple[Folio, ...]:
    return tuple(Folio(body=False, number=number) for number in numbers)


def test_every_section_begins_on_a_recto_and_the_body_begins_anew():
    printer = Printer()
    _, found = paginate([
        plan("preface", "a\nb\nc", body=False), plan("names", "a", body=False),
        plan("one", "a\nb\nc"), plan("two", "a\nb"), plan("three", "a")], printer.lay, Report())

    assert found.folios == {"preface": front(1), "names": front(5), "one": body(1), "two": body(5),
                            "three": body(7)}


def test_a_name_stands_on_every_page_of_its_passage_once():
    _, found = paginate([plan("one", "a\n#p #p\n#p\nb"), plan("two", "#q")], Printer().lay, Report())

    assert found.folios["p"] == body(2, 3)
    assert found.folios["q"] == body(5)
    assert found.folio("p") == Folio(body=True, number=2)
    assert found.folio("nowhere") is None


def test_the_sections_come_back_in_the_order_of_the_book():
    sections, _ = paginate([plan("contents", folio("one"), body=False, level=3), plan("one", "a"),
                            plan("index", folio("one"), level=2)], Printer().lay, Report())

    assert [section.id for section in sections] == ["contents", "one", "index"]


def test_sections_that_print_folios_are_laid_out_after_those_whose_folios_they_print():
    printer = Printer()
    paginate([plan("contents", folio("index"), body=False, level=3), plan("one", "a\nb\nc"),
              plan("chronology", folio("one"), level=1), plan("index", folio("chronology"), level=2)],
             printer.lay, Report())

    # The contents stand before all others: their extent is wanted from the start.
    assert printer.rounds == [["contents", "one"], ["chronology"], ["index"], ["contents"]]


def test_what_no_folio_moves_is_laid_out_once():
    printer = Printer()
    paginate([plan("one", "a"), plan("two", "b")], printer.lay, Report())

    assert printer.rounds == [["one", "two"]]


def test_a_folio_that_is_not_known_yet_is_guessed_from_the_likely_extents():
    guessed = replace(plan("two", "a\n#q"), likely=Extent(7.2, {"q": 6}))
    long = replace(plan("one", lambda found: f"see {len(str(found.folio('q')))} digits" + "\n" * 11),
                   likely=Extent(11.1))
    printer = Printer()
    _, found = paginate([long, guessed], printer.lay, Report())

    assert printer.rounds == [["one", "two"]]  # 18 was guessed and has the digits of 14
    assert found.folios == {"one": body(1), "two": body(13), "q": body(14)}


def test_a_section_still_to_be_laid_out_takes_its_likely_extent():
    printer = Printer()
    early = replace(plan("chronology", folio("after"), level=1), likely=Extent(4.8))
    _, found = paginate([early, plan("after", "a")], printer.lay, Report())

    assert printer.rounds == [["after"], ["chronology"], ["chronology"]]
    assert found.folios == {"chronology": body(1), "after": body(3)}


def test_only_what_another_section_s_length_changes_is_laid_out_again():
    printer = Printer()
    report = Report()
    sections, found = paginate(
        [plan("contents", lambda found: f"1\n2\n3\none on {found.folio('one')}" if found.folio("one-1") else "1",
              body=False, level=1),
         plan("preface", "a", body=False), plan("one", "#one-1"),
         plan("note", lambda found: f"preface on {found.folio('preface')}", body=False)], printer.lay, report)

    # The contents turn out two pages longer than thought; only the note prints what that moves.
    assert printer.rounds == [["contents", "preface", "one", "note"], ["contents"], ["note"]]
    assert found.folios["preface"] == front(5)
    assert report.findings == []
    assert len(sections) == 4


def test_folios_that_never_settle_are_a_finding_after_five_rounds():
    printer = Printer()
    report = Report()

    def restless(found: PageMap) -> str:
        """On a page of its own while the next section begins on 3, and on three while it does not."""
        return "a" if found.folio("two") != Folio(body=True, number=3) else "a\nb\nc"

    sections, found = paginate([plan("one", restless), plan("two", "b")], printer.lay, report)

    finding, = report.findings
    assert (finding.rule, finding.place) == ("P-01", Place("one.md"))
    assert finding.message == f"the folios do not settle in {ROUNDS} rounds"
    assert printer.rounds == [["one", "two"], *[["one"]] * ROUNDS]
    assert found.folios["two"] == body(1 + len(sections[0].pages) + len(sections[0].pages) % 2)


@pytest.mark.parametrize(("most", "rules"), [(2 * ROUNDS + 2, []), (2 * ROUNDS + 4, ["P-01"])])
def test_folios_that_settle_in_the_last_round_are_no_finding(most, rules):
    report = Report()

    def growing(found: PageMap) -> str:
        """Two pages more than it takes, up to so many."""
        after = found.folio("two")
        return "\n".join("a" * min(most, after.number + 1 if after else 1))

    paginate([plan("one", growing), plan("two", "b")], Printer().lay, report)

    assert [finding.rule for finding in report.findings] == rules


def test_a_book_without_sections_has_no_folios():
    assert paginate([], Printer().lay, Report()) == ([], PageMap())


def test_whatever_is_laid_out_the_sections_before_it_are_told_meanwhile():
    told: list[tuple[list[str], bool]] = []
    printer = Printer()

    def lay(composed: Iterable[Job | None], found: dict[str, LaidSection]) -> None:
        waiting = list(composed)
        told.append((["-"], not waiting))
        printer.lay(waiting, found)

    paginate([plan("preface", "a", body=False), plan("one", "a"), plan("index", folio("one"), level=2),
              plan("colophon", "a")], lay, Report(),
             lambda first, found: told.append(([section.id for section, _ in first], bool(found.folio("one")))))

    assert [names for names, _ in told if names != ["-"]] == [[], ["preface", "one"]]
    assert told.index((["preface", "one"], True)) < len(told) - 1  # before the index is there


def test_what_is_known_from_another_run_comes_after_what_is_new():
    printer = Printer()
    paginate([replace(plan("long", "a"), weight=9, known=True), plan("short", "a"),
              replace(plan("new", "a"), weight=3)], printer.lay, Report())

    assert printer.rounds == [["new", "short", "long"]]


def test_what_was_laid_out_for_a_folio_of_fewer_figures_is_laid_out_again_beside_the_index():
    printer = Printer()
    paginate([plan("one", lambda found: f"see {found.stand_in('two')}"), replace(
        plan("long", "\n".join("a" * 20)), weight=9), plan("two", "a"), plan("index", folio("two"), level=2)],
        printer.lay, Report())

    assert printer.rounds[0] == ["long", "one", "two"]
    assert printer.rounds[1] == ["index", "one"]
    assert len(printer.rounds) == 2


def long_plan(name: str, pages: int, written: str | Written = "", likely: float | None = None,
              names: dict[str, int] | None = None) -> Plan:
    """A section of so many pages, or so many lines more than it says, and what was guessed of it."""
    def text(found: PageMap) -> str:
        return (written if isinstance(written, str) else written(found)) + "\n" * (pages - 1)

    return replace(plan(name, text), likely=Extent(pages if likely is None else likely, names or {}))


def sees(name: str) -> Written:
    """A text with room for the folio of a name."""
    return lambda found: f"see {found.stand_in(name)}"


def test_who_prints_a_folio_that_may_have_another_figure_waits_until_it_is_known():
    printer = Printer()
    sections, found = paginate([
        long_plan("one", 90),
        long_plan("two", 12, "\n" * 7 + "#q", likely=14, names={"q": 10}),  # guessed on 101, found on 98
        long_plan("three", 5, sees("q")), long_plan("four", 5)], printer.lay, Report())

    assert printer.rounds == [["one", "two", "four", None, None, "three"]]
    assert found.folio("q") == Folio(body=True, number=98)
    assert [section.id for section in sections] == ["one", "two", "three", "four"]


def test_what_others_may_wait_for_is_begun_first_though_it_is_short():
    printer = Printer()
    weighty = replace(long_plan("weighty", 200), weight=9)
    paginate([long_plan("one", 90), long_plan("two", 12, names={"q": 8}), long_plan("three", 5, sees("q")), weighty],
             printer.lay, Report())

    assert printer.rounds[0][:2] == ["one", "two"]


@pytest.mark.parametrize("page", [0, 3, 16, 30])
def test_nobody_waits_for_a_folio_that_is_guessed_well_enough(page):
    printer = Printer()
    paginate([long_plan("one", 80), long_plan("two", 35, names={"q": page}), long_plan("three", 5, sees("q"))],
             printer.lay, Report())

    assert (None in printer.rounds[0]) == (page == 16)  # that is, 97: of three figures if it is a twentieth more


def test_nobody_waits_for_what_stands_behind():
    printer = Printer()
    paginate([long_plan("one", 90, sees("q")), long_plan("two", 12, sees("q"), names={"q": 8})], printer.lay,
             Report())

    assert printer.rounds[0] == ["one", "two"]


def test_who_waits_in_vain_is_laid_out_with_the_guess():
    printer = Printer()
    plans = [long_plan("one", 90), long_plan("two", 12, names={"q": 8}), long_plan("three", 5, sees("q"))]

    def forgetful(composed: Iterable[Job | None], found: dict[str, LaidSection]) -> None:
        printer.lay([job for job in composed if job], found)

    sections, _ = paginate(plans, forgetful, Report())

    assert printer.rounds[0] == ["one", "two", "three"]
    assert len(sections) == 3


def test_who_waits_knows_only_what_it_waited_for():
    """Whatever else is ready by then, which is a matter of chance, must not show."""
    seen: list[tuple[str, str]] = []

    def curious(found: PageMap) -> str:
        seen.append((found.stand_in("q"), found.stand_in("far")))
        return "\n"

    plans = [long_plan("one", 90), long_plan("two", 12, "\n" * 7 + "#q", likely=14, names={"q": 10}),
             long_plan("three", 5, curious), long_plan("four", 895, names={"far": 880}), long_plan("five", 200, "#far")]
    paginate(plans, Printer().lay, Report())

    assert seen[:2] == [("000", "000"), ("00", "000")]  # `far` is found on page 1,005


def test_doubts_name_where_they_come_from():
    plans = [long_plan("one", 90), long_plan("two", 30, names={"near": 6, "far": 25})]

    assert doubts(plans, {}, page_map(plans, {})) == {"near": 1}
    assert doubts(plans, {"two": stub("two", 30)}, page_map(plans, {})) == {}


@pytest.mark.parametrize(("before", "foreseen"), [("a\nb\nc", ["see 5"]), ("a", ["see 3"]), ("", [])], ids=[
    "it comes out as before", "it has grown", "nobody knows how it came out"])
def test_what_prints_folios_is_composed_while_an_edited_section_is_laid_out(before, foreseen):
    composed: list[str] = []
    meanwhile: list[list[str]] = []

    def index(found: PageMap) -> str:
        composed.append(folio("two")(found))
        return composed[-1]

    def lay(jobs, found):
        jobs = list(jobs)
        meanwhile.append(list(dict.fromkeys(composed)))
        Printer().lay(jobs, found)
        composed.clear()

    past = {"one": stub("one", len(before.split()), {}) if before else None, "two": stub("two", 1, {}),
            "index": stub("index", 1, {})}
    sections, _ = paginate([replace(made, before=lambda made=made: past[made.id]) for made in (
        plan("one", "a\nb\nc"), plan("two", "d"), plan("index", index, level=2))], lay, Report())

    assert meanwhile[0] == foreseen
    assert "see 5" in meanwhile[0] + meanwhile[1]
    assert [len(section.pages) for section in sections] == [3, 1, 1]


def test_nothing_is_foreseen_of_many_sections():
    asked: list[str] = []
    plans = [replace(plan(name, "a"), before=lambda name=name: asked.append(name)) for name in "abc"]
    paginate(plans, Printer().lay, Report())

    assert asked == []
