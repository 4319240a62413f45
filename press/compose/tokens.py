"""Tokens: the custom properties of the styles, put in place before the engine sees them.

Stylesheets name their lengths (`--text: 11pt`) and variants override them.  The
engine would resolve each `var(--text)` anew for every element, a twentieth of all
layout; here each is replaced once, by the last value that `:root` gives it.
"""

import re

from press.findings import Place, Report, did_you_mean

ROOT = re.compile(r":root\s*\{([^}]*)\}")
TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
USE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def resolve(stylesheets: dict[str, str], report: Report) -> str:
    """The stylesheets (texts by name of file) as one, without tokens; an unknown token is a finding."""
    bare = {name: COMMENT.sub(lambda c: "\n" * c[0].count("\n"), text) for name, text in stylesheets.items()}
    values = {name: value.strip() for text in bare.values() for block in ROOT.findall(text)
              for name, value in TOKEN.findall(block)}
    return "\n".join(_resolved(name, text, values, report) for name, text in bare.items())


def _resolved(name: str, text: str, values: dict[str, str], report: Report) -> str:
    def value(use: re.Match[str]) -> str:
        if use[1] not in values:
            line = text.count("\n", 0, use.start()) + 1
            column = use.start() - text.rfind("\n", 0, use.start())
            report.add("G-04", Place(name, line, column), f"no token “{use[1]}” is given in :root",
                       did_you_mean(use[1], values) or "give it in :root of styles/page.css")
        return values.get(use[1], "0")

    return ROOT.sub("", USE.sub(value, text))
