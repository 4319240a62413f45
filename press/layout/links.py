"""Links: a link to a name in its own document is read from its text, for WeasyPrint 70.0.

The engine joins every such address to the document's and takes both apart again, to see
that it leads to a name in the same document: most of the links of a book are notes and
their calls.  Names of plain letters are taken as they are; of one of them it is seen once
for each folder that the engine has it so.
"""

import re
from functools import cache
from typing import Any

import weasyprint
from weasyprint import html
from weasyprint.urls import get_link

ENGINE = "70.0"
PLAIN = re.compile(r"#([A-Za-z][\w.-]*)", re.ASCII)

_handle_a = html.handle_a


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    html.HTML_HANDLERS["a"] = handle_a
    return True


def handle_a(element: Any, box: Any, get_image_from_uri: Any, base_url: str | None) -> list[Any]:
    """Give the box of a link its address."""
    found = PLAIN.fullmatch(element.get("href") or "")
    if found is None or not _stays_inside(base_url):
        return _handle_a(element, box, get_image_from_uri, base_url)  # type: ignore[no-any-return]
    box.link = "url", ("internal", found[1])
    return [box]


@cache
def _stays_inside(base_url: str | None) -> bool:
    """Whether an address of a name alone is one within the document, for the engine."""
    address = html.parse_url("#name", base_url, allow_relative=True)
    return bool(address and get_link(address, base_url) == ("url", ("internal", "name")))
