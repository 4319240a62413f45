"""Machine: the libraries of a machine that shape the bytes of a book, with their versions."""

import ctypes
import ctypes.util
import platform
import zlib
from collections.abc import Mapping
from functools import cache

# Library, file names, the function that tells its version.
LIBRARIES = (
    ("pango", ("pango-1.0", "libpango-1.0.so.0", "libpango-1.0-0.dll"), "pango_version_string"),
    ("harfbuzz-subset", ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset-0.dll"),
     "hb_version_string"),
    ("liblzma", ("lzma", "liblzma.so.5", "liblzma.dll"), "lzma_version_string"),
)


@cache
def machine() -> Mapping[str, str]:
    """The versions of what the press takes from the machine; empty where a library does not tell."""
    told = {name: _version(files, function) for name, files, function in LIBRARIES}
    return {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION, **told}


def differing(recorded: Mapping[str, str]) -> tuple[str, ...]:
    """What of the machine is not as it was: `Pango 1.50.12 there, 1.52.0 here`."""
    here = machine()
    return tuple(f"{name} {version or 'unknown'} there, {here.get(name) or 'unknown'} here"
                 for name, version in sorted(recorded.items()) if here.get(name) != version)


def _version(files: tuple[str, ...], function: str) -> str:
    return next(filter(None, (_told(name, function) for name in files[1:])), "") or _told(
        ctypes.util.find_library(files[0]), function)  # which asks other programs, and so comes last


def _told(library: str | None, function: str) -> str:
    try:
        tell = getattr(ctypes.CDLL(library), function)
    except (OSError, AttributeError):
        return ""
    tell.restype = ctypes.c_char_p
    return bytes(tell()).decode()
