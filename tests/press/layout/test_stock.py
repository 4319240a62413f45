"""The engine's own styles are read late, and are the same styles."""

from typing import Any

import pytest
import weasyprint
from weasyprint import html
from weasyprint.css.counters import CounterStyle

from press.layout import stock

SHEETS = [html.UA, html.UA_FORM, html.PH]


def rules(matcher: Any) -> list[Any]:
    """All rules of a style sheet, in their order."""
    kept = (matcher.class_selectors, matcher.lower_local_name_selectors, matcher.id_selectors,
            matcher.namespace_selectors)
    entries = [entry for found in kept for some in found.values() for entry in some]
    entries += [*matcher.lang_attr_selectors, *matcher.other_selectors]
    return [(specificity, pseudo, [(name, str(value), important) for name, value, important in declarations])
            for _, specificity, _, pseudo, (declarations, _) in sorted(entries, key=lambda entry: entry[2])]


@pytest.mark.parametrize("text", SHEETS, ids=["elements", "forms", "hints"])
def test_a_sheet_has_all_its_rules_when_every_kind_of_element_has_been_met(text):
    sheet = stock.sheet(text)
    whole = weasyprint.CSS(string=text)
    assert len(rules(sheet.matcher)) < len(rules(whole.matcher))

    for name in stock.NAME.findall(text):
        sheet.matcher.read_for(name)

    assert rules(sheet.matcher) == rules(whole.matcher)
    assert str(sheet.page_rules) == str(whole.page_rules) or len(sheet.page_rules) == len(whole.page_rules)


def test_an_element_matches_the_same_rules_of_a_sheet_that_is_read_late():
    tree = weasyprint.HTML(string="<h2>x</h2><ul><li><ul><li><a href='x'>y</a></ul></ul><table><tr><td dir=ltr>z"
                                  "<tr hidden><th>q</table><dl><dt>t<dd>d</dl><q>q</q><abbr title=a>a</abbr>")
    sheet, whole = stock.sheet(html.UA), weasyprint.CSS(string=html.UA)
    for element in tree.wrapper_element.iter_subtree():
        found, told = ([(specificity, pseudo, str(declarations)) for specificity, _, pseudo, (declarations, _)
                        in one.matcher.match(element)] for one in (sheet, whole))
        assert found == told


def test_a_way_to_count_is_read_when_something_is_counted_in_it():
    whole = CounterStyle()
    weasyprint.CSS(string=html.UA, counter_style=whole)
    late = stock.counters(html.UA)

    assert list(late) == list(whole)
    assert not any(map(dict.__len__, late.values()))
    assert late["lower-roman"]["system"] == whole["lower-roman"]["system"]
    assert all(late[name].copy() == dict(late[name].items()) == told for name, told in whole.items())
    with pytest.raises(KeyError):
        late["lower-roman"]["upper"]


def test_a_sheet_that_was_passed_by_is_read_when_it_is_asked_for(monkeypatch):
    with stock.passed_by():
        assert not rules(weasyprint.CSS(string=html.UA).matcher)
    for name in stock.SHEETS:
        monkeypatch.setattr(html, name, None)
        monkeypatch.setattr(weasyprint, name, None)
    monkeypatch.setattr(html, "UA_COUNTER_STYLE", CounterStyle())
    stock.put_off()

    assert rules(weasyprint.UA_STYLESHEET.matcher) == rules(weasyprint.CSS(string=html.UA).matcher)
    assert html.PH_STYLESHEET is weasyprint.PH_STYLESHEET
    assert html.UA_COUNTER_STYLE.render_value(4, "upper-roman") == "IV"
    assert not hasattr(weasyprint.PH_STYLESHEET, "__deepcopy__")
