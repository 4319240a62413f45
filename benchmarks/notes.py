"""Notes: what becomes of the notes of random documents and of whole books, counted.

    python3 benchmarks/notes.py                        200 random documents
    python3 benchmarks/notes.py --random 0 FOLDER …    the books of these content folders

Lost, doubled, before their call and out of order must be none, and 99 % begin on the
page of their call.  Exit status 1 when it is not so.  Needs what the tests need.
"""

import argparse
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from press.findings import Report  # noqa: E402
from press.layout.section import pages_of  # noqa: E402
from press.publish.forme import Run  # noqa: E402
from press.publish.manuscript import prepare  # noqa: E402
from press.publish.request import Request  # noqa: E402

ON_THEIR_PAGE = 0.99


def of_random_documents(count: int) -> Counter[str]:
    """What is wrong in random documents of small pages, as the property test draws them."""
    from hypothesis import given, settings

    from tests.press.layout import test_any_text as drawn
    from tests.press.layout.note_facts import facts
    from tests.press.layout.paper import job

    seen: Counter[str] = Counter()

    @settings(drawn.COSTLY, max_examples=count)
    @given(drawn.texts, drawn.papers)
    def press(text: str, paper: str) -> None:
        found = facts(pages_of(job(drawn.with_notes(text), paper)))
        seen.update(documents=1, notes=len(found.notes), late=len(found.late), cut=len(found.cut),
                    faults=len(found.faults) + abs(len(found.notes) - text.count("[")))

    press()
    return seen


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody how far it has come."""


def of_book(content: Path) -> Counter[str]:
    """What is wrong in the notes of a book, as the press lays it out."""
    request, report = Request(root=ROOT, content=content.resolve(), out=ROOT / "dist", cache=False), Report()
    prepared = prepare(request, report, _silent)
    assert prepared is not None, [str(finding) for finding in report.findings][:3]
    material, ((chosen, css), *_) = prepared
    forme = Run(material, request.shop, report, _silent).forme(chosen, css)
    seen: Counter[str] = Counter(pages=forme.extent)
    for section in forme.sections:
        numbers = [int(note.id.rpartition("-n")[2]) for note in section.notes]
        starts = [note.pages[0] for note in section.notes if note.pages]
        seen.update(
            notes=len(section.notes),
            lost=sum(1 for note in section.notes if not note.pages or not note.whole),
            doubled=sum(1 for note in section.notes if len(set(note.pages)) < len(note.pages)),
            before=sum(1 for note in section.notes if note.pages and note.pages[0] < note.called_on),
            late=sum(1 for note in section.notes if note.pages and note.pages[0] > note.called_on),
            cut=sum(1 for note in section.notes if len(note.pages) > 1),
            disordered=sum(a > b for a, b in pairwise(numbers))
            + sum(a > b for a, b in pairwise(starts)))
    return seen


def _share(seen: Counter[str]) -> str:
    """How many begin on the page of their call, in words."""
    return f"{1 - seen['late'] / max(1, seen['notes']):.2%} on the page of their call"


def main() -> int:
    """Count, print, and say by the exit status whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--random", type=int, default=200)
    parser.add_argument("books", type=Path, nargs="*")
    order = parser.parse_args()
    well = True
    if order.random:
        seen = of_random_documents(order.random)
        print("random", dict(seen), _share(seen))
        well = not seen["faults"] and seen["late"] <= (1 - ON_THEIR_PAGE) * seen["notes"]
    for book in order.books:
        seen = of_book(book)
        print(book.name, dict(seen), _share(seen))
        well &= not (seen["lost"] + seen["doubled"] + seen["before"] + seen["disordered"])
        well &= seen["late"] <= (1 - ON_THEIR_PAGE) * seen["notes"]
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
