"""Views: texts and bytes that lie wherever they lie, as Arrow's view types have them.

They are put one after the other: row by row, so that what is cut into tiles takes along no more
than its own.
"""

import struct
import sys
from collections.abc import Sequence
from typing import Any

from ostinato.data.arrow import Array, Name, Type

SHORT = 12
"""Bytes up to which a text lies in its view."""


def of_views(
    name: Name,
    length: int,
    views: memoryview,
    parts: Sequence[memoryview],
    validity: memoryview | None,
) -> Array:
    """Return an array with offsets.

    Args:
        name: "utf8" or "binary".
        length: How many values there are.
        views: Their views, of 16 bytes each.
        parts: The buffers that longer ones lie in.
        validity: A bit for each, if any is not there.
    """
    numpy = sys.modules.get("numpy")
    of = Type(name, 64, size=16)
    if numpy is not None and length:
        return _by_numpy(numpy, of, length, views, parts, validity)
    offsets, found = [0], []
    for at in range(length):
        size, _prefix, part, start = struct.unpack_from("<iiii", views, at * 16)
        if _is_absent(validity, at):
            size = 0
        place = at * 16 + 4
        found.append(
            views[place : place + size] if size <= SHORT else parts[part][start : start + size]
        )
        offsets.append(offsets[-1] + size)
    packed = struct.pack(f"<{len(offsets)}q", *offsets)
    return Array(of, length, [memoryview(packed), memoryview(b"".join(found))], validity)


def _is_absent(validity: memoryview | None, at: int) -> bool:
    return validity is not None and not validity[at // 8] >> at % 8 & 1


def _by_numpy(
    numpy: Any,
    of: Type,
    length: int,
    views: memoryview,
    parts: Sequence[memoryview],
    validity: memoryview | None,
) -> Array:
    """Gather all bytes at once, each from where its value begins."""
    inline = numpy.frombuffer(views, "u1", length * 16)
    words = inline.view("<i4").reshape(length, 4)
    sizes = words[:, 0].astype("i8")
    if validity is not None:
        flags = numpy.unpackbits(numpy.frombuffer(validity, "u1"), bitorder="little")[:length]
        sizes = sizes * flags
    bases = numpy.cumsum([inline.size, *(part.nbytes for part in parts)])[:-1] if parts else [0]
    is_short = sizes <= SHORT
    part = numpy.where(is_short, 0, words[:, 2])
    long_starts = numpy.asarray(bases, "i8")[part] + words[:, 3]
    starts = numpy.where(is_short, numpy.arange(length, dtype="i8") * 16 + 4, long_starts)
    offsets = numpy.zeros(length + 1, "i8")
    numpy.cumsum(sizes, out=offsets[1:])
    pool = numpy.concatenate([inline, *(numpy.frombuffer(each, "u1") for each in parts)])
    places = numpy.arange(offsets[-1]) + numpy.repeat(starts - offsets[:-1], sizes)
    content = pool[places]
    buffers = [memoryview(offsets).cast("B"), memoryview(content)]
    return Array(of, length, buffers, validity)
