"""Evidence: the closed words in which the book says how well a thing is known.

They are written in the records as they stand here, and a word outside its set
is a finding: `confidence: certain` is a mistake, not a new degree.
"""

from enum import StrEnum


class Status(StrEnum):
    """How a claim, an act, a memorial or a film stands after it was checked."""

    CONFIRMED = "confirmed"
    ATTRIBUTED = "attributed"
    BASE_TEXT_ONLY = "base-text-only"
    DISPUTED = "disputed"
    DISCREPANCY = "discrepancy"


class Confidence(StrEnum):
    """What a date of the chronology rests on."""

    CONFIRMED = "confirmed"
    TERTIARY = "tertiary"
    TESTIMONY = "testimony"
    ATTRIBUTED = "attributed"
    CITED = "cited"
    DISCREPANCY = "discrepancy"
    BASE_TEXT_ONLY = "base-text-only"
    DISPUTED = "disputed"
    CONTESTED = "contested"


class ClaimKind(StrEnum):
    """What sort of statement a claim makes."""

    FACT = "fact"
    ESTIMATE = "estimate"
    POSITION = "position"
    TESTIMONY = "testimony"
    LEGAL = "legal"
    RECOGNITION = "recognition"
    CULTURAL = "cultural"


class EstimateKind(StrEnum):
    """How a published number of the dead came about."""

    COUNT = "count"
    APPROXIMATE_COUNT = "approximate count"
    MINIMUM_KNOWN = "minimum known"
    ESTIMATE = "estimate"
    OFFICIAL = "official"
    OFFICIAL_AS_MISQUOTED = "official as misquoted"
    CLAIM = "claim"
    CITATION = "citation"
    RANGE = "range"


PAGES = "screen"  # the format whose pages are the book’s own: others name its folios and take its fits


class Fit(StrEnum):
    """How a paragraph is set, so that it gains or loses a line."""

    TIGHTER = "tighter"
    TIGHT = "tight"
    LOOSE = "loose"
    LOOSER = "looser"


class Excusable(StrEnum):
    """The rules of the galley: what they find asks for an eye, and may be let stand for a reason."""

    LADDER = "Q-01"
    STUB = "Q-02"
    HOLE = "Q-03"
    OVERFULL = "Q-04"
    HEADING = "Q-05"
    SHORT_PAGE = "Q-06"
    WIDOW = "Q-07"
    ORPHAN = "Q-08"
    FACING = "Q-09"
    WHITE = "Q-10"
    TURN = "Q-12"
    LATE_NOTE = "L-05"


class EstimateStatus(StrEnum):
    """Whether the editors saw the number in its place or only heard of it."""

    CONSULTED = "consulted"
    CITED_BY = "cited-by"


class Living(StrEnum):
    """Whether a person is alive; all but `no` are treated as living."""

    NO = "no"
    PRESUMED = "presumed"
    UNKNOWN = "unknown"
