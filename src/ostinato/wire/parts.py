"""Parts: a large frame in pieces, so that a slow link is seen to be alive while it is under way.

A part begins with two bytes: one with which no MessagePack begins, and 1 if more parts follow.
Whole frames may come between the parts of another.
"""

from collections.abc import Iterable

SIZE = 64 * 1024
"""Bytes of a frame that travel at once."""

MARK = 0xC1


def split(frame: bytes) -> Iterable[bytes]:
    """Return a frame as it is sent: whole if it is small, else in parts."""
    return (frame,) if len(frame) <= SIZE else _parts(frame)


def _parts(frame: bytes) -> Iterable[bytes]:
    view = memoryview(frame)
    for start in range(0, len(frame), SIZE):
        more = start + SIZE < len(frame)
        yield bytes((MARK, more)) + view[start : start + SIZE]


class Joint:
    """Puts the frames of one connection together again."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def join(self, piece: bytes) -> bytes | None:
        """Take a frame, or a part of one; None until it is whole."""
        if piece[0] != MARK:
            return piece
        self._parts.append(piece[2:])
        if piece[1]:
            return None
        whole, self._parts = b"".join(self._parts), []
        return whole
