"""Queries: what is asked of a frame that its browser does not have: sorted rows, and those found.

All of it is read from the file of the frame, so any process can answer. A tile at a time is in
memory, beside the one column that is sorted by.
"""

import itertools
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO, NamedTuple

from ostinato.data import ipc
from ostinato.data.arrow import Array, integers, sliced
from ostinato.data.cells import arrays_of, batches_of, head_of
from ostinato.data.chunks import joined
from ostinato.data.plain import text_of
from ostinato.data.reading import types_of
from ostinato.data.values import numbers, values_of
from ostinato.wire.frames import Block, Frame

MOST_ROWS = 1000
"""Rows that one answer has."""

MOST_FOUND = 10_000
"""Rows that one search finds."""

NUMBERS = frozenset({"int", "uint", "float", "date", "time", "timestamp", "duration"})

Order = Sequence[int] | None
"""The numbers of the rows as they are shown; None as they are."""


class Found(NamedTuple):
    """What a search has found.

    Args:
        rows: Where the rows are, as they are shown, in this order.
        searched: How many rows were looked at: all, unless it took too long.
    """

    rows: list[int]
    searched: int


def ordered(frame: Frame, file: BinaryIO, column: int, *, descending: bool) -> Sequence[int]:
    """Return the numbers of the rows, sorted by a column.

    Equal ones stay in their order, and what is missing comes last.

    Raises:
        ValueError: If there is no such column, or the frame cannot be read.
    """
    if not 0 <= column < len(frame.columns):
        raise ValueError(f"there is no column {column}")
    array = arrays_of(frame, file, [column])[str(column)]
    numpy = sys.modules.get("numpy")
    if numpy is not None and array.type.name in NUMBERS:
        rows: Sequence[int] = _by_numpy(numpy, array, descending)
        return rows
    keys = _keys(array)
    present = [row for row, key in enumerate(keys) if key is not None]
    missing = [row for row, key in enumerate(keys) if key is None]
    present.sort(key=keys.__getitem__, reverse=descending)
    return [*present, *missing]


def _by_numpy(numpy: Any, array: Array, descending: bool) -> Any:
    letter = {"uint": "u", "float": "f"}.get(array.type.name, "i")
    values = numpy.frombuffer(array.buffers[0], f"{letter}{array.type.bits // 8}", array.length)
    absent = numpy.zeros(array.length, bool)
    if array.validity is not None:
        flags = numpy.frombuffer(array.validity, "u1")
        absent = ~numpy.unpackbits(flags, bitorder="little")[: array.length].astype(bool)
    if letter == "f":
        absent = absent | numpy.isnan(values)
    rows = numpy.flatnonzero(~absent)
    keys = values[rows]
    if descending:
        # Backwards, so that equal ones stay in their order.
        order = len(rows) - 1 - numpy.argsort(keys[::-1], kind="stable")[::-1]
    else:
        order = numpy.argsort(keys, kind="stable")
    return numpy.concatenate([rows[order], numpy.flatnonzero(absent)])


def _keys(array: Array) -> list[Any]:
    """Return what values are sorted by: themselves, or their texts."""
    if array.type.name in NUMBERS and array.type.bits >= 8:
        plain = numbers(array)
        if array.validity is not None:
            # Moments are compared as numbers: Python does not know all of them.
            pairs = zip(values_of(array), plain, strict=True)
            plain = [None if value is None else number for value, number in pairs]
        if array.type.name == "float":
            return [None if value != value else value for value in plain]
        return plain
    plain = values_of(array)
    if all(value is None or isinstance(value, bool) for value in plain):
        return plain
    if array.type.name == "decimal":
        return plain
    return [None if value is None else text_of(value) for value in plain]


