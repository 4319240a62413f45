"""Lines: stretches of print put together with the punctuation of the trade.

A comma or a full stop goes inside closing quotation marks (Chicago 6.9), is left
out after a question or exclamation mark (14.96), and is never set twice.
"""

from collections.abc import Iterable
from dataclasses import replace

from press.cite.scripts import Line
from press.model.inline import Inline, plain

_CLASH = {",": "?!,", ".": ".?!"}


def closed(line: Line, mark: str) -> Line:
    """`line` with a comma or full stop after it, inside closing quotation marks."""
    text = plain(line)
    if not text:
        return line
    end = len(text)
    while end and (text[end - 1] == "”" or (text[end - 1] == "’" and _closes(text, end - 1))):
        end -= 1
    if not end or text[end - 1] in _CLASH[mark]:
        return line
    return _inserted(line, end, mark)


def _closes(text: str, at: int) -> bool:
    """Whether the `’` at `at` ends a quotation within a title, and is no apostrophe."""
    return text[at + 1:].startswith("”") and text.count("‘", 0, at) > 0


def _inserted(line: Line, at: int, mark: str) -> Line:
    """`line` with `mark` set at the offset `at`: roman, with the words that follow if any do."""
    found: list[Inline] = []
    for stretch in line:
        if 0 < at < len(stretch.text) or (at == 0 and stretch.text):
            found.append(replace(stretch, text=stretch.text[:at] + mark + stretch.text[at:]))
            at = -1
        else:
            found.append(stretch)
            at -= len(stretch.text) if at > 0 else 0
    if at == 0:
        found.append(Inline(mark))
    return tuple(found)


def joined(lines: Iterable[Line], mark: str) -> Line:
    """The lines that are not empty, with `mark` and a space between two."""
    whole: Line = ()
    for line in lines:
        if line:
            whole = (*closed(whole, mark), Inline(" "), *line) if whole else line
    return merged(whole)


def capital(line: Line) -> Line:
    """`line` with a capital first letter, as it begins a sentence of a bibliography."""
    if not line:
        return line
    first, *rest = line
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *rest)


def merged(line: Line) -> Line:
    """`line` with neighbours of one face made one; a stretch that names a source begins anew."""
    whole: list[Inline] = []
    for stretch in line:
        alike = whole and replace(whole[-1], text="", source="") == replace(stretch, text="")
        if alike:
            whole[-1] = replace(whole[-1], text=whole[-1].text + stretch.text)
        elif stretch.text:
            whole.append(stretch)
    return tuple(whole)
