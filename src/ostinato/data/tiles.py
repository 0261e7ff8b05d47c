"""Tiles: a table cut into what is fetched at once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ostinato.data import ipc
from ostinato.data.arrow import Array
from ostinato.data.column import Column, Table
from ostinato.wire.frames import Block

WIDEST = 200
"""Columns of a block."""

TILE = 128 * 1024
"""Bytes of a tile, about."""


class Cut(NamedTuple):
    """The columns of one block, and how many rows a tile of them has."""

    first: int
    last: int
    fields: Sequence[tuple[str, Array]]
    rows: int


def cuts_of(table: Table) -> list[Cut]:
    """Return how a table is cut."""
    starts = range(0, len(table.columns), WIDEST)
    return [_cut(table, start, min(start + WIDEST, len(table.columns))) for start in starts]


def _cut(table: Table, first: int, last: int) -> Cut:
    fields = [
        field for at in range(first, last) for field in _fields(at, table.columns[at])
    ]
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


def written(table: Table) -> Iterator[tuple[Block, ipc.Parts]]:
    """Yield the blocks of a table, and the bytes of each."""
    end = 0
    for cut in cuts_of(table):
        parts = ipc.head(cut.fields)
        head = ipc.size_of(parts)
        arrays = [array for _name, array in cut.fields]
        tiles = []
        for start in range(0, table.rows, cut.rows):
            tile = ipc.tile(arrays, start, min(start + cut.rows, table.rows))
            tiles.append(ipc.size_of(tile))
            parts += tile
        yield Block((cut.first, cut.last), end, head, cut.rows, tiles), parts
        end += head + sum(tiles)
