"""Tiles: a table cut into what is fetched at once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ostinato.data import ipc
from ostinato.data.arrow import Array, is_fixed
from ostinato.data.column import Column, Table
from ostinato.wire.frames import Block

WIDEST = 200
"""Columns of a block."""

TILE = 128 * 1024
"""Bytes of a tile, about."""

AT_ONCE = 1 << 20
"""Bytes that are written at once."""

FIRST = 32 * 1024
"""Bytes, about, of the rows that travel with an element."""

ROWS = 64
"""Rows that are in sight at most before more are fetched."""


class Cut(NamedTuple):
    """The columns of one block, and how many rows a tile of them has."""

    first: int
    last: int
    fields: Sequence[tuple[str, Array]]
    rows: int


def cuts_of(table: Table) -> Iterator[Cut]:
    """Yield how a table is cut."""
    for start in range(0, len(table.columns), WIDEST):
        yield _cut(table, start, min(start + WIDEST, len(table.columns)))


def _cut(table: Table, first: int, last: int) -> Cut:
    fields = [field for at in range(first, last) for field in _fields(at, table.columns[at])]
    size = sum(array.nbytes for _name, array in fields)
    rows = table.rows * TILE // size if size else table.rows
    # Whole bytes of flags.
    return Cut(first, last, fields, max(8, rows // 8 * 8))


def _fields(place: int, column: Column) -> Iterator[tuple[str, Array]]:
    yield str(place), column.array
    if column.texts is not None:
        yield f"{place}t", column.texts
    if column.looks is not None:
        yield f"{place}l", column.looks


def blocks_of(table: Table) -> list[Block]:
    """Return where the parts of a table will lie, without writing it."""
    blocks, start = [], 0
    for cut in cuts_of(table):
        head = ipc.size_of(ipc.head(cut.fields))
        tiles = _tile_sizes(cut, table.rows)
        blocks.append(Block((cut.first, cut.last), start, head, cut.rows, tiles))
        start += head + sum(tiles)
    return blocks


def size_of(blocks: Sequence[Block]) -> int:
    """Return how many bytes blocks have."""
    return sum(block.head + sum(block.tiles) for block in blocks)


def _tile_sizes(cut: Cut, rows: int) -> list[int]:
    arrays = [array for _name, array in cut.fields]
    starts = range(0, rows, cut.rows)
    if not starts:
        return []
    # What says what a tile is, is as long for each.
    about = ipc.size_of(ipc.tile(arrays, 0, 0)) - ipc.tile_size(arrays, 0, 0)
    fixed = [array for array in arrays if is_fixed(array.type)]
    others = [array for array in arrays if not is_fixed(array.type)]
    whole = about + ipc.tile_size(fixed, 0, min(cut.rows, rows))
    sizes = [whole + ipc.tile_size(others, start, min(start + cut.rows, rows)) for start in starts]
    last = starts[-1]
    sizes[-1] = about + ipc.tile_size(arrays, last, rows)
    return sizes


def written(table: Table) -> Iterator[ipc.Parts]:
    """Yield the bytes of a table, part by part, as `blocks_of` has said where they lie."""
    for cut in cuts_of(table):
        yield ipc.head(cut.fields)
        arrays = [array for _name, array in cut.fields]
        for start in range(0, table.rows, cut.rows):
            yield ipc.tile(arrays, start, min(start + cut.rows, table.rows))


def grouped(parts: Iterable[ipc.Parts]) -> Iterator[bytes]:
    """Yield bytes in parts that are worth a call."""
    held: ipc.Parts = []
    size = 0
    for part in parts:
        held += part
        size += ipc.size_of(part)
        if size >= AT_ONCE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def first_of(table: Table) -> tuple[bytes | None, int]:
    """Return the head and a batch of the first rows of the first block, and how many rows.

    Of what has much to say of itself, or in each row, none.
    """
    cut = next(cuts_of(table), None)
    if cut is None:
        return None, 0
    head = ipc.head(cut.fields)
    rows = min(table.rows, ROWS, cut.rows * FIRST // TILE)
    arrays = [array for _name, array in cut.fields]
    if not rows or ipc.size_of(head) + ipc.tile_size(arrays, 0, rows) > 2 * FIRST:
        return None, 0
    return b"".join([*head, *ipc.tile(arrays, 0, rows)]), rows