def rows_at(frame: Frame, file: BinaryIO, block: int, rows: Sequence[int]) -> bytes:
    """Return rows of a block as one stream: its head, and a batch of them in this order.

    Raises:
        ValueError: If there is no such block or row, or the frame cannot be read.
    """
    if not 0 <= block < len(frame.blocks):
        raise ValueError(f"there is no block {block}")
    own = frame.blocks[block]
    head = head_of(own, file)
    if not rows:
        return bytes(head)
    if min(rows) < 0 or max(rows) >= frame.rows:
        raise ValueError("there is no such row")
    by_tile: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        by_tile.setdefault(row // own.rows, []).append(place)
    found: list[list[Array]] = [[] for _ in rows]
    for tile, batch in zip(by_tile, batches_of(own, file, head, [*by_tile]), strict=True):
        for place in by_tile[tile]:
            at = rows[place] - tile * own.rows
            found[place] = [sliced(array, at, at + 1) for array in batch]
    columns = [joined(parts[0].type, parts) for parts in zip(*found, strict=True)]
    return b"".join([head, *ipc.tile(columns, 0, len(rows))])


def searched(
    frame: Frame,
    file: BinaryIO,
    text: str,
    order: Order,
    *,
    columns: Sequence[int] | None = None,
    start: int = 0,
    seconds: float = 2.0,
    clock: Callable[[], float],
) -> Found:
    """Return the rows in which any cell has a text in it, however it is written.

    Args:
        frame: The frame.
        file: Its bytes.
        text: What is looked for.
        order: The rows as they are shown.
        columns: The numbers of the columns to look at; None for all.
        start: How many rows, as they lie in the frame, were looked at before.
        seconds: After which it ends, to be gone on with.
        clock: Counts seconds.
    """
    wanted = text.lower()
    shown = set(range(len(frame.columns)) if columns is None else columns)
    found: set[int] = set()
    end = clock() + seconds
    searched_to = frame.rows
    for first, last, batches in _bands(frame, file, start):
        for names, batch in batches:
            for name, array in zip(names, batch, strict=True):
                if _is_looked_at(name, shown, frame):
                    found.update(first + row for row in _matches(array, wanted))
        searched_to = last
        if clock() > end or len(found) >= MOST_FOUND:
            break
    return Found(_places(found, order), searched_to)


def _is_looked_at(name: str, shown: set[int], frame: Frame) -> bool:
    """Return whether somebody sees what a field has: a text stands for the value beside it."""
    if name.endswith("l"):
        return False
    return int(name.rstrip("t")) in shown


def _bands(
    frame: Frame, file: BinaryIO, start: int
) -> Iterator[tuple[int, int, Iterator[tuple[list[str], list[Array]]]]]:
    """Yield the rows from one on, tile by tile of the first block, with those of the others."""
    heads = [head_of(block, file) for block in frame.blocks]
    if not frame.blocks:
        return
    step = max(block.rows for block in frame.blocks)
    for first in range(start // step * step, frame.rows, step):
        last = min(first + step, frame.rows)
        pairs = zip(frame.blocks, heads, strict=True)
        # Made while they are looked at, one after the other.
        yield first, last, (_band(block, file, head, first, last) for block, head in pairs)


def _band(
    block: Block, file: BinaryIO, head: memoryview, first: int, last: int
) -> tuple[list[str], list[Array]]:
    """Return the names and values of a block from one row to another."""
    names = [name for name, _of in types_of(head)]
    tiles = range(first // block.rows, (last - 1) // block.rows + 1)
    parts = list(batches_of(block, file, head, tiles))
    whole = [joined(columns[0].type, columns) for columns in zip(*parts, strict=True)]
    start = first - tiles.start * block.rows
    return names, [sliced(array, start, start + last - first) for array in whole]


def _matches(array: Array, wanted: str) -> Iterator[int]:
    """Yield the rows of an array whose text has another in it."""
    kind = array.type.name
    if kind in _LETTERS and not _LETTERS[kind].issuperset(wanted):
        return
    if kind == "utf8" and bytes(array.buffers[1]).isascii():
        offsets = integers(array.buffers[0], array.type.bits).tolist()
        yield from _in_content(bytes(array.buffers[1]).lower(), offsets, wanted)
    elif kind in ("int", "uint", "float") and array.validity is None:
        parts = [*map(repr, numbers(array))]
        offsets = [*itertools.accumulate(map(len, parts), initial=0)]
        yield from _in_content("".join(parts).encode(), offsets, wanted)
    elif kind == "dictionary" and array.type.index is not None:
        found = {*_matches(array.children[0], wanted)}
        indices = values_of(Array(array.type.index, array.length, array.buffers, array.validity))
        yield from (row for row, index in enumerate(indices) if index in found)
    else:
        for row, value in enumerate(values_of(array)):
            if value is not None and wanted in text_of(value).lower():
                yield row


_LETTERS = {
    "int": frozenset("-0123456789"),
    "uint": frozenset("0123456789"),
    "float": frozenset("-+.0123456789infae"),
    "decimal": frozenset("-+.0123456789e"),
    "date": frozenset("-0123456789"),
    "timestamp": frozenset("-+.:0123456789 "),
    "time": frozenset(".:0123456789"),
}
"""What texts of values are made of: others need not be searched."""


def _in_content(content: bytes, offsets: Sequence[int], wanted: str) -> Iterator[int]:
    """Look through all texts at once; none is found that begins in one and ends in the next."""
    small = wanted.encode("utf-8", "replace")
    at = content.find(small)
    while at >= 0:
        row = bisect_right(offsets, at) - 1
        if at + len(small) <= offsets[row + 1]:
            yield row
            at = content.find(small, offsets[row + 1])
        else:
            at = content.find(small, at + 1)


def _places(rows: set[int], order: Order) -> list[int]:
    """Return where rows are shown."""
    if order is None:
        return sorted(rows)
    return list(itertools.compress(range(len(order)), (int(row) in rows for row in order)))


def statistics(frame: Frame, file: BinaryIO, column: int) -> dict[str, Any]:
    """Return what a column's values have in common.

    Raises:
        ValueError: If there is no such column, or the frame cannot be read.
    """
    if not 0 <= column < len(frame.columns):
        raise ValueError(f"there is no column {column}")
    array = arrays_of(frame, file, [column])[str(column)]
    keys = [key for key in _keys(array) if key is not None]
    facts: dict[str, Any] = {"rows": frame.rows, "missing": frame.rows - len(keys)}
    if not keys:
        return facts
    facts["distinct"] = len({*keys})
    if array.type.name in ("int", "uint", "float"):
        total = sum(keys)
        facts |= {"least": min(keys), "greatest": max(keys), "mean": total / len(keys)}
    return facts
