"""Stream: a table as one stream of Arrow, as libraries of Arrow read it."""

from collections.abc import Iterator

from ostinato.data import ipc
from ostinato.data.arrow import Array
from ostinato.data.column import Table

END = ipc.CONTINUES + bytes(4)
"""What ends a stream."""

ROWS = 1 << 16
"""Rows that are written at once."""


def stream_of(table: Table) -> Iterator[bytes | memoryview]:
    """Yield the parts of a table as a stream: its columns by their names, then its index."""
    columns = [*named(table)]
    arrays = [array for _name, array in columns]
    yield from ipc.head(columns)
    for start in range(0, table.rows, ROWS):
        yield from ipc.tile(arrays, start, min(start + ROWS, table.rows))
    yield END


def named(table: Table) -> Iterator[tuple[str, Array]]:
    """Yield the columns of a table with names of their own.

    Headers above a name are joined to it; an index without a name is called as pandas calls it.
    """
    taken: set[str] = set()
    # As pandas has it: that its rows are counted needs no column.
    for place, column in sorted(enumerate(table.columns), key=lambda each: each[1].is_index):
        if column.is_index and table.has_plain_index and not column.name:
            continue
        name = " / ".join(part for part in (*column.groups, column.name) if part)
        if column.is_index and not name:
            name = f"__index_level_{place}__"
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} ({number})"
        taken.add(free)
        yield free, column.array
