"""Cells: the values of a frame, read from its bytes."""

import itertools
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from ostinato.data.arrow import Array, copied
from ostinato.data.chunks import joined
from ostinato.data.reading import Cursor, read_dictionaries, types_of
from ostinato.wire.frames import Block, Frame


def arrays_of(
    frame: Frame, file: BinaryIO, columns: Sequence[int] | None = None
) -> dict[str, Array]:
    """Return the values of columns by the names of their fields: "7", "7t", "7l".

    Args:
        frame: The frame.
        file: Its bytes.
        columns: The numbers of the columns; None for all.
    """
    wanted = range(len(frame.columns)) if columns is None else columns
    found: dict[str, Array] = {}
    for block in frame.blocks:
        places = {place for place in wanted if block.columns[0] <= place < block.columns[1]}
        if places:
            found |= _of_block(block, file, places)
    return found


def _of_block(block: Block, file: BinaryIO, places: set[int]) -> dict[str, Array]:
    head = head_of(block, file)
    fields = types_of(head)
    names = [name for name, _of in fields]
    types = dict(fields)
    parts: dict[str, list[Array]] = {name: [] for name in names if _place(name) in places}
    for batch in batches_of(block, file, head):
        for name, array in zip(names, batch, strict=True):
            if name in parts:
                parts[name].append(_without_tile(array))
    return {name: joined(types[name], chunks) for name, chunks in parts.items()}


def _without_tile(values: Array) -> Array:
    """Return an array for which the rest of its tile need not stay."""
    if values.type.name != "dictionary":
        return copied(values)
    # What its values are is of the head, for all tiles.
    own = copied(Array(values.type, values.length, values.buffers, values.validity))
    return Array(own.type, own.length, own.buffers, own.validity, values.children)


def head_of(block: Block, file: BinaryIO) -> memoryview:
    """Return the bytes of the head of a block."""
    return _read(file, block.start, block.head)


def batches_of(
    block: Block, file: BinaryIO, head: memoryview, tiles: Sequence[int] | None = None
) -> Iterator[list[Array]]:
    """Yield the arrays of tiles, one tile after the other.

    Args:
        block: The block that they are of.
        file: The bytes of the frame.
        head: Those of the head.
        tiles: The numbers of the tiles; None for all.
    """
    types = [of for _name, of in types_of(head)]
    dictionaries = read_dictionaries(head, types)
    start = block.start + block.head
    starts = list(itertools.accumulate(block.tiles, initial=start))[:-1]
    for at in range(len(starts)) if tiles is None else tiles:
        cursor = Cursor(_read(file, starts[at], block.tiles[at]))
        following = iter(dictionaries)
        yield [cursor.next(of, following) for of in types]


def _place(name: str) -> int:
    return int(name.rstrip("tl"))


def _read(file: BinaryIO, start: int, size: int) -> memoryview:
    file.seek(start)
    content = file.read(size)
    if len(content) < size:
        raise ValueError("the frame is cut short")
    return memoryview(content)
