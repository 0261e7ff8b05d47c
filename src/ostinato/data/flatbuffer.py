"""Flatbuffer: the little of the format that Arrow's messages need.

A table is written as its list of fields by slot: numbers with the letter that `struct` has for
them, texts, other tables, lists of tables, and vectors of records. Parents come before children,
as offsets point forward.
"""

import struct
from collections.abc import Mapping
from typing import Any, NamedTuple


class Number(NamedTuple):
    """A number, or a flag."""

    code: str
    value: int


class Records(NamedTuple):
    """A vector of records of fixed size, which begin at a multiple of 8."""

    size: int
    content: bytes


Table = Mapping[int, Any]
"""The fields of a table by their slots: a number, records, a text, a table, or a list of tables."""

SIZES = {"b": 1, "B": 1, "?": 1, "h": 2, "i": 4, "q": 8}


def written(root: Table) -> bytes:
    """Return the bytes of a table."""
    out = bytearray(4)
    position = _table(out, root)
    struct.pack_into("<I", out, 0, position)
    return bytes(out)


def _table(out: bytearray, table: Table) -> int:
    slots = max(table, default=-1) + 1
    places, cursor = [0] * slots, 4
    by_size = sorted(table, key=lambda slot: -_size(table[slot]))
    for slot in by_size:
        size = _size(table[slot])
        cursor = (cursor + size - 1) // size * size
        places[slot] = cursor
        cursor += size
    directory = struct.pack(f"<HH{slots}H", 4 + 2 * slots, cursor, *places)
    out += bytes(-(len(out) + len(directory)) % 8) + directory
    start = len(out)
    out += struct.pack("<i", len(directory)) + bytes(cursor - 4)
    later: list[tuple[int, Any]] = []
    for slot in table:
        content, place = table[slot], start + places[slot]
        if isinstance(content, Number):
            struct.pack_into(f"<{content.code}", out, place, content.value)
        else:
            later.append((place, content))
    for place, content in later:
        position = _content(out, content)
        struct.pack_into("<I", out, place, position - place)
    return start


def _size(content: object) -> int:
    return SIZES[content.code] if isinstance(content, Number) else 4


def _content(out: bytearray, content: Any) -> int:
    if isinstance(content, str):
        text = content.encode("utf-8", "replace")
        out += bytes(-len(out) % 4)
        position = len(out)
        out += struct.pack("<I", len(text)) + text + b"\0"
        return position
    if isinstance(content, Records):
        out += bytes((4 - len(out)) % 8)
        position = len(out)
        out += struct.pack("<I", content.size) + content.content
        return position
    if isinstance(content, list):
        out += bytes(-len(out) % 4)
        position = len(out)
        out += struct.pack("<I", len(content)) + bytes(4 * len(content))
        for number, table in enumerate(content):
            place = position + 4 + 4 * number
            struct.pack_into("<I", out, place, _table(out, table) - place)
        return position
    return _table(out, content)


class Reader:
    """Reads one table of bytes that we have written.

    Args:
        content: The bytes.
        position: Where the table begins.
    """

    def __init__(self, content: memoryview, position: int | None = None) -> None:
        self._content = content
        self._start = _u32(content, 0) if position is None else position
        self._directory = self._start - struct.unpack_from("<i", content, self._start)[0]
        self._slots = (struct.unpack_from("<H", content, self._directory)[0] - 4) // 2

    def number(self, slot: int, code: str, default: int = 0) -> int:
        """Return a number."""
        place = self._place(slot)
        return struct.unpack_from(f"<{code}", self._content, place)[0] if place else default

    def table(self, slot: int) -> "Reader":
        """Return a table in it."""
        place = self._place(slot)
        return Reader(self._content, place + _u32(self._content, place))

    def text(self, slot: int) -> str | None:
        """Return a text, None if there is none."""
        place = self._place(slot)
        if not place:
            return None
        start = place + _u32(self._content, place)
        size = _u32(self._content, start)
        return bytes(self._content[start + 4 : start + 4 + size]).decode("utf-8", "replace")

    def has(self, slot: int) -> bool:
        """Return whether there is something."""
        return bool(self._place(slot))

    def tables(self, slot: int) -> list["Reader"]:
        """Return the tables of a list."""
        place = self._place(slot)
        if not place:
            return []
        start = place + _u32(self._content, place)
        places = (start + 4 + 4 * at for at in range(_u32(self._content, start)))
        return [Reader(self._content, each + _u32(self._content, each)) for each in places]

    def records(self, slot: int, code: str) -> list[tuple[int, ...]]:
        """Return the records of a vector, each of which is as `code` says."""
        place = self._place(slot)
        if not place:
            return []
        start = place + _u32(self._content, place)
        count, size = _u32(self._content, start), struct.calcsize(f"<{code}")
        part = self._content[start + 4 : start + 4 + count * size]
        return list(struct.iter_unpack(f"<{code}", part))

    def _place(self, slot: int) -> int:
        if slot >= self._slots:
            return 0
        offset = struct.unpack_from("<H", self._content, self._directory + 4 + 2 * slot)[0]
        return self._start + offset if offset else 0


def _u32(content: memoryview, place: int) -> int:
    number: int = struct.unpack_from("<I", content, place)[0]
    return number
