"""No word is divided over the turn of a leaf: the foot of a recto ends with a whole word."""

from typing import Any

import pytest
import weasyprint
from weasyprint.layout import block

from press.layout import hanging_space, split_notes, turns
from press.layout.blocks import HOLE, HYPHENS, hole
from press.layout.boxes import notes
from press.layout.galley import observe
from press.layout.laid import Fault
from tests.press.layout.paper import BASE, SMALL, letters, lines, note, words

LONG = ("the establishment of an administration and the responsibility of it all in the understanding of "
        "those international circumstances as the organization had them in its own consideration ")
STYLED = SMALL + "html { hyphens: auto; hyphenate-limit-chars: 6 3 3; text-align: STYLE }"
RAGGED, JUSTIFIED = STYLED.replace("STYLE", "left"), STYLED.replace("STYLE", "justify")
NARROW = JUSTIFIED.replace("150pt 120pt", "90pt 120pt")


def laid(text: str, css: str, *, whole: bool) -> Any:
    """The pages of a text, with the care for the turn of the leaf or without."""
    assert split_notes.install()
    assert hanging_space.install()
    assert not whole or turns.install()
    return weasyprint.HTML(string=f'<html lang="en"><style>{css}</style><body>{text}', base_url=BASE).render()


def shifted(shift: int) -> str:
    """A paragraph of long words, moved by a word of so many letters, over some pages."""
    return f"<p>{'n' * shift} {LONG * 6}</p>"


def turned(document: Any) -> list[int]:
    """The pages at whose foot a word is divided over the turn."""
    return [seen.page for seen in observe(document) if seen.fault is Fault.TURN]


def divided(shifts: range, css: str) -> list[str]:
    """The texts that have a word divided over the turn when nobody cares."""
    return [text for text in map(shifted, shifts) if turned(laid(text, css, whole=False))]


def read(document: Any) -> str:
    """The words of a document, whatever divides them."""
    return "".join(letters(page._page_box) for page in document.pages).replace("\u2010", "").replace(" ", "")


def test_a_recto_ends_with_a_whole_word_and_no_word_is_lost() -> None:
    texts = divided(range(1, 24, 2), RAGGED)

    assert texts
    for text in texts:
        before, after = laid(text, RAGGED, whole=False), laid(text, RAGGED, whole=True)
        assert turned(after) == []
        assert read(after) == read(before)


def test_a_word_divided_at_the_foot_of_a_verso_stays_so() -> None:
    documents = [laid(text, RAGGED, whole=True) for text in map(shifted, range(1, 12))]

    assert any(letters(lines(document.pages[1])[-1]).endswith(HYPHENS) for document in documents)


def test_no_line_is_torn_open_for_it_but_goes_over_instead() -> None:
    texts = divided(range(1, 15, 3), NARROW)
    pairs = [(laid(text, NARROW, whole=False), laid(text, NARROW, whole=True)) for text in texts]
    rectos = [page for _, after in pairs for page in after.pages[::2]]

    assert max(hole(lines(page)[-1]) for page in rectos) <= HOLE
    assert {len(lines(page)) for page in rectos[:-1]} >= {9, 10}
    assert [len(turned(after)) <= len(turned(before)) for before, after in pairs] == [True] * len(pairs)


def test_a_note_that_goes_on_over_the_leaf_is_not_divided_in_a_word() -> None:
    texts = [f"<p>{words(50)}{note(1, 'm' * shift + ' ' + LONG * 3)}</p>" for shift in range(4, 16, 2)]
    texts = [text for text in texts if turned(laid(text, RAGGED, whole=False))]

    assert texts
    for text in texts:
        after = laid(text, RAGGED, whole=True)
        assert turned(after) == []
        assert [one.whole for one in notes(after)] == [True]


def test_the_lines_that_stay_together_are_not_parted_for_it() -> None:
    for text in divided(range(1, 15, 3), NARROW):
        faults = {seen.fault for seen in observe(laid(text, NARROW, whole=True))}
        assert not faults & {Fault.ORPHAN, Fault.WIDOW}


def test_the_wrapper_is_put_in_place_under_its_own_version_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "_linebox_layout", stock := object())
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert turns.install() is False
    assert block._linebox_layout is stock
