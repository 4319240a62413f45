"""Copyfitting: a passage is set tighter or looser where that mends the page, and it is written down."""

from itertools import islice

from press.findings import Report
from press.layout.galley import observe
from press.layout.laid import Fault
from press.layout.section import pages_of
from press.load.registers import copyfitting_file, load_registers
from press.model.evidence import Fit
from press.publish.copyfitting import WEIGHTS, Task, fitted, mend, write
from tests.books.making import LIGHTHOUSE, workshop
from tests.press.layout.paper import SMALL, job

FITS = """html { text-align: justify; hyphens: manual }
[data-fit="tighter"] { word-spacing: -.05em; letter-spacing: -.008em } [data-fit="tight"] { word-spacing: -.025em }
[data-fit="loose"] { word-spacing: .035em } [data-fit="looser"] { word-spacing: .07em; letter-spacing: .008em }"""
PLAIN = "the long account was read again and then it was put back in its place by all of them who "


def seen(task, fits):
    return [one.fault for one in observe(pages_of(fitted(task.job, fits)))]


def weight(faults):
    return sum(WEIGHTS[fault] for fault in faults)


def stubs():
    """Sections whose one paragraph ends in a stub."""
    for n in range(1, 40):
        task = Task(job(f'<p class="n" id="par-1.1">{PLAIN * 3}{"w" * n} it.</p>', SMALL + FITS), {})
        if Fault.STUB in seen(task, {}):
            yield task


def test_a_stub_is_mended_and_no_fault_comes_in_its_place():
    tasks = list(islice(stubs(), 4))
    fits = [mend(task) for task in tasks]
    left = [seen(task, chosen) for task, chosen in zip(tasks, fits, strict=True)]

    assert [] in left
    for task, chosen, faults in zip(tasks, fits, left, strict=True):
        assert weight(faults) < weight(seen(task, {})) if chosen else faults == seen(task, {})


def test_a_section_without_faults_keeps_the_fits_that_it_has():
    text = f'<p class="n" id="par-1.1">{PLAIN * 3}had read the whole of the account</p>'
    task = Task(job(text, SMALL + FITS), {"par-1.1": Fit.TIGHT, "par-9.9": Fit.LOOSE})

    assert mend(task) == {"par-1.1": Fit.TIGHT}


def short_page(words: int) -> Task:
    """A section whose last page may have few lines."""
    paragraphs = "".join(f'<p id="par-1.{n}">{PLAIN * 2}{"w " * (words + n)}end of it</p>' for n in range(1, 3))
    return Task(job(paragraphs, SMALL + FITS), {})


def test_a_page_of_few_lines_is_mended_by_the_passages_before_it():
    tasks = list(islice((task for task in map(short_page, range(1, 14)) if Fault.SHORT_PAGE in seen(task, {})), 3))
    left = [seen(task, mend(task)) for task in tasks]

    assert tasks
    assert any(Fault.SHORT_PAGE not in faults for faults in left)
    assert all(weight(faults) <= weight(seen(task, {})) for task, faults in zip(tasks, left, strict=True))


def test_what_is_excused_is_left_alone():
    task = next(stubs())

    assert mend(Task(task.job, {}, frozenset({("Q-02", "par-1.1")}))) == {}
    assert mend(Task(task.job, {}, frozenset({("Q-02", "s")}))) == {}


def test_what_is_written_for_each_format_is_read_again_as_an_editors_file(tmp_path):
    content = workshop(tmp_path, LIGHTHOUSE) / "content"
    fits = {"screen": {"par-1.1": Fit.TIGHT, "the-tower-n2": Fit.LOOSER}, "large-print": {"par-1.1": Fit.LOOSE}}
    for name, chosen in fits.items():
        write(content / copyfitting_file(name), chosen)
    report = Report()

    registers = load_registers(content, report)

    assert report.findings == []
    assert {name: {passage: one.fit for passage, one in chosen.items()}
            for name, chosen in registers.copyfitting.items()} == fits
