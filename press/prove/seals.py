"""Seals: by which a section that was proved before is known again, whatever else of the file is another.

A seal is set on the bytes of the finished file themselves: on all that stands under the
numbers of the section, on the fonts that it is read with, and on its document with the
folios that it prints.  Where the seal is whole, so is what was proved.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from press.model.pages import PageMap
from press.prove.words import Proof

PRINTED = re.compile(r'href="(?:late|flush):([^"]+)"')
LENGTH = 32  # bytes of a seal


def seals(proof: Proof, bodies: Sequence[bytes]) -> Iterator[str]:
    """The seals of the sections of a file, in order, by what they have beside their fonts."""
    fonts: dict[bytes, bytes] = {}
    for body, node in zip(bodies, proof.nodes, strict=False):
        yield _sealed(body, _fonts(proof, node, fonts)).hex()


def bodies(proof: Proof, documents: Sequence[str], found: PageMap, prover: str) -> Iterator[bytes]:
    """The digests of all that the sections of a file are proved by but their fonts; `prover` names what proves them."""
    for part, node, document in zip(proof.parts, proof.nodes, documents, strict=False):
        yield _sealed(f"{prover} {node} {part}".encode(), *proof.file.stretch(node), document.encode(),
                      str([str(found.folio(name)) for name in PRINTED.findall(document)]).encode())


def printed(found: PageMap, *documents: str) -> PageMap:
    """The folios that some documents print."""
    names = {name for document in documents for name in PRINTED.findall(document)}
    return PageMap({name: found.folios.get(name, ()) for name in sorted(names)})


def _sealed(*parts: bytes) -> bytes:
    """The digest of some parts, each of which ends where it ends."""
    seal = blake2b(digest_size=LENGTH)
    for one in parts:
        seal.update(len(one).to_bytes(8))
        seal.update(one)
    return seal.digest()


def _fonts(proof: Proof, node: int, known: dict[bytes, bytes]) -> bytes:
    """The digest of the fonts of a node."""
    table, *rest = proof.reader.fonts_of(node)
    if table not in known:
        known[table] = blake2b(b"\0".join((table, *rest))).digest()
    return known[table]
