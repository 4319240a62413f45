"""The one command: what it asks of the press, what it prints, and the status it leaves with."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import build
from press.findings import Place, Report, Severity
from press.publish.request import Request
from press.workshop import environment, logbook
from press.workshop.machine import MANAGERS, Machine
from press.workshop.needs import PANGO

HERE = Path(build.__file__).parent


class Driver:
    """A press that prints what it is told to, on a machine that has everything."""

    def __init__(self, root):
        self.report, self.made, self.fault = Report(), (), None
        self.requests = []
        self.book = root / "dist" / "first" / "book.pdf"

    def make(self, request, progress):
        progress("lay out", 1, 1)
        return self.check(request, progress, (self.book,))

    def check(self, request, progress, made=()):
        if self.fault:
            raise self.fault
        self.requests.append(request)
        return SimpleNamespace(report=self.report, made=() if self.report.errors else made)


@pytest.fixture
def driver(tmp_path, monkeypatch):
    driver = Driver(tmp_path)
    monkeypatch.setitem(sys.modules, "press.publish.driver", driver)
    monkeypatch.setattr("press.publish.driver", driver, raising=False)
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "make_ready", lambda order: None)
    monkeypatch.chdir(tmp_path)
    return driver


def test_without_a_word_the_book_is_made(driver, capsys):
    assert build.main([]) == 0

    shown = capsys.readouterr()
    assert shown.out == f"made {Path('dist', 'first', 'book.pdf')}\n"
    assert shown.err == "lay out: done\n"


def test_without_a_word_the_last_edition_is_made_in_its_own_formats_with_all_cores(driver, tmp_path):
    build.main([])

    assert driver.requests == [Request(root=tmp_path, content=tmp_path / "content", out=tmp_path / "dist",
                                       edition="", formats=(), jobs=0, cache=True)]


def test_every_option_reaches_the_press(driver, tmp_path):
    build.main(["make", "--content", "c", "--out", "o", "--edition", "second", "--format", "print",
                "--format", "large-print", "--format", "print", "--jobs", "3", "--no-cache",
                "--executor", "dask://127.0.0.1:8786"])

    assert driver.requests == [Request(root=tmp_path, content=tmp_path / "c", out=tmp_path / "o", jobs=3,
                                       edition="second", formats=("print", "large-print"), cache=False,
                                       executor="dask://127.0.0.1:8786")]


@pytest.mark.parametrize("command", ["make", "check", "contact-sheet"])
def test_findings_leave_with_1_and_make_nothing(driver, command, capsys):
    driver.report.add("D-05", Place("content/chronology.yaml", 12, 9), "the date is not EDTF: “1992-13”")

    assert build.main([command]) == 1
    assert capsys.readouterr().out == ("content/chronology.yaml:12:9: D-05 the date is not EDTF: “1992-13”\n"
                                       "1 finding: 1 to mend\n")


def test_a_finding_that_only_asks_for_an_eye_lets_the_book_be_made(driver, capsys):
    driver.report.add("E-01", Place("body.md", 9), "the word needs an eye", severity=Severity.REVIEW)

    assert build.main([]) == 0
    assert "made " in capsys.readouterr().out


def test_what_is_proved_is_a_table_and_what_is_wrong_a_finding(driver, capsys, tmp_path):
    (tmp_path / "book.pdf").write_bytes(b"no PDF")

    assert build.main(["prove", "book.pdf", "none.pdf"]) == 1
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.splitlines()[0] == "book.pdf  no PDF that can be read  1 fault"
    assert "book.pdf: Z-01 the file is no PDF, or a damaged one" in shown.out
    assert "none.pdf: F-03 the file cannot be read: No such file or directory" in shown.out
    assert shown.out.splitlines()[-1] == "2 findings: 2 to mend"


def test_to_prove_nothing_is_one_line(driver, capsys):
    assert build.main(["prove"]) == 2
    assert capsys.readouterr().err == "build.py: name the files to prove: prove dist/1st/1st-screen.pdf\n"


def test_the_doctor_speaks_of_a_machine_that_is_not_ready(monkeypatch, capsys):
    monkeypatch.setattr(build, "make_ready", lambda order: pytest.fail("nothing is installed to look"))
    monkeypatch.setattr("press.workshop.needs.present", lambda need: need is not PANGO)

    assert build.main(["doctor"]) == 2
    assert "missing  Pango (libpangoft2-1.0): lays out every line" in capsys.readouterr().out


def test_a_failure_of_the_press_is_one_line_and_a_log(driver, capsys, tmp_path):
    driver.fault = KeyError("a word\nof the engine")

    assert build.main(["check"]) == 2
    shown = capsys.readouterr()
    log = Path(".cache", "log", "failure.log")
    assert shown.out == ""
    assert shown.err == f"build.py: the press failed: KeyError: 'a word\\nof the engine': see {log}\n"
    assert "Traceback" in (tmp_path / log).read_text(encoding="utf-8")


def test_an_interruption_is_quiet(driver, capsys):
    driver.fault = KeyboardInterrupt()

    assert build.main([]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_hindrance_is_one_line(driver, capsys):
    driver.fault = logbook.Hindrance("missing: a part")

    assert build.main([]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == "build.py: missing: a part"


@pytest.mark.parametrize("words", [
    ["bake"], ["--format", "scroll"], ["--jobs", "0"], ["--jobs", "x"], ["--executor", "tcp://a:1"],
    ["--executor", "dask://a"], ["--bleed"], ["check", "more"]])
def test_a_word_that_the_command_does_not_know_is_refused_with_2(words, capsys):
    with pytest.raises(SystemExit) as left:
        build.main(words)

    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: build.py")


def test_further_words_of_the_tests_go_to_pytest(driver, monkeypatch):
    run = []
    monkeypatch.setattr(build, "become", lambda command: run.append(command) or sys.exit(5))
    with pytest.raises(SystemExit) as left:
        build.main(["test", "--setup", "-k", "folios", "tests/press", "-x"])

    assert left.value.code == 5
    assert run[0][:3] == (sys.executable, "-m", "pytest")
    assert run[0][-4:] == ("-k", "folios", "tests/press", "-x")


@pytest.mark.parametrize(("statuses", "status"), [((0, 0), 0), ((1, 0), 1), ((0, 2), 1)])
def test_every_linter_runs_and_each_can_fail(driver, monkeypatch, statuses, status):
    answers = list(statuses)
    monkeypatch.setattr(build.subprocess, "call", lambda words, cwd: answers.pop(0))

    assert build.main(["lint"]) == status
    assert answers == []


def test_the_contact_sheet_is_drawn_from_the_book_just_made(driver, monkeypatch, capsys, tmp_path):
    from press.publish import contact_sheet

    drawn = []
    monkeypatch.setattr(contact_sheet, "make_contact_sheet", lambda pdf, target: drawn.append((pdf, target)))

    assert build.main(["contact-sheet"]) == 0
    assert driver.requests[0].formats == ("screen",)
    assert drawn == [(driver.book, tmp_path / "docs" / "contact-sheet.png")]
    assert capsys.readouterr().out.splitlines()[-1] == f"made {Path('docs', 'contact-sheet.png')}"


class Grounds:
    """A machine and an environment as a test wants them, and what was done about them."""

    def __init__(self, monkeypatch):
        self.at_home, self.state, self.lacking = False, environment.State.READY, ()
        self.done = []
        monkeypatch.setattr(environment, "is_home", lambda root, for_tests: self.at_home)
        monkeypatch.setattr(environment, "state", lambda root, for_tests: self.state)
        monkeypatch.setattr(environment, "fill", self.fill)
        monkeypatch.setattr(build.needs, "lacking", self.look)
        monkeypatch.setattr(build.machine, "survey", lambda: Machine(MANAGERS[0], has_sudo=True))
        monkeypatch.setattr(build.machine, "mend", lambda needs, *rest: self.done.append("mend"))
        monkeypatch.setattr(build, "become", self.become)

    def look(self, needs):
        self.asked = needs
        return self.lacking

    def fill(self, root, lock, say, anew):
        self.done.append(f"{'make' if anew else 'add'} {lock}")

    def become(self, command, settings):
        self.done.append(f"again {' '.join(command[2:])}".strip())

    def ready(self, *words):
        build.make_ready(build.parse(words))
        return self.done


@pytest.fixture
def grounds(monkeypatch):
    return Grounds(monkeypatch)


def test_in_an_environment_that_serves_nothing_is_made(grounds):
    grounds.at_home = True

    assert grounds.ready("make") == []
    assert build.needs.VENV not in grounds.asked


def test_a_ready_environment_is_gone_into_with_the_same_words(grounds):
    assert grounds.ready("make", "--jobs", "3") == ["again make --jobs 3"]


@pytest.mark.parametrize(("words", "state", "done"), [
    (["make"], environment.State.SPOILT, "make requirements.lock"),
    (["test"], environment.State.SPOILT, "make requirements-test.lock"),
    (["lint"], environment.State.SHORT, "add requirements-test.lock"),
])
def test_an_environment_is_filled_as_its_state_asks(grounds, words, state, done):
    grounds.state = state

    assert grounds.ready(*words) == [done, f"again {words[0]}"]


def test_venv_is_asked_for_only_where_an_environment_has_to_be_made(grounds):
    grounds.ready("make")
    assert build.needs.VENV not in grounds.asked

    grounds.state = environment.State.SPOILT
    grounds.ready("make")
    assert grounds.asked[0] is build.needs.VENV


def test_without_consent_what_is_missing_is_named_and_nothing_is_touched(grounds, capsys):
    grounds.lacking, grounds.state = (PANGO,), environment.State.SPOILT

    assert build.main([]) == 2
    assert grounds.done == []
    assert capsys.readouterr().err.startswith("build.py: missing: libpangoft2-1.0-0: run: sudo apt-get")


def test_with_consent_what_is_missing_is_installed_first(grounds):
    grounds.lacking, grounds.state = (PANGO,), environment.State.SPOILT

    assert grounds.ready("--setup") == ["mend", "make requirements.lock", "again --setup"]


def test_an_environment_that_does_not_answer_is_not_gone_into_for_ever(grounds, monkeypatch):
    monkeypatch.setenv(build.threshold.RERUN, build.threshold.SEEN)

    with pytest.raises(logbook.Hindrance, match="remove it and run again"):
        grounds.ready("make")


def test_an_environment_that_does_not_serve_is_left_again_and_filled_from_outside(grounds, monkeypatch):
    monkeypatch.setattr(build, "become", lambda words, settings: grounds.done.append((words[0], *settings.values())))
    monkeypatch.setattr(environment, "fill", lambda *_, **__: None)
    inside, threshold = str(environment.python_in(build.ROOT / ".venv")), build.threshold
    monkeypatch.setenv(threshold.RERUN, threshold.UNSEEN)
    grounds.ready("make")
    monkeypatch.setenv(threshold.RERUN, threshold.SENT_OUT)
    grounds.ready("make")

    assert grounds.done[0] == (environment.python_outside(), threshold.SENT_OUT)
    assert grounds.done[-1] == (inside, threshold.SEEN)


def test_an_older_python_gets_one_line(tmp_path):
    old = "import sys; sys.version_info = (3, 9, 2); sys.argv = ['build.py']; exec(open('build.py').read())"
    done = subprocess.run([sys.executable, "-c", old], cwd=HERE, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stderr == "build.py: needs Python 3.11 or newer, and this is 3.9\n"


def test_a_reader_who_stops_listening_is_no_failure(tmp_path):
    script = """
