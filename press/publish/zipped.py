"""Zip: files in one archive, the same bytes whenever and wherever it is made.

Entries stand in the order given and bear the day of the edition; nothing of the
machine is written (APPNOTE 6.3.10; for EPUB, OCF 3.3, 4.3).
"""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

UNIX = 3
READABLE = 0o100644 << 16
BEST = 9


def zipped(files: Mapping[str, bytes], day: str, stored: frozenset[str] = frozenset()) -> bytes:
    """The archive of the files on a day, YYYY-MM-DD; the `stored` ones are not compressed."""
    year, month, date = map(int, day.split("-"))
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, (max(year, 1980), month, date, 0, 0, 0))  # no earlier year can be written
            entry.create_system, entry.external_attr = UNIX, READABLE
            archive.writestr(entry, content, ZIP_STORED if name in stored else ZIP_DEFLATED, BEST)
    return written.getvalue()
