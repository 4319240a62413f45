"""No-break spaces: what a line may not part.

    26 February · 366 km · 2 million · 40° 0′ · p. 6 · pp. 19–24 · No. 4 · c. 1992 · § 4.12 ·
    chapter 4 · Figure 2 · A. B. Orlov · Dr Orlov · 25 000 · the words …

A space is only ever replaced by another space; none is added and none is lost.
Months and initials are known in the languages of the names and titles cited, too.
"""

import re
from collections.abc import Iterator

from press.compose.flow import Edit

NO_BREAK_SPACE = "\u00a0"

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_MONTHS_IN_OTHER_SCRIPTS = (
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    "հունվարի|փետրվարի|մարտի|ապրիլի|մայիսի|հունիսի|հուլիսի|օգոստոսի|"
    "սեպտեմբերի|հոկտեմբերի|նոյեմբերի|դեկտեմբերի"
)
_TURKIC_MONTHS = (
    "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr|"
    "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık"
)
_UNITS = "km²|km|m|cm|mm|kg|g|t|ha|°C|°|%|per cent|percent|thousand|million|billion|a\\.m|p\\.m|г|թ"
_SHORT_LABELS = (
    "p|pp|no|nos|c|ca|vol|vols|ch|chap|chaps|para|paras|art|arts|fig|figs|n|nn|fn|sec|secs|app|"
    "col|cols|fol|fols|ser|pt|pts"
)
_LABELS = (
    "pages?|paras?|paragraphs?|chapters?|sections?|articles?|notes?|footnotes?|figures?|tables?|"
    "appendix|appendices|annex|volumes?|numbers?|parts?|lines?|columns?|resolutions?"
)
_TITLES = "Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Maj|Col|Lt|Capt|Sgt|Cpl|Rev|St|Adm"
_SENTENCE_OPENERS = frozenset(
    "A An And As At But By For From He Her His If In It Its No Not On Or She So That The Their There"
    " These They This Those To We What When Where Which Who With".split()
)


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_IN_ANY_LANGUAGE = _compiled(
    rf"(?<!\d)\d{{1,2}}(?P<space> )(?=(?:{_MONTHS_IN_OTHER_SCRIPTS})(?!\w))",
    rf"\d(?P<space> )(?=(?:{_UNITS})(?!\w))",
    r"\d[°′](?P<space> )(?=\d)",
    r"[§№](?P<space> )(?=\d)",
    r"\S(?P<space> )(?=…)",
    r"\S(?P<space> )(?=[–—](?:\s|$))",
    r"(?<![\d.,])\d{1,3}(?P<space> )(?=\d{3}(?!\w))",
    r"(?<=[ \u00a0]\d{3})(?P<space> )(?=\d{3}(?!\w))",
)
_IN_ENGLISH = _compiled(
    rf"(?<!\d)\d{{1,2}}(?P<space> )(?=(?:{_MONTHS})(?!\w))",
    rf"\b(?:{_MONTHS})(?P<space> )(?=\d{{1,2}}(?!\w))",
    rf"(?i:\b(?:{_SHORT_LABELS})\.)(?P<space> )(?=[\d#]|[ivxlc]+\b|[IVXLC]+\b|[A-Z]\b)",
    rf"(?i:\b(?:{_LABELS}))(?P<space> )(?=[\d#]|[IVXLC]+\b|[A-Z]\b)",
    rf"\b(?:{_TITLES})\.?(?P<space> )(?=[^\W\d_a-z])",
)
_IN_TURKIC = _compiled(rf"(?<!\d)\d{{1,2}}(?P<space> )(?=(?:{_TURKIC_MONTHS})(?!\w))")
_INITIAL = re.compile(r"(?<!\w)(?P<letter>[^\W\d_])\.(?P<space> )(?=(?P<next>[^\W\d_]+))")


def in_any_language(text: str) -> Iterator[Edit]:
    """The spaces at which no line may end, whatever the language."""
    return _no_break(text, _IN_ANY_LANGUAGE)


def in_english(text: str) -> Iterator[Edit]:
    """The spaces at which no line of English may end."""
    return _no_break(text, _IN_ENGLISH)


def in_turkic(text: str) -> Iterator[Edit]:
    """The space between a day and its month in Azerbaijani and Turkish."""
    return _no_break(text, _IN_TURKIC)


def initials(text: str) -> Iterator[Edit]:
    """The space after an initial, if a name follows and not a new sentence."""
    for match in _INITIAL.finditer(text):
        follows = match["next"]
        if match["letter"].isupper() and follows[0].isupper() and follows not in _SENTENCE_OPENERS:
            yield Edit(*match.span("space"), NO_BREAK_SPACE)


def _no_break(text: str, places: tuple[re.Pattern[str], ...]) -> Iterator[Edit]:
    """Replace the spaces found, each once."""
    found = {match.span("space") for place in places for match in place.finditer(text)}
    for start, end in sorted(found):
        yield Edit(start, end, NO_BREAK_SPACE)