import sys, build
build.make_ready = lambda order: None
build.COMMANDS["check"] = lambda order: [build.console.say("x" * 99) for _ in range(9999)]
sys.exit(build.main(["check"]))
"""
    done = subprocess.run(["sh", "-c", '"$0" -c "$1" | head -n 1', sys.executable, script],
                          cwd=HERE, capture_output=True, text=True, check=False)

    assert done.stdout == "x" * 99 + "\n"
    assert done.stderr == ""


def test_all_makes_every_format_of_the_house(driver):
    assert build.main(["all"]) == 0
    assert driver.requests[0].formats == tuple(sorted(
        file.stem for file in (HERE / "styles" / "formats").glob("*.yaml")))


def test_what_was_made_is_not_made_again(driver, capsys, monkeypatch):
    monkeypatch.setattr("press.desk.making.finished", lambda request, edition: SimpleNamespace(
        report=Report(), made=(driver.book,)))

    assert build.main([]) == 0
    assert driver.requests == []
    assert capsys.readouterr().out == f"made {Path('dist', 'first', 'book.pdf')}\n"


@pytest.mark.parametrize("words", [
    ["edition"], ["edition", "close"], ["edition", "record", "1st", "2nd"], ["edition", "new", "3rd"],
    ["rebuild"], ["rebuild", "a.pdf"], ["rebuild", "a.pdf", "b.pdf", "--out", "o"]])
def test_words_that_a_command_of_editions_does_not_know_are_one_line(driver, words, capsys):
    assert build.main(words) == 2
    assert capsys.readouterr().err.startswith(f"build.py: say: {words[0]} ")


def test_the_editions_are_listed(driver, tmp_path, capsys):
    shutil.copytree(HERE / "tests" / "books" / "lighthouse", tmp_path / "content")

    assert build.main(["editions"]) == 0
    assert capsys.readouterr().out == "1st  First edition, 1 May 2024, open: screen\n"


def test_a_book_that_carries_nothing_is_told(driver, tmp_path, capsys):
    (tmp_path / "a.pdf").write_bytes(b"no book")

    assert build.main(["rebuild", "a.pdf", "--out", "o"]) == 1
    assert capsys.readouterr().out.startswith("a.pdf: F-05 the file is no PDF that can be opened")


def test_without_a_key_nothing_is_signed(driver, capsys, monkeypatch):
    monkeypatch.delenv("PRESS_KEY", raising=False)

    assert build.main(["sign", "1st"]) == 2
    assert capsys.readouterr().err.startswith("build.py: no key to sign with")
