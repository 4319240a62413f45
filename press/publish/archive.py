"""Archive: everything that an edition is made from in one file, the same bytes every time.

A tar of xz streams (which join to one, xz 5.2, section 2), sorted, without times, owners
or rights: fonts and colour profiles, press, and content each a stream, so that an edit
packs only its own anew.  `SOURCES.sha256` lists every other file in the form of `sha256sum`; the sha256 of
that list names the sources as a whole.  What is the press's own is packed where it is installed, and kept there:
`python -m press.publish.archive` does so before it is asked for.
"""

import hashlib
import io
import lzma
import os
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import press
from press.prove.machine import machine
from press.publish import kept

HOME = Path(press.__file__).resolve().parents[1]
LIST = "SOURCES.sha256"
TIME = 315532800  # the first second of 1980: no time of the day stands in an archive
ALONE = ("build.py", "pyproject.toml", "requirements.lock", "REUSE.toml")
CONTENT = "content/"
HEAVY = ("styles/fonts/", "styles/icc/")
END = bytes(2 * tarfile.BLOCKSIZE)
# A third of the time of the usual preset for a tenth more bytes: what is packed is fonts and profiles above all.
QUICK: Sequence[Mapping[str, int]] = (
    {"id": lzma.FILTER_LZMA2, "preset": 1, "nice_len": 32, "depth": 1},)
LEFT_OUT = frozenset({"__pycache__"})
OWN = "archive"  # the folder of what is kept with the press
STREAMS = 8  # of a sort are kept: several books, or several presses in one environment


def gather(root: Path, content: Path | None, edition: str, home: Path = HOME) -> dict[str, bytes]:
    """The sources of an edition by their path in the archive, sorted; `home` is where the press stands.

    What records this very edition stays out, since it was not there when it was made; without `content`
    they are the press alone.
    """
    own = {f"content/editions/{edition}.{kind}.json" for kind in ("manifest", "record")}
    found = {name: home / name for name in ALONE}
    for name, folder in (("press", home / "press"), ("LICENSES", home / "LICENSES"),
                         ("templates", root / "templates"), ("styles", root / "styles"), ("content", content)):
        if folder:
            found |= {f"{name}/{path}": folder / path for path in _files(folder)}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if name not in own and path.is_file()}


def listing(files: Mapping[str, bytes]) -> bytes:
    """The list of the sources: a line a file, its sha256 and its name."""
    return "".join(_lines(files).values()).encode()


def digest(files: Mapping[str, bytes]) -> str:
    """The sha256 of the list, which names the sources as a whole."""
    return hashlib.sha256(listing(files)).hexdigest()


def pack(files: Mapping[str, bytes], cache: Path | None, own: Path | None = None) -> bytes:
    """The archive; its streams are kept under what they hold, content in `cache`, the press in `own` if it can be."""
    lines = _lines(files)
    whole = "".join(lines.values()).encode()
    streams = [_stream(group, "".join(map(lines.__getitem__, group)).encode(), own and own / name, cache)
               for name, group in _of_press(files).items()]
    content = {name: content for name, content in files.items() if name.startswith(CONTENT)}
    return b"".join((*streams, _stream({LIST: whole, **content}, whole, cache), _compressed(END)))


def pack_press(root: Path, own: Path | None) -> None:
    """Pack what is the press's own before it is asked for."""
    for name, group in _of_press(gather(root, None, "")).items():
        _stream(group, listing(group), own and own / name)


def _lines(files: Mapping[str, bytes]) -> dict[str, str]:
    """The lines of the list by the names of the files."""
    return {name: f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())}


def _of_press(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """What does not belong to the book, in two groups: the heavy files change least."""
    groups: dict[str, dict[str, bytes]] = {"heavy": {}, "press": {}}
    for name, content in files.items():
        if not name.startswith(CONTENT):
            groups["heavy" if name.startswith(HEAVY) else "press"][name] = content
    return groups


def _files(folder: Path) -> Iterator[str]:
    """The names of the files below a folder, but for hidden ones, what Python compiled, and editors' backups."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in LEFT_OUT)
        below = Path(parent).relative_to(folder)
        yield from ((below / name).as_posix() for name in sorted(names) if not name.startswith(".")
                    and name[-1] != "~" and not name.endswith(".pyc"))


def _blocks(files: Mapping[str, bytes]) -> bytes:
    """Files as members of a tar (POSIX.1-2001), without the end of the archive."""
    made = io.BytesIO()
    for name, content in files.items():
        member = tarfile.TarInfo(name)
        member.size, member.mtime, member.mode = len(content), TIME, 0o644
        made.write(member.tobuf(tarfile.PAX_FORMAT))
        made.write(content + bytes(-len(content) % tarfile.BLOCKSIZE))
    return made.getvalue()


def _stream(files: Mapping[str, bytes], told: bytes, *folders: Path | None) -> bytes:
    """The files that a list tells of, packed, as one of the folders keeps them; the first that can be written does."""
    how = f"{QUICK} {machine()['liblzma']}\n".encode() + Path(__file__).read_bytes()  # packed otherwise, it is another
    name = f"{hashlib.sha256(how + told).hexdigest()}.xz"
    packed = next(filter(None, (kept.get(folder, name) for folder in folders)), None)
    if packed is None:
        packed = _compressed(_blocks(files))
        any(kept.put(folder, name, packed, STREAMS) for folder in folders)
    return packed


def _compressed(block: bytes) -> bytes:
    return lzma.compress(block, filters=QUICK)


if __name__ == "__main__":
    pack_press(HOME, kept.with_press(OWN))
