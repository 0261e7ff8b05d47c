"""Film head: how large a film is, by the boxes of an MP4 or the elements of a WebM."""

import io
import struct
from pathlib import Path
from typing import Any, BinaryIO

Size = tuple[int, int]

MOST_BOXES = 1_000
"""After so many it is no film, or no honest one."""

_HOLD_OTHERS = frozenset({b"moov", b"trak"})
_WIDTH, _HEIGHT = b"\xb0", b"\xba"
_TRACKS = b"\x16\x54\xae\x6b"


def film_size(content: Any) -> Size | None:
    """Return width and height of a film; None if it does not say so where one looks.

    Args:
        content: Its bytes, its path, or a file open at its begin.
    """
    try:
        if isinstance(content, bytes):
            return _size(io.BytesIO(content))
        if isinstance(content, Path):
            with content.open("rb") as file:
                return _size(file)
        try:
            return _size(content)
        finally:
            content.seek(0)
    except (OSError, struct.error):
        return None


def _size(file: BinaryIO) -> Size | None:
    head = file.read(1 << 14)
    if head.startswith(b"\x1aE\xdf\xa3"):
        return _webm(head)
    return _mp4(file) if head[4:8] == b"ftyp" else None


def _mp4(file: BinaryIO) -> Size | None:
    """Follow the boxes to the first track that is seen; what has been filmed upright is turned."""
    place, end = 0, file.seek(0, io.SEEK_END)
    for _ in range(MOST_BOXES):
        if place + 8 > end:
            return None
        file.seek(place)
        length, name = struct.unpack(">I4s", file.read(8))
        begin = 8
        if length == 1:
            (length,) = struct.unpack(">Q", file.read(8))
            begin = 16
        if length == 0:
            length = end - place
        if name == b"tkhd" and (size := _track(file.read(min(length, 104) - begin))):
            return size
        if name in _HOLD_OTHERS:
            place += begin
        elif length < begin:
            return None
        else:
            place += length
    return None


def _track(body: bytes) -> Size | None:
    start = 40 + 12 * (body[:1] == b"\x01")
    matrix = struct.unpack_from(">9i", body, start)
    width, height = struct.unpack_from(">II", body, start + 36)
    size = (width >> 16, height >> 16)
    if not all(size):
        return None
    is_turned = matrix[0] == 0 and matrix[1] != 0
    return (size[1], size[0]) if is_turned else size


def _webm(head: bytes) -> Size | None:
    """Look for the two elements behind the begin of the tracks."""
    place = head.find(_TRACKS)
    if place < 0:
        return None
    found = []
    for name in (_WIDTH, _HEIGHT):
        # A number of one or two bytes, said to be so long.
        ends = [head.find(name + length, place) for length in (b"\x82", b"\x81")]
        at = min((end for end in ends if end >= 0), default=-1)
        if at < 0:
            return None
        found.append(int.from_bytes(head[at + 2 : at + 2 + (head[at + 1] & 0x0F)], "big"))
    return (found[0], found[1]) if all(found) else None
