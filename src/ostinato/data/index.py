"""Index: what is known of a frame beside its bytes, and stands behind them in its file."""

import hmac
import struct
from collections.abc import Callable, Sequence
from typing import BinaryIO

import msgspec

from ostinato.data.column import Table
from ostinato.wire.frames import Block, Frame, FrameColumn

END = struct.Struct("<Q16s")

Sign = Callable[[bytes], bytes]
"""Returns 16 bytes that nobody else can make of content, for one file: so that nobody can have the
server read a frame that is none of ours."""


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


def footer(table: Table, blocks: Sequence[Block], sign: Sign) -> bytes:
    """Return what stands behind the bytes of a frame."""
    frame = Frame(rows=table.rows, columns=columns_of(table), blocks=list(blocks))
    content = _encode(frame)
    return content + END.pack(len(content), sign(content))


def frame_in(file: BinaryIO, size: int, sign: Sign) -> Frame:
    """Read what stands behind the bytes of a frame.

    Args:
        file: An open file.
        size: How many bytes it has.
        sign: Signs what stands there.

    Raises:
        ValueError: If it holds no frame.
    """
    if size < END.size:
        raise ValueError("it is no frame")
    file.seek(size - END.size)
    length, signature = END.unpack(file.read(END.size))
    if length > size - END.size:
        raise ValueError("it is no frame")
    file.seek(size - END.size - length)
    content = file.read(length)
    if not hmac.compare_digest(signature, sign(content)):
        raise ValueError("it is no frame")
    try:
        return _decoder.decode(content)
    except msgspec.MsgspecError as error:
        raise ValueError(f"it is no frame: {error}") from None
