"""Frames: tables of a script as the browser gets them.

A small one travels with its element. A larger one is a file of the app, of which the browser
fetches what it shows; while it stays as it is, a run only looks whether it has.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from ostinato.data.column import Column, Table
from ostinato.data.fingerprint import fingerprint
from ostinato.data.index import columns_of, footer
from ostinato.data.plain import encodable
from ostinato.data.tables import FIRST, copied_table, table_of
from ostinato.data.tiles import blocks_of, first_of, grouped, size_of, written
from ostinato.errors import StreamlitAPIException, StreamlitDataframeConversionError
from ostinato.run.files import hold
from ostinato.run.filing import Filing
from ostinato.run.holdings import TooMuchHeld
from ostinato.run.memory import Memory
from ostinato.run.run import home_here
from ostinato.stores.files import NoRoom
from ostinato.values.media_type import ARROW, ending_of
from ostinato.wire.frames import Block, Frame
from ostinato.wire.props import MEDIA, ids_of

SMALL = 8 * 1024
"""Bytes up to which a frame travels with its element."""

EVERYTHING = (1 << 31) - 2
"""More rows than a library of tables can count."""

LARGE = 1 << 20
"""Bytes from which on a frame is written while the script goes on."""

REMEMBERED = 256
"""Frames of which a process remembers where they are."""


def table_in(who: str, value: Any, first: int = FIRST) -> Table:
    """Return anything as a table.

    Args:
        who: The element that shows it, for the error.
        value: What a script shows.
        first: How many rows to take of what has not been computed yet.

    Raises:
        StreamlitDataframeConversionError: If it is nothing that has rows.
    """
    try:
        table = table_of(value, first)
    except StreamlitDataframeConversionError as error:
        raise StreamlitDataframeConversionError(f"{who}: {error}") from None
    return table._replace(columns=[_with_whole_name(column) for column in table.columns])


def _with_whole_name(column: Column) -> Column:
    """Return a column whose names can travel."""
    if all(map(str.isascii, (column.name, *column.groups))):
        return column
    groups = tuple(map(encodable, column.groups))
    return column._replace(name=encodable(column.name), groups=groups)


def frame_of(table: Table, small: int = SMALL) -> Frame:
    """Return a table as the browser gets it.

    Args:
        table: The table.
        small: Bytes up to which it travels with its element.

    Raises:
        StreamlitAPIException: If there is no room for it.
    """
    size = sum(column.array.nbytes for column in table.columns)
    if size <= small and (frame := _small(table, small)) is not None:
        return frame
    home = home_here()
    if home is None or home.files is None:
        return _about(table, [])
    memory: Memory[Frame] = home.files.notes.setdefault("frames", Memory(REMEMBERED))
    mark = fingerprint(table, home.files.ids.seed)
    found = memory.find(mark)
    if found is None or not home.files.has_all([*ids_of(found.file)]):
        found = _in_file(home.files, table, mark, at_once=size <= LARGE)
        memory.note(mark, found)
    try:
        for id in ids_of(found.file):
            hold(id, found.size)
    except TooMuchHeld as error:
        raise StreamlitAPIException(f"a table of {table.rows} rows: {error}") from None
    return found


def _about(table: Table, blocks: Sequence[Block]) -> Frame:
    """Return what is told of a table beside its bytes."""
    return Frame(
        rows=table.rows,
        columns=columns_of(table),
        blocks=list(blocks),
        looks=list(table.looks) or None,
        of=table.of,
    )


def _small(table: Table, small: int) -> Frame | None:
    """Return a table with its bytes; None if they have become too many."""
    blocks = blocks_of(table)
    if size_of(blocks) > 4 * small:
        return None
    data = b"".join(part for parts in written(table) for part in parts)
    return replace(_about(table, blocks), data=data)


def _in_file(filing: Filing, table: Table, mark: bytes, *, at_once: bool) -> Frame:
    """Return a table that is a file, which is written while the script goes on, or at once.

    Args:
        filing: Where the file will be.
        table: The table.
        mark: Its fingerprint.
        at_once: Whether it is to be written before the script goes on.

    Raises:
        StreamlitAPIException: If there is no room for it.
    """
    if table.is_borrowed and not at_once:
        table = copied_table(table)
    blocks = blocks_of(table)
    # Of two hashes: nobody is to find another table of the same name.
    id = filing.later.id_of(mark + fingerprint(table, filing.ids.seed + 1), ARROW)
    end = footer(table, blocks, partial(filing.ids.sign, id))

    def make() -> Iterator[bytes]:
        yield from grouped(written(table))
        yield end

    size = size_of(blocks) + len(end)
    try:
        filing.later.put(id, ARROW, make, size, at_once=at_once)
    except NoRoom as error:
        raise StreamlitAPIException(f"a table of {table.rows} rows: {error}") from None
    return _with_first(table, blocks, f"{MEDIA}{id}.{ending_of(ARROW)}", size)


def _with_first(table: Table, blocks: Sequence[Block], file: str, size: int) -> Frame:
    first, rows = first_of(table)
    frame = _about(table, blocks)
    return replace(frame, file=file, size=size, first=first, first_rows=rows)
