"""What the tests of the benchmarks share: these are commands, and no package."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from tests.books.making import ROOT


@contextmanager
def benchmark(name: str) -> Iterator[ModuleType]:
    """The module of a benchmark, while those beside it can be imported."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        yield importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))
