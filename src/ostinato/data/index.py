"""Index: what is known of a frame beside its bytes, and stands behind them in its file."""

import struct
from collections.abc import Sequence
from typing import Any

import msgspec

from ostinato.data.column import Table
from ostinato.wire.frames import Block, Frame, FrameColumn

MARK = b"ostinato frame 1"
END = struct.Struct("<Q16s")


_encode = msgspec.msgpack.Encoder().encode
_decoder = msgspec.msgpack.Decoder(Frame)


def columns_of(table: Table) -> list[FrameColumn]:
    """Return what the browser is told of the columns of a table."""
    return [
        FrameColumn(
            name=column.name,
            kind=column.kind,
            is_index=column.is_index,
            groups=list(column.groups) or None,
            zone=column.zone,
            has_texts=column.texts is not None,
            has_looks=column.looks is not None,
        )
        for column in table.columns
    ]


def footer(table: Table, blocks: Sequence[Block]) -> bytes:
    """Return what stands behind the bytes of a frame."""
    frame = Frame(rows=table.rows, columns=columns_of(table), blocks=list(blocks))
    content = _encode(frame)
    return content + END.pack(len(content), MARK)


def frame_in(file: Any, size: int) -> Frame:
    """Read what stands behind the bytes of a frame.

    Args:
        file: An open file.
        size: How many bytes it has.

    Raises:
        ValueError: If it holds no frame.
    """
    if size < END.size:
        raise ValueError("it is no frame")
    file.seek(size - END.size)
    length, mark = END.unpack(file.read(END.size))
    if mark != MARK or length > size - END.size:
        raise ValueError("it is no frame")
    file.seek(size - END.size - length)
    try:
        return _decoder.decode(file.read(length))
    except msgspec.MsgspecError as error:
        raise ValueError(f"it is no frame: {error}") from None
