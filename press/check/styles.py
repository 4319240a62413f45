"""Style check: a stylesheet asks for declared faces only.

A family that `fonts.css` does not declare would be taken from whatever machine
lays the book out, and another machine would print other letters.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import tinycss2

from press.findings import Place, Report, did_you_mean


def check_styles(stylesheets: Mapping[str, str], declared: Mapping[str, object], report: Report) -> None:
    """Every family named in the stylesheets (texts by name of file) is declared."""
    for name, text in stylesheets.items():
        for family, token in _families(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)):
            if family not in declared:
                place = Place(name, token.source_line, token.source_column)
                report.add("G-03", place, f"the style asks for the font “{family}”, which is not declared",
                           did_you_mean(family, declared) or f"declared: {', '.join(sorted(declared))}")


def _families(rules: Any) -> Iterator[tuple[str, Any]]:
    """Every family that the declarations of rules and of the rules within them name."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            continue
        if rule.type in ("qualified-rule", "at-rule") and rule.content is not None:
            inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _families(inner)
        elif rule.type == "declaration" and rule.lower_name in ("font", "font-family"):
            yield from _named(rule)


def _named(declaration: Any) -> Iterator[tuple[str, Any]]:
    """The families of a `font` or `font-family` declaration: what follows the size, between commas."""
    groups: list[list[Any]] = [[]]
    for token in declaration.value:
        if token.type == "literal" and token.value == ",":
            groups.append([])
        elif token.type in ("ident", "string", "function", "dimension", "percentage", "number"):
            groups[-1].append(token)
    for at, group in enumerate(groups):
        words = group
        if declaration.lower_name == "font" and at == 0:
            sizes = [i for i, token in enumerate(group) if token.type not in ("ident", "string")]
            words = group[sizes[-1] + 1:] if sizes else []
        name = " ".join(token.value for token in words if token.type in ("ident", "string"))
        if name and name not in ("inherit", "initial", "unset", "revert"):
            yield name, words[0]
