"""Unpacking: the sources that a book carries, taken out of its PDF without trust.

An archive may hold anything.  Only plain files are taken, within their folder, of known
number and size, and each as the archive's own list has it; else nothing is written.
"""

import hashlib
import io
import lzma
import re
import tarfile
import zlib
from pathlib import Path, PurePosixPath

from pikepdf import Array, Name, Object, PasswordError, Pdf, PdfError

from press.findings import Place, Report
from press.publish.archive import LIST

LARGEST = 64 * 2**20  # bytes of a file
TOTAL = 512 * 2**20  # bytes of all files
MANY = 20_000  # files
MEMORY = 256 * 2**20  # bytes that unpacking may take
ENDING = "-sources.tar.xz"
ELSEWHERE = "take the book from where it was published, and compare its sha256"
PART = re.compile(r"[^\x00-\x1f\x7f/\\:]{1,200}")
LINE = re.compile(r"([0-9a-f]{64})  (.+)")
RESERVED = frozenset({".", "..", ".git", ".venv", ".cache"})


class Unfit(Exception):  # noqa: N818 - it is the archive that is unfit
    """Why an archive is not unpacked."""


def sources_in(file: Path, report: Report) -> tuple[str, dict[str, bytes]] | None:
    """The edition and the sources that a PDF carries; None with a finding when there are none that can be trusted."""
    place = Place(file.name)
    found = _attached(file, report)
    if found is None:
        return None
    edition, packed = found
    try:
        return edition, checked(packed)
    except Unfit as error:
        report.add("F-06", place, f"the sources are not unpacked: {error}", ELSEWHERE)
        return None


def checked(packed: bytes) -> dict[str, bytes]:
    """The files of an archive, each held against the archive's list."""
    files = _members(_unpacked(packed))
    told = files.pop(LIST, b"").decode("utf-8", errors="replace").splitlines()
    wanted = {line[2]: line[1] for line in map(LINE.fullmatch, told) if line}
    if len(wanted) != len(told) or wanted.keys() != files.keys():
        raise Unfit("its list does not name the files that it holds")
    folders = {parent.as_posix() for name in files for parent in PurePosixPath(name).parents}
    if both := sorted(folders & files.keys()):
        raise Unfit(f"{both[0]} is a file and a folder")
    for name, content in files.items():
        if hashlib.sha256(content).hexdigest() != wanted[name]:
            raise Unfit(f"{name} is not as its list has it")
    return files


def write(files: dict[str, bytes], folder: Path) -> None:
    """Write the files below a folder that is not there yet."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _attached(file: Path, report: Report) -> tuple[str, bytes] | None:
    """The edition and the archive that a PDF carries."""
    place, hint = Place(file.name), "name the screen PDF of an edition"
    try:
        with Pdf.open(file) as pdf:
            for name in sorted(pdf.attachments):
                edition = name.removesuffix(ENDING)
                if edition != name and re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", edition):
                    return edition, _content(pdf.attachments[name].get_file().obj)
    except Unfit as error:
        report.add("F-06", place, f"the sources are not unpacked: {error}", ELSEWHERE)
    except OSError as error:
        report.add("F-05", place, f"the file cannot be read: {error.strerror or 'it is no file'}", hint)
    except (PdfError, PasswordError, ValueError, RuntimeError) as error:
        report.add("F-05", place, f"the file is no PDF that can be opened: {type(error).__name__}", hint)
    else:
        report.add("F-05", place, "the file carries no sources", hint)
    return None


def _content(stream: Object) -> bytes:
    """The bytes of an attached file, of bounded size (ISO 32000-2, 7.4)."""
    raw, coded = stream.read_raw_bytes(), stream.get("/Filter")
    if coded is None:
        return raw
    if coded not in (Name.FlateDecode, Array([Name.FlateDecode])) or "/DecodeParms" in stream:
        raise Unfit("it is coded in a way that the press does not write")
    try:
        content = zlib.decompressobj().decompress(raw, TOTAL + 1)
    except zlib.error as error:
        raise Unfit(f"it is damaged ({error})") from None
    if len(content) > TOTAL:
        raise Unfit(f"it holds more than {TOTAL // 2**20} MiB")
    return content


def _unpacked(packed: bytes) -> bytes:
    """The tar of an archive of xz streams, of bounded size."""
    made = bytearray()
    while packed:
        stream = lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=MEMORY)
        try:
            made += stream.decompress(packed, max_length=TOTAL - len(made) + 1)
        except lzma.LZMAError as error:
            raise Unfit(f"it is damaged ({error})") from None
        if len(made) > TOTAL:
            raise Unfit(f"it holds more than {TOTAL // 2**20} MiB")
        if not stream.eof:
            raise Unfit("it is cut short")
        packed = stream.unused_data
    return bytes(made)


def _members(tar: bytes) -> dict[str, bytes]:
    """The files of a tar by name; anything but plain files within the folder is refused."""
    files: dict[str, bytes] = {}
    seen: set[str] = set()
    try:
        with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
            for member in archive:
                _check(member, seen)
                seen.add(member.name.casefold())
                content = archive.extractfile(member)
                files[member.name] = content.read() if content else b""
    except (tarfile.TarError, OSError, ValueError, UnicodeError) as error:
        raise Unfit(f"it is damaged ({type(error).__name__})") from None
    return files


def _check(member: tarfile.TarInfo, seen: set[str]) -> None:
    shown = member.name[:80]
    parts = member.name.split("/")
    if not member.isreg() or member.issparse():
        raise Unfit(f"{shown} is no plain file")
    if any(not PART.fullmatch(part) or part.casefold() in RESERVED or part[-1] in " ." for part in parts):
        raise Unfit(f"{shown} leads out of the folder")
    if member.name.casefold() in seen:
        raise Unfit(f"{shown} is there twice")
    if member.size > LARGEST or len(seen) >= MANY:
        raise Unfit(f"it holds a file over {LARGEST // 2**20} MiB, or more than {MANY} files")
