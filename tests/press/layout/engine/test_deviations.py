"""What is said of the engine's own tests is said of tests that there are, each once and with its reason."""

import re
from pathlib import Path

import yaml

HERE = Path(__file__).parent
ENTRIES = yaml.safe_load((HERE / "deviations.yaml").read_text(encoding="utf-8"))


def test_every_deviation_is_of_a_test_of_the_engine_and_has_its_reason():
    texts = [file.read_text(encoding="utf-8") for file in sorted((HERE / "weasyprint").rglob("test_*.py"))]
    tests = re.findall(r"^def (test_\w+)", "\n".join(texts), re.MULTILINE)
    named = [entry["test"] for entry in ENTRIES]

    assert len(tests) > 40
    assert [name for name in named if tests.count(name) != 1 or named.count(name) != 1] == []
    assert all(entry["differs"] and entry["why"] and entry["pages"] for entry in ENTRIES)
