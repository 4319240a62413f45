"""Compiled: the templates of the house as Python runs them, kept with the press."""

import hashlib
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from press.compose import templates
from press.publish import kept
from press.versions import version

FOLDER = "templates"


class Compiled(BytecodeCache):
    """What Jinja asks for a template before it compiles it; one that is damaged or of other rules is compiled anew.

    Jinja itself sees to it that it was compiled from the same text.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.rules = f"{version('jinja2')} ".encode() + Path(templates.__file__).read_bytes()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept for it."""
        found = kept.get(self.folder, self._name(bucket))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        kept.put(self.folder, self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return hashlib.sha256(bucket.key.encode() + bucket.checksum.encode() + self.rules).hexdigest()
