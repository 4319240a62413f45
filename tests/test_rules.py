"""Every rule that a finding may name is registered, and every registered rule is kept by the press."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from press.rules import RULES

PRESS = Path(__file__).parents[1] / "press"
CODE = re.compile("[A-Z]-[0-9]{2}")


def codes(module: Path) -> Iterator[str]:
    """The codes of rules that a module names."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def test_the_rules_are_those_that_the_press_keeps() -> None:
    kept = {code for module in PRESS.rglob("*.py") if module.name != "rules.py" for code in codes(module)}

    assert sorted(kept - set(RULES)) == []
    assert sorted(set(RULES) - kept) == []


def test_a_rule_is_named_as_the_healthy_state() -> None:
    for code, meaning in RULES.items():
        assert CODE.fullmatch(code)
        assert re.fullmatch(r"\S.*[^.\s]", meaning)
        assert len(meaning) < 100
