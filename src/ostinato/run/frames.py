"""Frames: tables of a script as the browser gets them.

A small one travels with its element. A larger one is a file of the app, of which the browser fetches
what it shows; while it stays as it is, a run only looks whether it has.
"""

import os
from typing import Any

from ostinato.data.column import Table
from ostinato.data.fingerprint import fingerprint
from ostinato.data.index import columns_of, footer
from ostinato.data.tables import FIRST, table_of
from ostinato.data.tiles import written
from ostinato.errors import StoreError
from ostinato.run.files import keep
from ostinato.run.filing import FRESH, Filing
from ostinato.run.run import home_here
from ostinato.wire.frames import Frame
from ostinato.wire.props import ids_of

SMALL = 8 * 1024
"""Bytes up to which a frame travels with its element."""

REMEMBERED = 256
"""Frames of which a process remembers where they are."""

TYPE = "application/vnd.apache.arrow.stream"


class Memory:
    """Which frames a process has put into files."""

    def __init__(self) -> None:
        self.seed = int.from_bytes(os.urandom(8))
        self.frames: dict[bytes, Frame] = {}

    def note(self, mark: bytes, frame: Frame) -> None:
        """Remember a frame, and forget the oldest."""
        self.frames.pop(mark, None)
        while len(self.frames) >= REMEMBERED:
            self.frames.pop(next(iter(self.frames)), None)
        self.frames[mark] = frame


def frame_of(value: Any, first: int = FIRST) -> tuple[Frame, Table]:
    """Return anything as the browser gets it, and as the table that it is.

    Args:
        value: What a script shows as a table.
        first: How many rows to take of what has not been computed yet.

    Raises:
        StreamlitAPIException: If it is nothing that has rows, or there is no room for it.
    """
    table = table_of(value, first)
    size = sum(column.array.nbytes for column in table.columns)
    home = home_here()
    filing = home.files if home is not None else None
    if size <= SMALL or filing is None:
        frame = _small(table) if size <= SMALL else _in_file(table, b"")
        return frame, table
    memory: Memory = filing.notes.setdefault(Memory, Memory())
    mark = fingerprint(table, memory.seed)
    found = memory.frames.get(mark)
    if found is None or not _is_there(filing, found):
        found = _in_file(table, None)
        memory.note(mark, found)
    return found, table


def _is_there(filing: Filing, frame: Frame) -> bool:
    """Return whether the file of a frame is there, which then lives on for a while."""
    ids = [*ids_of(frame.file)]
    try:
        return filing.hold(ids, FRESH) >= {*ids}
    except StoreError:
        return False


def _small(table: Table) -> Frame:
    blocks, parts = [], []
    for block, own in written(table):
        blocks.append(block)
        parts += own
    data = b"".join(parts)
    if len(data) > 4 * SMALL:
        return _in_file(table, None)
    return Frame(
        rows=table.rows,
        columns=columns_of(table),
        blocks=blocks,
        data=data,
        looks=list(table.looks) or None,
        of=table.of,
    )


def _in_file(table: Table, content: bytes | None) -> Frame:
    blocks = []
    if content is None:
        parts = []
        for block, own in written(table):
            blocks.append(block)
            parts += own
        parts.append(footer(table, blocks))
        content = b"".join(parts)
    return Frame(
        rows=table.rows,
        columns=columns_of(table),
        blocks=blocks,
        file=keep(content, type=TYPE),
        size=len(content),
        looks=list(table.looks) or None,
        of=table.of,
    )
