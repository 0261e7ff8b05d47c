"""Component data: what a script gives to a component of the second kind.

Values of JSON, and bytes, travel as MessagePack; tables as Arrow.
"""

from collections.abc import Mapping, Sequence, Set
from functools import partial
from typing import Any, NamedTuple

import msgspec

from ostinato.data.kinds import is_table
from ostinato.errors import (
    BidiComponentUnserializableDataError,
    StreamlitDataframeConversionError,
)
from ostinato.run.component_bytes import Stream, bytes_of, streams_of
from ostinato.run.frames import EVERYTHING, table_in
from ostinato.wire.components import ComponentBytes

BYTES = (bytes, bytearray, memoryview)

PLACE = "\0table"
"""The one name of a dict that stands for a table: its number among the tables."""

_encode = msgspec.msgpack.Encoder().encode


class Data(NamedTuple):
    """Data as they travel: in MessagePack, and the tables that `PLACE` stands for in there."""

    content: ComponentBytes | None = None
    tables: list[ComponentBytes] = []


def data_of(who: str, value: Any) -> Data:
    """Return data as the browser gets them.

    Args:
        who: The component, for errors.
        value: Anything that JSON has, bytes, tables, or lists and dicts of these.

    Raises:
        BidiComponentUnserializableDataError: If something of it cannot be sent.
        StreamlitAPIException: If there is no room for it.
    """
    if value is None:
        return Data()
    packing = _Packing(who)
    return Data(bytes_of(f"{who}: data", packing.packed(value)), packing.tables)


class _Packing:
    """Makes plain values of the data of one component.

    Args:
        who: The component, for errors.
    """

    def __init__(self, who: str) -> None:
        self._who = who
        self.tables: list[ComponentBytes] = []

    def packed(self, value: Any) -> bytes:
        """Return values as MessagePack.

        Raises:
            BidiComponentUnserializableDataError: If they are made of something else.
        """
        rule = "must be made of values of JSON, bytes and tables"
        try:
            told = msgspec.to_builtins(
                value, builtin_types=BYTES, str_keys=True, enc_hook=self._told
            )
            return _encode(told)
        except RecursionError:
            rule = "must not be nested this deeply"
        except OverflowError:
            rule = "must hold whole numbers of at most 64 bits"
        except UnicodeEncodeError:
            rule = "must have texts that UTF-8 can encode"
        except (TypeError, ValueError, msgspec.MsgspecError) as error:
            rule = f"{rule} ({error})"
        raise BidiComponentUnserializableDataError(f"{self._who}: data {rule}, got {value!r:.200}")

    def _told(self, value: Any) -> Any:
        """Return the plain form of what msgspec does not know: of a table, its place among them.

        Raises:
            TypeError: If it has none.
        """
        if is_table(value):
            self.tables.append(_table(self._who, value))
            return {PLACE: len(self.tables) - 1}
        if isinstance(value, Mapping):
            return {str(name): each for name, each in value.items()}
        if isinstance(value, Sequence | Set):
            return [*value]
        if callable(getattr(value, "item", None)) and getattr(value, "ndim", None) == 0:
            return value.item()  # a number of numpy
        raise TypeError(f"a {type(value).__name__} is none of these")


def _table(who: str, value: Any) -> ComponentBytes:
    try:
        table = table_in(f"{who}: data", value, EVERYTHING)
    except StreamlitDataframeConversionError as error:
        raise BidiComponentUnserializableDataError(str(error)) from None
    from ostinato.data.stream import stream_of  # noqa: PLC0415  (few components show tables)

    size = sum(column.array.nbytes for column in table.columns)
    stream = Stream(b"stream", size, partial(stream_of, table))
    return streams_of(f"{who}: data", table, stream)[0]
