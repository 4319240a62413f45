"""The same book is the same bytes wherever, whenever and in whoever's name it is made.

`benchmarks/identical.py` asks the same of a whole book, ten times, and of another user.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.identical import MAKE, digests
from tests.books.making import ROOT, Making, workshop

ELSEWHERE = [  # time zone, language, hash seed, jobs, user
    ("Asia/Baku", "tr_TR.UTF-8", "0", "1", "editor"),
    ("America/Los_Angeles", "C", "4711", "2", "printer"),
]


@pytest.mark.parametrize(("zone", "language", "seed", "jobs", "user"), ELSEWHERE)
def test_the_book_is_the_same_bytes_elsewhere(tmp_path: Path, lighthouse: Making, zone: str, language: str,
                                              seed: str, jobs: str, user: str) -> None:
    root = workshop(tmp_path / "a folder, elsewhere")
    away = tmp_path / user
    away.mkdir()
    surroundings = {**os.environ, "TZ": zone, "LANG": language, "LC_ALL": language, "PYTHONHASHSEED": seed,
                    "PYTHONPATH": str(ROOT), "HOME": str(away), "USER": user, "LOGNAME": user}
    (away / "make.py").write_text(MAKE, encoding="utf-8")
    subprocess.run([sys.executable, str(away / "make.py"), str(root), jobs, "anew"], check=True, cwd=away,
                   env=surroundings, capture_output=True)

    assert digests(root / "dist") == digests(lighthouse.request.out)
