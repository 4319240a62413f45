"""Scripts: words in another script or language, each stretch with its tag.

    Карабахский дневник (Karabakhskiĭ dnevnik)    →    ru, upright; ru-Latn

Words in another script are never italic.  A language that is written in another
script does not tag Latin words: a Russian work known by an English title.
"""

import re
from itertools import groupby

from press.model.inline import Inline

Line = tuple[Inline, ...]

SCRIPTS = {
    "Cyrl": ("\u0400", "\u052f"), "Armn": ("\u0530", "\u058f"), "Geor": ("\u10a0", "\u10ff"),
    "Arab": ("\u0600", "\u06ff"), "Grek": ("\u0370", "\u03ff"), "Hebr": ("\u0590", "\u05ff"),
}
LANGUAGES_OF_SCRIPTS = {  # the first is meant where nothing else is said
    "Cyrl": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "os", "ab"), "Armn": ("hy",),
    "Geor": ("ka",), "Arab": ("fa", "ar", "ur"), "Grek": ("el",), "Hebr": ("he",),
}


def said(text: str, lang: str = "", *, italic: bool = False) -> Line:
    """`text` in stretches of one script; `lang` is its language, if not that of the book."""
    if not text:
        return ()
    return tuple(
        Inline(words, italic=italic and not script, lang=language(script, lang))
        for script, words in _runs(text.replace("...", "…")))


def language(script: str, lang: str) -> str:
    """The tag for words in `script` (empty for Latin) of a work in `lang`."""
    if script:
        known = LANGUAGES_OF_SCRIPTS[script]
        return lang if lang in known else known[0]
    other = any(lang in known for known in LANGUAGES_OF_SCRIPTS.values())
    return "" if other or lang == "en" else lang


def script_of(text: str) -> str:
    """The script of the first letter of `text`; empty for Latin."""
    return next((script for script, words in _runs(text) if any(c.isalpha() for c in words)), "")


def _runs(text: str) -> list[tuple[str, str]]:
    """Runs of one script; what stands between two words of a script belongs to it."""
    pieces = [(_script(word), word) for word in re.findall(r"[^\W\d_]\w*[?!]*|[\W\d_]+", text)]
    for i, (script, word) in enumerate(pieces):
        if script is None:
            around = {pieces[j][0] for j in (i - 1, i + 1) if 0 <= j < len(pieces)}
            pieces[i] = (around.pop() if len(around) == 1 and 0 < i < len(pieces) - 1 else "", word)
    return [(script or "", "".join(word for _, word in group))
            for script, group in groupby(pieces, key=lambda piece: piece[0])]


def _script(word: str) -> str | None:
    """The script of a word by its first letter; none for figures, punctuation and spaces."""
    if not word[0].isalpha():
        return None
    return next((name for name, (first, last) in SCRIPTS.items() if first <= word[0] <= last), "")
