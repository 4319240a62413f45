"""Names: persons and bodies as a note and a bibliography write them.

    Thomas de Waal · Caroline Cox and John Eibner · Sevda Aliyeva et al.     in a note
    Waal · Cox and Eibner                                                    in a short note
    Cox, Caroline, and John Eibner                                           in a bibliography

Four names or more are cut to the first in a note (Chicago 14.76), eleven or more to
the first seven in a bibliography.  A name given in its own script has it in
parentheses after it, in the full forms.
"""

from collections.abc import Sequence

from press.cite.scripts import Line, said
from press.model.inline import Inline
from press.model.source import Name

AND, AND_LAST, ET_AL = Inline(" and "), Inline(", and "), Inline(" et al.")


def in_order(names: Sequence[Name]) -> Line:
    """Names as they are spoken, for a full note."""
    return _series([_direct(name) + _original(name) for name in names], AND, cut=4, kept=1)


def surnames(names: Sequence[Name]) -> Line:
    """Surnames, for a short note."""
    return _series([said(_surname(name)) for name in names], AND, cut=4, kept=1)


def inverted(names: Sequence[Name]) -> Line:
    """Names for a bibliography: the first by its surname."""
    lines = [_inverted(names[0]), *(_direct(name) for name in names[1:])] if names else []
    return _series([line + _original(name) for line, name in zip(lines, names, strict=True)],
                   AND_LAST, cut=11, kept=7)


def begins_with_particle(name: Name) -> bool:
    """Whether a short note that begins with the name begins in small letters: de Waal."""
    return bool(name.family) and _surname(name)[:1].islower()


def _series(lines: list[Line], last_of_two: Inline, cut: int, kept: int) -> Line:
    """Names in a row, cut to the first `kept` where there are `cut` or more."""
    if len(lines) >= cut:
        whole = _listed(lines[:kept])
        return (*whole, Inline(","), ET_AL) if kept > 1 else (*whole, ET_AL)
    if len(lines) == 2:
        return (*lines[0], last_of_two, *lines[1])
    return (*_listed(lines[:-1]), AND_LAST, *lines[-1]) if len(lines) > 2 else _listed(lines)


def _listed(lines: list[Line]) -> Line:
    """Names with commas between them."""
    return tuple(stretch for i, line in enumerate(lines)
                 for stretch in ((Inline(", "), *line) if i else line))


def _direct(name: Name) -> Line:
    """A name as it is spoken."""
    return said(name.literal or _words(
        name.given, name.dropping_particle, name.non_dropping_particle, name.family, name.suffix))


def _inverted(name: Name) -> Line:
    """A name by its surname; a particle filed apart stands after the given name."""
    given = _words(name.given, name.dropping_particle, name.non_dropping_particle)
    return said(name.literal or ", ".join(filter(None, (name.family, given, name.suffix))))


def _surname(name: Name) -> str:
    """What a short note calls a person or body."""
    return name.literal or _words(name.non_dropping_particle, name.family)


def _original(name: Name) -> Line:
    """The name in its own script, in parentheses."""
    return (Inline(" ("), *said(name.original, name.lang), Inline(")")) if name.original else ()


def _words(*words: str) -> str:
    """The words that are there, with spaces between them."""
    return " ".join(filter(None, words))
