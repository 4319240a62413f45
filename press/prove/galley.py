"""Galley proof: what the lines of the book look like, told as findings for an editor's eye.

The house asks: no more than two hyphens in a row, no last line under five letters,
no space over an em, no line beyond the measure, no heading at a foot, five lines on
a page, no line of a paragraph alone at the foot or the head of a page, facing pages of
one depth, no page that breaks off early, and no word divided over the turn of a leaf
(Chicago 2.112–2.116).  What the editors have looked at and let stand is excused in
`exceptions.yaml`, each with its reason.
"""

from press.findings import Report, Severity
from press.layout.laid import Fault, LaidSection
from press.model.folio import Folio
from press.model.places import place_of
from press.model.section import Section
from press.prove.excuses import Excuses

RULES = {
    Fault.LADDER: ("Q-01", "three lines in a row end in a hyphen", "let the paragraph be set looser or tighter"),
    Fault.STUB: ("Q-02", "the last line is a stub", "let the paragraph be set looser or tighter, or reword its end"),
    Fault.HOLE: ("Q-03", "a space between words is over an em", "let the paragraph be set tighter, or divide a word"),
    Fault.OVERFULL: ("Q-04", "a line is wider than its measure", "give the long word a place to break"),
    Fault.HEADING: ("Q-05", "a heading stands at the foot of its page", "let a paragraph above be set tighter"),
    Fault.SHORT_PAGE: ("Q-06", "a page has fewer than five lines", "let a paragraph before it be set tighter"),
    Fault.WIDOW: ("Q-07", "the last line of a paragraph stands alone at the head of its page",
                  "let the paragraph be set looser or tighter"),
    Fault.ORPHAN: ("Q-08", "the first line of a paragraph stands alone at the foot of its page",
                   "let a paragraph above be set looser or tighter"),
    Fault.FACING: ("Q-09", "facing pages differ in depth by more than a line",
                   "let a paragraph of one of them be set looser or tighter"),
    Fault.WHITE: ("Q-10", "the text of a page breaks off, and four lines or more would fit below it",
                  "let a paragraph above be set tighter, or move the table or figure that follows"),
    Fault.TURN: ("Q-12", "a word is divided over the turn of a leaf",
                 "let a paragraph of the page be set looser or tighter"),
    Fault.CUT: ("W-03", "words are cut off by their page or by the box around them",
                "give them room, or take the style out that cuts them"),
}
LOST = (Fault.CUT,)  # what no reader can see is an error and needs no eye


def prove_galley(section: LaidSection, source: Section, first: Folio, excuses: Excuses, report: Report) -> None:
    """Tell what was seen on the pages of a section, by folio and words."""
    for seen in section.observed:
        rule, fault, hint = RULES[seen.fault]
        if not excuses.excused(rule, seen.name, source.id):
            folio = Folio(first.body, first.number + seen.page)
            report.add(rule, place_of(source, seen.name, seen.words),
                       f"{fault}: page {folio}, “{seen.words.strip()}”", hint,
                       Severity.ERROR if seen.fault in LOST else Severity.REVIEW)
