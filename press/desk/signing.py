"""Signing: the manifest of an edition under a key, with minisign.

The signature's trusted comment has the sha256 of the manifest, so that a signature that
was left from an earlier making is found without any key.
"""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from press.findings import Place, Report
from press.prove.manifest import NAME
from press.workshop.logbook import Hindrance

SIGNATURE = f"{NAME}.minisig"
PUBLIC = "minisign.pub"
KEY = "PRESS_KEY"  # names the file of the secret key where --key does not
TRUSTED = re.compile(r"^trusted comment: \S+ manifest sha256:([0-9a-f]{64})$", re.MULTILINE)


def sign(folder: Path, key: Path | None) -> tuple[Path, ...]:
    """Sign the manifest in an edition's folder; the signature and the public key, which are put beside it."""
    key = key or (Path(os.environ[KEY]) if os.environ.get(KEY) else None)
    if key is None:
        raise Hindrance(f"no key to sign with: name its file with --key or in {KEY}; minisign -G makes one")
    if not key.is_file():
        raise Hindrance(f"the key {key} is not there")
    manifest = folder / NAME
    if not manifest.is_file():
        raise Hindrance(f"no manifest stands in {folder}: make the edition first")
    told = f"{folder.name} manifest sha256:{_sha256(manifest)}"
    _run("-S", "-s", str(key), "-m", str(manifest), "-x", str(folder / SIGNATURE), "-t", told,
         "-c", f"signature of the edition {folder.name}")
    _run("-R", "-s", str(key), "-p", str(folder / PUBLIC), "-f")
    return folder / SIGNATURE, folder / PUBLIC


def check_signature(folder: Path, public: Path | None, report: Report) -> bool:
    """Whether a signature stands in the folder and is of its manifest; with a public key, whether it is its."""
    signature = folder / SIGNATURE
    if not signature.is_file():
        return False
    place = Place(f"{folder.name}/{SIGNATURE}")
    told = TRUSTED.search(signature.read_text(encoding="utf-8", errors="replace"))
    if not told or told[1] != _sha256(folder / NAME):
        report.add("F-08", place, "the signature is of another manifest", "sign again: build.py sign")
        return False
    if public and _ask("-V", "-q", "-p", str(public), "-x", str(signature), "-m", str(folder / NAME)).returncode:
        report.add("F-08", place, f"the signature is not one of the key {public.name}",
                   "take the files from where they were published")
        return False
    return True


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _run(*words: str) -> None:
    """Run minisign; it asks for the password of a key that has one."""
    done = _ask(*words)
    if done.returncode:
        said = (done.stderr or b"").decode(errors="replace").strip().splitlines() or ["see above"]
        raise Hindrance(f"minisign did not sign: {said[-1]}")


def _ask(*words: str) -> subprocess.CompletedProcess[bytes]:
    asks = sys.stdin is not None and sys.stdin.isatty()
    try:
        return subprocess.run(("minisign", *words), stdin=None if asks else subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=None if asks else subprocess.PIPE, check=False)
    except OSError:
        raise Hindrance("missing: minisign, with which editions are signed and signatures checked") from None
