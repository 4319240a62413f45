"""Tokens: the last value that a stylesheet gives is the one that is set."""

from press.compose.tokens import resolve
from press.findings import Report


def test_a_variant_overrides_a_token_wherever_it_is_used():
    report = Report()

    css = resolve({"page": ":root { --text: 11pt; --line: 14pt }\np { font: var(--text)/var( --line ) Text }",
                   "large": ":root { --text: 16pt }"}, report)

    assert "font: 16pt/14pt Text" in css
    assert "--" not in css
    assert report.findings == []


def test_a_token_that_nobody_gives_is_a_finding_with_its_place():
    report = Report()

    resolve({
        "styles/a.css": "/* var(--no) is\nno use */\np { width: var(--txet) }",
        "styles/b.css": ":root{--text: 1pt}"},
            report)

    assert [str(finding) for finding in report.findings] == [
        "styles/a.css:3:12: G-04 no token “--txet” is given in :root\n    hint: did you mean “--text”?"]
