"""Fitting: the passages of a section that are set a little tighter or looser than the rest.

A paragraph, a note, a row or an entry is named by its id.  The fit stands on its
element, `data-fit="tight"`; the styles say what it is.
"""

import re
from collections.abc import Mapping

from press.model.evidence import Fit

_NAMED = re.compile(r'\bid="([^"]+)"')
_FITTED = re.compile(r' data-fit="[a-z]+"')


def fit(html: str, fits: Mapping[str, Fit]) -> str:
    """The document with its passages fitted."""
    if not fits:
        return html
    return _NAMED.sub(lambda name: f'{name[0]} data-fit="{fits[name[1]]}"' if name[1] in fits else name[0], html)


def unfitted(html: str) -> str:
    """The document as if no passage of it were fitted."""
    return _FITTED.sub("", html)


def names(html: str) -> tuple[str, ...]:
    """The names of all passages of a document, in order."""
    return tuple(dict.fromkeys(_NAMED.findall(html)))
