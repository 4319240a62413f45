"""What stands in a PDF, read back as any other program reads it."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name

XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word on a page: its edges in pt, y upwards from the foot."""

    text: str
    left: float
    right: float
    foot: float
    head: float


def words_by_page(pdf: bytes) -> list[list[Word]]:
    """The words of every page, by poppler."""
    found = []
    for page in ElementTree.fromstring(_poppler(pdf, "-bbox")).iter(f"{XHTML}page"):
        height = float(page.get("height", ""))
        found.append([
            Word(word.text or "", float(word.get("xMin", "")), float(word.get("xMax", "")),
                 height - float(word.get("yMax", "")), height - float(word.get("yMin", "")))
            for word in page.iter(f"{XHTML}word")])
    return found


def text(pdf: bytes) -> str:
    """The text of all pages, the words of a line parted by one space."""
    return "\n".join(" ".join(line.split()) for line in _poppler(pdf).split("\n"))


def _poppler(pdf: bytes, *options: str) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "book.pdf"
        file.write_bytes(pdf)
        return subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, encoding="utf-8",
                              check=True).stdout


def labels(pdf: pikepdf.Pdf) -> list[str]:
    """The label of every page."""
    return [str(page.label) for page in pdf.pages]


def leaf(tree: Any) -> dict[Any, Any]:
    """The entries of a name or number tree, in order."""
    found: dict[Any, Any] = {}
    for kid in tree.get("/Kids", ()):
        found.update(leaf(kid))
    flat = list(tree.get("/Names", tree.get("/Nums", ())))
    found.update({bytes(key) if isinstance(key, pikepdf.String) else int(key): value
                  for key, value in zip(flat[::2], flat[1::2], strict=True)})
    return found


def destinations(pdf: pikepdf.Pdf) -> dict[str, int]:
    """The page that every name leads to, from 0."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return {name.decode("ascii"): numbers[target[0].objgen]
            for name, target in leaf(pdf.Root.Names.Dests).items()}


def links(pdf: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    """Every link with its page, from 0."""
    for number, page in enumerate(pdf.pages):
        for annotation in page.obj.get("/Annots", ()):
            yield number, annotation


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """Every element of the structure, in order."""
    found: list[Any] = []

    def walk(element: Any) -> None:
        found.append(element)
        kids = element.get("/K", ())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                walk(kid)

    for root in pdf.Root.StructTreeRoot.K:
        walk(root)
    return found


def parts(pdf: pikepdf.Pdf) -> list[Any]:
    """The Parts of the structure: one a section, in order."""
    return list(pdf.Root.StructTreeRoot.K[0].K)


def of_kind(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    """Every object of a type, each once."""
    return [one for one in pdf.objects
            if isinstance(one, Dictionary) and one.get("/Type") == Name(f"/{kind}")]
