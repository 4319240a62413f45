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
    "page|pages|para|paras|paragraph|paragraphs|chapter|chapters|section|sections|article|articles|note|notes|"
    "footnote|footnotes|figure|figures|table|tables|appendix|appendices|annex|volume|volumes|number|numbers|"
    "part|parts|line|lines|column|columns|resolution|resolutions"
)
_TITLES = "Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Maj|Col|Lt|Capt|Sgt|Cpl|Rev|St|Adm"
_SENTENCE_OPENERS = frozenset(
    "A An And As At But By For From He Her His If In It Its No Not On Or She So That The Their There"
    " These They This Those To We What When Where Which Who With".split()
)


def _after(words: str, then: str = "") -> str:
    """What holds at a space that follows one of the words: looked back at, a length at a time."""
    lengths: dict[int, list[str]] = {}
    for word in words.split("|"):
        lengths.setdefault(len(word), []).append(word)
    return "(?:" + "|".join(rf"(?<=\b(?:{'|'.join(some)}){then} )" for some in lengths.values()) + ")"


_DAY = r"(?:(?<=(?<!\d)\d )|(?<=(?<!\d)\d\d ))"  # at a space after one figure or two
_THOUSANDS = r"(?:(?<=(?<![\d.,])\d )|(?<=(?<![\d.,])\d\d )|(?<=(?<![\d.,])\d{3} )|(?<=[ \u00a0]\d{3} ))"
# Every pattern is a space, and then what stands before and after it, that which is soonest found not to stand first.
_IN_ANY_LANGUAGE = re.compile(
    rf" (?:(?<=\d )(?:{_DAY}(?=(?:{_MONTHS_IN_OTHER_SCRIPTS})(?!\w))|(?=(?:{_UNITS})(?!\w))"
    rf"|(?=\d{{3}}(?!\w)){_THOUSANDS})|(?<=\d[°′] )(?=\d)|(?<=[§№] )(?=\d)"
    r"|(?=…)(?<=\S )|(?=[–—](?:\s|$))(?<=\S ))")
_IN_ENGLISH = re.compile(
    rf" (?:(?<=\d )(?=(?:{_MONTHS})(?!\w)){_DAY}|(?=\d{{1,2}}(?!\w)){_after(_MONTHS)}"
    rf"|(?<=\. )(?=[\d#]|[ivxlc]+\b|[IVXLC]+\b|[A-Z]\b)(?i:{_after(_SHORT_LABELS, then='[.]')})"
    rf"|(?=[\d#]|[IVXLC]+\b|[A-Z]\b)(?i:{_after(_LABELS)})"
    rf"|(?=[^\W\d_a-z])(?:{_after(_TITLES)}|(?<=\. ){_after(_TITLES, then='[.]')}))")
_IN_TURKIC = re.compile(rf" (?<=\d ){_DAY}(?=(?:{_TURKIC_MONTHS})(?!\w))")
_INITIAL = re.compile(r"\. (?<=(?<!\w)[^\W\d_]\. )(?=(?P<next>[^\W\d_]+))")


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
        at, follows = match.start(), match["next"]
        if text[at - 1].isupper() and follows[0].isupper() and follows not in _SENTENCE_OPENERS:
            yield Edit(at + 1, at + 2, NO_BREAK_SPACE)


def _no_break(text: str, places: re.Pattern[str]) -> Iterator[Edit]:
    """Replace the spaces found."""
    for match in places.finditer(text):
        yield Edit(*match.span(), NO_BREAK_SPACE)
