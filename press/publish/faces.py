"""Faces: the fonts of a screen edition, each cut down to the characters that the edition prints."""

from collections.abc import Iterable
from pathlib import Path

import uharfbuzz as hb

FEATURES = ("kern", "mark", "mkmk", "liga", "clig", "calt", "ccmp", "locl", "lnum", "onum", "pnum", "tnum", "c2sc",
            "smcp")
NAMES = (0, 13, 14)  # copyright, licence and its address: OFL 1.1, 2 asks for them; 3 keeps a reserved name from a part


def subset(file: Path, characters: Iterable[str]) -> bytes:
    """A font with the characters it has of those given, and what their shaping needs, as OpenType."""
    kept = hb.SubsetInput()
    kept.unicode_set.update(map(ord, characters))
    kept.layout_feature_tag_set.clear()
    kept.layout_feature_tag_set.update(int.from_bytes(tag.encode()) for tag in FEATURES)
    kept.name_id_set.clear()
    kept.name_id_set.update(NAMES)
    kept.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(hb.Face(hb.Blob.from_file_path(str(file))), kept).blob.data)
