"""Small pictures that tests make themselves."""

import struct
import zlib


def png(width: int, height: int) -> bytes:
    """Return a black PNG; one of a million rows has none of them."""
    facts = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes((1 + width) * (height if height < 10_000 else 1)))
    chunks = ((b"IHDR", facts), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(each)) + name + each + struct.pack(">I", zlib.crc32(name + each))
        for name, each in chunks
    )
