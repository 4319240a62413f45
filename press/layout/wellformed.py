"""Well-formed: HTML that is written as XML would be is read by the parser of XML, for WeasyPrint 70.0.

The press writes its documents itself, and closes what it opens.  Of such a document the
parser of XML, which is written in C, makes the tree that the HTML standard asks for, in a
twentieth of the time; but only where the standard implies no element, moves none and closes
none (HTML, 13.2.6): no row without a body of its table, no block in a paragraph, no link in
a link.  What has anything of the kind, or anything rare, is left to the parser of HTML.
"""

import io
import re
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import weasyprint

ENGINE = "70.0"
DOCTYPE = "<!DOCTYPE html>"
VOID = re.compile(
    r"<((?:base|br|col|hr|img|link|meta|wbr)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)\s*/?>")
RARE = re.compile(r"""<[!?] | =\s*"[^"<>]*[\n\t] | =\s*'[^'<>]*[\n\t] | \r | <style[^>]*>[^<]*& |
                  &\#0*1[2-5]\d; | &\#[xX]0*[89][0-9a-fA-F];""", re.VERBOSE)
PLAIN = re.compile(r"[a-z][a-z0-9-]*")  # the name of an attribute

INLINE = frozenset("a abbr b bdi bdo br cite code data dfn em i img kbd mark q s samp small span strong sub sup "
                   "time u var wbr".split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset("address article aside blockquote div dl figcaption figure footer header hgroup hr main "
                              "nav ol p section table ul".split())
FLOW = INLINE | BLOCKS
ROWS = frozenset(("tr",))
INSIDE = {
    "html": frozenset(("head", "body")),
    "head": frozenset(("meta", "title", "link", "style", "base")),
    "table": frozenset(("caption", "colgroup", "thead", "tbody", "tfoot")),
    "colgroup": frozenset(("col",)),
    "thead": ROWS, "tbody": ROWS, "tfoot": ROWS,
    "tr": frozenset(("td", "th")),
    "ul": frozenset(("li",)), "ol": frozenset(("li",)),
    "dl": frozenset(("dt", "dd")),
    "body": FLOW, "td": FLOW, "th": FLOW, "caption": FLOW, "li": FLOW, "dt": FLOW, "dd": FLOW,
    **dict.fromkeys(INLINE | BLOCKS - {"table", "ul", "ol", "dl"}, FLOW),
    **dict.fromkeys(("title", "style", "meta", "link", "base", "col", "br", "hr", "img", "wbr"), frozenset[str]()),
}
"""What may stand in what without more being understood than is written."""
NO_WORDS = frozenset(("html", "head", "table", "colgroup", "thead", "tbody", "tfoot", "tr"))
SCOPES = frozenset(("table", "caption", "td", "th"))  # in which a paragraph or a link around them is out of sight

_parser = weasyprint.tinyhtml5


def install() -> bool:
    """Put the wrapper in place; False under a version of the engine it was not written for."""
    if weasyprint.__version__ != ENGINE:
        return False
    weasyprint.tinyhtml5 = SimpleNamespace(parse=parse)
    return True


def parse(file: Any, **options: Any) -> Any:
    """The tree of a document: by the parser of XML where that makes the same, else by that of HTML."""
    text = file.read()
    plain = isinstance(text, str) and options == {"namespace_html_elements": False}
    tree = tree_of(text) if plain else None
    if tree is None:
        again = io.StringIO(text) if isinstance(text, str) else io.BytesIO(text)
        return _parser.parse(again, **options)
    return tree


def tree_of(text: str) -> Any:
    """The tree of a well-formed document; None where the standard would make another of it."""
    if not text.startswith(DOCTYPE) or RARE.search(text, len(DOCTYPE)):
        return None
    try:
        root = ElementTree.fromstring(VOID.sub(r"<\1/>", text[len(DOCTYPE):]))
    except ElementTree.ParseError:
        return None
    if [child.tag for child in root] != ["head", "body"] or not _is_plain(root, frozenset()):
        return None
    _settle(root, text[text.rindex(">") + 1:])
    return root


def _is_plain(element: Any, around: frozenset[str]) -> bool:
    """Whether an element and all in it stand where they are written."""
    tag = element.tag
    inside = INSIDE.get(tag)
    if inside is None or not all(map(PLAIN.fullmatch, element.attrib)):
        return False
    wordless = tag in NO_WORDS
    if wordless and element.text and not element.text.isspace():
        return False
    if tag in ("p", "a"):
        around |= {tag}
    elif tag in SCOPES:
        around = frozenset()
    for child in element:
        name = child.tag
        if (name not in inside or (name in BLOCKS and "p" in around) or (name == "a" and "a" in around)
                or (name in HEADINGS and tag in HEADINGS)
                or (wordless and child.tail and not child.tail.isspace()) or not _is_plain(child, around)):
            return False
    return True


def _settle(root: Any, after: str) -> None:
    """Put the spaces around head and body where the standard has them (HTML, 13.2.6.4.3, 13.2.6.4.19 and .22)."""
    root.text, body = None, root[1]
    spaces, body.tail = (body.tail or "") + after, None
    if len(body):
        body[-1].tail = (body[-1].tail or "") + spaces
    else:
        body.text = (body.text or "") + spaces
