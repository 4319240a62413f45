"""Peer engines: what can make the book on this machine, and how each is asked to.

A contender makes the book from nothing, or again after the same small edit that any editor
makes: another word at the end of the last paragraph of the middle chapter; no folio moves.
"""

import copy
import importlib.metadata
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import corpus_parts as parts
from corpus import write
from corpus_book import make_book
from peer_html import one_document
from peer_latex import latex
from peer_marks import FONTS
from peer_pandoc import pandoc, template
from peer_typst import typst
from process_tree import Cost, run
from watched import edited

HERE = Path(__file__).resolve().parent
BASE = "Typst, cold"
TYPST = "import sys, typst; typst.compile('book.typ', output='typst.pdf', font_paths=[sys.argv[1]])"
WEASYPRINT = ("import weasyprint; weasyprint.HTML('book.html').write_pdf("
              "'weasyprint.pdf', pdf_variant='pdf/ua-1', pdf_tags=True)")
BROWSER = "--no-sandbox,--disable-gpu,--disable-dev-shm-usage,--disable-background-networking"
SOURCES = frozenset({".tex", ".typ", ".html", ".md", ".template"})
NO_END = "3000000"  # milliseconds
NO_END_IN_SECONDS = "3000"


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that makes the book: how it is run, the PDF that it makes, and what is done before, outside the clock.

    `most` is the largest book that it is asked for, in pages, and `rounds` the most rounds that it takes part in;
    one that `warms` is run once more at first, which is not counted, so that it finds what it keeps between runs.
    """

    name: str
    make: Callable[[], Cost]
    pdf: Path
    version: str = ""
    before: Callable[[], object] = lambda: None
    most: int = 10_000
    rounds: int = 1_000
    warms: bool = False


@dataclass(slots=True)
class Bench:
    """A book in a folder, as every engine reads it; `programs` are what Python has Typst, and where npm's are."""

    folder: Path
    pages: int
    python: str
    npm: Path
    edits: int = 0
    begun: int = field(default_factory=lambda: int(time.time()) % 100_000)  # so that no edit is one of another run
    book: parts.Corpus = field(init=False)

    def __post_init__(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.book = make_book(self.pages)
        write(self.book, self.folder / "content")
        shutil.copytree(self.folder / "content" / "pictures", self.folder / "pictures")
        shutil.copytree(FONTS, self.folder / "fonts")
        self.put("book.html", one_document)
        self.put("book.typ", typst)
        self.put("book.tex", latex)
        self.put("pandoc.md", pandoc)
        self.put("pandoc.template", template)

    def put(self, name: str, language: Callable[[parts.Corpus], str]) -> None:
        """Write the book in the language of an engine, with the edits so far."""
        edited = copy.deepcopy(self.book)
        if self.edits:
            blocks = edited.chapters[len(edited.chapters) // 2].blocks
            last = [block for block in blocks if isinstance(block, parts.Paragraph)][-1]
            last.words.append(f" Edit {self.begun + self.edits}.")
        if name == "content":
            write(edited, self.folder / name)
        else:
            (self.folder / name).write_text(language(edited), encoding="utf-8")

    def edit(self, name: str, language: Callable[[parts.Corpus], str] = str) -> Callable[[], None]:
        """What makes one edit more."""
        def change() -> None:
            self.edits += 1
            self.put(name, language)
        return change

    def command(self, *words: str | Path, **settings: str) -> Callable[[], Cost]:
        """What runs a command."""
        return lambda: run([str(word) for word in words], self.folder, settings=settings)

    def clear(self, stem: str) -> Callable[[], None]:
        """What puts away all that earlier passes of LaTeX have left."""
        def sweep() -> None:
            for file in [*self.folder.glob(f"{stem}.*"), *(self.folder / "pictures").glob("*.pdf")]:
                if file.suffix not in SOURCES:
                    file.unlink()
        return sweep

    @property
    def rounds_of_a_slow_one(self) -> int:
        """How often the slow ones take part: twice, with large books once."""
        return 1 if self.pages > 100 else 2

    def packaged(self, name: str) -> str:
        """The version of a package of npm's."""
        file = self.npm / "node_modules" / name / "package.json"
        return str(json.loads(file.read_text(encoding="utf-8"))["version"]) if file.exists() else ""

    def program(self, name: str) -> str | None:
        """Where a program is, npm's among them."""
        return shutil.which(name, path=f"{self.npm / 'node_modules' / '.bin'}{os.pathsep}{os.environ['PATH']}")


def contenders(bench: Bench, without: Container[str] = ()) -> Iterator[Contender]:
    """The press four times, and every peer that is here and wanted; of one that is not here it is said."""
    yield from _press(bench)
    for name, found in PEERS.items():
        peers = [] if name in without else found(bench)
        if not peers:
            print(f"{name}: {'not wanted' if name in without else 'not installed'}, left out")
        yield from (one for one in peers if bench.pages <= one.most)


def _press(bench: Bench) -> list[Contender]:
    build = (sys.executable, HERE.parent / "build.py", "--content", "content", "--out", "dist")
    pdf = bench.folder / "dist" / "1st" / "1st-screen.pdf"

    def watched() -> Cost:
        """Save an edited book that the press watches; only that is counted."""
        return edited(bench.folder, bench.edit("content"), "--content", "content", "--out", "dist")

    return [Contender("press, cold", bench.command(*build, "--no-cache"), pdf),
            Contender("press, one paragraph edited", bench.command(*build), pdf, before=bench.edit("content")),
            Contender("press, one paragraph edited, watched", watched, pdf),
            Contender("press, nothing changed", bench.command(*build), pdf, warms=True)]


def _typst(bench: Bench) -> list[Contender]:
    version = said(bench.python, "-c", "import typst, importlib.metadata as told; print(told.version('typst'))")
    if not version:
        return []
    pdf = bench.folder / "typst.pdf"

    def resident() -> Cost:
        """Compile an edited book in a process that has compiled it before; only that is counted."""
        words = (bench.python, str(HERE / "typst_resident.py"), "book.typ", pdf.name, str(FONTS))
        with subprocess.Popen(words, cwd=bench.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdout.readline()
            bench.edit("book.typ", typst)()
            process.stdin.write("again\n")
            process.stdin.flush()
            cpu, wall, memory = map(float, process.stdout.readline().split())
        return Cost(cpu, wall, memory, memory)

    return [Contender(BASE, bench.command(bench.python, "-c", TYPST, FONTS), pdf, version),
            Contender("Typst, one paragraph edited, resident", resident, pdf, version)]


def said(*words: str) -> str:
    """The first line that a command says; nothing where it is not there or fails."""
    if not shutil.which(words[0]):
        return ""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return "" if done.returncode else (done.stdout.splitlines() or [""])[0]


def _latex(bench: Bench) -> list[Contender]:
    if not all(map(shutil.which, ("lualatex", "makeindex", "rsvg-convert"))):
        return []
    passes, pdf = bench.command(sys.executable, HERE / "latex_passes.py", "book.tex"), bench.folder / "book.pdf"
    version = said("lualatex", "--version")
    return [Contender("LuaLaTeX, all passes", passes, pdf, version,
                      bench.clear("book"), most=400, rounds=bench.rounds_of_a_slow_one, warms=True),
            Contender("LuaLaTeX, one paragraph edited", passes, pdf, version, bench.edit("book.tex", latex), most=400,
                      rounds=bench.rounds_of_a_slow_one)]


def _pandoc(bench: Bench) -> list[Contender]:
    pypandoc = importlib.util.find_spec("pypandoc")
    brought = next(Path(pypandoc.origin).parent.glob("files/pandoc"), None) if pypandoc and pypandoc.origin else None
    program = bench.program("pandoc") or brought
    if not program or not _latex(bench):
        return []
    made = bench.command(sys.executable, HERE / "latex_passes.py", "pandoc.tex", program)
    return [Contender("Pandoc and LuaLaTeX", made, bench.folder / "pandoc.pdf",
                      said(str(program), "--version").removeprefix("pandoc "), bench.clear("pandoc"), most=400,
                      rounds=bench.rounds_of_a_slow_one)]


def _paged(bench: Bench) -> list[Contender]:
    program, browser = bench.program("pagedjs-cli"), bench.program("chromium")
    if not program or not browser:
        return []
    made = bench.command(program, "book.html", "-o", "paged.pdf", "-t", NO_END, f"--browserArgs={BROWSER}",
                         PUPPETEER_EXECUTABLE_PATH=browser)
    return [Contender("Paged.js", made, bench.folder / "paged.pdf", bench.packaged("pagedjs-cli"), most=400,
                      rounds=bench.rounds_of_a_slow_one)]


def _vivliostyle(bench: Bench) -> list[Contender]:
    program, browser = bench.program("vivliostyle"), bench.program("chromium")
    if not program or not browser:
        return []
    made = bench.command(program, "build", "-d", "book.html", "-o", "vivliostyle.pdf", "--executable-browser", browser,
                         "-t", NO_END_IN_SECONDS, "--log-level", "silent")
    return [Contender("Vivliostyle", made, bench.folder / "vivliostyle.pdf", bench.packaged("@vivliostyle/cli"),
                      most=100, rounds=1)]


def _weasyprint(bench: Bench) -> list[Contender]:
    if not importlib.util.find_spec("weasyprint"):
        return []
    return [Contender("WeasyPrint, one document", bench.command(sys.executable, "-c", WEASYPRINT),
                      bench.folder / "weasyprint.pdf", importlib.metadata.version("weasyprint"), most=100)]


PEERS: Mapping[str, Callable[[Bench], list[Contender]]] = {
    "Typst": _typst, "LuaLaTeX": _latex, "Pandoc": _pandoc, "Paged.js": _paged, "Vivliostyle": _vivliostyle,
    "WeasyPrint": _weasyprint,
}
