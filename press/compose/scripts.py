"""Scripts: runs of Armenian and Cyrillic letters, and the language that each is given.

    Baku (Баку)    →    Baku (<span lang="ru">Баку</span>)

A run goes on over the spaces, figures and marks between two words of its script, so
that a title is one run.  Cyrillic is taken for Russian and Armenian script for
Armenian, unless the editor tagged the text with another language of that script.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_BETWEEN = r"""[\s\d.,:№–—'’"“”„«»-]"""
_ACCENTS = "\u0300\u0301"


@dataclass(frozen=True, slots=True)
class Script:
    """A script: its letters, its subtag, the language assumed, and all that may be written in it."""

    subtag: str
    letters: str
    language: str
    languages: frozenset[str]

    @property
    def run(self) -> str:
        """The pattern of a run: from the first letter of the script to its last."""
        word = f"[{self.letters}][{self.letters}{_ACCENTS}]*"
        return f"{word}(?:{_BETWEEN}+{word})*"

    def writes(self, lang: str) -> bool:
        """Whether text tagged `lang` is in this script: `ru`, `uk`, `az-Cyrl` for Cyrillic."""
        primary, *others = lang.lower().split("-")
        return self.subtag in others or (primary in self.languages and not _names_a_script(others))


_SCRIPTS = (
    Script("armn", "\u0531-\u058a\ufb13-\ufb17", "hy", frozenset({"hy", "hyw", "xcl"})),
    Script(
        "cyrl",
        "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
        "ru",
        frozenset("ru uk be bg sr mk kk ky mn tg tt ba cv os ab av ce inh lez kbd rue cu".split()),
    ),
)
_LETTER = re.compile(f"[{''.join(script.letters for script in _SCRIPTS)}]")
_RUN = re.compile("|".join(f"(?P<{script.subtag}>{script.run})" for script in _SCRIPTS))


def are_in(text: str) -> bool:
    """Whether a letter of these scripts stands in a text."""
    return _LETTER.search(text) is not None


def runs(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Cut `text`, tagged `lang`, into runs with the language of each."""
    begin = 0
    for match in _RUN.finditer(text) if are_in(text) else ():
        script = next(script for script in _SCRIPTS if script.subtag == match.lastgroup)
        if script.writes(lang):
            continue
        if match.start() > begin:
            yield text[begin : match.start()], lang
        yield match.group(), script.language
        begin = match.end()
    if begin < len(text):
        yield text[begin:], lang


def tag(element: Element, lang: str) -> None:
    """Put each run of another script in the text of `element` and after its children into a span."""
    texts = [element.text, *(child.tail for child in element)]
    cut = [_spans(element, text, lang) for text in texts]
    if not any(spans for _, spans in cut):
        return
    children = list(element)
    for child in children:
        element.remove(child)
    (element.text, first), *rest = cut
    element.extend(first)
    for child, (tail, spans) in zip(children, rest, strict=True):
        child.tail = tail
        element.append(child)
        element.extend(spans)


def _spans(parent: Element, text: str | None, lang: str) -> tuple[str | None, list[Element]]:
    """Return what of `text` stands before its first run, and the spans of its runs with their tails."""
    before, spans = "", []
    for stretch, language in runs(text or "", lang):
        if language != lang:
            spans.append(_span(parent, stretch, language))
        elif spans:
            spans[-1].tail = stretch
        else:
            before = stretch
    return (before or None if spans or not text else text), spans


def _span(parent: Element, text: str, lang: str) -> Element:
    """Return a span in the namespace of its parent."""
    namespace = parent.tag.rpartition("}")[0]
    span = Element(f"{namespace}}}span" if namespace else "span", {"lang": lang})
    span.text = text
    return span


def _names_a_script(subtags: list[str]) -> bool:
    """Whether a language tag says its script, which has four letters: `sr-Latn`."""
    return any(len(subtag) == 4 and subtag.isalpha() for subtag in subtags)
