"""Typesetting: what a compositor does to an editor's words without being asked.

Quotation marks are curled, ranges get their dash, numbers stay with what they count,
words in another script are tagged with a language.  Set twice is set once, and
no letter or figure is changed: only spaces, quotation marks, dashes and points.

    set_text("pp. 19-24")                            a string
    set_tree(<p>He said "<em>no</em>".</p>)          an element, over the borders of its children
    set_inlines((Inline("“Bakı”, "), …))           a note or citation, in stretches

Addresses, verbatim elements and attributes are never touched.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from xml.etree.ElementTree import Element

from press.compose import marks, quotes, scripts, spaces
from press.compose.flow import Piece, Rule, settle
from press.compose.reading import flows, is_verbatim, language
from press.model.inline import Inline

_ENGLISH = frozenset({"en"})
_TURKIC = frozenset({"az", "tr"})
RULES = (
    Rule(quotes.primes, signs=("°",)),
    Rule(quotes.apostrophes, signs=("'",)),
    Rule(quotes.curl, _ENGLISH, signs=("'", '"')),
    Rule(quotes.part, signs=("“‘", "‘“", "”’", "’”")),
    Rule(marks.ellipses, signs=("...", ". . .")),
    Rule(marks.ranges, signs=("-",)),
    Rule(marks.minus, signs=("-",)),
    Rule(marks.dashes, _ENGLISH, signs=(" -", "\u00a0-")),
    Rule(spaces.in_any_language),
    Rule(spaces.in_english, _ENGLISH),
    Rule(spaces.in_turkic, _TURKIC),
    Rule(spaces.initials, signs=(". ",)),
)


def set_text(text: str, lang: str = "en") -> str:
    """Return a string as it is set."""
    return settle([Piece(text, lang)], RULES)[0]


def set_inlines(stretches: Sequence[Inline], lang: str = "en") -> tuple[Inline, ...]:
    """Return the stretches of a note as they are set, cut where the script changes."""
    pieces = [Piece(stretch.text, stretch.lang or lang) for stretch in stretches]
    texts = settle(pieces, RULES)
    return tuple(
        cut
        for stretch, text in zip(stretches, texts, strict=True)
        for cut in _by_script(replace(stretch, text=text), lang)
    )


def set_tree(root: Element, lang: str = "en") -> Element:
    """Return a copy of `root` as it is set, with its runs of other scripts tagged."""
    tree = deepcopy(root)
    for flow in flows(tree, lang):
        texts = settle([slot.piece for slot in flow], RULES)
        for slot, text in zip(flow, texts, strict=True):
            slot.write(text)
    if any(map(scripts.are_in, tree.itertext())):
        _tag_scripts(tree, lang)
    return tree


def _by_script(stretch: Inline, lang: str) -> Iterator[Inline]:
    """Cut a stretch by script; the source that it cites stays with the first cut."""
    if not stretch.text:
        yield stretch
    tagged = stretch.lang or lang
    source = stretch.source
    for text, language_of_run in scripts.runs(stretch.text, tagged):
        own = stretch.lang if language_of_run == tagged else language_of_run
        yield replace(stretch, text=text, lang=own, source=source)
        source = ""


def _tag_scripts(element: Element, inherited: str) -> None:
    """Tag the runs of other scripts in an element and in all that it holds."""
    if is_verbatim(element):
        return
    for child in element:
        _tag_scripts(child, language(element, inherited))
    scripts.tag(element, language(element, inherited))
