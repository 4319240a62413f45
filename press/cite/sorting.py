"""Sorting: the order of names and headings in a bibliography and in an index.

Letter by letter (Chicago 16.59): spaces, hyphens, quotation marks and apostrophes do
not count, a comma or parenthesis ends the first round: New, Zoe · newborn · New Deal.
Case and diacritics count only between headings that are otherwise alike: Şuşa stands
with Susa, ə with e, ı with i.  Cyrillic and Armenian stand by their romanization, and
figures by their value before letters.  An article at the beginning is passed over.
"""

import re
import unicodedata
from functools import cache

SortKey = tuple[tuple[str, ...], str, str]

ARTICLES = {
    "en": ("a ", "an ", "the "), "de": ("der ", "die ", "das ", "ein ", "eine "),
    "fr": ("le ", "la ", "les ", "l’", "un ", "une "), "it": ("il ", "lo ", "la ", "i ", "gli ", "le ", "l’"),
    "es": ("el ", "la ", "los ", "las ", "un ", "una "),
}

_LATIN = "ə e · ı i · æ ae · œ oe · ø o · ð d · đ d · þ th · ł l · ß ss · & and"
_CYRILLIC = (
    "а a · б b · в v · г g · д d · е e · ё e · ж zh · з z · и i · й i · к k · л l · м m · н n · о o · п p · "
    "р r · с s · т t · у u · ф f · х kh · ц ts · ч ch · ш sh · щ shch · ъ · ы y · ь · э e · ю iu · я ia · "
    "і i · ѣ ie · ѵ y · ґ g · є ie · ї i · ў u · ј j · љ lj · њ nj · ћ c · ђ dj · џ j · "
    "ә e · ғ g · ө o · ү u · һ h · ҹ c · ҝ g")
_ARMENIAN = (
    "ա a · բ b · գ g · դ d · ե e · զ z · է e · ը e · թ t · ժ zh · ի i · լ l · խ kh · ծ ts · կ k · "
    "հ h · ձ dz · ղ gh · ճ ch · մ m · յ y · ն n · շ sh · ո o · չ ch · պ p · ջ j · ռ r · ս s · վ v · տ t · "
    "ր r · ց ts · ւ w · փ p · ք k · օ o · ֆ f")
_FOLDED = str.maketrans({
    letter: latin for pair in f"{_LATIN} · {_CYRILLIC} · {_ARMENIAN}".split(" · ")
    for letter, _, latin in (pair.partition(" "),)})


@cache
def sort_key(text: str, lang: str = "en") -> SortKey:
    """The place of `text` in an alphabetical list; no two texts have one key."""
    begun = re.sub(r"^\W+", "", text.replace("'", "’"))
    plain = folded(_without_article(begun, lang))
    rounds = tuple("".join(re.findall(r"[^\W_]", piece)) for piece in re.split(r"[,()]", plain))
    return tuple(_valued(piece) for piece in rounds if piece), text.casefold(), text


def initial(text: str, lang: str = "en") -> str:
    """The letter under which `text` stands in an index; `0` for figures, empty where it has neither."""
    rounds = sort_key(text, lang)[0]
    first = rounds[0][:1] if rounds else ""
    return "0" if first.isdigit() else first.upper()


def folded(text: str) -> str:
    """The text in small letters of the Latin alphabet, without diacritics."""
    romanized = text.replace("İ", "i").casefold().translate(_FOLDED)
    bare = "".join(c for c in unicodedata.normalize("NFKD", romanized) if not unicodedata.combining(c))
    return bare.casefold().translate(_FOLDED)


def _without_article(text: str, lang: str) -> str:
    """The text after its article; a heading that is nothing but an article keeps it."""
    for article in ARTICLES.get(lang, ()):
        rest = text[len(article):].lstrip()
        if text.casefold().startswith(article) and rest[:1].isalnum():
            return rest
    return text


def _valued(piece: str) -> str:
    """Figures written so long that they sort by value."""
    return re.sub(r"\d+", lambda found: found[0].zfill(12), piece)
