"""Identical: a whole book made ten times in every format under other circumstances, one hash a file.

    python3 benchmarks/identical.py content                       as root: also as another user
    python3 benchmarks/identical.py content --python /usr/bin/python3.11 --format screen --format print

Time zone, language, folder, hash seed, jobs, cold and warm cache, and the user change.
`--python` names an interpreter that another user may read; the packages are this one's.
Files in folders below the edition's own are told as one line a folder.
Exit status 1 when a file is not the same every time.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORMATS = tuple(sorted(file.stem for file in (ROOT / "styles" / "formats").glob("*.yaml")))
MAKE = """
import sys
from pathlib import Path
from press.publish import driver
from press.publish.request import Request
if __name__ == "__main__":
    root = Path(sys.argv[1])
    asked = Request(root=root, content=root / "content", out=root / "dist", jobs=int(sys.argv[2]),
                    cache=sys.argv[3] == "kept", formats=tuple(sys.argv[4:]))
    outcome = driver.make(asked, lambda *step: None)
    assert outcome.made, [str(one) for one in outcome.report.findings]
"""
# time zone, language, hash seed, jobs, cache, user
RUNS = (
    ("UTC", "C.UTF-8", "0", "2", "kept", "root"),
    ("Asia/Baku", "C", "1", "1", "anew", "root"),
    ("Asia/Yerevan", "tr_TR.UTF-8", "2", "4", "anew", "root"),
    ("America/Los_Angeles", "ru_RU.UTF-8", "3", "2", "kept", "root"),
    ("Pacific/Kiritimati", "C", "4", "4", "kept", "root"),
    ("Europe/Berlin", "C.UTF-8", "5", "2", "anew", "nobody"),
    ("Asia/Kolkata", "de_DE.UTF-8", "6", "1", "kept", "root"),
    ("UTC", "POSIX", "7", "2", "kept", "nobody"),
    ("Australia/Eucla", "az_AZ.UTF-8", "random", "4", "kept", "root"),
    ("America/St_Johns", "en_GB.UTF-8", "random", "1", "kept", "nobody"),
)


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder with its hash."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def folded(files: dict[str, str]) -> dict[str, str]:
    """The files of an edition with their hashes, and every folder below it with one hash of all that is in it."""
    found: dict[str, str] = {}
    folders: dict[str, list[str]] = {}
    for name, digest in files.items():
        edition, top, *below = name.split("/")
        if below:
            folders.setdefault(f"{edition}/{top}/", []).append(f"{name} {digest}\n")
        else:
            found[name] = digest
    return found | {f"{name} ({len(lines)} files)": hashlib.sha256("".join(lines).encode()).hexdigest()
                    for name, lines in folders.items()}


def make(away: Path, run: tuple[str, ...], python: Path, packages: str, formats: list[str]) -> dict[str, str]:
    """The hashes of a book made once, in a folder of the run's own; the cache is shared by all runs."""
    zone, language, seed, jobs, cache, user = run
    home = away / f"{seed} {zone.rpartition('/')[2]}"
    root = home / "book"
    shutil.copytree(away / "book", root)
    (root / ".cache").symlink_to(away / "cache", target_is_directory=True)
    subprocess.run(("chmod", "-R", "a+rwX", str(away)), check=True)
    surroundings = {"PATH": os.environ["PATH"], "TZ": zone, "LANG": language, "LC_ALL": language,
                    "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}:{packages}", "HOME": str(home), "USER": user,
                    "PYTHONDONTWRITEBYTECODE": "1"}
    other = () if user == "root" or os.getuid() else (
        "setpriv", "--reuid", user, "--regid", "nogroup", "--clear-groups")
    subprocess.run((*other, str(python), str(away / "make.py"), str(root), jobs, cache, *formats), check=True, cwd=home,
                   env=surroundings)
    made = digests(root / "dist")
    shutil.rmtree(home)
    return made


def main() -> int:
    """Make the book under every circumstance and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("content", type=Path)
    parser.add_argument("--python", type=Path, default=Path(sys.executable))
    parser.add_argument("--runs", type=int, default=len(RUNS))
    parser.add_argument("--format", action="append", choices=FORMATS, dest="formats", help="default: every format")
    order = parser.parse_args()
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    away = Path(tempfile.mkdtemp(prefix="press-identical-"))
    (away / "cache").mkdir()
    (away / "make.py").write_text(MAKE, encoding="utf-8")
    for name, source in (("content", order.content), ("styles", ROOT / "styles"), ("templates", ROOT / "templates")):
        shutil.copytree(source, away / "book" / name)
    try:
        seen = [make(away, run, order.python, packages, order.formats or list(FORMATS)) for run in RUNS[:order.runs]]
    finally:
        shutil.rmtree(away, ignore_errors=True)
    told = [folded(one) for one in seen]
    for name in sorted(set().union(*told)):
        print(name, *sorted({one.get(name, "missing")[:16] for one in told}))
    same = all(one == seen[0] for one in seen)
    print(len(seen), "builds:", "one hash a file" if same else "NOT the same")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
