"""Archive: everything that an edition is made from in one file, the same bytes every time.

A tar of xz streams (which join to one, xz 5.2, section 2), sorted, without times, owners
or rights: fonts and colour profiles, press, and content each a stream, so that an edit
packs only its own anew.  `SOURCES.sha256` lists every other file in the form of `sha256sum`; the sha256 of
that list names the sources as a whole.
"""

import hashlib
import io
import lzma
import os
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import press
from press.publish import kept

HOME = Path(press.__file__).resolve().parents[1]
LIST = "SOURCES.sha256"
TIME = 315532800  # the first second of 1980: no time of the day stands in an archive
ALONE = ("build.py", "pyproject.toml", "requirements.lock", "REUSE.toml")
HEAVY = ("styles/fonts/", "styles/icc/")
# A third of the time of the usual preset for a tenth more bytes: what is packed is fonts and profiles above all.
QUICK: Sequence[Mapping[str, int]] = (
    {"id": lzma.FILTER_LZMA2, "preset": 1, "nice_len": 32, "depth": 1},)
LEFT_OUT = frozenset({"__pycache__"})


def gather(root: Path, content: Path, edition: str, home: Path = HOME) -> dict[str, bytes]:
    """The sources of an edition by their path in the archive, sorted; `home` is where the press stands.

    What records this very edition stays out, since it was not there when it was made.
    """
    own = {f"content/editions/{edition}.{kind}.json" for kind in ("manifest", "record")}
    found = {name: home / name for name in ALONE}
    for name, folder in (("press", home / "press"), ("LICENSES", home / "LICENSES"),
                         ("templates", root / "templates"), ("styles", root / "styles"), ("content", content)):
        found |= {f"{name}/{path.relative_to(folder).as_posix()}": path for path in _files(folder)}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if name not in own and path.is_file()}


def listing(files: Mapping[str, bytes]) -> bytes:
    """The list of the sources: a line a file, its sha256 and its name."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return "".join(lines).encode()


def digest(files: Mapping[str, bytes]) -> str:
    """The sha256 of the list, which names the sources as a whole."""
    return hashlib.sha256(listing(files)).hexdigest()


def pack(files: Mapping[str, bytes], cache: Path | None) -> bytes:
    """The archive; streams are kept in `cache` under the sha256 of what they hold."""
    groups: dict[str, dict[str, bytes]] = {"heavy": {}, "press": {}, "content": {}}
    for name, content in files.items():
        group = "heavy" if name.startswith(HEAVY) else "content" if name.startswith("content/") else "press"
        groups[group][name] = content
    groups["content"] = {LIST: listing(files), **groups["content"]}
    blocks = [_blocks(group) for group in groups.values()]
    return b"".join(_stream(block, cache) for block in (*blocks, bytes(2 * tarfile.BLOCKSIZE)))


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder, but for hidden ones, what Python compiled, and editors' backups."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in LEFT_OUT)
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith(".") and name[-1] != "~"
                    and not name.endswith(".pyc"))


def _blocks(files: Mapping[str, bytes]) -> bytes:
    """Files as members of a tar (POSIX.1-2001), without the end of the archive."""
    made = io.BytesIO()
    for name, content in files.items():
        member = tarfile.TarInfo(name)
        member.size, member.mtime, member.mode = len(content), TIME, 0o644
        made.write(member.tobuf(tarfile.PAX_FORMAT))
        made.write(content + bytes(-len(content) % tarfile.BLOCKSIZE))
    return made.getvalue()


def _stream(block: bytes, cache: Path | None) -> bytes:
    how = hashlib.sha256(repr(QUICK).encode()).digest()  # packed in another way, it is another stream
    name = f"{hashlib.sha256(how + block).hexdigest()}.xz"
    packed = kept.get(cache, name)
    if packed is None:
        packed = lzma.compress(block, filters=QUICK)
        kept.put(cache, name, packed)
    return packed
