"""Binding: a PDF put together of gatherings, each as it is, and of what belongs to none.

The file names itself by what is in it: the same objects give the same bytes.
"""

import sys
import zlib
from array import array
from collections.abc import Mapping
from hashlib import sha256

from pikepdf import Dictionary, Object, Pdf
from pikepdf import Stream as Written

from press.assemble.gathering import Gathering
from press.assemble.objects import REFERENCE, STREAM, Objects

NAME = 32  # figures of the name that a file has (14.4): as many as that of MD5, which is slower
ROW = 8  # bytes of a row of the cross-reference: its kind, five of a place, two of an index
FREE = 0xFFFF  # the row of a number that no object has: it leads to object 0, and is never given out again (7.5.4)


class Binding(Objects):
    """A file in the making."""

    def __init__(self, version: str) -> None:
        super().__init__(0)
        self.rows.append(FREE)
        self.target.write(f"%PDF-{version}\n%".encode() + b"\xf0\x9f\x93\x96\n")

    def bind(self, gathering: Gathering) -> None:
        """Take in a gathering; ValueError when others have its numbers."""
        if len(self.rows) > gathering.first:
            raise ValueError(f"the number {gathering.first} is given out already")
        self.rows.extend([FREE] * (gathering.first - len(self.rows)))
        rows, place = array("Q", gathering.rows), self.target.tell() << 16
        for index in gathering.streams:
            rows[index] += place
        self.rows.extend(rows)
        self.rows.append(FREE)  # so that a gathering ends where a number has no object
        self.target.write(gathering.content)

    def take(self, pdf: Pdf, under: Mapping[int, int], elsewhere: Mapping[int, int]) -> tuple[bytes, bytes]:
        """Write all objects of a small file without pages; what its catalog says, and its information.

        Some go `under` a number given out before, others stand for what is written `elsewhere`.
        """
        own = [one for one in pdf.objects if one.objgen not in (pdf.Root.objgen, pdf.Root.Pages.objgen)
               and one.objgen[0] not in elsewhere]
        numbers = {**elsewhere, **{one.objgen[0]: under.get(one.objgen[0]) or self.number() for one in own}}

        def here(body: bytes) -> bytes:
            return REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])] if found[1] else found[0], body)

        for one in own:
            number = numbers[one.objgen[0]]
            if isinstance(one, Written):
                self.put_stream(number, here(_entries(one.stream_dict, "/Length")), one.read_raw_bytes())
            else:
                self.put(number, here(one.unparse(resolved=True)))
        return here(_entries(pdf.Root, "/Pages")), here(pdf.trailer.Info.unparse())

    def finish(self, root: int, info: bytes) -> bytes:
        """The whole file; nothing can be written any more."""
        self.pack()
        name, place = sha256(self.target.getbuffer()).hexdigest()[:NAME].encode(), self.target.tell()
        number = self.number()
        self.rows[number] = STREAM << 56 | place << 16
        if sys.byteorder == "little":
            self.rows.byteswap()
        data = zlib.compress(_differences(self.rows.tobytes()))
        self.target.write(
            b"%d 0 obj\n<</Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %s/ID[<%s><%s>]/Filter/FlateDecode"
            b"/DecodeParms<</Predictor 12/Columns %d>>/Length %d>>\nstream\n%s\nendstream\nendobj\n"
            b"startxref\n%d\n%%%%EOF\n" % (number, number + 1, root, info, name, name, ROW, len(data), data, place))
        return self.target.getvalue()


def _entries(said: Object, *without: str) -> bytes:
    """What a dictionary says, but for some of its entries, without its brackets."""
    return Dictionary({key: said[key] for key in sorted(said.keys()) if key not in without}).unparse()[2:-2]


def _differences(rows: bytes) -> bytes:
    """Rows as the differences to the row above, each after the sign of that filter (PNG, 9.2: Up)."""
    count = len(rows) // ROW
    made = bytearray(count * (ROW + 1))
    made[::ROW + 1] = b"\x02" * count
    for column in range(ROW):
        ours = rows[column::ROW]
        above = b"\x00" + ours[:-1]
        if ours != above:
            made[column + 1::ROW + 1] = _less(ours, above)
    return bytes(made)


def _less(ones: bytes, others: bytes) -> bytes:
    """Bytes less other bytes, each for itself: all at once, since a bit above each takes no part."""
    count = len(ones)
    high, one, other = (int.from_bytes(each) for each in (b"\x80" * count, ones, others))
    return (((one | high) - (other & ~high)) ^ ((one ^ ~other) & high)).to_bytes(count)
